import { computed, onScopeDispose, type Ref, ref, watch } from 'vue';

import { hasMoved } from './visit.ts';

const unfinished = ref(0);

/** Whether something of the page is still to be drawn. */
export const isDrawing = computed(() => unfinished.value > 0);

/** Says that the page is being drawn, until the function that it gives is called, once. */
export function beginDrawing(): () => void {
  unfinished.value += 1;
  return () => {
    unfinished.value -= 1;
  };
}

/** What is drawn in turns and not yet whole, the last that was begun at the end. */
const begun = new Set<() => void>();

/**
 * How many parts of a page are drawn, of `count`: on the first page of a visit, when the scripts are new to the browser,
 * one more each time that it has had its turn, so that it can answer in between. What has begun within a part is drawn
 * first, so that nothing grows above what is there already. Afterwards all at once.
 */
export function useTurns(count: () => number): Readonly<Ref<number>> {
  const drawn = ref(hasMoved.value ? Number.POSITIVE_INFINITY : 0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end: (() => void) | undefined;

  function finish(): void {
    if (end) begun.delete(end);
    end?.();
    end = undefined;
  }

  function turn(): void {
    timer = undefined;
    if (drawn.value < count() && (!end || [...begun].pop() === end)) drawn.value += 1;
    if (drawn.value >= count()) return finish();
    if (!end) begun.add(end = beginDrawing());
    timer = setTimeout(turn);
  }

  watch(count, () => {
    if (timer === undefined) turn();
  }, { immediate: true });
  onScopeDispose(() => {
    clearTimeout(timer);
    finish();
  });
  return drawn;
}
