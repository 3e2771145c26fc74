/** How dear changes are to those who plan, as is assumed: they stand in the problem, and are shown with what follows from them. */
import type { Effort } from '@passerelle/shared/planning.ts';

const DAY = 1440;
/** A hundred euros. */
const MONEY = 10_000;

/** What can be asked of people of one’s own is cheap; what others have said, or a law that is to be excused from, is dear. Missions go in one group, so that more of them are not proposed. */
export const EFFORTS: readonly Effort[] = [
  { change: 'ADMIT_PERSON', base: 4, perUnit: 0, unit: 1 }, { change: 'ALLOW_INTERPRETER', base: 4, perUnit: 0, unit: 1 }, { change: 'OFFER_SERVICE', base: 4, perUnit: 0, unit: 1 }, { change: 'RAISE_LIMIT', base: 4, perUnit: 1, unit: MONEY },
  { change: 'LARGER_TEAM', base: 5, perUnit: 3, unit: 1 }, { change: 'MORE_DAYS_AWAY', base: 5, perUnit: 3, unit: 1 }, { change: 'MORE_COUNTRIES', base: 5, perUnit: 3, unit: 1 }, { change: 'RAISE_NIGHTS', base: 5, perUnit: 1, unit: 1 }, { change: 'ADD_WINDOW', base: 6, perUnit: 0, unit: 1 },
  { change: 'FREE_PERSON', base: 8, perUnit: 2, unit: DAY }, { change: 'EXTEND_PERIOD', base: 8, perUnit: 4, unit: DAY }, { change: 'LOWER_NEED', base: 10, perUnit: 4, unit: 1 }, { change: 'DROP_PIN', base: 10, perUnit: 0, unit: 1 },
  { change: 'MAKE_OPTIONAL', base: 12, perUnit: 0, unit: 1 }, { change: 'EXCUSE_DAY_OFF', base: 12, perUnit: 0, unit: 1 },
];
