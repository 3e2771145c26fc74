/** Processes of the bench: started on free ports, always ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Running {
  readonly pid: number;
  readonly port: number;
  /** What it has said so far, on both of its outputs. */
  said(): string;
  stop(): Promise<void>;
}

export interface Program {
  /** Arguments of node. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const LONGEST_START = 60_000;
const PATIENCE = 8_000;

/** Starts a node program that listens on the port in `PORT`; resolves when it accepts connections. Throws when it ends before. */
export async function start({ args, cwd, env }: Program): Promise<Running> {
  const port = await freePort();
  // A process group of its own: Ctrl+C reaches the bench alone, which ends its peers in order.
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text = (text + part).slice(-20_000)));
  const running: Running = { pid: child.pid!, port, said: () => text, stop: () => stop(child) };
  const deadline = Date.now() + LONGEST_START;
  while (!(await accepts(port))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      await running.stop();
      throw new Error(`${args.at(-1)} did not start:\n${text}`);
    }
    await pause(50);
  }
  return running;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const isOver = await Promise.race([ended.then(() => true), pause(PATIENCE, false, { ref: false })]);
  if (!isOver) {
    child.kill('SIGKILL');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}
