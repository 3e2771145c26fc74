/** A plan as a list: a line for each meeting, with its hours as the clocks there show them. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { filled } from '../core/translation/index.ts';
import { along, PAPER_WORDS } from '../papers/index.ts';
import { goalsIn, limitsIn } from './plan-goals.ts';
import { type PlanRead, planRead, type PlanWanted } from './plan-read.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

/** The title of a meeting; where it is not there any more that is said. */
export const subjectIn = ({ search: { meetings } }: PlanRead, key: string, locale: Locale): { readonly text: string; readonly locale: Locale } =>
  along(meetings[key]?.subject, locale, meetings[key]?.sourceLocale ?? locale) ?? { text: PAPER_WORDS[locale].removed, locale };

export const nameIn = ({ search: { people } }: PlanRead, key: string, locale: Locale): string => people[key] ?? PAPER_WORDS[locale].removed;

/** Names of a table of the reference. */
export const calledIn = ({ reference }: PlanRead, table: 'countries' | 'cities' | 'languages', code: string, locale: Locale): string => along(reference[table][code], locale, 'en')?.text ?? code;

/** The name of a country with its star, where a note goes with it. */
export const countryIn = (read: PlanRead, code: string, locale: Locale): string => `${calledIn(read, 'countries', code, locale)}${read.reference.notes[code] ? '*' : ''}`;

/** Which plan it is: of one search there are several. */
export const titleIn = ({ as }: PlanRead, words: ExportWords['plan']): string => `${words.title} – ${words.as[as]}`;

/** Of which search. */
export const askedIn = ({ search: { askedAt } }: PlanRead, locale: Locale, words: ExportWords['plan']): string =>
  filled(words.asked, { date: new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(new Date(askedAt)) });

/** What a file says before all else: what it is, and whether it still holds. */
export const marksIn = ({ search: { isDemonstration, isOutdated } }: PlanRead, { plan, about }: ExportWords): readonly string[] => [...(isDemonstration ? [about.demonstration] : []), plan.provisional, ...(isOutdated ? [plan.outdated] : [])];

/** What counted, and what could be spent, as two small tables. */
function countedIn(read: PlanRead, locale: Locale, words: ExportWords['plan']): readonly (readonly Cell[])[] {
  const [{ way, goals, sum }, limits, { goals: said }] = [goalsIn(read, locale, words), limitsIn(read, locale, words), words];
  return [
    [said.counted, way, sum], [said.goal, said.amount, ...(sum ? [said.points] : []), said.proof], ...goals.map(({ name, amount, points, unknown, proof }) => [name, amount, ...(sum ? [points] : []), proof, unknown]),
    ...(limits.length > 0 ? [[said.limits, said.most, said.amount]] : []), ...limits.map(({ name, most, amount }) => [name, most, amount]),
  ];
}

/** The lines of a plan. */
export async function planOf(em: EntityManager, wanted: PlanWanted, locale: Locale, said: ExportWords): Promise<Sheet> {
  const read = await planRead(em, wanted);
  const { plan: words, head: { country } } = said;
  const { head } = words;
  const mission = along(read.search.title, locale, read.search.sourceLocale);
  const { role, city } = PAPER_WORDS[locale];
  return {
    mission: read.search.mission, title: words.title, about: [...marksIn(read, said).map((mark) => [mark]), [titleIn(read, words)], ...(mission ? [[words.mission, mission.text]] : []), [askedIn(read, locale, words)], ...countedIn(read, locale, words)],
    heads: [head.day, head.starts, head.ends, head.zone, city, country, head.meeting, head.people, head.roles],
    rows: read.plan.meetings.map(({ meetingKey, city: code, starts, ends, attends }) => [
      starts.local.slice(0, 10), starts.local.slice(11), ends.local.slice(11), starts.timeZone, calledIn(read, 'cities', code, locale), countryIn(read, read.countryOf(code), locale), subjectIn(read, meetingKey, locale).text,
      attends.map(({ personKey }) => nameIn(read, personKey, locale)).join(' · '), attends.map(({ roles }) => roles.map((one) => role[one]).join(', ') || '–').join(' · '),
    ]),
  };
}
