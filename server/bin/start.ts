/**
 * Builds what is out of date, then runs the server in this process. `npm start` gives node a first heap of 256 MB: long
 * answers fill the small one of its own so fast that every hundredth request waits for all that lives to be looked through,
 * which takes a third of the processor time (`npm run bench -- catalogue` shows it).
 */
import { buildIfStale } from './build.ts';

/**
 * `npm start` puts a shell between npm and this process, and a shell that is ended tells nobody. So where npm started us,
 * we stop, cleanly, when what started us is gone.
 */
function stopWithNpm(): void {
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return;
  const starter = process.ppid;
  setInterval(() => {
    if (process.ppid !== starter) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

await buildIfStale();
process.env.NODE_ENV = 'production';
stopWithNpm();
await import(new URL('../dist/main.js', import.meta.url).href);
