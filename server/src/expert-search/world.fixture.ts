/** Experts drawn by chance with all that a search looks at, and a search said once more: in plain words, day by day, over the rows as they stand. */
import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../../test/database.ts';
import type { Chance } from '../demonstration/random.ts';

const DAY = 86_400_000;
export const dayAfter = (day: string, days = 1): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Days from one to another, both counted. */
export function daysFrom(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = dayAfter(day)) days.push(day);
  return days;
}

type Em = ReturnType<TestDatabase['orm']['em']['fork']>;

/** What is searched for, as the API takes it. */
export interface Asked {
  readonly professions?: readonly string[];
  readonly languages?: readonly string[];
  readonly atLeast?: string;
  readonly theme?: string;
  readonly country?: string;
  readonly from?: string;
  readonly until?: string;
  readonly isCleared?: boolean;
  readonly mission?: string;
  readonly restedMonths?: number;
  readonly experts?: readonly string[];
}

type Rows = readonly Readonly<Record<string, string>>[];

/** The rows that count, as they stand. */
export interface Stored {
  readonly experts: Rows;
  readonly languages: Rows;
  readonly themes: Rows;
  readonly countries: Rows;
  readonly clearances: Rows;
  readonly requests: readonly (Readonly<Record<'expert' | 'from' | 'until' | 'deadline', string>> & { readonly answeredAt: string | null; readonly answers: readonly string[]; readonly isClosed: boolean; readonly canAnswer: boolean })[];
  readonly engagements: readonly (Readonly<Record<'expert' | 'kind' | 'starts' | 'ends' | 'zone', string>> & { readonly isFirm: boolean })[];
  /** The sessions that each has taught in, put away since. */
  readonly taught: Rows;
}

const ISO = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

/** Reads them as the owner. */
export async function storedRows(database: TestDatabase, where = 'true'): Promise<Stored> {
  const em = database.orm.em.fork();
  const all = <T>(text: string): Promise<T> => em.execute(text) as Promise<T>;
  return {
    experts: await all(`select uuid::text, name, profession_code as profession, last_mission_on::text as last from expert where ${where}`),
    languages: await all('select expert_uuid::text as expert, language_code as code, level from expert_language'),
    themes: await all('select expert_uuid::text as expert, theme_code as code from expert_theme'),
    countries: await all('select expert_uuid::text as expert, country_code as code from expert_country'),
    clearances: await all('select expert_uuid::text as expert, from_on::text as from, until_on::text as until, mission_uuid::text as mission from clearance'),
    requests: await all(`select r.expert_uuid::text as expert, c.from_on::text as from, c.until_on::text as until, c.answers_until::text as deadline, c.closed_at is not null as "isClosed", r.answered_at::text as "answeredAt", r.answers, r.secret_hash is not null or p.id is not null as "canAnswer"
      from availability_request r join availability_call c on c.uuid = r.call_uuid join expert e on e.uuid = r.expert_uuid left join person p on p.id = e.person_id and p.suspended_at is null`),
    engagements: await all(`select g.expert_uuid::text as expert, g.kind, g.is_firm as "isFirm", to_char(lower(h) at time zone 'UTC', '${ISO}') as starts, to_char(upper(h) at time zone 'UTC', '${ISO}') as ends,
      coalesce((select c.time_zone from city c where c.country_iso = g.place limit 1), 'Europe/Paris') as zone from expert_engagement g, unnest(g.held) h where g.expert_uuid is not null`),
    taught: await all(`select t.expert_uuid::text as expert, to_char(s.ends_at at time zone 'UTC', '${ISO}') as ends, s.time_zone as zone from session_trainer t join training_session s on s.uuid = t.session_uuid where s.stage = 'ARCHIVED' and s.uuid not in (select session_uuid from training_session_translation where cancelled_reason is not null)`),
  };
}

export const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'];

