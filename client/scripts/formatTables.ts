/** Writes the format tables of the languages that browsers lack, from Node's full ICU: `node scripts/formatTables.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';

import { buildTable } from '../src/core/i18n/format/buildTable.ts';

const folder = new URL('../src/core/i18n/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });

for (const tag of ['sq', 'mk', 'bs']) {
  const supported = Intl.DateTimeFormat.supportedLocalesOf([tag]);
  if (supported.length === 0) throw new Error(`This Node has no Intl data for ${tag}: use the one of node_modules`);
  const table = JSON.stringify(buildTable(tag), null, 2);
  writeFileSync(new URL(`${tag}.generated.ts`, folder), `import type { FormatTable } from '../format/table.ts';\n\nconst table: FormatTable = ${table};\n\nexport default table;\n`);
}
