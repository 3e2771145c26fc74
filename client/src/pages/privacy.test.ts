// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const KEEPS = /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|serviceWorker|document\.cookie|caches\.)/;

describe('what the page keeps in a browser', () => {
  it('is what the privacy page tells of: a chosen look, what waits to be sent of who was present, and the check-in page with its list', () => {
    const keeping = globSync('**/*.{vue,ts}', { cwd: SOURCE, exclude: ['**/*.test.ts'] }).filter((file) => KEEPS.test(readFileSync(join(SOURCE, file), 'utf8')));
    expect(keeping.sort()).toEqual([
      'appearance/looks.ts', 'appearance/theme.ts', 'attendance/checkInWorker.ts', 'attendance/keptList.ts', 'attendance/keptPage.ts', 'attendance/usePresence.ts', 'core/kept/forgetKept.ts',
    ]);
  });
});
