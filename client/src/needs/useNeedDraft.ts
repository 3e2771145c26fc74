import { computed, type ComputedRef, onScopeDispose, ref, type Ref, watch } from 'vue';

import { isSignedIn } from '../accounts/index.ts';
import type { Failure } from '../core/api/index.ts';
import { forgetDraft, holdDraft, keepDraft, type KeptDraft, leaveDraft, readDraft } from '../core/drafts/index.ts';
import { isKeptNeed, type TypedNeed } from './needForm.ts';

/** How long nothing is typed before it is kept, and after which what found no network is sent again, in milliseconds. */
const [PAUSE, AGAIN] = [300, 10_000];
const FORM = 'need';

/** The need that somebody was typing in this browser, held for the form that goes on with it; undefined where there is none for them, or where another tab has it. */
export async function readNeedDraft(person: string): Promise<KeptDraft<TypedNeed> | undefined> {
  const kept = await readDraft({ form: FORM, person }, isKeptNeed);
  return kept && { ...kept, typed: { ...kept.typed, subtheme: kept.typed.subtheme ?? '' } };
}

/** Whether there is one. */
export async function hasNeedDraft(person: string): Promise<boolean> {
  const found = await readNeedDraft(person);
  if (found) leaveDraft(FORM, found.key);
  return found !== undefined;
}

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
  let wasSent = kept?.wasSent === true;
  let [isOver, isFirst] = [false, kept === undefined];
  let [pause, again]: (ReturnType<typeof setTimeout> | undefined)[] = [];

  void holdDraft(FORM, key);

  async function keep(): Promise<void> {
    clearTimeout(pause);
    pause = undefined;
    if (isOver) return;
    // An empty form is no draft.
    if (!isDirty.value) {
      isFirst ||= isKept.value;
      isKept.value = false;
      return forgetDraft(FORM, key);
    }
    isKept.value = await keepDraft({ form: FORM, person }, { key, typed: typed.value, isSent: waits.value, wasSent }, isFirst && isSignedIn.value);
    if (isKept.value) isFirst = false;
    // What came to its end meanwhile leaves nothing behind.
    if (isOver) forgetDraft(FORM, key);
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
    wasSent ||= waits.value;
    void keep();
    trySoon();
  });
  const online = (): void => void tryNow();
  addEventListener('online', online);
  // Whoever signs out in another tab has it removed.
  const removed = ({ key: name, newValue }: StorageEvent): void => {
    if (newValue === null && name?.endsWith(key) !== false) isKept.value = false;
  };
  addEventListener('storage', removed);
  if (waits.value) void tryNow();
  onScopeDispose(() => {
    removeEventListener('online', online);
    removeEventListener('storage', removed);
    clearTimeout(again);
    // What was typed last is kept though its page is left; then another tab may have it.
    void (pause === undefined ? Promise.resolve() : keep()).then(() => leaveDraft(FORM, key));
  });

  function forget(): void {
    isOver = true;
    [isKept.value, waits.value] = [false, false];
    clearTimeout(pause);
    clearTimeout(again);
    forgetDraft(FORM, key);
  }

  return { isKept, waits, forget };
}
