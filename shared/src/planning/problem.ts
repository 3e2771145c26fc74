import type { Level, Skill } from '../interpretation.ts';
import type { TeamNeed, TeamRole } from '../missionTeam.ts';
import type { Effort } from './change.ts';
import type { GoalLevel } from './goals.ts';
import type { AllowanceTerms, BorderRule, DailyRate, Interpreter, WorkRule } from './laws.ts';
import type { Journey, Plan } from './plan.ts';
import type { Country, Place, Travel, Zone } from './travel.ts';
import type { Cents, Day, Id, Instant, LocalMinute } from './units.ts';

/**
 * The planning of a combined mission, as people know it: a team orienteering problem with time windows (Vansteenwegen et al. 2009) in which several persons are needed at a meeting
 * at the same time (cooperative orienteering), with calendars, dated laws, money and pins. Plain JSON. It says nothing of who people are: no names, no texts of theirs, and of what
 * engages somebody only a code.
 *
 * `workRules`, `borderRules`, `allowances`: null does not apply. Otherwise one has to be in force on each day that it concerns; where none is the plan breaks the rule (H10, H7, H6),
 * for what is unknown is never taken for nothing. A border rule concerns the crossings of the border that it names.
 */
export interface Problem {
  readonly format: 'passerelle.problem';
  readonly version: 1;
  readonly period: { readonly earliestDeparture: Instant; readonly latestReturn: Instant };
  /** The version of the database of zones from which the offsets were taken. */
  readonly tzdata: string;
  readonly zones: readonly Zone[];
  readonly countries: readonly Country[];
  readonly places: readonly Place[];
  readonly meetings: readonly Meeting[];
  readonly precedences: readonly Precedence[];
  readonly persons: readonly Person[];
  readonly teamRule: readonly MissionNeed[];
  /** How many itineraries there are at most: 1 for a mission, the number of vehicles for a public instance. */
  readonly maxParties: number;
  /** TOGETHER: who belongs to a party rides all of its journeys. JOIN_LEAVE: one unbroken part of them. */
  readonly riding: 'TOGETHER' | 'JOIN_LEAVE';
  readonly maxTeam: number | null;
  /** In how many countries there are meetings at most. */
  readonly maxCountries: number | null;
  /** How many nights all persons together are away at most: as the measure NIGHTS counts them. */
  readonly maxNights: number | null;
  readonly travel: readonly Travel[];
  readonly borderRules: readonly BorderRule[] | null;
  readonly workRules: readonly WorkRule[] | null;
  readonly allowances: { readonly rules: readonly AllowanceTerms[]; readonly rates: readonly DailyRate[] } | null;
  readonly interpreters: readonly Interpreter[];
  readonly limits: readonly Limit[];
  readonly pins: readonly Pin[];
  readonly former: Plan | null;
  readonly goals: readonly GoalLevel[];
  readonly efforts: readonly Effort[];
}

/** At least so many of a kind, with an id by which it can be named. */
export interface RoleNeed extends TeamNeed {
  readonly id: Id;
}

/** What the team needs: in the mission as a whole, or in each country in which there is a meeting. */
export interface MissionNeed extends RoleNeed {
  readonly scope: 'MISSION' | 'EACH_COUNTRY';
}

/**
 * When a meeting may be: SERVICE, all of it inside; START, it begins inside, both ends counted. Hours of a local day, or instants. A wall time that comes twice is the later one,
 * one that is skipped is the moment at which the clocks change.
 */
export type TimeWindow = { readonly id: Id; readonly bounds: 'SERVICE' | 'START' } & (
  | { readonly day: Day; readonly from: LocalMinute; readonly until: LocalMinute }
  | { readonly from: Instant; readonly until: Instant }
);

/** Somebody of the team speaks one of these, or, where `mayInterpret`, somebody interprets one of them. */
export interface LanguageNeed {
  readonly id: Id;
  readonly anyOf: readonly { readonly language: Id; readonly atLeast: Level }[];
  readonly mayInterpret: boolean;
}

