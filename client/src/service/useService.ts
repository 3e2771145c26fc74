import { type ComputedRef, computed } from 'vue';

import { useAnswer } from '../core/api/index.ts';
import { facts } from './facts.ts';
import { ServiceQuery } from './service.documents.ts';

/** Whether invented experts and sessions are shown beside the real data: as the document said or, where it did not, as the API answers. */
export function useHasDemonstrationData(): ComputedRef<boolean> {
  const known = facts;
  if (known) return computed(() => known.hasDemonstrationData);
  const { data } = useAnswer(ServiceQuery, () => ({}));
  return computed(() => data.value?.service.hasDemonstrationData ?? false);
}
