import { type Ref, ref, useTemplateRef } from 'vue';

import { useFocusKept } from '../core/editing/index.ts';
import { announcement } from '../core/ui/index.ts';

/** What was said last of a paper that was made, or was not; asks anew what is so. What was pressed goes with it: the focus is kept on the page's `notice`. */
export function useMade(retry: () => void, shown: () => object | null | undefined): { readonly told: Ref<string>; readonly isDone: Ref<boolean>; readonly made: (sentence: string, isDone: boolean) => void } {
  const [told, isDone] = [ref(''), ref(true)];
  const notice = useTemplateRef<HTMLElement>('notice');

  useFocusKept(shown, () => notice.value);

  function made(sentence: string, done: boolean): void {
    [told.value, isDone.value, announcement.value] = [sentence, done, sentence];
    retry();
  }

  return { told, isDone, made };
}
