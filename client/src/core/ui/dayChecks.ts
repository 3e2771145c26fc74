import { inject, type InjectionKey, onBeforeUnmount } from 'vue';

/** Shows what is wrong with a day, if anything is; true when nothing is. */
export type DayCheck = () => boolean;

/** Where the fields of days in a form say how they are checked: whoever sends the form asks all of them. A day that is half typed is not one that nobody knows. */
export const DAY_CHECKS: InjectionKey<Set<DayCheck>> = Symbol('dayChecks');

/** Has a field checked by whoever sends its form, as long as it is there. For components of fields only. */
export function useDayCheck(check: DayCheck): void {
  const checks = inject(DAY_CHECKS, undefined);
  checks?.add(check);
  onBeforeUnmount(() => void checks?.delete(check));
}
