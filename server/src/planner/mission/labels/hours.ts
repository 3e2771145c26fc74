/**
 * At which hours of the grid something need be tried. The earliest is best, but for what a later beginning mends: a duty or a programme that would be too long, a stay that would give
 * more, a day on which something is in force, a block that is over. Of all best plans one has each of its times at such an hour: otherwise it could be moved back by a step, and would
 * break nothing and be worth no less.
 */
import { dayOf, instantOf, type Problem, type WorkRule } from '@passerelle/shared/planning.ts';
import { zoneOf } from '@passerelle/shared/planning/facts.ts';
import type { Crew } from '../model/crew.ts';
import { type Departure, firstFrom, shiftedTo } from '../model/departures.ts';
import type { Model, Task } from '../model/model.ts';
import { indexFrom, sorted } from '../model/sorted.ts';
import type { Worth } from '../model/worth.ts';
import { BEGAN, FIELDS, type Label, LEFT_ON, PROGRAMME_BY, RESTED } from './label.ts';

const known = new WeakMap<Model, [number[], number[]]>();

/** When a duty, and when its programme, may have to begin, so as to be over when some work ends. Of a model once. */
function beginningsOf(model: Model, rule: WorkRule): [number[], number[]] {
  const found = known.get(model) ?? beginningsBy(model, rule);
  known.set(model, found);
  return found;
}

function beginningsBy({ tasks, departures }: Model, { maxDutyMinutes, maxProgrammeMinutes }: WorkRule): [number[], number[]] {
  const meetings = tasks.flatMap(({ starts, meeting }) => starts.map((at) => at + meeting.serviceMinutes));
  const journeys = departures.flatMap((list) => list.filter(({ isRest }) => !isRest).map(({ arrives }) => arrives));
  return [sorted([...meetings, ...journeys].map((at) => at - maxDutyMinutes)), sorted(meetings.map((at) => at - maxProgrammeMinutes))];
}

/** Whether a rule is not in force all the time. */
const isLate = ({ validFrom, validUntil }: WorkRule, { from }: Model): boolean => validFrom > dayOf(Math.floor(from / 1440) - 1) || validUntil !== null;

function formerHours({ former }: Problem, { kept }: Worth): ReadonlyMap<string, number> {
  const isKept = kept.some((weight) => weight !== 0);
  return new Map((isKept && former ? former.meetings : []).map(({ meetingId, startsAt }) => [meetingId, startsAt]));
}

/** The minutes of a day on which allowances depend. */
const partsOf = ({ allowances }: Problem): number[] => (allowances?.rules ?? []).flatMap(({ night, lunch, dinner }) => [night, lunch, dinner].flatMap(({ from, until }) => [from, until]));

export class Hours {
  private readonly model: Model;
  private readonly crew: Crew;
  private readonly isThorough: boolean;
  /** When the work of a duty, and of its programme, may have to begin, for it to be over by when some work ends. */
  private readonly duties: readonly number[];
  private readonly programmes: readonly number[];
  private readonly rest: number;
  private readonly isRuleLate: boolean;
  private readonly kept: ReadonlyMap<string, number>;
  private readonly isCounted: boolean;
  /** By place, the instants at which what a stay gives changes. */
  private readonly turns = new Map<number, readonly number[]>();
  private readonly interpreted = new Map<Task, readonly number[]>();
  private readonly hasSlack: boolean;

  constructor(model: Model, crew: Crew, worth: Worth) {
    const { problem } = model;
    const [rule, ...more] = problem.workRules ?? [];
    this.model = model;
    this.crew = crew;
    this.isThorough = more.length > 0 || !worth.isBounded.every(Boolean);
    [this.duties, this.programmes] = rule ? beginningsOf(model, rule) : [[], []];
    this.isRuleLate = rule !== undefined && isLate(rule, model);
    this.rest = rule?.minRestMinutes ?? 0;
    this.kept = formerHours(problem, worth);
    this.isCounted = problem.allowances !== null;
    this.hasSlack = worth.slack.length > 0;
  }

  private instants(placeId: string, minutes: readonly number[]): number[] {
    const { facts, from, until } = this.model;
    const zone = zoneOf(facts, placeId);
    const days = Array.from({ length: Math.ceil((until - from) / 1440) + 3 }, (_, n) => Math.floor(from / 1440) - 1 + n);
    return sorted(days.flatMap((day) => minutes.map((minute) => instantOf(zone, day, minute)))).filter((at) => at >= from && at <= until);
  }

  private daysOf(place: number): readonly number[] {
    return this.instants(this.model.places[place]!.id, [0]);
  }

  private turnsAt(place: number): readonly number[] {
    let turns = this.turns.get(place);
    if (!turns) {
      turns = sorted(this.instants(this.model.places[place]!.id, [0, ...partsOf(this.model.problem)]).flatMap((at) => [at, at + this.model.step]));
      this.turns.set(place, turns);
    }
    return turns;
  }

  /** The hours of a meeting from a time on, as their numbers. */
  ofMeeting(label: Label, task: Task, from: number, attends: number): Iterable<number> {
    const { starts, meeting } = task;
    const first = indexFrom(starts, from);
    if (this.isThorough || first === starts.length) return range(first, starts.length);
    const found = new Set<number>([first]);
    const add = (at: number): void => {
      const n = indexFrom(starts, Math.max(at, from));
      if (n < starts.length) found.add(n);
    };
    this.ofMoney(label, task, (at) => { if (at > from) add(at); });
    this.ofBlocks(label, attends, add);
    if (this.model.hasRules) this.ofDuties(label, { attends, from: starts[first]!, minutes: meeting.serviceMinutes, isMeeting: true, next: (at) => starts[indexFrom(starts, at)] ?? at }, add);
    return [...found].sort((a, b) => a - b);
  }

