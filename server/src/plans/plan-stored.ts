/** What is stored of a search beside the problem and the plan. */
import type { Conflict, LeftOut, Plan, RankedPlan } from '@passerelle/shared/planning.ts';
import type { LegReason } from '../planner/explain/index.ts';
import type { Candidate, LeftOutLink, OpenWorth, OwnHours, PlanningSettings } from '../planner/problem/index.ts';
import type { PlanTakenAs } from './plan-codes.ts';

/** What was assumed where nobody had said it, and the links between its cities with which nothing could be planned. */
export interface Assumed extends Pick<PlanningSettings, 'workingHours' | 'transferMinutes' | 'bufferMinutes' | 'profit' | 'home'> {
  readonly homes: readonly string[];
  readonly links: readonly LeftOutLink[];
  /** What was made meetings of, where countries were asked for. Not there in searches that are older, nor whom each seeks. */
  readonly candidates?: readonly (Omit<Candidate, 'roles' | 'languages'> & Partial<Pick<Candidate, 'roles' | 'languages'>>)[];
  readonly openWorth?: OpenWorth;
  /** When countries work whose own hours are known. Not there in searches that are older. */
  readonly ownHours?: readonly OwnHours[];
  /** The countries whose hours change during the mission, by their codes. Not there likewise. */
  readonly changingHours?: readonly string[];
}

/** What is said of a plan, as far as it was found out; each part comes when it is known. */
export interface Explained {
  readonly leftOut?: readonly LeftOut[];
  readonly legs?: readonly LegReason[];
  readonly conflicts?: readonly Conflict[];
  /** Whether without all that the conflicts name there is a plan. Not there in searches that are older. */
  readonly isResolved?: boolean;
  readonly alternatives?: readonly RankedPlan[];
  /** Of alternatives, by what each is called. */
  readonly otherLegs?: Readonly<Partial<Record<RankedPlan['as'], readonly LegReason[]>>>;
}

/** The plan of a search that is called so; null where there is none. */
export const planNamed = ({ best, explained }: { readonly best: Plan | null; readonly explained: Explained }, as: PlanTakenAs): Plan | null => (as === 'BEST' ? best : (explained.alternatives?.find((one) => one.as === as)?.plan ?? null));
