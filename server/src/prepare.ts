/** Brings a database to where the server can serve from it: migrated, with the reference and the demonstration data. */
import { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { alone, type DatabaseUrls, refuseFreeRole, refuseOldServer, refuseWithoutGrants } from './core/database/index.ts';
import { grantJobs, migrateJobs } from './core/jobs/index.ts';
import { askForPlan, type DemonstrationSize, type Filling, fillDemonstration, isDemonstration, refuseMixed } from './demonstration/index.ts';
import { eraseAgain, type Tombstones } from './my-data/index.ts';
import { ormOptions } from './orm.ts';
import { importReference } from './reference/index.ts';

interface Filled {
  /** Whether reference data was brought in: false where it was there. */
  readonly isImported: boolean;
  /** What was filled; LEFT where a demonstration is there and nobody asked for it, NONE where it is not. */
  readonly demonstration: Filling | 'LEFT' | 'NONE';
}

/**
 * Brings the tables to where this version needs them, for a role to serve requests that the rules of rows hold. `orm` is the owner's; `isNamed` says whether the operator has named that role. Gives how many migrations were done.
 * @throws VersionError where the PostgreSQL is too old, RoleError where they would not hold it, before anything is changed; where it may not use the tables, once they are there
 */
async function migrateDatabase(orm: MikroORM, database: DatabaseUrls, isNamed: boolean): Promise<number> {
  await refuseOldServer(orm.em.fork());
  await refuseFreeRole(database, isNamed);
  const migrations = await orm.migrator.up();
  await refuseWithoutGrants(database);
  await migrateJobs(database.owner);
  await grantJobs(database);
  return migrations.length;
}

/**
 * Imports the reference data, and fills or leaves the demonstration as `demonstration` says, the small one unless a `size` is
 * said. `orm` is the owner's.
 * @throws where invented people stand beside real ones
 */
export async function fillDatabase(orm: MikroORM, { demonstration, size }: { demonstration: boolean; size?: DemonstrationSize }): Promise<Filled> {
  await refuseMixed(orm.em.fork());
  const isImported = !(await importReference(orm.em.fork())).isUpToDate;
  if (demonstration) return { isImported, demonstration: await fillDemonstration(orm.em.fork(), size) };
  return { isImported, demonstration: (await isDemonstration(orm.em.fork())) ? 'LEFT' : 'NONE' };
}

/**
 * Does what is not done yet, and tells what that was. Whoever was erased and is there again, as in a backup that was restored, is erased before
 * anybody can ask. Gives what is configured as this database has it: one with people of its own is no demonstration, whatever was asked for.
 */
export async function prepareDatabase(database: DatabaseUrls, config: Config, tombstones: Tombstones, log: Logger): Promise<Config> {
  const orm = await MikroORM.init(ormOptions(database.owner));
  try {
    return await alone(database.owner, async () => {
      const migrations = await migrateDatabase(orm, database, config.databaseAppUrl !== undefined);
      const { isImported, demonstration } = await fillDatabase(orm, config);
      log.info({ migrations, isImported, demonstration }, 'The database is prepared');
      if (demonstration === 'FILLED') await askForPlan(orm.em.fork());
      warnOfDemonstration(demonstration, log);
      const erased = await eraseAgain(orm.em.fork(), tombstones);
      if (erased > 0) log.warn({ erased }, 'People who had been erased were there again, as after a backup was restored: they are erased again');
      return { ...config, demonstration: config.demonstration && demonstration !== 'REFUSED' };
    });
  } finally {
    await orm.close();
  }
}

function warnOfDemonstration(demonstration: Filled['demonstration'], log: Logger): void {
  if (demonstration === 'REFUSED') log.warn('DEMONSTRATION is on, but there are people in this database or what they made: nothing invented was put among it');
  if (demonstration === 'LEFT') log.warn('This database is a demonstration, though DEMONSTRATION is off: everybody in it is invented, and it takes no address that somebody can have. Begin with an empty database, or run: npm run demonstration -- remove');
}
