/** What the code that signs people in works with: the connections that alone may, the attempts that are counted, the sessions. */
import { randomBytes } from 'node:crypto';
import type { Locale } from '@passerelle/shared/locales.ts';
import type pg from 'pg';
import { v7 } from 'uuid';
import { translateError } from '../core/database/index.ts';
import type { Execute } from '../core/jobs/index.ts';
import type { Factor } from '../core/key-ring.ts';
import { Leases, type Limit, Limiter } from '../core/limits/index.ts';
import { type SetHeader, setCookies } from './cookies.ts';
import { type Auth, LONGEST_SESSION } from './sign-in.ts';

/** How often somebody may try. */
export interface SignInLimits {
  /** Links for one address from one network: whoever asks too often keeps out themselves, and nobody who is elsewhere. */
  readonly linkFromNetwork: Limit;
  /** For one address from wherever: so many mails somebody can be sent. */
  readonly linkPerAddress: Limit;
  readonly linkPerNetwork: Limit;
  readonly tryPerNetwork: Limit;
  /** Keys, asked for and shown: many people may have one network. */
  readonly keyPerNetwork: Limit;
  /** Codes of an application and recovery codes; passkeys cannot be guessed and are not counted here, so that nobody is locked out by others. */
  readonly codePerPerson: Limit;
  /** Of invitations, by who sends them. */
  readonly invitationPerPerson: Limit;
  /** Of people invited to sessions, however many at once, by who invites them. */
  readonly sessionInvitationPerPerson: Limit;
  /** Of experts asked on which days they are free, however many at once, by who asks them. */
  readonly availabilityRequestPerPerson: Limit;
  /** Of hosts who are offered slots, by who offers them. */
  readonly slotOfferPerPerson: Limit;
  /** Of cooperation requests, of each of which the services of a post are told, by who sends them. */
  readonly cooperationRequestPerPerson: Limit;
  /** Of people registered for sessions, however many at once, by who registers them. */
  readonly registrationPerPerson: Limit;
  /** Of asking for access. */
  readonly requestPerAddress: Limit;
  readonly requestPerNetwork: Limit;
}

/** A transaction as somebody: rows it changes are theirs, and the trail says so. */
export interface Transaction {
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<{ readonly rows: Row[]; readonly rowCount: number | null }>;
  /** The same connection for what is written with `?` in the place of values: jobs and mails. */
  readonly execute: Execute;
}

/** Where somebody is written to, and in which language; null until they have chosen one. */
export interface Addressee {
  readonly email: string;
  readonly locale: Locale | null;
}

/** How somebody came in whom a provider has recognised. */
export interface ProviderSession {
  /** Whether the provider says that they have shown two factors: it counts as a key that was shown. */
  readonly secondFactor: boolean;
  /** What the provider is shown when they sign out. */
  readonly idToken: string;
  /** What the browser says of itself. */
  readonly userAgent: string;
}

/** What is kept of what a browser says of itself: no more than tells which it is. */
export function shortAgent(userAgent: string | undefined): string {
  return (userAgent ?? '').slice(0, 400);
}

/** 32 signs of Base64url: 192 bits that nobody can guess. */
const TOKEN_BYTES = 24;

/** How many people a process counts ahead, by who registers them. */
const PEOPLE_COUNTED = 10;

export class SignInDesk {
  readonly #pool: pg.Pool;
  readonly #auth: Auth;
  readonly #limiter: Limiter;
  readonly #registrations: Leases;
  /** Settles when what was begun last about somebody who is there is done. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(pool: pg.Pool, auth: Auth, secret: string, limits: SignInLimits) {
    this.#pool = pool;
    this.#auth = auth;
    const limiter = new Limiter(pool, secret, { ...limits });
    this.#limiter = limiter;
    this.#registrations = new Leases(limits.registrationPerPerson.points, (person, times) => limiter.take('registrationPerPerson', person, times), PEOPLE_COUNTED);
  }

  /** Counts an attempt, or several together. Throws RATE_LIMITED. */
  async take(what: keyof SignInLimits, subject: string, times = 1): Promise<void> {
    await this.#limiter.take(what, subject, times);
  }

  /** Counts an attempt to use a secret. Gives until when it counts, in milliseconds since 1970. Throws RATE_LIMITED. */
  async countTry(network: string): Promise<number> {
    const lasts = await this.#limiter.take('tryPerNetwork', network);
    return Date.now() + lasts;
  }

  /** Takes back an attempt that counts until then. */
  async forgiveTry(network: string, until: number): Promise<void> {
    await this.#limiter.giveBack('tryPerNetwork', network, until);
  }

  /** Counts people whom a person registers: a few of them ahead, so that who comes one after the other costs no statement each. Gives until when it counts, in milliseconds since 1970. Throws RATE_LIMITED. */
  async takeRegistrations(person: string, people: number): Promise<number> {
    return this.#registrations.take(person, people);
  }

