/** The figures as lines, as whoever asks sees them. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { everyYear } from '@passerelle/shared/everyYear.ts';
import type { Locale } from '@passerelle/shared/locales.ts';
import { FEWEST_PEOPLE } from '@passerelle/shared/smallCells.ts';
import { type FiguresWanted, type GivenFigures, trainingFigures, withoutSmallCells } from '../figures/index.ts';
import { filled } from '../core/translation/index.ts';
import { named } from './names.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

/** A number is null where it is not given. */
interface Counts {
  readonly registered: number | null;
  readonly confirmed: number | null;
  readonly present: number | null;
  readonly people: number | null;
}

/** Names by codes. */
async function namesOf(em: EntityManager, table: 'country' | 'profession' | 'theme', locale: Locale): Promise<ReadonlyMap<string, string>> {
  const rows = await em.execute<{ code: string; name: string | null }[]>(`select t.code, ${named(table, `${table}_code`, 't.code', locale)} as name from ${table} t`);
  return new Map(rows.map(({ code, name }) => [code, name ?? code]));
}

/** Of which day an instant is the beginning or the end where it was chosen: midnight there is nearer than noon, in every zone but the farthest. */
const dayOf = (instant: Date, hours: 12 | -12): string => new Date(instant.getTime() + hours * 3_600_000).toISOString().slice(0, 10);

interface Named {
  readonly countries: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
}

/** What the file says of itself: when it was made, of what, and how it is counted; that people are invented, for who sees such people. */
async function aboutOf(em: EntityManager, { from, until, country, theme }: FiguresWanted, { figures, about, head }: ExportWords, { countries, themes }: Named): Promise<Cell[][]> {
  const [person] = await em.execute<{ invented: boolean }[]>('select is_demonstration as invented from person where id = acting_person()');
  return [
    [figures],
    ...(person?.invented ? [[about.demonstration]] : []),
    [about.made, new Date().toISOString().slice(0, 10)],
    ...(from ? [[about.from, dayOf(from, 12)]] : []), ...(until ? [[about.until, dayOf(until, -12)]] : []),
    ...(country === null ? [] : [[about.country, countries.get(country) ?? country]]), ...(theme === null ? [] : [[head.theme, themes.get(theme) ?? theme]]),
    [head.sessions, about.sessionsHow], [head.places, about.registeredHow], [head.confirmed, about.confirmedHow], [head.presentPeople, about.presentHow], [head.people, about.peopleHow],
    [null, about.linesHow], [null, filled(about.notGivenHow, { count: String(FEWEST_PEOPLE) })], [null, about.whose],
  ];
}

/** The countries and themes of which nobody was reached. */
function gapsOf({ coverage, countries, themes }: Pick<GivenFigures, 'coverage' | 'countries' | 'themes'>): { readonly country: string; readonly theme: string }[] {
  const reached = new Set(coverage.map(({ country, theme }) => `${country} ${theme}`));
  return countries.flatMap((country) => themes.filter((theme) => !reached.has(`${country} ${theme}`)).map((theme) => ({ country, theme })));
}

/** The years between the first and the last in which there was anything, in which nobody of a country was reached on a theme that others were. */
function emptyYearsOf({ coverage }: Pick<GivenFigures, 'coverage'>): { readonly country: string; readonly theme: string; readonly year: number }[] {
  const all = everyYear(coverage.flatMap(({ years }) => years.map(({ year }) => year)));
  return coverage.flatMap(({ country, theme, years }) => all.filter((year) => !years.some((one) => one.year === year)).map((year) => ({ country, theme, year })));
}

/** What the figures are about, and in each line what it is and the numbers: without small ones, since a file is read by people who do not see whom they count. */
export async function figuresOf(em: EntityManager, wanted: FiguresWanted, locale: Locale, words: ExportWords): Promise<Sheet> {
  const figures = withoutSmallCells(await trainingFigures(em, wanted));
  const [countries, professions, themes] = [await namesOf(em, 'country', locale), await namesOf(em, 'profession', locale), await namesOf(em, 'theme', locale)];
  const { head, what } = words;
  const counts = ({ registered, confirmed, present, people }: Counts): Cell[] => [registered, confirmed, present, people].map((number) => number ?? words.notGiven);
  return {
    title: words.figures,
    about: await aboutOf(em, wanted, words, { countries, themes }),
    heads: [head.what, head.country, head.theme, head.sector, head.profession, head.sessions, head.places, head.confirmed, head.presentPeople, head.people, head.year],
    rows: ([
      [what.total, null, null, null, null, figures.sessions, ...counts(figures.total)],
      ...figures.bySector.map((line) => [what.bySector, null, null, words.sector[line.sector], null, null, ...counts(line)]),
      ...figures.byProfession.map((line) => [what.byProfession, null, null, null, line.profession === null ? words.notSaid : professions.get(line.profession)!, null, ...counts(line)]),
      ...figures.byCountry.map((line) => [what.byCountry, countries.get(line.country)!, null, null, null, null, ...counts(line)]),
      ...figures.coverage.map((line) => [what.coverage, countries.get(line.country)!, themes.get(line.theme)!, null, null, line.sessions, null, null, null, line.people ?? words.notGiven]),
      ...figures.coverage.flatMap((line) => line.years.map(({ year, sessions }) => [what.coverageByYear, countries.get(line.country)!, themes.get(line.theme)!, null, null, sessions, null, null, null, null, year])),
      ...emptyYearsOf(figures).map(({ country, theme, year }) => [what.gap, countries.get(country)!, themes.get(theme)!, null, null, 0, null, null, 0, 0, year]),
      ...gapsOf(figures).map(({ country, theme }) => [what.gap, countries.get(country)!, themes.get(theme)!, null, null, 0, null, null, 0, 0]),
    ] as Cell[][]).map((line) => [...line, ...Array<null>(11 - line.length).fill(null)]),
  };
}
