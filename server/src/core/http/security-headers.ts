/** The headers of every response, whatever it is. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import helmet from 'helmet';
import { PERMISSIONS } from './permissions.ts';

/** The policy of a page that may start a service worker, of the policy of all pages: the one place where a script may name one. */
export const withWorker = (policy: string): string => `${policy} check-in`;
/** Of what search engines leave out. */
export const UNLISTED_HEADER = ['x-robots-tag', 'noindex'] as const;
const TWO_YEARS = 63_072_000;

/** The headers by name. `hsts` tells browsers to come back by HTTPS only. */
export function securityHeaders(hsts: boolean): Readonly<Record<string, string>> {
  const headers: Record<string, string> = { 'permissions-policy': PERMISSIONS };
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'"], fontSrc: ["'self'"],
        connectSrc: ["'self'"], manifestSrc: ["'self'"], workerSrc: ["'self'"], baseUri: ["'none'"], formAction: ["'self'"],
        frameAncestors: ["'none'"], objectSrc: ["'none'"], requireTrustedTypesFor: ["'script'"], trustedTypes: ['vue', 'proof'],
      },
    },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    strictTransportSecurity: hsts ? { maxAge: TWO_YEARS, includeSubDomains: true } : false,
    xPoweredBy: false,
  });
  // They are the same for every response: worked out once, on a response that is only a list of headers.
  const list = { setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value), removeHeader: () => undefined };
  protect({} as IncomingMessage, list as unknown as ServerResponse, () => undefined);
  return headers;
}

/** The same as the lines of a response that is written by hand. */
export function headerLines(headers: OutgoingHttpHeaders): string {
  return Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`).join('');
}