/** The day of an instant on the clock of a zone; that on which something is over that ends at one. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function dayIn(at: number, zone: string): string {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  clocks.set(zone, clock);
  return clock.format(at);
}
const lastDay = (end: number, zone: string): string => dayIn(end - 1, zone);

interface Of {
  readonly stored: Stored;
  readonly expert: Stored['experts'][number];
  readonly asked: Asked;
  readonly days: readonly string[];
}

const rowsOf = <T extends { readonly expert: string }>({ expert }: Of, rows: readonly T[]): T[] => rows.filter((row) => row.expert === expert.uuid);
const has = ({ expert }: Of, rows: Rows, code: string): boolean => rows.some((row) => row.expert === expert.uuid && row.code === code);
const said = (code: string, on: readonly string[]): string[] => (on.length > 0 ? [`${code}: ${on.join(' ')}`] : []);

function ofLanguages(of: Of): string[] {
  const { languages, atLeast } = of.asked;
  if (!languages && !atLeast) return [];
  const spoken = rowsOf(of, of.stored.languages as never as { expert: string; code: string; level: string }[]).filter(({ code }) => languages?.includes(code) ?? true);
  const best = spoken.sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || (a.code < b.code ? -1 : 1))[0];
  if (!best) return [languages ? 'LANGUAGE' : 'LEVEL'];
  return atLeast && LEVELS.indexOf(best.level) < LEVELS.indexOf(atLeast) ? [`LEVEL ${best.code} ${best.level}`] : [];
}

function ofSheet(of: Of): string[] {
  const { professions, theme, country } = of.asked;
  return [
    ...(professions && !professions.includes(of.expert.profession!) ? ['PROFESSION'] : []), ...ofLanguages(of),
    ...(theme && !has(of, of.stored.themes, theme) ? ['THEME'] : []), ...(country && !has(of, of.stored.countries, country) ? ['COUNTRY'] : []),
  ];
}

const uncleared = (of: Of): string[] => of.days.filter((day) => !rowsOf(of, of.stored.clearances as never as { expert: string; from: string; until: string; mission: string | null }[]).some((one) => one.from <= day && day <= one.until && (one.mission === null || `Mission_${one.mission}` === of.asked.mission)));

const engaged = (of: Of, isFirm: boolean, code: string): string[] => ['MEETING', 'STAY', 'TRAINING', 'TRAVEL'].flatMap((kind) =>
  said(`${code} ${kind}`, of.days.filter((day) => rowsOf(of, of.stored.engagements).some((one) => one.isFirm === isFirm && one.kind === kind && dayIn(Date.parse(one.starts), one.zone) <= day && day <= lastDay(Date.parse(one.ends), one.zone)))));

function answerOn(of: Of, day: string): string {
  const covering = rowsOf(of, of.stored.requests).filter(({ from, until }) => from <= day && day <= until);
  const last = covering.filter(({ answeredAt }) => answeredAt !== null).sort((a, b) => (a.answeredAt! < b.answeredAt! ? 1 : -1))[0];
  if (last) return last.answers[daysFrom(last.from, day).length - 1]!;
  if (covering.some(({ isClosed, deadline, canAnswer }) => !isClosed && canAnswer && deadline >= dayIn(Date.now(), 'Europe/Paris'))) return 'UNANSWERED';
  return covering.length > 0 ? 'NO_ANSWER' : 'UNASKED';
}

/** On which day somebody was last engaged before a day, which begins where they were when it begins there, or until now; undefined where nothing says. */
function usedBefore(of: Of, from: string | undefined): string | undefined {
  const now = Date.now();
  const eve = from && new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
  const firm = rowsOf(of, of.stored.engagements).filter(({ isFirm }) => isFirm).map(({ starts, ends, zone }) => ({ starts: Date.parse(starts), ends: Date.parse(ends), zone }));
  const begun = firm.filter(({ starts, zone }) => (eve ? dayIn(starts, zone) <= eve : starts < now)).map(({ ends, zone }) => (eve ? [lastDay(ends, zone), eve].sort()[0]! : lastDay(Math.min(ends, now), zone)));
  const taught = rowsOf(of, of.stored.taught as never as { expert: string; ends: string; zone: string }[]).filter(({ ends, zone }) => (eve ? lastDay(Date.parse(ends), zone) <= eve : Date.parse(ends) <= now)).map(({ ends, zone }) => lastDay(Date.parse(ends), zone));
  const { last } = of.expert;
  return [...begun, ...taught, ...(last && last <= (eve ?? lastDay(now, 'Europe/Paris')) ? [last] : [])].sort().at(-1);
}

/** What is to be said of one expert: each reason with its days, one by one, as `CODE detail: days`. */
function reasonsOf(of: Of, today: string): string[] {
  const { isCleared, restedMonths, from = today } = of.asked;
  const answering = (answer: string): string[] => of.days.filter((day) => answerOn(of, day) === answer);
  const used = usedBefore(of, of.asked.from);
  const isLately = restedMonths !== undefined && used !== undefined && used > monthsBefore(from, restedMonths);
  return [
    ...ofSheet(of), ...(isCleared ? said('NOT_CLEARED', uncleared(of)) : []), ...engaged(of, true, 'BUSY'), ...said('ANSWERED_NO', answering('NO')), ...(isLately ? [`USED_LATELY ${used}`] : []),
    ...engaged(of, false, 'MAYBE_BUSY'), ...said('ANSWERED_PERHAPS', answering('PERHAPS')), ...said('NOT_ANSWERED', answering('UNANSWERED')), ...said('NO_ANSWER', answering('NO_ANSWER')), ...said('NOT_ASKED', answering('UNASKED')),
    ...(restedMonths !== undefined && used === undefined ? ['NEVER_USED'] : []),
  ];
}

