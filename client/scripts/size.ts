/**
 * Prints what the first page of the build weighs, compressed with gzip: its scripts with one locale, and its styles.
 * Fails when the scripts weigh more than 75 KB or the styles more than 15 KB.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { LOCALES, LOCALE_TAGS } from '@passerelle/shared/locales.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const MOST_SCRIPT = 75_000;
const MOST_STYLE = 15_000;
/** The parts of the catalogue that the first page loads. */
const TEXTS = ['core', 'home'];
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<string, Chunk>;

function withImports(key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found;
  found.add(key);
  manifest[key]?.imports?.forEach((name) => withImports(name, found));
  return found;
}

function weight(files: Iterable<string>): number {
  return [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0);
}

for (const locale of LOCALE_TAGS) {
  const table = `src/core/i18n/generated/${LOCALES[locale].intl}.generated.ts`;
  const keys = ['index.html', 'src/home/HomePage.vue', ...TEXTS.map((part) => `src/locales/${locale}/${part}.json`), ...(manifest[table] ? [table, 'src/core/i18n/format/tableFormat.ts'] : [])]
    .flatMap((key) => [...withImports(key)]);
  const chunks = keys.flatMap((key) => manifest[key] ?? []);
  const script = weight(chunks.map(({ file }) => file));
  const style = weight(chunks.flatMap(({ css }) => css ?? []));
  console.log(`home in ${locale}: ${(script / 1000).toFixed(1)} KB of script, ${(style / 1000).toFixed(1)} KB of style (gzip)`);
  if (script > MOST_SCRIPT || style > MOST_STYLE) process.exitCode = 1;
}
