/** What was first said of something stands under its language. Where that language was wrong, and is put right, nothing is to stay under the other: it is no translation. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';

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
