/** The control of the rights of calendars: with the policy taken away, the rules of the tables still hide drafts; without both, everything is found. */
import { expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { ids, listed, make, owner, prepareStages } from '../http/calendars-world.ts';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { PEOPLE, signIn } from './roles.ts';

vi.mock('../../src/accounts/accounts.policy.ts', async (original) => ({ ...(await original<object>()), circleOf: () => 'adviser' }));
vi.mock('../../src/calendars/calendars.policy.ts', async (original) => ({ ...(await original<object>()), shelvesOf: () => [{}] }));

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a calendar that shows everything to everybody is found out, once the rules of the tables are taken away too', async () => {
  await prepareStages(server());
  const { path } = await make(server(), await signIn(server(), links, PEOPLE.ngoMember));
  const [all, announced] = [await ids(server(), 'true'), await ids(server(), `stage <> 'DRAFT'`)];
  expect(all.length).toBeGreaterThanOrEqual(announced.length + 3);
  expect(await listed(server(), path)).toEqual(announced);
  await owner(server(), 'alter table training_session disable row level security');
  expect(await listed(server(), path)).toEqual(all);
});
