/** The sessions that calendars list: asked of the readers that the pages ask, as whoever the calendar is for. */
import { type DocumentNode, parse } from 'graphql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { MemberRole } from '../accounts/index.ts';
import { type Actor, RawData, type ReadEngine } from '../core/reader/index.ts';
import type { LocalizedText } from '../core/translation/index.ts';
import type { HeldRole, Shelf } from './calendars.policy.ts';
import { type Said, said } from './said.ts';
import type { SessionToTell } from './session-event.ts';

/** Who asks, in which language. */
export interface Asking {
  readonly locale: Locale;
  readonly actor: Actor;
}

export type Engine = Pick<ReadEngine, 'execute'>;

/** Sessions stay in a calendar for so long after they are over, in milliseconds. */
const REMEMBERED = 92 * 24 * 60 * 60 * 1_000;
const PAGE = 100;
/** What nobody would look through; the earliest count. */
const MOST_SESSIONS = 1_000;

const TEXT = 'fragment Text on LocalizedText { text locale isFallback isOutdated }';
const SESSION = `
  fragment Told on TrainingSession {
    id title { ...Text } summary { ...Text } programme { ...Text } cancelledReason { ...Text } theme { name { ...Text } }
    format town venue { name address } country { name { ...Text } } startsAt endsAt changedAt timeZone state sequence isDemonstration
    parts { day startsAt endsAt room title { ...Text } }
  } ${TEXT}`;
const PAGED = `(filter: $filter, first: ${PAGE}, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...Told } }`;

const ONE = parse(`query CalendarSession($id: ID!) { trainingSession(id: $id) { ...Told } } ${SESSION}`);
const LIST = parse(`query CalendarSessions($filter: TrainingSessionFilter, $after: String) { list: trainingSessions${PAGED} } ${SESSION}`);
const TAUGHT = parse(`query CalendarTaught($expert: ID!, $filter: TrainingSessionFilter, $after: String) { expert(id: $expert) { list: trainingSessions${PAGED} } } ${SESSION}`);
const NAMES = parse(`query CalendarNames { countries { code name { ...Text } } themes { code name { ...Text } } } ${TEXT}`);
const EXPERT = parse(`query CalendarExpert($id: ID!) { expert(id: $id) { profession { name { ...Text } } } } ${TEXT}`);
const ROLES = parse('query CalendarRoles { viewer { memberships { role country { code } organisation { country { code } } } } }');

/** Runs one of the documents above. Throws UserError. */
async function answer<T>(engine: Engine, document: DocumentNode, variables: Readonly<Record<string, unknown>>, context: Asking): Promise<T> {
  const { data, errors } = await engine.execute({ document, variables, context, trusted: true });
  if (errors) throw errors[0]!;
  return (data instanceof RawData ? (JSON.parse(data.json) as { data: unknown }).data : data) as T;
}

/** A session by its id; null when there is none, or none for who asks. Throws UserError. */
export async function sessionOf(engine: Engine, id: string, asking: Asking): Promise<SessionToTell | null> {
  return (await answer<{ trainingSession: SessionToTell | null }>(engine, ONE, { id }, asking)).trainingSession;
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly SessionToTell[];
}

/** The sessions on these shelves, each once, the earliest first, as who asks may see them; at most a thousand. Throws UserError. */
export async function sessionsOn(engine: Engine, shelves: readonly Shelf[], asking: Asking, now: number): Promise<readonly SessionToTell[]> {
  const found = new Map<string, SessionToTell>();
  for (const shelf of shelves) for (const session of await sessionsOf(engine, shelf, asking, now)) found.set(session.id, session);
  return [...found.values()].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || (a.id < b.id ? -1 : 1)).slice(0, MOST_SESSIONS);
}

async function sessionsOf(engine: Engine, { country, theme, expert, mine }: Shelf, asking: Asking, now: number): Promise<readonly SessionToTell[]> {
  const filter = { country, theme, mine, from: new Date(now - REMEMBERED).toISOString() };
  const found: SessionToTell[] = [];
  let after: string | null = null;
  do {
    const page: Page | undefined = await pageOf(engine, { expert, filter, after }, asking);
    if (!page) return found;
    found.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null && found.length < MOST_SESSIONS);
  return found;
}

async function pageOf(engine: Engine, { expert, ...variables }: { readonly expert: string | undefined; readonly filter: object; readonly after: string | null }, asking: Asking): Promise<Page | undefined> {
  if (expert === undefined) return (await answer<{ list: Page }>(engine, LIST, variables, asking)).list;
  return (await answer<{ expert: { list: Page } | null }>(engine, TAUGHT, { ...variables, expert }, asking)).expert?.list;
}

interface Named {
  readonly code: string;
  readonly name: LocalizedText;
}

/** What a shelf is called: its country, its theme, what its expert does; undefined when there is no such thing. Throws UserError. */
export async function namesOf(engine: Engine, { country, theme, expert }: Shelf, asking: Asking): Promise<readonly Said[] | undefined> {
  const { countries, themes } = await answer<{ countries: Named[]; themes: Named[] }>(engine, NAMES, {}, asking);
  const named = (list: readonly Named[], code: string | undefined): (LocalizedText | undefined)[] => (code === undefined ? [] : [list.find((one) => one.code === code)?.name]);
  const names = [...named(countries, country), ...named(themes, theme), ...(expert === undefined ? [] : [await professionOf(engine, expert, asking)])];
  return names.every((name) => name !== undefined) ? names.map(said) : undefined;
}

async function professionOf(engine: Engine, id: string, asking: Asking): Promise<LocalizedText | undefined> {
  return (await answer<{ expert: { profession: { name: LocalizedText } } | null }>(engine, EXPERT, { id }, asking)).expert?.profession.name;
}

/** The roles that somebody acts in today. Throws UserError. */
export async function rolesOf(engine: Engine, person: string, locale: Locale): Promise<readonly HeldRole[]> {
  interface Held { readonly role: MemberRole; readonly country: { code: string } | null; readonly organisation: { country: { code: string } | null } | null }
  // Of themselves everybody sees the same, however near they stand.
  const actor: Actor = { circle: 'network', person, session: null };
  const { viewer } = await answer<{ viewer: { memberships: readonly Held[] } | null }>(engine, ROLES, {}, { locale, actor });
  return (viewer?.memberships ?? []).map(({ role, country, organisation }) => ({ role, country: country?.code ?? organisation?.country?.code ?? null }));
}
