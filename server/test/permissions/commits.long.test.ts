/**
 * The way to the database ends at the very commit of a mutation: where the database had not got it, nothing has happened; where it had, and its answer
 * was lost, everything has happened once, and whoever asks again is told so. Each mutation that the table of rights names.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { type Behind, type Came, cutAt, type Cutting, serverBehind } from './commit-cuts.ts';
import { type Kept, keepRows } from './kept-rows.ts';
import { NOT_TRIED } from './not-tried.ts';
import { untilNothingIsTimed } from './picture.ts';
import { type Right, RIGHTS } from './rights.ts';
import { type Headers, type Role, ROLES, signEverybodyIn } from './roles.ts';
import { doneOf, titleOf, toldTo } from './trial.ts';
import { makeWorld, type World } from './world.ts';

const cut = vi.hoisted((): Cutting => ({ when: null, proxy: undefined }));
vi.mock('../../src/core/database/transact.ts', async (original) => ({ transactAs: (await import('./commit-cuts.ts')).cutting((await original<{ transactAs: never }>()).transactAs, cut) }));

const links: SignInLink[] = [];
let behind: Behind;
let headers: Headers;
let world: World;
let kept: Kept;

const TRIED = RIGHTS.filter(({ does }) => !(does in NOT_TRIED));

/** Somebody who may. */
const whoMay = ({ told }: Right): Role => ROLES.find((role) => (Object.values(told)[0] as readonly Role[]).includes(role))!;

/** Tries one, with what `with` sends at each time, and puts back what it has done. */
async function tried(line: Right, cuts?: readonly ['BEFORE' | 'AFTER', 'BEFORE' | 'AFTER']): Promise<Came> {
  const came = await cutAt(behind, cut, () => toldTo(whoMay(line), behind.server, headers, world, line), { cuts, stored: kept.picture });
  await kept.putBack(came.now);
  return came;
}

beforeAll(async () => {
  behind = await serverBehind(links);
  cut.proxy = behind.proxy;
  headers = await signEverybodyIn(behind.server);
  world = await makeWorld(behind.server, headers);
  await untilNothingIsTimed(behind.server);
  kept = await keepRows(behind.server);
}, 120_000);

afterAll(async () => {
  await kept.close();
  await behind.close();
});

/** What whoever asks again is told, in other words than that it is done: that there is nothing left of it, or that it was done before. */
const AGAIN: Readonly<Record<string, string>> = { discardSession: 'GONE', openEvaluation: 'ALREADY', removeExpert: 'GONE', removeExpertPhoto: 'GONE', removeCoordination: 'GONE', removeMonitoringCycle: 'GONE', removeNationalProvision: 'GONE', removeTravelNote: 'GONE' };

/** What is so already in the world of the rights: nobody is left to be reminded, and the organisation is protected. */
const SO_ALREADY: readonly string[] = ['protectOrganisation', 'remindExperts'];

/** What a line is told of which nothing comes: what is there is not as it would have to be, or it is no more than tried. */
const NOTHING: readonly string[] = ['CONFLICT', 'NOT_THERE', 'TOO_LATE', 'TRIED', 'TWO_ACCOUNTS'];

describe('when the way ends at the commit', () => {
  test.each(TRIED.filter((right) => !NOTHING.includes(doneOf(right))).map((right) => [titleOf(right), right] as const))('%s', { timeout: 60_000 }, async (_title, line) => {
    const given = await line.with(world);
    const { told, unmade, made, remade, commitsCut } = await tried({ ...line, with: () => given });
    expect({ told, unmade, commitsCut }).toEqual({ told: ['SERVICE_UNAVAILABLE', 'SERVICE_UNAVAILABLE', AGAIN[line.does] ?? doneOf(line)], unmade: [], commitsCut: 2 });
    expect(made.length > 0).toBe(!SO_ALREADY.includes(line.does));
    expect(remade).toEqual([]);
  });

  test('what was done all the same is seen: the control', async () => {
    const line = TRIED.find(({ does }) => does === 'closeQuestion')!;
    expect((await tried(line, ['AFTER', 'AFTER'])).unmade).not.toEqual([]);
  });

  test('what is done once more when it is asked for again is seen: the control', async () => {
    const line = TRIED.find(({ does }) => does === 'createSession')!;
    const given = await line.with(world);
    // A client that draws another key each time.
    const anew = { ...line, with: () => given.replace(/key: "[^"]+"/, () => `key: "${randomUUID()}"`) };
    expect((await tried(anew)).remade).toContain('training_session');
  });
});

test('nothing is named for nothing', () => {
  const does = new Set(TRIED.map((right) => right.does));
  expect([...Object.keys(AGAIN), ...SO_ALREADY].filter((one) => !does.has(one))).toEqual([]);
  expect(NOTHING.filter((outcome) => !TRIED.some((right) => doneOf(right) === outcome))).toEqual([]);
});
