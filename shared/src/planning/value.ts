import { awayOf } from './away.ts';
import { balancedOf } from './balanced.ts';
import { costsOf } from './costs.ts';
import { countryOf, factsOf, type Facts } from './facts.ts';
import type { GoalTerm, Measure, Value } from './goals.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { isWithin, readPlan, serviceOf, type Reading, type Traveller, type Visit } from './reading.ts';
import type { Id } from './units.ts';

type TermOf<M extends Measure> = Extract<GoalTerm, { readonly measure: M }> | (GoalTerm & { readonly measure: M });
type Measured<M extends Measure> = (facts: Facts, reading: Reading, term: TermOf<M>) => number;

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);
const inCountry = (facts: Facts, { meetings }: Reading, countryId: Id): Visit[] => meetings.filter(({ meeting }) => countryOf(facts, meeting.placeId).id === countryId);

type ByCountry = Measured<'COUNTRIES_SERVED' | 'BALANCE' | 'NGO_COUNTRIES'>;
const overCountries = (of: (visits: readonly Visit[]) => number): ByCountry => (facts, reading, { countryIds }) => sum([...new Set(countryIds)], (countryId) => of(inCountry(facts, reading, countryId)));

const balance = overCountries((visits) => balancedOf(visits.map(({ meeting }) => meeting.side)));
const served = overCountries((visits) => Number(visits.length > 0));
const assisted = overCountries((visits) => Number(visits.some(({ meeting }) => meeting.isVictimAssistance)));

const shared: Measured<'SHARED_NEEDS'> = (facts, { meetings }, { sharedNeeds }) => sum(sharedNeeds, (group) => {
  const countries = new Set(meetings.filter(({ meeting }) => meeting.needIds.some((id) => group.includes(id))).map(({ meeting }) => countryOf(facts, meeting.placeId).id));
  return Math.max(0, countries.size - 1);
});

function shortOf({ rides, stays, visits }: Traveller, wanted: number): number {
  return sum(rides, ({ journey, travel }) => {
    if (serviceOf(travel)?.mode !== 'FLIGHT') return 0;
    const stay = stays[rides.findIndex((ride) => ride.journey === journey)]!;
    const ends = visits.filter((visit) => isWithin(stay, visit, 0)).map(({ endsAt }) => endsAt);
    return ends.length === 0 ? 0 : Math.max(0, wanted - (journey.departsAt - Math.max(...ends)));
  });
}

const kept: Measured<'KEPT'> = ({ problem: { former } }, { meetings }) => sum(meetings, ({ meeting, planned }) => {
  const before = former?.meetings.find(({ meetingId }) => meetingId === meeting.id);
  if (!before) return 0;
  return Number(before.startsAt === planned.startsAt) + planned.attends.filter(({ personId }) => before.attends.some((one) => one.personId === personId)).length;
});

const groups: Measured<'GROUPS'> = (_, { members }, term) => (term.groups.length === 0 ? 0 : Math.min(...term.groups.map((group) => members.filter(({ person }) => person.balanceGroup === group).length)));

const MEASURES: { readonly [M in Measure]: Measured<M> } = {
  PROFIT: (_, { meetings }) => sum(meetings, ({ meeting }) => meeting.profit),
  COUNTRIES_SERVED: served, BALANCE: balance, NGO_COUNTRIES: assisted, SHARED_NEEDS: shared, KEPT: kept, GROUPS: groups,
  COST_CENTS: (facts, reading) => sum(costsOf(facts, reading).lines, ({ cents }) => cents),
  TRAVEL_MINUTES: (_, { members }) => sum(members, ({ rides }) => sum(rides, ({ journey, arrivesAt }) => arrivesAt - journey.departsAt)),
  NIGHTS: (facts, { members }) => sum(members, (one) => awayOf(facts, one).nights),
  PERSON_DAYS: (facts, { members }) => sum(members, (one) => awayOf(facts, one).days),
  SHORT_SLACK: (_, { members }, { slackMinutes }) => sum(members, (one) => shortOf(one, slackMinutes)),
  FRESH: (_, { members }, { freshBefore }) => members.filter(({ person }) => person.lastMissionOn !== null && person.lastMissionOn < freshBefore).length,
};

/** What a term measures of a plan, without its weight. The table gives each measure the term of its own name, which the compiler cannot follow through an index. */
function measure(facts: Facts, reading: Reading, term: GoalTerm): number {
  return (MEASURES[term.measure] as Measured<Measure>)(facts, reading, term);
}

/** The value of a plan whose form is in order, level by level. Throws TypeError for one that names what the problem does not have: ask `validate` first. */
export function valueOf(problem: Problem, plan: Plan): Value {
  const facts = factsOf(problem);
  const reading = readPlan(facts, plan);
  return problem.goals.map(({ terms }) => sum(terms, (term) => term.weight * measure(facts, reading, term)));
}
