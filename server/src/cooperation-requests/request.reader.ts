/** How cooperation requests are read: by the post of their country, by the authorities that have sent them, and by the adviser. */
import { GraphQLCountryCode, GraphQLNonEmptyString } from 'graphql-scalars';
import { acting, code, connection, edge, inReadersOrder, keyArgument, localized, many, maybe, one, optional, query, reader, type Row, searchIn, sql } from '../core/reader/index.ts';
import { CountryReader, CountryTranslation } from '../countries/index.ts';
import { actingStandings } from '../members/index.ts';
import { MissionLegReader, MissionReader } from '../missions/index.ts';
import { NeedReader, NeedUrgency } from '../needs/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { AudienceReader, ThemeReader } from '../vocabulary/index.ts';
import { CooperationRequestOpinion } from './request-opinion.entity.ts';
import { CooperationRequestAudience, CooperationRequestStep } from './request-parts.entity.ts';
import { CooperationRequestKind, CooperationRequestStatus, type RequestOpinionState } from './request-words.ts';
import { CooperationRequest, CooperationRequestTranslation } from './request.entity.ts';
import { requestAbilities, seenOpinions, seenRequests } from './request.policy.ts';

const text = (request: Row<CooperationRequest>, name: 'subject' | 'text') => ({
  from: CooperationRequestTranslation, text: name, of: (x: Row<CooperationRequestTranslation>) => sql<boolean>`${x.request} = ${request.uuid}`, source: request.sourceLocale, version: request.sourceVersion,
});

