/** How requests about data are read: by who asked, and by the adviser. */
import { mayAnswerDataRequests, PersonReader } from '../accounts/index.ts';
import { acting, connection, edge, maybe, optional, query, reader, sql } from '../core/reader/index.ts';
import { DataRequest } from './data-request.entity.ts';

const DataRequestReader = reader(DataRequest, {
  rows: (request, actor) => (mayAnswerDataRequests(actor) ? undefined : sql`${request.person} = ${acting.person}`),
  fields: (request) => ({
    person: maybe(PersonReader, (person) => sql`${person.uuid} = ${request.person}`),
    daysLeft: sql<number>`(${request.dueOn} - current_date)`,
  }),
});

const dataRequests = connection(DataRequestReader, {
  description: 'requests about data',
  sorts: { DUE: { description: 'The first to be answered first.', by: (request) => sql`${request.dueOn}`, type: 'date' } },
  filters: { isAnswered: optional(() => Boolean, 'boolean', 'Those that are answered, or those that wait.') },
  where: { isAnswered: (request, isAnswered) => sql`(${request.answeredAt} is not null) = ${isAnswered}` },
});

query('dataRequests', { description: 'What people ask about the data kept about them: for the adviser; others see their own.', page: dataRequests });

edge(PersonReader, 'dataRequests', {
  description: 'What they have asked about the data kept about them, the latest first.',
  list: DataRequestReader,
  on: (request, person) => sql`${request.person} = ${person.uuid}`,
  order: (request) => [sql`${request.askedAt} desc`, request.uuid],
});
