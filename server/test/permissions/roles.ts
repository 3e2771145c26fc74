/** Everybody the permissions are tried with: an invented person of each role, signed in. */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
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

/**
 * Everybody has a session, as if they had confirmed a link: its row is written and its cookie signed. That a link begins one is asked of signing in
 * itself (`test/http/sign-in.test.ts`); a dozen of them take a second, since each is made at a moment drawn by chance.
 */
export async function signEverybodyIn(server: TestServer): Promise<Headers> {
  const sessions = Object.entries(PEOPLE).map(([role, email]) => ({ role, email, id: v7(), token: randomBytes(24).toString('base64url') }));
  const em = server.database.orm.em.fork();
  await em.execute(
    `insert into sign_in_session (id, person_id, token, expires_at, ip_address, user_agent, created_at, updated_at)
     select x.id, p.id, x.token, now() + interval '1 week', '', 'node', now(), now() from jsonb_to_recordset(?::jsonb) as x (id uuid, email text, token text) join person p on p.email = x.email`, [JSON.stringify(sessions)],
  );
  await em.execute('update person set suspended_at = now() where email = ?', [PEOPLE.suspended]);
  return { visitor: {}, ...Object.fromEntries(sessions.map(({ role, token }) => [role, { cookie: server.sessionCookie(token) }])) } as Headers;
}

/** Signs one of them in, by a link. `links` is where the server puts its links. Gives the headers with which they ask from then on. */
export async function signIn(server: TestServer, links: readonly SignInLink[], email: string): Promise<Record<string, string>> {
  const before = links.length;
  await ask(server, 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
  const { secret } = await vi.waitUntil(() => links.slice(before).find(({ to }) => to === email), { timeout: 20_000 });
  const { headers } = await ask(server, 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret });
  return { cookie: headers.getSetCookie()[0]!.split(';', 1)[0]! };
}
