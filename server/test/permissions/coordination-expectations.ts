/** What the matrices ask of what coordinates action against trafficking in a country, which the services of its post and the adviser keep, and everybody reads. */
import type { Role } from './roles.ts';
import type { World } from './world.ts';

const NEW = '00000000-0000-4000-8000-0000000000d7';
const INPUT = 'input: { kind: STRATEGY, country: "RS", name: "N", locale: "sr-Latn", legalBasis: "L", website: "https://n.example", source: "S", sourceUrl: "https://n.example" }';

export const COORDINATION_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  saveCoordination: { expect: 'SIGNED_IN', args: `key: "${NEW}", version: 0, ${INPUT}`, select: 'outcome' },
  removeCoordination: { expect: 'SIGNED_IN', args: `key: "${NEW}", version: 1`, select: 'outcome' },
};

const KEEPING: readonly Role[] = ['scac', 'ssi', 'assistant', 'adviser'];
const OTHERS = 'OTHERS';

export const COORDINATION_RIGHTS = [
  { does: 'saveCoordination', with: () => `key: "${NEW}", version: 0, ${INPUT}`, told: { DONE: KEEPING, NOT_ALLOWED: OTHERS } },
  { does: 'removeCoordination', with: ({ coordination }: World) => `key: "${coordination}", version: 1`, told: { DONE: KEEPING, NOT_ALLOWED: OTHERS } },
] as const;

/** The types that tell of no person, each with its fields. */
export const COORDINATION_PLAIN: Readonly<Record<string, string>> = {
  CoordinationFault: 'fault field maximum',
  CoordinationPayload: 'coordination faults outcome',
  CountryCoordination: 'canChange changedAt country endsOn isByPost isDemonstration key kind legalBasis locale name organisation provenance startsOn version website',
};
