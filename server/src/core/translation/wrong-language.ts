/** Saying that something was first written in another language: what stands under the one before is no translation where it was wrong, and a translation that stands under the other is not lost. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { UserError } from '../errors.ts';
import type { TextTable } from './said.ts';

/** Which texts of what: the table of the translations, its column with the key of the owner, and that key. */
interface Texts {
  readonly table: string;
  readonly owner: string;
  readonly key: string;
}

/** Takes away what stands under the language in which something was thought to be written, where it is written in another and says the same (`isSame`). What says something else by now is an earlier text, and stays as an outdated translation. */
export async function forgetWrongLanguage(em: Pick<EntityManager, 'execute'>, { table, owner, key }: Texts, { was, is, isSame }: { readonly was: Locale; readonly is: Locale; readonly isSame: boolean }): Promise<void> {
  if (was !== is && isSame) await em.execute(`delete from ${table} where ${owner} = ? and locale = ?`, [key, was]);
}

/** What is to be said of something in the language that it is written in from now on: its key, and the texts by their columns. */
interface Written {
  readonly key: string;
  readonly texts: Readonly<Record<string, string | null>>;
}

/**
 * Refuses to write what was written in one language (`was`) in another (`is`) where that has a translation which says something else: it would be lost. One that says the same becomes the source. Asked before anything is written, while
 * the row is held. Throws TRANSLATION_EXISTS.
 */
export async function keepTranslations(em: Pick<EntityManager, 'execute'>, { table, owner, columns }: TextTable, { was, is }: { readonly was: Locale; readonly is: Locale }, written: readonly Written[]): Promise<void> {
  if (was === is || written.length === 0) return;
  const lost = await em.execute<unknown[]>(
    `select from jsonb_to_recordset(?::jsonb) w(key uuid, texts jsonb) join ${table} t on t.${owner} = w.key and t.locale = ? where ${columns.map((column) => `coalesce(t.${column}, '') <> coalesce(w.texts->>'${column}', '')`).join(' or ')} limit 1`,
    [JSON.stringify(written), is]);
  if (lost.length > 0) throw new UserError('TRANSLATION_EXISTS', 'There is a translation into that language, which would be lost', { field: 'sourceLocale' });
}
