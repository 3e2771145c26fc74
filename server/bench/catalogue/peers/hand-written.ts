/** The peer (d): node:http, a pool, one named statement per question. It runs as a process of its own. */
import { createServer } from 'node:http';
import pg from 'pg';
import { COUNTRY, LOCALE, NESTED_PAGE, PAGE } from '../documents.ts';
import { POOL_SIZE } from '../pool-size.ts';
import { catalogue, countries } from './hand-written.sql.ts';

/** The product's own choice of settings; the costs suit data that is in memory. */
const SETTINGS = '-c jit=off -c TimeZone=UTC -c random_page_cost=1.1 -c default_transaction_read_only=on';
const STATEMENTS = { A: catalogue(false), Acan: catalogue(true), B: countries() };
type Name = keyof typeof STATEMENTS;
const chain = (locale: string): string[] => [locale, 'en', 'fr'];
const TRIALS = 12;
const RUNS = 15;

function valuesOf(name: Name, search: URLSearchParams): unknown[] {
  const first = Number(search.get('first'));
  const locales = chain(search.get('locale') ?? 'en');
  if (name === 'B') return [...locales, first];
  return [search.get('country'), ...locales, first, ...(name === 'Acan' ? [false] : [])];
}

const openPool = (mode: string): pg.Pool =>
  new pg.Pool({ connectionString: process.env.DATABASE_URL, max: POOL_SIZE, options: `${SETTINGS} -c plan_cache_mode=${mode}` });

const run = async (pool: pg.Pool, name: Name, search: URLSearchParams): Promise<string> => {
  const { rows } = await pool.query<[string]>({ name, text: STATEMENTS[name], values: valuesOf(name, search), rowMode: 'array' });
  return rows[0]![0];
};

/** How much quicker the other plans must be, since a busy machine blurs the trial. */
const CLEARLY = 0.85;

/** Plans that are made anew for each value may win or lose: each statement goes to the pool that is quicker for it. */
async function quickerPools(): Promise<Record<Name, pg.Pool>> {
  const pools = [openPool('force_generic_plan'), openPool('auto')];
  const search = (name: Name): URLSearchParams => new URLSearchParams({ country: COUNTRY, locale: LOCALE, first: String(name === 'B' ? NESTED_PAGE : PAGE) });
  const chosen = {} as Record<Name, pg.Pool>;
  for (const name of Object.keys(STATEMENTS) as Name[]) {
    for (const pool of pools) for (let count = 0; count < RUNS; count += 1) await run(pool, name, search(name));
    const best = pools.map(() => Number.POSITIVE_INFINITY);
    for (let trial = 0; trial < TRIALS; trial += 1) {
      for (const [i, pool] of pools.entries()) {
        const start = performance.now();
        for (let count = 0; count < RUNS; count += 1) await run(pool, name, search(name));
        best[i] = Math.min(best[i]!, performance.now() - start);
      }
    }
    const isGeneric = best[1]! > best[0]! * CLEARLY;
    chosen[name] = pools[isGeneric ? 0 : 1]!;
    console.log(`(d) ${name}: ${isGeneric ? 'generic plans' : 'plans as PostgreSQL chooses'}`);
  }
  return chosen;
}

const pools = await quickerPools();
createServer((request, response) => {
  const url = new URL(request.url!, 'http://localhost');
  const name = url.pathname.slice(1) as Name;
  run(pools[name], name, url.searchParams).then(
    (json) => {
      const body = `{"data":${json}}\n`;
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    },
    (error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
}).listen(Number(process.env.PORT), '127.0.0.1');
