/** How the trail is read: by the adviser alone. */
import { mayReadAudit, PersonReader } from '../accounts/index.ts';
import { connection, maybe, optional, query, reader, sql } from '../core/reader/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { GraphQLDateTimeISO, GraphQLUUID } from 'graphql-scalars';
import { AuditAction, AuditEntry, AuditSubject } from './audit-entry.entity.ts';

export const AuditEntryReader = reader(AuditEntry, {
  rows: (_entry, actor) => (mayReadAudit(actor) ? undefined : sql`false`),
  fields: (entry) => ({
    by: maybe(PersonReader, (person) => sql`${person.uuid} = ${entry.by}`),
    about: maybe(PersonReader, (person) => sql`${person.uuid} = ${entry.about}`),
    byKey: sql`${entry.by}`,
    aboutKey: sql`${entry.about}`,
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${entry.organisation}`),
  }),
});

const auditEntries = connection(AuditEntryReader, {
  description: 'audit entries',
  sorts: { LATEST: { description: 'The latest first.', by: (entry) => sql`${entry.at}`, type: 'timestamptz', descending: true } },
  filters: {
    actions: optional(() => [AuditAction], 'text[]', 'Of one of these kinds.'),
    subjects: optional(() => [AuditSubject], 'text[]', 'On one of these.'),
    by: optional(() => GraphQLUUID, 'uuid', 'Done by this person, by the `byKey` or `aboutKey` of an entry.'),
    about: optional(() => GraphQLUUID, 'uuid', 'Concerning this person, by the `byKey` or `aboutKey` of an entry.'),
    from: optional(() => GraphQLDateTimeISO, 'timestamptz', 'Done then or later.'),
    until: optional(() => GraphQLDateTimeISO, 'timestamptz', 'Done before then.'),
  },
  where: {
    actions: (entry, actions) => sql`${entry.action} = any(${actions})`,
    subjects: (entry, subjects) => sql`${entry.subject} = any(${subjects})`,
    by: (entry, by) => sql`${entry.by} = ${by}`,
    about: (entry, about) => sql`${entry.about} = ${about}`,
    from: (entry, from) => sql`${entry.at} >= ${from}`,
    until: (entry, until) => sql`${entry.at} < ${until}`,
  },
});

query('auditEntries', { description: 'Who did what, when: for the adviser; nobody else sees any.', page: auditEntries });
