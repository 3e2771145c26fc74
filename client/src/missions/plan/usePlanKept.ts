import { type Ref, shallowRef, watch } from 'vue';

import type { Answer } from '../../core/api/index.ts';

/** An answer of which what came last stays where it is asked for once more and that fails; of something else that is asked for, nothing stays. */
export function usePlanKept<Data>(answer: Answer<Data>, asked: () => unknown): Answer<Data> {
  const last: Ref<Data | undefined> = shallowRef();
  watch(asked, () => (last.value = undefined), { flush: 'sync' });
  watch(answer.data, (now) => {
    if (now !== undefined && now !== null) last.value = now;
  }, { immediate: true, flush: 'sync' });
  return { ...answer, data: last };
}
