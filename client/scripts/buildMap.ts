/** Writes the map of the region from Visionscarto’s atlas, so that the page needs no cartography: `node scripts/buildMap.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';

import { buildRegion } from '../src/map/buildRegion.ts';
import { readAtlas } from './atlas.ts';

const folder = new URL('../src/map/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('region.generated.json', folder), `${JSON.stringify(buildRegion(readAtlas()))}\n`);
