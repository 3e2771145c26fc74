/** The texts of the catalogues with which the server writes files of plans, as the page says them: told once, in the catalogues. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';

import { forms, readCatalogue, words } from './language/catalogues.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where such texts are asked for, by their keys. */
const SOURCES = ['shared/src/planSentences/*.ts', 'server/src/exports/plan*.ts'];

/** The keys that are asked for, each once, in the order of the alphabet. */
function keysAskedFor(): string[] {
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).filter((file) => !file.endsWith('.test.ts'));
  return [...new Set(files.flatMap((file) => [...readFileSync(root + file, 'utf8').matchAll(/\b(?:t|textIn\(\w+\))\('([\w.]+)'/g)].map(([, key]) => key!)))].sort();
}

/** Those of one locale. Throws for a key that no catalogue has, and for what more than parameters stand in. */
function textsOf(tag: Locale, keys: readonly string[]): Record<string, string> {
  const known = new Map(readCatalogue(tag).map(({ key, message }) => [key, message]));
  return Object.fromEntries(keys.map((key) => {
    const text = known.get(key);
    if (text === undefined) throw new Error(`No catalogue has ${key}`);
    if (forms(text).length > 1 || words(text) !== text.replaceAll(/\{\w+\}/g, ' ')) throw new Error(`${key} has plural forms, or signs that are escaped`);
    return [key, text];
  }));
}

/** The file: by locale, then by key. */
export function planTexts(): string {
  const keys = keysAskedFor();
  return `${JSON.stringify(Object.fromEntries(LOCALE_TAGS.map((tag) => [tag, textsOf(tag, keys)])), null, 2)}\n`;
}
