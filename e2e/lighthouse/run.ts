/**
 * What Lighthouse says of six pages in three languages, as a telephone would see them: `npm run lighthouse`, or of some of
 * them alone: `npm run lighthouse -- countries uk`. Starts the product as `npm start` does, on a folder of its own, opens
 * each page three times and prints the medians; ends with 1 where one of them is not as is asked (`figures.ts`). Before that the machine is
 * rated, so that the telephone is as fast on each (`slowdownOn`). Lighthouse itself is in a small workspace of its own beside this file and is installed at the first run.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Locale } from '@passerelle/shared/locales.ts';

import { findChromium } from '../../.ci/chromium.ts';
import { type Figures, LIGHTHOUSE_SLOWDOWN, line, medianOf, shortcomings, slowdownOn, worstOf } from './figures.ts';
import { measure } from './measure.ts';
import { startProduct } from './product.ts';

const LANGUAGES: readonly Locale[] = ['fr', 'el', 'uk'];
const RUNS = 3;

/** Whoever ends the command early is left with no server and no browser. */
const ended = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.abort());

/** What alone is asked for; everything, where nothing of its kind is said. */
const said = process.argv.slice(2);
const asked = <T extends string>(all: readonly T[]): readonly T[] => (all.some((one) => said.includes(one)) ? all.filter((one) => said.includes(one)) : all);

const folder = fileURLToPath(new URL('.', import.meta.url));

async function paths(origin: string): Promise<Record<string, string>> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ trainingSessions(first: 1, sort: LATEST) { nodes { id } } }' }),
  });
  const { data } = (await response.json()) as { data: { trainingSessions: { nodes: { id: string }[] } } };
  return {
    'home': '', 'countries': '/countries', 'a country': '/countries/RO',
    'trainings': '/trainings', 'a session': `/trainings/${data.trainingSessions.nodes[0]!.id}`, 'experts': '/experts',
  };
}

/** Of three visits, whose figures are not told: they also warm up the product. */
async function rate(origin: string, chromium: string): Promise<number> {
  const runs: Figures[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(origin, LIGHTHOUSE_SLOWDOWN, chromium, ended.signal));
  return medianOf(runs).machine;
}

async function walk(origin: string, slowdown: number, chromium: string): Promise<Figures[]> {
  const all: Figures[] = [];
  const pages = await paths(origin);
  for (const name of asked(Object.keys(pages))) {
    for (const language of asked(LANGUAGES)) {
      const runs: Figures[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await measure(`${origin}/${language}${pages[name]!}`, slowdown, chromium, ended.signal));
      const figures = medianOf(runs);
      all.push(figures);
      console.log(line(`${name}, ${language}`, figures));
      for (const fault of [...shortcomings(figures), ...figures.faults]) console.log(`    ${fault}`);
    }
  }
  return all;
}

const chromium = findChromium();
if (!chromium) throw new Error('No Chromium found. Install Debian’s package `chromium-headless-shell`, or set CHROMIUM_PATH to one.');
const { status } = spawnSync('pnpm', ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=silent'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
if (status !== 0) throw new Error('Lighthouse could not be installed.');
const product = await startProduct(ended.signal);
try {
  const machine = await rate(product.origin, chromium);
  const slowdown = slowdownOn(machine);
  console.log(`Lighthouse rated the speed of this machine ${Math.round(machine)}: the telephone is taken to be ${slowdown} times slower. What else runs here lowers the figures.`);
  console.log(line('', undefined));
  const all = await walk(product.origin, slowdown, chromium);
  console.log(line('the worst of each', worstOf(all)));
  const short = all.filter((figures) => shortcomings(figures).length > 0).length;
  if (short > 0) console.log(`${short} of ${all.length} pages are not as is asked.`);
  process.exitCode = short > 0 ? 1 : 0;
} catch (error) {
  if (!ended.signal.aborted) throw error;
  process.exitCode = 1;
} finally {
  await product.stop();
}
