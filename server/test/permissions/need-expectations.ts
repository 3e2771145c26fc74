/** What the matrix asks of needs, and who does what with one of Serbia that nobody looks into yet: the services of its post enter and withdraw it, the adviser moves it. */
import type { Role } from './roles.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const NEW = '00000000-0000-4000-8000-0000000000ad';
const NEED = '{ sourceLocale: "fr", country: "RS", theme: "ASSISTANCE", subtheme: "SHELTER", furtherThemes: ["PROTECTION"], pillar: PROTECTION, audiences: ["POLICE"], criteria: [CHILDREN], title: "T", text: "N", links: [{ url: "https://example.org/a", label: "L" }] }';
const TEXTS = 'texts: { locale: "mk", title: "N", text: "N" }';

export const NEED_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  saveNeed: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", version: 0, input: ${NEED}`, select: 'outcome' },
  translateNeed: { expect: 'SIGNED_IN', args: `id: "Need_${NOBODY}", version: 1, ${TEXTS}`, select: 'outcome' },
  moveNeed: { expect: 'SIGNED_IN', args: `id: "Need_${NOBODY}", version: 1, to: UNDER_REVIEW, reason: "N"`, select: 'outcome' },
};

export const NEED_QUERIES: Readonly<Record<string, { readonly expect: 'ANYBODY' | 'THEIRS'; readonly args?: string; readonly select: string; readonly seenBy?: readonly Role[] }>> = {
  need: { expect: 'ANYBODY', args: `id: "Need_${NOBODY}"`, select: 'id' },
  // Of Serbia and Albania the demonstration has some.
  needs: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ['scac', 'ssi', 'scacElsewhere', 'assistant', 'adviser'] },
};

const POST: readonly Role[] = ['scac', 'ssi'];
const ADVISERS: readonly Role[] = ['assistant', 'adviser'];
const OTHERS = 'OTHERS';

export const NEED_RIGHTS = [
  { does: 'saveNeed', what: 'a new one', with: () => `key: "${NEW}", version: 0, input: ${NEED}`, told: { DONE: [...POST, ...ADVISERS], NOT_ALLOWED: OTHERS } },
  { does: 'saveNeed', what: 'one that is there', with: ({ need }: { need: string }) => `key: "${need}", version: 1, input: ${NEED}`, told: { DONE: POST, NOT_ALLOWED: ADVISERS, GONE: OTHERS } },
  { does: 'translateNeed', with: ({ need }: { need: string }) => `id: "Need_${need}", version: 1, ${TEXTS}`, told: { DONE: [...POST, ...ADVISERS], GONE: OTHERS } },
  { does: 'moveNeed', what: 'to be looked into', with: ({ need }: { need: string }) => `id: "Need_${need}", version: 1, to: UNDER_REVIEW, reason: "N"`, told: { DONE: ADVISERS, NOT_ALLOWED: POST, GONE: OTHERS } },
  { does: 'moveNeed', what: 'out of sight', with: ({ need }: { need: string }) => `id: "Need_${need}", version: 1, to: WITHDRAWN, reason: "N"`, told: { DONE: POST, NOT_ALLOWED: ADVISERS, GONE: OTHERS } },
] as const;
