import { type ComputedRef, computed, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';

import type { PlanMission } from './usePlan.ts';

/** Which search of a mission is read. */
export interface PlanShown {
  /** Its id; undefined where there is none. */
  readonly shown: ComputedRef<string | undefined>;
  /** Whether the address names one that is not kept any more, or is of another mission. */
  readonly isGone: ComputedRef<boolean>;
  /** The last one, where it was begun elsewhere since the page was opened, and was not looked at yet. */
  readonly newer: ComputedRef<string | undefined>;
  /** Goes to one that was begun here. */
  readonly begun: (search: string) => Promise<void>;
}

/** The search that the address names; otherwise the last when the mission was first seen: one that somebody else begins takes nothing away. */
export function usePlanShown(mission: () => Pick<PlanMission, 'id' | 'planSearches'> | undefined): PlanShown {
  const [route, router] = [useRoute(), useRouter()];
  const [first, own, seen] = [ref<string>(), ref<string>(), shallowRef<ReadonlySet<string>>(new Set())];
  let of: string | undefined;
  const ids = computed(() => mission()?.planSearches.map(({ id }) => id));
  const named = computed(() => (typeof route.query.search === 'string' ? route.query.search : undefined));
  const isThere = (id: string): boolean => id === own.value || ids.value === undefined || ids.value.includes(id);
  const shown = computed(() => (named.value === undefined ? first.value : isThere(named.value) ? named.value : undefined));

  watch(ids, (now) => {
    if (!now) return;
    if (of !== mission()!.id) [of, first.value, own.value, seen.value] = [mission()!.id, undefined, undefined, new Set(now)];
    if (first.value === undefined || !now.includes(first.value)) first.value = now[0];
  }, { immediate: true });
  watch(shown, (id) => {
    if (id !== undefined) seen.value = new Set([...seen.value, id]);
  }, { immediate: true });

  return {
    shown,
    isGone: computed(() => named.value !== undefined && !isThere(named.value)),
    newer: computed(() => ids.value?.slice(0, 1).find((id) => id !== shown.value && !seen.value.has(id))),
    begun: async (search) => {
      own.value = search;
      await router.replace({ query: { search } });
    },
  };
}
