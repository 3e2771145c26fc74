import type { Change } from './change.ts';
import type { Value } from './goals.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import type { Id, Instant } from './units.ts';

/** Something in a problem, by its id. RULE: a border rule, a work rule, terms or a rate. LIMIT: of money. BOUND: `maxTeam`, `maxParties`, `maxCountries`, `maxNights`. PERIOD: `earliestDeparture`, `latestReturn`. */
export interface Ref {
  readonly kind: 'MEETING' | 'WINDOW' | 'PERSON' | 'BLOCK' | 'NEED' | 'TRAVEL' | 'RULE' | 'DAY_OFF' | 'LIMIT' | 'BOUND' | 'PIN' | 'PRECEDENCE' | 'PERIOD' | 'COUNTRY' | 'HOURS' | 'PLACE' | 'PARTY' | 'INTERPRETER';
  readonly id: Id;
}

/** The hard rules. H1 hours, H2 one place at a time, H3 roles and languages, H4 who is free, H5 the team, H6 money, H7 borders, H8 what must be in, H9 order, H10 work and rest, H11 limits of the journey, H12 pins; PARTY how people travel together; FORM what is no plan of this problem at all. */
export type RuleCode = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'H7' | 'H8' | 'H9' | 'H10' | 'H11' | 'H12' | 'PARTY' | 'FORM';

/** What exactly is wrong; together with what it is about it becomes a sentence. */
export type Fault =
  | 'OUTSIDE_WINDOWS' | 'OUTSIDE_HOURS' | 'DAY_OFF'
  | 'NOT_THERE' | 'TWO_MEETINGS_AT_ONCE' | 'NO_SUCH_DEPARTURE' | 'NO_LINK' | 'NOT_OFFERED' | 'DEPARTS_FROM_ELSEWHERE' | 'UNSERVED_ON_THE_WAY'
  | 'NOT_THEIR_ROLE' | 'NEED_UNMET' | 'ONLY_ADVISER' | 'LANGUAGE_UNMET' | 'MAY_NOT_BE_INTERPRETED' | 'NO_SUCH_INTERPRETER' | 'INTERPRETER_TAKEN'
  | 'BLOCKED' | 'RESERVE' | 'TEAM_TOO_LARGE'
  | 'OVER_LIMIT' | 'NO_RATE' | 'NO_RULE_IN_FORCE'
  | 'CROSSING_REFUSED' | 'LEFT_OUT' | 'TOO_EARLY' | 'WITHOUT_BEFORE'
  | 'PROGRAMME_TOO_LONG' | 'DUTY_TOO_LONG' | 'BEFORE_PERIOD' | 'AFTER_PERIOD' | 'NOT_HOME' | 'TOO_MANY_DAYS' | 'TOO_MANY_NIGHTS' | 'TOO_MANY_COUNTRIES'
  | 'PIN_BROKEN' | 'TOO_MANY_PARTIES' | 'NOT_WITH_PARTY' | 'TWO_PARTIES'
  | 'UNKNOWN_ID' | 'TWICE' | 'NOT_INTEGER' | 'OUT_OF_ORDER' | 'NOBODY' | 'UNUSED_PARTY';

/** A rule that a plan breaks: where, when, and by how much (minutes, cents, or a number), where that says something. */
export interface Violation {
  readonly code: RuleCode;
  readonly fault: Fault;
  readonly about: readonly Ref[];
  readonly at: Instant | null;
  readonly amount: number | null;
}

/** What can be taken away from a problem: what a conflict is made of. MEETING: that it is mandatory; NEED: of the team or of a meeting. */
export type Removable = Ref & { readonly kind: 'MEETING' | 'PIN' | 'NEED' | 'BLOCK' | 'LIMIT' | 'PRECEDENCE' | 'RULE' | 'DAY_OFF' };

/**
 * `changes`, made one after another, bring the meeting in: `plan` is valid for the changed problem, has it, and is worth no less at the first level than the best plan before. `isCheapest`: it is proved that
 * nothing that is offered does so at a lower price. `isLeast`: each amount of cents, minutes or a number is proved to be too small by one less, the others as they are.
 */
