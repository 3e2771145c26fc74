/** How training sessions are read. */
import { type Locale, ownLocales } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLDateTimeISO, GraphQLNonEmptyString } from 'graphql-scalars';
import { code, connection, edge, inReadersOrder, keyArgument, localized, many, maybe, maybeLocalized, one, optional, query, reader, type Row, searchIn, type Sql, sql } from '../core/reader/index.ts';
import { AuditEntryReader } from '../audit/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ExpertReader } from '../experts/index.ts';
import { actingStandings, type Standing } from '../members/index.ts';
import { NeedReader } from '../needs/index.ts';
import { RecommendationReader } from '../recommendations/index.ts';
import { AudienceReader, LanguageReader, ThemeReader } from '../vocabulary/index.ts';
import { seenSessions, seenVenues } from './seen-sessions.ts';
import { SessionLevel } from './session-level.ts';
import { SessionAudience, SessionTrainer, SessionVenue } from './session-links.entity.ts';
import { SessionState } from './session-stage.ts';
import { AnnouncedSession, SessionFormat, SessionLanguage, TrainingSession, TrainingSessionTranslation } from './training-session.entity.ts';
import { abilitiesOn } from './training.policy.ts';

const text = (session: Row<TrainingSession>, name: 'title' | 'summary' | 'programme' | 'objectives' | 'cancelledReason') => ({
  from: TrainingSessionTranslation, text: name, of: (x: Row<TrainingSessionTranslation>) => sql<boolean>`${x.session} = ${session.uuid}`,
  source: session.sourceLocale, version: session.sourceVersion,
});

export const SessionLanguageReader = reader(SessionLanguage, {
  fields: (use) => ({ language: one(LanguageReader, (language) => sql`${language.code} = ${use.language}`) }),
});

