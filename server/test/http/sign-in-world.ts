/** Two people who sign in by a link: an officer, and somebody without a role. */
import pg from 'pg';
import { beforeAll, beforeEach, expect } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { type Answer, ask, testServer, type TestServer, UNLIMITED } from './harness.ts';

export const ANNA = '019abc00-0000-7000-8000-000000000001';
export const BORIS = '019abc00-0000-7000-8000-000000000002';
export const VIEWER = '{ viewer { name email locale memberships { role country { code } } sessions { id isCurrent } } }';

/** A link is made by a job. */
export const PATIENCE = { timeout: 20_000 };

type Headers = Readonly<Record<string, string>>;

export interface SignInWorld {
  readonly server: () => TestServer;
  /** Where the server puts its links. */
  readonly links: SignInLink[];
  /** Runs a statement as the owner. */
  readonly sql: (text: string, values?: unknown[]) => Promise<pg.QueryResult>;
  readonly request: (email: string, headers?: Headers) => Promise<Answer>;
  readonly confirm: (secret: string, headers?: Headers) => Promise<Answer>;
  /** The secret of the link that is sent to this address. */
  readonly secretFor: (email: string) => Promise<string>;
  /** As if a key had been shown in each session: these are about links and sessions, and `keys.test.ts` about those. */
  readonly keysShown: () => Promise<unknown>;
  /** The cookie of a new session, as a browser sends it back. */
  readonly signIn: (email?: string) => Promise<{ cookie: string }>;
  readonly viewer: (headers: Headers) => Promise<Record<string, unknown> | null>;
}

/** Whether a confirmed link has signed somebody in; undefined where it was refused. */
export const isSignedIn = (answer: Answer): unknown => (answer.data?.confirmSignIn as { isSignedIn: boolean } | undefined)?.isSignedIn;

/** A server for a whole test file; before each test nobody is suspended, and nobody is signed in. */
export function signInWorld(): SignInWorld {
  const links: SignInLink[] = [];
  const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
  const request: SignInWorld['request'] = (email, headers = {}) => ask(server(), 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email }, headers);
  const confirm: SignInWorld['confirm'] = (secret, headers = {}) => ask(server(), 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret }, headers);
  const keysShown = (): Promise<unknown> => sql(`update sign_in_session set key = 'PASSKEY', key_shown_at = now() where key is null`);
  const viewer: SignInWorld['viewer'] = async (headers) => (await ask(server(), VIEWER, {}, headers)).data!.viewer as never;

  async function sql(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: server().database.owner });
    await client.connect();
    try {
      return await client.query(text, values);
    } finally {
      await client.end();
    }
  }

  async function secretFor(email: string): Promise<string> {
    const before = links.length;
    await request(email);
    await expect.poll(() => links.length, PATIENCE).toBe(before + 1);
    return links.at(-1)!.secret;
  }

  async function signIn(email = 'anna@example.org'): Promise<{ cookie: string }> {
    const answer = await confirm(await secretFor(email));
    expect(isSignedIn(answer)).toBe(true);
    await keysShown();
    return { cookie: answer.headers.getSetCookie()[0]!.split(';', 1)[0]! };
  }

  beforeAll(async () => {
    for (const [id, name, email, isVerified] of [[ANNA, 'Anna', 'anna@example.org', true], [BORIS, 'Boris', 'boris@example.org', false]]) {
      await sql(`insert into person (id, name, email, email_verified, created_at, updated_at) values ($1, $2, $3, $4, now(), now())`, [id, name, email, isVerified]);
    }
    await sql(`insert into member (uuid, person_id, role, country_code, since) values ('019abc00-0000-7000-8000-00000000000a', $1, 'SCAC', 'AL', '2026-01-01')`, [ANNA]);
  });

  beforeEach(async () => {
    links.length = 0;
    await sql('update person set suspended_at = null, locale = null');
    await sql('delete from sign_in_session');
  });

  return { server, links, sql, request, confirm, secretFor, keysShown, signIn, viewer };
}
