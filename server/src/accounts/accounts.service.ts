/** Who asks, and what they can do about being signed in. */
import { randomInt } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locale } from '@passerelle/shared/locales.ts';
import { isAPIError } from 'better-auth/api';
import type pg from 'pg';
import { translateError } from '../core/database/index.ts';
import { UserError } from '../core/errors.ts';
import { type Limit, Limiter } from '../core/limits/index.ts';
import { type Actor, VISITOR } from '../core/reader/index.ts';
import type { Visit } from '../core/visit.ts';
import { circleOf, stayOf } from './accounts.policy.ts';
import type { MemberRole } from './member.entity.ts';
import { type Auth, cookieName, createAuth, openSignInPool, type SignInLink, type SignInOptions } from './sign-in.ts';

/** How often somebody may try. */
export interface SignInLimits {
  readonly linkPerAddress: Limit;
  readonly linkPerNetwork: Limit;
  readonly tryPerNetwork: Limit;
}

const LIMITS: SignInLimits = {
  linkPerAddress: { points: 5, seconds: 30 * 60 },
  linkPerNetwork: { points: 25, seconds: 5 * 60 },
  tryPerNetwork: { points: 25, seconds: 5 * 60 },
};

/** After how many milliseconds a link is made: from, and before. */
const MOMENTS = [50, 250] as const;

/** What is known of a request. */
export interface Caller {
  readonly headers: IncomingHttpHeaders;
  /** The network it comes from. */
  readonly network: string;
}

export interface AccountsOptions extends Omit<SignInOptions, 'deliver'> {
  readonly sendLink: (link: SignInLink) => Promise<void>;
  readonly limits?: SignInLimits;
  /** Told of links that could not be sent. */
  readonly logError: (error: unknown) => void;
}

/** Sets a header of the answer; a second value of the same name stands beside the first. */
type SetHeader = (name: string, value: string) => void;

interface SessionRow {
  readonly roles: readonly MemberRole[];
  readonly isSuspended: boolean;
  /** In minutes. */
  readonly idle: number;
  readonly age: number;
}

const SESSION = `
  select array(select m.role from member m where m.person_id = p.id and m.suspended_at is null
    and current_date >= m.since and current_date <= coalesce(m.until, 'infinity')) as roles,
    p.suspended_at is not null as "isSuspended",
    extract(epoch from now() - s.last_seen_at)::float8 / 60 as idle, extract(epoch from now() - s.created_at)::float8 / 60 as age
  from sign_in_session s join person p on p.id = s.person_id where s.id = $1`;

export class Accounts {
  readonly #options: AccountsOptions;
  readonly #pool: pg.Pool;
  readonly #auth: Auth;
  readonly #cookie: string;
  readonly #limiter: Limiter;
  readonly #underWay = new Set<Promise<void>>();

  constructor(options: AccountsOptions) {
    this.#options = options;
    this.#pool = openSignInPool(options.databaseUrl);
    this.#cookie = cookieName(options.origin);
    this.#limiter = new Limiter(this.#pool, options.secret, { ...(options.limits ?? LIMITS) });
    this.#auth = createAuth({ ...options, deliver: options.sendLink }, this.#pool);
  }

  /** Whether these headers bring a session, whatever it is worth. */
  bringsSession({ cookie }: IncomingHttpHeaders): boolean {
    return cookie?.includes(`${this.#cookie}=`) === true;
  }

  /** Who sends these headers. What is wrong, over or suspended makes a visitor. Throws SERVICE_UNAVAILABLE. */
  async actorOf({ cookie = '' }: IncomingHttpHeaders): Promise<Actor> {
    if (!this.bringsSession({ cookie })) return VISITOR;
    try {
      const found = await this.#auth.api.getSession({ headers: new Headers({ cookie }), query: { disableCookieCache: true, disableRefresh: true } });
      if (!found) return VISITOR;
      const { rows } = await this.#pool.query<SessionRow>(SESSION, [found.session.id]);
      const [row] = rows;
      if (!row || row.isSuspended) return VISITOR;
      const stay = stayOf(row.roles);
      if (row.idle > stay.idle || row.age > stay.longest) {
        await this.#pool.query('delete from sign_in_session where id = $1', [found.session.id]);
        return VISITOR;
      }
      if (row.idle > 1) await this.#pool.query('update sign_in_session set last_seen_at = now() where id = $1', [found.session.id]);
      return { circle: circleOf(row.roles), person: found.user.id, session: found.session.id };
    } catch (error) {
      throw translateError(error);
    }
  }