/** The same day so many months before; the last one of that month where it has no such day. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

const OPEN = ['MAYBE_BUSY', 'ANSWERED_PERHAPS', 'NOT_ANSWERED', 'NO_ANSWER', 'NOT_ASKED', 'NEVER_USED'];

/** What a search says of an expert: days one by one, engagements as `isFirm kind: days`. */
export interface Due {
  readonly state: string;
  readonly reasons: readonly string[];
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly engagements: readonly string[];
  readonly lastUsedOn: string | null;
}

/** What a search says of each expert, by their key. */
export function searched(stored: Stored, asked: Asked): Map<string, Due> {
  const today = dayIn(Date.now(), 'Europe/Paris');
  const days = asked.from === undefined ? [] : daysFrom(asked.from, asked.until ?? asked.from);
  return new Map(stored.experts.map((expert) => {
    const of = { stored, expert, asked, days };
    const reasons = reasonsOf(of, today);
    const state = reasons.some((reason) => !OPEN.includes(reason.split(/[ :]/)[0]!)) ? 'LEFT_OUT' : reasons.length > 0 ? 'UNSURE' : 'FITS';
    const answering = (answer: string): string[] => days.filter((day) => answerOn(of, day) === answer);
    const answers = { yes: answering('YES'), perhaps: answering('PERHAPS'), no: answering('NO'), notAnswered: answering('UNANSWERED'), noAnswer: answering('NO_ANSWER'), notAsked: answering('UNASKED') };
    const engagements = [...engaged(of, true, 'true'), ...engaged(of, false, 'false')];
    return [expert.uuid!, { state, reasons, answers, engagements, lastUsedOn: usedBefore(of, asked.from) ?? null }] as const;
  }));
}

/** A whole number below one. */
export const below = (luck: Chance, n: number): number => luck.int(0, n - 1);

export const PROFESSIONS = ['JUDGE', 'PROSECUTOR', 'POLICE_OFFICER'];
export const LANGUAGES = ['fr', 'en', 'sr', 'tr'];
export const THEMES = ['PROSECUTION', 'ASSISTANCE'];
export const COUNTRIES = ['AL', 'RS', 'TR'];
export const MISSIONS = [1, 2].map((n) => `5a1c3d10-1111-4111-8111-00000000000${n}`);
/** The days around which all of it is drawn. */
export const FIRST = '2098-05-01';

const today = (): string => dayIn(Date.now(), 'Europe/Paris');

/** Draws experts, as many as told, on one side; all that they have is within six weeks. */
export async function drawExperts(database: TestDatabase, luck: Chance, count: number, isDemonstration = true): Promise<string[]> {
  const em = database.orm.em.fork();
  // One takes answers, one is closed, and of one the last day for answers is over.
  const calls = [0, 5, 12].map((after, n) => ({ uuid: randomUUID(), from: dayAfter(FIRST, after), until: dayAfter(FIRST, after + 9), deadline: n === 2 ? '2020-01-15' : dayAfter(FIRST, after), closed: n === 1 ? '2026-01-15' : null }));
  for (const { uuid, from, until, deadline, closed } of calls) {
    await em.execute(`with made as (insert into availability_call (uuid, source_locale, from_on, until_on, answers_until, closed_at, is_demonstration) values (?, 'fr', ?, ?, ?, ?, ?) returning uuid) insert into availability_call_translation (call_uuid, locale, title) select uuid, 'fr', 'T' from made`, [uuid, from, until, deadline, closed, isDemonstration]);
  }
  const keys = Array.from({ length: count }, () => randomUUID());
  for (const uuid of MISSIONS) await em.execute(`with made as (insert into mission (uuid, source_locale, starts_on, ends_on, is_demonstration) values (?, 'fr', ?, ?, true) on conflict do nothing returning uuid) insert into mission_translation (mission_uuid, locale, title) select uuid, 'fr', 'T' from made`, [uuid, FIRST, dayAfter(FIRST, 20)]);
  for (const [n, key] of keys.entries()) {
    await em.execute(`with made as (insert into expert (uuid, source_locale, name, profession_code, institution_code, last_mission_on, is_demonstration) values (?, 'fr', ?, ?, 'ENM', ?, ?) returning uuid) insert into expert_translation (expert_uuid, locale, summary) select uuid, 'fr', 'Forme.' from made`,
      [key, `${luck.pick(['Émile', 'Zoé', 'élodie', 'Łucja', 'Ömer'])} ${n % 7}`, luck.pick(PROFESSIONS), luck.percent(33) ? null : dayAfter(luck.percent(50) ? FIRST : today(), -below(luck, 400)), isDemonstration]);
    await know(em, luck, key);
    for (const call of luck.some(calls, below(luck, calls.length + 1))) await answerBy(em, luck, call, key);
    for (let one = below(luck, 4); one > 0; one -= 1) await engage(em, luck, key);
    if (luck.percent(30)) await teach(em, luck, key);
  }
  return keys;
}

