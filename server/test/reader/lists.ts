/** The paged lists once more: which rows a filter leaves, in which order, and the page that the arguments ask for. */
import { GraphQLError } from 'graphql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { World } from './world.ts';
import { hasWords, isUnsaid } from './localise.ts';
import { NEED_CONDITIONS } from './need-conditions.ts';
import { standsAt } from './progress-conditions.ts';
import type { Row } from './rows.ts';
import { invitationState, memberState } from './sight.ts';

export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly sort: string;
  readonly filter?: Filter | null;
}

type Filter = Readonly<Record<string, string | readonly string[] | null | undefined>>;
export type Condition = (world: World, row: Row, value: never, filter: Filter) => boolean;

interface List {
  readonly table: string;
  readonly key: string;
  readonly conditions: Readonly<Record<string, Condition>>;
  /** Which rows are left where the filter is this one, whatever it asks. */
  readonly byDefault?: (row: Row, filter: Filter) => boolean;
}

const linked = (table: string, owner: string, key: string, column: string): Condition => (world, row, value) =>
  world.rows.where(table, owner, row[key]!).some((link) => link[column] === value);
const equal = (column: string): Condition => (_world, row, value) => row[column] === value;
const among = (column: string): Condition => (_world, row, values: readonly string[]) => [values].flat().includes(row[column] as string);

/** Whether who asks teaches in a session, takes part in it, or has registered people for it. */
function isMine({ everything, sight: { person } }: World, uuid: string): boolean {
  if (person === null) return false;
  const { email } = everything.one('person', 'id', person)!;
  return everything.where('session_trainer', 'session_uuid', uuid).some((link) => everything.one('expert', 'uuid', link.expert_uuid!)!.person_id === person)
    || everything.where('registration', 'session_uuid', uuid).some((one) => !['REFUSED', 'WITHDRAWN'].includes(one.state as string) && (one.registered_by_id === person || one.email === email));
}

/** Whether of a session, its parts, documents and the questions that are asked something is not said in a language, or no longer as it is. */
function isSessionUnsaid(rows: World['rows'], { uuid, source_locale: source, source_version: version }: Row, locale: Locale): boolean {
  const texts = rows.where('training_session_translation', 'session_uuid', uuid!);
  const of = (table: string): readonly Row[] => rows.where(table, 'session_uuid', uuid!);
  const lacks = (table: string, key: string, columns: readonly string[]) => (row: Row): boolean =>
    isUnsaid(locale, rows.where(table, key, row.uuid!), columns, row.source_locale as string, row.source_version as number);
  const reasons = texts.filter((text) => text.cancelled_reason !== null && text.cancelled_reason !== '');
  return isUnsaid(locale, texts, ['title', 'summary', 'programme', 'objectives'], source as string, version as number)
    || (reasons.length > 0 && (locale !== source || locale === 'sr-Latn') && isUnsaid(locale, reasons, ['cancelled_reason'], reasons[0]!.locale as string))
    || of('session_part').some(lacks('session_part_translation', 'part_uuid', ['title']))
    || of('session_document').some(lacks('session_document_translation', 'document_uuid', ['title']))
    || of('form_question').filter((question) => question.replaced_at === null && question.closed_at === null).some((question) => lacks('form_question_translation', 'question_uuid', ['label', 'help'])(question)
      || rows.where('form_choice', 'question_uuid', question.uuid!).some((choice) => isUnsaid(locale, rows.where('form_choice_translation', 'choice_uuid', choice.uuid!), ['label'], question.source_locale as string)));
}

/** Where a training session stands, at this moment. */
export function stateOf({ stage, starts_at: starts, ends_at: ends, registration_until: until }: Row): string {
  const now = new Date();
  if (stage !== 'OPEN' && stage !== 'CLOSED') return stage as string;
  if ((starts as Date) <= now) return (ends as Date) <= now ? 'DONE' : 'RUNNING';
  return until !== null && (until as Date) <= now ? 'CLOSED' : stage;
}

