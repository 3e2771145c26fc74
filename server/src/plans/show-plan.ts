/** A plan as it is shown, with what follows from it. Pure functions. */
import { awayOf, clockAt, COST_KINDS, type CostLine, costsOf, countryOf, dayOf, type Facts, factsOf, type Plan, type Problem, type Reading, readPlan, type Service, zoneOf } from '@passerelle/shared/planning.ts';
import { envelopeOf } from './envelopes.ts';
import type { PlanCostLine, PlanCosts, PlanJourney, PlanMeeting, PlanMoment, PlanParty, PlanTraveller, ProposedPlan } from './plan-shown.type.ts';
import type { Assumed } from './plan-stored.ts';
import { showFormer } from './show-former.ts';
import { instant, showRef, showSource } from './show-ref.ts';
import { measured } from './show-value.ts';

type Ride = Reading['members'][number]['rides'][number];
type Traveller = Reading['members'][number];

const two = (number: number): string => String(number).padStart(2, '0');

/** A moment by the clocks of a place. */
function moment(facts: Facts, placeId: string, at: number): PlanMoment {
  const zone = zoneOf(facts, placeId);
  const { day, minute } = clockAt(zone, at);
  return { at: instant(at), local: `${dayOf(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`, timeZone: zone.id };
}

/** Missions travel by links alone: there is no matrix in their problems. */
const isByLink = (ride: Ride): ride is Ride & { readonly travel: Service } => ride.travel.type === 'SERVICE';

function journeys(facts: Facts, rides: readonly Ride[], members: readonly Traveller[]): PlanJourney[] {
  return rides.filter(isByLink).map(({ travel, journey, arrivesAt }) => ({
    linkCode: travel.id, fromCity: journey.from, toCity: journey.to, mode: travel.mode, departs: moment(facts, journey.from, journey.departsAt), arrives: moment(facts, journey.to, arrivesAt), fareCents: travel.fareCents, seats: travel.seats,
    personKeys: members.filter(({ rides: own }) => own.some((one) => one.travel === travel && one.journey.departsAt === journey.departsAt)).map(({ person }) => person.id), source: showSource(travel),
  }));
}

const showParty = (facts: Facts, members: readonly Traveller[]) => ({ party, journeys: rides, members: own }: Reading['parties'][number]): PlanParty =>
  ({ id: party.id, personKeys: own.map(({ person }) => person.id), journeys: journeys(facts, rides, members) });

const showTraveller = (facts: Facts, members: readonly Traveller[], { homes }: Assumed) => (traveller: Traveller): PlanTraveller => ({
  personKey: traveller.person.id, roles: traveller.member.as, startCity: traveller.person.startPlaceId, isStartAssumed: homes.includes(traveller.person.id), ...awayOf(facts, traveller), journeys: journeys(facts, traveller.rides, members),
});

const showMeeting = (facts: Facts) => ({ meeting, planned, startsAt, endsAt }: Reading['meetings'][number]): PlanMeeting => ({
  meetingKey: meeting.id, city: meeting.placeId, starts: moment(facts, meeting.placeId, startsAt), ends: moment(facts, meeting.placeId, endsAt), isFixed: facts.problem.pins.some((pin) => pin.pin === 'AT' && pin.why === 'CONFIRMED' && pin.meetingId === meeting.id),
  interpreted: [...new Set(planned.interpreted.map(({ interpreterId }) => facts.interpreters.get(interpreterId)!.language))].sort(), attends: planned.attends.map(({ personId, as }) => ({ personKey: personId, roles: as })),
});

const countOf = (counted: CostLine['counted'], of: 'nights' | 'lunches' | 'dinners'): number | null => counted?.[of].length ?? null;

const showLine = ({ problem }: Facts) => ({ kind, cents, about, at, units, counted, permille }: CostLine): PlanCostLine => ({
  kind, cents, units, at: at === null ? null : instant(at), nights: countOf(counted, 'nights'), lunches: countOf(counted, 'lunches'), dinners: countOf(counted, 'dinners'), permille, about: about.map((ref) => showRef(problem, ref)),
});

function showCosts(facts: Facts, reading: Reading): PlanCosts {
  const { lines } = costsOf(facts, reading);
  const sum = (of: readonly CostLine[]): number => of.reduce((all, { cents }) => all + cents, 0);
  const sums = COST_KINDS.map((kind) => ({ kind, cents: sum(lines.filter((line) => line.kind === kind)) }));
  return { totalCents: sum(lines), envelopeCents: envelopeOf(facts.problem)?.cents ?? null, sums: sums.filter(({ cents }) => cents > 0), lines: lines.map(showLine(facts)) };
}

/** A plan with its journeys, meetings, costs, nights and countries. */
export function showPlan(problem: Problem, plan: Plan, assumed: Assumed): ProposedPlan {
  const facts = factsOf(problem);
  const reading = readPlan(facts, plan);
  const { members, meetings } = reading;
  return {
    parties: reading.parties.map(showParty(facts, members)), travellers: members.map(showTraveller(facts, members, assumed)), meetings: meetings.map(showMeeting(facts)), costs: showCosts(facts, reading),
    worth: measured(problem, plan, { measure: 'PROFIT', weight: 1 }), balance: measured(problem, plan, { measure: 'BALANCE', weight: 1, countryIds: problem.countries.map(({ id }) => id) }), formerChanges: showFormer(plan, problem.former), nights: members.reduce((all, traveller) => all + awayOf(facts, traveller).nights, 0), countries: [...new Set(meetings.map(({ meeting }) => countryOf(facts, meeting.placeId).id))],
  };
}
