/** How calls for availability are read: by the adviser's circle, and by nobody else on any path. */
import { code, connection, inReadersOrder, keyArgument, localized, many, maybeLocalized, optional, query, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { AvailabilityCall, AvailabilityCallState, AvailabilityCallTranslation } from './availability-call.entity.ts';
import { callAbilities, mayAskExperts } from './availability.policy.ts';

/** Undefined for all of them. */
const seenCalls = (actor: RuleActor): Sql<boolean> | undefined => (mayAskExperts(actor) ? undefined : sql<boolean>`false`);

const text = (call: Row<AvailabilityCall>, name: 'title' | 'note') => ({
  from: AvailabilityCallTranslation, text: name, of: (x: Row<AvailabilityCallTranslation>) => sql<boolean>`${x.call} = ${call.uuid}`, source: call.sourceLocale, version: call.sourceVersion,
});

const isOpen = (call: Row<AvailabilityCall>): Sql<boolean> => sql<boolean>`is_call_open(${call.answersUntil}, ${call.closedAt})`;
const asked = (call: Row<AvailabilityCall>): Sql<number> => sql<number>`(select count(*)::int from availability_request r where r.call_uuid = ${call.uuid})`;

const stateOf = (call: Row<AvailabilityCall>): Sql<AvailabilityCallState> => sql<AvailabilityCallState>`case when not ${isOpen(call)} then 'CLOSED' when ${asked(call)} = 0 then 'DRAFT' else 'OPEN' end`;

const TextsReader = reader(AvailabilityCallTranslation, {
  rows: (_text, actor) => seenCalls(actor),
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select c.source_locale from availability_call c where c.uuid = ${x.call})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select c.source_version from availability_call c where c.uuid = ${x.call})`,
  }),
});

export const AvailabilityCallReader = reader(AvailabilityCall, {
  rows: (_call, actor) => seenCalls(actor),
  fields: (call) => ({
    title: localized(text(call, 'title')),
    note: maybeLocalized(text(call, 'note')),
    state: stateOf(call),
    remindsOn: sql<string>`availability_reminds_on(${call.answersUntil})`,
    asked: asked(call),
    answered: sql<number>`(select count(*)::int from availability_request r where r.call_uuid = ${call.uuid} and r.answered_at is not null)`,
    texts: many(TextsReader, { on: (x) => sql`${x.call} = ${call.uuid}`, order: (x) => [x.locale] }),
    can: code({ isClosed: sql<boolean>`${call.closedAt} is not null`, isOpen: isOpen(call) }, callAbilities),
  }),
});

const calls = connection(AvailabilityCallReader, {
  description: 'calls for availability',
  sorts: {
    LATEST: { description: 'The one whose days begin last first.', by: (call) => call.fromOn, type: 'date', descending: true },
    FROM_ON: { description: 'The one whose days begin first first.', by: (call) => call.fromOn, type: 'date' },
    TITLE: { description: 'By title, in the order of the reader’s language.', by: (call) => inReadersOrder(text(call, 'title')), type: 'text', collated: true },
  },
  filters: { states: optional(() => [AvailabilityCallState], 'text[]', 'In one of these states.') },
  where: { states: (call, states) => sql`${stateOf(call)} = any(${states})` },
});

query('availabilityCalls', { description: 'The calls for availability: the adviser’s alone; none for others.', page: calls });

query('availabilityCall', {
  description: 'A call for availability by id; null when there is none, or none for you.',
  args: { id: keyArgument('AvailabilityCall', 'uuid') },
  maybe: AvailabilityCallReader,
  on: (call, _owner, args) => sql`${call.uuid} = ${args.id}`,
});
