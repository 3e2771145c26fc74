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
  readonly restedMonths?: number;
}

type Rows = readonly Readonly<Record<string, string>>[];

/** The rows that count, as they stand. */
export interface Stored {
  readonly experts: Rows;
  readonly languages: Rows;
  readonly themes: Rows;
  readonly countries: Rows;
  readonly clearances: Rows;
  readonly requests: readonly (Readonly<Record<'expert' | 'from' | 'until', string>> & { readonly answeredAt: string | null; readonly answers: readonly string[] })[];
  readonly engagements: readonly (Readonly<Record<'expert' | 'kind' | 'starts' | 'ends', string>> & { readonly isFirm: boolean })[];
}

/** Reads them as the owner; days and hours as France says them. */
export async function storedRows(database: TestDatabase, where = 'true'): Promise<Stored> {
  const em = database.orm.em.fork();
  const all = <T>(text: string): Promise<T> => em.execute(text) as Promise<T>;
  return {
    experts: await all(`select uuid::text, name, profession_code as profession, last_mission_on::text as last from expert where ${where}`),
    languages: await all('select expert_uuid::text as expert, language_code as code, level from expert_language'),
    themes: await all('select expert_uuid::text as expert, theme_code as code from expert_theme'),
    countries: await all('select expert_uuid::text as expert, country_code as code from expert_country'),
    clearances: await all('select expert_uuid::text as expert, from_on::text as from, until_on::text as until from clearance'),
    requests: await all('select r.expert_uuid::text as expert, c.from_on::text as from, c.until_on::text as until, r.answered_at::text as "answeredAt", r.answers from availability_request r join availability_call c on c.uuid = r.call_uuid'),
    engagements: await all(`select g.expert_uuid::text as expert, g.kind, g.is_firm as "isFirm", (lower(h) at time zone 'Europe/Paris')::text as starts, (upper(h) at time zone 'Europe/Paris')::text as ends from expert_engagement g, unnest(g.held) h where g.expert_uuid is not null`),
  };
}

export const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'];

/** The day on which something is over that ends at an instant (`2098-05-03 00:00:00`): the day before, where that is midnight. */
const lastDay = (ends: string): string => (ends.endsWith(' 00:00:00') ? dayAfter(ends.slice(0, 10), -1) : ends.slice(0, 10));

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
  if (!languages) return [];
  const spoken = rowsOf(of, of.stored.languages as never as { expert: string; code: string; level: string }[]).filter(({ code }) => languages.includes(code));
  const best = spoken.sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || (a.code < b.code ? -1 : 1))[0];
  if (!best) return ['LANGUAGE'];
  return atLeast && LEVELS.indexOf(best.level) < LEVELS.indexOf(atLeast) ? [`LEVEL ${best.code} ${best.level}`] : [];
}

function ofSheet(of: Of): string[] {
  const { professions, theme, country } = of.asked;
  return [
    ...(professions && !professions.includes(of.expert.profession!) ? ['PROFESSION'] : []), ...ofLanguages(of),
    ...(theme && !has(of, of.stored.themes, theme) ? ['THEME'] : []), ...(country && !has(of, of.stored.countries, country) ? ['COUNTRY'] : []),
  ];
}

const uncleared = (of: Of): string[] => of.days.filter((day) => !rowsOf(of, of.stored.clearances as never as { expert: string; from: string; until: string }[]).some((one) => one.from <= day && day <= one.until));

const engaged = (of: Of, isFirm: boolean, code: string): string[] => ['MEETING', 'STAY', 'TRAINING', 'TRAVEL'].flatMap((kind) =>
  said(`${code} ${kind}`, of.days.filter((day) => rowsOf(of, of.stored.engagements).some((one) => one.isFirm === isFirm && one.kind === kind && one.starts.slice(0, 10) <= day && day <= lastDay(one.ends)))));

function answerOn(of: Of, day: string): string {
  const covering = rowsOf(of, of.stored.requests).filter(({ from, until }) => from <= day && day <= until);
  const last = covering.filter(({ answeredAt }) => answeredAt !== null).sort((a, b) => (a.answeredAt! < b.answeredAt! ? 1 : -1))[0];
  if (last) return last.answers[daysFrom(last.from, day).length - 1]!;
  return covering.length > 0 ? 'UNANSWERED' : 'UNASKED';
}

/** When somebody was last engaged before a day; undefined where nothing says. */
function usedBefore(of: Of, start: string): string | undefined {
  const ends = rowsOf(of, of.stored.engagements).filter((one) => one.isFirm).map((one) => one.ends);
  const { last } = of.expert;
  return [...ends.filter((end) => end <= `${start} 00:00:00`).map(lastDay), ...(last && last < start ? [last] : [])].sort().at(-1);
}

/** What is to be said of one expert: each reason with its days, one by one, as `CODE detail: days`. */
function reasonsOf(of: Of, today: string): string[] {
  const { isCleared, restedMonths, from = today } = of.asked;
  const answering = (answer: string): string[] => of.days.filter((day) => answerOn(of, day) === answer);
  const used = usedBefore(of, from);
  const isLately = restedMonths !== undefined && used !== undefined && used > monthsBefore(from, restedMonths);
  return [
    ...ofSheet(of), ...(isCleared ? said('NOT_CLEARED', uncleared(of)) : []), ...engaged(of, true, 'BUSY'), ...said('ANSWERED_NO', answering('NO')), ...(isLately ? [`USED_LATELY ${used}`] : []),
    ...engaged(of, false, 'MAYBE_BUSY'), ...said('ANSWERED_PERHAPS', answering('PERHAPS')), ...said('NOT_ANSWERED', answering('UNANSWERED')), ...said('NOT_ASKED', answering('UNASKED')),
    ...(restedMonths !== undefined && used === undefined ? ['NEVER_USED'] : []),
  ];
}

