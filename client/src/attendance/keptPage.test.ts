import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { FakeCaches } from './caches.fixture.ts';
import { pageKeeper } from './keptPage.ts';

const documentWith = (script: string): string => `<head><link rel="stylesheet" href="/assets/a.css"><script type="module" crossorigin src="/assets/${script}.js"></script></head>`;

let kept: FakeCaches;
const [register, reload] = [vi.fn(async (_address: unknown, { scope }: { scope: string }) => ({ scope: `http://localhost:3000${scope}` })), vi.fn()];
const others = [{ scope: 'http://localhost:3000/fr/trainings/T/check-in', unregister: vi.fn(async () => true) }];
let served: string;

beforeEach(() => {
  kept = new FakeCaches();
  served = 'v1';
  vi.spyOn(document, 'querySelector').mockReturnValue({ getAttribute: () => '/assets/v1.js' } as unknown as Element);
  vi.stubGlobal('caches', kept);
  vi.stubGlobal('location', { pathname: '/fr/trainings/S/check-in', origin: 'http://localhost:3000', reload });
  vi.stubGlobal('fetch', vi.fn(async () => new Response(documentWith(served))));
  vi.stubGlobal('navigator', { ...navigator, serviceWorker: { register, getRegistrations: async () => others } });
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ name: 'http://localhost:3000/assets/later.js' }, { name: 'http://localhost:3000/graphql?locale=fr' }, { name: 'https://elsewhere.example/assets/x.js' }] as never);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  register.mockClear();
  reload.mockClear();
});

describe('the check-in page that is kept', () => {
  it('is its document with the files that it names and has loaded, no answer of the API, and a worker for its address alone', async () => {
    expect(await pageKeeper(reload).keep()).toBe(true);
    expect(kept.paths()).toEqual(['/assets/a.css', '/assets/later.js', '/assets/v1.js', '/fr/trainings/S/check-in']);
    expect(register).toHaveBeenCalledWith('/check-in-worker.js', { scope: '/fr/trainings/S/check-in', updateViaCache: 'none' });
    expect(others[0]!.unregister).toHaveBeenCalled();
  });

  it('takes the place of an older one, whose files are gone', async () => {
    const cache = await kept.open('check-in');
    for (const path of ['/assets/v0.js', '/fr/trainings/T/check-in', '/check-in-list/S']) await cache.put(path, new Response(path));
    await pageKeeper(reload).keep();
    expect(kept.paths()).toEqual(['/assets/a.css', '/assets/later.js', '/assets/v1.js', '/check-in-list/S', '/fr/trainings/S/check-in']);
  });

  it('gives way to a newer one on the server: that is opened, and nothing of this one is kept', async () => {
    served = 'v2';
    expect(await pageKeeper(reload).keep()).toBe(false);
    expect([reload.mock.calls.length, register.mock.calls.length, kept.paths()]).toEqual([1, 0, []]);
  });

  it('is not there where the document may not start a worker, or the server does not give it', async () => {
    register.mockRejectedValueOnce(new TypeError('refused'));
    expect(await pageKeeper(reload).keep()).toBe(false);
    vi.mocked(fetch).mockResolvedValueOnce(new Response('', { status: 503 }));
    expect(await pageKeeper(reload).keep()).toBe(false);
    expect(kept.paths()).toEqual([]);
  });
});
