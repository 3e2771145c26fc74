import { nextTick, type Ref, ref, type ShallowRef } from 'vue';

import { focusFirstField } from './firstField.ts';

/** Which form of something stands open, if one does. */
export interface Shown<What extends string> {
  readonly open: Ref<What | undefined>;
  /** Opens one; its first field has the focus, also where the form comes only then. */
  readonly show: (what: What) => Promise<void>;
  /** Closes it; what opens it has the focus. */
  readonly end: () => Promise<void>;
}

/** Forms that open within `item`, one at a time; `opener` finds what has the focus once they are closed. */
export function useShown<What extends string>(item: Readonly<ShallowRef<HTMLElement | null>>, opener = '.row-acts button'): Shown<What> {
  const open = ref<What>() as Ref<What | undefined>;

  async function show(what: What): Promise<void> {
    open.value = what;
    await nextTick();
    focusFirstField(item.value, () => open.value === what);
  }

  async function end(): Promise<void> {
    open.value = undefined;
    await nextTick();
    item.value?.querySelector<HTMLElement>(opener)?.focus();
  }

  return { open, show, end };
}
