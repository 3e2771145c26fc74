/** The control of the lock: where nobody keeps the form, somebody is registered with answers to a question that is asked no longer. */
import { expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { meanwhile } from './answers.fixture.ts';

vi.mock('../questions/form.ts', async (original) => ({ ...(await original<typeof import('../questions/form.ts')>()), FORMS: 0, keepForm: async () => undefined }));

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a form that nobody keeps is changed between what is read of it and what is kept', { timeout: 60_000 }, async () => {
  const [adviser, coordinator] = [await signIn(server(), links, PEOPLE.adviser), await signIn(server(), links, PEOPLE.ngoCoordinator)];
  expect(await meanwhile(server(), { adviser, coordinator, organisation: await ngoOf(server(), 'RS') })).toEqual({ saved: 'before', outcome: 'DONE', labels: ['Друго'] });
});
