/** When a plan that has begun makes another one needless. */
import { ALLOWANCE } from '../model/cost-kinds.ts';
import type { Crew } from '../model/crew.ts';
import type { Model } from '../model/model.ts';
import type { Meal, Stays } from '../model/stays.ts';
import type { Worth } from '../model/worth.ts';
import { ARRIVED, BEGAN, BY_MATRIX, DUTY_BY, ENDS, FIELDS, type Label, LEFT_ON, PROGRAMME, PROGRAMME_BY, RESTED } from './label.ts';

export interface Dominance {
  /** Both at the same place, with the same meetings held, the same people still to come: whether whatever continues `other` continues `one`, and is worth no less. */
  dominates(one: Label, other: Label): boolean;
}

const isFedAlike = (one: Meal | null, other: Meal | null): boolean => one?.key === other?.key;
const maxOf = (a: number, b: number): number => (a > b ? a : b);

/** Who has not left yet leaves on this day or later; of what day that is clocks elsewhere differ by less than one. */
const leavesNoEarlier = (mine: number, theirs: number, now: number): boolean => (mine === Infinity && theirs !== Infinity ? theirs < Math.floor(now / 1440) : mine >= theirs);

/** What is known of somebody's work. */
const OF_WORK = [RESTED, DUTY_BY, PROGRAMME_BY, PROGRAMME] as const;

/** Longer than any day: what was over before that is paid for. */
const LONGEST_DAY = 1560;

/** Who still interprets, or is paid for a day or half of one that may not be over. */
function openUses({ uses, now }: Label): string {
  const open: string[] = [];
  for (let use = uses; use; use = use.before) if (use.at + use.task.meeting.serviceMinutes + LONGEST_DAY > now) open.push(`${use.interpreterId} ${use.needId} ${use.at}`);
  return open.sort().join();
}

const areUsesSame = (one: Label, other: Label): boolean => one.uses === other.uses || openUses(one) === openUses(other);

