/** A server of its own with what it works with, for stories about settings that the one of the other stories has not. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../../server', import.meta.url));

export interface OwnSite {
  /** Where the site is reached. */
  readonly address: string;
  close(): Promise<void>;
}

/** Starts a program of `server/bin` that serves the site. */
export const startTool = (name: string, given: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, ['--import', '@oxc-node/core/register', `bin/${name}.ts`, ...given], { cwd: server, stdio: ['pipe', 'pipe', 'inherit'] });

/** Starts a site on a free port and a folder of its own. `prepare` starts what it works with, adds that to what ends with it, and gives the settings. */
export async function startSite(name: string, prepare: (address: string, children: ChildProcess[]) => Promise<Readonly<Record<string, string>>>): Promise<OwnSite> {
  const folder = await mkdtemp(join(tmpdir(), `passerelle-${name}-`));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const children: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    for (const child of children.reverse()) await stop(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const settings = await prepare(address, children);
    const site = spawn(process.execPath, ['bin/start.ts'], {
      cwd: server, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...settings, PORT: String(port), DATA_FOLDER: folder, DATABASE_URL: '', DEMONSTRATION: 'yes' },
    });
    children.push(site);
    await ready(address, site);
    return { address, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

/** The first line that a program says. */
export async function firstLine({ stdout }: ChildProcess): Promise<string> {
  for await (const line of createInterface(stdout!)) return line;
  throw new Error('It did not start');
}

async function ready(address: string, site: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (site.exitCode !== null) throw new Error(`The server ended with ${site.exitCode}`);
    if (await fetch(`${address}/readyz`).then(({ ok }) => ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The server is not ready');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
