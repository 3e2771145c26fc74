import { nextTick, type Ref, ref, type ShallowRef } from 'vue';

import type { GroupAnswer, GroupFault } from './useCommonNeeds.ts';
import type { GroupWords } from './useGroupWords.ts';

/** A form that does something with a group. */
export interface GroupAct {
  readonly obstacle: Ref<string>;
  /** What is wrong with a field, in words; empty where nothing is known to be. */
  readonly said: (field: GroupFault['field']) => string;
  /** Says what is missing, and puts the focus there; whether anything is. */
  readonly lacks: (fields: readonly GroupFault['field'][]) => boolean;
  /** Tells what came of it: what is stored, where something is; undefined where nothing came of it. */
  readonly receive: (answer: GroupAnswer | undefined) => GroupAnswer['session'] | undefined;
}

/** Faults and obstacles of a form, whose fields are found by `data-field`. `changed` is told what somebody else has stored. For components of pages only. */
export function useGroupAct(form: Readonly<ShallowRef<HTMLElement | null>>, words: Pick<GroupWords, 'fault' | 'decided'>, changed: (session: NonNullable<GroupAnswer['session']>) => void): GroupAct {
  const faults = ref<readonly GroupFault[]>([]);
  const obstacle = ref('');

  async function focusFirst(): Promise<void> {
    await nextTick();
    const [first] = faults.value;
    if (first) form.value?.querySelector<HTMLElement>(`:is([data-field="${first.field}"], [data-field="${first.field}"] *):is(input, select, textarea)`)?.focus();
  }

  function show(found: readonly GroupFault[]): boolean {
    faults.value = found;
    if (found.length > 0) void focusFirst();
    return found.length > 0;
  }

  return {
    obstacle,
    said: (field) => {
      const fault = faults.value.find((one) => one.field === field);
      return fault ? words.fault(fault) : '';
    },
    lacks: (fields) => {
      obstacle.value = '';
      return show(fields.map((field) => ({ field, fault: 'MISSING', maximum: null, position: null })));
    },
    receive: (answer) => {
      if (!answer) return undefined;
      show(answer.faults);
      obstacle.value = words.decided(answer.outcome) ?? '';
      if (answer.outcome === 'DONE') return answer.session;
      if (answer.session && answer.outcome !== 'INVALID') changed(answer.session);
      return undefined;
    },
  };
}