  /** Takes back people that count until then. */
  giveBackRegistrations(person: string, people: number, until: number): void {
    this.#registrations.giveBack(person, people, until);
  }

  /** Runs one statement for nobody in particular, prepared on its connection where it has a name: its columns are named one by one then. Throws SERVICE_UNAVAILABLE. */
  async query<Row extends pg.QueryResultRow>(statement: string | { readonly name: string; readonly text: string }, values: readonly unknown[] = []): Promise<{ rows: Row[]; rowCount: number }> {
    try {
      const { rows, rowCount } = await this.#pool.query<Row>(typeof statement === 'string' ? { text: statement, values: [...values] } : { ...statement, values: [...values] });
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
      const done = await work({ query: (text, values = []) => client.query(text, [...values]), execute: executeOn(client) });
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

  /**
   * Does something about this person, if they are there and may act: erasing them waits until it is done, so that
   * it takes along what this leaves. `work` uses other connections: one at a time, so that they never wait for each other.
   */
  async whileThere(person: string, work: (found: Addressee) => Promise<unknown>): Promise<void> {
    const before = this.#last;
    const done = before.then(() => this.#whileThere(person, work));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #whileThere(person: string, work: (found: Addressee) => Promise<unknown>): Promise<void> {
    const client = await this.#connect();
    let isBroken = true;
    try {
      await client.query('begin');
      const { rows } = await client.query<Addressee>('select email, locale from person where id = $1 and suspended_at is null for key share', [person]);
      if (rows[0]) await work(rows[0]);
      await client.query('commit');
      isBroken = false;
    } catch (error) {
      isBroken = await client.query('rollback').then(() => false, () => true);
      throw error;
    } finally {
      client.release(isBroken);
    }
  }

  /** Begins a session of somebody who has shown a key, and gives its cookie. */
  async open(transaction: Transaction, person: string, factor: Factor, userAgent: string): Promise<string> {
    const token = newToken();
    await transaction.query(
      `insert into sign_in_session (id, person_id, token, expires_at, user_agent, created_at, updated_at, key, key_shown_at)
       values ($1, $2, $3, now() + $4 * interval '1 minute', $5, now(), now(), $6, now())`, [v7(), person, token, LONGEST_SESSION, shortAgent(userAgent), factor],
    );
    return token;
  }

  /** Begins a session of somebody whom a provider has recognised, and gives its id and its cookie. */
  async openFromProvider(transaction: Transaction, person: string, { secondFactor, idToken, userAgent }: ProviderSession): Promise<{ session: string; token: string }> {
    const [session, token, factor] = [v7(), newToken(), secondFactor ? 'PROVIDER' : null];
    await transaction.query(
      `insert into sign_in_session (id, person_id, token, expires_at, user_agent, created_at, updated_at, id_token, key, key_shown_at)
       values ($1, $2, $3, now() + $4 * interval '1 minute', $5, now(), now(), $6, $7::text, case when $7::text is not null then now() end)`,
      [session, person, token, LONGEST_SESSION, shortAgent(userAgent), idToken, factor],
    );
    return { session, token };
  }

  /**
   * Notes in a session that a key was shown, and makes it another one: its id and its cookie are new, so that what somebody
   * may have known of it before is worth nothing. Gives the token, or undefined when the session has ended meanwhile.
   */
  async renew(transaction: Transaction, session: string, factor: Factor): Promise<string | undefined> {
    const token = newToken();
    const { rowCount } = await transaction.query(
      'update sign_in_session set id = $2, token = $3, key = $4, key_shown_at = now(), updated_at = now(), last_seen_at = now() where id = $1', [session, v7(), token, factor],
    );
    return rowCount === 1 ? token : undefined;
  }

  /** Sends the cookie of a session. `cookie`: those that came with the request. */
  async give(token: string, cookie: string | undefined, setHeader: SetHeader): Promise<void> {
    const { headers } = await this.#auth.api.giveSession({ body: { token }, headers: new Headers(), returnHeaders: true });
    setCookies(headers, setHeader, { address: await this.#addressOf(token), cookie });
  }

  /** Of whom a session is, by its token; undefined where that cannot be asked: who has signed in is not to be told that it failed. */
  async #addressOf(token: string): Promise<string | undefined> {
    const asked = this.query<{ email: string }>('select p.email from sign_in_session s join person p on p.id = s.person_id where s.token = $1', [token]);
    return (await asked.catch(() => undefined))?.rows[0]?.email;
  }

  /** Forgets attempts that no longer count. */
  async forget(): Promise<void> {
    await this.#limiter.forget();
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw translateError(error);
    }
  }
}

function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

function executeOn(client: pg.PoolClient): Execute {
  const execute = async (text: string, values: unknown[] = []): Promise<unknown> => {
    let place = 0;
    return (await client.query(text.replaceAll('?', () => `$${(place += 1)}`), values)).rows;
  };
  return { execute } as Execute;
}
