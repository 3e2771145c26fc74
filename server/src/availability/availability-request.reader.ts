/** How what experts are asked is read: by the adviser, and each by the expert whose account the sheet belongs to. Nothing of it leads to the call, nor to what others are asked. */
import { AuditEntryReader } from '../audit/index.ts';
import { acting, constant, edge, localized, maybeLocalized, one, query, reader, type Row, type Sql, sql } from '../core/reader/index.ts';
import { ExpertReader } from '../experts/index.ts';
import { AvailabilityCallReader } from './availability-call.reader.ts';
import { AvailabilityCallTranslation } from './availability-call.entity.ts';
import { AvailabilityRequest } from './availability-request.entity.ts';
import { mayAskExperts, PAUSE } from './availability.policy.ts';

/** What the call says, by a column `c.…`. */
const ofCall = <T>(request: Row<AvailabilityRequest>, column: Sql<T>): Sql<T> => sql<T>`(select ${column} from availability_call c where c.uuid = ${request.call})`;
const FROM_ON = sql<string>`c.from_on`;
const IS_OPEN = sql<boolean>`is_call_open(c.answers_until, c.closed_at)`;

const text = (request: Row<AvailabilityRequest>, name: 'title' | 'note') => ({
  from: AvailabilityCallTranslation, text: name, of: (x: Row<AvailabilityCallTranslation>) => sql<boolean>`${x.call} = ${request.call}`, source: ofCall(request, sql<string>`c.source_locale`), version: ofCall(request, sql<number>`c.source_version`),
});

/** Whether it is asked of the expert who acts. */
const isOwn = (request: Row<AvailabilityRequest>): Sql<boolean> => sql<boolean>`exists (select from expert e where e.uuid = ${request.sheet} and e.person_id = ${acting.person})`;

export const AvailabilityRequestReader = reader(AvailabilityRequest, {
  rows: (request, actor) => (mayAskExperts(actor) ? undefined : isOwn(request)),
  fields: (request, actor) => ({
    expert: one(ExpertReader, (expert) => sql`${expert.uuid} = ${request.sheet}`),
    title: localized(text(request, 'title')),
    note: maybeLocalized(text(request, 'note')),
    fromOn: ofCall(request, FROM_ON),
    untilOn: ofCall(request, sql<string>`c.until_on`),
    answersUntil: ofCall(request, sql<string>`c.answers_until`),
    isOpen: ofCall(request, IS_OPEN),
    remindsAt: mayAskExperts(actor) ? sql<Date | null>`availability_reminder_at(${request.uuid})` : sql<Date | null>`null::timestamptz`,
    canBeReminded: mayAskExperts(actor)
      ? sql<boolean>`${request.answeredAt} is null and (${request.secretHash} is null or ${request.askedAt} <= now() - ${constant(PAUSE)}::interval) and ${ofCall(request, IS_OPEN)}` : sql<boolean>`false`,
    canBeAsked: mayAskExperts(actor) ? sql<boolean>`${request.secretHash} is null and ${request.answeredAt} is null and ${ofCall(request, IS_OPEN)}` : sql<boolean>`false`,
  }),
});

edge(AvailabilityCallReader, 'requests', {
  description: 'Who is asked, and what each has answered; whoever was written to longest ago first.', list: AvailabilityRequestReader, on: (request, call) => sql`${request.call} = ${call.uuid}`, order: (request) => [request.askedAt, request.uuid],
});

query('availabilityRequests', {
  description: 'What you are asked as an expert with an account, the last first; none for whoever is none.', list: AvailabilityRequestReader, on: isOwn, order: (request) => [sql`${ofCall(request, FROM_ON)} desc`, request.uuid],
});

edge(AuditEntryReader, 'asked', {
  description: 'Of which expert it was asked, where it is about what somebody was asked; null where their sheet is gone.', maybe: ExpertReader, on: (expert, entry) => sql`${entry.subject} = 'AVAILABILITY_REQUEST' and ${expert.uuid} = ${entry.object}`,
});
