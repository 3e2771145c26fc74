/** How much a plan that has begun can be worth at most, level by level. */
import type { LanguageNeed, Person, Problem, Value } from '@passerelle/shared/planning.ts';
import { type Crew, interpretersFor, speaks } from '../model/crew.ts';
import { arrivalsOf } from '../model/earliest-arrivals.ts';
import { isIn, keyOfSet, type Model, type Task } from '../model/model.ts';
import { keepableOf, teamMeasure } from '../model/most-of-team.ts';
import { indexFrom } from '../model/sorted.ts';
import { profitWeight, type Worth } from '../model/worth.ts';
import { costToGoOf, type Spending, type Wanted } from './cost-to-go.ts';
import { ENDS, FIELDS, type Label } from './label.ts';
import type { Onward } from './onward.ts';

/** The share of all time in which meetings are held. */
const WORKING_SHARE = 0.12;

/** When people are free again, on average. */
function meanFree({ state, now }: Label): number {
  let sum = 0;
  for (let base = 0; base < state.length; base += FIELDS) sum += Math.max(now, state[base + ENDS]!);
  return state.length === 0 ? now : (sum * FIELDS) / state.length;
}

export interface Bound {
  /** Whether the label may still have all that must be in, and become better than a value, by what is quickly told. */
  mayBeat(label: Label, value: Value | null): boolean;
  /** What no plan that it becomes and that is better than a value exceeds, level by level, with what all costs that is left to hold; the greatest whole number at a level that is not bounded. Null where there is none. */
  reckon(label: Label, value: Value | null): Value | null;
  /** What the first level may come to, if what is left is shared over the time that is left: a guess, no bound. */
  guess(label: Label): number;
  /** What the first level may come to, by what is quickly told. */
  first(label: Label): number;
}

interface Holding {
  readonly lo: number;
  readonly hi: number;
  /** What of a former plan may still be kept. */
  readonly kept: number;
}

interface Reach { lo: number; hi: number; kept: number; readonly places: number[] }

const NOTHING: Spending = { cents: 0, minutes: 0, nights: 0, travellers: 0 };

/** Whether what meetings bring to the first level adds up, so that each that is left out takes away what it brings. */
const areSums = ({ goals }: Problem): boolean => goals[0]?.terms.every(({ measure }) => !['SHARED_NEEDS', 'BALANCE', 'NGO_COUNTRIES'].includes(measure)) ?? false;

const timesOrNone = (weight: number, amount: number): number => (weight === 0 ? 0 : weight * amount);

/** Whether a meeting can still begin, so that somebody who attends it is home in time. */
function isInTime({ starts, meeting, place }: Task, { places, latest }: Model, from: number, isEnd: boolean): boolean {
  const begins = starts[indexFrom(starts, from)];
  return begins !== undefined && begins + meeting.serviceMinutes + (isEnd ? 0 : places[place]!.buffer) <= latest[place]!;
}

const known = new WeakMap<Model, readonly (readonly number[])[]>();

/** The shortest ways from place to place, in minutes: the services' own, no waiting counted. Of a model once. */
function shortestTimes(model: Model): readonly (readonly number[])[] {
  const times = known.get(model) ?? timesOf(model);
  known.set(model, times);
  return times;
}

function timesOf({ places, departures }: Model): number[][] {
  const times = places.map((_, from) => places.map((__, to) => (from === to ? 0 : Infinity)));
  for (const list of departures) for (const { from, to, at, arrives } of list) times[from]![to] = Math.min(times[from]![to]!, arrives - at);
  for (let by = 0; by < places.length; by += 1) {
    for (const row of times) for (let to = 0; to < places.length; to += 1) row[to] = Math.min(row[to]!, row[by]! + times[by]![to]!);
  }
  return times;
}

