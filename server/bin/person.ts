/**
 * Accounts by hand: `person.ts add EMAIL NAME ROLE [COUNTRY OR ORGANISATION]`, `person.ts suspend EMAIL`. On `DATABASE_URL`, or
 * on our own cluster while the server is not running.
 */
import { MikroORM } from '@mikro-orm/postgresql';
import { addPerson, suspendPerson } from '../src/accounts/index.ts';
import { readConfig } from '../src/config.ts';
import { provisionOwner, startCluster } from '../src/core/database/index.ts';
import { ormOptions } from '../src/orm.ts';

const [action, email, name, role, scope] = process.argv.slice(2);
const isAdding = action === 'add' && email !== undefined && name !== undefined && role !== undefined;
if (!isAdding && !(action === 'suspend' && email !== undefined)) {
  console.error('Say what to do: add EMAIL NAME ROLE [COUNTRY OR ORGANISATION], or suspend EMAIL.');
  process.exit(2);
}

const config = readConfig();
const cluster = config.databaseUrl ? undefined : await startCluster({ folder: `${config.dataFolder}/postgres` });
try {
  const orm = await MikroORM.init(ormOptions(config.databaseUrl ?? (await provisionOwner(cluster!.url, 'passerelle'))));
  try {
    await orm.migrator.up();
    if (isAdding) await addPerson(orm.em.fork(), { email, name, role, scope });
    else await suspendPerson(orm.em.fork(), email!);
    console.log(isAdding ? `${email} can sign in.` : `${email} is suspended.`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } finally {
    await orm.close();
  }
} finally {
  await cluster?.stop();
}