  /** The former hour, and those at which meals and interpreters are counted anew, or somebody has interpreted. */
  private ofMoney({ uses }: Label, task: Task, add: (at: number) => void): void {
    const { meeting } = task;
    if (this.kept.has(meeting.id)) add(this.kept.get(meeting.id)!);
    if (meeting.provides !== null || meeting.languages.length > 0 || this.isRuleLate) for (const at of this.turnsOf(task)) add(at);
    if (meeting.languages.length > 0) for (let use = uses; use; use = use.before) add(use.at + use.task.meeting.serviceMinutes);
  }

  private turnsOf(task: Task): readonly number[] {
    let turns = this.interpreted.get(task);
    if (!turns) {
      const halves = this.model.problem.interpreters.map(({ halfDayAt }) => halfDayAt);
      turns = this.instants(this.model.places[task.place]!.id, [0, ...new Set(task.meeting.languages.length > 0 ? halves : [])]);
      this.interpreted.set(task, turns);
    }
    return turns;
  }

  /** When somebody is free again who has not begun. */
  private ofBlocks({ state }: Label, attends: number, add: (at: number) => void): void {
    for (const [n, { person }] of this.crew.members.entries()) if ((attends >> n) & 1 && state[n * FIELDS + BEGAN] === Infinity) for (const { until } of person.blocks) add(until);
  }

  /** Later beginnings that may be needed by whose work begins a duty, or the programme of one. */
  private ofDuties({ state }: Label, { attends, from, minutes, isMeeting, next }: { readonly attends: number; readonly from: number; readonly minutes: number; readonly isMeeting: boolean; next(at: number): number }, add: (at: number) => void): void {
    for (let person = 0; person < this.crew.members.length; person += 1) {
      if (((attends >> person) & 1) === 0) continue;
      const rested = state[person * FIELDS + RESTED]!;
      // Who has to rest first begins when there is an hour after it: on another day, maybe.
      const base = rested > from ? next(rested) : from;
      if (rested > from) add(rested);
      const until = base + minutes + this.rest;
      between(this.duties, base + 1, until).forEach(add);
      const begins = state[person * FIELDS + PROGRAMME_BY]! < 0 ? from : base;
      if (isMeeting) between(this.programmes, begins + 1, until).forEach(add);
    }
  }

  /** When a link leaves next. */
  private nextOf(place: number, { travelId, to }: Departure, at: number): number {
    const list = this.model.departures[place]!;
    for (let n = firstFrom(list, at - this.model.spread); n < list.length; n += 1) {
      const one = list[n]!;
      if (one.travelId === travelId && one.to === to && one.at + one.spread >= at) return Math.max(one.at, this.gridFrom(at));
    }
    return at;
  }

  private gridFrom(at: number): number {
    return Math.ceil(at / this.model.step) * this.model.step;
  }

  /** The departures from a place from a time on that need be tried, of each link by itself. */
  *ofJourneys(label: Label, from: number, riders: number): Generator<Departure> {
    const list = this.model.departures[label.place]!;
    const isAll = this.isThorough || this.hasSlack;
    const wanted = new Map<string, number[]>();
    for (let n = firstFrom(list, from - this.model.spread); n < list.length; n += 1) {
      const one = list[n]!;
      const at = Math.max(one.at, this.gridFrom(from));
      if (at > one.at + one.spread) continue;
      if (isAll || !one.isAnyMinute) yield shiftedTo(one, at);
      else yield* this.wantedIn(label, one, { from: at, riders, wanted });
    }
  }

  /** The departures that one stands for, from a time on, that are each the first since an hour that is wanted; what is wanted of its link is kept in `wanted`, the next hour first. */
  private *wantedIn(label: Label, one: Departure, { from, riders, wanted }: { readonly from: number; readonly riders: number; readonly wanted: Map<string, number[]> }): Generator<Departure> {
    const link = `${one.travelId} ${one.to}`;
    const hours = wanted.get(link) ?? this.wantedOf(label, shiftedTo(one, from), riders);
    const past = indexFrom(hours, one.at + one.spread + 1);
    wanted.set(link, past === 0 ? hours : hours.slice(past));
    for (const at of new Set(hours.slice(0, past).map((hour) => Math.max(from, this.gridFrom(hour))))) if (at <= one.at + one.spread) yield shiftedTo(one, at);
  }

  /** Of a link that leaves at any minute, from when on each departure is wanted. */
  private wantedOf(label: Label, first: Departure, riders: number): number[] {
    const found = [first.at];
    const add = (at: number): void => { if (at > first.at) found.push(at); };
    const minutes = first.arrives - first.at;
    for (const { journey } of this.model.journeyPins) if (journey.travelId === first.travelId) add(journey.departsAt);
    for (const at of this.daysOf(label.place)) add(at);
    this.ofBlocks(label, riders, add);
    if (this.isCounted) for (const at of this.turnsAt(first.to)) add(at - minutes);
    if (label.state.some((value, n) => n % FIELDS === LEFT_ON && value === Infinity)) for (const at of this.daysOf(first.to)) add(at - minutes);
    if (this.model.hasRules && !first.isRest) this.ofDuties(label, { attends: riders, from: first.at, minutes, isMeeting: false, next: (at) => this.nextOf(label.place, first, at) }, add);
    return sorted(found);
  }
}

const between = (list: readonly number[], from: number, until: number): number[] => list.slice(indexFrom(list, from), indexFrom(list, until));

function* range(from: number, until: number): Generator<number> {
  for (let n = from; n < until; n += 1) yield n;
}
