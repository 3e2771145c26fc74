/** What the headers of every response are, and how a test sees them. */
import { expect } from 'vitest';
import { PAGE_PERMISSIONS } from '../../src/core/http/permissions.ts';
import { type RawAnswer, raw } from './harness.ts';

/** The policy of the page. */
export const CSP =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';manifest-src 'self';worker-src 'self';base-uri 'none';form-action 'self';"
  + "frame-ancestors 'none';object-src 'none';require-trusted-types-for 'script';trusted-types vue proof";

/** Every response has exactly these, byte for byte. */
export const SECURITY: Readonly<Record<string, string>> = {
  'content-security-policy': CSP,
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};
/** A document of the page has them too, and closes to itself all that no page uses. */
export const OF_DOCUMENTS: Readonly<Record<string, string>> = { ...SECURITY, 'permissions-policy': PAGE_PERMISSIONS };
/** Besides them a response may have these and no others. */
const OTHERS = new Set([
  'accept-encoding', 'allow', 'cache-control', 'connection', 'content-language', 'content-length', 'content-type', 'date', 'etag', 'keep-alive', 'last-modified', 'retry-after', 'transfer-encoding', 'vary',
]);
/** What search engines leave out has this besides. */
export const UNLISTED = { 'x-robots-tag': 'noindex' };
/** What asks for HTTPS only. */
export const HSTS = 'max-age=63072000; includeSubDomains';

/** A response with its headers, by their names in small letters. */
export interface Seen extends RawAnswer {
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks for something, and gives what comes; `headers` are lines that end with CR LF. */
export async function see(target: { port: number }, method: string, path: string, headers = '', body = ''): Promise<Seen> {
  const answer = await raw(target, (socket) => void socket.write(`${method} ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`));
  const lines = answer.head.split('\r\n').slice(1).map((line) => line.split(/: ?(.*)/s) as [string, string]);
  return { ...answer, headers: Object.fromEntries(lines.map(([name, value]) => [name.toLowerCase(), value])) };
}

/** Fails for a response that has not all of these, or has others than it may. */
export function expectHeaders({ headers }: Seen, expected: Readonly<Record<string, string>> = SECURITY): void {
  for (const [name, value] of Object.entries(expected)) expect(`${name}: ${headers[name]}`).toBe(`${name}: ${value}`);
  expect(Object.keys(headers).filter((name) => !(name in expected) && !OTHERS.has(name))).toEqual([]);
}

/** What asks a browser to tell somebody of a page that it showed. */
export const reporting = ({ headers }: Seen): string[] => [
  ...['report-to', 'reporting-endpoints', 'nel', 'content-security-policy-report-only'].filter((name) => name in headers),
  ...Object.entries(headers).filter(([, value]) => /report-(?:uri|to)/.test(value)).map(([name]) => name),
];
