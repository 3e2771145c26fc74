/** Reference folders to import in tests: the real files, with a change. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Row } from './tables.ts';
import { referenceFolder } from './index.ts';

/** What the tests change in the files. */
export interface Edits {
  readonly 'allowances.json'?: (file: { rules: { lunch: { from: string } }[] }) => void;
  readonly 'countries.json'?: (file: { countries: Country[]; [field: string]: unknown }) => void;
  readonly 'cities.json'?: (file: { cities: { code: string; capitalOf?: string; timeZone?: string; names?: Record<string, string> }[] }) => void;
  readonly 'organisations.json'?: (file: { version: number; organisations: Organisation[] }) => void;
  readonly 'recommendations.json'?: (file: { recommendations: { slug: string; summary: string; themes: string[] }[] }) => void;
  readonly 'instruments.json'?: (file: { instruments: { titles: Record<string, InstrumentTitle> }[] }) => void;
  readonly 'travel.json'?: (file: { links: { to: string }[] }) => void;
  readonly 'vocabulary.json'?: (file: { themes: { code: string }[]; subthemes: { code: string; theme: string; term: string }[] }) => void;
  readonly 'termbase.json'?: (file: { terms: { code: string; names: Record<string, string> }[] }) => void;
  readonly 'holidays-2027.json'?: (file: { holidays: { country: string; date: string }[] }) => void;
}

interface Country {
  code: string;
  timeZone: string;
  officialLanguages: string[];
  names: Record<string, { name?: string; capital: string }>;
  facts: Record<string, Provenance>;
  hotlines: object[];
  [field: string]: unknown;
}

interface Organisation {
  slug: string;
  country: string | null;
  acronym: string | null;
  website: string | null;
  sourceLocale: string;
  names: Record<string, string>;
  activity: string | null;
  provenance: Provenance;
}

export interface InstrumentTitle {
  title: string | null;
  shortTitle: string | null;
  provenance: Provenance;
}

export type Provenance = Row & { readonly isVerified: boolean; readonly checkedOn: string | null };

/** A copy of the reference folder with `edits`, deleted when the test ends. */
export async function editedFolder(edits: Edits): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-reference-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(referenceFolder(), folder, { recursive: true });
  for (const [name, edit] of Object.entries(edits)) {
    const path = join(folder, name);
    const file: unknown = JSON.parse(await readFile(path, 'utf8'));
    (edit as (file: unknown) => void)(file);
    await writeFile(path, JSON.stringify(file));
  }
  return folder;
}

/** The item of a list that has this slug or code. */
export function pick<Item extends { slug: string } | { code: string }>(list: Item[], name: string): Item {
  return list.find((item) => ('slug' in item ? item.slug : item.code) === name)!;
}
