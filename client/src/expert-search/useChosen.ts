import { type ComputedRef, computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** How many are compared at most. */
export const MOST_CHOSEN = 4;

/** Those who are chosen to be compared, as the address holds them: by the keys of their ids. */
export function useChosen(): { readonly chosen: ComputedRef<readonly string[]>; readonly isFull: ComputedRef<boolean>; readonly choose: (id: string) => void } {
  const route = useRoute();
  const router = useRouter();
  const chosen = computed(() => {
    const value = route.query.compare;
    const keys = (Array.isArray(value) ? value[0] : value) ?? '';
    return [...new Set(keys.split(',').filter((key) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)))].slice(0, MOST_CHOSEN).map((key) => `Expert_${key}`);
  });
  return {
    chosen,
    isFull: computed(() => chosen.value.length >= MOST_CHOSEN),
    choose: (id) => {
      const ids = chosen.value.includes(id) ? chosen.value.filter((one) => one !== id) : [...chosen.value, id];
      const { compare: _compare, ...query } = route.query;
      void router.replace({ query: ids.length > 0 ? { ...query, compare: ids.map((one) => one.slice('Expert_'.length)).join(',') } : query });
    },
  };
}
