import { type ComputedRef, computed } from 'vue';

import { useAnswer } from '../core/api/index.ts';
import type { Choice } from '../vocabulary/index.ts';
import { SubthemesQuery } from './needs.documents.ts';

/** The sub-themes, in their order. */
export interface Subthemes {
  readonly all: readonly Choice[];
  /** Those of a theme, by its code; none of some themes. */
  readonly of: (theme: string) => readonly Choice[];
}

/** The sub-themes; none until they have come. */
export function useSubthemes(): ComputedRef<Subthemes> {
  const { data } = useAnswer(SubthemesQuery, () => ({}));
  return computed(() => {
    const all = data.value?.subthemes ?? [];
    return { all, of: (theme) => all.filter((one) => one.theme.code === theme) };
  });
}
