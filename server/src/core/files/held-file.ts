/** What is answered in the place of a file that waits until it was checked: a page for a browser, a line for any other, in the language of the request. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Locale } from '@passerelle/shared/locales.ts';
import { localeOf, plain, searchOf } from '../http/index.ts';
import { HELD_WORDS } from './texts.ts';

const STYLE = ':root{color-scheme:light dark}body{margin:0 auto;padding:1.5rem;max-inline-size:36rem;font:1.0625rem/1.5 "Source Sans 3","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}h1{font-size:1.6rem;line-height:1.25}a{display:inline-block;padding-block:.75rem;color:LinkText}';

/** What the page may do: be styled by these very styles. It leads to the file: so it is no sandbox, which would not let it be saved. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The address of a link that is empty is that of the page. Our words are the only ones on it. */
const pageIn = (locale: Locale): string => {
  const { title, held, again } = HELD_WORDS[locale];
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Passerelle</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${held}</p><p><a href="">${again}</a></p></main></body></html>`;
};

/** Says that a file waits: 423, and when to ask again, in seconds. Throws UNKNOWN_LOCALE. */
export function tellHeld({ url, headers }: IncomingMessage, response: ServerResponse): void {
  const locale = localeOf(searchOf(url!), headers['accept-language']);
  response.setHeader('vary', 'Cookie, Accept, Accept-Language');
  response.setHeader('content-language', locale);
  response.setHeader('retry-after', '5');
  if (!headers.accept?.includes('text/html')) return plain(response, 423, HELD_WORDS[locale].held);
  const page = Buffer.from(pageIn(locale));
  response.statusCode = 423;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('content-length', page.length);
  response.end(page);
}
