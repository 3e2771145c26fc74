/**
 * Whatever fails in the middle of what is done with a secret, with what is somebody's own, or with a file: it is done, or it is not. What fails
 * is not undone by the test: what it left would stand there.
 */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { uploads } from '../../src/uploads.ts';
import { testServer, UNLIMITED } from '../http/harness.ts';
import type { Fault } from './breaking.ts';
import { NOT_TRIED } from './not-tried.ts';
import { OWN_ACTS, revocable } from './own-acts.ts';
import { changedBetween, picture, untilNothingIsTimed } from './picture.ts';
import { RIGHTS } from './rights.ts';
import { type Headers, signEverybodyIn } from './roles.ts';

const fault = vi.hoisted((): Fault => ({ nth: 0, when: 'AFTER', ran: 0, transactions: 0, isUndone: false }));
vi.mock('../../src/core/database/transact.ts', async (original) => ({ transactAs: (await import('./breaking.ts')).breaking((await original<{ transactAs: never }>()).transactAs, fault) }));
// Whether a file is good is asked of a thread of its own, which takes longer than all else here.
vi.mock('../../src/core/files/check-file.ts', async (original) => {
  const { checkFile } = await original<{ checkFile: (bytes: Buffer) => Promise<unknown> }>();
  const known = new Map<string, Promise<unknown>>();
  return { checkFile: (bytes: Buffer) => known.get(bytes.toString('latin1')) ?? known.set(bytes.toString('latin1'), checkFile(bytes)).get(bytes.toString('latin1')) };
});

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

/** Tries it with each statement failing, before it runs and once it has, and then with none: what was changed by those that failed, and how many did. */
async function tryEach(act: () => Promise<string>, done: string): Promise<{ readonly left: string[]; readonly failures: number }> {
  const before = await picture(server());
  let [left, failures]: [string[], number] = [[], 0];
  for (let nth = 1; ; nth += 1) {
    for (const when of ['BEFORE', 'AFTER'] as const) {
      Object.assign(fault, { nth, when, ran: 0 });
      const told = await act();
      if (fault.ran < nth) {
        expect(told).toBe(done);
        return { left, failures };
      }
      expect(told, `statement ${nth} ${when}`).not.toBe(done);
      left = [...left, ...changedBetween(before, await picture(server())).map((table) => `${table} by statement ${nth} ${when}`)];
      failures += 1;
    }
  }
}

describe('is done whole or not at all', () => {
  test.each(OWN_ACTS.map((one) => [[one.of, one.what].filter(Boolean).join(' '), one] as const))('%s', { timeout: 60_000 }, async (_title, { prepare, done }) => {
    fault.nth = 0;
    const act = await prepare(server(), headers);
    await untilNothingIsTimed(server());
    const before = await picture(server());
    const { left, failures } = await tryEach(act, done);
    expect(left).toEqual([]);
    // A statement fails in two ways.
    expect(failures).toBeGreaterThanOrEqual(2);
    expect(changedBetween(before, await picture(server()))).not.toEqual([]);
  });
});

test('what takes two transactions leaves what the first has done: the control', async () => {
  fault.nth = 0;
  const [first, second] = [await revocable(server(), headers), await revocable(server(), headers)];
  const { left } = await tryEach(async () => {
    const told = await first();
    return told === 'true' || told === 'false' ? second() : told;
  }, 'true');
  expect(left).not.toEqual([]);
});

describe('whatever changes something', () => {
  test('is tried with faults, or it is said why not', async () => {
    const mutations = Object.keys((await createSchema()).getMutationType()!.getFields());
    // What else takes anything but GET is the API itself (`core/http/server.ts`).
    const routes = Object.keys(uploads({} as never));
    const tried = [...RIGHTS.map(({ does }) => does), ...OWN_ACTS.map(({ of }) => of)].filter((one) => !(one in NOT_TRIED));
    expect([...new Set([...tried, ...Object.keys(NOT_TRIED)])].sort()).toEqual([...mutations, ...routes].sort());
  });
});
