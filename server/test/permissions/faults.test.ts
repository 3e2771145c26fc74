/** Whatever fails in the middle of a mutation, nothing of it is done: each that the table of rights names, about sessions and those who take part, at each of its statements. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { testServer, UNLIMITED } from '../http/harness.ts';
import type { Fault } from './breaking.ts';
import { type Right, RIGHTS } from './rights.ts';
import { type Headers, type Role, ROLES, signEverybodyIn } from './roles.ts';
import { doneOf, titleOf, toldTo } from './trial.ts';
import { makeWorld, type World } from './world.ts';

const fault = vi.hoisted((): Fault => ({ nth: 0, when: 'AFTER', ran: 0, transactions: 0, isUndone: false }));
vi.mock('../../src/core/database/transact.ts', async (original) => ({ transactAs: (await import('./breaking.ts')).breaking((await original<{ transactAs: never }>()).transactAs, fault) }));

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let world: World;

/** What is changed by looking: limits are counted, and who comes is seen. */
const LOOKED_AT = ['rate_limit', 'sign_in_session'];
/** The jobs that somebody has put there: those that come by the clock come meanwhile too. */
const PUT = '(select j.* from graphile_worker._private_jobs j where not exists (select from graphile_worker._private_known_crontabs c where c.identifier = j.key))';
/** All tables, and the jobs, each as one text. */
async function picture(): Promise<Record<string, string>> {
  const em = server().database.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relname = any (string_to_array(?, ' '))) order by 1`, [LOOKED_AT.join(' ')]);
  const parts = [...tables.map(({ name }) => [name, `"${name}"`]), ['jobs', PUT]].map(([name, table]) => `(select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from ${table} t) as "${name}"`);
  return (await em.execute<Record<string, string>[]>(`select ${parts.join(', ')}`))[0]!;
}

const ABOUT_PEOPLE = ['Member', 'Invitation', 'AccessRequest', 'Organisation', 'Expert', 'DataRequest', 'Job'];
const TRIED = RIGHTS.filter(({ does }) => !ABOUT_PEOPLE.some((word) => does.includes(word)));

/** Somebody who may. */
const whoMay = ({ told }: Right): Role => ROLES.find((role) => (Object.values(told)[0] as readonly Role[]).includes(role))!;

beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
  world = await makeWorld(server(), headers);
  // What was to be done for them is done.
  await vi.waitUntil(async () => (await server().database.orm.em.fork().execute(`select from ${PUT} j where attempts < max_attempts and run_at <= now()`)).length === 0, { timeout: 30_000 });
  fault.isUndone = true;
});

describe('is done whole or not at all', () => {
  test.each(TRIED.map((right) => [titleOf(right), right] as const))('%s', { timeout: 60_000 }, async (_title, right) => {
    const act = (): Promise<string> => toldTo(whoMay(right), server(), headers, world, right);
    const before = await picture();
    let failures = 0;
    for (let nth = 1; ; nth += 1) {
      Object.assign(fault, { nth, ran: 0, transactions: 0 });
      const told = await act();
      // What is done in one transaction goes with it; of two the first would have been kept.
      expect(fault.transactions).toBe(1);
      if (fault.ran < nth) {
        expect(told).toBe(doneOf(right));
        break;
      }
      expect(told, `after statement ${nth}`).not.toBe(doneOf(right));
      failures += 1;
    }
    expect(failures).toBeGreaterThan(1);
    // All of it at once: what one fault had left would stand there still.
    expect(await picture()).toEqual(before);
  });

  test('what is done and not undone is seen: the control', async () => {
    const before = await picture();
    Object.assign(fault, { nth: 0, isUndone: false });
    const right = RIGHTS.find(({ does }) => does === 'closeQuestion')!;
    expect(await toldTo(whoMay(right), server(), headers, world, right)).toBe(doneOf(right));
    expect(await picture()).not.toEqual(before);
  });
});
