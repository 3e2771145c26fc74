import { type ComputedRef, type Ref, computed, ref, watch } from 'vue';
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router';

import { type ConditionKinds, type Conditions, readConditions, writeConditions } from './address.ts';

/**
 * The conditions of a list between its form and the address, which alone decides what is shown. What the address says
 * under the names `kept` (a view, a period) is no condition: it stays when conditions are applied and cleared.
 */
export function useConditions<Name extends string>(kinds: ConditionKinds<Name>, kept: readonly string[] = []): {
  /** What the address holds. */
  readonly applied: ComputedRef<Conditions<Name>>;
  /** What the form holds; follows the address and is kept when a request fails. */
  readonly typed: Ref<Conditions<Name>>;
  readonly apply: () => void;
  readonly clear: () => void;
} {
  const route = useRoute();
  const router = useRouter();
  const applied = computed(() => readConditions(kinds, route.query));
  const typed = ref({ ...applied.value }) as Ref<Conditions<Name>>;
  watch(applied, (now) => {
    typed.value = { ...now };
  });
  const rest = (): LocationQueryRaw => Object.fromEntries(kept.filter((name) => name in route.query).map((name) => [name, route.query[name]]));
  return {
    applied,
    typed,
    apply: () => void router.push({ query: { ...writeConditions(typed.value), ...rest() } }),
    clear: () => {
      typed.value = readConditions(kinds, {});
      void router.push({ query: rest() });
    },
  };
}
