/**
 * `npm run dev` in a copy of the working tree, on free ports and with data of its own: the page comes from vite and the API through it, a
 * change of each side is seen, and SIGTERM leaves nothing behind. `node --test .ci/dev.test.ts`.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'passerelle-dev-'));
const data = join(copy, 'data');
let running: ChildProcess | undefined;

/** The sources, with packages of their own from the store of this machine: nothing that runs there reaches the working tree. */
function copyTree(): void {
  for (const name of ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'tsconfig.json', '.ci', 'server', 'client', 'shared', 'e2e/package.json']) {
    cpSync(join(project, name), join(copy, name), { recursive: true, filter: (path) => !['node_modules', 'dist', 'gql'].includes(basename(path)) });
  }
  const pnpm = join(project, 'node_modules/.bin/pnpm');
  const store = spawnSync(pnpm, ['store', 'path'], { cwd: project, encoding: 'utf8' }).stdout.trim();
  const { status, stdout, stderr } = spawnSync(pnpm, ['install', '--frozen-lockfile', '--offline', '--reporter=silent', `--store-dir=${store}`], { cwd: copy, encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until something is so, and gives it; throws with what was said when that takes too long. */
async function eventually<T>(what: string, find: () => T | Promise<T>, said: () => string): Promise<NonNullable<T>> {
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; await pause(50)) {
    const found = await find();
    if (found) return found;
  }
  throw new Error(`It does not come: ${what}\n${said()}`);
}

/** The processes that run with the data of this test; on Linux alone they can be looked for. */
function left(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`DATA_FOLDER=${data}`);
    } catch {
      // It is over, or not ours to look into.
      return false;
    }
  });
}

/** Hears of what vite updates. */
async function updates(page: string): Promise<{ readonly heard: () => string; readonly close: () => void }> {
  let heard = '';
  const token = /wsToken = "([^"]+)"/.exec(await (await fetch(`${page}/@vite/client`)).text())![1]!;
  const socket = new WebSocket(`${page.replace('http', 'ws')}/?token=${token}`, 'vite-hmr');
  socket.addEventListener('message', ({ data: message }) => (heard += String(message)));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  return { heard: () => heard, close: () => socket.close() };
}

after(async () => {
  for (const pid of left()) process.kill(Number(pid), 'SIGKILL');
  if (running && (running.exitCode ?? running.signalCode) === null) running.kill('SIGKILL');
  rmSync(copy, { recursive: true, force: true });
});

test('npm run dev updates both sides at each change, and leaves nothing behind when it is ended', { timeout: 240_000 }, async () => {
  copyTree();
  const port = await freePort();
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|DATABASE_|PUBLIC_URL$)/i.test(name)));
  const dev = spawn('npm', ['run', '-s', 'dev'], {
    cwd: copy, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, PORT: String(port), HOST: '127.0.0.1', DATA_FOLDER: data, DEMONSTRATION: 'no', NO_COLOR: '1' },
  });
  running = dev;
  let output = '';
  for (const stream of [dev.stdout, dev.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  const said = (): string => output;
  const comes = <T>(what: string, find: () => T | Promise<T>): Promise<NonNullable<T>> => eventually(what, find, said);

  const page = (await comes('the address of the page', () => /Local:\s+(http:\/\/localhost:\d+)/.exec(output)))[1]!;
  await comes('the address of the API', () => output.includes(`Passerelle: http://localhost:${port}`) || output.includes(`Passerelle: http://127.0.0.1:${port}`));
  assert.match(await (await fetch(page)).text(), /\/@vite\/client/);
  const query = `/graphql?locale=sq&query=${encodeURIComponent('{ service { locale } }')}`;
  // While the server is started anew vite has nothing to hand on.
  const answers = (): Promise<boolean> => fetch(`${page}${query}`).then(async (response) => response.ok && (await response.text()).includes('"locale":"sq"'), () => false);
  await comes('an answer of the API through the page', answers);

  const begun = output.length;
  appendFileSync(join(copy, 'server/src/main.ts'), `\nconsole.log('The server is another one');\n`);
  await comes('the server anew', () => output.slice(begun).includes('The server is another one'));
  await comes('an answer of the new server', answers);

  const component = 'src/core/ui/StateSign.vue';
  await (await fetch(`${page}/${component}`)).text();
  const { heard, close } = await updates(page);
  const source = readFileSync(join(copy, 'client', component), 'utf8');
  writeFileSync(join(copy, 'client', component), source.replace('<template>', '<template><i>Changed</i>'));
  await comes('the update of the page', () => heard().includes('"type":"update"') && heard().includes(component));
  assert.match(await (await fetch(`${page}/${component}?t=${Date.now()}`)).text(), /Changed/);
  close();

  assert.notDeepEqual(process.platform === 'linux' ? left() : ['?'], []);
  assert.ok(existsSync(join(data, 'postgres/postmaster.pid')));
  dev.kill('SIGTERM');
  await comes('the end of all', () => (dev.exitCode ?? dev.signalCode) !== null && left().length === 0 && !existsSync(join(data, 'postgres/postmaster.pid')));
  await assert.rejects(fetch(page));
  await assert.rejects(fetch(`http://127.0.0.1:${port}/livez`));
});
