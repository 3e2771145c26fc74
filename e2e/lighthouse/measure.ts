/** One run of Lighthouse, in a browser of its own. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Figures } from './figures.ts';

/** The part of Lighthouse's report that is read. */
interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] }>>;
  readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null; readonly scoreDisplayMode: string; readonly numericValue?: number }>>;
  readonly environment: { readonly benchmarkIndex: number };
}

const lighthouse = fileURLToPath(new URL('node_modules/lighthouse/cli/index.js', import.meta.url));
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-background-networking';
/** The recording fails now and then on a busy machine. */
const ATTEMPTS = 3;

/** Opens an address with Lighthouse's own settings: a telephone in the middle of the range on a slow 4G network, simulated; `slowdown` is how many times slower than this machine it is. */
export async function measure(url: string, slowdown: number, chromium: string, signal: AbortSignal): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-lighthouse-'));
  const file = join(folder, 'report.json');
  try {
    let said = '';
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { code, output } = await run([url, '--quiet', `--throttling.cpuSlowdownMultiplier=${slowdown}`, '--output=json', `--output-path=${file}`, '--no-enable-error-reporting', `--chrome-flags=${FLAGS}`], chromium, signal);
      if (code === 0) return figuresOf(JSON.parse(await readFile(file, 'utf8')) as Report);
      said = output;
    }
    throw new Error(`Lighthouse could not open ${url}:\n${said}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[], chromium: string, signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    // Interrupted, Lighthouse closes its browser.
    const child = spawn(process.execPath, [lighthouse, ...args], { env: { ...process.env, CHROME_PATH: chromium }, stdio: ['ignore', 'ignore', 'pipe'], signal, killSignal: 'SIGINT' });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

function figuresOf({ categories, audits, environment }: Report): Figures {
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const number = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  const held = ['accessibility', 'best-practices', 'seo'].flatMap((name) => categories[name]?.auditRefs ?? []);
  return {
    performance: score('performance'), accessibility: score('accessibility'), bestPractices: score('best-practices'), seo: score('seo'),
    lcp: number('largest-contentful-paint'), tbt: number('total-blocking-time'), cls: number('cumulative-layout-shift'), transfer: number('total-byte-weight'),
    machine: environment.benchmarkIndex,
    faults: held.map(({ id }) => audits[id]!).filter(({ scoreDisplayMode, score: own }) => scoreDisplayMode === 'binary' && own === 0).map(({ title }) => title),
  };
}
