import { computed, onScopeDispose, ref, type Ref, watch } from 'vue';

import { isSignedIn } from '../../accounts/index.ts';
import { forgetDraft, hasDraft, keepDraft, openDraft } from '../../core/drafts/index.ts';
import type { Choices } from './planChoices.ts';
import { areChoices } from './planKept.ts';

/** How long nothing is chosen before it is kept, in milliseconds. */
const PAUSE = 300;
const FORM = 'plan';

interface Drafted {
  /** Whose it is: their address; nobody’s is kept. */
  readonly person: () => string | undefined;
  readonly now: () => Choices;
  /** Whether something is chosen that was not searched with. */
  readonly isDirty: () => boolean;
  /** Chooses what was kept. */
  readonly restore: (kept: Choices) => void;
}

export interface PlanDraft {
  /** Whether what is chosen is kept in this browser. */
  readonly isKept: Ref<boolean>;
  /** Goes on with what is kept of a search, or of a mission that has none, by its id. What is chosen and not searched with goes along, unless something else is kept there. */
  readonly look: (id: string) => Promise<void>;
}

/** Keeps what is chosen for the next search, by the search that is read: of two tabs the last change counts. It ends with the search, with taking it back and with signing out. */
export function usePlanDraft({ person, now, isDirty, restore }: Drafted): PlanDraft {
  const isKept = ref(false);
  /** Of which search what is chosen is kept; what was kept there is read first. */
  let [home, isRead, isFirst] = [undefined as string | undefined, false, true];
  let pause: ReturnType<typeof setTimeout> | undefined;
  const text = computed(() => `${isDirty()} ${JSON.stringify(now())}`);
  /** What this page has kept last, or found kept: that is not kept once more, for another tab may have dropped it since. */
  let known: string | undefined;

  // Whoever signs out in another tab has it removed.
  const removed = ({ key, newValue }: StorageEvent): void => {
    if (newValue === null && (key === null || (home !== undefined && key.endsWith(home)))) isKept.value = false;
  };

  function drop(id: string): void {
    isFirst ||= isKept.value;
    isKept.value = false;
    known = undefined;
    forgetDraft(FORM, id);
  }

  async function keep(): Promise<void> {
    clearTimeout(pause);
    pause = undefined;
    const [id, whose] = [home, person()];
    if (id === undefined || whose === undefined || !isRead) return;
    if (!isDirty()) return drop(id);
    known = text.value;
    const is = await keepDraft({ form: FORM, person: whose }, { key: id, typed: now(), isSent: false, wasSent: false }, isFirst && isSignedIn.value);
    // What came to its end meanwhile, or is kept elsewhere by now, leaves nothing behind.
    if (home !== id) return forgetDraft(FORM, id);
    if (!isDirty()) return drop(id);
    isKept.value = is;
    if (is) isFirst = false;
  }

  async function move(id: string): Promise<void> {
    const from = home;
    home = id;
    await keep();
    if (from !== undefined) forgetDraft(FORM, from);
  }

  /** Reads what is kept of a search whose page is opened with nothing chosen. */
  async function begin(id: string, whose: string): Promise<void> {
    if (home !== undefined && isKept.value) drop(home);
    [home, isRead] = [id, false];
    const found = await openDraft({ form: FORM, person: whose }, id, areChoices);
    if (home !== id) return;
    isRead = true;
    if (isDirty()) return keep();
    if (!found) return;
    [isKept.value, isFirst] = [true, false];
    restore(found.typed);
    known = text.value;
    // What is as it would be without it is not kept.
    if (!isDirty()) drop(id);
  }

  async function look(id: string): Promise<void> {
    const whose = person();
    if (whose === undefined || id === home) return;
    addEventListener('storage', removed);
    if (!isRead || !isDirty()) return begin(id, whose);
    if (!hasDraft(FORM, id)) await move(id);
  }

  watch(text, (is) => {
    clearTimeout(pause);
    pause = is === known ? undefined : setTimeout(() => void keep(), PAUSE);
  });
  onScopeDispose(() => {
    removeEventListener('storage', removed);
    // What was chosen last is kept though its page is left.
    if (pause !== undefined) void keep();
  });
  return { isKept, look };
}
