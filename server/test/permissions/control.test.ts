/** The control of the matrix: with the policy of experts taken away, the same check finds names that nobody should see. */
import { expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { wrongNames } from './consent.ts';
import { signEverybodyIn } from './roles.ts';

vi.mock('../../src/experts/expert.policy.ts', () => ({ visibilitiesOpenTo: () => ['PUBLIC', 'NETWORK', 'POST', 'ADVISER'] }));

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a policy that lets everybody see everything is found out, by every path', { timeout: 60_000 }, async () => {
  const wrong = await wrongNames(server(), await signEverybodyIn(server(), links));
  for (const path of ['direct', 'node', 'aliased', 'list', 'edges', 'sorted', 'country', 'countries', 'search']) {
    expect(wrong.filter((sentence) => sentence.startsWith(`visitor by ${path}:`)), path).not.toEqual([]);
  }
  expect(wrong.filter((sentence) => sentence.startsWith('adviser'))).toEqual([]);
});
