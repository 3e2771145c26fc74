/**
 * The demonstration data: `demonstration.ts remove` takes every invented row away, `demonstration.ts fill` brings them,
 * `--scale` with the large set of the measurements. On `DATABASE_URL`, or on our own cluster while the server is not running.
 */
import { MikroORM } from '@mikro-orm/postgresql';
import { readConfig } from '../src/config.ts';
import { provisionOwner, startCluster } from '../src/core/database/index.ts';
import { fillDemonstration, LARGE, removeDemonstration, SMALL } from '../src/demonstration/index.ts';
import { ormOptions } from '../src/orm.ts';

const [action, ...flags] = process.argv.slice(2);
if (action !== 'fill' && action !== 'remove') {
  console.error('Say what to do: fill, fill --scale or remove.');
  process.exit(2);
}

const config = readConfig();
const cluster = config.databaseUrl ? undefined : await startCluster({ folder: `${config.dataFolder}/postgres` });
try {
  const orm = await MikroORM.init(ormOptions(config.databaseUrl ?? (await provisionOwner(cluster!.url, 'passerelle'))));
  if (action === 'remove') console.log(`${await removeDemonstration(orm.em.fork())} invented experts and sessions removed.`);
  else if (await fillDemonstration(orm.em.fork(), flags.includes('--scale') ? LARGE : SMALL)) console.log('The demonstration data is there.');
  else console.log('There is demonstration data already: remove it first.');
  await orm.close();
} finally {
  await cluster?.stop();
}
