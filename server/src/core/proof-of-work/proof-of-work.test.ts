/** Proofs of work on a real PostgreSQL: only one that was worked for is taken, and it is taken once. */
import { MikroORM } from '@mikro-orm/postgresql';
import { type Challenge as Work, createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { ormOptions } from '../../orm.ts';
import { ProofOfWork } from './index.ts';

const database = testDatabase('empty');
const SECRET = 'a secret that only the tests know'.repeat(2);
const orms: MikroORM[] = [];

beforeAll(async () => {
  for (let n = 0; n < 2; n += 1) orms.push(await MikroORM.init(ormOptions(database().app)));
  return async () => void (await Promise.all(orms.map((orm) => orm.close())));
});
beforeEach(() => database().orm.em.execute('delete from spent_proof'));

/** As a process has it: each on connections of its own. */
function proofs({ process = 0, work = 3, secret = SECRET, lasts = 600 } = {}): ProofOfWork {
  return new ProofOfWork({ secret, work, lasts, database: () => orms[process]!.em.fork() });
}

const given = async (from: ProofOfWork): Promise<Work> => JSON.parse((await from.challenge())!.challenge) as Work;
const solved = async (challenge: Work): Promise<{ counter: number; derivedKey: string }> => (await solveChallenge({ challenge, deriveKey }))!;
const proof = async (from: ProofOfWork): Promise<string> => {
  const challenge = await given(from);
  return JSON.stringify({ challenge, solution: await solved(challenge) });
};
const outcome = (at: ProofOfWork, text: string | null | undefined): Promise<string> => at.demand(text).then(() => 'taken', (error: Error) => error.message);

const REFUSED = { none: 'Solve a challenge of `proofChallenge` and send both as `proof`', wrong: 'This is no challenge of ours, or not its solution', old: 'The challenge is too old', used: 'This proof was used already' };

describe('a proof', () => {
  test('is taken once', async () => {
    const text = await proof(proofs());
    expect(await outcome(proofs(), text)).toBe('taken');
    expect(await outcome(proofs(), text)).toBe(REFUSED.used);
  });

  test('is taken once by two processes that are given it twenty times each, at once', async () => {
    const text = await proof(proofs());
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, n) => outcome(proofs({ process: n % 2 }), text)));
    expect(outcomes.filter((said) => said === 'taken')).toHaveLength(1);
    expect(outcomes.filter((said) => said === REFUSED.used)).toHaveLength(39);
  });

  test('would be taken again if nobody remembered it', async () => {
    const text = await proof(proofs());
    await proofs().demand(text);
    await database().orm.em.execute('delete from spent_proof');
    expect(await outcome(proofs(), text)).toBe('taken');
  });

  test('is remembered for longer than it could be used, and forgotten then', async () => {
    await proofs().demand(await proof(proofs()));
    await database().orm.em.execute(`insert into spent_proof values ('old', now() - interval '61 minutes'), ('older than it may be', now() - interval '59 minutes')`);
    await proofs({ process: 1 }).forget();
    expect(await database().orm.em.execute(`select nonce from spent_proof where nonce like 'old%'`)).toEqual([{ nonce: 'older than it may be' }]);
    expect(await database().orm.em.execute('select from spent_proof')).toHaveLength(2);
  });
});

describe('what is no proof', () => {
  test.each([
    undefined, null, '', 'x', '{}', '[]', 'null', '1', '{"challenge":{},"solution":{}}', '{"challenge":{"parameters":{}},"solution":null}', '['.repeat(1_000), 'x'.repeat(10_000),
    '{"challenge":{"parameters":{"nonce":"aa","expiresAt":9999999999},"signature":"aa"},"solution":{"counter":1e99,"derivedKey":"aa"}}',
    '{"challenge":{"parameters":{"nonce":["aa"],"expiresAt":9999999999},"signature":"aa"},"solution":{"counter":1,"derivedKey":"aa"}}',
    '{"challenge":{"parameters":{"nonce":"aa","expiresAt":9999999999},"signature":"aa"},"solution":{"counter":1,"derivedKey":"a"}}',
  ])('is refused before anything is worked out: %j', async (text) => {
    expect(await outcome(proofs(), text)).toBe(REFUSED.none);
  });

  test('is refused: a challenge that somebody else made', async () => {
    expect(await outcome(proofs(), await proof(proofs({ secret: 'another secret' })))).toBe(REFUSED.wrong);
    const challenge = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 1, counter: 0, deriveKey, expiresAt: Date.now() });
    const signed = { ...challenge, signature: (await given(proofs())).signature };
    expect(await outcome(proofs(), JSON.stringify({ challenge: signed, solution: await solved(challenge) }))).toBe(REFUSED.wrong);
  });

  test.each([['cost', 1], ['expiresAt', 9_999_999_999], ['keyPrefix', ''], ['nonce', 'ab'], ['keySignature', undefined]])('is refused: a challenge of ours with another %s', async (name, value) => {
    const challenge = await given(proofs());
    const solution = await solved(challenge);
    const changed = { ...challenge, parameters: { ...challenge.parameters, [name]: value } };
    expect(await outcome(proofs(), JSON.stringify({ challenge: changed, solution }))).toBe(REFUSED.wrong);
    expect(await outcome(proofs(), JSON.stringify({ challenge, solution }))).toBe('taken');
  });

  test('is refused: another counter with the key that is its own, which takes no work', async () => {
    const challenge = await given(proofs());
    const { counter } = await solved(challenge);
    const keyOf = async (tried: number): Promise<string> => {
      const password = Buffer.concat([Buffer.from(challenge.parameters.nonce, 'hex'), Buffer.from(tried.toString(16).padStart(8, '0'), 'hex')]);
      return Buffer.from((await deriveKey(challenge.parameters, Buffer.from(challenge.parameters.salt, 'hex'), password)).derivedKey).toString('hex');
    };
    expect(await outcome(proofs(), JSON.stringify({ challenge, solution: { counter: counter + 1, derivedKey: await keyOf(counter + 1) } }))).toBe(REFUSED.wrong);
    expect(await outcome(proofs(), JSON.stringify({ challenge, solution: { counter, derivedKey: await keyOf(counter) } }))).toBe('taken');
  });

  test('is refused: the solution of another challenge', async () => {
    const [one, other] = [await given(proofs()), await given(proofs())];
    expect(await outcome(proofs(), JSON.stringify({ challenge: one, solution: await solved(other) }))).toBe(REFUSED.wrong);
  });

  test('is refused: one that is too old', async () => {
    expect(await outcome(proofs(), await proof(proofs({ lasts: -1 })))).toBe(REFUSED.old);
    expect(await database().orm.em.execute('select from spent_proof')).toEqual([]);
  });
});

test('where no work is asked for, there is no challenge and all is taken', async () => {
  const open = proofs({ work: 0 });
  expect(await open.challenge()).toBeNull();
  expect(await outcome(open, undefined)).toBe('taken');
});

test('the work is as much as was said, on average', async () => {
  const counters = await Promise.all(Array.from({ length: 60 }, async () => (await solved(await given(proofs({ work: 4 })))).counter));
  expect(Math.max(...counters)).toBeLessThan(8);
  expect(counters.reduce((sum, counter) => sum + counter, 0) / 60).toBeGreaterThan(2);
  expect(counters.reduce((sum, counter) => sum + counter, 0) / 60).toBeLessThan(5);
});
