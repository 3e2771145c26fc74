/** Two real people and their browsers: an officer, who must have a key, and somebody without a role, who need not. */
import { beforeAll, beforeEach } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { Browser } from './browser.ts';
import { testServer, type TestServer, UNLIMITED } from './harness.ts';

export const [ANNA, BORIS] = ['019abc00-0000-7000-8000-000000000001', '019abc00-0000-7000-8000-000000000002'] as const;
export const [OFFICER, GUEST] = ['anna@example.org', 'boris@example.org'] as const;

/** The code with which an operation is refused; undefined where it is not. */
export const code = async (who: Browser, document: string, variables = {}): Promise<string | undefined> => (await who.ask(document, variables)).code;

/** How things stand with somebody's second factor. */
export const secondStep = async (who: Browser): Promise<unknown> => (await who.ask('{ secondStep { isDue isFresh isRequired hasPasskeys hasAuthenticator recoveryCodes } }')).data!.secondStep;

export interface KeysWorld {
  readonly server: () => TestServer;
  /** Where the server puts its links. */
  readonly links: SignInLink[];
  /** Runs a statement as the owner. */
  readonly sql: <T = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<T[]>;
  readonly browser: () => Browser;
  /** A browser in which a link to this address was confirmed. */
  readonly signedIn: (email: string) => Promise<Browser>;
}

/** A server for a whole test file; before each test nobody has a key and nobody is signed in. */
export function keysWorld(): KeysWorld {
  const links: SignInLink[] = [];
  const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
  const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute(text, values) as Promise<T[]>;
  const browser = (): Browser => new Browser(server());

  beforeAll(async () => {
    for (const [id, name, email] of [[ANNA, 'Anna', OFFICER], [BORIS, 'Boris', GUEST]]) {
      await sql(`insert into person (id, name, email, email_verified, locale, created_at, updated_at) values (?, ?, ?, true, 'el', now(), now())`, [id, name, email]);
    }
    await sql(`insert into member (uuid, person_id, role, country_code, since) values ('019abc00-0000-7000-8000-00000000000a', ?, 'SCAC', 'AL', '2026-01-01')`, [ANNA]);
  });

  beforeEach(async () => {
    links.length = 0;
    for (const table of ['passkey', 'authenticator', 'recovery_codes', 'sign_in_session', 'sign_in_account', 'sign_in_verification', 'address_change', 'calendar_link', 'mail', 'audit_entry']) await sql(`delete from "${table}"`);
  });

  async function signedIn(email: string): Promise<Browser> {
    const made = browser();
    await made.link(links, email);
    return made;
  }

  return { server, links, sql, browser, signedIn };
}
