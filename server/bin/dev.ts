/** Rebuilds the server at each change and restarts it; GraphiQL is at http://localhost:4000/graphiql. */
import { spawn } from 'node:child_process';

const run = (command: string, args: string[]) =>
  spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, DEVELOPMENT: 'true' } });

const first = run('vite', ['build', '--logLevel', 'warn', '--mode', 'development']);
first.on('exit', () => {
  // The file is written over: node does not see a new one that takes the place of the one it watches.
  const children = [run('vite', ['build', '--watch', '--emptyOutDir', 'false', '--logLevel', 'warn', '--mode', 'development']), run('node', ['--watch', 'dist/main.js'])];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => children.forEach((child) => child.kill(signal)));
});
