/** The addresses of signing in at the provider: each answers with another one. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLocale, type Locale } from '@passerelle/shared/locales.ts';
import { matchLocale } from '@passerelle/shared/negotiation.ts';
import { UserError } from '../core/errors.ts';
import { acceptedLanguages, type Handler, redirect } from '../core/http/index.ts';
import { type Agents, ATTEMPT_LASTS, signInPage, type Step } from './agents.service.ts';

export interface AgentRoutesOptions {
  /** Where people reach the site. */
  readonly origin: string;
  /** The network that a request comes from. */
  readonly network: (request: IncomingMessage) => string;
  /** Counts a request of a network, so that many of them are refused before the database hears of them. Throws RATE_LIMITED. */
  readonly count: (network: string) => Promise<void>;
  /** Told of faults of ours. */
  readonly logError: (error: unknown) => void;
}

/** The name of the cookie by which a browser is known that comes back: bound to this very host where the site is reached by HTTPS. */
function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-passerelle-agent' : 'passerelle-agent';
}

/** The handlers by path. Only GET does anything; HEAD is for programs that look at links. */
export function agentRoutes(agents: Agents, { origin, network, count, logError }: AgentRoutesOptions): Readonly<Record<string, Handler>> {
  const name = cookieName(origin);
  const attributes = `Path=/; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`;
  const held = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{43})\\s*(?:;|$)`);

  const route = (work: (request: IncomingMessage, response: ServerResponse, search: URLSearchParams, locale: Locale) => Promise<Step>): Handler => async (request, response) => {
    const search = new URLSearchParams(searchOf(request));
    const locale = localeOf(request, search);
    if (request.method === 'HEAD') return redirect(response, `/${locale}/sign-in`);
    const counted = count(network(request)).then(() => work(request, response, search, locale));
    const { to, secret } = await counted.catch((error: unknown) => ({ to: refusal(error, locale, logError), secret: undefined }));
    if (secret !== undefined) response.appendHeader('set-cookie', `${name}=${secret ?? ''}; Max-Age=${secret === null ? 0 : ATTEMPT_LASTS * 60}; ${attributes}`);
    redirect(response, to);
  };

  return {
    '/sign-in/agent': route((request, _response, search, locale) => agents.begin(locale, search.get('back'), network(request))),
    '/sign-in/agent/callback': route((request, response, _search, locale) => agents.finish({
      search: searchOf(request), secret: held.exec(request.headers.cookie ?? '')?.[1], locale, network: network(request), headers: request.headers,
    }, (header, value) => void response.appendHeader(header, value))),
    '/sign-in/agent/out': route((_request, _response, search, locale) => agents.left(search.get('state'), locale)),
  };
}

/** What stands behind the `?`. */
function searchOf(request: IncomingMessage): string {
  return /\?([^#]*)/.exec(request.url!)?.[1] ?? '';
}

function localeOf({ headers }: IncomingMessage, search: URLSearchParams): Locale {
  const named = search.get('locale') ?? '';
  return isLocale(named) ? named : matchLocale(acceptedLanguages(headers['accept-language'] ?? ''));
}

/** Where to say that there were too many attempts, or that something of ours does not work, which is logged. */
function refusal(error: unknown, locale: Locale, logError: (error: unknown) => void): string {
  if (error instanceof UserError && error.extensions.code === 'RATE_LIMITED') return signInPage(locale, 'often');
  logError(error);
  return signInPage(locale, 'unavailable');
}
