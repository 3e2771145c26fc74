import { watch } from 'vue';

/** What was pressed may be gone once something is stored: then `target`, if it is there, has the focus, and not nothing. */
export function useFocusKept(stored: () => unknown, target: () => HTMLElement | null | undefined): void {
  watch(stored, () => {
    if (document.activeElement === document.body) target()?.focus();
  }, { flush: 'post' });
}
