/** The notes that go with the names of countries in a file: below its table, each with the family of texts that prints it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import type { NameContext } from '../countries/index.ts';
import { chainOf, named } from './names.ts';
import type { Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

interface Note {
  readonly code: string;
  /** As it stands in the cells. */
  readonly name: string;
  /** Null for that of all other texts. */
  readonly context: NameContext | null;
  readonly text: string;
  readonly locale: Locale;
}

const statement = (locale: Locale): string => `
  with noted as (select distinct country_code as code from country_translation where name_note is not null union select country_code from country_name_note)
  select n.code, ${named('country', 'country_code', 'n.code', locale)} as name, x.context, x.text, x.locale from noted n cross join lateral (
    select distinct on (t.context) t.context, t.text, t.locale from (
      select null::text as context, g.name_note as text, g.locale from country_translation g where g.country_code = n.code and g.name_note is not null
      union all select c.context, c.text, c.locale from country_name_note_translation c where c.country_code = n.code) t
    order by t.context, array_position(${chainOf(locale)}, t.locale) nulls last, t.locale) x
  order by n.code, x.context nulls first`;

/** The notes of one country, of the families in which its name stands in the file; that of all other texts stands in for a family without its own. */
function notesOf(notes: readonly Note[], contexts: readonly (NameContext | null)[]): Note[] {
  const found = contexts.map((context) => notes.find((note) => note.context === context) ?? notes.find((note) => note.context === null));
  return [...new Set(found.filter((note) => note !== undefined))];
}

/** A note in one line: a star, whose texts print it, and its language where it is not that of the file. */
const lineOf = ({ context, text, locale: its }: Note, locale: Locale, words: ExportWords): string =>
  `* ${context === null ? '' : `${words.context[context]} – `}${text}${its === locale ? '' : ` (${LOCALES[its].endonym})`}`;

/** The list with the notes of the countries that are named in it. */
export async function withNameNotes(em: EntityManager, sheet: Sheet, locale: Locale, words: ExportWords): Promise<Sheet> {
  const notes = await em.execute<Note[]>(statement(locale));
  const cells = [...(sheet.about ?? []), ...sheet.rows].flat().filter((cell) => typeof cell === 'string');
  const standing = [...Map.groupBy(notes, ({ code }) => code)].filter(([, [{ name } = { name: '' }]]) => cells.some((cell) => cell.includes(name)));
  return standing.length === 0 ? sheet : { ...sheet, notes: standing.flatMap(([code, those]) => notesOf(those, sheet.contexts?.get(code) ?? [null])).map((note) => lineOf(note, locale, words)) };
}

/** The families of texts in which each country is named, by its code. */
export const contextsOf = (named: readonly { readonly code: string; readonly context: NameContext | null }[]): ReadonlyMap<string, readonly (NameContext | null)[]> =>
  new Map([...Map.groupBy(named, ({ code }) => code)].map(([code, those]) => [code, [...new Set(those.map(({ context }) => context))]]));
