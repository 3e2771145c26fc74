/** The catalogues and the texts of mails and calendar files as the gates read them: one entry for each sentence, with the file it stands in. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';

/** A sentence of a catalogue: `part` is its file without `.json`, `key` its full path, `message` all its plural forms. */
export interface Entry {
  readonly part: string;
  readonly key: string;
  readonly message: string;
}

export type Catalogues = Readonly<Record<Locale, readonly Entry[]>>;

const folder = fileURLToPath(new URL('../../src/locales/', import.meta.url));
const server = fileURLToPath(new URL('../../../server/src/', import.meta.url));
/** What the server writes, a file for each locale: the parts `mail` and `calendarFile`. */
const OF_SERVER = { mail: `${server}mail/texts/`, calendarFile: `${server}calendars/texts/`, certificateFile: `${server}attendance/texts/`, missionPaper: `${server}papers/texts/`, exportFile: `${server}exports/texts/`, heldFile: `${server}core/files/texts/` };

function flatten(part: string, value: unknown, path: string): Entry[] {
  if (typeof value === 'string') return [{ part, key: path, message: value }];
  return Object.entries(value as object).flatMap(([key, inner]) => flatten(part, inner, path ? `${path}.${key}` : key));
}

const read = (part: string, file: string): Entry[] => flatten(part, JSON.parse(readFileSync(file, 'utf8')), '');

/** All sentences of one locale, part by part in the order of the alphabet, then those of the server; keys in the order of the file. */
export function readCatalogue(tag: Locale): Entry[] {
  const parts = readdirSync(folder + tag).sort().flatMap((file) => read(file.replace(/\.json$/, ''), `${folder}${tag}/${file}`));
  return [...parts, ...Object.entries(OF_SERVER).flatMap(([part, texts]) => read(part, `${texts}${tag}.json`))];
}

/** The sixteen catalogues, by locale. */
export function readCatalogues(): Catalogues {
  return Object.fromEntries(LOCALE_TAGS.map((tag) => [tag, readCatalogue(tag)])) as unknown as Catalogues;
}

/** The plural forms of a message; a message that does not count has one. */
export const forms = (message: string): string[] => message.split(' | ');

/** The names of the parameters of a message, each once, sorted. */
export const parameters = (message: string): string[] => [...new Set([...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort();

/** The words of a message, without its parameters and with the signs that stand in it as `{'@'}`. */
export const words = (message: string): string => message.replaceAll(/\{'([^']*)'\}/g, '$1').replaceAll(/\{\w+\}/g, ' ');

/** Where a sentence is to be found, as the gates report it: `core.json app.name`. */
export const place = ({ part, key }: Entry): string => `${part}.json ${key}`;

/** The sentences of one locale in one text, by part. */
export function pooled(entries: readonly Entry[]): Map<string, string> {
  const parts = new Map<string, string>();
  for (const { part, message } of entries) {
    // What is refused belongs to the core, and comes later: alone, either is too short to be told from its neighbours.
    const whole = part === 'refusals' ? 'core' : part;
    parts.set(whole, `${parts.get(whole) ?? ''}${words(message).replaceAll(' | ', '. ')}. `);
  }
  return parts;
}
