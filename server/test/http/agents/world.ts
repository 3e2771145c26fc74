/** What the tests about agents share: a server that knows a provider, two people, and what became of them. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { AgentProvider } from '../../../src/agents/index.ts';
import type { Config } from '../../../src/config.ts';
import { ask, type TestServer, testServer, UNLIMITED } from '../harness.ts';
import { Browser, SITE } from './browser.ts';

export const ANNA = '019abc00-0000-7000-8000-000000000001';
export const BORIS = '019abc00-0000-7000-8000-000000000002';
export interface World {
  readonly server: TestServer;
  /** A browser that has been nowhere. */
  readonly browser: () => Browser;
  readonly sql: (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;
  /** Who is signed in, as the API says it; null for a visitor. */
  readonly viewer: (browser: Browser) => Promise<Record<string, unknown> | null>;
  /** How many are signed in, and bound. */
  readonly kept: () => Promise<{ sessions: number; bound: number; attempts: number }>;
}

/** A server at `SITE` with Anna, an expert, and Boris, both signed out and bound to nothing before each test. `provider` is asked once, before the server starts; `patience` is for one of its answers, in seconds. */
export function agentWorld(provider: () => Promise<AgentProvider>, patience?: number): () => World {
  const changes: { -readonly [K in keyof Config]?: Config[K] } = { publicUrl: SITE };
  beforeAll(async () => {
    changes.agentProvider = await provider();
  });
  const server = testServer({ signInLimits: UNLIMITED, ...(patience !== undefined && { providerPatience: patience }) }, changes);
  let owner: pg.Client | undefined;
  const world: World = {
    get server() {
      return server();
    },
    browser: () => new Browser(server().address),
    sql: (text, values = []) => owner!.query(text, [...values]),
    viewer: async (browser) => (await ask(server(), '{ viewer { name email agentIdentity { createdAt refusedAt } sessions { isCurrent userAgent } } }', {}, browser.headers)).data!.viewer as never,
    kept: async () => (await world.sql(
      'select (select count(*)::int from sign_in_session) as sessions, (select count(*)::int from sign_in_account) as bound, (select count(*)::int from sign_in_attempt) as attempts',
    )).rows[0] as never,
  };
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: server().database.owner });
    await owner.connect();
    for (const [id, name, email] of [[ANNA, 'Anna', 'anna@example.org'], [BORIS, 'Boris', 'boris@example.org']]) {
      await world.sql('insert into person (id, name, email, created_at, updated_at) values ($1, $2, $3, now(), now())', [id, name, email]);
    }
    await world.sql(`insert into member (uuid, person_id, role, since) values ('019abc00-0000-7000-8000-00000000000a', $1, 'EXPERT', '2026-01-01')`, [ANNA]);
  });
  beforeEach(async () => {
    await owner!.query(`
      update person set suspended_at = null, email_verified = false, locale = null;
      delete from member where role = 'SCAC';
      update person set email = 'anna@example.org' where id = '${ANNA}';
      delete from sign_in_session; delete from sign_in_account; delete from sign_in_attempt; delete from audit_entry`);
  });
  afterAll(() => owner?.end());
  return () => world;
}

/** The code with which somebody was led to the page to sign in; undefined where they were not. */
export function outcomeIn(location: string | undefined): string | undefined {
  return new URL(location ?? SITE).searchParams.get('agent') ?? undefined;
}
