import { type Ref, ref } from 'vue';

import { announcement } from '../core/ui/index.ts';

/** What was done, as a sentence that is shown and announced; what is shown is asked for again, since it has changed. */
export function useTold(retry: () => void): { readonly told: Ref<string>; readonly tell: (sentence: string) => void } {
  const told = ref('');
  function tell(sentence: string): void {
    told.value = sentence;
    announcement.value = sentence;
    retry();
  }
  return { told, tell };
}
