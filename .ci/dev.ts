/** Development: the API rebuilt and restarted, the page updated in place, at each change. Ends when one of the two does, and is over when both are. */
import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopWithNpm } from '../server/bin/stop-with-npm.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const children = new Set<ChildProcess>();
let isStopping = false;

/** Runs commands of a side, one after the other, each once the one before has done its work. No package manager stands before the last, which would be over before what it runs. */
function start(side: string, [command, ...next]: readonly string[]): void {
  const folder = join(project, side);
  const path = [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const [program, ...args] = command!.split(' ');
  const child = spawn(program!, args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, PATH: path } });
  children.add(child);
  child.once('error', (error) => console.error(error.message));
  child.once('close', (code) => {
    children.delete(child);
    if (isStopping) return;
    if (code === 0 && next.length > 0) start(side, next);
    else stop(code ?? 1);
  });
}

function stop(code: number): void {
  if (isStopping) return;
  isStopping = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));
stopWithNpm('dev', () => stop(0));
start('server', ['node bin/dev.ts']);
start('client', ['pnpm -s generate', 'vite']);
