/** The documents of the built page: one for each page and language, completed for the visit. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { completeDocument, type Facts, UNLISTED } from '@passerelle/shared/frame.ts';
import { localisedPath } from '@passerelle/shared/localisedPath.ts';
import { sendOnce, sendTagged } from './answer.ts';
import type { Handler } from './handler.ts';
import { PAGE_PERMISSIONS, PERMISSIONS_WITH_CAMERA } from './permissions.ts';
import { plain } from './plain.ts';
import { redirect } from './redirect.ts';
import { UNLISTED_HEADER, withWorker } from './security-headers.ts';

/** What the server tells every page; rejects while it cannot be known. */
export type FactsSource = () => Promise<Omit<Facts, 'isSignedIn'>>;

/** Whether a session comes with these headers, whatever it is worth. */
export type SessionSign = (headers: IncomingHttpHeaders) => boolean;

/** In milliseconds. A document does not wait longer to know more: the page asks for what it was not told. */
const PATIENCE = 300;
const POLICY = 'content-security-policy';
/** The name of the page that says that there is none. */
const NOT_FOUND = 'not-found';

/** The documents of a built folder. */
export interface PageDocuments {
  /** The handler for an address that names its locale; undefined for any other, and where the build has no documents of its own. */
  readonly of: (url: string) => Handler | undefined;
  /**
   * The handler for an address that names no locale, or none of ours: it leads to the same page in the best one for `languages`, what the address
   * asks kept, and where no page is in any, says so. Undefined where the build has no documents of its own.
   */
  readonly elsewhere: (url: string, languages: readonly string[]) => Handler | undefined;
}

/** Reads which documents there are. `atTheDoor`: the names of the pages that may ask for the camera, and be kept. */
export function pageDocuments(folder: string, facts: FactsSource, bringsSession: SessionSign, atTheDoor: readonly string[] = []): PageDocuments {
  const list = join(folder, 'pages.json');
  if (!existsSync(list)) return { of: () => undefined, elsewhere: () => undefined };
  const pages = (JSON.parse(readFileSync(list, 'utf8')) as [name: string, expression: string][]).map(([name, expression]) => ({ name, expression: new RegExp(expression) }));
  const find = (path: string): Found | undefined => {
    for (const { name, expression } of pages) {
      const [found, locale = '', address = ''] = expression.exec(path) ?? [];
      if (found !== undefined) return { name, locale, address };
    }
    return undefined;
  };
  const send = ({ name, locale, address }: Found, isBare: boolean, vary: string): Handler => async (request, response) => {
    const [document, known] = await Promise.all([textOf(join(folder, 'pages', locale, `${name}.html`)), soon(facts)]);
    if (document === undefined) return plain(response, 404, 'Not found');
    const isSignedIn = bringsSession(request.headers);
    const text = completeDocument(document, { address, isBare, now: Date.now(), facts: known && { ...known, isSignedIn } });
    response.statusCode = name === NOT_FOUND ? 404 : 200;
    response.setHeader('content-type', 'text/html;charset=utf-8');
    response.setHeader('vary', vary);
    if (name === NOT_FOUND || document.includes(UNLISTED)) response.setHeader(...UNLISTED_HEADER);
    const isAtTheDoor = atTheDoor.includes(name);
    response.setHeader('permissions-policy', isAtTheDoor ? PERMISSIONS_WITH_CAMERA : PAGE_PERMISSIONS);
    if (isAtTheDoor) response.setHeader(POLICY, withWorker(String(response.getHeader(POLICY))));
    // Kept by nobody, so that after signing out no way back leads to a page that shows somebody. Nor is what may be there the next time.
    if (isSignedIn || name === NOT_FOUND) return sendOnce(request, response, text);
    const bytes = Buffer.from(text);
    return sendTagged(response, bytes, `W/"${hash('sha256', bytes, 'base64url').slice(0, 27)}"`, request.headers['if-none-match']);
  };
  return {
    of: (url) => {
      const path = pathOf(url);
      const found = find(path);
      return found && send(found, url === path, 'Cookie');
    },
    elsewhere: (url, languages) => {
      const path = pathOf(url);
      const localised = localisedPath(path, languages);
      const found = find(localised);
      if (found?.name === NOT_FOUND) return send(found, url === path, 'Cookie, Accept-Language');
      return found && lead(localised.replace(/\/$/, '') + url.slice(path.length));
    },
  };
}

/** Leads to an address that was chosen by the languages of the reader. */
function lead(to: string): Handler {
  return (_request, response) => {
    response.setHeader('vary', 'Accept-Language');
    redirect(response, to);
  };
}

/** A page, in the words of its address. */
interface Found {
  readonly name: string;
  readonly locale: string;
  /** Its variable part. */
  readonly address: string;
}

const pathOf = (url: string): string => url.split('?', 1)[0]!;

/** A file that was deleted after the start has no text. */
async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function soon(facts: FactsSource): Promise<Omit<Facts, 'isSignedIn'> | undefined> {
  const enough = new AbortController();
  try {
    return await Promise.race([facts(), wait(PATIENCE, undefined, { signal: enough.signal })]);
  } catch {
    return undefined;
  } finally {
    enough.abort();
  }
}