/** The same day so many months before; the last one of that month where it has no such day. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

const OPEN = ['MAYBE_BUSY', 'ANSWERED_PERHAPS', 'NOT_ANSWERED', 'NOT_ASKED', 'NEVER_USED'];

/** What a search says of each expert, by their key. */
export function searched(stored: Stored, asked: Asked, today: string): Map<string, { readonly state: string; readonly reasons: readonly string[] }> {
  const days = asked.from === undefined ? [] : daysFrom(asked.from, asked.until ?? asked.from);
  return new Map(stored.experts.map((expert) => {
    const reasons = reasonsOf({ stored, expert, asked, days }, today);
    const state = reasons.some((reason) => !OPEN.includes(reason.split(/[ :]/)[0]!)) ? 'LEFT_OUT' : reasons.length > 0 ? 'UNSURE' : 'FITS';
    return [expert.uuid!, { state, reasons }] as const;
  }));
}

/** A whole number below one. */
export const below = (luck: Chance, n: number): number => luck.int(0, n - 1);

export const PROFESSIONS = ['JUDGE', 'PROSECUTOR', 'POLICE_OFFICER'];
export const LANGUAGES = ['fr', 'en', 'sr', 'tr'];
export const THEMES = ['PROSECUTION', 'ASSISTANCE'];
export const COUNTRIES = ['AL', 'RS', 'TR'];
/** The days around which all of it is drawn. */
export const FIRST = '2098-05-01';

/** Draws experts, as many as told, on one side; all that they have is within six weeks. */
export async function drawExperts(database: TestDatabase, luck: Chance, count: number, isDemonstration = true): Promise<string[]> {
  const em = database.orm.em.fork();
  const calls = [0, 5, 12].map((after) => ({ uuid: randomUUID(), from: dayAfter(FIRST, after), until: dayAfter(FIRST, after + 9) }));
  for (const { uuid, from, until } of calls) {
    await em.execute(`with made as (insert into availability_call (uuid, source_locale, from_on, until_on, answers_until, is_demonstration) values (?, 'fr', ?, ?, ?, ?) returning uuid) insert into availability_call_translation (call_uuid, locale, title) select uuid, 'fr', 'T' from made`, [uuid, from, until, from, isDemonstration]);
  }
  const keys = Array.from({ length: count }, () => randomUUID());
  for (const [n, key] of keys.entries()) {
    await em.execute(`with made as (insert into expert (uuid, source_locale, name, profession_code, institution_code, last_mission_on, is_demonstration) values (?, 'fr', ?, ?, 'ENM', ?, ?) returning uuid) insert into expert_translation (expert_uuid, locale, summary) select uuid, 'fr', 'Forme.' from made`,
      [key, `${luck.pick(['Émile', 'Zoé', 'élodie', 'Łucja', 'Ömer'])} ${n % 7}`, luck.pick(PROFESSIONS), luck.percent(33) ? null : dayAfter(FIRST, -below(luck, 400)), isDemonstration]);
    await know(em, luck, key);
    for (const call of luck.some(calls, below(luck, calls.length + 1))) await answerBy(em, luck, call, key);
    for (let one = below(luck, 4); one > 0; one -= 1) await engage(em, luck, key);
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
    await em.execute(`insert into clearance (uuid, expert_uuid, from_on, until_on, given_by, given_on, locale) values (?, ?, ?, ?, 'Cour d’appel', '2025-01-15', 'fr')`, [randomUUID(), key, from, dayAfter(from, below(luck, 15))]);
  }
}

async function answerBy(em: Em, luck: Chance, { uuid }: { readonly uuid: string }, expert: string): Promise<void> {
  const answers = below(luck, 3) === 0 ? [] : Array.from({ length: 10 }, () => luck.pick(['YES', 'YES', 'YES', 'NO', 'PERHAPS']));
  await em.execute('insert into availability_request (uuid, call_uuid, expert_uuid, submission, secret_hash, answered_at, answers) values (?, ?, ?, ?, ?, ?, ?::text[])',
    [randomUUID(), uuid, expert, randomUUID(), randomUUID(), answers.length > 0 ? new Date(Date.UTC(2026, 0, 1) + below(luck, 10 ** 9)) : null, `{${answers.join(',')}}`]);
}

async function engage(em: Em, luck: Chance, expert: string): Promise<void> {
  const starts = new Date(Date.parse(`${dayAfter(FIRST, below(luck, 40) - 15)}T00:00:00+02:00`) + luck.pick([0, 0, 9, 22]) * 3_600_000);
  const ends = new Date(starts.getTime() + luck.pick([2, 4, 24, 48, 100]) * 3_600_000);
  // Two that keep somebody at the same time are refused: then there is one.
  const again = below(luck, 3) === 0 ? 72 : 0;
  const later = (at: Date): Date => new Date(at.getTime() + again * 3_600_000);
  await em.execute(`insert into expert_engagement (source, who, expert_uuid, kind, held, is_firm) values (?, ?, ?, ?, tstzmultirange(tstzrange(?, ?), tstzrange(?, ?)), ?)`, [randomUUID(), expert, expert, luck.pick(['TRAINING', 'MEETING', 'STAY', 'TRAVEL']), starts, ends, later(starts), later(ends), below(luck, 4) > 0]).catch(() => undefined);
}
