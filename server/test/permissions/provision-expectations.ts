/** What the matrices ask of provisions of national law, which the services of the post of the country and the adviser keep. */
import type { Role } from './roles.ts';
import type { World } from './world.ts';

const NEW = '00000000-0000-4000-8000-0000000000d3';
const INPUT = 'input: { kind: PROVISION, country: "RS", instrument: "coe-197", articles: ["18"], recommendations: [], locale: "sr-Latn", text: "T", reference: "R", source: "S", sourceUrl: "https://n.example" }';

export const PROVISION_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  saveNationalProvision: { expect: 'SIGNED_IN', args: `key: "${NEW}", version: 0, ${INPUT}`, select: 'outcome' },
  publishNationalProvision: { expect: 'SIGNED_IN', args: `key: "${NEW}", version: 1, isPublic: true`, select: 'outcome' },
  removeNationalProvision: { expect: 'SIGNED_IN', args: `key: "${NEW}", version: 1`, select: 'outcome' },
};

const KEEPING: readonly Role[] = ['scac', 'ssi', 'assistant', 'adviser'];
const OTHERS = 'OTHERS';

export const PROVISION_RIGHTS = [
  { does: 'saveNationalProvision', with: () => `key: "${NEW}", version: 0, ${INPUT}`, told: { DONE: KEEPING, NOT_ALLOWED: OTHERS } },
  { does: 'publishNationalProvision', with: ({ provision }: World) => `key: "${provision}", version: 1, isPublic: true`, told: { DONE: ['assistant', 'adviser'], NOT_ALLOWED: ['scac', 'ssi'], GONE: OTHERS } },
  { does: 'removeNationalProvision', with: ({ provision }: World) => `key: "${provision}", version: 1`, told: { DONE: KEEPING, GONE: OTHERS } },
] as const;

/** The types of provisions that tell of no person, each with its fields. */
export const PROVISION_PLAIN: Readonly<Record<string, string>> = {
  InstrumentArticle: 'number position provenance title',
  NationalProvision: 'articles canChange canPublish changedAs changedAt country endsOn enteredAs enteredAt instrument isDemonstration key kind locale provenance publicSince recommendations reference startsOn text version',
  PublicProvision: 'articles country endsOn instrument isDemonstration key kind locale provenance publicSince recommendations reference startsOn text',
  ProvisionFault: 'fault field maximum',
  ProvisionPayload: 'faults outcome provision',
};
