/** Brings a database to where the server can serve from it: migrated, with the reference and the demonstration data. */
import type { MikroORM } from '@mikro-orm/postgresql';
import { importReference } from './reference/index.ts';
import { type Filling, fillDemonstration, isDemonstration, refuseMixed } from './demonstration/index.ts';

/**
 * Imports the reference data, and fills or leaves the demonstration as `demonstration` says. `orm` is the owner's. What was
 * filled; LEFT where it is there and nobody asked for it, NONE where it is not.
 * @throws where invented people stand beside real ones
 */
export async function fillDatabase(orm: MikroORM, { demonstration }: { demonstration: boolean }): Promise<Filling | 'LEFT' | 'NONE'> {
  await refuseMixed(orm.em.fork());
  await importReference(orm.em.fork());
  if (demonstration) return fillDemonstration(orm.em.fork());
  return (await isDemonstration(orm.em.fork())) ? 'LEFT' : 'NONE';
}
