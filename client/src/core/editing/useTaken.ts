import { type Ref, ref, type ShallowRef, shallowRef, watch } from 'vue';

import { announcement } from '../ui/index.ts';

/** What is stored of a session by now, and what was said last of a change. */
export interface Taken<Session> {
  readonly session: ShallowRef<Session | undefined>;
  readonly told: Ref<string>;
  /** Takes over what is stored by now, and says the sentence, if there is one. */
  readonly take: (stored: Session, sentence: string) => void;
}

/** What is asked for, until each change says what it has become. Where asking anew has failed (`undefined`) it stays what it was, and forms that stand open with it; `null` says that there is none. */
export function useTaken<Session extends object>(asked: () => Session | null | undefined): Taken<Session> {
  const session = shallowRef<Session>();
  const told = ref('');

  watch(asked, (answer) => {
    if (answer !== undefined) session.value = answer ?? undefined;
  }, { immediate: true });

  function take(stored: Session, sentence: string): void {
    [session.value, told.value] = [stored, sentence];
    if (sentence) announcement.value = sentence;
  }

  return { session, told, take };
}
