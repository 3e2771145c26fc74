import { factsOf, readPlan, valueOf, countryOf, type CostKind, type Id, type Plan, type Problem, type Value } from '@passerelle/shared/planning.ts';

import { costByKind, nightsOf, placesOf } from './shape.ts';

/** What a plan is, in numbers for a page that sets two side by side. */
export interface Side {
  readonly value: Value;
  readonly costs: Readonly<Record<CostKind, number>>;
  readonly nights: number;
  readonly personIds: readonly Id[];
  readonly places: readonly (readonly Id[])[];
  /** Of each country with a meeting, by its id: how many with authorities (AUTHORITY, JUSTICE, POLICE), with NGOs and with others. */
  readonly balance: readonly { readonly countryId: Id; readonly authorities: number; readonly ngos: number; readonly others: number }[];
}

/** Two plans of a problem. `onlyA`, `onlyB`: what one has and the other has not. Of meetings in both: how many are at the same minute, and attendances that are in both. */
export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  /** Level by level: what b is worth more than a. */
  readonly gains: Value;
  readonly meetings: { readonly onlyA: readonly Id[]; readonly onlyB: readonly Id[]; readonly moved: readonly Id[] };
  readonly persons: { readonly onlyA: readonly Id[]; readonly onlyB: readonly Id[] };
  readonly stability: { readonly inBoth: number; readonly sameMinute: number; readonly sameAttendances: number };
}

const AUTHORITIES = new Set(['AUTHORITY', 'JUSTICE', 'POLICE']);

function balanceOf(problem: Problem, plan: Plan): Side['balance'] {
  const facts = factsOf(problem);
  const { meetings } = readPlan(facts, plan);
  const countryIds = [...new Set(meetings.map(({ meeting }) => countryOf(facts, meeting.placeId).id))].sort();
  return countryIds.map((countryId) => {
    const sides = meetings.filter(({ meeting }) => countryOf(facts, meeting.placeId).id === countryId).map(({ meeting }) => meeting.side);
    const [authorities, ngos] = [sides.filter((side) => AUTHORITIES.has(side)).length, sides.filter((side) => side === 'NGO').length];
    return { countryId, authorities, ngos, others: sides.length - authorities - ngos };
  });
}

const sideOf = (problem: Problem, plan: Plan): Side => ({
  value: valueOf(problem, plan), costs: costByKind(problem, plan), nights: nightsOf(problem, plan), personIds: plan.team.map(({ personId }) => personId).sort(), places: placesOf(problem, plan).map(({ placeIds }) => placeIds),
  balance: balanceOf(problem, plan),
});

const missing = (from: readonly Id[], has: readonly Id[]): Id[] => from.filter((id) => !has.includes(id)).sort();

/** Two plans side by side, both valid for the problem. */
export function compare(problem: Problem, a: Plan, b: Plan): Comparison {
  const [left, right] = [sideOf(problem, a), sideOf(problem, b)];
  const ids = (plan: Plan): Id[] => plan.meetings.map(({ meetingId }) => meetingId);
  const both = a.meetings.flatMap((one) => b.meetings.filter(({ meetingId }) => meetingId === one.meetingId).map((other) => ({ one, other })));
  const same = both.filter(({ one, other }) => one.startsAt === other.startsAt);
  return {
    a: left, b: right, gains: right.value.map((one, level) => one - left.value[level]!),
    meetings: { onlyA: missing(ids(a), ids(b)), onlyB: missing(ids(b), ids(a)), moved: both.filter(({ one, other }) => one.startsAt !== other.startsAt).map(({ one }) => one.meetingId).sort() },
    persons: { onlyA: missing(left.personIds, right.personIds), onlyB: missing(right.personIds, left.personIds) },
    stability: { inBoth: both.length, sameMinute: same.length, sameAttendances: both.reduce((sum, { one, other }) => sum + one.attends.filter(({ personId }) => other.attends.some((attended) => attended.personId === personId)).length, 0) },
  };
}