export function boundOf(model: Model, crew: Crew, worth: Worth, onward: Onward): Bound {
  const { tasks, places, problem } = model;
  const arrivals = arrivalsOf(model);
  const soonest = shortestTimes(model);
  /** When one is where, if a journey begins at once; and by the timetable. */
  const soon = ({ place, now }: Label) => (to: number): number => now + soonest[place]![to]!;
  const timed = ({ place, now }: Label) => {
    const times = arrivals(place, now);
    return (to: number): number => times[to]!;
  };
  const ends = new Set(crew.members.map(({ end }) => end));
  const costToGo = costToGoOf(model, crew, onward);
  const marginal = areSums(problem) ? profitWeight(model, worth) : 0;
  const ofCrew = worth.ofCrew(crew);
  const open = tasks.filter((_, index) => crew.covers[index]!.length > 0);
  const countriesIn = fullCountries(model);
  const keepable = new Set((problem.former?.meetings ?? []).map(({ meetingId }) => meetingId));

  /** How often over all that there is could be held by so many people in all the hours of a working day. */
  const capacity = (crew.members.length * WORKING_SHARE * (model.until - model.from)) / Math.max(1, open.reduce((sum, { meeting, index }) => sum + (meeting.serviceMinutes + places[tasks[index]!.place]!.transfer), 0));

  /** What comes before something that is held already (H9), or in an order of places. */
  const ruledOut = (task: Task, lo: number, hi: number): boolean => task.before.some(({ other }) => isIn(tasks[other]!, lo, hi))
    || model.orders.some((order) => order[task.place]! >= 0 && tasks.some((one) => isIn(one, lo, hi) && order[one.place]! > order[task.place]!));

  /** What may still be held, by its bits, and where. */
  const reach = ({ place, now, lo, hi }: Label, times: (to: number) => number, isRuledOut = ruledOut): Reach => {
    const found: Reach = { lo, hi, kept: 0, places: [] };
    const full = countriesIn(lo, hi);
    const mayFollow = (task: Task): boolean => !isIn(task, lo, hi) && !isRuledOut(task, lo, hi) && full?.has(places[task.place]!.country) !== false;
    for (const task of open) {
      if (!mayFollow(task) || !isInTime(task, model, task.place === place ? now : times(task.place) + places[task.place]!.buffer, ends.has(task.place))) continue;
      found.lo |= task.lo;
      found.hi |= task.hi;
      if (keepable.has(task.meeting.id)) found.kept += 1 + crew.members.length;
      if (!found.places.includes(task.place)) found.places.push(task.place);
    }
    return found;
  };

  const spent = (n: number, { cents, minutes, nights, travellers }: Spending): number =>
    timesOrNone(worth.cost[n]!, cents) + timesOrNone(worth.travel[n]!, minutes) + worth.nights[n]! * nights + worth.days[n]! * (nights + travellers);

  const level = (label: Label, { lo, hi, kept }: Holding, n: number, still: Spending): number =>
    (worth.isBounded[n] ? label.partial[n]! + ofCrew[n]! + worth.ofMeetings(n, lo, hi) + worth.kept[n]! * kept + spent(n, still) : Number.MAX_SAFE_INTEGER);

  const beats = (label: Label, most: Holding, still: Spending, value: Value): boolean => {
    for (let n = 0; n < worth.levels; n += 1) {
      const differs = level(label, most, n, still) - value[n]!;
      if (differs !== 0) return differs > 0;
    }
    return false;
  };

  /** What has to be held still: what must be in, and what brings so much that without it the first level cannot be as great as a value. */
  const wantedOf = (label: Label, most: Reach, still: Spending, value: Value | null): Wanted => {
    const spare = value === null ? Infinity : level(label, most, 0, still) - value[0]!;
    const [free, wanted] = [{ lo: most.lo & ~label.lo, hi: most.hi & ~label.hi }, { lo: 0, hi: 0, places: [] as number[] }];
    const isWanted = (task: Task): boolean => isIn(task, free.lo, free.hi) && (isIn(task, ...model.required) || marginal * task.meeting.profit > spare);
    for (const task of open.filter(isWanted)) {
      wanted.lo |= task.lo;
      wanted.hi |= task.hi;
      if (!wanted.places.includes(task.place)) wanted.places.push(task.place);
    }
    return wanted;
  };

  const isBetter = (label: Label, most: Reach, still: Spending, value: Value): boolean =>
    (!lacks(label.lo, label.hi, model.required) && beats(label, { lo: label.lo, hi: label.hi, kept: 0 }, still, value)) || (most.places.length > 0 && beats(label, most, costToGo.by(label, still, most.places), value));

  /** What is quickly told of a label, where it may still become better than a value. */
  const begin = (label: Label, times: (to: number) => number, value: Value | null): { readonly most: Reach; readonly home: Spending } | null => {
    const most = reach(label, times);
    const home = lacks(most.lo, most.hi, model.required) ? null : costToGo.home(label);
    return home === null || (value !== null && !isBetter(label, most, home, value)) ? null : { most, home };
  };

  /** Whether the first level alone says that a label may become better, and nothing is known that has to be held. */
  const isOpen = (label: Label, { most, home }: { readonly most: Reach; readonly home: Spending }, wanted: Wanted, value: Value | null): boolean =>
    value !== null && wanted.places.length === 0 && worth.cost[0] === 0 && level(label, most, 0, home) > value[0]!;

  return {
    mayBeat: (label, value) => begin(label, soon(label), value) !== null,
    reckon(label, value) {
      if (begin(label, soon(label), value) === null) return null;
      const begun = begin(label, timed(label), value);
      if (begun === null) return null;
      const { most, home } = begun;
      const wanted = wantedOf(label, most, home, value);
      const still = isOpen(label, begun, wanted, value) ? home : costToGo.through(label, home, wanted);
      if (still === null) return null;
      if (value !== null && !(wanted.places.length > 0 ? beats(label, most, still, value) : isBetter(label, most, still, value))) return null;
      return problem.goals.map((_, n) => level(label, most, n, still));
    },
    guess(label) {
      const most = reach(label, soon(label), () => false);
      const sofar = worth.ofMeetings(0, label.lo, label.hi) + label.partial[0]!;
      const [left, time] = [worth.ofMeetings(0, most.lo, most.hi) + label.partial[0]! - sofar, Math.max(0, model.until - meanFree(label)) / (model.until - model.from)];
      return sofar + left * Math.min(1, time * capacity);
    },
    first: (label) => level(label, reach(label, soon(label)), 0, costToGo.home(label) ?? NOTHING),
  };
}

