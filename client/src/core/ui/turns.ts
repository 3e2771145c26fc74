import { computed, onScopeDispose, type Ref, ref, watch } from 'vue';

import { hasMoved } from './visit.ts';

const unfinished = ref(0);

/** Whether something of the page is still to be drawn. */
export const isDrawing = computed(() => unfinished.value > 0);

/** Says that the page is being drawn, until the function that it gives is called. */
export function beginDrawing(): () => void {
  let isOver = false;
  unfinished.value += 1;
  return () => {
    if (!isOver) unfinished.value -= 1;
    isOver = true;
  };
}

/**
 * How many parts of a page are drawn, of `count`: on the first page of a visit, when the scripts are new to the browser,
 * one more each time that it has had its turn, so that it can answer in between. Afterwards all at once.
 */
export function useTurns(count: () => number): Readonly<Ref<number>> {
  const drawn = ref(hasMoved.value ? Number.POSITIVE_INFINITY : 0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end: (() => void) | undefined;

  function turn(): void {
    timer = undefined;
    if (drawn.value < count()) drawn.value += 1;
    if (drawn.value < count()) {
      end ??= beginDrawing();
      timer = setTimeout(turn);
    } else {
      end?.();
      end = undefined;
    }
  }

  watch(count, () => {
    if (timer === undefined) turn();
  }, { immediate: true });
  onScopeDispose(() => {
    clearTimeout(timer);
    end?.();
  });
  return drawn;
}
