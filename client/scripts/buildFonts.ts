/**
 * Writes the letters beyond Western Europe that our readers' languages and their neighbours' are written with as fonts of their own, a seventh of the
 * files for all such letters: `node scripts/buildFonts.ts`. The licence keeps the names of the originals for what nobody has changed, so
 * `styles/fonts.css` calls these otherwise.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import subsetFont from 'subset-font';

/** Those of Albanian to Turkish, then of Polish, Czech and Slovak: `styles/fonts.css` names the same. */
const LETTERS = 'ĂăŞşŢţȘșȚțŐőŰűĆćČčĐđŠšŽžŚśŹźĞğİĄąĘęŁłŃńŻżĎďĚěĹĺĽľŇňŔŕŘřŤťŮů';
const ORIGINALS = {
  sans: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2',
  serif: '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2',
};

const folder = new URL('../src/styles/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, original] of Object.entries(ORIGINALS)) {
  const font = await subsetFont(readFileSync(fileURLToPath(import.meta.resolve(original))), LETTERS, { targetFormat: 'woff2' });
  writeFileSync(new URL(`${name}.generated.woff2`, folder), font);
}