  /** What a caller can do. */
  visitOf(actor: Actor, { headers, network }: Caller, setHeader: SetHeader): Visit {
    const own = (): string => {
      if (!actor.person) throw new UserError('UNAUTHENTICATED', 'Sign in first');
      return actor.person;
    };
    return {
      requestLink: async (email, locale) => {
        const address = email.toLowerCase();
        await this.#limiter.take('linkPerNetwork', network);
        await this.#limiter.take('linkPerAddress', address);
        this.#inBackground(() => this.#makeLink(address, locale));
      },
      confirmLink: async (secret) => {
        await this.#limiter.take('tryPerNetwork', network);
        return this.#confirm(secret, headers, setHeader);
      },
      signOut: async () => {
        if (actor.person) await this.#change(actor.person, 'delete from sign_in_session where person_id = $1 and id = $2', actor.session);
        await this.#signOut(headers, setHeader);
      },
      endSession: async (session) => (await this.#change(own(), 'delete from sign_in_session where person_id = $1 and id = $2', session)) > 0,
      endOtherSessions: async () => this.#change(own(), 'delete from sign_in_session where person_id = $1 and id <> $2', actor.session),
      chooseLocale: async (locale) => void (await this.#change(own(), 'update person set locale = $2, updated_at = now() where id = $1', locale)),
    };
  }

  /** Forgets links and sessions that are over, and attempts that no longer count. */
  async forget(): Promise<void> {
    await this.#pool.query('delete from sign_in_verification where expires_at < now()');
    await this.#pool.query('delete from sign_in_session where expires_at < now()');
    await this.#limiter.forget();
  }

  /** Waits for the links that are being sent, then closes. */
  async close(): Promise<void> {
    await Promise.all(this.#underWay);
    await this.#pool.end();
  }

  async #confirm(secret: string, headers: IncomingHttpHeaders, setHeader: SetHeader): Promise<boolean> {
    try {
      const { headers: made } = await this.#auth.api.magicLinkVerify({
        query: { token: secret }, headers: new Headers({ 'user-agent': headers['user-agent'] ?? '' }), returnHeaders: true,
      });
      for (const cookie of made.getSetCookie()) setHeader('set-cookie', cookie);
      return true;
    } catch (error) {
      if (isAPIError(error)) return false;
      throw translateError(error);
    }
  }

  async #signOut(headers: IncomingHttpHeaders, setHeader: SetHeader): Promise<void> {
    const { headers: made } = await this.#auth.api.signOut({ headers: new Headers({ cookie: headers.cookie ?? '' }), returnHeaders: true });
    for (const cookie of made.getSetCookie()) setHeader('set-cookie', cookie);
    setHeader('clear-site-data', '"cache", "cookies"');
  }

  /** Changes what is a person's own, as them: the trail says so. How many rows it were. */
  async #change(person: string, text: string, value: string | null): Promise<number> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('passerelle.person', $1, true)`, [person]);
      const { rowCount } = await client.query(text, [person, value]);
      await client.query('commit');
      client.release();
      return rowCount ?? 0;
    } catch (error) {
      client.release(true);
      throw translateError(error);
    }
  }

  /**
   * Whoever asks for a link does not wait for it, and it is begun at a moment drawn by chance after the answer, so that neither
   * the time of this answer nor that of the next says whether there is somebody.
   */
  #inBackground(work: () => Promise<unknown>): void {
    const done = wait(randomInt(...MOMENTS)).then(work).then(() => undefined, (error: unknown) => this.#options.logError(error)).finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  /** Makes a link for somebody who may sign in, and sends it. Nothing is kept of an address that is nobody's. */
  async #makeLink(email: string, locale: Locale): Promise<void> {
    const { rows } = await this.#pool.query<{ locale: Locale | null }>('select locale from person where email = $1 and suspended_at is null', [email]);
    const [person] = rows;
    if (person) await this.#auth.api.signInMagicLink({ body: { email, metadata: { locale: person.locale ?? locale } }, headers: new Headers() });
  }
}
