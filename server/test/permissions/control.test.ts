/** The control of the matrix: with the policy of experts taken away the view still shows nothing; without both, the same check finds names that nobody should see. */
import { expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { wrongNames } from './consent.ts';
import { signEverybodyIn } from './roles.ts';

vi.mock('../../src/experts/expert.policy.ts', async (original) => ({ ...(await original<object>()), visibilitiesOpenTo: () => ['PUBLIC', 'NETWORK', 'POST', 'ADVISER'] }));

const server = testServer({ signInLimits: UNLIMITED });

test('a policy that lets everybody see everything is found out, by every path, once the view does so too', { timeout: 60_000 }, async () => {
  const headers = await signEverybodyIn(server());
  expect(await wrongNames(server(), headers)).toEqual([]);
  await server().database.orm.em.fork().execute(`create or replace function acting_choices(of_invented boolean) returns text[] language sql stable return array['NETWORK', 'POST', 'ADVISER']`);
  const wrong = await wrongNames(server(), headers);
  for (const path of ['direct', 'node', 'aliased', 'list', 'edges', 'sorted', 'country', 'countries', 'trainers']) {
    expect(wrong.filter((sentence) => sentence.startsWith(`visitor by ${path}:`)), path).not.toEqual([]);
  }
  // A visitor is searched for in public names alone, whatever the policy says.
  expect(wrong.filter((sentence) => sentence.startsWith('ngoMember by search:'))).not.toEqual([]);
  expect(wrong.filter((sentence) => sentence.startsWith('visitor by search:'))).toEqual([]);
  expect(wrong.filter((sentence) => sentence.startsWith('adviser'))).toEqual([]);
});
