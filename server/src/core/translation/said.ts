/** What is said of something in one language: read, compared and written in its table of texts. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';

/** A text without the spaces at its ends, lines ended in one way; null for an empty one. */
export function tidy(typed: string | null | undefined): string | null {
  const text = (typed ?? '').replaceAll('\r\n', '\n').normalize('NFC').trim();
  return text === '' ? null : text;
}

/** The texts of a row in one language, by their columns, and which version of the source they say; undefined where there are none. */
interface Said {
  readonly texts: Readonly<Record<string, string | null>>;
  readonly sourceVersion: number;
}

/** A table of texts: its name, the column with the key of what they are about, and those of the texts. */
export interface TextTable {
  readonly table: string;
  readonly owner: string;
  readonly columns: readonly string[];
}

/** Whether these are the texts that are said already, of the source as it is; where nothing is said, whether they are none. */
export function isSaid(said: Said | undefined, texts: Said['texts'], sourceVersion: number): boolean {
  return (said?.sourceVersion ?? sourceVersion) === sourceVersion && Object.entries(texts).every(([column, text]) => (said?.texts[column] ?? null) === text);
}

/** What is said of something in one language. */
export async function saidIn(em: EntityManager, { table, owner, columns }: TextTable, key: string, locale: Locale): Promise<Said | undefined> {
  const [row] = await em.execute<Said[]>(`select json_build_object(${columns.map((column) => `'${column}', ${column}`).join(', ')}) as texts, source_version as "sourceVersion" from ${table} where ${owner} = ? and locale = ?`, [key, locale]);
  return row;
}

/** Writes what is said of something in one language; nothing at all takes it away. */
export async function say(em: EntityManager, { table, owner, columns }: TextTable, key: string, { locale, sourceVersion, texts }: Said & { readonly locale: Locale }): Promise<void> {
  const values = columns.map((column) => texts[column] ?? null);
  await em.execute(
    `insert into ${table} (${owner}, locale, source_version, ${columns.join(', ')}) values (?, ?, ?, ${columns.map(() => '?').join(', ')})
     on conflict (${owner}, locale) do update set source_version = excluded.source_version, ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`, [key, locale, sourceVersion, ...values]);
  // Emptied first, so that the trail tells what was there.
  if (values.every((value) => value === null)) await em.execute(`delete from ${table} where ${owner} = ? and locale = ?`, [key, locale]);
}

/** Whether parts of something, by their keys, are said so in one language already, of what their sources say now; `of` is the table that has them, by its column `key`. */
export async function areSaid(em: EntityManager, { table, owner }: Pick<TextTable, 'table' | 'owner'>, { of, key }: { readonly of: string; readonly key: string }, { locale, parts }: { readonly locale: Locale; readonly parts: readonly { readonly key: string; readonly text: string | null }[] }): Promise<boolean> {
  const others = await em.execute<unknown[]>(
    `select from jsonb_array_elements(?::jsonb) x join ${of} o on o.${key} = (x->>'key')::uuid left join ${table} t on t.${owner} = o.${key} and t.locale = ?
     where t.text is distinct from x->>'text' or t.source_version <> o.source_version limit 1`, [JSON.stringify(parts), locale]);
  return others.length === 0;
}
