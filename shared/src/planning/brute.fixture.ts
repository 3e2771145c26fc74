import type { TeamRole } from '../missionTeam.ts';
import type { Fault, Violation } from './answer.ts';
import { factsOf } from './facts.ts';
import { compareValues, type Value } from './goals.ts';
import type { Journey, Member, Plan, PlannedMeeting } from './plan.ts';
import type { Meeting, Person, Problem } from './problem.ts';
import { minutesBetween } from './reading.ts';
import { clockAt, daysBetween, instantOf } from './time.ts';
import type { Service, Travel } from './travel.ts';
import type { Id, Instant } from './units.ts';
import { validate } from './validate/index.ts';
import { valueOf } from './value.ts';

/**
 * The best plan of a tiny problem by asking the validator about every plan: what an engine is held to. For one party that rides together, whose times are all multiples of a step:
 * then a best plan is among those on that grid, for moving all times back to it breaks nothing. It knows no rule: a plan that has begun is given up where the validator says of it what
 * no later journey or meeting mends, or, where the first level of the value is PROFIT alone, where all that is left does not reach the best.
 */
export interface Brute {
  /** Of the best plan; null where there is none, not even the empty one. */
  readonly best: { readonly plan: Plan; readonly value: Value } | null;
  /** How many plans, whole and begun, the validator was asked about. */
  readonly asked: number;
}

export interface BruteLimits {
  /** All times are multiples of so many minutes. */
  readonly step: number;
  /** How many journeys somebody makes alone to reach the party, and to leave it. */
  readonly maxOwn: number;
  /** How many plans are asked about at most. */
  readonly maxAsked: number;
  /** Whether nothing is given up before it is whole: what giving up is held to. */
  readonly isThorough?: boolean;
}

/** What is wrong with a beginning, and may be right with the whole. */
const MAY_MEND: ReadonlySet<Fault> = new Set<Fault>(['NEED_UNMET', 'LEFT_OUT', 'WITHOUT_BEFORE', 'NOT_HOME', 'PIN_BROKEN', 'NOT_WITH_PARTY', 'TWO_PARTIES']);
const isHopeless = ({ code, fault }: Violation): boolean => (fault === 'NEED_UNMET' ? code === 'H3' : !MAY_MEND.has(fault));

const subsets = <T>(list: readonly T[]): T[][] => list.reduce<T[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]]);
const product = <T>(lists: readonly (readonly T[])[]): T[][] => lists.reduce<T[][]>((all, list) => all.flatMap((some) => list.map((one) => [...some, one])), [[]]);

/** As what somebody may go. Who counts for several goes as all of them: that never hurts. */
const kindsOf = ({ roles, mayCountForSeveral }: Person): TeamRole[][] => (mayCountForSeveral || roles.length === 0 ? [[...roles]] : roles.map((kind) => [kind]));

interface Begun {
  /** What each rides before the party does. */
  readonly access: readonly (readonly Journey[])[];
  readonly core: readonly Journey[];
  readonly meetings: readonly PlannedMeeting[];
  readonly placeId: Id;
  readonly now: Instant;
}

class Search {
  readonly #problem: Problem;
  readonly #limits: BruteLimits;
  /** Meetings at hours of which the validator has said that they break H1, which says it of nothing else. */
  readonly #never = new Set<string>();
  readonly #isForProfit: boolean;
  best: Brute['best'] = null;
  asked = 0;

  constructor(problem: Problem, limits: BruteLimits) {
    this.#problem = problem;
    this.#limits = limits;
    const terms = problem.goals[0]?.terms ?? [];
    this.#isForProfit = limits.isThorough !== true && terms.length === 1 && terms[0]!.measure === 'PROFIT' && terms[0]!.weight === 1;
  }

