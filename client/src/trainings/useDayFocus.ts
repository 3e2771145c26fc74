import { type ComputedRef, computed, nextTick, ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';

import { addDays, addMonthsToDay, mondayOf } from './days.ts';
import { type Period, periodQuery, periodWith } from './period.ts';

/** The day that a key leads to from another. */
const STEPS: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonthsToDay(day, -1),
  PageDown: (day) => addMonthsToDay(day, 1),
  Home: (day) => mondayOf(day),
  End: (day) => addDays(mondayOf(day), 6),
};

/** Which day of the calendar the keyboard stops at, and how keys move it, over the ends of the period, too. */
export function useDayFocus(period: () => Period, today: () => string): {
  readonly stop: ComputedRef<string>;
  readonly move: (event: KeyboardEvent, from: string) => void;
} {
  const route = useRoute();
  const router = useRouter();
  const chosen = ref<string>();
  const isShown = (day: string): boolean => day >= period().first && day <= period().last;
  const stop = computed(() => [chosen.value, today()].find((day) => day !== undefined && isShown(day)) ?? period().first);

  async function to(day: string): Promise<void> {
    chosen.value = day;
    // Each day is not worth a step of the way back: the period takes the place of the one before.
    if (!isShown(day)) await router.replace({ query: { ...route.query, ...periodQuery(periodWith(period().view, day)) } });
    await nextTick();
    document.getElementById(`day-${day}`)?.focus();
  }

  return {
    stop,
    move: (event, from) => {
      const step = STEPS[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      void to(step(from));
    },
  };
}