const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'];
const found = (table: string, owner: string, key: string, columns: readonly string[], own: (row: Row, world: World) => string): Condition => (world, row, search) =>
  world.rows.where(table, owner, row[key]!).some((version) => hasWords([...columns.map((column) => version[column] ?? ''), own(row, world)].join(' '), search));

/** An expert who speaks `language`, or any when it is not given, at `atLeast` or better, or at any level. */
const speaks: Condition = (world, row, _value, { language, atLeast }) =>
  world.rows.where('expert_language', 'expert_uuid', row.uuid!).some(
    (skill) => (language == null || skill.language_code === language) && (atLeast == null || LEVELS.indexOf(skill.level as string) >= LEVELS.indexOf(atLeast as string)),
  );

export const LISTS: Readonly<Record<string, List>> = {
  Registration: {
    table: 'registration', key: 'uuid',
    conditions: { session: (_world, row, id: string) => `TrainingSession_${String(row.session_uuid)}` === id, states: among('state'), sectors: among('sector'), own: (world, row, value) => (row.is_own === true && row.registered_by_id === world.sight.person) === value },
  },
  TrainingRecordEntry: { table: 'training_record', key: 'uuid', conditions: {} },
  LikelyDouble: { table: 'likely_double', key: 'uuid', conditions: {} },
  Attendee: { table: 'attendee', key: 'uuid', conditions: {} },
  // Nobody of those for whom it is asked here prepares a session.
  SessionInvitation: { table: 'session_invitation', key: 'uuid', conditions: { states: () => true } },
  AccessRequest: { table: 'access_request', key: 'uuid', conditions: {} },
  AuditEntry: { table: 'audit_entry', key: 'uuid', conditions: {} },
  Invitation: { table: 'invitation', key: 'uuid', conditions: { states: (_world, row, values: readonly string[]) => [values].flat().includes(invitationState(row)) } },
  QueuedJob: { table: 'queued_job', key: 'key', conditions: {} },
  NetworkMember: {
    table: 'network_member', key: 'uuid',
    conditions: {
      country: equal('country_code'), roles: among('role'), states: (_world, row, values: readonly string[]) => [values].flat().includes(memberState(row)),
      search: (_world, row, words) => hasWords(String(row.name), words),
    },
  },
  DataRequest: { table: 'data_request', key: 'uuid', conditions: {} },
  Expert: {
    table: 'listed_expert', key: 'uuid',
    conditions: {
      country: linked('expert_country', 'expert_uuid', 'uuid', 'country_code'),
      profession: equal('profession_code'), institution: equal('institution_code'),
      theme: linked('expert_theme', 'expert_uuid', 'uuid', 'theme_code'),
      language: speaks, atLeast: speaks,
      search: found('expert_translation', 'expert_uuid', 'uuid', ['summary'], (expert, { sight }) => (sight.opens(expert.name_visibility) ? String(expert.name) : '')),
    },
  },
  Organisation: {
    table: 'organisation', key: 'slug',
    conditions: {
      country: equal('country_code'), kinds: among('kind'), isPublished: equal('is_published'),
      search: found('organisation_translation', 'organisation_slug', 'slug', ['name', 'activity'], (organisation) => String(organisation.acronym ?? '')),
    },
  },
  Need: {
    table: 'need', key: 'uuid',
    conditions: { country: equal('country_code'), subtheme: equal('subtheme_code'), pillar: equal('pillar'), urgency: equal('urgency'), statuses: among('status'), search: found('need_translation', 'need_uuid', 'uuid', ['title', 'text'], () => ''), ...NEED_CONDITIONS },
  },
  Practice: { table: 'practice', key: 'uuid', conditions: { country: equal('country_code'), theme: equal('theme_code') } },
  Recommendation: {
    table: 'recommendation', key: 'slug',
    conditions: {
      country: equal('country_code'), verb: equal('verb'), standing: standsAt,
      theme: linked('recommendation_theme', 'recommendation_slug', 'slug', 'theme_code'),
      search: found('recommendation_translation', 'recommendation_slug', 'slug', ['summary'], () => ''),
    },
  },
  Term: {
    table: 'term', key: 'code',
    conditions: {
      domain: equal('domain'), exceptDomain: (_world, row, value) => row.domain !== value,
      search: found('term_name', 'term_code', 'code', ['name'], () => ''),
    },
  },
  TrainingSession: {
    table: 'training_session', key: 'uuid', byDefault: ({ stage }, { states }) => states != null || stage !== 'ARCHIVED',
    conditions: {
      country: equal('country_code'), theme: equal('theme_code'), level: equal('level'), formats: among('format'),
      states: (_world, row, values: readonly string[]) => [values].flat().includes(stateOf(row)),
      isCalledOff: (world, row, value) => (row.stage === 'CANCELLED'
        || (row.stage === 'ARCHIVED' && world.rows.where('training_session_translation', 'session_uuid', row.uuid!).some((text) => Boolean(text.cancelled_reason)))) === value,
      audience: linked('session_audience', 'session_uuid', 'uuid', 'audience_code'),
      language: linked('session_language', 'session_uuid', 'uuid', 'language_code'),
      profession: (world, row, value) =>
        world.rows.where('session_trainer', 'session_uuid', row.uuid!).some((link) => world.rows.one('listed_expert', 'uuid', link.expert_uuid!)!.profession_code === value),
      mine: (world, row, value) => isMine(world, row.uuid as string) === value,
      untranslatedIn: (world, row, locale) => row.stage !== 'ARCHIVED' && (row.ends_at as Date) > new Date() && isSessionUnsaid(world.rows, row, locale),
      from: (_world, row, value) => (row.ends_at as Date) >= new Date(value),
      until: (_world, row, value) => (row.starts_at as Date) < new Date(value),
      search: found('training_session_translation', 'session_uuid', 'uuid', ['title', 'summary'], (session) => String(session.town ?? '')),
    },
  },
};