export interface Witness {
  readonly changes: readonly Change[];
  readonly price: number;
  readonly plan: Plan;
  readonly isCheapest: boolean;
  readonly isLeast: boolean;
}

/** The meeting at the price of what it displaces: the best plan with the pin, and which meetings of the plan before it does not have. */
export interface Exchange {
  readonly change: Change & { readonly change: 'ADD_PIN' };
  readonly plan: Plan;
  readonly value: Value;
  readonly fallsOut: readonly Id[];
}

/**
 * Why a meeting is not in the best plan. Where it can be in at all, the first level at which the best plan with it differs decides: DISPLACED, its meetings are worth less together; AS_MUCH, a later level is worse, and others fall out;
 * LESS_WORTH, it is worse otherwise; AS_GOOD, it is not worse at all; BETTER, it is better, and was found while the reason was looked for. `loses`: by how much it is worth less, level by level; null where nothing is known of that. Where it
 * cannot: what it cannot be had together with, by its heaviest part. UNPROVED: the work ran out before anything was found. `isAsFound`: that is so of the plans that were found, and not proved of all: of the best of them that has it, by
 * which `loses` is at most what is said; or, where none was found, of what was found to bring it in, which is what is missing. Not there otherwise. `isMinimal`: it is proved of each that is named that it is needed for this.
 * `hasNoWitness`: it is proved that nothing that is offered brings it in. `isLookedInto`: it was looked into once more, with much work of its own; not there otherwise.
 */
export interface LeftOut {
  readonly meetingId: Id;
  readonly why: 'NO_COMMON_DAY' | 'DAY_OFF' | 'ENVELOPE' | 'BOUND' | 'NO_LINK' | 'BORDER' | 'WORK' | 'NOBODY_FOR_NEED' | 'RATE_UNKNOWN' | 'ORDER' | 'PINNED' | 'DISPLACED' | 'AS_MUCH' | 'LESS_WORTH' | 'AS_GOOD' | 'BETTER' | 'UNPROVED';
  readonly isAsFound?: boolean;
  readonly about: readonly Ref[];
  readonly loses: Value | null;
  readonly isMinimal: boolean;
  readonly witness: Witness | null;
  readonly hasNoWitness: boolean;
  readonly exchange: Exchange | null;
  readonly isLookedInto?: boolean;
}

/** What cannot be had together: without everything else that can be taken away there is no plan all the same. `isMinimal`: it is proved of each that without it there is one. */
export interface Conflict {
  readonly members: readonly Removable[];
  readonly isMinimal: boolean;
}

/** `isProved`: no plan is better, or is cheaper, shorter or wider, whichever it is called, among those worth naming. */
export interface RankedPlan {
  readonly plan: Plan;
  readonly value: Value;
  readonly as: 'BEST' | 'CHEAPEST' | 'SHORTEST' | 'WIDEST';
  readonly isProved: boolean;
}

/**
 * What an engine answers. `problemHash` says of which problem; the validity of a plan never reads it. `bound`: no plan has a better value, level by level; what lies behind the first
 * level at which it differs from the best plan’s is not proved. `conflicts`: where there is no plan, what cannot be had together; they have nothing in common, and one of each has to go.
 */
export interface Answer {
  readonly engine: string;
  readonly problemHash: string;
  readonly seed: number;
  readonly work: number;
  readonly plans: readonly RankedPlan[];
  readonly bound: Value;
  readonly isOptimal: boolean;
  readonly leftOut: readonly LeftOut[];
  readonly conflicts: readonly Conflict[];
}

/** What an engine is asked. `maxWork`: counted steps, no clock, so that an answer is the same on every machine. `alternatives`: how many other plans at most. */
export interface Request {
  readonly problem: Problem;
  readonly seed: number;
  readonly maxWork: number;
  readonly maxLabels: number;
  readonly alternatives: number;
}
