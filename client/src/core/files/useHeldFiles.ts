import { type Ref, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';

import { announcement } from '../ui/index.ts';
import { type FileWords, useFileWords } from './useFileWords.ts';
import { useWhileHeld } from './useWhileHeld.ts';

/** A file of a page: its id, and whether it was looked at. */
export type ListedFile = { readonly id: string } & Parameters<FileWords['check']>[0];

export interface HeldFiles {
  /** Whether one that waited is there no more, and nobody has taken it away here. */
  readonly isGone: Ref<boolean>;
  /** Says that one, by its id, is taken away here; or that nothing more is to be said of those that are gone. */
  readonly leave: (id?: string) => void;
}

/** Follows files while they wait: what became of them is announced. For composables only. */
export function useHeldFiles(files: () => readonly ListedFile[], ask: () => void): HeldFiles {
  const { t } = useI18n();
  const words = useFileWords();
  const isGone = ref(false);
  const left = new Set<string>();

  useWhileHeld(() => files().some(({ check }) => check === 'HELD'), ask);
  watch(files, (now, before) => {
    for (const { id } of before.filter(({ check }) => check === 'HELD')) {
      const file = now.find((one) => one.id === id);
      if (file && file.check !== 'HELD') announcement.value = words.check(file);
      if (file || left.has(id)) continue;
      [isGone.value, announcement.value] = [true, t('files.heldGone')];
    }
    // What is brought in the place of one that was taken away is another file.
    for (const { id } of now) left.delete(id);
  });

  function leave(id?: string): void {
    isGone.value = false;
    if (id !== undefined) left.add(id);
  }

  return { isGone, leave };
}
