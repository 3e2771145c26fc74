/**
 * The demonstration: `demonstration.ts remove` takes it away with all that was done in it, for good, `demonstration.ts fill` brings it,
 * `--scale` with the large set of the measurements. On `DATABASE_URL`, or on our own cluster while the server is not running.
 */
import { MikroORM } from '@mikro-orm/postgresql';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readConfig, removedMark } from '../src/config.ts';
import { provisionOwner, startCluster } from '../src/core/database/index.ts';
import { fillDemonstration, LARGE, removeDemonstration, SMALL } from '../src/demonstration/index.ts';
import { ormOptions } from '../src/orm.ts';
import { importReference } from '../src/reference/index.ts';

const FILLED = {
  FILLED: 'The demonstration is there.',
  THERE: 'There is a demonstration already: remove it first.',
  REFUSED: 'There are people in this database or what they made: nothing invented is put among it.',
};

async function remove(orm: MikroORM): Promise<string> {
  const count = await removeDemonstration(orm.em.fork());
  if (count !== undefined) {
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, '');
  }
  return count === undefined ? 'This is no demonstration: nothing was removed.' : `The demonstration is gone, with ${count} experts and sessions and all that was done in it.`;
}

async function fill(orm: MikroORM): Promise<string> {
  await importReference(orm.em.fork());
  rmSync(mark, { force: true });
  return FILLED[await fillDemonstration(orm.em.fork(), flags.includes('--scale') ? LARGE : SMALL)];
}

const [action, ...flags] = process.argv.slice(2);
if (action !== 'fill' && action !== 'remove') {
  console.error('Say what to do: fill, fill --scale or remove.');
  process.exit(2);
}

const config = readConfig();
const mark = removedMark(config.dataFolder);
const cluster = config.databaseUrl ? undefined : await startCluster({ folder: `${config.dataFolder}/postgres` });
try {
  const orm = await MikroORM.init(ormOptions(config.databaseUrl ?? (await provisionOwner(cluster!.url, 'passerelle'))));
  try {
    await orm.migrator.up();
    console.log(action === 'remove' ? await remove(orm) : await fill(orm));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } finally {
    await orm.close();
  }
} finally {
  await cluster?.stop();
}
