/** How much a plan that has begun can be worth at most, level by level. */
import type { LanguageNeed, Person, Value } from '@passerelle/shared/planning.ts';
import { type Crew, interpretersFor, speaks } from './crew.ts';
import { ENDS, FIELDS, type Label } from './label.ts';
import { keyOfSet, type Model, type Task } from './model.ts';
import { profitWeight, type Worth } from './worth.ts';

/** The share of all time in which meetings are held. */
const WORKING_SHARE = 0.12;

/** When people are free again, on average. */
function meanFree({ state, now }: Label): number {
  let sum = 0;
  for (let base = 0; base < state.length; base += FIELDS) sum += Math.max(now, state[base + ENDS]!);
  return state.length === 0 ? now : (sum * FIELDS) / state.length;
}

export interface Bound {
  /** Whether the label may still have all that must be in, and become better than a value. */
  mayBeat(label: Label, value: Value | null): boolean;
  /** What the first level may come to, if what is left is shared over the time that is left: a guess, no bound. */
  guess(label: Label): number;
  /** Level by level; the greatest whole number at a level that is not bounded. */
  of(label: Label): number[];
}

const known = new WeakMap<Model, readonly (readonly number[])[]>();

/** The shortest ways from place to place, in minutes: the services' own, no waiting counted. Of a model once. */
export function shortestTimes(model: Model): readonly (readonly number[])[] {
  let times = known.get(model);
  if (!times) {
    times = timesOf(model);
    known.set(model, times);
  }
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

export function boundOf(model: Model, crew: Crew, worth: Worth): Bound {
  const { tasks, places, problem } = model;
  const times = shortestTimes(model);
  const ofCrew = worth.ofCrew(crew);
  const open = tasks.filter((_, index) => crew.covers[index]!.length > 0);
  const countriesIn = fullCountries(model);
  const keepable = new Set((problem.former?.meetings ?? []).map(({ meetingId }) => meetingId));

  /** How often over all that there is could be held by so many people in all the hours of a working day. */
  const capacity = (crew.members.length * WORKING_SHARE * (model.until - model.from)) / Math.max(1, open.reduce((sum, { meeting, index }) => sum + (meeting.serviceMinutes + places[tasks[index]!.place]!.transfer), 0));

  /** What comes before something that is held already (H9). */
  const ruledOut = ({ before }: Task, lo: number, hi: number): boolean => before.some(({ other }) => (tasks[other]!.lo & lo) !== 0 || (tasks[other]!.hi & hi) !== 0);

  /** What may still be held, by its bits. */
  const reach = ({ place, now, lo, hi }: Label, isRuledOut = ruledOut): { lo: number; hi: number; kept: number } => {
    const found = { lo, hi, kept: 0 };
    const full = countriesIn(lo, hi);
    for (const task of open) {
      if (isHeld(task, lo, hi) || isRuledOut(task, lo, hi) || full?.has(places[task.place]!.country) === false) continue;
      const from = task.place === place ? now : now + times[place]![task.place]! + places[task.place]!.buffer;
      if (task.starts.at(-1)! < from) continue;
      found.lo |= task.lo;
      found.hi |= task.hi;
      if (keepable.has(task.meeting.id)) found.kept += 1 + crew.members.length;
    }
    return found;
  };

  const level = (label: Label, { lo, hi, kept }: { lo: number; hi: number; kept: number }, n: number): number =>
    (worth.isBounded[n] ? label.partial[n]! + ofCrew[n]! + worth.ofMeetings(n, lo, hi) + worth.kept[n]! * kept : Number.MAX_SAFE_INTEGER);

  return {
    mayBeat(label, value) {
      const most = reach(label);
      if (lacks(most.lo, most.hi, model.required)) return false;
      if (value === null) return true;
      for (let n = 0; n < worth.levels; n += 1) {
        const differs = level(label, most, n) - value[n]!;
        if (differs !== 0) return differs > 0;
      }
      return false;
    },
    guess(label) {
      const most = reach(label, () => false);
      const sofar = worth.ofMeetings(0, label.lo, label.hi) + label.partial[0]!;
      const [left, time] = [worth.ofMeetings(0, most.lo, most.hi) + label.partial[0]! - sofar, Math.max(0, model.until - meanFree(label)) / (model.until - model.from)];
      return sofar + left * Math.min(1, time * capacity);
    },
    of(label) {
      const most = reach(label);
      return problem.goals.map((_, n) => level(label, most, n));
    },
  };
}

const isHeld = (task: Task, lo: number, hi: number): boolean => (task.lo & lo) !== 0 || (task.hi & hi) !== 0;

/** Whether some of what must be in is not. */
export const lacks = (lo: number, hi: number, [first, second]: readonly [number, number]): boolean => (first & ~lo) !== 0 || (second & ~hi) !== 0;

/** What no plan exceeds, whoever goes and whatever it costs: all meetings that somebody of those who may go could cover, in as many countries as there may be. */
export function boundOfAll(model: Model, worth: Worth, able: readonly Person[]): Value {
  const covered = coveredBy(model, able);
  const former = (model.problem.former?.meetings ?? []).reduce((sum, { attends }) => sum + 1 + attends.length, 0);
  return model.problem.goals.map(({ terms }, level) => {
    const ofCrew = terms.reduce((sum, { measure, weight }) => sum + (measure === 'FRESH' || measure === 'GROUPS' ? weight * able.length : 0), 0);
    return worth.isBounded[level] ? ofMeetings(model, worth, level, covered) + worth.kept[level]! * former + ofCrew : Number.MAX_SAFE_INTEGER;
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