export function dominanceOf(model: Model, { members }: Crew, worth: Worth, stays: Stays): Dominance {
  const { problem, places, departures } = model;
  const hasSlack = worth.slack.length > 0;
  const isOneRule = (problem.workRules?.length ?? 0) <= 1;
  const areDaysCounted = problem.maxNights !== null || [...worth.nights, ...worth.days].some((weight) => weight !== 0);
  const isStaffed = problem.teamRule.length > 0;
  const hasMeals = problem.meetings.some(({ provides }) => provides !== null);

  /** When somebody may begin a meeting, and leave. */
  const canMeet = ({ state, place }: Label, base: number): number => maxOf(state[base + ARRIVED]! + places[place]!.buffer, state[base + ENDS]! + places[place]!.transfer);
  const canLeave = ({ state, place }: Label, base: number): number => maxOf(state[base + ARRIVED]!, state[base + ENDS]! + places[place]!.buffer);

  const isNoLater = (one: Label, other: Label, base: number): boolean =>
    maxOf(canMeet(one, base), one.now) <= maxOf(canMeet(other, base), other.now) && maxOf(canLeave(one, base), one.now) <= maxOf(canLeave(other, base), other.now) && canLeave(one, base) <= canLeave(other, base);

  const isRestedAsWell = ({ state: a }: Label, { state: b, now }: Label, base: number): boolean => {
    if (!model.hasRules) return true;
    if (!isOneRule) return OF_WORK.every((field) => a[base + field] === b[base + field]);
    if (a[base + RESTED]! <= now) return true;
    const programme = a[base + PROGRAMME_BY]! < 0 || (b[base + PROGRAMME_BY]! >= 0 && a[base + PROGRAMME_BY]! >= b[base + PROGRAMME_BY]!);
    return a[base + RESTED]! <= b[base + RESTED]! && a[base + DUTY_BY]! >= b[base + DUTY_BY]! && programme;
  };

  const isAsFree = ({ state: a }: Label, { state: b }: Label, person: number): boolean => {
    const [mine, theirs] = [a[person * FIELDS + BEGAN]!, b[person * FIELDS + BEGAN]!];
    return mine >= theirs || !members[person]!.person.blocks.some(({ until }) => until > mine && until <= theirs);
  };

  const hasLeftNoEarlier = ({ state: a, now }: Label, { state: b }: Label, person: number): boolean =>
    (!areDaysCounted && members[person]!.person.maxDaysAway === null) || leavesNoEarlier(a[person * FIELDS + LEFT_ON]!, b[person * FIELDS + LEFT_ON]!, now);

  const isServedAsWell = ({ state: a }: Label, { state: b }: Label, base: number): boolean =>
    (!hasSlack || a[base + ENDS]! <= b[base + ENDS]!) && (a[base + BY_MATRIX] === 0 || a[base + ENDS]! > -Infinity || (b[base + BY_MATRIX] === 1 && b[base + ENDS] === -Infinity));

  const isPersonAsWell = (one: Label, other: Label, person: number): boolean => {
    const base = person * FIELDS;
    return isNoLater(one, other, base) && isRestedAsWell(one, other, base) && isAsFree(one, other, person) && hasLeftNoEarlier(one, other, person) && isServedAsWell(one, other, base);
  };

  /** By how many cents the allowances of the stays that have begun can be more than those of the other. ∞ where it is not known. */
  const moreAllowances = (one: Label, other: Label): number => {
    let sum = 0;
    for (let person = 0; person < members.length; person += 1) {
      const { start, end, person: { lodgedAt } } = members[person]!;
      const [mine, theirs] = [one.state[person * FIELDS + ARRIVED]!, other.state[person * FIELDS + ARRIVED]!];
      if (((one.absent | one.left) >> person) & 1) continue;
      if (hasMeals && (mine !== theirs || !isFedAlike(one.meals[person]!, other.meals[person]!))) return Infinity;
      if (mine !== theirs && one.place !== start && one.place !== end) sum += gap(one.place, mine, theirs, lodgedAt.includes(places[one.place]!.id));
    }
    return sum;
  };

  const gaps = new Map<number, number>();
  const length = model.until - model.from + 2;
  const gap = (place: number, mine: number, theirs: number, isLodged: boolean): number => {
    const key = ((place * 2 + Number(isLodged)) * length + Math.max(-1, mine - model.from) + 1) * length + Math.max(-1, theirs - model.from) + 1;
    let most = gaps.get(key);
    if (most === undefined) {
      most = -Infinity;
      for (const { at } of departures[place]!) {
        if (at < mine || at < theirs) continue;
        const [a, b] = [stays.centsOf(place, mine, at, { isLodged, meal: null }), stays.centsOf(place, theirs, at, { isLodged, meal: null })];
        most = Math.max(most, b === Infinity ? -Infinity : a - b);
      }
      most = most === -Infinity ? 0 : most;
      gaps.set(key, most);
    }
    return most;
  };

  /** Less at a level before any that counts costs. */
  const isCheaplyLess = (one: Label, other: Label): boolean => {
    for (let level = 0; level < worth.levels && worth.cost[level] === 0; level += 1) if (one.partial[level] !== other.partial[level]) return one.partial[level]! < other.partial[level]!;
    return false;
  };

  const isNearerToLimit = (one: Label, other: Label, more: number): boolean =>
    model.limits.some(({ kinds }) => kinds.reduce((sum, kind) => sum + one.money[kind]! - other.money[kind]! + (kind === ALLOWANCE ? Math.max(0, more) : 0), 0) > 0);

  /** What is counted is no less, level by level from the first that differs, and no limit is nearer. */
  const isWorthAsMuch = (one: Label, other: Label): boolean => {
    if (isCheaplyLess(one, other)) return false;
    const more = problem.allowances === null ? 0 : moreAllowances(one, other);
    if (more === Infinity || isNearerToLimit(one, other, more)) return false;
    for (let level = 0; level < worth.levels; level += 1) {
      const differs = one.partial[level]! - other.partial[level]! + (worth.cost[level] === 0 ? 0 : worth.cost[level]! * more);
      if (differs !== 0) return differs > 0;
    }
    return true;
  };

  const isElseAsWell = (one: Label, other: Label): boolean => {
    if (other.kept.some((some, n) => (some & ~one.kept[n]!) !== 0) || one.nights > other.nights) return false;
    if (isStaffed && one.attended.some((some, country) => (some & other.attended[country]!) !== other.attended[country]!)) return false;
    return one.entered.every((from, n) => from === other.entered[n]) && one.releases.every((at, n) => at <= maxOf(other.releases[n]!, other.now)) && areUsesSame(one, other) && ((model.isTogether && one.absent === 0) || one.seats === other.seats);
  };

  return {
    dominates(one, other) {
      for (let person = 0; person < members.length; person += 1) if (((one.left >> person) & 1) === 0 && !isPersonAsWell(one, other, person)) return false;
      return isElseAsWell(one, other) && isWorthAsMuch(one, other);
    },
  };
}
