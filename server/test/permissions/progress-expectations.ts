/** What the matrix asks of what has become of recommendations, and who says it of one to Serbia: the services of its post, and the adviser. */
import type { Role } from './roles.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const NEW = '00000000-0000-4000-8000-0000000000ae';
const ENTRY = '{ sourceLocale: "fr", status: UNDER_WAY, asOf: "2026-01-01", seen: "S", links: [{ url: "https://example.org/a", label: "L" }] }';
const NONE = 'id: "Recommendation_none"';

export const PROGRESS_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  enterRecommendationProgress: { expect: 'SIGNED_IN', args: `${NONE}, key: "${NOBODY}", input: ${ENTRY}`, select: 'outcome' },
  translateRecommendationProgress: { expect: 'SIGNED_IN', args: `${NONE}, key: "${NOBODY}", version: 1, texts: { locale: "mk", seen: "S" }`, select: 'outcome' },
};

const FOLLOWING: readonly Role[] = ['scac', 'ssi', 'assistant', 'adviser'];
const OTHERS = 'OTHERS';
type Said = { readonly progress: string };

export const PROGRESS_RIGHTS = [
  { does: 'enterRecommendationProgress', with: ({ progress }: Said) => `id: "Recommendation_rs-r2-16", key: "${NEW}", after: "${progress}", input: ${ENTRY}`, told: { DONE: FOLLOWING, NOT_ALLOWED: OTHERS } },
  { does: 'translateRecommendationProgress', with: ({ progress }: Said) => `id: "Recommendation_rs-r2-16", key: "${progress}", version: 1, texts: { locale: "mk", seen: "S" }`, told: { DONE: FOLLOWING, GONE: OTHERS } },
] as const;

/** The types of what has become of recommendations that tell of no person, each with its fields. */
export const PROGRESS_PLAIN: Readonly<Record<string, string>> = {
  RecommendationAbilities: 'followUp',
  RecommendationProgressFault: 'fault field maximum position',
  RecommendationProgressLink: 'label url',
  RecommendationProgressPayload: 'faults outcome recommendation',
  RecommendationProgressTranslation: 'isOutdated isSource locale seen',
};
