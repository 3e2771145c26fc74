/** Where the reference files are, and what is in them. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ReferenceFileError } from './reference-file-error.ts';

/** Raised when the code makes other rows of the same files: they are then imported again. */
const FORMAT = 3;

const FILES = [
  'allowances.json', 'cities.json', 'coordination.json', 'countries.json', 'instruments.json', 'languages.json', 'names.json', 'organisations.json', 'recommendations.json', 'termbase.json', 'travel.json', 'vocabulary.json',
] as const;
const HOLIDAYS = /^holidays-\d{4}\.json$/;

export type ReferenceFileName = (typeof FILES)[number];

export interface ReferenceFiles {
  /** The text of each file by its name; the holidays of each year are a file of their own. */
  readonly texts: ReadonlyMap<string, string>;
  /** Changes with any letter of any of them. */
  readonly hash: string;
}

/** The folder `server/reference`, as seen from the module at `from`: a source file, or the bundle in `server/dist`. */
export function referenceFolder(from: string = import.meta.url): string {
  const candidates = ['../../reference/', '../reference/'].map((path) => fileURLToPath(new URL(path, from)));
  return candidates.find((folder) => existsSync(join(folder, 'countries.json'))) ?? candidates[0]!;
}

/** Reads the files of `folder`. Throws ReferenceFileError when one is missing. */
export async function readReferenceFiles(folder: string): Promise<ReferenceFiles> {
  const present = await readdir(folder).catch((): string[] => []);
  const missing = FILES.find((name) => !present.includes(name));
  if (missing) throw new ReferenceFileError(missing, '', `is missing in ${folder}`);
  const names = [...FILES, ...present.filter((name) => HOLIDAYS.test(name))].sort();
  const texts = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)));
  const hash = createHash('sha256').update(String(FORMAT));
  for (const [name, text] of texts) hash.update(`\0${name}\0${text}`);
  return { texts, hash: hash.digest('base64url') };
}

/** The names of the holidays files among `texts`. */
export const holidaysAmong = ({ texts }: ReferenceFiles): string[] => [...texts.keys()].filter((name) => HOLIDAYS.test(name));