export const SessionTextsReader = reader(TrainingSessionTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select s.source_locale from training_session s where s.uuid = ${x.session})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select s.source_version from training_session s where s.uuid = ${x.session})`,
  }),
});

const hasBegun = (session: Row<TrainingSession>): Sql<boolean> => sql<boolean>`${session.startsAt} <= now()`;
const isOver = (session: Row<TrainingSession>): Sql<boolean> => sql<boolean>`${session.endsAt} <= now()`;

/** What was called off keeps the reason for it when it is put away. */
const isCalledOff = (session: Row<TrainingSession>): Sql<boolean> => sql<boolean>`(${session.stage} = 'CANCELLED' or ${session.stage} = 'ARCHIVED' and exists (
  select from training_session_translation x where x.session_uuid = ${session.uuid} and x.cancelled_reason <> ''))`;

/** Where it stands at this moment: what people decided, and what the clock has made of it since. */
const stateOf = (session: Row<TrainingSession>): Sql<SessionState> => sql<SessionState>`case when ${session.stage} not in ('OPEN', 'CLOSED') then ${session.stage}
  when ${isOver(session)} then 'DONE' when ${hasBegun(session)} then 'RUNNING' when ${session.registrationUntil} <= now() then 'CLOSED' else ${session.stage} end`;

export const TrainingSessionReader = reader(TrainingSession, {
  rows: seenSessions,
  fields: (session, { circle }) => ({
    title: localized(text(session, 'title')),
    summary: maybeLocalized(text(session, 'summary')),
    programme: maybeLocalized(text(session, 'programme')),
    objectives: maybeLocalized(text(session, 'objectives')),
    cancelledReason: maybeLocalized(text(session, 'cancelledReason')),
    state: stateOf(session),
    theme: one(ThemeReader, (theme) => sql`${theme.code} = ${session.theme}`),
    audiences: many(AudienceReader, {
      via: SessionAudience,
      on: (audience, link) => sql`${link.session} = ${session.uuid} and ${audience.code} = ${link.audience}`,
      order: (audience) => [audience.position],
    }),
    country: maybe(CountryReader, (country) => sql`${country.code} = ${session.country}`),
    // As if nobody shared a place: whoever registers somebody is not told that others did so too.
    placesLeft: sql`greatest(${session.places} - ${session.placesTaken} - ${session.placesShared}, 0)`,
    trainers: many(ExpertReader, {
      via: SessionTrainer,
      on: (expert, link) => sql`${link.session} = ${session.uuid} and ${expert.uuid} = ${link.expert}`,
      order: (_expert, link) => [link.position],
    }),
    languages: many(SessionLanguageReader, {
      on: (use) => sql`${use.session} = ${session.uuid}`,
      order: (use) => [sql`${use.use} desc`, use.language],
    }),
    texts: many(SessionTextsReader, { on: (x) => sql`${x.session} = ${session.uuid}`, order: (x) => [x.locale] }),
    can: code({
      stage: session.stage, country: session.country, needsNomination: session.needsNomination, hasBegun: hasBegun(session), isOver: isOver(session),
      isRegistrationOver: sql<boolean>`coalesce(${session.registrationUntil} <= now(), false)`,
      // Nobody else prepares or translates any.
      standings: circle === 'visitor' ? sql<Standing[]>`json_build_array()` : actingStandings,
    }, abilitiesOn),
  }),
});

edge(TrainingSessionReader, 'venue', {
  description: 'Where in its town it is held; null where that is not said, or not to you.',
  maybe: reader(SessionVenue, { rows: seenVenues }),
  on: (venue, session) => sql`${venue.session} = ${session.uuid}`,
});

const hasWords = searchIn({ of: TrainingSession, texts: TrainingSessionTranslation, owner: (text) => text.session, own: (session) => ({ folded: session.folded, indexed: AnnouncedSession }) });

export const trainingSessions = connection(TrainingSessionReader, {
  description: 'training sessions',
  sorts: {
    STARTS_AT: { description: 'The earliest first.', by: (session) => session.startsAt, type: 'timestamptz' },
    LATEST: { description: 'The latest first.', by: (session) => session.startsAt, type: 'timestamptz', descending: true },
    TITLE: { description: 'By title, in the order of the reader’s language.', by: (session) => inReadersOrder(text(session, 'title')), type: 'text', collated: true },
  },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'Held in this country.'),
    theme: optional(() => String, 'text', 'On this theme, by its code.'),
    level: optional(() => SessionLevel, 'text', 'Of this level.'),
    audience: optional(() => String, 'text', 'For this audience, by its code.'),
    profession: optional(() => String, 'text', 'With a trainer of this profession, by its code.'),
    language: optional(() => String, 'text', 'Held in or interpreted into this language, by its code.'),
    formats: optional(() => [SessionFormat], 'text[]', 'Held in one of these ways.'),
    states: optional(() => [SessionState], 'text[]', 'In one of these states. Those that are put away are left out where none is named.'),
    isCalledOff: optional(() => Boolean, 'boolean', 'Whether it was called off, also where it was put away since.'),
    mine: optional(() => Boolean, 'boolean', 'Whether you teach in it, take part in it, or have registered people for it.'),
    untranslatedIn: optional(() => LocaleScalar, 'text[]', 'Neither over nor put away, and of what you see of it, its programme, documents and the questions that are asked something is not said in this language, or no longer as it is.', (locale: Locale) => ownLocales(locale)),
    from: optional(() => GraphQLDateTimeISO, 'timestamptz', 'Not over before this instant.'),
    until: optional(() => GraphQLDateTimeISO, 'timestamptz', 'Begun before this instant.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'Whose title, summary or town has all of these words, in any language.'),
  },
  byDefault: (session, { states }) => (states ? undefined : sql`${session.stage} <> 'ARCHIVED'`),
  where: {
    country: (session, country) => sql`${session.country} = ${country}`,
    theme: (session, theme) => sql`${session.theme} = ${theme}`,
    level: (session, level) => sql`${session.level} = ${level}`,
    audience: (session, audience) => sql`exists (select from session_audience x where x.session_uuid = ${session.uuid} and x.audience_code = ${audience})`,
    profession: (session, profession) => sql`exists (
      select from session_trainer x join listed_expert e on e.uuid = x.expert_uuid where x.session_uuid = ${session.uuid} and e.profession_code = ${profession})`,
    language: (session, language) => sql`exists (select from session_language x where x.session_uuid = ${session.uuid} and x.language_code = ${language})`,
    formats: (session, formats) => sql`${session.format} = any(${formats})`,
    states: (session, states) => sql`${stateOf(session)} = any(${states})`,
    isCalledOff: (session, calledOff) => sql`${isCalledOff(session)} = ${calledOff}`,
    mine: (session, mine) => sql`(${session.uuid} in (select my_sessions())) = ${mine}`,
    untranslatedIn: (session, locales) => sql`${session.uuid} in (select untranslated_sessions(${locales}))`,
    from: (session, from) => sql`${session.endsAt} >= ${from}`,
    until: (session, until) => sql`${session.startsAt} < ${until}`,
    search: (session, words, _given, actor) => hasWords(session, words, actor),
  },
});

query('trainingSessions', { description: 'The training sessions.', page: trainingSessions });

query('trainingSession', {
  description: 'A training session by id; null when there is none.',
  args: { id: keyArgument('TrainingSession', 'uuid') },
  maybe: TrainingSessionReader,
  on: (session, _owner, args) => sql`${session.uuid} = ${args.id}`,
});

edge(CountryReader, 'trainingSessions', {
  description: 'The training sessions held in the country.',
  page: trainingSessions,
  on: (session, country) => sql`${session.country} = ${country.code}`,
});

edge(ExpertReader, 'trainingSessions', {
  description: 'The training sessions the expert teaches in.',
  page: trainingSessions,
  on: (session, expert) => sql`exists (select from session_trainer x where x.session_uuid = ${session.uuid} and x.expert_uuid = ${expert.uuid})`,
});

edge(TrainingSessionReader, 'recommendations', {
  description: 'The recommendations it works towards, the latest report first.',
  list: RecommendationReader,
  on: (recommendation, session) => sql`exists (select from session_recommendation x where x.session_uuid = ${session.uuid} and x.recommendation_slug = ${recommendation.slug})`,
  order: (recommendation) => [sql`coalesce(${recommendation.year}, 0) desc`, recommendation.slug],
});

edge(RecommendationReader, 'trainingSessions', {
  description: 'The training sessions that work towards it.',
  page: trainingSessions,
  on: (session, recommendation) => sql`exists (select from session_recommendation x where x.session_uuid = ${session.uuid} and x.recommendation_slug = ${recommendation.slug})`,
});

edge(TrainingSessionReader, 'needs', {
  description: 'The needs it works on, of those that you see, the latest first; none for those who see none.',
  list: NeedReader,
  on: (need, session) => sql`exists (select from session_need x where x.session_uuid = ${session.uuid} and x.need_uuid = ${need.uuid})`,
  order: (need) => [sql`${need.enteredAt} desc`, need.uuid],
});

edge(NeedReader, 'trainingSessions', {
  description: 'The training sessions that work on it, of those that you see.',
  page: trainingSessions,
  on: (session, need) => sql`exists (select from session_need x where x.session_uuid = ${session.uuid} and x.need_uuid = ${need.uuid})`,
});

edge(TrainingSessionReader, 'untoldTrainers', {
  description: 'Its trainers whom no mail reaches, since they have no account in which they teach: who prepares it tells them otherwise; none for those who do not prepare it.',
  list: ExpertReader,
  on: (expert, session) => sql`${expert.uuid} in (select untold_trainers(${session.uuid}))`,
  order: (expert) => [expert.uuid],
});

edge(AuditEntryReader, 'trainer', {
  description: 'Which trainer could not be told of a change of a training session by mail; null where it is about something else, or their sheet is gone.',
  maybe: ExpertReader,
  on: (expert, entry) => sql`${entry.subject} = 'TRAINING_SESSION' and ${entry.part} = 'untold_trainer' and ${expert.uuid}::text = ${entry.after}`,
});

edge(AuditEntryReader, 'session', {
  description: 'The training session on which it was done; null where it was done on something else, or it is gone.',
  maybe: TrainingSessionReader,
  on: (session, entry) => sql`${entry.subject} in ('TRAINING_SESSION', 'FORM_QUESTION', 'SESSION_PART', 'SESSION_DOCUMENT', 'FILE') and ${session.uuid} = ${entry.object}`,
});
