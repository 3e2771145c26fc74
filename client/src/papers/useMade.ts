import { type Ref, ref } from 'vue';

import { announcement } from '../core/ui/index.ts';

/** What was said last of a paper that was made; asks anew what is so. */
export function useMade(retry: () => void): { readonly told: Ref<string>; readonly made: (sentence: string) => void } {
  const told = ref('');

  function made(sentence: string): void {
    [told.value, announcement.value] = [sentence, sentence];
    retry();
  }

  return { told, made };
}
