/** Signing in by way of the provider of the French State: there and back, and out of it again. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isLocale, type Locale } from '@passerelle/shared/locales.ts';
import { inLanguage, wayBack } from '@passerelle/shared/wayBack.ts';
import type { Accounts, SetHeader } from '../accounts/index.ts';
import { admit } from './admission.ts';
import type { Identity, IdentityProvider, Secrets } from './identity-provider.ts';
import { faultCode, type Outcome, outcomeOf } from './provider-fault.ts';

export interface AgentsOptions {
  readonly accounts: Pick<Accounts, 'desk' | 'welcome'>;
  readonly provider: IdentityProvider;
  /** Where people reach the site. */
  readonly origin: string;
  /** Told why nobody was signed in: codes, nothing of the person. */
  readonly log: (line: { readonly outcome: Outcome; readonly code: string }) => void;
}

/** What a browser is answered: where to go, and what it is to remember. */
export interface Step {
  readonly to: string;
  /** What it is to remember until it is back; null when it is to forget; undefined when all is to stay as it is. */
  readonly secret?: string | null;
}

/** What a browser brings back. */
export interface Return {
  /** All that stands behind the `?` of the address. */
  readonly search: string;
  /** What it was to remember. */
  readonly secret: string | undefined;
  /** The language to be spoken to in while that of the attempt is not known. */
  readonly locale: Locale;
  readonly network: string;
  readonly headers: IncomingHttpHeaders;
}

/** What came of letting somebody in, and the language that they have chosen. */
interface LetIn {
  readonly letIn: Exclude<Awaited<ReturnType<Accounts['welcome']>>, 'REFUSED'>;
  readonly locale: Locale | null;
}

/** In minutes: for somebody to show at the provider who they are. */
export const ATTEMPT_LASTS = 10;
const SECRET_BYTES = 32;
/** Longer than any answer of a provider. */
const LONGEST_SEARCH = 4_000;
/** For all that the provider is asked while somebody waits, in milliseconds. */
const DEADLINE = 10_000;

export class Agents {
  readonly #options: AgentsOptions;

  constructor(options: AgentsOptions) {
    this.#options = options;
  }

  /** Begins: the browser goes to the provider, and is to come back with its secret. `back` is where the person wants to go on. Throws RATE_LIMITED, SERVICE_UNAVAILABLE. */
  async begin(locale: Locale, back: string | null, network: string): Promise<Step> {
    const { accounts: { desk }, provider } = this.#options;
    const place = placeOf(back, locale);
    await desk.take('tryPerNetwork', network);
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const to = await this.#ask(provider.begin(secretsOf(secret), this.#address('/sign-in/agent/callback')));
    if ('outcome' in to) return { to: signInPage(locale, to.outcome, place) };
    await this.#remember(keyOf('in', secret), locale, place);
    return { to: to.answer, secret };
  }

  /** Ends: the person is signed in and goes on, or is told why not. Throws RATE_LIMITED, SERVICE_UNAVAILABLE. */
  async finish({ search, secret, locale, network, headers }: Return, setHeader: SetHeader): Promise<Step> {
    await this.#options.accounts.desk.take('tryPerNetwork', network);
    // Whoever sends somebody here with an answer of their own does not end what that person has begun.
    if (secret === undefined || search.length > LONGEST_SEARCH || !isStateOf(secret, search)) return { to: signInPage(locale, 'expired') };
    const attempt = await this.#take(keyOf('in', secret));
    if (!attempt?.back) return { to: signInPage(locale, 'expired'), secret: null };
    const address = new URL(this.#address('/sign-in/agent/callback'));
    address.search = search;
    const identity = await this.#ask(this.#options.provider.complete(address, secretsOf(secret)));
    const outcome = 'outcome' in identity ? identity.outcome : await this.#signIn(identity.answer, headers, setHeader);
    return { to: pageFor(outcome, attempt.locale, attempt.back), secret: null };
  }

  /** Where somebody signs out of the provider too; null when there is no such place to be had. */
  async leave(idToken: string, locale: Locale): Promise<string | null> {
    const state = randomBytes(SECRET_BYTES).toString('base64url');
    const to = await this.#options.provider.end(idToken, state, this.#address('/sign-in/agent/out'));
    if (to !== null) await this.#remember(keyOf('out', state), locale, null);
    return to;
  }

  /** Somebody is back who has signed out of the provider. An unknown state says so of nobody. */
  async left(state: string | null, locale: Locale): Promise<Step> {
    const attempt = state === null ? undefined : await this.#take(keyOf('out', state));
    return { to: attempt ? `/${attempt.locale}/sign-in?out` : `/${locale}/sign-in` };
  }

  /** Opens a session for whom the provider has recognised; why not, where nobody is let in. */
  async #signIn(identity: Identity, headers: IncomingHttpHeaders, setHeader: SetHeader): Promise<Outcome | LetIn> {
    const { accounts, log } = this.#options;
    const admission = await admit(accounts.desk, identity);
    if ('outcome' in admission) {
      log({ outcome: admission.outcome, code: 'NOT_ADMITTED' });
      return admission.outcome;
    }
    const { idToken, hasSecondFactor: secondFactor } = identity;
    // Read first: nobody who is signed in by then is to be told that it failed.
    const locale = await this.#languageOf(admission.person);
    const outcome = await accounts.welcome(admission.person, { secondFactor, idToken, userAgent: headers['user-agent'] ?? '' }, headers, setHeader);
    return outcome === 'REFUSED' ? 'refused' : { letIn: outcome, locale };
  }

