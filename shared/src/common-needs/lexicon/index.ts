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

/**
 * Concepts whose words stand in the names of others: where a text says the longer one ("social media", "legal assistance between
 * states", "police academy"), it does not speak of the shorter.
 */
export const PART_OF: Readonly<Record<string, readonly string[]>> = {
  police: ['border-police', 'police-schools', 'jit'], judges: ['judicial-schools', 'legal-assistance', 'case-law'], prosecutors: ['judicial-schools'], lawyers: ['prosecutors'], teachers: ['judicial-schools', 'police-schools'],
  journalists: ['social-networks'], 'legal-aid': ['legal-assistance'], evidence: ['electronic-evidence'], employment: ['recruitment-agencies'], recruitment: ['recruitment-agencies'],
  ports: ['airports'], refugees: ['shelter'], shelter: ['refugees'], training: ['judicial-schools'], 'online-ads': ['job-offers'],
};
