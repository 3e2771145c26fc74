/**
 * Opens the check-in page of one session where there is no network: the only service worker of this site, whose scope is the address of
 * that page. It keeps nothing itself: it gives what the page has kept (`keptPage.ts`), and asks the network first for the document, so that what a server
 * has to say is never hidden. The files of a document are named by what is in them. All else goes its way without it.
 */

interface FetchEvent extends Event {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

const worker = globalThis as unknown as {
  readonly registration: { readonly scope: string };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: ((type: 'install', listen: () => void) => void) & ((type: 'fetch', listen: (event: FetchEvent) => void) => void);
};

/** In milliseconds: a network that has not answered by then is taken for none. */
const PATIENCE = 5_000;

const { origin, pathname: page } = new URL(worker.registration.scope);
// For any other page it would be a trace of a visit: there it does not start.
if (!/^\/[\w-]+\/trainings\/[^/]+\/check-in$/.test(page)) throw new Error('Only for a check-in page');

const kept = (address: string): Promise<Response | undefined> => caches.match(address, { ignoreVary: true });

/** What the server says, whatever it is; what is kept where it says nothing. */
async function documentFor(request: Request): Promise<Response> {
  const asked = fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  return answer ?? (await kept(page)) ?? asked;
}

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== origin) return;
  if (request.mode === 'navigate' && address.pathname === page) event.respondWith(documentFor(request));
  else if (address.pathname.startsWith('/assets/')) event.respondWith(kept(address.pathname).then((file) => file ?? fetch(request)));
});
