/**
 * Measurements, each with all of its peers in one run: `npm run bench -- catalogue [--rounds 3] [--seconds 3] [--only A|B]
 * [--peers product,hand,…]`, `npm run bench -- registration [--people 10000] [--peers counters,naive,…]`, `npm run bench -- planner
 * [--only c101,pr03,week,n16-1]`.
 * What is promised is judged: the exit code is 1 where a goal is not reached or a promise not kept. The machine may be busy: a time says little then.
 */
import { benchCatalogue } from './catalogue/index.ts';
import { benchPlanner } from './planner/index.ts';
import { benchRegistration } from './registration/index.ts';
import { type BenchOptions, readOptions } from './options.ts';

/** Each gives false where something that is promised is not kept. */
const BENCHES: Readonly<Record<string, (options: BenchOptions, signal: AbortSignal) => Promise<boolean>>> = { catalogue: benchCatalogue, registration: benchRegistration, planner: benchPlanner };

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort(new Error('Stopped.')));

try {
  const options = readOptions(process.argv.slice(2));
  const bench = BENCHES[options.bench ?? ''];
  if (!bench) throw new Error(`Say which one: ${Object.keys(BENCHES).join(', ')}.`);
  const started = Date.now();
  if (!(await bench(options, stopping.signal))) process.exitCode = 1;
  console.log(`\nThat took ${Math.round((Date.now() - started) / 1000)} s.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  // What was given up half-way may still wait for a database that has been stopped.
  if (stopping.signal.aborted) process.exit();
}
