/** Reading what is sent of somebody in the team of a mission: a content that can be stored, or everything that is wrong with it. Pure functions. */
import { isWallTime } from '@passerelle/shared/wallTime.ts';
import type { LegLine } from './held-mission.ts';
import { fault, type MissionFault } from './mission-fault.ts';
import type { TeamRole } from './team-role.ts';

/** The most people of a team, and meals of a kind in a leg. */
export const MOST_MEMBERS = 60;
const MOST_MEALS = 366;
/** The most days on which somebody is away. */
const MOST_DAYS = 366;

/** When somebody is in a leg, by its key: wall times of its city, such as `2027-11-08T09:30`. */
export interface StayContent {
  readonly leg: string;
  readonly arrivesAt: string;
  readonly leavesAt: string;
  readonly isLodgingProvided: boolean;
  readonly lunchesProvided: number;
  readonly dinnersProvided: number;
}

/** Somebody as they are stored; stays in the order of the keys of their legs. */
export interface MemberContent {
  readonly kind: TeamRole;
  readonly isLead: boolean;
  readonly substituteFor: string | null;
  /** The code of the city from which they leave, and on how many days they can be away; null for what is not known. */
  readonly homeCity: string | null;
  readonly mostDays: number | null;
  readonly stays: readonly StayContent[];
}

/** The same as it is sent, with who it is: the key of an expert or of a role in the network; neither where somebody is changed. */
export interface SentMember extends MemberContent {
  readonly expert: string | null;
  readonly colleague: string | null;
}

const byLeg = (one: StayContent, other: StayContent): number => (one.leg < other.leg ? -1 : 1);

/** Somebody as they are compared and stored. */
export function contentOf({ kind, isLead, substituteFor, homeCity, mostDays, stays }: MemberContent): MemberContent {
  const ordered = stays.map(({ leg, arrivesAt, leavesAt, isLodgingProvided, lunchesProvided, dinnersProvided }) => ({ leg, arrivesAt, leavesAt, isLodgingProvided, lunchesProvided, dinnersProvided })).sort(byLeg);
  return { kind, isLead, substituteFor, homeCity, mostDays, stays: ordered };
}

const isMeals = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= MOST_MEALS;

function stayFaults(stay: StayContent, legs: readonly LegLine[]): MissionFault[] {
  const leg = legs.find(({ uuid }) => uuid === stay.leg);
  if (!leg) return [fault('STAYS', 'UNKNOWN')];
  const { arrivesAt, leavesAt } = stay;
  if (!isWallTime(arrivesAt) || !isWallTime(leavesAt)) return [fault('STAYS', 'UNREADABLE')];
  if (leavesAt <= arrivesAt) return [fault('STAYS', 'NOT_AFTER')];
  if (arrivesAt.slice(0, 10) < leg.startsOn || leavesAt.slice(0, 10) > leg.endsOn) return [fault('STAYS', 'OUTSIDE')];
  return isMeals(stay.lunchesProvided) && isMeals(stay.dinnersProvided) ? [] : [fault('STAYS', 'OUT_OF_RANGE', MOST_MEALS)];
}

/** What is wrong with somebody in the team of a mission with these legs. */
export function memberFaults({ isLead, substituteFor, mostDays, stays }: MemberContent, legs: readonly LegLine[]): MissionFault[] {
  const isRepeated = new Set(stays.map(({ leg }) => leg)).size < stays.length;
  const isElsewhere = substituteFor !== null && (isLead || stays.length > 0);
  const isDays = mostDays === null || (Number.isInteger(mostDays) && mostDays >= 1 && mostDays <= MOST_DAYS);
  return [...(isElsewhere ? [fault('SUBSTITUTE', 'NOT_HERE')] : []), ...(isDays ? [] : [fault('DAYS', 'OUT_OF_RANGE', MOST_DAYS)]), ...(isRepeated ? [fault('STAYS', 'REPEATED')] : stays.flatMap((stay) => stayFaults(stay, legs)).slice(0, 1))];
}
