/** Rebuilds the server at each change and restarts it; GraphiQL is at http://localhost:4000/graphiql. Ends when it is told to, or what runs the server does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { build } from 'vite';

// A build changes the environment of its process.
const env = { ...process.env, DEVELOPMENT: 'true' };
let running: ChildProcess | undefined;

// The file is written over: node does not see a new one that takes the place of the one it watches.
const watcher = await build({ mode: 'development', logLevel: 'warn', build: { watch: {}, emptyOutDir: false } });
if (!('on' in watcher)) throw new Error('The build does not watch');

watcher.on('event', ({ code }) => {
  // Once there is something to run, and once only.
  if (code !== 'END' || running) return;
  running = spawn(process.execPath, ['--watch', 'dist/main.js'], { stdio: 'inherit', env });
  running.once('exit', (status) => {
    process.exitCode = status ?? 1;
    void watcher.close();
  });
});

const stop = (): void => {
  running?.kill('SIGTERM');
  void watcher.close();
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
