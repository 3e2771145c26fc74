/** Writes the format tables of the languages that browsers lack, from Node's full ICU: `node scripts/formatTables.ts`. */
import { writeFileSync } from 'node:fs';

import { buildTable } from '../src/core/i18n/format/buildTable.ts';

for (const tag of ['sq', 'mk', 'bs']) {
  const supported = Intl.DateTimeFormat.supportedLocalesOf([tag]);
  if (supported.length === 0) throw new Error(`This Node has no Intl data for ${tag}: use the one of node_modules`);
  const file = new URL(`../src/core/i18n/format/${tag}.generated.ts`, import.meta.url);
  const table = JSON.stringify(buildTable(tag), null, 2);
  writeFileSync(file, `import type { FormatTable } from './table.ts';\n\nconst table: FormatTable = ${table};\n\nexport default table;\n`);
}
