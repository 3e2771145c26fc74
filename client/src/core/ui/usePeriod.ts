import { type ShallowRef, useTemplateRef } from 'vue';

import type DateField from './DateField.vue';

type Field = Readonly<ShallowRef<InstanceType<typeof DateField> | null>>;

/** The two days of a filter, in fields that are called `from` and `until`: it is applied where both are days or empty, and cleared with what was half typed in them. */
export function usePeriod({ apply, clear }: { readonly apply: () => void; readonly clear: () => void }): { apply: () => void; clear: () => void } {
  const fields: readonly Field[] = [useTemplateRef('from'), useTemplateRef('until')];
  return {
    apply: () => {
      // All are asked, so that each says what is wrong with it.
      if (fields.map((field) => field.value?.check()).every((isRight) => isRight !== false)) apply();
    },
    clear: () => {
      clear();
      for (const field of fields) field.value?.reset();
    },
  };
}
