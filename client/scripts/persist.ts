/**
 * Writes the documents that the client may send to shared/trusted-documents.json, by the SHA-256 of their text: the
 * contract with the server. With `--check`, writes nothing and fails when the file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { readDocuments } from './documents.ts';

const file = new URL('../../shared/trusted-documents.json', import.meta.url);
const documents = await readDocuments();
const byId = Object.fromEntries(documents.map(({ id, text }) => [id, text]));
const json = `${JSON.stringify(byId, null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, json);
} else if (readFileSync(file, 'utf8') !== json) {
  console.error('shared/trusted-documents.json is stale: run `pnpm --filter @passerelle/client persist` and commit it');
  process.exitCode = 1;
}
