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

/** All that a sequence gives, in its order: on the first page of a visit one in a turn, afterwards at once. Undefined where nobody needs it any more, which `isOver` tells. */
export async function takeInTurns<Value>(steps: Iterable<Value>, isOver: () => boolean): Promise<Value[] | undefined> {
  const end = beginDrawing();
  const taken: Value[] = [];
  try {
    for (const one of steps) {
      taken.push(one);
      if (!hasMoved.value) {
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
      }
      if (isOver()) return undefined;
    }
    return taken;
  } finally {
    end();
  }
}

/** What is drawn in turns and not yet whole, the last that was begun at the end. */
const begun: symbol[] = [];

/**
 * How many parts of a page are drawn, of `count`: on the first page of a visit, when the scripts are new to the browser,
 * one more each time that it has had its turn, so that it can answer in between. What has begun within a part is drawn
 * first, so that nothing grows above what is there already. Afterwards all at once.
 */
export function useTurns(count: () => number): Readonly<Ref<number>> {
  const drawn = ref(hasMoved.value ? Number.POSITIVE_INFINITY : 0);
  const own = Symbol('turns');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end: (() => void) | undefined;

  function finish(): void {
    if (begun.includes(own)) begun.splice(begun.indexOf(own), 1);
    end?.();
    end = undefined;
  }

  function turn(): void {
    timer = undefined;
    const isNext = end === undefined || begun.at(-1) === own;
    if (isNext && drawn.value < count()) drawn.value += 1;
    if (drawn.value >= count()) return finish();
    if (end === undefined) begun.push(own);
    end ??= beginDrawing();
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
