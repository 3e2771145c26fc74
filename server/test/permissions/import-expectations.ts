/** What the matrices ask of importing recommendations: the adviser and the team do, all others who are signed in are told that it is not for them. */
import { emptyRecommendationFile } from '@passerelle/shared/recommendationFile.ts';
import type { Role } from './roles.ts';

const FILE = JSON.stringify(`${emptyRecommendationFile()}t-right,RS,GRETA,,,,URGE,,en,S,S,,,\n`);
const TRYING = `text: [${FILE}]`;

export const IMPORT_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  tryRecommendationImport: { expect: 'SIGNED_IN', args: TRYING, select: 'outcome' },
  importRecommendations: { expect: 'SIGNED_IN', args: `${TRYING}, state: "S", choices: []`, select: 'outcome' },
};

const IMPORTING: readonly Role[] = ['assistant', 'adviser'];
const OTHERS = 'OTHERS';

export const IMPORT_RIGHTS = [
  { does: 'tryRecommendationImport', with: () => TRYING, told: { TRIED: IMPORTING, NOT_ALLOWED: OTHERS } },
  // Nobody has read what would come of it: whoever may import is told what would.
  { does: 'importRecommendations', with: () => `${TRYING}, state: "S", choices: []`, told: { CONFLICT: IMPORTING, NOT_ALLOWED: OTHERS } },
] as const;

/** The types of importing recommendations, which tell of no person, each with its fields. */
export const IMPORT_PLAIN: Readonly<Record<string, string>> = {
  RecommendationFileFaultPlace: 'column fault line maximum position',
  RecommendationImportField: 'column file imported kind register',
  RecommendationImportLine: 'faults fields kind language line slug',
  RecommendationImportPayload: 'faults lines outcome state',
};
