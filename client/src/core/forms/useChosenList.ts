import { computed, type ComputedRef, nextTick, type Ref, type ShallowRef } from 'vue';

import { announcement } from '../ui/index.ts';

interface ChosenList<One> {
  readonly ids: ComputedRef<string[]>;
  /** Chooses one, and says so. */
  readonly add: (one: One) => Promise<void>;
  readonly remove: (one: One) => Promise<void>;
}

/**
 * Several that are found by words, in the order in which they were chosen. The button that is pressed goes away with its
 * row: the search has the focus then, or, where no more can be chosen and it is gone too, the first button of `part`.
 */
export function useChosenList<One extends { readonly id: string }>(
  chosen: Ref<One[]>, search: Readonly<ShallowRef<{ focus: () => void } | null>>, part: Readonly<ShallowRef<HTMLElement | null>>, added: (one: One) => string,
): ChosenList<One> {
  async function focus(): Promise<void> {
    await nextTick();
    (search.value ?? part.value?.querySelector('button'))?.focus();
  }

  async function add(one: One): Promise<void> {
    chosen.value = [...chosen.value, one];
    announcement.value = added(one);
    await focus();
  }

  async function remove(one: One): Promise<void> {
    chosen.value = chosen.value.filter(({ id }) => id !== one.id);
    await focus();
  }

  return { ids: computed(() => chosen.value.map(({ id }) => id)), add, remove };
}
