/** The peer (d): node:http, a pool, one named statement per question. It runs as a process of its own. */
import { createServer } from 'node:http';
import pg from 'pg';
import { COUNTRY, LOCALE, NESTED_PAGE, PAGE } from '../documents.ts';
import { cpuOfTree } from '../../cpu.ts';
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

/** How much less processor time the other plans must take, since a busy machine blurs the trial. */
const CLEARLY = 0.95;

/** Plans that are made anew for each value may win or lose: each statement goes to the pool where it takes less processor time. */
async function cheaperPools(): Promise<Record<Name, pg.Pool>> {
  const pools = [openPool('force_generic_plan'), openPool('auto')];
  // One caller at a time is always given the same connection.
  const backends = await Promise.all(pools.map(async (pool) => (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid));
  const search = (name: Name): URLSearchParams => new URLSearchParams({ country: COUNTRY, locale: LOCALE, first: String(name === 'B' ? NESTED_PAGE : PAGE) });
  const chosen = {} as Record<Name, pg.Pool>;
  for (const name of Object.keys(STATEMENTS) as Name[]) {
    for (const pool of pools) for (let count = 0; count < RUNS; count += 1) await run(pool, name, search(name));
    const cost = pools.map(() => 0);
    for (let trial = 0; trial < TRIALS; trial += 1) {
      for (const [i, pool] of pools.entries()) {
        const before = cpuOfTree(backends[i]!);
        for (let count = 0; count < RUNS; count += 1) await run(pool, name, search(name));
        cost[i]! += cpuOfTree(backends[i]!) - before;
      }
    }
    const isGeneric = cost[1]! > cost[0]! * CLEARLY;
    chosen[name] = pools[isGeneric ? 0 : 1]!;
    const each = cost.map((ms) => (ms / TRIALS / RUNS).toFixed(2));
    console.log(`(d) ${name}: ${isGeneric ? 'generic plans' : 'plans as PostgreSQL chooses'} (${each.join(' against ')} ms of PostgreSQL)`);
  }
  return chosen;
}

const pools = await cheaperPools();
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
