/** The controls of the people of organisations: each of the two walls holds alone, and without both everybody is seen. */
import { expect, test, vi } from 'vitest';
import { ngoOf, owner } from '../../src/members/world.fixture.ts';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { givenTo, seenBy } from './people.ts';
import { PEOPLE, signEverybodyIn } from './roles.ts';

const ALL = ['PUBLIC', 'NETWORK', 'POST', 'ADVISER'];
const policy = vi.hoisted(() => ({ isOpen: false }));
vi.mock('../../src/members/contact-person.policy.ts', async (original) => {
  const real = await original<Record<string, (actor: unknown) => readonly string[]>>();
  const opened = (rule: string) => (actor: unknown) => (policy.isOpen ? ALL : real[rule]!(actor));
  return { openAnywhere: opened('openAnywhere'), openInOwnCountries: opened('openInOwnCountries') };
});

const server = testServer({ signInLimits: UNLIMITED });

test('without its conditions the view gives everybody; the reader hides them still, until its policy is taken away too', { timeout: 60_000 }, async () => {
  const headers = await signEverybodyIn(server());
  const ngo = await ngoOf(server(), 'RS');
  await owner(server(), `update person set contact_visibility = case email when ? then 'ADVISER' end, email_visibility = 'ADVISER'`, [PEOPLE.ngoMember]);
  // Each server keeps the plans that it made with its policy.
  const opened = await server().beside({ signInLimits: UNLIMITED });
  const seen = async (isOpen: boolean): Promise<unknown> => {
    policy.isOpen = isOpen;
    return (await seenBy(isOpen ? opened : server(), headers, 'scac', ngo)).list;
  };
  expect([await givenTo(server(), 'scac', ngo), await seen(false)]).toEqual([[], []]);
  // Without the policy the view gives nothing to be shown.
  expect(await seen(true)).toEqual([]);
  await owner(server(), `create or replace function acting_sees(choice text, the_country text, of_invented boolean) returns boolean language sql stable return true`);
  expect(await givenTo(server(), 'scac', ngo)).toContainEqual(expect.objectContaining({ email: PEOPLE.ngoMember }));
  expect(await seen(false)).toEqual([]);
  expect(await seen(true)).toMatchObject([{ email: PEOPLE.ngoMember }]);
});
