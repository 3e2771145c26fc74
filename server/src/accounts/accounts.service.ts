/** Who asks, and what they can do about being signed in. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '@passerelle/shared/locales.ts';
import { isAPIError } from 'better-auth/api';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { translateError } from '../core/database/index.ts';
import { UserError } from '../core/errors.ts';
import type { LinkOutcome, Visit } from '../core/visit.ts';
import { type SetHeader, setCookies } from './cookies.ts';
import { type ProviderSession, shortAgent, SignInDesk, type SignInLimits } from './desk.ts';
import { type LinkJob, Links } from './links.ts';
import { type Auth, cookieName, createAuth, type KeepSecret, openSignInPool, type SignInLink, type SignInOptions } from './sign-in.ts';
import { isOver, markOf, NOBODY, SESSION, SESSION_OF_TOKEN, SESSIONS, type SessionRow, type SessionsRow, type SignedIn, type Standing, standingOf } from './standing.ts';

const LIMITS: SignInLimits = {
  linkFromNetwork: { points: 5, seconds: 30 * 60 },
  linkPerAddress: { points: 20, seconds: 30 * 60 },
  linkPerNetwork: { points: 25, seconds: 5 * 60 },
  tryPerNetwork: { points: 25, seconds: 5 * 60 },
  invitationPerPerson: { points: 40, seconds: 60 * 60 },
  sessionInvitationPerPerson: { points: 200, seconds: 24 * 60 * 60 },
  availabilityRequestPerPerson: { points: 200, seconds: 24 * 60 * 60 },
  slotOfferPerPerson: { points: 60, seconds: 24 * 60 * 60 },
  cooperationRequestPerPerson: { points: 20, seconds: 24 * 60 * 60 },
  registrationPerPerson: { points: 300, seconds: 60 * 60 },
  requestPerAddress: { points: 3, seconds: 24 * 60 * 60 },
  requestPerNetwork: { points: 15, seconds: 60 * 60 },
  keyPerNetwork: { points: 100, seconds: 5 * 60 },
  codePerPerson: { points: 5, seconds: 15 * 60 },
};

/** How many cookies are remembered, and how long they may be. */
const REMEMBERED = { cookies: 2_000, length: 1_000 };

/** What is known of a request. */
export interface Caller {
  readonly headers: IncomingHttpHeaders;
  /** The network it comes from. */
  readonly network: string;
}

export interface AccountsOptions extends Omit<SignInOptions, 'deliver'> {
  readonly sendLink: (link: SignInLink) => Promise<void>;
  readonly limits?: SignInLimits;
  /** Whether mails are sent to nobody, but read on the site: as one invented person many sign in, and there is no mailbox to be filled. */
  readonly areMailsLocal?: boolean;
  /** Where somebody signs out whom a provider has recognised: an address there, or null when there is none to be had. */
  readonly leaveProvider?: (idToken: string, locale: Locale) => Promise<string | null>;
}

export class Accounts {
  readonly #options: AccountsOptions;
  readonly #pool: pg.Pool;
  readonly #auth: Auth;
  readonly #cookie: string;
  readonly #links: Links;
  /** What cookies of ours hold that came lately. */
  readonly #tokens = new LRUCache<string, string>({ max: REMEMBERED.cookies });
  /** Where people are signed in: for the keys too. */
  readonly desk: SignInDesk;

