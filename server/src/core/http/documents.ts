/** The documents of the built page: one for each page and language, completed for the visit. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { completeDocument, type Facts, UNLISTED } from '@passerelle/shared/frame.ts';
import { sendOnce, sendTagged } from './answer.ts';
import type { Handler } from './handler.ts';
import { plain } from './plain.ts';
import { PERMISSIONS_WITH_CAMERA, UNLISTED_HEADER, withWorker } from './security-headers.ts';

/** What the server tells every page; rejects while it cannot be known. */
export type FactsSource = () => Promise<Omit<Facts, 'isSignedIn'>>;

/** Whether a session comes with these headers, whatever it is worth. */
export type SessionSign = (headers: IncomingHttpHeaders) => boolean;

/** In milliseconds. A document does not wait longer to know more: the page asks for what it was not told. */
const PATIENCE = 300;
const POLICY = 'content-security-policy';

/** The documents of a built folder: the handler for an address, or undefined for what is no page. `atTheDoor`: the names of the pages that may ask for the camera, and be kept. */
export function pageDocuments(folder: string, facts: FactsSource, bringsSession: SessionSign, atTheDoor: readonly string[] = []): (url: string) => Handler | undefined {
  const list = join(folder, 'pages.json');
  if (!existsSync(list)) return () => undefined;
  const pages = (JSON.parse(readFileSync(list, 'utf8')) as [name: string, expression: string][]).map(([name, expression]) => ({ name, expression: new RegExp(expression) }));
  return (url) => {
    const path = url.split('?', 1)[0]!;
    for (const { name, expression } of pages) {
      const [found, locale = '', address = ''] = expression.exec(path) ?? [];
      if (found === undefined) continue;
      return async (request, response) => {
        const [document, known] = await Promise.all([textOf(join(folder, 'pages', locale, `${name}.html`)), soon(facts)]);
        if (document === undefined) return plain(response, 404, 'Not found');
        const isSignedIn = bringsSession(request.headers);
        const text = completeDocument(document, { address, isBare: url === path, now: Date.now(), facts: known && { ...known, isSignedIn } });
        response.statusCode = 200;
        response.setHeader('content-type', 'text/html;charset=utf-8');
        response.setHeader('vary', 'Cookie');
        if (document.includes(UNLISTED)) response.setHeader(...UNLISTED_HEADER);
        if (atTheDoor.includes(name)) {
          response.setHeader('permissions-policy', PERMISSIONS_WITH_CAMERA);
          response.setHeader(POLICY, withWorker(String(response.getHeader(POLICY))));
        }
        // Kept by nobody, so that after signing out no way back leads to a page that shows somebody.
        if (isSignedIn) return sendOnce(request, response, text);
        const bytes = Buffer.from(text);
        return sendTagged(response, bytes, `W/"${hash('sha256', bytes, 'base64url').slice(0, 27)}"`, request.headers['if-none-match']);
      };
    }
    return undefined;
  };
}

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
