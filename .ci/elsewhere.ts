/**
 * Whether what is committed works from any folder, and offline after the first install: `npm run check:elsewhere`. Clones it to a
 * folder whose name has a space and letters beyond ASCII, installs from the store of this machine alone, starts it with
 * `npm start` where there is no network at all (`unshare -n`, where that is permitted), asks `/readyz`, the API and a page,
 * stops it, and starts it again, which takes five seconds at most from the command to the answer. Says each step with its
 * seconds. Not part of `npm test`: it installs and builds once more, and a time is no matter of a machine that has other work.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const self = fileURLToPath(import.meta.url);
/** Seconds that the start may take, which builds both sides. */
const PATIENCE = 400;
/** Seconds that a start may take where nothing is to be built or filled: of `npm start`, all of it. */
const SOON = 5;
/** How often it is started again: what else the machine does makes a start slower and none quicker, so the quickest counts. */
const AGAIN = 3;

/** What a shell of somebody would have: nothing of this project's programs and of the npm that runs this. */
function plainEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const path = process.env.PATH!.split(delimiter).filter((folder) => !folder.startsWith(project) && !folder.includes('node_modules'));
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|DATABASE_|DATA_FOLDER$|DEMONSTRATION$|PORT$)/i.test(name));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), ...more };
}

/** Runs a step, and says how long it took. Throws with what it printed when it fails. */
function step(what: string, command: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }): void {
  const begun = Date.now();
  const { status, stdout, stderr, error } = spawnSync(command[0]!, command.slice(1), { ...options, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(`${what}: ${error?.message ?? `${stdout}${stderr}`}`);
  tell(what, begun);
}

function tell(what: string, begun: number): void {
  console.log(`✓ ${what} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
}

/** What runs a program where nothing but this machine can be reached, as who runs this; undefined where that is not permitted. */
function withoutNetwork(): readonly string[] | undefined {
  const isRoot = process.getuid?.() === 0;
  // Only the root of the new network may bring its loopback up; somebody else is that root for a moment, and then themselves again.
  const themselves = isRoot ? '' : `unshare -U --map-user=${process.getuid!()} --map-group=${process.getgid!()} -- `;
  const command = ['unshare', isRoot ? '-n' : '-rn', 'sh', '-c', `ip link set lo up && exec ${themselves}"$@"`, 'sh'];
  return spawnSync(command[0]!, [...command.slice(1), 'true']).status === 0 ? command : undefined;
}

/** In the folder: starts the product, asks it, stops it; starts it again and looks at the time. */
async function inside(): Promise<void> {
  const isAlone = process.argv[3] === 'alone';
  const reached = Object.entries(networkInterfaces()).filter(([, addresses]) => addresses!.some(({ internal }) => !internal)).map(([name]) => name);
  if (isAlone && reached.length > 0) throw new Error(`There is a network after all: ${reached.join(', ')}`);
  await started(`npm start, ${isAlone ? 'without any network' : 'with the network: this machine does not let us do without'}`, async (origin) => {
    const begun = Date.now();
    await ask(`${origin}/graphql?locale=sq&query=${encodeURIComponent('{ countries { code name { text locale } } }')}`, (text) => (JSON.parse(text) as { data: { countries: unknown[] } }).data.countries.length === 16);
    await ask(`${origin}/el/countries`, (text) => text.includes('<html lang="el"'));
    tell('a query in Albanian, a page in Greek', begun);
  });
  const seconds: number[] = [];
  while (seconds.length < AGAIN && !(Math.min(...seconds) <= SOON)) seconds.push(await started('npm start again'));
  if (Math.min(...seconds) > SOON) throw new Error(`npm start took ${Math.min(...seconds).toFixed(1)} s when everything was there, and may take ${SOON} s`);
}

/** Starts the product as people do, and stops it when `use` is done with its address. Gives the seconds from the command until it was ready. */
async function started(what: string, use: (origin: string) => Promise<void> = async () => undefined): Promise<number> {
  let begun = Date.now();
  const product = spawn('npm', ['start'], { env: plainEnvironment({ PORT: '0', HOST: '127.0.0.1' }), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const stopIt = (): unknown => product.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopIt);
  let isStopped = false;
  let seconds: number;
  try {
    const origin = await addressOf(product);
    await ask(`${origin}/readyz`, (text) => text.length > 0);
    seconds = (Date.now() - begun) / 1000;
    tell(`${what}: ${origin} is ready`, begun);
    await use(origin);
  } finally {
    begun = Date.now();
    isStopped = await stop(product, join(process.cwd(), 'data/postgres/postmaster.pid'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stopIt);
  }
  if (!isStopped) throw new Error('The database did not stop');
  tell('stopped, its database too', begun);
  return seconds;
}

/** Stops the product and waits for it and for its database, which holds `lock`: gives whether that has stopped. What is left of the product then, as of a build, is killed. */
async function stop(product: ChildProcess, lock: string): Promise<boolean> {
  const begun = Date.now();
  const hasEnded = (): boolean => (product.exitCode ?? product.signalCode) !== null;
  product.kill('SIGTERM');
  while (!hasEnded() && Date.now() - begun < 10_000) await wait(100);
  if (!hasEnded()) product.kill('SIGKILL');
  while (existsSync(lock) && Date.now() - begun < 30_000) await wait(100);
  try {
    process.kill(-product.pid!, 'SIGKILL');
  } catch {
    // There is nothing left of it.
  }
  return !existsSync(lock);
}

/** Waits for the address that the product says. */
function addressOf(product: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`It did not start in ${PATIENCE} s:\n${said}`)), PATIENCE * 1_000);
    for (const stream of [product.stdout!, product.stderr!]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        const address = /Passerelle: (http:\S+)/.exec(said)?.[1];
        if (!address) return;
        clearTimeout(late);
        resolve(address);
      });
    }
    product.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`npm start ended with ${code}:\n${said}`));
    });
  });
}

async function ask(url: string, isRight: (text: string) => boolean): Promise<void> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok || !isRight(text)) throw new Error(`${url}: ${response.status} ${text.slice(0, 500)}`);
}

function outside(): void {
  const base = mkdtempSync(join(tmpdir(), 'passerelle-elsewhere-'));
  const folder = join(base, 'L’été à Скопје, Ψηφίδα');
  try {
    const env = plainEnvironment({});
    const store = spawnSync('pnpm', ['store', 'path'], { cwd: project, encoding: 'utf8' }).stdout.trim();
    step(`cloned to ${folder}`, ['git', 'clone', '-q', project, folder], { cwd: base, env });
    // Its own pnpm is not there yet: that of this folder installs, and fetches nothing.
    step('installed from the store of this machine', [join(project, 'node_modules/.bin/pnpm'), 'install', '--frozen-lockfile', '--offline', '--reporter=silent', `--store-dir=${store}`], { cwd: folder, env: { ...env, PATH: process.env.PATH } });
    const alone = withoutNetwork();
    const [program, ...words] = [...(alone ?? []), process.execPath, self, 'inside', alone ? 'alone' : 'connected'];
    const { status } = spawnSync(program!, words, { cwd: folder, stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

try {
  if (process.argv[2] === 'inside') await inside();
  else outside();
} catch (error) {
  console.error(`✗ ${(error as Error).message}`);
  process.exitCode = 1;
}
