import { type ComputedRef, computed, type Ref, watch } from 'vue';

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

/** The parts of the theme that somebody chose; a part of another theme goes with it. */
export function usePartsOf(typed: Ref<{ theme: string; subtheme: string }>, subthemes: ComputedRef<Subthemes>): ComputedRef<readonly Choice[]> {
  const parts = computed(() => subthemes.value.of(typed.value.theme));
  watch(() => typed.value.theme, () => {
    if (!parts.value.some(({ code }) => code === typed.value.subtheme)) typed.value.subtheme = '';
  });
  return parts;
}
