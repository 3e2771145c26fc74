/** Two servers in processes of their own at one database: started at once on an empty one, they share what is counted and who is signed in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, describe, expect, inject, test, vi } from 'vitest';
import { provisionOwner } from '../src/core/database/index.ts';
import { ormOptions } from '../src/orm.ts';
import { type Answer, ask } from './http/harness.ts';

const VISITORS = 20;
const made: string[] = [];
const children: ChildProcess[] = [];

/** An empty database, as its owner. */
async function emptyDatabase(): Promise<string> {
  const name = `processes_${process.pid}_${made.length}`;
  made.push(name);
  return provisionOwner(inject('databases').superuser, name);
}

/** Starts a server and gives its address. */
function start(databaseUrl: string): Promise<{ readonly address: string }> {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'src/main.ts'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', DATABASE_URL: databaseUrl, DEMONSTRATION: 'yes', DEVELOPMENT: 'true', SMTP_URL: '', PROOF_OF_WORK: '0', VISITOR_LIMIT: String(VISITORS) },
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /Passerelle: (http:\S+)/.exec(said)?.[1];
      if (address) resolve({ address });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => (child.exitCode ?? child.signalCode) === null ? child.once('exit', () => resolve()) : resolve());

afterAll(async () => {
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(children.map(ended));
  const client = new pg.Client({ connectionString: inject('databases').superuser });
  await client.connect();
  for (const name of made) {
    await client.query(`drop database if exists "${name}" with (force)`);
    for (const role of ['owner', 'app']) await client.query(`drop role if exists "${name}_${role}"`);
  }
  await client.end();
});

describe('two processes', () => {
  let servers: readonly { readonly address: string }[] = [];

  test('that start at once on an empty database both serve what is in it', { timeout: 300_000 }, async () => {
    const databaseUrl = await emptyDatabase();
    servers = await Promise.all([start(databaseUrl), start(databaseUrl)]);
    const [one, other] = await Promise.all(servers.map((server) => ask(server, '{ countries { code } experts { totalCount } trainingSessions { totalCount } }')));
    expect(one!.data!.countries).toHaveLength(16);
    expect(other!.data).toEqual(one!.data);
  });

  test('know who signed in at the other, and that they signed out', { timeout: 30_000 }, async () => {
    const [here, there] = servers as [{ address: string }, { address: string }];
    const email = 'scac.rs@passerelle.example';
    await ask(here, 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
    const secret = await vi.waitUntil(async () => {
      const { data } = await fetch(`${there.address}/graphql?query=${encodeURIComponent('{ localMailbox { to text } }')}`).then((response) => response.json() as Promise<{ data: { localMailbox: { to: string; text: string }[] } }>);
      return /confirm#(\w+)/.exec(data.localMailbox.find(({ to }) => to === email)?.text ?? '')?.[1];
    }, { timeout: 10_000, interval: 1_000 });
    const { headers } = await ask(there, 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret });
    const cookie = headers.getSetCookie()[0]!.split(';', 1)[0]!;
    const viewer = async (at: { address: string }): Promise<unknown> => (await ask(at, '{ viewer { email } }', {}, { cookie })).data!.viewer;
    expect([await viewer(here), await viewer(there)]).toEqual([{ email }, { email }]);
    await ask(here, 'mutation { signOut { ended } }', {}, { cookie });
    expect([await viewer(there), await viewer(here)]).toEqual([null, null]);
  });

  test('count together how often visitors ask', { timeout: 30_000 }, async () => {
    const answers: Answer[] = [];
    for (let n = 0; n < VISITORS + 2; n += 1) answers.push(await ask(servers[n % 2]!, '{ themes { code } }'));
    const refused = await Promise.all(servers.map((server) => ask(server, '{ themes { code } }')));
    // Some were used up by what was asked before.
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(VISITORS);
    expect(refused.map(({ status, code }) => [status, code])).toEqual([[429, 'RATE_LIMITED'], [429, 'RATE_LIMITED']]);
  });
});

test('without waiting for each other, two that prepare a database disturb each other', { timeout: 60_000 }, async () => {
  const databaseUrl = await emptyDatabase();
  const orms = await Promise.all([1, 2].map(() => MikroORM.init(ormOptions(databaseUrl))));
  const outcomes = await Promise.allSettled(orms.map((orm) => orm.migrator.up()));
  await Promise.all(orms.map((orm) => orm.close()));
  expect(outcomes.map(({ status }) => status)).toContain('rejected');
});
