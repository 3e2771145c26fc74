import { computed, type ComputedRef, inject, type InjectionKey, onScopeDispose, provide, shallowReactive, watch } from 'vue';

import type { LocalizedValue } from './localized.ts';

/** The notes on the names that a page writes with a star. They stand at its end, each once. */
interface PageNotes {
  readonly all: ComputedRef<readonly LocalizedValue[]>;
  readonly set: (part: symbol, notes: readonly LocalizedValue[]) => void;
  readonly remove: (part: symbol) => void;
}

const PAGE: InjectionKey<PageNotes> = Symbol('the notes of the page');

/** Where the notes of a page stand: what describes the names that have a star. */
export const PAGE_NOTES = 'name-notes';

/** Collects the notes of what is drawn below the component that calls it. */
export function providePageNotes(): void {
  const parts = shallowReactive(new Map<symbol, readonly LocalizedValue[]>());
  provide(PAGE, {
    all: computed(() => [...new Map([...parts.values()].flat().map((note) => [note.text, note])).values()]),
    set: (part, notes) => parts.set(part, notes),
    remove: (part) => parts.delete(part),
  });
}

/** The notes that the page has collected. */
export function usePageNotes(): ComputedRef<readonly LocalizedValue[]> {
  const page = inject(PAGE);
  if (!page) throw new Error('No page collects notes');
  return page.all;
}

/** Gives the notes of a part of the page to the page, for as long as the part is there. False where no page collects them: then they stand where they are. */
export function useNotes(notes: () => readonly LocalizedValue[]): boolean {
  const page = inject(PAGE, undefined);
  if (!page) return false;
  const part = Symbol('a part of the page');
  watch(notes, (now) => (now.length > 0 ? page.set(part, now) : page.remove(part)), { immediate: true });
  onScopeDispose(() => page.remove(part));
  return true;
}

/** What describes a name that has a star, as the id of an element; undefined where no page collects notes. */
export const useNotesPlace = (): string | undefined => (inject(PAGE, undefined) ? PAGE_NOTES : undefined);