/** Whether some of what must be in is not. */
export const lacks = (lo: number, hi: number, [first, second]: readonly [number, number]): boolean => (first & ~lo) !== 0 || (second & ~hi) !== 0;

/** What no plan exceeds, whoever goes and whatever it costs: all meetings that somebody of those who may go could cover, in as many countries as there may be. */
export function boundOfAll(model: Model, worth: Worth, able: readonly Person[]): Value {
  const covered = coveredBy(model, able);
  const former = keepableOf(model.problem, covered, able);
  return model.problem.goals.map(({ terms }, level) => {
    const ofTeam = terms.reduce((sum, term) => sum + term.weight * teamMeasure(term, model.problem, able), 0);
    return worth.isBounded[level] ? ofMeetings(model, worth, level, covered) + worth.kept[level]! * former + ofTeam : Number.MAX_SAFE_INTEGER;
  });
}

/** What meetings add to a level at most. Of what adds up country by country the best countries alone, as many as there may be. */
function ofMeetings({ problem, places }: Model, worth: Worth, level: number, tasks: readonly Task[]): number {
  const all = (of: readonly Task[]): number => worth.ofMeetings(level, of.reduce((bits, { lo }) => bits | lo, 0), of.reduce((bits, { hi }) => bits | hi, 0));
  if (problem.maxCountries === null || problem.goals[level]!.terms.some(({ measure }) => measure === 'SHARED_NEEDS')) return all(tasks);
  const byCountry = [...Map.groupBy(tasks, ({ place }) => places[place]!.country).values()].map(all);
  return byCountry.sort((a, b) => b - a).slice(0, problem.maxCountries).reduce((sum, one) => sum + one, 0);
}

/** What the first level may come to beside profits, at most. */
export const besideProfits = (model: Model, worth: Worth, able: readonly Person[]): number => boundOfAll(model, { ...worth, ofMeetings: (level, lo, hi) => worth.ofMeetings(level, lo, hi) - profitOf(model, worth, lo, hi) }, able)[0]!;

const profitOf = (model: Model, worth: Worth, lo: number, hi: number): number => profitWeight(model, worth) * model.tasks.reduce((sum, task) => sum + ((task.lo & lo) !== 0 || (task.hi & hi) !== 0 ? task.meeting.profit : 0), 0);

/** The meetings that somebody of those who may go could cover, with whom to interpret. */
export function coveredBy({ problem, tasks }: Model, able: readonly Person[]): readonly Task[] {
  const isSpoken = (placeId: string, need: LanguageNeed): boolean => able.some((person) => speaks(person, need)) || interpretersFor(problem, placeId, need).length > 0;
  const isCovered = ({ meeting, starts }: Task): boolean => starts.length > 0 && able.length > 0 && meeting.needs.every(({ kind, atLeast }) => able.filter(({ roles }) => roles.includes(kind)).length >= atLeast)
    && meeting.languages.every((need) => isSpoken(meeting.placeId, need));
  return tasks.filter(isCovered);
}

/** The countries of what is held, as many as they may be: nothing is held in another one then. */
export function fullCountries({ problem, places, tasks }: Model): (lo: number, hi: number) => ReadonlySet<number> | null {
  const { maxCountries } = problem;
  if (maxCountries === null) return () => null;
  const known = new Map<number | string, ReadonlySet<number> | null>();
  return (lo, hi) => {
    const key = keyOfSet(lo, hi);
    let full = known.get(key);
    if (full === undefined) {
      const countries = new Set(tasks.filter((task) => (task.lo & lo) !== 0 || (task.hi & hi) !== 0).map(({ place }) => places[place]!.country));
      full = countries.size >= maxCountries ? countries : null;
      if (known.size < 200_000) known.set(key, full);
    }
    return full;
  };
}
