/** What counts, as whoever plans has chosen it and as a problem has it: one goal after the other, or all of them weighed against each other in points. Pure functions. */
import { dayNumber, dayOf, type GoalLevel, type GoalTerm, type Measure } from '@passerelle/shared/planning.ts';

/** What can be chosen. */
export const GOAL_MEASURES = ['PROFIT', 'COUNTRIES_SERVED', 'COST_CENTS', 'TRAVEL_MINUTES', 'NIGHTS', 'BALANCE', 'SHORT_SLACK', 'FRESH', 'KEPT'] as const satisfies readonly Measure[];
export type GoalMeasure = (typeof GOAL_MEASURES)[number];

/** Points, from 1 on: of PROFIT for each point of a meeting, of COST_CENTS for each hundred euros, of TRAVEL_MINUTES and SHORT_SLACK for each hour, of the others for each one. One after the other they say nothing. */
export interface ChosenGoal {
  readonly measure: GoalMeasure;
  readonly points: number;
}

export interface ChosenGoals {
  /** Whether they are weighed against each other; otherwise each is before all that follow. */
  readonly isWeighed: boolean;
  readonly goals: readonly ChosenGoal[];
}

/** A point as whole numbers, so that a cent and a minute are whole numbers, too. */
export const POINT = 30_000;
/** How much of a measure is what points are given for. */
const UNITS: Readonly<Record<GoalMeasure, number>> = { PROFIT: 1, COUNTRIES_SERVED: 1, COST_CENTS: 10_000, TRAVEL_MINUTES: 60, NIGHTS: 1, BALANCE: 1, SHORT_SLACK: 60, FRESH: 1, KEPT: 1 };
const LESS: ReadonlySet<GoalMeasure> = new Set(['COST_CENTS', 'TRAVEL_MINUTES', 'NIGHTS', 'SHORT_SLACK'] as const);
const NAMES: Readonly<Record<GoalMeasure, string>> = { PROFIT: 'meetings', COUNTRIES_SERVED: 'countries', COST_CENTS: 'cost', TRAVEL_MINUTES: 'travel', NIGHTS: 'nights', BALANCE: 'balance', SHORT_SLACK: 'slack', FRESH: 'fresh', KEPT: 'kept' };
/** What is weighed is one level, of this name. */
const WEIGHED = 'weighed';
/** Before a flight, in minutes. */
export const SLACK_MINUTES = 120;
/** Of somebody whose last mission that is known was more than so many days ago. */
export const FRESH_DAYS = 365;

/** What the goals are about. */
export interface GoalFacts {
  readonly startsOn: string;
  readonly countryIds: readonly string[];
}

function termOf(measure: GoalMeasure, weight: number, { startsOn, countryIds }: GoalFacts): GoalTerm {
  switch (measure) {
    case 'COUNTRIES_SERVED': case 'BALANCE': return { measure, weight, countryIds };
    case 'SHORT_SLACK': return { measure, weight, slackMinutes: SLACK_MINUTES };
    case 'FRESH': return { measure, weight, freshBefore: dayOf(dayNumber(startsOn) - FRESH_DAYS) };
    default: return { measure, weight };
  }
}

const signOf = (measure: GoalMeasure): number => (LESS.has(measure) ? -1 : 1);

/** The levels of what was chosen. */
function levelsOf({ isWeighed, goals }: ChosenGoals, facts: GoalFacts): GoalLevel[] {
  if (!isWeighed) return goals.map(({ measure }) => ({ id: NAMES[measure], terms: [termOf(measure, signOf(measure), facts)] }));
  return [{ id: WEIGHED, terms: goals.map(({ measure, points }) => termOf(measure, (signOf(measure) * points * POINT) / UNITS[measure], facts)) }];
}

/** What is taken as long as nobody has chosen. */
const DEFAULT: ChosenGoals = { isWeighed: false, goals: [{ measure: 'PROFIT', points: 1 }, { measure: 'COST_CENTS', points: 1 }, { measure: 'NIGHTS', points: 1 }] };
const KEPT: GoalLevel = { id: NAMES.KEPT, terms: [{ measure: 'KEPT', weight: 1 }] };

/** What counts. Where there is a plan to stay near to, and nobody has said how much that counts, it comes behind the first level; without such a plan it counts nothing. */
export function goalsOf(chosen: ChosenGoals | null, hasFormer: boolean, facts: GoalFacts): readonly GoalLevel[] {
  const { isWeighed, goals } = chosen ?? DEFAULT;
  const levels = levelsOf({ isWeighed, goals: goals.filter(({ measure }) => hasFormer || measure !== 'KEPT') }, facts).filter(({ terms }) => terms.length > 0);
  return hasFormer && !goals.some(({ measure }) => measure === 'KEPT') ? [...levels.slice(0, 1), KEPT, ...levels.slice(1)] : levels;
}

/** Whether goals are weighed against each other in a level. */
export const isWeighedLevel = ({ id }: Pick<GoalLevel, 'id'>): boolean => id === WEIGHED;