/** What an expert knows, and is cleared for. */
async function know(em: Em, luck: Chance, key: string): Promise<void> {
  for (const code of luck.some(LANGUAGES, below(luck, LANGUAGES.length + 1))) await em.execute('insert into expert_language (expert_uuid, language_code, level) values (?, ?, ?)', [key, code, luck.pick(LEVELS)]);
  for (const code of luck.some(THEMES, below(luck, THEMES.length + 1))) await em.execute('insert into expert_theme (expert_uuid, theme_code) values (?, ?)', [key, code]);
  for (const code of luck.some(COUNTRIES, below(luck, COUNTRIES.length + 1))) await em.execute('insert into expert_country (expert_uuid, country_code) values (?, ?)', [key, code]);
  for (let one = below(luck, 3); one > 0; one -= 1) {
    const from = dayAfter(FIRST, below(luck, 20));
    await em.execute(`insert into clearance (uuid, expert_uuid, from_on, until_on, given_by, given_on, locale, mission_uuid) values (?, ?, ?, ?, 'Cour d’appel', '2025-01-15', 'fr', ?)`, [randomUUID(), key, from, dayAfter(from, below(luck, 15)), luck.percent(50) ? null : luck.pick(MISSIONS)]);
  }
}

async function answerBy(em: Em, luck: Chance, { uuid }: { readonly uuid: string }, expert: string): Promise<void> {
  const answers = below(luck, 3) === 0 ? [] : Array.from({ length: 10 }, () => luck.pick(['YES', 'YES', 'YES', 'NO', 'PERHAPS']));
  await em.execute('insert into availability_request (uuid, call_uuid, expert_uuid, submission, secret_hash, answered_at, answers) values (?, ?, ?, ?, ?, ?, ?::text[])',
    [randomUUID(), uuid, expert, randomUUID(), luck.percent(75) ? randomUUID() : null, answers.length > 0 ? new Date(Date.UTC(2026, 0, 1) + below(luck, 10 ** 9)) : null, `{${answers.join(',')}}`]);
}

async function engage(em: Em, luck: Chance, expert: string): Promise<void> {
  const starts = new Date(Date.parse(`${luck.percent(75) ? dayAfter(FIRST, below(luck, 40) - 15) : dayAfter(today(), 2 - below(luck, 300))}T00:00:00+02:00`) + luck.pick([0, 0, -1, 9, 22]) * 3_600_000);
  const ends = new Date(starts.getTime() + luck.pick([2, 4, 24, 48, 100]) * 3_600_000);
  // Two that keep somebody at the same time are refused: then there is one.
  const again = below(luck, 3) === 0 ? 72 : 0;
  const later = (at: Date): Date => new Date(at.getTime() + again * 3_600_000);
  await em.execute(`insert into expert_engagement (source, who, expert_uuid, kind, place, held, is_firm) values (?, ?, ?, ?, ?, tstzmultirange(tstzrange(?, ?), tstzrange(?, ?)), ?)`, [randomUUID(), expert, expert, luck.pick(['TRAINING', 'MEETING', 'STAY', 'TRAVEL']), luck.pick([null, 'TR', 'AL']), starts, ends, later(starts), later(ends), below(luck, 4) > 0]).catch(() => undefined);
}

/** A session that they taught in, over and put away, or called off and put away: none of `expert_engagement` says it. */
async function teach(em: Em, luck: Chance, expert: string): Promise<void> {
  const starts = new Date(Date.parse(`${dayAfter(luck.percent(50) ? FIRST : today(), -1 - below(luck, 200))}T08:00:00Z`));
  const key = randomUUID();
  const ends = new Date(starts.getTime() + luck.pick([2, 13, 14]) * 3_600_000);
  await em.execute(`with made as (insert into training_session (uuid, source_locale, theme_code, format, starts_at, ends_at, time_zone, places, stage) values (?, 'fr', (select min(code) from theme), 'ONLINE', ?, ?, 'Europe/Istanbul', 9, 'OPEN') returning uuid)
    insert into training_session_translation (session_uuid, locale, title) select uuid, 'fr', 'T' from made`, [key, starts, ends]);
  await em.execute('insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 1)', [key, expert]);
  if (luck.percent(30)) {
    await em.execute(`update training_session_translation set cancelled_reason = 'R' where session_uuid = ?`, [key]);
    await em.execute(`update training_session set stage = 'CANCELLED' where uuid = ?`, [key]);
  }
  await em.execute(`update training_session set stage = 'ARCHIVED' where uuid = ?`, [key]);
}
