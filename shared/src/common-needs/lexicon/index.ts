import { actors } from './actors.ts';
import { care } from './care.ts';
import type { Entry, Family } from './entry.ts';
import { forms } from './forms.ts';
import { justice } from './justice.ts';
import { means } from './means.ts';
import { people } from './people.ts';
import { prevention } from './prevention.ts';
import { sectors } from './sectors.ts';

export const FAMILIES: readonly Family[] = [forms, people, sectors, actors, care, justice, prevention, means];

/** All concepts by their keys. */
export const LEXICON: ReadonlyMap<string, Entry> = new Map(FAMILIES.flatMap(({ entries }) => Object.entries(entries)));
