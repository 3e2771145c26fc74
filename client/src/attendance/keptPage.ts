/** The check-in page itself, kept so that it opens without a network: its document, the files that it has loaded, and the worker that gives them. */

import { askForLetters } from '../appearance/index.ts';

/** The only cache of this site. */
export const CACHE = 'check-in';
const WORKER = '/check-in-worker.js';
const FILES = '/assets/';

interface Policy {
  readonly createScriptURL: (given: string) => string;
}

const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy } };
let policy: Policy | undefined;

/** Under Trusted Types a worker is started only from an address that a policy made. The document of this page alone lets it make one; elsewhere this throws. */
function workerAddress(): string {
  if (!trustedTypes) return WORKER;
  policy ??= trustedTypes.createPolicy('check-in', { createScriptURL: () => WORKER });
  return policy.createScriptURL(WORKER);
}

/** The script that a document begins with: another one in another version of the site. */
const versionOf = (html: string): string | undefined => /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1];

/** The files that a document names, and those that the page has loaded beside. */
function filesOf(html: string): Set<string> {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin }) => origin === location.origin);
  return new Set([...[...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path!), ...loaded.map(({ pathname }) => pathname).filter((path) => path.startsWith(FILES))]);
}

/** The document of the address, as the server gives it now; or that it is of a newer version than this page, or that there is none. */
async function askForDocument(): Promise<{ readonly answer: Response; readonly html: string } | 'NEWER' | undefined> {
  const answer = await fetch(location.pathname, { cache: 'no-store', headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return undefined;
  const html = await answer.clone().text();
  return versionOf(html) === document.querySelector('script[type="module"][src]')?.getAttribute('src') ? { answer, html } : 'NEWER';
}

/** Has the worker answer for this address, and for no other. */
async function startWorker(): Promise<void> {
  const own = await navigator.serviceWorker.register(workerAddress(), { scope: location.pathname, updateViaCache: 'none' });
  const others = (await navigator.serviceWorker.getRegistrations()).filter(({ scope }) => scope !== own.scope);
  await Promise.all(others.map((other) => other.unregister()));
}

/** Keeps the files that are not kept yet; gives all that are wanted. */
async function keepFiles(cache: Cache, html: string): Promise<Set<string>> {
  // Letters may come after what is written in them; without a network nobody could ask for them.
  await askForLetters();
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const files = filesOf(html);
  await cache.addAll([...files].filter((path) => !known.has(path)));
  return files;
}

/** Keeps the document once its files are there, and nothing that an earlier version or the page of another session left. */
async function keepDocument(cache: Cache, files: ReadonlySet<string>, answer: Response): Promise<void> {
  const page = location.pathname;
  await cache.put(page, answer);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== page && !files.has(pathname) && !pathname.startsWith(LISTS)) await cache.delete(url);
  }
}

/** Where lists are kept, in the same cache. */
export const LISTS = '/check-in-list/';

/**
 * Keeps the page, once for each address; `keep` may be called as often as one likes, and keeps what was loaded since. Says whether it is kept: a
 * browser without a place for it, and a document that was not asked for by its own address, keep nothing. Where the server has a newer page, that is opened in the place of this one.
 */
export function pageKeeper(reload: () => void = () => location.reload()): { readonly keep: () => Promise<boolean> } {
  let keptAt: string | undefined;
  let html = '';

  async function keep(): Promise<boolean> {
    const cache = await caches.open(CACHE);
    if (keptAt === location.pathname) {
      await keepFiles(cache, html);
      return true;
    }
    const given = await askForDocument();
    if (given === 'NEWER') {
      // On a slow network the worker would answer the reload with the old one, for ever.
      await cache.delete(location.pathname);
      reload();
    }
    if (given === undefined || given === 'NEWER') return false;
    await startWorker();
    await keepDocument(cache, await keepFiles(cache, given.html), given.answer);
    [keptAt, html] = [location.pathname, given.html];
    return true;
  }

  return { keep: () => keep().catch(() => false) };
}
