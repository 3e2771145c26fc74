/**
 * Writes what the server knows of the client: the documents that it may send, by the SHA-256 of their text, and the texts of its catalogues with
 * which files of plans are written. With `--check`, writes nothing and fails when a file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { readDocuments } from './documents.ts';
import { planTexts } from './planTexts.ts';

const documents = await readDocuments();
const FILES = { 'shared/trusted-documents.json': `${JSON.stringify(Object.fromEntries(documents.map(({ id, text }) => [id, text])), null, 2)}\n`, 'shared/src/planTexts.json': planTexts() };

for (const [name, text] of Object.entries(FILES)) {
  const file = new URL(`../../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${name} is stale: run \`pnpm --filter @passerelle/client persist\` and commit it`);
    process.exitCode = 1;
  }
}