const TextsReader = reader(CooperationRequestTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select r.source_locale from cooperation_request r where r.uuid = ${x.request})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select r.source_version from cooperation_request r where r.uuid = ${x.request})`,
  }),
});
const StepReader = reader(CooperationRequestStep, {});
const OpinionReader = reader(CooperationRequestOpinion, {
  rows: seenOpinions,
  fields: (opinion) => ({ state: sql<RequestOpinionState>`(select request_opinion_state(${opinion.answer}, r.due_at, r.settled_at, ${opinion.silenceAgrees}) from cooperation_request r where r.uuid = ${opinion.request})` }),
});

export const CooperationRequestReader = reader(CooperationRequest, {
  rows: seenRequests,
  fields: (request) => ({
    country: one(CountryReader, (country) => sql`${country.code} = ${request.country}`),
    theme: one(ThemeReader, (theme) => sql`${theme.code} = ${request.theme}`),
    audiences: many(AudienceReader, { via: CooperationRequestAudience, on: (audience, link) => sql`${link.request} = ${request.uuid} and ${audience.code} = ${link.audience}`, order: (audience) => [audience.position] }),
    need: maybe(NeedReader, (need) => sql`${need.uuid} = ${request.need}`),
    session: maybe(TrainingSessionReader, (session) => sql`${session.uuid} = ${request.session}`),
    mission: maybe(MissionReader, (mission) => sql`${mission.uuid} = ${request.mission}`),
    subject: localized(text(request, 'subject')),
    text: localized(text(request, 'text')),
    texts: many(TextsReader, { on: (x) => sql`${x.request} = ${request.uuid}`, order: (x) => [x.locale] }),
    can: code({ country: request.country, status: request.status, sentAs: request.sentAs, isOpen: sql<boolean>`coalesce(now() < ${request.dueAt}, false)`, isHeard: sql<boolean>`request_is_heard(${request.uuid})`, decision: request.decision, standings: actingStandings }, ({ standings, ...facts }) => requestAbilities(facts, standings)),
  }),
});

edge(CooperationRequestReader, 'opinions', { description: 'What the services of the post think of it, those that are asked; none for others than that post and the adviser.', list: OpinionReader, on: (opinion, request) => sql`${opinion.request} = ${request.uuid}`, order: (opinion) => [opinion.service] });
edge(CooperationRequestReader, 'history', { description: 'How it went, from its being sent on.', list: StepReader, on: (step, request) => sql`${step.request} = ${request.uuid}`, order: (step) => [step.position] });

edge(CooperationRequestReader, 'missionLegs', {
  description: 'The legs in its country of the mission that came of it, of those that you see: of a post, those that are shown to it.',
  list: MissionLegReader,
  on: (leg, request) => sql`${leg.mission} = ${request.mission} and ${leg.country} = ${request.country}`,
  order: (leg) => [leg.startsOn, leg.uuid],
});

const hasWords = searchIn({ of: CooperationRequest, texts: CooperationRequestTranslation, owner: (x) => x.request });
const nameOf = (request: Row<CooperationRequest>) => ({ from: CountryTranslation, text: 'name' as const, of: (x: Row<CountryTranslation>) => sql<boolean>`${x.country} = ${request.country}`, source: 'en' as const });

const requests = connection(CooperationRequestReader, {
  description: 'cooperation requests',
  sorts: {
    NEWEST: { description: 'Those sent last first.', by: (request) => request.sentAt, type: 'timestamptz', descending: true },
    URGENCY: { description: 'The most urgent first.', by: (request) => sql<number>`array_position(array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], ${request.urgency})`, type: 'int', descending: true },
    DUE: { description: 'Those first whose embassy is to answer first.', by: (request) => sql<string>`coalesce(${request.dueOn}, 'infinity'::date)`, type: 'date' },
    COUNTRY: { description: 'By country, in the order of the reader’s language.', by: (request) => inReadersOrder(nameOf(request)), type: 'text', collated: true },
  },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'Of this country.'),
    kind: optional(() => CooperationRequestKind, 'text', 'That ask for this.'),
    theme: optional(() => String, 'text', 'About this theme, by its code.'),
    urgency: optional(() => NeedUrgency, 'text', 'Of this urgency.'),
    statuses: optional(() => [CooperationRequestStatus], 'text[]', 'That stand in one of these places.'),
    awaitsYou: optional(() => Boolean, 'boolean', 'That wait for what your service of the post thinks of them, or, of the adviser, for a decision about them; or do not.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'That have all of these words, in any language.'),
  },
  where: {
    country: (request, country) => sql`${request.country} = ${country}`,
    kind: (request, kind) => sql`${request.kind} = ${kind}`,
    theme: (request, theme) => sql`${request.theme} = ${theme}`,
    urgency: (request, urgency) => sql`${request.urgency} = ${urgency}`,
    statuses: (request, statuses) => sql`${request.status} = any(${statuses})`,
    awaitsYou: (request, awaits) => sql`((${request.status} in ('SENT', 'CONSULTED') and (select is_adviser()) and request_is_heard(${request.uuid}))
      or (${request.status} = 'CONSULTED' and now() < ${request.dueAt} and exists (select from cooperation_request_opinion o where o.request_uuid = ${request.uuid} and o.answer is null and is_serving(${acting.person}, ${request.country}, o.service)))) = ${awaits}`,
    search: (request, words, _given, actor) => hasWords(request, words, actor),
  },
});

query('cooperationRequests', { description: 'The cooperation requests that you see: of a post, those for its country; of an authority, those that authorities of its country have sent; of the adviser, all; none for others.', page: requests });

query('cooperationRequest', {
  description: 'A cooperation request by id; null when there is none, or none for you.',
  args: { id: keyArgument('CooperationRequest', 'uuid') },
  maybe: CooperationRequestReader,
  on: (request, _owner, args) => sql`${request.uuid} = ${args.id}`,
});

const latest = (request: Row<CooperationRequest>) => [sql`${request.sentAt} desc`, request.uuid];
edge(NeedReader, 'cooperationRequests', { description: 'What was asked for to answer it, the last first, as far as you see it.', list: CooperationRequestReader, on: (request, need) => sql`${request.need} = ${need.uuid}`, order: latest });
edge(TrainingSessionReader, 'cooperationRequests', { description: 'The cooperation requests that it came of, the last first, as far as you see them.', list: CooperationRequestReader, on: (request, session) => sql`${request.session} = ${session.uuid}`, order: latest });
edge(MissionReader, 'cooperationRequests', { description: 'The cooperation requests that it came of, the last first.', list: CooperationRequestReader, on: (request, mission) => sql`${request.mission} = ${mission.uuid}`, order: latest });
edge(MissionLegReader, 'cooperationRequests', {
  description: 'The cooperation requests of its country that its mission came of, the last first, as far as you see them.',
  list: CooperationRequestReader,
  on: (request, leg) => sql`${request.mission} = ${leg.mission} and ${request.country} = ${leg.country}`,
  order: latest,
});
