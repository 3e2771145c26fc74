/** How the training record is read: by whom it is about, and by those who answer for them. */
import { GraphQLBoolean } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { ID } from 'type-graphql';
import { connection, keyOfId, maybe, one, optional, query, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ownCountries, registersFor } from '../members/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { ProfessionReader } from '../vocabulary/index.ts';
import { TrainingRecordEntry } from './record.entity.ts';

/** One's own, of those for whom who asks registers, of the countries whose embassy they act for; undefined for all. */
function seen(entry: Row<TrainingRecordEntry>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  if (circle === 'visitor') return sql<boolean>`false`;
  const isTheirs = sql`${entry.isOwn} or ${registersFor(entry)}`;
  return circle === 'post' ? sql<boolean>`(${isTheirs} or ${entry.country} in (${ownCountries}))` : sql<boolean>`(${isTheirs})`;
}

const TrainingRecordReader = reader(TrainingRecordEntry, {
  rows: seen,
  fields: (entry) => ({
    session: maybe(TrainingSessionReader, (session) => sql`${session.uuid} = ${entry.session}`),
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${entry.organisation}`),
    country: one(CountryReader, (country) => sql`${country.code} = ${entry.country}`),
    profession: maybe(ProfessionReader, (profession) => sql`${profession.code} = ${entry.profession}`),
  }),
});

const trainingRecord = connection(TrainingRecordReader, {
  description: 'what people took part in',
  sorts: { LATEST: { description: 'The latest session first.', by: (entry) => entry.startsAt, type: 'timestamptz', descending: true } },
  filters: {
    own: optional(() => GraphQLBoolean, 'boolean', 'Only what is about you, or only what is about others.'),
    organisation: optional(() => ID, 'text', 'Of people who worked for this organisation then, by its id.', (id: string) => keyOfId('Organisation', id, 'text')),
    from: optional(() => GraphQLDateTimeISO, 'timestamptz', 'Of sessions that began then or later.'),
    until: optional(() => GraphQLDateTimeISO, 'timestamptz', 'Of sessions that began before then.'),
  },
  where: {
    own: (entry, own) => sql`coalesce(${entry.isOwn}, false) = ${own}`,
    organisation: (entry, organisation) => sql`${entry.organisation} = ${organisation}`,
    from: (entry, from) => sql`${entry.startsAt} >= ${from}`,
    until: (entry, until) => sql`${entry.startsAt} < ${until}`,
  },
});

query('trainingRecord', { description: 'What people took part in: your own, and that of those for whom you register, or whose embassy you act for; all for the adviser, none for visitors.', page: trainingRecord });
