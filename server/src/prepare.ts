/** Brings a database to where the server can serve from it: migrated, with the reference and the demonstration data. */
import type { MikroORM } from '@mikro-orm/postgresql';
import { importReference } from './reference/index.ts';
import { fillDemonstration } from './demonstration/index.ts';

/** Imports the reference data, and fills or leaves the demonstration as `demonstration` says. `orm` is the owner's. */
export async function fillDatabase(orm: MikroORM, { demonstration }: { demonstration: boolean }): Promise<void> {
  await importReference(orm.em.fork());
  if (demonstration) await fillDemonstration(orm.em.fork());
}
