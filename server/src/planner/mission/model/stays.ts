/** What a stay gives, and what interpreters cost, asked of the costs that everybody reads, and remembered. */
import { clockAt, type CostLine, costsOf, type Meeting, type Person } from '@passerelle/shared/planning.ts';
import { zoneOf } from '@passerelle/shared/planning/facts.ts';
import type { Reading, Traveller, Visit } from '@passerelle/shared/planning/reading.ts';
import type { Model, Task } from './model.ts';

/** Meals that hosts have given somebody. */
export interface Meal {
  readonly key: string;
  /** Where, on which day and which of them, each told from all others. */
  readonly given: readonly string[];
  readonly visits: readonly Visit[];
}

/** Somebody who interprets at a meeting. */
export interface Use {
  readonly before: Use | null;
  readonly interpreterId: string;
  readonly needId: string;
  readonly task: Task;
  readonly at: number;
}

const NO_READING: Reading = { plan: { format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [] }, members: [], parties: [], meetings: [] };
const sumOf = (lines: readonly CostLine[], kind: CostLine['kind']): number => lines.reduce((sum, line) => sum + (line.kind === kind ? line.cents : 0), 0);

export function visitOf(meeting: Meeting, startsAt: number, interpreted: Visit['planned']['interpreted'] = []): Visit {
  return { meeting, planned: { meetingId: meeting.id, startsAt, attends: [], interpreted }, startsAt, endsAt: startsAt + meeting.serviceMinutes };
}

export function withMeal(meal: Meal | null, meeting: Meeting, at: number, day: number): Meal | null {
  if (meeting.provides === null) return meal;
  const one = JSON.stringify([meeting.placeId, day, meeting.provides]);
  if (meal?.given.includes(one)) return meal;
  const given = [...meal?.given ?? [], one].sort();
  const visits = [...meal?.visits ?? [], visitOf(meeting, at)];
  return { key: given.join(), given, visits };
}

export interface Stays {
  /** Cents for a stay that ends; ∞ where a rate or terms are unknown. */
  centsOf(place: number, arrived: number, leaves: number, more: { readonly isLodged: boolean; readonly meal: Meal | null }): number;
  interpretation(uses: Use | null): number;
  /** Instants of a place with the same number are one to all terms. */
  partOf(place: number, at: number): number;
}

interface Remembered {
  readonly remembered: Map<string | number, number>;
  readonly partOf: (place: number, at: number) => number;
}

const known = new WeakMap<Model, Remembered>();

/** What is remembered of a model is so for all of its crews. */
function rememberedOf(model: Model): Remembered {
  const found = known.get(model) ?? { remembered: new Map<string | number, number>(), partOf: partsOf(model) };
  known.set(model, found);
  return found;
}

/** More than there are parts of all days of a period. */
const MOST_PARTS = 2 ** 20;

/** The hours of a day at which terms begin or end to give something, each once. */
function turnsOf({ problem: { allowances } }: Model): readonly number[] {
  return [...new Set((allowances?.rules ?? []).flatMap(({ night, lunch, dinner }) => [night, lunch, dinner].flatMap(({ from, until }) => [from, until])))];
}

/** By place, what an instant is to all terms: the local day, and before, at or after each hour at which something turns. They tell no two instants apart that are the same in it. */
function partsOf(model: Model): (place: number, at: number) => number {
  const { facts, places, from, until } = model;
  const turns = turnsOf(model);
  const known = places.map(() => null as Int32Array | null);
  return (place, at) => {
    const parts = (known[place] ??= new Int32Array(until - from + 1).fill(-1));
    if (parts[at - from]! < 0) {
      const { day, minute } = clockAt(zoneOf(facts, places[place]!.id), at);
      const first = clockAt(zoneOf(facts, places[place]!.id), from).day;
      parts[at - from] = (day - first) * (2 * turns.length + 1) + turns.reduce((sum, turn) => sum + Number(minute >= turn) + Number(minute > turn), 0);
    }
    return parts[at - from]!;
  };
}

export function staysOf(model: Model, persons: readonly Person[]): Stays {
  const { facts, places } = model;
  const { remembered, partOf } = rememberedOf(model);
  const [someone] = persons;

  const cents = (place: number, arrivesAt: number, leavesAt: number, { isLodged, meal }: { readonly isLodged: boolean; readonly meal: Meal | null }): number => {
    const placeId = places[place]!.id;
    const person = { ...someone!, startPlaceId: '', endPlaceId: '', engagementCents: 0, lodgedAt: isLodged ? [placeId] : [] };
    const traveller: Traveller = { person, member: { personId: person.id, partyId: '', as: [], journeys: [] }, rides: [], stays: [{ placeId, arrivesAt, leavesAt }], visits: meal?.visits ?? [] };
    const { lines, unknown } = costsOf(facts, { ...NO_READING, members: [traveller] });
    return unknown.length > 0 ? Infinity : sumOf(lines, 'ALLOWANCE');
  };

  return {
    partOf,
    centsOf(place, arrived, leaves, more) {
      if (facts.problem.allowances === null) return 0;
      const number = ((place * 2 + Number(more.isLodged)) * MOST_PARTS + partOf(place, arrived)) * MOST_PARTS + partOf(place, leaves);
      const key = more.meal ? `${number} ${more.meal.key}` : number;
      let found = remembered.get(key);
      if (found === undefined) {
        found = cents(place, arrived, leaves, more);
        remembered.set(key, found);
      }
      return found;
    },
    interpretation(uses) {
      const byTask = new Map<string, { use: Use; interpreted: { needId: string; interpreterId: string }[] }>();
      for (let use = uses; use; use = use.before) {
        const held = byTask.get(use.task.meeting.id) ?? { use, interpreted: [] };
        held.interpreted.push({ needId: use.needId, interpreterId: use.interpreterId });
        byTask.set(use.task.meeting.id, held);
      }
      return sumOf(costsOf(facts, { ...NO_READING, meetings: [...byTask.values()].map(({ use, interpreted }) => visitOf(use.task.meeting, use.at, interpreted)) }).lines, 'INTERPRETER');
    },
  };
}
