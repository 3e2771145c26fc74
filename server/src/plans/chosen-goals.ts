/** What whoever plans lets count, and what may be spent of single kinds, as they are sent. Pure functions. */
import type { CostKind } from '@passerelle/shared/planning.ts';
import { type ChosenGoals, type ChosenLimit, GOAL_MEASURES } from '../planner/problem/index.ts';

/** What a goal counts at most. */
const MOST_POINTS = 1_000;

/** Of what else a mission costs nothing is known when it is planned. */
const LIMITED: ReadonlySet<CostKind> = new Set(['FARE', 'ALLOWANCE', 'INTERPRETER'] as const);

const isOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** Whether these can count: at least one, each once, with points; what stays of a former plan alone only where there is one. */
export const areGoals = (chosen: ChosenGoals | null, hasFormer: boolean): boolean => chosen === null
  || (chosen.goals.some(({ measure }) => hasFormer || measure !== 'KEPT') && isOnce(chosen.goals.map(({ measure }) => measure)) && chosen.goals.every(({ measure, points }) => GOAL_MEASURES.includes(measure) && Number.isInteger(points) && points >= 1 && points <= MOST_POINTS));

/** Whether these can be limits: each kind once, none below nothing, or more than a mission may cost. */
export const areLimits = (limits: readonly ChosenLimit[], most: number): boolean => isOnce(limits.map(({ kind }) => kind)) && limits.every(({ kind, cents }) => LIMITED.has(kind) && Number.isInteger(cents) && cents >= 0 && cents <= most);
