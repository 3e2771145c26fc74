import { computed, type ComputedRef, inject, type InjectionKey, onScopeDispose, provide, shallowReactive, watch } from 'vue';

import type { LocalizedValue } from './localized.ts';

/** The notes on the names that a page writes with a star, by the parts that write them. They stand at its end, each once. */
const PAGE: InjectionKey<Map<symbol, readonly LocalizedValue[]>> = Symbol();

/** Where the notes of a page stand: what describes the names that have a star. */
export const PAGE_NOTES = 'name-notes';

/** Collects the notes of what is drawn below the component that calls it, which is to show them under `PAGE_NOTES`. */
export function useNotesBelow(): ComputedRef<readonly LocalizedValue[]> {
  const parts = shallowReactive(new Map<symbol, readonly LocalizedValue[]>());
  provide(PAGE, parts);
  return computed(() => [...new Map([...parts.values()].flatMap((notes) => notes.map((note) => [note.text, note]))).values()]);
}

/** Gives the notes of a part of the page to the page, for as long as the part is there. */
export function useNotes(notes: () => readonly LocalizedValue[]): void {
  const parts = inject(PAGE, undefined);
  const part = Symbol();
  watch(notes, (now) => {
    const before = parts?.get(part) ?? [];
    // The same notes in another list, as whatever draws them anew gives them, do not draw the page again.
    if (now.length !== before.length || now.some((note, n) => note !== before[n])) parts?.set(part, now);
  }, { immediate: true });
  onScopeDispose(() => parts?.delete(part));
}

/** What describes a name that has a star, as the id of an element; undefined where no page collects notes. */
export const useNotesPlace = (): string | undefined => (inject(PAGE, undefined) ? PAGE_NOTES : undefined);
