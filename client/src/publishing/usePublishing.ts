import type { Locale } from '@passerelle/shared/locales.ts';
import type { FragmentOf, ResultOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import { type OfficeFields, ProtectOrganisationMutation, PublishOrganisationMutation, UnpublishedListQuery, UnpublishOrganisationMutation } from './publishing.documents.ts';

/** What is decided about an organisation. */
export type Office = FragmentOf<typeof OfficeFields>;

/** The organisations that nobody has published, asked anew by each visit. */
export function useUnpublished(): Answer<ResultOf<typeof UnpublishedListQuery>> {
  return useAnswer(UnpublishedListQuery, () => ({}), 'network-only');
}

/** What can be decided about an organisation. */
export type Decision = 'publish' | 'unpublish' | 'protect' | 'unprotect';

export interface Publishing {
  /** Decides; whether it is so now, or undefined when that failed. `locale` is the language of its name. */
  readonly decide: (decision: Decision, id: string, locale: Locale) => Promise<boolean | undefined>;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
}

/** Publishes organisations, and says whether their people may be shown in public. */
export function usePublishing(): Publishing {
  const [publish, unpublish, protect] = [useAct(PublishOrganisationMutation), useAct(UnpublishOrganisationMutation), useAct(ProtectOrganisationMutation)];
  const acts = [publish, unpublish, protect];

  async function outcomeOf(decision: Decision, id: string, locale: Locale): Promise<string | undefined> {
    // What failed before is not told beside what is done now.
    for (const { failure } of acts) failure.value = undefined;
    if (decision === 'publish') return (await publish.act({ id, locale }))?.publishOrganisation.outcome;
    if (decision === 'unpublish') return (await unpublish.act({ id }))?.unpublishOrganisation.outcome;
    return (await protect.act({ id, isProtected: decision === 'protect' }))?.protectOrganisation.outcome;
  }

  return {
    decide: async (...decided) => {
      const outcome = await outcomeOf(...decided);
      return outcome === undefined ? undefined : outcome === 'DONE';
    },
    isActing: computed(() => acts.some(({ isActing }) => isActing.value)),
    failure: computed(() => acts.map(({ failure }) => failure.value).find((failure) => failure !== undefined)),
  };
}
