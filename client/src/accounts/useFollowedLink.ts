import { computed, type ComputedRef, nextTick, type Ref, shallowRef, useTemplateRef } from 'vue';

import { useSecret } from './secret.ts';

/** A page that was reached by the link of a mail, and does something once. */
export interface FollowedLink {
  /** What the link holds; undefined without one, and once it was used. */
  readonly secret: Ref<string | undefined>;
  /** What came of it, once something did. */
  readonly told: ComputedRef<{ readonly isDone: boolean; readonly sentence: string } | undefined>;
  /** Says what came of it, in the element of the template that is called `result`, which takes the focus; the sentence is asked for anew in another language. */
  readonly tell: (isDone: boolean, sentence: () => string) => Promise<void>;
}

/** What pages have in common that do something by the link of a mail, for whoever follows it. */
export function useFollowedLink(): FollowedLink {
  const secret = useSecret();
  const outcome = shallowRef<{ readonly isDone: boolean; readonly sentence: () => string }>();
  const told = computed(() => outcome.value && { isDone: outcome.value.isDone, sentence: outcome.value.sentence() });
  const result = useTemplateRef<HTMLElement>('result');

  async function tell(isDone: boolean, sentence: () => string): Promise<void> {
    [outcome.value, secret.value] = [{ isDone, sentence }, undefined];
    await nextTick();
    result.value?.focus();
  }

  return { secret, told, tell };
}
