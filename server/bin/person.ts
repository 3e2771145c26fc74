/**
 * Accounts by hand: `person.ts add EMAIL NAME ROLE [COUNTRY OR ORGANISATION]`, `person.ts suspend EMAIL`,
 * `person.ts reset-keys EMAIL`. On `DATABASE_URL`, or on our own cluster while the server is not running.
 */
import { parseArgs } from 'node:util';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { addPerson, suspendPerson } from '../src/accounts/index.ts';
import { readConfig } from '../src/config.ts';
import { provisionOwner, startCluster } from '../src/core/database/index.ts';
import { migrateJobs } from '../src/core/jobs/index.ts';
import { resetKeys } from '../src/keys/index.ts';
import { ormOptions } from '../src/orm.ts';

/** Does it, and says what is so now. */
type Act = (em: EntityManager) => Promise<string>;

const { positionals } = parseArgs({ allowPositionals: true });

function actOf([action, email, name, role, scope]: readonly string[]): Act | undefined {
  if (email === undefined) return undefined;
  if (action === 'suspend') return async (em) => suspendPerson(em, email).then(() => `${email} is suspended.`);
  if (action === 'reset-keys') return async (em) => resetKeys(em, email).then(() => `${email} has no key, no ProConnect identity and no address of a calendar any more, is signed out everywhere, and is told so by mail.`);
  if (action !== 'add' || name === undefined || role === undefined) return undefined;
  return async (em) => addPerson(em, { email, name, role, scope }).then(() => `${email} can sign in.`);
}

const act = actOf(positionals);
if (!act) {
  console.error('Say what to do: add EMAIL NAME ROLE [COUNTRY OR ORGANISATION], suspend EMAIL, or reset-keys EMAIL.');
  process.exit(2);
}

const config = readConfig();
const cluster = config.databaseUrl ? undefined : await startCluster({ folder: `${config.dataFolder}/postgres` });
try {
  const owner = config.databaseUrl ?? (await provisionOwner(cluster!.url, 'passerelle'));
  const orm = await MikroORM.init(ormOptions(owner));
  try {
    await orm.migrator.up();
    await migrateJobs(owner);
    console.log(await act(orm.em.fork()));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } finally {
    await orm.close();
  }
} finally {
  await cluster?.stop();
}