  /** The language that somebody has chosen; null while they have not. */
  async #languageOf(person: string): Promise<Locale | null> {
    const { rows } = await this.#options.accounts.desk.query<{ locale: Locale | null }>('select locale from person where id = $1', [person]);
    return rows[0]?.locale ?? null;
  }

  /** What the provider answers, or what to tell people of why it does not, which is logged. */
  async #ask<T>(question: Promise<T>): Promise<{ readonly answer: T } | { readonly outcome: Outcome }> {
    try {
      return { answer: await within(DEADLINE, question) };
    } catch (error) {
      const outcome = outcomeOf(error);
      this.#options.log({ outcome, code: faultCode(error) });
      return { outcome };
    }
  }

  #address(path: string): string {
    return this.#options.origin + path;
  }

  async #remember(key: string, locale: Locale, back: string | null): Promise<void> {
    await this.#options.accounts.desk.query(
      `insert into sign_in_attempt (key, locale, back, expires_at) values ($1, $2, $3, now() + $4 * interval '1 minute')`, [key, locale, back, ATTEMPT_LASTS],
    );
  }

  /** Uses up what was begun; undefined when it is unknown, used already or too old. */
  async #take(key: string): Promise<{ readonly locale: Locale; readonly back: string | null } | undefined> {
    const { rows } = await this.#options.accounts.desk.query<{ locale: Locale; back: string | null }>(
      'delete from sign_in_attempt where key = $1 and expires_at > now() returning locale, back', [key],
    );
    return rows[0];
  }
}

/** The page to sign in, which says what came of it and still knows where the person wanted to go. */
export function signInPage(locale: Locale, outcome: Outcome, back?: string): string {
  return `/${locale}/sign-in?${new URLSearchParams({ agent: outcome, ...(back !== undefined && { back }) }).toString()}`;
}

/** Where somebody goes on whom the provider has recognised, in the language that they have chosen: what asks for their key, where it is asked of them, knows no other place than the account. */
function pageFor(outcome: Outcome | LetIn, locale: Locale, back: string): string {
  if (typeof outcome === 'string') return signInPage(locale, outcome, back);
  return inLanguage(outcome.letIn === 'SIGNED_IN' ? back : `/${locale}/sign-in/second-step`, outcome.locale);
}

/** A page of this site, and no other place: the account where none was said. */
function placeOf(asked: string | null, locale: Locale): string {
  const account = `/${locale}/account`;
  const path = wayBack(asked, account);
  return isLocale(/^\/([^/?#]+)/.exec(path)?.[1] ?? '') ? path : account;
}

/** All that an attempt needs comes from the one secret that the browser holds, and none of it can be had from another. */
function secretsOf(secret: string): Secrets {
  return { state: derived(secret, 'state'), nonce: derived(secret, 'nonce'), verifier: derived(secret, 'verifier') };
}

/** What is stored of a secret. */
function keyOf(way: 'in' | 'out', secret: string): string {
  return derived(secret, `key ${way}`);
}

/** 43 signs. */
function derived(secret: string, what: string): string {
  return createHmac('sha256', secret).update(what).digest('base64url');
}

function isStateOf(secret: string, search: string): boolean {
  const [state, ...more] = new URLSearchParams(search).getAll('state');
  const expected = Buffer.from(derived(secret, 'state'));
  const given = Buffer.from(state ?? '');
  return more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
}

/** What `work` gives; throws a TimeoutError when it takes longer. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException('The provider took too long', 'TimeoutError')), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
