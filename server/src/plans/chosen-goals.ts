/** What whoever plans lets count, and what may be spent of single kinds, as they are sent. Pure functions. */
import { COST_KINDS } from '@passerelle/shared/planning.ts';
import { type ChosenGoals, type ChosenLimit, GOAL_MEASURES } from '../planner/problem/index.ts';

/** What a goal counts at most. */
const MOST_POINTS = 1_000;

const isOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** Whether these can count: at least one, each once, with points. */
export const areGoals = (chosen: ChosenGoals | null): boolean => chosen === null
  || (chosen.goals.length > 0 && isOnce(chosen.goals.map(({ measure }) => measure)) && chosen.goals.every(({ measure, points }) => GOAL_MEASURES.includes(measure) && Number.isInteger(points) && points >= 1 && points <= MOST_POINTS));

/** Whether these can be limits: each kind once, none below nothing, or more than a mission may cost. */
export const areLimits = (limits: readonly ChosenLimit[], most: number): boolean => isOnce(limits.map(({ kind }) => kind)) && limits.every(({ kind, cents }) => COST_KINDS.includes(kind) && Number.isInteger(cents) && cents >= 0 && cents <= most);
