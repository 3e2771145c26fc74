/** Signing in: better-auth over our tables, a link by mail that a button confirms, and sessions that end. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { magicLink } from 'better-auth/plugins/magic-link';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { connectionWith, PLANNED_ONCE } from '../core/database/index.ts';
import { accountFields, personFields, sessionFields, verificationFields } from './sign-in.columns.ts';

/** In minutes. */
export const LINK_LASTS = 10;
export const LONGEST_SESSION = 7 * 24 * 60;
const CONNECTIONS = 4;

export interface SignInOptions {
  /** The application role's URL. */
  readonly databaseUrl: string;
  /** What cookies are signed with. */
  readonly secret: string;
  /** Where people reach the site. */
  readonly origin: string;
  readonly deliver: (link: SignInLink) => Promise<void>;
}

/** A link to be sent: the secret goes to the person and nowhere else. */
export interface SignInLink {
  readonly to: string;
  readonly secret: string;
  /** The person's language, or that of the request. */
  readonly locale: Locale;
}

/** Takes the secret of a link that is not sent, in the place of `deliver`. */
export type KeepSecret = (secret: string) => void;

/** The name of the cookie that holds the session: bound to this very host where the site is reached by HTTPS. */
export function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-passerelle' : 'passerelle';
}

/** The connections that alone may reach what signing in keeps. */
export function openSignInPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    ...connectionWith(databaseUrl, [...PLANNED_ONCE, 'passerelle.purpose=sign-in', 'TimeZone=UTC', 'statement_timeout=3000', 'idle_in_transaction_session_timeout=10000']),
    max: CONNECTIONS, connectionTimeoutMillis: 2000, query_timeout: 5000, application_name: 'passerelle-sign-in',
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Signs the cookie of a session that we have made or renewed ourselves, and reads what such a cookie holds. */
const sessionCookies = {
  id: 'session-cookies',
  endpoints: {
    giveSession: createAuthEndpoint.serverOnly({ method: 'POST', metadata: { $Infer: { body: {} as { token: string } } } }, async (context) => {
      // Of a session and its person nothing but the token goes into the cookie.
      const { token } = context.body;
      await setSessionCookie(context, { session: { token }, user: {} } as never, false);
    }),
    tokenIn: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async ({ context: { authCookies, secret }, getSignedCookie }) => (await getSignedCookie(authCookies.sessionToken.name, secret)) || null),
  },
} satisfies BetterAuthPlugin;

/** better-auth, without anything that makes accounts, keeps addresses of the network, or tells others about itself. */
export function createAuth({ secret, origin, deliver }: SignInOptions, pool: pg.Pool) {
  return betterAuth({
    appName: 'Passerelle',
    baseURL: origin,
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Limits are ours and count in all processes.
    rateLimit: { enabled: false },
    user: personFields,
    session: { ...sessionFields, expiresIn: LONGEST_SESSION * 60, disableSessionRefresh: true, storeSessionInDatabase: true },
    account: accountFields,
    verification: verificationFields,
    advanced: {
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      // Our migrations make its tables: it need not look at those of the whole database at each start.
      database: { generateId: () => uuidv7(), validateSchema: false },
      cookies: { session_token: { name: cookieName(origin), attributes: { secure: origin.startsWith('https:'), httpOnly: true, sameSite: 'lax', path: '/' } } },
    },
    plugins: [
      sessionCookies,
      magicLink({
        expiresIn: LINK_LASTS * 60, disableSignUp: true, storeToken: 'hashed',
        sendMagicLink: ({ email, token, metadata }) => {
          const keep = metadata!.keep as KeepSecret | undefined;
          return keep ? keep(token) : deliver({ to: email, secret: token, locale: metadata!.locale as Locale });
        },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
