/** What the matrix asks of groups of needs, and who does what with them: the adviser and the team, and nobody else learns whether there is one. */
import type { Role } from './roles.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const NEW = '00000000-0000-4000-8000-0000000000ad';
const INPUT = 'input: { sourceLocale: "fr", title: "T", why: "W" }';
const TEXTS = 'texts: { locale: "mk", title: "T", why: "W" }';
const OF_NOBODY = `id: "CommonNeed_${NOBODY}", version: 1`;
const NOBODYS = `{ id: "Need_${NOBODY}", version: 1 }`;

export const COMMON_NEED_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  acceptCommonNeed: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", needs: [${NOBODYS}], ${INPUT}`, select: 'outcome' },
  addToCommonNeed: { expect: 'SIGNED_IN', args: `${OF_NOBODY}, need: ${NOBODYS}`, select: 'outcome' },
  takeOutOfCommonNeed: { expect: 'SIGNED_IN', args: `${OF_NOBODY}, need: "Need_${NOBODY}", reason: "R"`, select: 'outcome' },
  splitCommonNeed: { expect: 'SIGNED_IN', args: `${OF_NOBODY}, key: "${NOBODY}", needs: ["Need_${NOBODY}"], ${INPUT}`, select: 'outcome' },
  mergeCommonNeeds: { expect: 'SIGNED_IN', args: `${OF_NOBODY}, other: "CommonNeed_${NOBODY}", otherVersion: 1`, select: 'outcome' },
  editCommonNeed: { expect: 'SIGNED_IN', args: `${OF_NOBODY}, ${INPUT}`, select: 'outcome' },
  translateCommonNeed: { expect: 'SIGNED_IN', args: `${OF_NOBODY}, ${TEXTS}`, select: 'outcome' },
  closeCommonNeed: { expect: 'SIGNED_IN', args: `${OF_NOBODY}, reason: "R", keepsNeeds: true`, select: 'outcome' },
  sayNeedsApart: { expect: 'SIGNED_IN', args: `need: "Need_${NOBODY}", others: ["Need_${NOBODY}"], reason: "R"`, select: 'outcome' },
  takeNeedsApartBack: { expect: 'SIGNED_IN', args: `id: "NeedsApart_${NOBODY}"`, select: 'outcome' },
};

const ADVISERS: readonly Role[] = ['assistant', 'adviser'];

export const COMMON_NEED_QUERIES: Readonly<Record<string, { readonly expect: 'ANYBODY' | 'THEIRS'; readonly args?: string; readonly select: string; readonly seenBy?: readonly Role[] }>> = {
  commonNeed: { expect: 'ANYBODY', args: `id: "CommonNeed_${NOBODY}"`, select: 'id' },
  // The demonstration has some.
  commonNeeds: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ADVISERS },
  needsApart: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ADVISERS },
  commonNeedConcepts: { expect: 'ANYBODY', args: `id: "CommonNeed_${NOBODY}"`, select: '' },
  commonNeedSuggestions: { expect: 'THEIRS', select: 'nodes { countries }', seenBy: ADVISERS },
};

interface Grouped {
  readonly commonNeed: string;
  readonly otherCommonNeed: string;
  /** Of four countries, by their keys. */
  readonly groupedNeeds: readonly string[];
  /** Of two countries, in no group. */
  readonly freeNeeds: readonly string[];
  readonly needsApart: string;
}

const TOLD = { DONE: ADVISERS, NOT_ALLOWED: 'OTHERS' } as const;
const of = (name: string, sent: (world: Grouped) => string) => ({ does: name, with: sent, told: TOLD });
const read = (key: string): string => `{ id: "Need_${key}", version: 1 }`;

export const COMMON_NEED_RIGHTS = [
  of('acceptCommonNeed', ({ freeNeeds }) => `key: "${NEW}", needs: [${freeNeeds.map(read).join(', ')}], ${INPUT}`),
  of('addToCommonNeed', ({ commonNeed, freeNeeds }) => `id: "${commonNeed}", version: 1, need: ${read(freeNeeds[0]!)}`),
  of('takeOutOfCommonNeed', ({ commonNeed, groupedNeeds }) => `id: "${commonNeed}", version: 1, need: "Need_${groupedNeeds[0]}", reason: "R"`),
  of('splitCommonNeed', ({ commonNeed, groupedNeeds }) => `id: "${commonNeed}", version: 1, key: "${NEW}", needs: ["Need_${groupedNeeds[0]}", "Need_${groupedNeeds[1]}"], ${INPUT}`),
  of('mergeCommonNeeds', ({ commonNeed, otherCommonNeed }) => `id: "${commonNeed}", version: 1, other: "${otherCommonNeed}", otherVersion: 1`),
  of('editCommonNeed', ({ commonNeed }) => `id: "${commonNeed}", version: 1, ${INPUT}`),
  of('translateCommonNeed', ({ commonNeed }) => `id: "${commonNeed}", version: 1, ${TEXTS}`),
  of('closeCommonNeed', ({ commonNeed }) => `id: "${commonNeed}", version: 1, reason: "R", keepsNeeds: true`),
  of('sayNeedsApart', ({ freeNeeds }) => `need: "Need_${freeNeeds[0]}", others: ["Need_${freeNeeds[1]}"], reason: "R"`),
  of('takeNeedsApartBack', ({ needsApart }) => `id: "${needsApart}"`),
];
