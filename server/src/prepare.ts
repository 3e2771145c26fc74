/** Brings a database to where the server can serve from it: migrated, with the reference and the demonstration data. */
import type { MikroORM } from '@mikro-orm/postgresql';
import { type DatabaseUrls, refuseFreeRole, refuseWithoutGrants } from './core/database/index.ts';
import { grantJobs, migrateJobs } from './core/jobs/index.ts';
import { importReference } from './reference/index.ts';
import { type Filling, fillDemonstration, isDemonstration, refuseMixed } from './demonstration/index.ts';

/**
 * Brings the tables to where this version needs them, for a role to serve requests that the rules of rows hold. `orm` is the owner's.
 * @throws RoleError where they would not hold it, before anything is changed; where it may not use the tables, once they are there
 */
export async function migrateDatabase(orm: MikroORM, database: DatabaseUrls): Promise<void> {
  await refuseFreeRole(database);
  await orm.migrator.up();
  await refuseWithoutGrants(database);
  await migrateJobs(database.owner);
  await grantJobs(database);
}

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
