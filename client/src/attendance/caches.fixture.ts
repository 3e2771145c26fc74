/** Cache storage in memory, for tests: the browser of the tests has none. */
const ORIGIN = 'http://localhost:3000';

class FakeCache {
  readonly entries = new Map<string, Response>();
  keys = async (): Promise<{ url: string }[]> => [...this.entries.keys()].map((path) => ({ url: ORIGIN + path }));
  match = async (path: string): Promise<Response | undefined> => this.entries.get(path)?.clone();
  put = async (path: string, answer: Response): Promise<void> => void this.entries.set(path, answer);
  delete = async (url: string): Promise<boolean> => this.entries.delete(url.replace(ORIGIN, ''));
  addAll = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) await this.put(path, new Response(path));
  };
}

/** All that is kept, by the name of the cache. */
export class FakeCaches {
  readonly all = new Map<string, FakeCache>();
  open = async (name: string): Promise<FakeCache> => {
    const cache = this.all.get(name) ?? new FakeCache();
    this.all.set(name, cache);
    return cache;
  };
  match = async (path: string, _options?: object): Promise<Response | undefined> => (await Promise.all([...this.all.values()].map((cache) => cache.match(path)))).find(Boolean);
  keys = async (): Promise<string[]> => [...this.all.keys()];
  delete = async (name: string): Promise<boolean> => this.all.delete(name);
  /** The paths that are kept. */
  paths = (): string[] => [...this.all.values()].flatMap(({ entries }) => [...entries.keys()]).sort();
}
