import type { Entry, Family } from './entry.ts';
import { forms } from './forms.ts';

export const FAMILIES: readonly Family[] = [forms];

/** All concepts by their keys. */
export const LEXICON: ReadonlyMap<string, Entry> = new Map(FAMILIES.flatMap(({ entries }) => Object.entries(entries)));
