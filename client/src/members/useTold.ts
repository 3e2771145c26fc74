import { nextTick, type Ref, ref, useTemplateRef } from 'vue';

import { announcement } from '../core/ui/index.ts';

/**
 * What was done, as a sentence that is shown and announced; what is shown is asked for again, since it has changed. Where that takes away
 * what was pressed, the sentence has the ref `notice` in the page that calls this, and takes the focus.
 */
export function useTold(retry: () => void): { readonly told: Ref<string>; readonly tell: (sentence: string) => Promise<void> } {
  const told = ref('');
  const notice = useTemplateRef<HTMLElement>('notice');
  async function tell(sentence: string): Promise<void> {
    told.value = sentence;
    announcement.value = sentence;
    retry();
    await nextTick();
    notice.value?.focus();
  }
  return { told, tell };
}
