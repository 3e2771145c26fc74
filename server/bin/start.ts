/** Builds what is out of date, then runs the server in this process. */
import { buildIfStale } from './build.ts';

await buildIfStale();
process.env.NODE_ENV = 'production';
await import(new URL('../dist/main.js', import.meta.url).href);
