/** How documents of sessions are read: by those whom each is for. */
import { acting, edge, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { SessionDocument } from './session-document.entity.ts';

/** Those of sessions that are theirs to prepare, and of others what is for them; undefined for all. As the rule of the table says it, which their files have too. */
function seen(document: Row<SessionDocument>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return sql<boolean>`document_is_for(${acting.person}, ${document.session}, ${document.visibility})`;
}

export const SessionDocumentReader = reader(SessionDocument, { rows: seen });

edge(TrainingSessionReader, 'documents', {
  description: 'Its documents that are for you, the oldest first.',
  list: SessionDocumentReader,
  on: (document, session) => sql`${document.session} = ${session.uuid}`,
  order: (document) => [document.addedAt, document.uuid],
});
