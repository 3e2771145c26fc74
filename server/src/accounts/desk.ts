/** What the code that signs people in works with: the connections that alone may, the attempts that are counted, the sessions. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 } from 'uuid';
import { translateError } from '../core/database/index.ts';
import type { Limiter } from '../core/limits/index.ts';
import { type Auth, LONGEST_SESSION } from './sign-in.ts';

/** Sets a header of the answer; a second value of the same name stands beside the first. */
export type SetHeader = (name: string, value: string) => void;

/** A transaction as somebody: rows it changes are theirs, and the trail says so. */
export interface Transaction {
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<{ readonly rows: Row[]; readonly rowCount: number | null }>;
}

/** How somebody came in whom a provider has recognised. */
export interface ProviderSession {
  /** Whether the provider says that they have shown two factors. */
  readonly secondFactor: boolean;
  /** What the provider is shown when they sign out. */
  readonly idToken: string;
  /** What the browser says of itself. */
  readonly userAgent: string;
}

/** 32 signs of Base64url: 192 bits that nobody can guess. */
const TOKEN_BYTES = 24;

export class SignInDesk {
  readonly #pool: pg.Pool;
  readonly #auth: Auth;
  readonly #limiter: Limiter;

  constructor(pool: pg.Pool, auth: Auth, limiter: Limiter) {
    this.#pool = pool;
    this.#auth = auth;
    this.#limiter = limiter;
  }

  /** Counts an attempt. Throws RATE_LIMITED. */
  async take(what: 'tryPerNetwork', subject: string): Promise<void> {
    await this.#limiter.take(what, subject);
  }

  /** Runs one statement for nobody in particular. Throws SERVICE_UNAVAILABLE. */
  async query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<{ rows: Row[]; rowCount: number }> {
    try {
      const { rows, rowCount } = await this.#pool.query<Row>(text, [...values]);
      return { rows, rowCount: rowCount ?? 0 };
    } catch (error) {
      throw translateError(error);
    }
  }

  /** Does something as a person, whole or not at all. Throws what `work` throws, and SERVICE_UNAVAILABLE. */
  async asPerson<T>(person: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await this.#connect();
    let isBroken = true;
    try {
      await client.query('begin');
      await client.query(`select set_config('passerelle.person', $1, true)`, [person]);
      const done = await work({ query: (text, values = []) => client.query(text, [...values]) });
      await client.query('commit');
      isBroken = false;
      return done;
    } catch (error) {
      isBroken = await client.query('rollback').then(() => false, () => true);
      throw translateError(error);
    } finally {
      client.release(isBroken);
    }
  }

  /** Begins a session of somebody whom a provider has recognised, and gives its token. */
  async openFromProvider(transaction: Transaction, person: string, { secondFactor, idToken, userAgent }: ProviderSession): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await transaction.query(
      `insert into sign_in_session (id, person_id, token, expires_at, user_agent, created_at, updated_at, id_token, has_second_factor)
       values ($1, $2, $3, now() + $4 * interval '1 minute', $5, now(), now(), $6, $7)`, [v7(), person, token, LONGEST_SESSION, userAgent, idToken, secondFactor],
    );
    return token;
  }

  /** Sends the cookie of a session. */
  async give(token: string, setHeader: SetHeader): Promise<void> {
    const { headers } = await this.#auth.api.giveSession({ body: { token }, headers: new Headers(), returnHeaders: true });
    for (const cookie of headers.getSetCookie()) setHeader('set-cookie', cookie);
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw translateError(error);
    }
  }
}
