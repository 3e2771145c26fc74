/** Everybody the permissions are tried with: an invented person of each role, signed in. */
import { vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { ask, type TestServer } from '../http/harness.ts';

/** Whose mail is whose: the addresses of the demonstration. */
export const PEOPLE = {
  ngoMember: 'ngo-member.rs@passerelle.example',
  ngoCoordinator: 'ngo-coordinator.rs@passerelle.example',
  scac: 'scac.rs@passerelle.example',
  ssi: 'ssi.rs@passerelle.example',
  scacElsewhere: 'scac.al@passerelle.example',
  expert: 'expert@passerelle.example',
  authority: 'authority.rs@passerelle.example',
  international: 'international@passerelle.example',
  translator: 'translator@passerelle.example',
  assistant: 'assistant@passerelle.example',
  adviser: 'adviser@passerelle.example',
  suspended: 'ssi.bg@passerelle.example',
} as const;

export const ROLES = ['visitor', ...(Object.keys(PEOPLE) as (keyof typeof PEOPLE)[])] as const;
export type Role = (typeof ROLES)[number];

/** Whoever counts as a visitor, though they may have been somebody. */
export const OUTSIDERS: readonly Role[] = ['visitor', 'suspended'];

export const ADVISERS: readonly Role[] = ['adviser', 'assistant'];

/** The headers with which each role asks. */
export type Headers = Readonly<Record<Role, Record<string, string>>>;

/** Signs everybody in, all at once. `links` is where the server puts its links. */
export async function signEverybodyIn(server: TestServer, links: readonly SignInLink[]): Promise<Headers> {
  const signedIn = await Promise.all(Object.entries(PEOPLE).map(async ([role, email]) => [role, await signIn(server, links, email)] as const));
  await server.database.orm.em.fork().execute('update person set suspended_at = now() where email = ?', [PEOPLE.suspended]);
  return { visitor: {}, ...Object.fromEntries(signedIn) } as Headers;
}

/** Signs one of them in: the headers with which they ask from then on. */
export async function signIn(server: TestServer, links: readonly SignInLink[], email: string): Promise<Record<string, string>> {
  const before = links.length;
  await ask(server, 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
  const { secret } = await vi.waitUntil(() => links.slice(before).find(({ to }) => to === email), { timeout: 20_000 });
  const { headers } = await ask(server, 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret });
  return { cookie: headers.getSetCookie()[0]!.split(';', 1)[0]! };
}