  constructor(options: AccountsOptions) {
    this.#options = options;
    this.#pool = openSignInPool(options.databaseUrl);
    this.#cookie = cookieName(options.origin);
    this.#auth = createAuth({ ...options, deliver: options.sendLink }, this.#pool);
    this.desk = new SignInDesk(this.#pool, this.#auth, options.secret, options.limits ?? LIMITS);
    this.#links = new Links(this.desk, {
      secret: options.secret, areMailsLocal: options.areMailsLocal === true,
      send: (email, locale) => this.#auth.api.signInMagicLink({ body: { email, metadata: { locale } }, headers: new Headers() }),
    });
  }

  /** Whether these headers bring a session, whatever it is worth. */
  bringsSession({ cookie }: IncomingHttpHeaders): boolean {
    return cookie?.includes(`${this.#cookie}=`) === true;
  }

  /** Who sends these headers. What is wrong, over or suspended makes a visitor, as does a second step that is due. Throws SERVICE_UNAVAILABLE. */
  async standingOf({ cookie = '' }: IncomingHttpHeaders): Promise<Standing> {
    if (!this.bringsSession({ cookie })) return NOBODY;
    try {
      const token = await this.#tokenIn(cookie);
      return token === null ? NOBODY : await this.#standingIn(SESSION_OF_TOKEN, token);
    } catch (error) {
      throw translateError(error);
    }
  }

  /** What these sessions are good for now, by their id: another text once their person may do something else. Those that are over are left out. Throws SERVICE_UNAVAILABLE. */
  async marksOf(sessions: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.desk.query<SessionsRow>(SESSIONS, [[...sessions]]);
    return new Map(rows.flatMap((row) => {
      const mark = markOf(row);
      return mark === undefined ? [] : [[row.session, mark] as const];
    }));
  }

  /** What the cookie holds, where it was signed by us, which is found out once: null for any other. What it is worth is asked each time. */
  async #tokenIn(cookie: string): Promise<string | null> {
    const known = this.#tokens.get(cookie);
    if (known !== undefined) return known;
    const token = await this.#auth.api.tokenIn({ headers: new Headers({ cookie }) });
    if (token !== null && cookie.length <= REMEMBERED.length) this.#tokens.set(cookie, token);
    return token;
  }

  async #standingIn(which: typeof SESSION | typeof SESSION_OF_TOKEN, key: string): Promise<Standing> {
    const [row] = (await this.desk.query<SessionRow>(which, [key])).rows;
    if (!row || row.isSuspended) return NOBODY;
    if (isOver(row)) {
      await this.desk.query('delete from sign_in_session where id = $1', [row.session]);
      return NOBODY;
    }
    if (row.idle > 1) await this.desk.query('update sign_in_session set last_seen_at = now() where id = $1', [row.session]);
    return standingOf(row);
  }

  /** What a caller can do, beside what they can do about keys. */
  visitOf({ actor, signedIn }: Standing, { headers, network }: Caller, setHeader: SetHeader): Omit<Visit, 'keys'> {
    const own = (): string => {
      if (!actor.person) throw new UserError('UNAUTHENTICATED', 'Sign in first');
      return actor.person;
    };
    const confirm = async (secret: string): Promise<LinkOutcome> => {
      const outcome = await this.#confirm(secret, { headers, network }, setHeader);
      // The cookie of the session before is gone from this browser: so is the session.
      if (outcome !== 'REFUSED' && signedIn) await this.#end(signedIn);
      return outcome;
    };
    return {
      requestLink: async (email, locale) => {
        await this.#links.ask(email.toLowerCase(), locale, network);
      },
      confirmLink: async (secret) => {
        await this.desk.take('tryPerNetwork', network);
        return confirm(secret);
      },
      requireStepUp: () => {
        own();
        if (signedIn?.isFresh !== true) throw new UserError('STEP_UP_REQUIRED', 'Show first that it is you');
      },
      signInAs: async (email) => confirm(await this.#secretFor(email)),
      countTry: () => this.desk.countTry(network),
      forgiveTry: (until) => this.desk.forgiveTry(network, until),
      countInvitation: async () => this.desk.take('invitationPerPerson', own()),
      countSessionInvitations: async (people) => this.desk.take('sessionInvitationPerPerson', own(), people),
      countAvailabilityRequests: async (experts) => this.desk.take('availabilityRequestPerPerson', own(), experts),
      countSlotOffer: async () => this.desk.take('slotOfferPerPerson', own()),
      countCooperationRequest: async () => this.desk.take('cooperationRequestPerPerson', own()),
      countRegistrations: async (people) => this.desk.takeRegistrations(own(), people),
      forgiveRegistrations: (people, until) => this.desk.giveBackRegistrations(own(), people, until),
      countRequest: async (email) => {
        await this.desk.take('requestPerNetwork', network);
        await this.desk.take('requestPerAddress', email.toLowerCase());
      },
      signOut: async (locale) => {
        const idToken = signedIn ? await this.#end(signedIn) : null;
        await this.#signOut(headers, setHeader);
        return idToken === null ? null : ((await this.#options.leaveProvider?.(idToken, locale)) ?? null);
      },
      endSession: async (session) => (await this.#change(own(), 'delete from sign_in_session where person_id = $1 and id = $2', session)) > 0,
      endOtherSessions: async () => this.#change(own(), 'delete from sign_in_session where person_id = $1 and id <> $2', actor.session),
      unbindAgent: async () => (await this.#change(own(), 'delete from sign_in_account where person_id = $1')) > 0,
      chooseLocale: async (locale) => void (await this.#change(own(), 'update person set locale = $2, updated_at = now() where id = $1', locale)),
      chooseContactVisibility: async (visibility) => void (await this.#change(own(), 'update person set contact_visibility = $2, contact_chosen_at = now(), updated_at = now() where id = $1', visibility)),
      chooseEmailVisibility: async (visibility) => void (await this.#change(own(), 'update person set email_visibility = $2, updated_at = now() where id = $1', visibility)),
    };
  }

  /** Signs somebody in whom a provider has recognised; the session that came from the same browser is over. Throws SERVICE_UNAVAILABLE. */
  async welcome(person: string, opening: ProviderSession, headers: IncomingHttpHeaders, setHeader: SetHeader): Promise<LinkOutcome> {
    const { signedIn: before } = await this.standingOf(headers);
    const { session, token } = await this.desk.asPerson(person, (transaction) => this.desk.openFromProvider(transaction, person, opening));
    const outcome = await this.#outcomeOf(session);
    if (outcome === 'REFUSED') return outcome;
    if (before) await this.#end(before);
    await this.desk.give(token, headers.cookie, setHeader);
    return outcome;
  }

  /** Forgets links and sessions that are over, and attempts that no longer count. */
  async forget(): Promise<void> {
    await this.#pool.query('delete from sign_in_verification where expires_at < now()');
    await this.#pool.query('delete from sign_in_session where expires_at < now()');
    await this.#links.forget();
    await this.desk.forget();
  }

  /** Closes the connections. */
  close(): Promise<void> {
    return this.#pool.end();
  }

  /** The secret of a link that nobody is sent: for somebody who has shown in another way that the address is theirs. */
  async #secretFor(email: string): Promise<string> {
    let made = '';
    const keep: KeepSecret = (secret) => void (made = secret);
    await this.#auth.api.signInMagicLink({ body: { email, metadata: { keep } }, headers: new Headers() });
    return made;
  }

  async #confirm(secret: string, { headers, network }: Caller, setHeader: SetHeader): Promise<LinkOutcome> {
    try {
      const { headers: made, response } = await this.#auth.api.magicLinkVerify({
        query: { token: secret }, headers: new Headers({ 'user-agent': shortAgent(headers['user-agent']) }), returnHeaders: true,
      });
      const outcome = await this.#outcomeOf(response.session.id, network);
      if (outcome !== 'REFUSED') setCookies(made, setHeader, { address: response.user.email, cookie: headers.cookie });
      return outcome;
    } catch (error) {
      if (isAPIError(error)) return 'REFUSED';
      throw translateError(error);
    }
  }

  /** What came of a session that has just begun: it ends at once where its person was suspended since they asked for it. */
  async #outcomeOf(session: string, network?: string): Promise<LinkOutcome> {
    const { signedIn } = await this.#standingIn(SESSION, session);
    if (signedIn && network !== undefined) await this.#links.know(signedIn.person, signedIn.email, network);
    if (signedIn) return signedIn.isSecondStepDue ? 'SECOND_STEP_DUE' : 'SIGNED_IN';
    await this.desk.query('delete from sign_in_session where id = $1', [session]);
    return 'REFUSED';
  }

  /** Ends a session; gives what the provider that recognised its person is shown, or null. */
  async #end({ person, session }: Pick<SignedIn, 'person' | 'session'>): Promise<string | null> {
    const { rows } = await this.desk.asPerson(person, ({ query }) =>
      query<{ token: string | null }>('delete from sign_in_session where person_id = $1 and id = $2 returning id_token as token', [person, session]));
    return rows[0]?.token ?? null;
  }

  async #signOut(headers: IncomingHttpHeaders, setHeader: SetHeader): Promise<void> {
    const { headers: made } = await this.#auth.api.signOut({ headers: new Headers({ cookie: headers.cookie ?? '' }), returnHeaders: true });
    setCookies(made, setHeader);
    setHeader('clear-site-data', '"cache", "cookies"');
  }

  /** Changes what is a person's own, as them: the trail says so. How many rows it were. */
  async #change(person: string, text: string, ...values: readonly (string | null)[]): Promise<number> {
    return this.desk.asPerson(person, async ({ query }) => (await query(text, [person, ...values])).rowCount ?? 0);
  }

  /** Makes a link that was asked for. */
  sendLink(request: LinkJob): Promise<void> {
    return this.#links.make(request);
  }
}
