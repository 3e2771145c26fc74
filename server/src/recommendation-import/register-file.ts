/** The register of recommendations in the format from which it is imported: what is taken along comes back as it was. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { RECOMMENDATION_COLUMNS } from '@passerelle/shared/recommendationFile.ts';
import { readStored } from './import-stored.ts';

/** Its heads, and a line for each real recommendation, as texts: what is invented would come back as real. */
export async function registerFileOf(em: EntityManager): Promise<{ readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  const stored = (await readStored(em, null)).filter(({ isInvented }) => !isInvented);
  return { heads: RECOMMENDATION_COLUMNS, rows: stored.map(({ slug, content }) => RECOMMENDATION_COLUMNS.map((column) => (column === 'slug' ? slug : content[column]))) };
}
