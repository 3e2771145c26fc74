/** The product as `npm start` runs it, with demonstration data, in a folder that goes away with it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A product that answers. */
export interface Product {
  /** Its address, without a slash at the end. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const project = fileURLToPath(new URL('../..', import.meta.url));
/** In seconds: the first start builds. */
const PATIENCE = 180;

/** Starts the product on a free port, or on PORT, and waits until it answers, or until `signal` says that nobody needs it. */
export async function startProduct(signal: AbortSignal): Promise<Product> {
  const port = process.env.PORT ?? String(await freePort());
  const data = await mkdtemp(join(tmpdir(), 'passerelle-lighthouse-data-'));
  const child = spawn(process.execPath, ['--initial-heap-size=256', 'server/bin/start.ts'], {
    cwd: project, env: { ...process.env, PORT: port, DATA_FOLDER: data, DATABASE_URL: '', DEMONSTRATION: 'yes' }, stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const origin = `http://localhost:${port}`;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  for (let second = 0; second < PATIENCE && child.exitCode === null && !signal.aborted; second += 1) {
    if (await isReady(origin)) return { origin, stop };
    await wait(1_000);
  }
  await stop();
  throw new Error('The product did not start.');
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
