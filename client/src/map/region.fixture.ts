import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Region } from './region.ts';

/** The map that the build writes, as a page gets it. */
export const region = JSON.parse(readFileSync(join(import.meta.dirname, 'generated/region.generated.json'), 'utf8')) as Region;
