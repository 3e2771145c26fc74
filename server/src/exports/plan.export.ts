/** A plan as a list: a line for each meeting and each journey, with its hours as the clocks there show them. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Told } from '../core/pdf/index.ts';
import { along, PAPER_WORDS } from '../papers/index.ts';
import { goalsIn, limitsIn } from './plan-goals.ts';
import { countryToldIn, nameIn, subjectIn, titleIn, toldIn } from './plan-names.ts';
import { type PlanRead, planRead, type PlanWanted } from './plan-read.ts';
import { type PlanRow, planRows } from './plan-rows.ts';
import { boundIn, madeIn, marksIn } from './plan-standing.ts';
import { textIn } from './plan-texts.ts';
import { type InFile, saidCells } from './said.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

/** What counted, and what could be spent, as two small tables. */
function countedIn(read: PlanRead, locale: Locale, words: ExportWords['plan']): readonly (readonly Cell[])[] {
  const [{ way, goals, sum }, limits, { goals: said }] = [goalsIn(read, locale, words), limitsIn(read, locale, words), words];
  return [
    [said.counted, way, sum], [said.goal, said.amount, ...(sum ? [said.points] : []), said.proof], ...goals.map(({ name, amount, points, unknown, proof }) => [name, amount, ...(sum ? [points] : []), proof, unknown]),
    ...(limits.length > 0 ? [[said.limits, said.most, said.amount]] : []), ...limits.map(({ name, most, amount }) => [name, most, amount]),
  ];
}

/** The heads of the table: those of a meeting, and what a journey has beside. */
function headsOf({ plan: { head }, head: { country }, said }: ExportWords, locale: Locale): readonly string[] {
  const { city, means, arrives } = PAPER_WORDS[locale];
  const at = (label: string, of: string): string => `${label} (${of})`;
  return [textIn(locale)('board.what'), head.day, head.starts, at(head.day, head.ends), head.ends, head.zone, at(head.zone, head.ends), city, country, at(city, arrives), at(country, arrives), head.meeting, means, head.people, head.roles, said.language, said.state];
}

type Moment = PlanRead['plan']['meetings'][number]['starts'];

const timeCells = (from: Moment, until: Moment): readonly Cell[] => [from.local.slice(0, 10), from.local.slice(11), until.local.slice(0, 10), until.local.slice(11), from.timeZone, until.timeZone];

/** A line, by the heads. */
function cellsOf(row: PlanRow, read: PlanRead, locale: Locale, words: ExportWords): readonly Cell[] {
  const [t, { mode, role }] = [textIn(locale), PAPER_WORDS[locale]];
  const place = (code: string): readonly [Told, Told] => [toldIn(read, 'cities', code, locale), countryToldIn(read, read.countryOf(code), locale)];
  const textsOf = (told: readonly Told[]): readonly string[] => told.map(({ text }) => text);
  const about = (told: readonly Told[]): readonly Cell[] => saidCells(told.map((one): InFile => ({ ...one, isFallback: one.locale !== locale, isOutdated: false })), words);
  if (row.kind === 'JOURNEY') {
    const { departs, arrives, fromCity, toCity, mode: by, personKeys } = row.journey;
    const [from, to] = [place(fromCity), place(toCity)];
    return [t('takeOver.part.JOURNEY'), ...timeCells(departs, arrives), ...textsOf(from), ...textsOf(to), null, mode[by], personKeys.map((key) => nameIn(read, key, locale)).join(' · '), null, ...about([...from, ...to])];
  }
  const { meetingKey, city, starts, ends, attends } = row.meeting;
  const [where, subject] = [place(city), subjectIn(read, meetingKey, locale)];
  return [
    t('board.meeting'), ...timeCells(starts, ends), ...textsOf(where), null, null, subject.text, null, attends.map(({ personKey }) => nameIn(read, personKey, locale)).join(' · '),
    attends.map(({ roles }) => roles.map((one) => role[one]).join(', ') || '–').join(' · '), ...about([...where, subject]),
  ];
}

/** The lines of a plan. */
export async function planOf(em: EntityManager, wanted: PlanWanted, locale: Locale, said: ExportWords): Promise<Sheet> {
  const read = await planRead(em, wanted);
  const { plan: words } = said;
  const { mission: key, title, sourceLocale } = read.search;
  const mission = along(title, locale, sourceLocale);
  return {
    mission: key, title: textIn(locale)('plans.title'), about: [...[...marksIn(read, said, locale), titleIn(read, locale)].map((mark) => [mark]), ...(mission ? [[words.mission, mission.text]] : []), madeIn(read, locale, said), [boundIn(read, locale, said)], ...countedIn(read, locale, words)],
    heads: headsOf(said, locale), rows: planRows(read.plan).map((row) => cellsOf(row, read, locale, said)),
  };
}
