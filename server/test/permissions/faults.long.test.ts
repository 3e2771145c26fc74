/** Whatever fails in the middle of a mutation, nothing of it is done: each that the table of rights names, at each of its statements. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../http/harness.ts';
import type { Fault } from './breaking.ts';
import { NOT_TRIED } from './not-tried.ts';
import { type Right, RIGHTS } from './rights.ts';
import { type Headers, type Role, ROLES, signEverybodyIn } from './roles.ts';
import { picture, untilNothingIsTimed } from './picture.ts';
import { doneOf, titleOf, toldTo } from './trial.ts';
import { makeWorld, type World } from './world.ts';

const fault = vi.hoisted((): Fault => ({ nth: 0, when: 'AFTER', ran: 0, transactions: 0, isUndone: false }));
vi.mock('../../src/core/database/transact.ts', async (original) => ({ transactAs: (await import('./breaking.ts')).breaking((await original<{ transactAs: never }>()).transactAs, fault) }));

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let world: World;

const TRIED = RIGHTS.filter(({ does }) => !(does in NOT_TRIED));

/** Somebody who may. */
const whoMay = ({ told }: Right): Role => ROLES.find((role) => (Object.values(told)[0] as readonly Role[]).includes(role))!;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  world = await makeWorld(server(), headers);
  await untilNothingIsTimed(server());
  fault.isUndone = true;
});

describe('is done whole or not at all', () => {
  test.each(TRIED.map((right) => [titleOf(right), right] as const))('%s', { timeout: 60_000 }, async (_title, line) => {
    const given = await line.with(world);
    const right = { ...line, with: () => given };
    const act = (): Promise<string> => toldTo(whoMay(right), server(), headers, world, right);
    const before = await picture(server());
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
    expect(failures).toBeGreaterThan(0);
    // All of it at once: what one fault had left would stand there still.
    expect(await picture(server())).toEqual(before);
  });

  test('what is done and not undone is seen: the control', async () => {
    const before = await picture(server());
    Object.assign(fault, { nth: 0, isUndone: false });
    const right = RIGHTS.find(({ does }) => does === 'closeQuestion')!;
    expect(await toldTo(whoMay(right), server(), headers, world, right)).toBe(doneOf(right));
    expect(await picture(server())).not.toEqual(before);
  });
});
