/** Builds what is out of date, then runs the server in this process. */
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
