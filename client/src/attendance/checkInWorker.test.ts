import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const PAGE = '/fr/trainings/S/check-in';

interface Asked {
  readonly request: { readonly url: string; readonly method: string; readonly mode: string };
  readonly respondWith: (answer: Promise<Response>) => void;
}

let listeners: Record<string, (event: Asked) => void>;
let network: (path: string) => Promise<Response>;

async function start(scope: string): Promise<void> {
  vi.resetModules();
  vi.stubGlobal('registration', { scope: `http://localhost:3000${scope}` });
  await import('./checkInWorker.ts');
}

/** What the worker answers; undefined where it leaves a request to the browser. */
async function answerTo(path: string, mode = 'cors', method = 'GET'): Promise<string | undefined> {
  let answer: Promise<Response> | undefined;
  listeners.fetch!({ request: { url: `http://localhost:3000${path}`, method, mode }, respondWith: (given) => (answer = given) });
  return (await answer)?.text();
}

beforeEach(() => {
  listeners = {};
  network = async (path) => new Response(`server: ${path}`);
  vi.stubGlobal('addEventListener', (name: string, listen: (event: Asked) => void) => (listeners[name] = listen));
  vi.stubGlobal('fetch', ({ url }: { url: string }) => network(new URL(url).pathname));
  vi.stubGlobal('caches', { match: async (path: string) => (path === PAGE || path === '/assets/kept.js' ? new Response(`kept: ${path}`) : undefined) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the worker of the check-in page', () => {
  it.each(['/', '/fr/', '/fr', '/fr/trainings/S', '/fr/trainings/S/check-in/', '/fr/trainings/S/attendance'])('does not start for %s', async (scope) => {
    await expect(start(scope)).rejects.toThrow('Only for a check-in page');
  });

  it('gives the document of the server, whatever it says, and what is kept where there is no network', async () => {
    await start(PAGE);
    expect(await answerTo(PAGE, 'navigate')).toBe(`server: ${PAGE}`);
    network = async () => new Response('busy', { status: 503 });
    expect(await answerTo(PAGE, 'navigate')).toBe('busy');
    network = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await answerTo(PAGE, 'navigate')).toBe(`kept: ${PAGE}`);
  });

  it('does not wait longer than five seconds for a network that does not answer', async () => {
    await start(PAGE);
    vi.useFakeTimers();
    network = () => new Promise(() => undefined);
    const answer = answerTo(PAGE, 'navigate');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toBe(`kept: ${PAGE}`);
  });

  it('gives the files that are kept, and leaves all else to the browser: other pages, questions, what is sent', async () => {
    await start(PAGE);
    expect([await answerTo('/assets/kept.js'), await answerTo('/assets/other.js')]).toEqual(['kept: /assets/kept.js', 'server: /assets/other.js']);
    for (const [path, mode, method] of [['/fr', 'navigate'], ['/graphql?locale=fr'], ['/graphql/stream'], [PAGE, 'cors'], ['/assets/kept.js', 'cors', 'POST'], [`${PAGE}-elsewhere`, 'navigate']] as const) {
      expect(await answerTo(path, mode, method)).toBeUndefined();
    }
  });
});
