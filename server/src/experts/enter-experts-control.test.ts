/** The control of the lock: without it, two who change the same sheet at the same moment both believe that they have. */
import { expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { whileHeld } from '../trainings/at-once.fixture.ts';
import { create, update } from './world.fixture.ts';

vi.mock('./expert-content.ts', async (original) => {
  const real = await original<typeof import('./expert-content.ts')>();
  return {
    ...real,
    holdExpert: (em: { execute: (text: string, values: unknown[]) => unknown }, key: string) =>
      real.holdExpert({ execute: (text: string, values: unknown[]) => em.execute(text.replace(' for update', ''), values) } as never, key),
  };
});

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a sheet that nobody holds is changed by both, and what the first has written is lost', { timeout: 30_000 }, async () => {
  const adviser = await signIn(server(), links, PEOPLE.adviser);
  const { expert } = await create(server(), adviser);
  const acts = ['Le premier.', 'Le second.'].map((summary) => () => update(server(), adviser, expert!.id, 1, { summary }));
  expect(await whileHeld(server(), ['expert', expert!.id.replace('Expert_', '')], acts)).toEqual(['DONE', 'DONE']);
});
