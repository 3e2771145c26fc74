/** Who has plans searched for. Pure functions; the rules of rows in the migration say the same to the database. */
import { type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import type { Standing } from '../members/index.ts';
import { missionAbilities, type MissionStage } from '../missions/index.ts';
import type { PlanSearchState } from './plan-codes.ts';
import type { PlanSearchAbilities } from './plan-search-abilities.type.ts';

/** Whether somebody plans missions: the adviser and the adviser's team. Nobody else learns of any plan. */
export function maySearchPlans(standings: readonly Standing[]): boolean {
  return standings.some(({ role }) => role === 'ADVISER' || role === 'ASSISTANT');
}

/** Searches are the adviser's circle's, as missions are: undefined for all of them. */
export function seenPlanSearches({ circle }: RuleActor): Sql<boolean> | undefined {
  return circle === 'adviser' ? undefined : sql<boolean>`false`;
}

/** Whether something waits or goes on. */
export const isGoingOn = (state: PlanSearchState | null): boolean => state === 'QUEUED' || state === 'RUNNING';

/** Whether a search neither waits nor goes on. */
export const isOver = ({ state }: { readonly state: PlanSearchState }): boolean => !isGoingOn(state);

/** What the abilities depend on: the stage of the mission, whether there is a plan, or an envelope that may be too small for any, and how finding out what envelopes buy stands; null where nobody has asked. */
export interface PlanSearchFacts {
  readonly state: PlanSearchState;
  readonly hasPlan: boolean;
  /** Whether countries were asked for: such a plan has meetings that nobody has entered. */
  readonly isIdea: boolean;
  /** Whether the mission has legs: where it has none, such a plan makes them. */
  readonly hasLegs: boolean;
  readonly hasEnvelope: boolean;
  readonly curve: PlanSearchState | null;
  /** How looking into a meeting that is left out stands; null where nobody has asked. */
  readonly why: PlanSearchState | null;
  readonly stage: MissionStage;
}

/** Whether what other envelopes buy can be asked: of a search that is over, once, where money can bring something else. */
const isCurveOpen = (facts: PlanSearchFacts): boolean => isOver(facts) && (facts.hasPlan || facts.hasEnvelope) && facts.curve !== 'DONE' && !isGoingOn(facts.curve);

/** Whether it can be asked why a meeting is left out: of a search that is over and has a plan, about one at a time. */
const isWhyOpen = (facts: PlanSearchFacts): boolean => isOver(facts) && facts.hasPlan && !isGoingOn(facts.why);

const NOTHING: PlanSearchAbilities = { stop: false, takeOver: false, askCurve: false, stopCurve: false, askWhy: false, stopWhy: false };

/** What somebody may do with a search. Its plan is taken over where the legs of the mission are open. */
export function planSearchAbilities(facts: PlanSearchFacts, standings: readonly Standing[]): PlanSearchAbilities {
  if (!maySearchPlans(standings)) return NOTHING;
  const takeOver = isOver(facts) && facts.hasPlan && !(facts.isIdea && facts.hasLegs) && missionAbilities(facts, standings).planLegs;
  return { stop: !isOver(facts), askCurve: isCurveOpen(facts), stopCurve: isGoingOn(facts.curve), askWhy: isWhyOpen(facts), stopWhy: isGoingOn(facts.why), takeOver };
}
