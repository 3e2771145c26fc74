/**
 * Plans for people who are free for a few days only. Where the best way takes longer than a team can be away, the period is cut into windows of days, by the clocks where people live, in which a team is free for all of it: of each
 * the best way is relaxed by itself. In those that promise most, teams that are free follow the best ways of what they cover, and plans near to the best of theirs are looked for within the window. Nothing is claimed by it.
 */
import type { Person, Value } from '@passerelle/shared/planning.ts';
import { coveredBy } from '../labels/bound.ts';
import type { Whole } from '../labels/finish.ts';
import { searchCrew } from '../labels/label-setting.ts';
import type { Onward } from '../labels/onward.ts';
import { isFree, type Time } from '../model/at-once.ts';
import { type Crew, crewOf } from '../model/crew.ts';
import type { Departure } from '../model/departures.ts';
import type { Model, Task } from '../model/model.ts';
import { isTeam } from '../model/needed.ts';
import { awayFor, mayBeAway } from '../model/nights.ts';
import { waysOf } from '../model/ways-alone.ts';
import type { Worth } from '../model/worth.ts';
import { frameOf } from '../relaxation/frame.ts';
import { type Last, Relaxation } from '../relaxation/relaxation.ts';
import { alongWay, during } from '../relaxation/restricted.ts';
import { has, type Ridden } from '../relaxation/way.ts';
import { CHEAP, lookedOf, PREPARED } from '../shares.ts';
import { type Crews, crewsOf, type Going } from '../teams/crews.ts';
import { mayBeTeam } from '../teams/teams.ts';
import { type Begun, searchLarge } from './large-neighbourhood.ts';

/** How many ways a team follows, and the widths of the beams. */
const [WAYS, WIDTHS] = [8, [4]];
/** Shares of the work: of relaxing windows, of relaxing for teams, of following ways, and of plans near to the best. */
const [RELAXED, GUIDED, FOLLOWED, NEAR] = [0.1, 0.1, 0.3, 0.5];
const DAY = 1440;

export interface WindowOptions {
  readonly worth: Worth;
  readonly onward: Onward;
  readonly seed: number;
  readonly maxWork: number;
  /** What is known to be possible, or is not looked for. */
  known(): number;
  worked(work: number): void;
  found(crew: Crew, going: readonly Going[], whole: Whole): void;
  stops(): boolean;
}

/** The journeys of a way, the last one first. */
function legsOf({ way }: Last): readonly Departure[] {
  const legs: Departure[] = [];
  for (let one: Ridden = way; one.before; one = one.before) legs.push(one.by!);
  return legs;
}

/** Whether those who are free for all journeys of a way together are no team, or nobody of them could hold some of what it holds. */
export function isTooLong(model: Model, able: readonly Person[], last: Last): boolean {
  const legs = legsOf(last);
  if (legs.length === 0) return false;
  const time = { from: legs.at(-1)!.at, until: legs[0]!.arrives };
  if (!mayBeAway(model, able, time)) return true;
  const free = able.filter((person) => isFree(model, person, time));
  const covered = new Set(coveredBy(model, free));
  return !mayBeTeam(model, free) || model.tasks.some((task) => (has(last.way, task) || last.held.includes(task)) && !covered.has(task));
}

interface Window {
  readonly time: Time;
  /** Who is free for all of it. */
  readonly free: readonly Person[];
}

/** Whether all who have to go are among some people. */
const areAmong = (must: ReadonlySet<string>, persons: readonly Person[]): boolean => persons.filter(({ id }) => must.has(id)).length === must.size;

/** The windows that begin with a day by some clock, as long as a team is free with all who have to go. */
function* windowsFrom(model: Model, { able, must }: Crews, day: number, clock: number): Generator<Window> {
  for (let until = day + 1; (until - 1) * DAY - clock <= model.until; until += 1) {
    const time = { from: Math.max(model.from, day * DAY - clock), until: Math.min(model.until, until * DAY - clock - 1) };
    const free = able.filter((person) => isFree(model, person, time));
    if (!mayBeAway(model, able, time) || !mayBeTeam(model, free) || !areAmong(must, free)) return;
    yield { time, free };
  }
}

/** Of each day of the period and each clock by which somebody sets out the longest one, then of each the next. */
function windowsOf(model: Model, crews: Crews): readonly Window[] {
  const clocks = [...new Set(crews.able.map(({ startPlaceId }) => model.places[model.placeIndex.get(startPlaceId)!]!.clocks.most))];
  const lists = clocks.flatMap((clock) => {
    const [first, last] = [model.from, model.until].map((at) => Math.floor((at + clock) / DAY)) as [number, number];
    return Array.from({ length: last - first + 1 }, (_, n) => [...windowsFrom(model, crews, first + n, clock)].reverse());
  });
  return Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, n) => lists.flatMap((list) => list[n] ?? [])).flat();
}

/** The model of a window, with those who are free for all of it, and what no way of theirs exceeds. */
interface Cut {
  readonly model: Model;
  readonly most: number;
}

