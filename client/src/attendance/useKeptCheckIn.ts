import { onMounted, type Ref, ref, shallowRef } from 'vue';

import { forgetKept } from '../core/kept/index.ts';
import { dayIn } from '../core/i18n/index.ts';
import { type KeptList, keepList, readList } from './keptList.ts';
import { pageKeeper } from './keptPage.ts';

/** What this telephone keeps of a check-in page. */
export interface KeptCheckIn {
  /** What was kept when the page was opened, or last; null while it is looked for, undefined for nothing. */
  readonly list: Ref<KeptList | undefined | null>;
  /** Whether something is kept now. */
  readonly isKept: Ref<boolean>;
  /** Keeps the page and its list, as the server has just told it. Only the last of several counts. */
  readonly keep: (list: KeptList) => void;
  /** Removes it, and keeps nothing more as long as the page is open. */
  readonly forget: () => Promise<void>;
}

/** The list as it is now: what day it is and what time, this telephone knows. */
function atThisTime(list: KeptList): KeptList {
  const now = new Date(Date.now() + list.ahead);
  return { ...list, attendance: { ...list.attendance, now: now.toISOString(), today: dayIn(now, list.session.timeZone) } };
}

/** For a session by its id. For composables only. */
export function useKeptCheckIn(session: string): KeptCheckIn {
  const list = shallowRef<KeptList | undefined | null>(null);
  const isKept = ref(false);
  const page = pageKeeper();
  let isRefused = false;
  let next: KeptList | undefined;
  let isKeeping = false;

  async function keepNext(): Promise<void> {
    if (isKeeping) return;
    isKeeping = true;
    while (next && !isRefused) {
      const mine = next;
      next = undefined;
      const isDone = (await page.keep()) && (await keepList(mine).catch(() => false));
      if (isRefused) await forgetKept();
      else [isKept.value, list.value] = [isDone, isDone ? mine : list.value];
    }
    isKeeping = false;
  }

  onMounted(async () => {
    const found = await readList(session);
    if (isRefused || list.value) return;
    [list.value, isKept.value] = [found && atThisTime(found), found !== undefined];
  });

  return {
    list, isKept,
    keep: (told) => {
      next = told;
      void keepNext();
    },
    forget: async () => {
      isRefused = true;
      [list.value, isKept.value] = [undefined, false];
      await forgetKept();
    },
  };
}
