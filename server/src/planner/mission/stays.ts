/** What a stay gives, and what interpreters cost, asked of the costs that everybody reads, and remembered. */
import { type CostLine, costsOf, type Meeting, type Person } from '@passerelle/shared/planning.ts';
import type { Reading, Traveller, Visit } from '@passerelle/shared/planning/reading.ts';
import type { Use } from './label.ts';
import type { Model } from './model.ts';

/** Meals that hosts have given somebody. */
export interface Meal {
  readonly key: string;
  readonly visits: readonly Visit[];
}

const NO_READING: Reading = { plan: { format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [] }, members: [], parties: [], meetings: [] };
const sumOf = (lines: readonly CostLine[], kind: CostLine['kind']): number => lines.reduce((sum, line) => sum + (line.kind === kind ? line.cents : 0), 0);

export function visitOf(meeting: Meeting, startsAt: number, interpreted: Visit['planned']['interpreted'] = []): Visit {
  return { meeting, planned: { meetingId: meeting.id, startsAt, attends: [], interpreted }, startsAt, endsAt: startsAt + meeting.serviceMinutes };
}

export function withMeal(meal: Meal | null, meeting: Meeting, at: number, day: number): Meal | null {
  if (meeting.provides === null) return meal;
  const one = `${meeting.placeId}.${day}${meeting.provides}`;
  if (meal?.key.includes(one)) return meal;
  const visits = [...meal?.visits ?? [], visitOf(meeting, at)];
  return { key: [...(meal?.key.split(' ') ?? []), one].sort().join(' '), visits };
}

export interface Stays {
  /** Cents for a stay that ends; ∞ where a rate or terms are unknown. */
  centsOf(place: number, arrived: number, leaves: number, more: { readonly isLodged: boolean; readonly meal: Meal | null }): number;
  interpretation(uses: Use | null): number;
}

const known = new WeakMap<Model, Map<string | number, number>>();

/** What is remembered of a model is so for all of its crews. */
function rememberedOf(model: Model): Map<string | number, number> {
  const found = known.get(model) ?? new Map<string | number, number>();
  known.set(model, found);
  return found;
}

export function staysOf(model: Model, persons: readonly Person[]): Stays {
  const { facts, places, from, until } = model;
  const remembered = rememberedOf(model);
  const length = until - from + 1;
  const [someone] = persons;

  const cents = (place: number, arrivesAt: number, leavesAt: number, { isLodged, meal }: { readonly isLodged: boolean; readonly meal: Meal | null }): number => {
    const placeId = places[place]!.id;
    const person = { ...someone!, startPlaceId: '', endPlaceId: '', engagementCents: 0, lodgedAt: isLodged ? [placeId] : [] };
    const traveller: Traveller = { person, member: { personId: person.id, partyId: '', as: [], journeys: [] }, rides: [], stays: [{ placeId, arrivesAt, leavesAt }], visits: meal?.visits ?? [] };
    const { lines, unknown } = costsOf(facts, { ...NO_READING, members: [traveller] });
    return unknown.length > 0 ? Infinity : sumOf(lines, 'ALLOWANCE');
  };

  return {
    centsOf(place, arrived, leaves, more) {
      if (facts.problem.allowances === null) return 0;
      const number = ((place * 2 + Number(more.isLodged)) * length + (arrived - from)) * length + (leaves - from);
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
