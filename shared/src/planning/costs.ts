import { allowancesOf } from './allowances.ts';
import type { CostLine, Costs } from './cost-line.ts';
import { clockIn, type Facts } from './facts.ts';
import type { Interpreter } from './laws.ts';
import { serviceOf, type Reading, type Visit } from './reading.ts';
import type { Id, Instant } from './units.ts';
import { ref } from './validate/violation.ts';

const plain = { counted: null, permille: null } as const;

/** Fares: of each person, or of the vehicles that those need who leave with a service at the same minute. */
function fares({ members }: Reading): CostLine[] {
  const rides = members.flatMap(({ rides: own }) => own);
  const departures = new Map(rides.map(({ travel, journey }) => [`${journey.departsAt} ${travel.id}`, { travel, at: journey.departsAt }]));
  return [...departures.values()].flatMap(({ travel, at }) => {
    const service = serviceOf(travel);
    if (!service || service.fareCents === 0) return [];
    const passengers = rides.filter((ride) => ride.travel === travel && ride.journey.departsAt === at).length;
    const units = service.seats === null ? passengers : Math.ceil(passengers / service.seats);
    return [{ kind: 'FARE' as const, cents: units * service.fareCents, about: [ref('TRAVEL', service.id)], at, units, ...plain }];
  });
}

/** The half-days or days of a place that a meeting touches, each by a number. */
function periodsOf(facts: Facts, { per, halfDayAt }: Interpreter, { meeting, startsAt, endsAt }: Visit): number[] {
  const numberOf = (at: Instant): number => {
    const { day, minute } = clockIn(facts, meeting.placeId, at);
    return per === 'DAY' ? day : 2 * day + (minute < halfDayAt ? 0 : 1);
  };
  const first = numberOf(startsAt);
  return Array.from({ length: numberOf(Math.max(startsAt, endsAt - 1)) - first + 1 }, (_, n) => first + n);
}

/** For how many at once somebody is used: intervals on a line that meet two by two all meet at one point (Helly 1923), so that beginnings are enough. */
function mostAtOnce(uses: readonly Visit[]): number {
  return Math.max(...uses.map((one) => uses.filter((other) => other === one || (other.startsAt <= one.startsAt && one.startsAt < other.endsAt)).length));
}

/** What somebody who interprets is paid for. */
function interpreterLines(facts: Facts, interpreter: Interpreter, meetings: readonly Visit[]): CostLine[] {
  const uses = meetings.flatMap((visit) => visit.planned.interpreted.filter(({ interpreterId }) => interpreterId === interpreter.id).map(() => visit));
  const line = (units: number, placeId: Id, at: Instant): CostLine => ({ kind: 'INTERPRETER', cents: units * interpreter.cents, about: [ref('INTERPRETER', interpreter.id), ref('PLACE', placeId)], at, units, ...plain });
  if (interpreter.per === 'MEETING') return uses.map(({ meeting, startsAt }) => line(1, meeting.placeId, startsAt));
  const groups = new Map<string, Visit[]>();
  for (const visit of uses) {
    for (const period of periodsOf(facts, interpreter, visit)) groups.set(`${period} ${visit.meeting.placeId}`, [...(groups.get(`${period} ${visit.meeting.placeId}`) ?? []), visit]);
  }
  return [...groups.values()].map((group) => line(mostAtOnce(group), group[0]!.meeting.placeId, group[0]!.startsAt));
}

const known = new WeakMap<Reading, { readonly facts: Facts; readonly costs: Costs }>();

/** What a plan costs, line by line: fares, allowances, interpretation, and as OTHER what meetings cost and what engaging each person does. */
export function costsOf(facts: Facts, reading: Reading): Costs {
  const before = known.get(reading);
  if (before?.facts === facts) return before.costs;
  const costs = counted(facts, reading);
  known.set(reading, { facts, costs });
  return costs;
}

function counted(facts: Facts, reading: Reading): Costs {
  const { members, meetings } = reading;
  const allowances = members.flatMap((one) => allowancesOf(facts, one));
  const other = [
    ...meetings.map(({ meeting, startsAt }): CostLine => ({ kind: 'OTHER', cents: meeting.otherCents, about: [ref('MEETING', meeting.id)], at: startsAt, units: 1, ...plain })),
    ...members.map(({ person }): CostLine => ({ kind: 'OTHER', cents: person.engagementCents, about: [ref('PERSON', person.id)], at: null, units: 1, ...plain })),
  ].filter(({ cents }) => cents > 0);
  return {
    lines: [...fares(reading), ...allowances.flatMap(({ lines }) => lines), ...facts.problem.interpreters.flatMap((one) => interpreterLines(facts, one, meetings)), ...other],
    unknown: allowances.flatMap(({ unknown }) => unknown),
  };
}
