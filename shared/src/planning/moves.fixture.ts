import type { TeamRole } from '../missionTeam.ts';
import type { Fault, Violation } from './answer.ts';
import { factsOf } from './facts.ts';
import type { Journey, PlannedMeeting } from './plan.ts';
import type { Meeting, Person, Problem } from './problem.ts';
import { minutesBetween } from './reading.ts';
import { clockAt, daysBetween, instantOf } from './time.ts';
import type { Service, Travel } from './travel.ts';
import type { Id, Instant } from './units.ts';

/** Somebody with the kinds as which they go. */
export interface Going {
  readonly person: Person;
  readonly as: readonly TeamRole[];
}

export const subsets = <T>(list: readonly T[]): T[][] => list.reduce<T[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]]);
export const product = <T>(lists: readonly (readonly T[])[]): T[][] => lists.reduce<T[][]>((all, list) => all.flatMap((some) => list.map((one) => [...some, one])), [[]]);

/** As what somebody may go. Who counts for several goes as all of them: that never hurts. */
export const kindsOf = ({ roles, mayCountForSeveral }: Person): TeamRole[][] => (mayCountForSeveral || roles.length === 0 ? [[...roles]] : roles.map((kind) => [kind]));

/** What is wrong with a beginning, and may be right with the whole. */
const MAY_MEND: ReadonlySet<Fault> = new Set<Fault>(['NEED_UNMET', 'LEFT_OUT', 'WITHOUT_BEFORE', 'NOT_HOME', 'PIN_BROKEN', 'NOT_WITH_PARTY', 'TWO_PARTIES']);
/** Whether a begun plan breaks a rule that nothing later mends. */
export const isHopeless = ({ code, fault }: Violation): boolean => (fault === 'NEED_UNMET' ? code === 'H3' : !MAY_MEND.has(fault));

function targets(travel: Travel, from: Id): Id[] {
  if (travel.type === 'SERVICE') return travel.from === from && travel.isOffered ? [travel.to] : [];
  return travel.placeIds.includes(from) ? travel.placeIds.filter((to) => to !== from && minutesBetween(travel, from, to) >= 0) : [];
}

/** What can be done next in a problem whose times are all multiples of so many minutes; which rule it breaks is not asked. */
export class Moves {
  readonly #problem: Problem;
  readonly #step: number;

  constructor(problem: Problem, step: number) {
    [this.#problem, this.#step] = [problem, step];
  }

  /** Each way from a place to another, by so many journeys at most. */
  ways(from: Id, to: Id, after: Instant, left: number): Journey[][] {
    const here: Journey[][] = from === to ? [[]] : [];
    return left === 0 ? here : [...here, ...this.departures(from, after).flatMap((journey) => this.ways(journey.to, to, this.arrival([journey]), left - 1).map((way) => [journey, ...way]))];
  }

  /** When a way is over; one without journeys, when the period begins. */
  arrival(way: readonly Journey[]): Instant {
    const last = way.at(-1);
    if (!last) return this.#problem.period.earliestDeparture;
    const travel = factsOf(this.#problem).travel.get(last.travelId)!;
    return last.departsAt + (travel.type === 'SERVICE' ? travel.minutes : minutesBetween(travel, last.from, last.to));
  }

  /** All journeys from a place that arrive within the period. */
  departures(from: Id, after: Instant): Journey[] {
    return this.#problem.travel.flatMap((travel) => targets(travel, from).flatMap((to) =>
      (travel.type === 'SERVICE' ? this.#hours(travel) : this.#grid(after, this.#problem.period.latestReturn)).filter((departsAt) => departsAt >= after).map((departsAt) => ({ travelId: travel.id, from, to, departsAt }))))
      .filter((journey) => this.arrival([journey]) <= this.#problem.period.latestReturn);
  }

  #hours({ from, departs }: Service): Instant[] {
    const facts = factsOf(this.#problem);
    const zone = facts.zones.get(facts.places.get(from)!.zoneId)!;
    const { earliestDeparture, latestReturn } = this.#problem.period;
    return daysBetween(clockAt(zone, earliestDeparture).day, clockAt(zone, latestReturn).day).flatMap((day) =>
      ('at' in departs ? departs.at.map((minute) => instantOf(zone, day, minute)) : this.#grid(instantOf(zone, day, departs.first), instantOf(zone, day, departs.last))));
  }

  #grid(from: Instant, until: Instant): Instant[] {
    const first = Math.ceil(from / this.#step) * this.#step;
    return Array.from({ length: Math.max(0, Math.floor((until - first) / this.#step) + 1) }, (_, n) => first + n * this.#step);
  }

  /** Each way to hold a meeting from a time on: when, with whom, and who interprets. */
  held(team: readonly Going[], { id, serviceMinutes, isOnlyAdviser, languages }: Meeting, after: Instant): PlannedMeeting[] {
    const attending = subsets(team.map(({ person, as }) => ({ personId: person.id, as: isOnlyAdviser ? as.filter((kind) => kind === 'ADVISER') : as }))).filter(({ length }) => length > 0);
    const interpreting = product(languages.map((need) => [null, ...(need.mayInterpret ? this.#problem.interpreters.map(({ id: interpreterId }) => ({ needId: need.id, interpreterId })) : [])])).map((one) => one.filter((use) => use !== null));
    return this.#grid(after, this.#problem.period.latestReturn - serviceMinutes).flatMap((startsAt) => attending.flatMap((attends) => interpreting.map((interpreted) => ({ meetingId: id, startsAt, attends, interpreted }))));
  }
}
