import { type ComputedRef, computed } from 'vue';

import { useAnswer } from '../core/api/index.ts';
import { ServiceQuery } from './service.documents.ts';

/** Whether invented experts and sessions are shown beside the real data. */
export function useHasDemonstrationData(): ComputedRef<boolean> {
  const { data } = useAnswer(ServiceQuery, () => ({}));
  return computed(() => data.value?.service.hasDemonstrationData ?? false);
}
