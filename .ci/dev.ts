/** Development: the API rebuilt and restarted, the page updated in place, at each change. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const children: ChildProcess[] = [];

function start(folder: string, args: string[]): void {
  const child = spawn('pnpm', ['-s', '--dir', join(project, folder), ...args], { stdio: 'inherit', shell: process.platform === 'win32' });
  child.on('exit', (code) => stop(code ?? 0));
  children.push(child);
}

function stop(code: number): void {
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));
start('server', ['dev']);
start('client', ['dev']);
