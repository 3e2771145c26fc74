/** How documents of sessions are read: by those whom each is for. */
import { checkFields } from '../core/files/index.ts';
import { acting, edge, localized, many, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { SessionDocument, SessionDocumentTranslation } from './session-document.entity.ts';

/** Those of sessions that are theirs to prepare, and of others what is for them; undefined for all. As the rule of the table says it, which their files have too. */
function seen(document: Row<SessionDocument>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return sql<boolean>`document_is_for(${acting.person}, ${document.session}, ${document.visibility})`;
}

const TextsReader = reader(SessionDocumentTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select d.source_locale from session_document d where d.uuid = ${x.document})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select d.source_version from session_document d where d.uuid = ${x.document})`,
  }),
});

export const SessionDocumentReader = reader(SessionDocument, {
  rows: seen,
  fields: (document) => ({
    title: localized({
      from: SessionDocumentTranslation, text: 'title', of: (x: Row<SessionDocumentTranslation>) => sql<boolean>`${x.document} = ${document.uuid}`, source: document.sourceLocale, version: document.sourceVersion,
    }),
    texts: many(TextsReader, { on: (x) => sql`${x.document} = ${document.uuid}`, order: (x) => [x.locale] }),
    locale: document.sourceLocale,
    ...checkFields(sql`c.document_uuid = ${document.uuid}`),
  }),
});

edge(TrainingSessionReader, 'documents', {
  description: 'Its documents that are for you, the oldest first.',
  list: SessionDocumentReader,
  on: (document, session) => sql`${document.session} = ${session.uuid}`,
  order: (document) => [document.addedAt, document.uuid],
});
