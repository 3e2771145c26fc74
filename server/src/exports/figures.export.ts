/** The figures as lines, as whoever asks sees them. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { type FiguresWanted, trainingFigures } from '../figures/index.ts';
import { named } from './names.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

interface Counts {
  readonly registered: number;
  readonly confirmed: number;
  readonly present: number;
  readonly people: number;
}

/** Names by codes. */
async function namesOf(em: EntityManager, table: 'country' | 'profession' | 'theme', locale: Locale): Promise<ReadonlyMap<string, string>> {
  const rows = await em.execute<{ code: string; name: string | null }[]>(`select t.code, ${named(table, `${table}_code`, 't.code', locale)} as name from ${table} t`);
  return new Map(rows.map(({ code, name }) => [code, name ?? code]));
}

/** What the figures are about, and in each line the numbers. */
export async function figuresOf(em: EntityManager, wanted: FiguresWanted, locale: Locale, words: ExportWords): Promise<Sheet> {
  const figures = await trainingFigures(em, wanted);
  const [countries, professions, themes] = [await namesOf(em, 'country', locale), await namesOf(em, 'profession', locale), await namesOf(em, 'theme', locale)];
  const { head } = words;
  const counts = ({ registered, confirmed, present, people }: Counts): Cell[] => [registered, confirmed, present, people];
  return {
    title: words.figures,
    heads: [head.country, head.theme, head.sector, head.profession, head.sessions, head.places, head.confirmed, head.presentPeople, head.people],
    rows: [
      [null, null, null, null, figures.sessions, ...counts(figures.total)],
      ...figures.bySector.map((line) => [null, null, words.sector[line.sector], null, null, ...counts(line)]),
      ...figures.byProfession.map((line) => [null, null, null, line.profession === null ? words.notSaid : professions.get(line.profession)!, null, ...counts(line)]),
      ...figures.byCountry.map((line) => [countries.get(line.country)!, null, null, null, null, ...counts(line)]),
      ...figures.coverage.map((line) => [countries.get(line.country)!, themes.get(line.theme)!, null, null, line.sessions, null, null, null, line.people]),
    ],
  };
}