export interface Meeting {
  readonly id: Id;
  readonly placeId: Id;
  readonly serviceMinutes: number;
  /** Null: whenever its country works. An hour that the host has confirmed is a pin AT. */
  readonly windows: readonly TimeWindow[] | null;
  readonly profit: number;
  readonly isMandatory: boolean;
  /** Everybody who attends does so as ADVISER. */
  readonly isOnlyAdviser: boolean;
  readonly side: 'AUTHORITY' | 'JUSTICE' | 'POLICE' | 'NGO' | 'INTERNATIONAL' | 'TRAINING' | 'POST';
  readonly isVictimAssistance: boolean;
  /** Days off or without working hours on which it may be all the same, with the code of why. Of a meeting with windows these alone count then; without windows the hours of the country stay in force. */
  readonly excusedDays: readonly { readonly day: Day; readonly reason: Id }[];
  readonly needs: readonly RoleNeed[];
  readonly languages: readonly LanguageNeed[];
  /** The needs of the country that it answers. */
  readonly needIds: readonly Id[];
  readonly otherCents: Cents;
  readonly provides: 'LUNCH' | 'DINNER' | null;
}

/**
 * IF_BOTH: where both are in, `after` begins at least `gapMinutes` after `before` ends. REQUIRES: moreover `after` is in only with `before`. Across places at will. “The debriefing
 * last” is one IF_BOTH from each other meeting there.
 */
export interface Precedence {
  readonly id: Id;
  readonly before: Id;
  readonly after: Id;
  readonly gapMinutes: number;
  readonly kind: 'IF_BOTH' | 'REQUIRES';
}

/** Somebody who could go: free in the period but for `blocks`. */
export interface Person {
  readonly id: Id;
  readonly roles: readonly TeamRole[];
  /** Whether they count as several kinds at once; otherwise they go, and attend, as one at most. */
  readonly mayCountForSeveral: boolean;
  readonly languages: readonly Skill[];
  readonly startPlaceId: Id;
  readonly endPlaceId: Id;
  /** Local days from the first departure to the last arrival, both counted. */
  readonly maxDaysAway: number | null;
  readonly blocks: readonly Block[];
  /** Only goes once somebody has decided so (ADMIT_PERSON). */
  readonly isReserve: boolean;
  /** Of somebody who is abroad already: into which country they came last from which. */
  readonly enteredFrom: Readonly<Record<Id, Id>>;
  readonly engagementCents: Cents;
  /** Places where the host lodges them. */
  readonly lodgedAt: readonly Id[];
  readonly lastMissionOn: Day | null;
  /** A group, by a code that means nothing outside, of which the measure GROUPS wants some of each. */
  readonly balanceGroup: Id | null;
}

/** When somebody cannot, and why as a code. PERHAPS, NOT_ASKED and NOT_CLEARED are blocks unless whoever asks counts them as yes. */
export interface Block {
  readonly id: Id;
  readonly from: Instant;
  readonly until: Instant;
  readonly cause: 'ENGAGED' | 'ANSWERED_NO' | 'PERHAPS' | 'NOT_ASKED' | 'NOT_CLEARED' | 'ABSENT';
}

export const COST_KINDS = ['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** What these kinds together may cost; with all four it is the envelope. */
export interface Limit {
  readonly id: Id;
  readonly kinds: readonly CostKind[];
  readonly cents: Cents;
}

/**
 * What is fixed. AT and ATTENDS imply IN, ATTENDS implies GOES. TRAVELS: that journey is among theirs. ORDER: of the meetings of a party in the places listed, those in a place end
 * before any in a place further on begins; places that are only passed through do not count.
 */
export type Pin = { readonly id: Id; readonly why: 'ADVISER' | 'CONFIRMED' } & (
  | { readonly pin: 'IN' | 'OUT'; readonly meetingId: Id }
  | { readonly pin: 'AT'; readonly meetingId: Id; readonly startsAt: Instant }
  | { readonly pin: 'ATTENDS' | 'ABSENT'; readonly meetingId: Id; readonly personId: Id }
  | { readonly pin: 'GOES' | 'STAYS'; readonly personId: Id }
  | { readonly pin: 'TRAVELS'; readonly personId: Id; readonly journey: Journey }
  | { readonly pin: 'ORDER'; readonly placeIds: readonly Id[] }
);
