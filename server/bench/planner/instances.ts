/** The instances in the folder, and what is known about them. */
import { readFile } from 'node:fs/promises';
import type { NetworkData } from '../../src/planner/engine/index.ts';
import { readInstance } from './instance.ts';

const FOLDER = new URL('instances/', import.meta.url);

/** All of Solomon’s, c1xx to rc2xx; Cordeau’s are called pr01 and so on. */
export const isSolomon = (name: string): boolean => !name.startsWith('pr');

/** An instance with a number of routes; the files of Solomon count in tenths, those of Cordeau in hundredths. */
export async function dataOf(name: string, routes: number): Promise<NetworkData> {
  return readInstance(await readFile(new URL(`${name}.txt`, FOLDER), 'utf8'), isSolomon(name) ? 10 : 100, routes);
}

/** For which instances, with how many routes, which value is the best that the literature knows. */
export async function bestKnownOnes(): Promise<{ name: string; routes: number; bestKnown: number }[]> {
  const [, ...lines] = (await readFile(new URL('best_known.csv', FOLDER), 'utf8')).trim().split(/\s+/);
  return lines.map((line) => line.split(',')).map(([name, routes, bestKnown]) => ({ name: name!, routes: Number(routes), bestKnown: Number(bestKnown) }));
}
