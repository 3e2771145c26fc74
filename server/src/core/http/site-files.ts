/** What machines look for at fixed addresses: robots.txt, sitemap.xml and security.txt (RFC 9116). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import type { Handler } from './handler.ts';
import { plain } from './plain.ts';

export interface SiteFiles {
  /** The origin under which people reach the site, without a slash at its end; undefined when the operator did not say. */
  readonly publicUrl: string | undefined;
  /** Where to report a weakness: a `mailto:` or `https:` address; null when the operator did not say. */
  readonly securityContact: string | null;
  /** The public pages without their locale (`/countries`; the first page is empty). */
  readonly paths: () => Promise<readonly string[]>;
}

/** The one name that a request may give us: nobody else can be sent to the reader's own machine by a forged Host. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
const DAY = 86_400_000;
/** Less than the year that RFC 9116 allows. */
const VALID_DAYS = 180;

/** The handlers by path. Without `PUBLIC_URL` the site has no address of its own, save on the machine it runs on. */
export function siteFiles(site: SiteFiles): Readonly<Record<string, Handler>> {
  // The pages stay the same while the server runs, and their list is long: the last one is kept.
  let kept = { origin: '', text: '' };
  const textFor = async (origin: string): Promise<string> => {
    if (kept.origin !== origin) kept = { origin, text: sitemapText(origin, await site.paths()) };
    return kept.text;
  };
  return {
    '/robots.txt': (request, response) => robots(response, originOf(request, site)),
    '/sitemap.xml': (request, response) => sitemap(response, originOf(request, site), textFor),
    '/.well-known/security.txt': (_request, response) => security(response, site),
  };
}

/** The origin for absolute addresses. The Host header is whatever the sender likes, so only the harmless ones are taken. */
function originOf({ headers: { host = '' } }: IncomingMessage, { publicUrl }: SiteFiles): string | undefined {
  return publicUrl ?? (LOOPBACK.test(host) ? `http://${host}` : undefined);
}

function robots(response: ServerResponse, origin: string | undefined): void {
  plain(response, 200, ['User-agent: *', 'Allow: /', ...(origin ? [`Sitemap: ${origin}/sitemap.xml`] : [])].join('\n'));
}

async function sitemap(response: ServerResponse, origin: string | undefined, textFor: (origin: string) => Promise<string>): Promise<void> {
  if (!origin) return plain(response, 404, 'Not found');
  const body = await textFor(origin);
  response.statusCode = 200;
  response.setHeader('content-type', 'application/xml; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}

/** Every page in every language, each with the addresses of all the others; `x-default` is the one that chooses. */
function sitemapText(origin: string, paths: readonly string[]): string {
  const alternate = (language: string, address: string): string => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`;
  const entries = paths.flatMap((path) => {
    const address = (prefix: string): string => escaped(`${origin}${prefix}${path || (prefix ? '' : '/')}`);
    const alternates = [...LOCALE_TAGS.map((tag) => alternate(tag, address(`/${tag}`))), alternate('x-default', address(''))].join('\n');
    return LOCALE_TAGS.map((tag) => `<url>\n<loc>${address(`/${tag}`)}</loc>\n${alternates}\n</url>`);
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries, '</urlset>', '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A file without a contact would be invalid, so there is none. */
function security(response: ServerResponse, { publicUrl, securityContact }: SiteFiles): void {
  if (securityContact === null) return plain(response, 404, 'Not found');
  const expires = new Date(Math.floor(Date.now() / DAY) * DAY + VALID_DAYS * DAY);
  plain(response, 200, [
    `Contact: ${securityContact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fr, en',
    ...(publicUrl ? [`Canonical: ${publicUrl}/.well-known/security.txt`] : []),
  ].join('\n'));
}