class Windows {
  private readonly model: Model;
  private readonly options: WindowOptions;
  /** Windows in which plans are looked for, and the largest teams that follow ways in each. */
  private readonly looked: number;
  private readonly teams: number;

  constructor(model: Model, options: WindowOptions) {
    this.model = model;
    this.options = options;
    [this.looked, this.teams] = lookedOf(options.maxWork);
  }

  run(crews: Crews, times: readonly Time[] | null): void {
    const { known, stops } = this.options;
    const cuts = times ? times.flatMap((time) => this.cutFor(crews, time)) : this.cuts(windowsOf(this.model, crews));
    for (const cut of cuts.sort((a, b) => b.most - a.most).slice(0, this.looked)) if (cut.most > known() && !stops()) this.look(cut);
  }

  /** Those of the first windows that may bring more than is known, until the work for it is used up. */
  private cuts(windows: readonly Window[]): Cut[] {
    const share = this.options.maxWork * RELAXED;
    const cuts: Cut[] = [];
    let sum = 0;
    for (const { time, free } of windows) {
      const { model } = this.cut(time, free);
      const { last, most, work } = this.relaxed(model, coveredBy(model, free), free, share / windows.length);
      if (last) cuts.push({ model, most });
      if ((sum += work) > share || this.options.stops()) break;
    }
    return cuts;
  }

  /** None where somebody is not free who has to go. */
  private cutFor({ able, must }: Crews, time: Time): readonly Cut[] {
    const free = able.filter((person) => isFree(this.model, person, time));
    return areAmong(must, free) ? [this.cut(time, free)] : [];
  }

  private cut(time: Time, free: readonly Person[]): Cut {
    return { model: awayFor(during(this.model, time), free, time), most: Infinity };
  }

  private relaxed(model: Model, covered: readonly Task[], persons: readonly Person[], share: number): { readonly last: Last | null; readonly most: number; readonly work: number } {
    const frame = frameOf(model, covered.filter(({ starts }) => starts.length > 0), persons);
    const relaxation = new Relaxation(frame, this.options.known());
    const most = relaxation.run(share * CHEAP);
    const work = (frame.work + relaxation.work) / CHEAP;
    this.options.worked(work);
    return { last: relaxation.last, most, work };
  }

  /** Teams follow their ways; then plans near to the best one. */
  private look({ model }: Cut): void {
    const { maxWork, worth, seed, worked, found, stops } = this.options;
    const crews = crewsOf(model, worth);
    let best: Begun | null = null;
    for (const going of crews.greedy().filter((some) => isTeam(model.problem, some)).slice(-this.teams)) best = this.follow(model, going, best);
    if (!best || stops()) return;
    worked(searchLarge(model, best, { worth, ways: waysOf(model), candidates: crews.choices(), must: crews.must, largest: crews.most, seed, maxWork: (maxWork * NEAR) / this.looked, prepared: PREPARED, within: null, least: null, found, stops }));
  }

  /** What is found along the ways of a team, where it is better than what was. */
  private follow(model: Model, going: readonly Going[], before: Begun | null): Begun | null {
    const { maxWork, worth, onward, worked, found, stops } = this.options;
    let best = before;
    for (const last of this.ways(model, going)) {
      const { model: of, route } = alongWay(model, last.way, last.held);
      const crew = crewOf(of, going);
      const { work } = searchCrew(of, crew, {
        worth, ways: waysOf(of), onward, widths: WIDTHS, route, maxWork: (maxWork * FOLLOWED) / this.looked / this.teams, maxLabels: 0, isFirstProved: () => false, stops, best: (): Value | null => best?.whole.value ?? null,
        found: (whole) => {
          best = { going, whole };
          found(crew, going, whole);
        },
      });
      worked(work + PREPARED);
      if (stops()) break;
    }
    return best;
  }

  /** The best way of what a team covers, then the best one without one of its journeys, and so on: ways that promise the same are told apart by what a team makes of them. */
  private *ways(model: Model, going: readonly Going[]): Generator<Last> {
    const { covers } = crewOf(model, going);
    const [covered, persons] = [model.tasks.filter(({ index }) => covers[index]!.length > 0), going.map(({ person }) => person)];
    let of = model;
    for (let n = 0; n < WAYS; n += 1) {
      const { last } = this.relaxed(of, covered, persons, (this.options.maxWork * GUIDED) / this.looked / this.teams / WAYS);
      if (!last) return;
      yield last;
      const legs = legsOf(last);
      if (legs.length === 0) return;
      const out = legs[n % legs.length]!;
      of = { ...of, departures: of.departures.map((list) => (list.includes(out) ? list.filter((one) => one !== out) : list)) };
    }
  }
}

/** Looks for plans within the windows that promise most, where there is any work for it; `times`: these windows, the most promising first. */
export function searchWindows(model: Model, crews: Crews, options: WindowOptions, times: readonly Time[] | null): void {
  if (options.maxWork > 0) new Windows(model, options).run(crews, times);
}