  run(): void {
    this.#whole({ format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [] });
    for (const team of subsets(this.#problem.persons.filter(({ isReserve }) => !isReserve)).filter(({ length }) => length > 0)) {
      for (const kinds of product(team.map(kindsOf))) this.#from(team, kinds);
    }
  }

  #from(team: readonly Person[], kinds: readonly TeamRole[][]): void {
    for (const { id: placeId } of this.#problem.places) {
      const ways = team.map((person) => this.#ways(person.startPlaceId, placeId, this.#problem.period.earliestDeparture));
      for (const access of product(ways)) {
        const last = access.map((way) => way.at(-1));
        if (last.every((one) => one && sameJourney(one, last[0]!))) continue;
        this.#onward(team, kinds, { access, core: [], meetings: [], placeId, now: Math.min(...access.map((way) => this.#arrival(way))) });
      }
    }
  }

  /** Each way from a place to another, by so many journeys as somebody makes alone. */
  #ways(from: Id, to: Id, after: Instant, left = this.#limits.maxOwn): Journey[][] {
    const here: Journey[][] = from === to ? [[]] : [];
    return left === 0 ? here : [...here, ...this.#departures(from, after).flatMap((journey) => this.#ways(journey.to, to, this.#arrival([journey]), left - 1).map((way) => [journey, ...way]))];
  }

  #arrival(way: readonly Journey[]): Instant {
    const last = way.at(-1);
    if (!last) return this.#problem.period.earliestDeparture;
    const travel = factsOf(this.#problem).travel.get(last.travelId)!;
    return last.departsAt + (travel.type === 'SERVICE' ? travel.minutes : minutesBetween(travel, last.from, last.to));
  }

  /** All journeys from a place that arrive within the period. */
  #departures(from: Id, after: Instant): Journey[] {
    return this.#problem.travel.flatMap((travel) => targets(travel, from).flatMap((to) =>
      (travel.type === 'SERVICE' ? this.#hours(travel) : this.#grid(after, this.#problem.period.latestReturn)).filter((departsAt) => departsAt >= after).map((departsAt) => ({ travelId: travel.id, from, to, departsAt }))))
      .filter((journey) => this.#arrival([journey]) <= this.#problem.period.latestReturn);
  }

  #hours({ from, departs }: Service): Instant[] {
    const facts = factsOf(this.#problem);
    const zone = facts.zones.get(facts.places.get(from)!.zoneId)!;
    const { earliestDeparture, latestReturn } = this.#problem.period;
    return daysBetween(clockAt(zone, earliestDeparture).day, clockAt(zone, latestReturn).day).flatMap((day) =>
      ('at' in departs ? departs.at.map((minute) => instantOf(zone, day, minute)) : this.#grid(instantOf(zone, day, departs.first), instantOf(zone, day, departs.last))));
  }

  #grid(from: Instant, until: Instant): Instant[] {
    const first = Math.ceil(from / this.#limits.step) * this.#limits.step;
    return Array.from({ length: Math.max(0, Math.floor((until - first) / this.#limits.step) + 1) }, (_, n) => first + n * this.#limits.step);
  }

  #plan(team: readonly Person[], kinds: readonly TeamRole[][], { access, core, meetings }: Begun, egress: readonly (readonly Journey[])[] = []): Plan {
    const members = team.map((person, n): Member => ({ personId: person.id, partyId: 'all', as: kinds[n]!, journeys: [...access[n]!, ...core, ...egress[n] ?? []] }));
    return { format: 'passerelle.plan', version: 1, parties: [{ id: 'all', journeys: core }], team: members, meetings };
  }

  #ask(plan: Plan): readonly Violation[] {
    this.asked += 1;
    if (this.asked > this.#limits.maxAsked) throw new RangeError('Too many plans');
    const found = validate(this.#problem, plan);
    for (const { about, at } of found.filter(({ code }) => code === 'H1' && !this.#limits.isThorough)) this.#never.add(`${about[0]!.id} ${at}`);
    return found;
  }

  #isHopeless(begun: Plan): boolean {
    return !this.#limits.isThorough && this.#ask(begun).some(isHopeless);
  }

  /** A begun plan that may still become valid and as good as the best: it ends here, or one thing more is done. */
  #onward(team: readonly Person[], kinds: readonly TeamRole[][], begun: Begun): void {
    if (!this.#reaches(begun) || this.#isHopeless(this.#plan(team, kinds, begun))) return;
    this.#end(team, kinds, begun);
    const done = new Set(begun.meetings.map(({ meetingId }) => meetingId));
    for (const meeting of this.#problem.meetings.filter(({ id, placeId }) => placeId === begun.placeId && !done.has(id))) {
      for (const planned of this.#held(team, kinds, meeting, begun.now)) this.#onward(team, kinds, { ...begun, meetings: [...begun.meetings, planned], now: planned.startsAt });
    }
    for (const journey of this.#departures(begun.placeId, begun.now)) this.#onward(team, kinds, { ...begun, core: [...begun.core, journey], placeId: journey.to, now: this.#arrival([journey]) });
  }

  #reaches({ meetings }: Begun): boolean {
    const done = new Set(meetings.map(({ meetingId }) => meetingId));
    const left = this.#problem.meetings.filter(({ id }) => !done.has(id)).reduce((sum, { profit }) => sum + profit, 0);
    return !this.#isForProfit || this.#first(meetings) + left >= (this.best?.value[0] ?? -Infinity);
  }

  #first(meetings: readonly PlannedMeeting[]): number {
    return meetings.reduce((sum, { meetingId }) => sum + factsOf(this.#problem).meetings.get(meetingId)!.profit, 0);
  }

  /** Each way to hold a meeting from a time on: when, with whom, and who interprets. */
  #held(team: readonly Person[], kinds: readonly TeamRole[][], { id, serviceMinutes, isOnlyAdviser, languages }: Meeting, after: Instant): PlannedMeeting[] {
    const attending = subsets(team.map(({ id: personId }, n) => ({ personId, as: isOnlyAdviser ? kinds[n]!.filter((kind) => kind === 'ADVISER') : kinds[n]! }))).filter(({ length }) => length > 0);
    const interpreting = product(languages.map((need) => [null, ...(need.mayInterpret ? this.#problem.interpreters.map(({ id: interpreterId }) => ({ needId: need.id, interpreterId })) : [])])).map((one) => one.filter((use) => use !== null));
    return this.#grid(after, this.#problem.period.latestReturn - serviceMinutes).filter((startsAt) => !this.#never.has(`${id} ${startsAt}`)).flatMap((startsAt) => attending.flatMap((attends) => interpreting.map((interpreted) => ({ meetingId: id, startsAt, attends, interpreted }))));
  }

  /** The party ends here: each goes home. */
  #end(team: readonly Person[], kinds: readonly TeamRole[][], begun: Begun): void {
    if (this.#isForProfit && this.#first(begun.meetings) < (this.best?.value[0] ?? -Infinity)) return;
    const homeward = (egress: readonly (readonly Journey[])[]): void => {
      const plan = this.#plan(team, kinds, begun, egress);
      if (egress.length === team.length) {
        if (!egress.every(([first]) => first && sameJourney(first, egress[0]![0]!))) this.#whole(plan);
      } else if (egress.length === 0 || !this.#isHopeless(plan)) {
        for (const way of this.#ways(begun.placeId, team[egress.length]!.endPlaceId, begun.now)) homeward([...egress, way]);
      }
    };
    homeward([]);
  }

  #whole(plan: Plan): void {
    if (this.#ask(plan).length > 0) return;
    const value = valueOf(this.#problem, plan);
    if (this.best === null || compareValues(value, this.best.value) > 0) this.best = { plan, value };
  }
}

const sameJourney = (a: Journey, b: Journey): boolean => a.travelId === b.travelId && a.from === b.from && a.to === b.to && a.departsAt === b.departsAt;

function targets(travel: Travel, from: Id): Id[] {
  if (travel.type === 'SERVICE') return travel.from === from && travel.isOffered ? [travel.to] : [];
  return travel.placeIds.includes(from) ? travel.placeIds.filter((to) => to !== from && minutesBetween(travel, from, to) >= 0) : [];
}

/** The best plan. Throws RangeError where more plans would have to be asked about than may be, or the problem is not of the kind that this is for. */
export function brute(problem: Problem, limits: BruteLimits): Brute {
  if (problem.riding !== 'TOGETHER') throw new RangeError('Not of the kind that this is for');
  const search = new Search(problem, limits);
  search.run();
  return { best: search.best, asked: search.asked };
}
