/** Three who begin to send a file and go no further keep nobody else from bringing one. */
import { expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { addSession } from '../registrations/world.fixture.ts';
import { bringDocument } from './documents.fixture.ts';
import { hang } from './slow-files.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a fourth has theirs looked at and stored', { timeout: 60_000 }, async () => {
  const session = await addSession(server(), { places: 5, country: 'RS' });
  const [adviser, assistant, scac, ssi] = await Promise.all((['adviser', 'assistant', 'scac', 'ssi'] as const).map((role) => signIn(server(), links, PEOPLE[role])));
  const ends: (() => Promise<unknown>)[] = [];
  for (const headers of [adviser, assistant, scac]) ends.push(await hang(server().address, headers!, session));
  expect((await bringDocument(server().address, ssi!, session)).outcome).toBe('DONE');
  for (const end of ends) await end();
});