const MAXIMUM = 100;

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function validate({ first, after, last, before }: PageArgs): void {
  const sizes = [first, last].filter((size) => size != null);
  if (sizes.length === 2) refuse('both sizes');
  if (sizes.some((size) => size < 0 || size > MAXIMUM)) refuse('size');
  if (after != null && last != null) refuse('after with last');
  if (before != null && last == null) refuse('before without last');
}

/** The page of `type` that the arguments ask for, of the rows that `within` accepts. */
export function page(world: World, locale: Locale, type: string, args: PageArgs, within: (row: Row) => boolean = () => true): object {
  validate(args);
  const { table, key, conditions, byDefault } = LISTS[type]!;
  const filters = Object.entries(args.filter ?? {}).filter(([, value]) => value != null);
  const rows = world.ordered(type, args.sort, locale)
    .map((id) => world.rows.one(table, key, id)!)
    .filter((row) => within(row) && byDefault?.(row, args.filter ?? {}) !== false && filters.every(([name, value]) => conditions[name]!(world, row, value as never, args.filter!)));
  const place = (cursor: string): number => world.place(type, args.sort, locale, cursor) ?? refuse('cursor');
  const rank = (row: Row): number => world.rank(type, args.sort, locale, row[key] as string);
  const isBackward = args.last != null;
  let left = rows;
  if (args.after != null) {
    const after = place(args.after);
    left = rows.filter((row) => rank(row) > after);
  }
  if (args.before != null) {
    const before = place(args.before);
    left = rows.filter((row) => rank(row) < before);
  }
  const size = args.last ?? args.first ?? 20;
  const shown = isBackward ? left.slice(Math.max(left.length - size, 0)) : left.slice(0, size);
  const hasMore = left.length > size;
  const cursor = (row: Row | undefined): string | null => (row ? world.cursor(type, args.sort, locale, row[key] as string) : null);
  return {
    nodes: shown, totalCount: rows.length, edges: shown.map((node) => ({ node, cursor: cursor(node) })),
    page_info: {
      has_next_page: isBackward ? args.before != null : hasMore, has_previous_page: isBackward ? hasMore : args.after != null,
      start_cursor: cursor(shown[0]), end_cursor: cursor(shown.at(-1)),
    },
  };
}
