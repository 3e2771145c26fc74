/** What is compared: a plan, or a mission as it stands, in one form. Whoever joins the team between two searches is the same person by their sheet. Pure functions. */
import { balancedOf } from '@passerelle/shared/planning/balanced.ts';
import type { ResultOf } from 'gql.tada';

import type { MissionTodayQuery } from './planBeside.documents.ts';
import { citiesOf } from './planRows.ts';
import type { Plan, PlanSearch } from './usePlan.ts';

export type MissionToday = NonNullable<ResultOf<typeof MissionTodayQuery>['mission']>;
type TodayMember = MissionToday['members'][number];
type TodayMeeting = MissionToday['legs'][number]['meetings'][number];
export type Known = Pick<PlanSearch['people'][number], 'key' | 'name' | 'expert'>;

/** A meeting at its hour, as the clocks there show it: `2027-11-09T09:00`; `who` by the ids of `idOf`. */
interface SideMeeting {
  readonly key: string;
  readonly local: string;
  readonly who: readonly string[];
}

/** Keys of meetings, ids of people, codes of cities and countries; amounts in cents of euros. `worth`: null where nothing measures it. */
export interface Side {
  readonly meetings: readonly SideMeeting[];
  readonly people: readonly string[];
  readonly cities: readonly string[];
  readonly countries: readonly string[];
  readonly totalCents: number;
  readonly sums: readonly Plan['costs']['sums'][number][];
  readonly nights: number;
  readonly worth: number | null;
  readonly balance: number;
}

/** By what somebody is known in each search: the id of their sheet where they have one, their place in the team otherwise. */
export const idOf = ({ key, expert }: Pick<Known, 'key' | 'expert'>): string => expert ?? key;

/** Everybody by both: by their key and by their id. */
export const byBoth = (people: readonly Known[]): readonly Known[] => people.flatMap((one) => [one, { ...one, key: idOf(one) }]);

const unique = (list: readonly string[]): string[] => [...new Set(list)];

/** A plan among those who could go in its search. */
export function sideOfPlan(plan: Plan, people: readonly Known[]): Side {
  const ids = new Map(people.map((one) => [one.key, idOf(one)]));
  const known = (key: string): string => ids.get(key) ?? key;
  const { costs, nights, worth, balance, countries } = plan;
  return {
    meetings: plan.meetings.map(({ meetingKey, starts, attends }) => ({ key: meetingKey, local: starts.local, who: attends.map(({ personKey }) => known(personKey)) })), people: plan.travellers.map(({ personKey }) => known(personKey)),
    cities: citiesOf(plan), countries, totalCents: costs.totalCents, sums: costs.sums, nights, worth, balance,
  };
}

const isHeld = (meeting: TodayMeeting): boolean => meeting.status !== 'REFUSED' && meeting.day !== null && meeting.starts !== null;
const dayOf = (time: string): number => Date.parse(`${time.slice(0, 10)}T00:00:00Z`) / 86_400_000;

/** From the first day to the last on which somebody travels or stays. */
function nightsOf(member: TodayMember, { journeys }: MissionToday): number {
  const times = [...member.stays, ...journeys.filter(({ travellers }) => travellers.includes(member.key)).map(({ departsAt, arrivesAt }) => ({ arrivesAt: departsAt, leavesAt: arrivesAt }))].flatMap(({ arrivesAt, leavesAt }) => [dayOf(arrivesAt), dayOf(leavesAt)]);
  return times.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
}

/** A mission as it stands: its meetings that have an hour and were not refused, whoever stays somewhere, and what it is planned to cost. */
export function sideOfMission(mission: MissionToday): Side {
  const { legs, journeys, costs, budget } = mission;
  const members = mission.members.map((member) => ({ ...member, id: idOf({ key: member.key, expert: member.expert?.id ?? null }) }));
  const ids = new Map(members.map(({ key, id }) => [key, id]));
  const held = legs.flatMap((leg) => leg.meetings.filter(isHeld).map((meeting) => ({ meeting, local: `${meeting.day}T${meeting.starts?.slice(0, 5)}`, city: leg.city.code, country: leg.country.code }))).sort((a, b) => (a.local < b.local ? -1 : 1));
  const places = [...journeys.map(({ departsAt, fromCity, toCity }) => ({ local: departsAt, cities: [fromCity.code, toCity.code] })), ...held.map(({ local, city }) => ({ local, cities: [city] }))].sort((a, b) => (a.local < b.local ? -1 : 1));
  const countries = unique(held.map(({ country }) => country));
  return {
    meetings: held.map(({ meeting, local }) => ({ key: meeting.key, local, who: meeting.people.flatMap(({ memberKey, isSubstitute }) => (memberKey === null || isSubstitute ? [] : [ids.get(memberKey) ?? memberKey])) })),
    people: members.filter(({ stays }) => stays.length > 0).map(({ id }) => id), cities: unique(places.flatMap(({ cities }) => cities)), countries,
    totalCents: budget?.plannedCents ?? 0, sums: [...Map.groupBy(costs, ({ kind }) => kind)].map(([kind, lines]) => ({ kind, cents: lines.reduce((sum, { plannedCents }) => sum + (plannedCents ?? 0), 0) })),
    nights: members.reduce((sum, member) => sum + nightsOf(member, mission), 0), worth: null, balance: countries.reduce((sum, code) => sum + balancedOf(held.filter(({ country }) => country === code).map(({ meeting }) => meeting.category)), 0),
  };
}
