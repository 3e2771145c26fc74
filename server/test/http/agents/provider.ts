/** A real OpenID provider that asks for what ProConnect asks for and takes nothing else: for the tests, and to try signing in by hand. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';

/** Somebody who can sign in there. */
export interface ProviderPerson {
  readonly sub: string;
  readonly email: string;
  /** Left out where the provider does not say it, as ProConnect does not. */
  readonly email_verified?: boolean;
  readonly acr: string;
}

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who can sign in: may be changed while it runs. */
  people: readonly ProviderPerson[];
  close(): Promise<void>;
}

export interface TestProviderOptions {
  /** Where the site is reached that signs people in here. */
  readonly site: string;
  readonly algorithm: 'RS256' | 'ES256';
  readonly people: readonly ProviderPerson[];
  /** 0 asks the system for a free one. */
  readonly port?: number;
}

const PREFIX = '/api/v2';
/** All that ProConnect takes: anything else is answered 400 (Y000400). */
const PARAMETERS = new Set([
  'client_id', 'acr_values', 'claims', 'response_type', 'response_mode', 'nonce', 'login_hint', 'siret_hint', 'state', 'redirect_uri', 'scope', 'prompt', 'idp_hint',
  'code_challenge', 'code_challenge_method',
]);
/** State and nonce have so many signs or more. */
const SHORTEST_SECRET = 32;

/** Starts a provider on this machine. */
export async function startProvider({ site, algorithm, people, port = 0 }: TestProviderOptions): Promise<TestProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const http = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}${PREFIX}`;
  const running: TestProvider = {
    issuer, clientId: 'passerelle', clientSecret: randomBytes(32).toString('hex'), people,
    close: () => new Promise((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    }),
  };
  const provider = new Provider(issuer, configurationFor(running, site, algorithm));
  const toProvider = provider.callback();
  handle = (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, issuer);
    if (pathname === `${PREFIX}/authorize` && !isAcceptable(searchParams)) {
      response.writeHead(400).end('Y000400');
      return;
    }
    if (pathname.startsWith(`${PREFIX}/interaction/`)) {
      void interact(provider, running, request, response);
      return;
    }
    // As a framework does that mounts it below a path.
    Object.assign(request, { originalUrl: request.url, url: request.url!.slice(PREFIX.length) });
    void toProvider(request, response);
  };
  return running;
}

function isAcceptable(search: URLSearchParams): boolean {
  const isLong = (name: string): boolean => (search.get(name) ?? '').length >= SHORTEST_SECRET;
  return [...search.keys()].every((name) => PARAMETERS.has(name)) && isLong('state') && isLong('nonce');
}

function configurationFor(running: TestProvider, site: string, algorithm: 'RS256' | 'ES256'): Configuration {
  const keys = [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('ec', { namedCurve: 'P-256' })];
  return {
    jwks: { keys: keys.map(({ privateKey }, n) => ({ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: ['RS256', 'ES256'][n], kid: `key-${n}` })) as never },
    clients: [{
      client_id: running.clientId, client_secret: running.clientSecret, redirect_uris: [`${site}/sign-in/agent/callback`], post_logout_redirect_uris: [`${site}/sign-in/agent/out`],
      id_token_signed_response_alg: algorithm, userinfo_signed_response_alg: algorithm, token_endpoint_auth_method: 'client_secret_post',
    }],
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { acr: null, auth_time: null, iss: null, sid: null, openid: ['sub'], email: ['email', 'email_verified'] },
    acrValues: ['eidas0', 'eidas0-mfa', 'eidas1', 'eidas1-mfa', 'eidas2', 'eidas3'],
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => void (context.body = page(`${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`)) },
    },
    routes: { authorization: '/authorize', token: '/token', userinfo: '/userinfo', jwks: '/jwks', end_session: '/session/end' },
    interactions: { url: (_context, { uid }) => `${PREFIX}/interaction/${uid}` },
    pkce: { required: () => true },
    // As ProConnect documents them, in seconds.
    ttl: { AuthorizationCode: 60, AccessToken: 3600, IdToken: 3600, Interaction: 3600, Grant: 43_200, Session: 43_200 },
    responseTypes: ['code'],
    scopes: ['openid'],
    findAccount: (_context, sub) => {
      const person = running.people.find((known) => known.sub === sub);
      return person && { accountId: sub, claims: () => ({ sub, email: person.email, ...(person.email_verified !== undefined && { email_verified: person.email_verified }) }) };
    },
    loadExistingGrant: grantEverything,
    renderError: (context, out) => void (context.body = JSON.stringify(out)),
  };
}

/** Nobody is asked for consent, as at ProConnect. */
async function grantEverything({ oidc }: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']>> {
  const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
  grant.addOIDCScope('openid email');
  grant.addOIDCClaims(['acr']);
  await grant.save();
  return grant;
}

/** The page on which somebody says who they are, and what comes of it. */
async function interact(provider: Provider, { people }: TestProvider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path, search = ''] = request.url!.split('?');
  const given = new URLSearchParams(search);
  if (given.has('cancel')) {
    await provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'They turned back' });
    return;
  }
  const person = people.find(({ sub }) => sub === given.get('as'));
  if (person) {
    await provider.interactionFinished(request, response, { login: { accountId: person.sub, acr: person.acr, amr: ['pwd'] } });
    return;
  }
  const links = people.map(({ sub, email }) => `<li><a href="${path}?as=${encodeURIComponent(sub)}">${email}</a></li>`).join('');
  response.setHeader('content-type', 'text/html; charset=utf-8').end(page(`<ul>${links}</ul><a href="${path}?cancel">Cancel</a>`));
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Provider</title><body>${body}</body></html>`;
}
