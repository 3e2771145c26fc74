/** The texts that the product publishes: clean, apart from the numbers of hotlines, which are there to be called. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));
const FILES = ['client/src/locales/*/*.json', 'server/src/demonstration/texts/*.json', 'server/reference/*.json'];

/** Fields that hold a number to call. */
const PUBLISHED_FIELDS: ReadonlySet<string> = new Set(['number']);

export interface PublishedText {
  /** The file and the path in it. */
  readonly place: string;
  readonly text: string;
}

function textsIn(value: unknown, place: string): PublishedText[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (PUBLISHED_FIELDS.has(key) ? [] : textsIn(inner, `${place}.${key}`)));
}

/** Every text of the catalogues, of the demonstration and of the reference files. */
export const published = (): PublishedText[] => FILES.flatMap((pattern) => globSync(pattern, { cwd: PROJECT }).sort())
  .flatMap((file) => textsIn(JSON.parse(readFileSync(join(PROJECT, file), 'utf8')), file));
