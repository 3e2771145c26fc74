/**
 * Builds what is out of date, then runs the server in this process. `npm start` gives node a first heap of 256 MB: long
 * answers fill the small one of its own so fast that every hundredth request waits for all that lives to be looked through,
 * which takes a third of the processor time (`npm run bench -- catalogue` shows it).
 */
import { buildIfStale } from './build.ts';
import { stopWithNpm } from './stop-with-npm.ts';

await buildIfStale();
process.env.NODE_ENV = 'production';
stopWithNpm('start', () => process.kill(process.pid, 'SIGTERM'));
await import(new URL('../dist/main.js', import.meta.url).href);
