import { computed, type ComputedRef, onScopeDispose, ref, type Ref, watch } from 'vue';

import type { Failure } from '../core/api/index.ts';
import { forgetDraft, keepDraft, type KeptDraft, readDraft } from '../core/drafts/index.ts';
import { isTypedNeed, type TypedNeed } from './needForm.ts';

/** How long nothing is typed before it is kept, and after which what found no network is sent again, in milliseconds. */
const [PAUSE, AGAIN] = [300, 10_000];
const FORM = 'need';

/** The need that somebody was typing in this browser; undefined where there is none for them. */
export const readNeedDraft = (person: string): Promise<KeptDraft<TypedNeed> | undefined> => readDraft({ form: FORM, person }, isTypedNeed);

/** The form of a new need, as far as a draft knows it. */
export interface DraftedForm {
  readonly key: string;
  readonly typed: Ref<TypedNeed>;
  readonly isDirty: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
  readonly isActing: ComputedRef<boolean>;
}

export interface NeedDraft {
  /** Whether what is typed is kept in this browser. */
  readonly isKept: Ref<boolean>;
  /** Whether it was sent, found no network, and is sent once there is one. */
  readonly waits: Ref<boolean>;
  /** Nothing of it is kept any more: it is stored, or given up. */
  readonly forget: () => void;
}

/** Keeps what is typed of a new need as it is typed, and sends again what found no network. What is changed meanwhile is not sent by itself: its author presses the button once more. */
export function useNeedDraft(person: string, { key, typed, isDirty, failure, isActing }: DraftedForm, kept: KeptDraft<TypedNeed> | undefined, send: () => Promise<void>): NeedDraft {
  const isKept = ref(kept !== undefined);
  const waits = ref(kept?.isSent === true);
  let isOver = false;
  let [pause, again]: (ReturnType<typeof setTimeout> | undefined)[] = [];

  async function keep(): Promise<void> {
    if (isOver) return;
    // An empty form is no draft.
    if (!isDirty.value) {
      isKept.value = false;
      return forgetDraft(FORM);
    }
    isKept.value = await keepDraft({ form: FORM, person }, { key, typed: typed.value, isSent: waits.value });
    // What came to its end meanwhile leaves nothing behind.
    if (isOver) forgetDraft(FORM);
  }

  function trySoon(): void {
    clearTimeout(again);
    if (waits.value && !isOver) again = setTimeout(() => void tryNow(), AGAIN);
  }

  async function tryNow(): Promise<void> {
    if (waits.value && !isOver && !isActing.value) await send();
    trySoon();
  }

  const now = computed(() => JSON.stringify(typed.value));
  watch(now, () => {
    waits.value = false;
    clearTimeout(pause);
    pause = setTimeout(() => void keep(), PAUSE);
  });
  watch(isActing, (isNow) => {
    if (isNow) return;
    waits.value = failure.value?.code === 'NETWORK';
    void keep();
    trySoon();
  });
  const online = (): void => void tryNow();
  addEventListener('online', online);
  if (waits.value) void tryNow();
  onScopeDispose(() => {
    removeEventListener('online', online);
    clearTimeout(again);
    // What was typed last is kept though its page is left.
    if (pause !== undefined) void keep();
    clearTimeout(pause);
  });

  function forget(): void {
    isOver = true;
    [isKept.value, waits.value] = [false, false];
    clearTimeout(pause);
    clearTimeout(again);
    forgetDraft(FORM);
  }

  return { isKept, waits, forget };
}
