/**
 * Which meetings of a place so many people can hold between two times: parallel machines with windows, that is hours at which each may begin, transfers between, and precedences. Who they are is not asked, but how many of a
 * kind there are at most. What is ruled out here no team can do.
 */
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import type { Person } from '@passerelle/shared/planning.ts';
import { speaks } from './crew.ts';
import type { Model, Task } from './model.ts';
import { neededOf } from './needed.ts';
import { type Away, mostAway, type Nights, nightsOf } from './nights.ts';
import { indexFrom } from './sorted.ts';

export interface AtOnce {
  /** Of meetings of a place, the sets that may be held from a time until another, of which none is within another; none at all where no team is free. `away`: all of the time for which all who go have to be free; null where that is not known. */
  sets(place: number, tasks: readonly Task[], time: Time, away: Away | null): readonly (readonly Task[])[];
}

export interface Time {
  readonly from: number;
  readonly until: number;
}

/** Sets that are looked at to find them; where there are more, all meetings are taken for possible. */
const MOST_SETS = 400;

/** People who can do something, of whom a team has so many at most beside those whom it needs for other things. */
interface Able {
  readonly isNeededBy: (task: Task) => boolean;
  readonly can: (person: Person) => boolean;
  readonly beside: number;
}

/** How many can be had at once of what a meeting may need. */
interface Kind {
  readonly most: number;
  readonly isNeededBy: (task: Task) => boolean;
}

function ablesOf(model: Model, persons: readonly Person[]): Able[] {
  const isSeveral = persons.some(({ mayCountForSeveral }) => mayCountForSeveral);
  const needed = neededOf(model.problem);
  const sum = [...needed.values()].reduce((all, some) => all + some, 0);
  const kinds = [...new Set(model.tasks.flatMap(({ meeting }) => meeting.needs.filter(({ atLeast }) => atLeast > 0).map(({ kind }) => kind)))];
  const spoken = new Map(model.tasks.flatMap(({ meeting }) => meeting.languages.filter(({ mayInterpret }) => !mayInterpret).map((need) => [JSON.stringify(need.anyOf), need] as const)));
  return [
    ...kinds.map((kind): Able => ({ beside: isSeveral ? 0 : sum - (needed.get(kind) ?? 0), can: ({ roles }) => roles.includes(kind), isNeededBy: ({ meeting }) => meeting.needs.some((need) => need.kind === kind && need.atLeast > 0) })),
    ...[...spoken].map(([key, need]): Able => ({ beside: 0, can: (person) => speaks(person, need), isNeededBy: ({ meeting }) => meeting.languages.some((one) => !one.mayInterpret && JSON.stringify(one.anyOf) === key) })),
  ];
}

/** Whether somebody can be away for all of a time: from the day on which they set out, by the clocks there, to that on which they are home, by those at home, wherever these are changed. */
export function isFree({ places, placeIndex }: Pick<Model, 'places' | 'placeIndex'>, { blocks, maxDaysAway, startPlaceId, endPlaceId }: Person, { from, until }: Time): boolean {
  if (blocks.some((block) => block.from < until && block.until > from)) return false;
  const dayOf = (local: number): number => Math.floor(local / 1440);
  return maxDaysAway === null || dayOf(until + places[placeIndex.get(endPlaceId)!]!.clocks.least) - dayOf(from + places[placeIndex.get(startPlaceId)!]!.clocks.most) < maxDaysAway;
}

/** Whether one has to be over before another begins. */
const areLinked = (tasks: readonly Task[]): boolean => tasks.some(({ before }) => before.some(({ other }) => tasks.some(({ index }) => index === other)));

class Halls implements AtOnce {
  private readonly model: Model;
  private readonly able: readonly Person[];
  private readonly ables: readonly Able[];
  private readonly needed: ReadonlyMap<TeamRole, number>;
  private readonly nights: Nights;
  /** By how many may be away at most. */
  private readonly kinds: readonly Map<number, readonly Kind[] | null>[];
  private readonly known = new Map<string, readonly (readonly Task[])[]>();

  constructor(model: Model, able: readonly Person[]) {
    this.model = model;
    this.able = able;
    this.ables = ablesOf(model, able);
    this.needed = neededOf(model.problem);
    this.nights = nightsOf(model, able);
    this.kinds = Array.from({ length: able.length + 1 }, () => new Map<number, readonly Kind[] | null>());
  }

  sets(place: number, tasks: readonly Task[], time: Time, away: Away | null): readonly (readonly Task[])[] {
    if (tasks.length < 2 && !away) return [tasks];
    const kinds = this.kindsOf(away);
    if (!kinds) return [];
    if (!areLinked(tasks) && kinds.every(({ most, isNeededBy }) => tasks.length <= most || tasks.filter(isNeededBy).length <= most)) return [tasks];
    const key = `${place} ${time.from} ${time.until} ${tasks.map(({ index }) => index).join()} ${kinds.map(({ most }) => most).join()}`;
    let found = this.known.get(key);
    if (!found) {
      found = this.largest(tasks, kinds, { transfer: this.model.places[place]!.transfer, ...time });
      this.known.set(key, found);
    }
    return found;
  }

  /** Null where those who are free are no team. */
  private kindsOf(away: Away | null): readonly Kind[] | null {
    const { model: { from, problem: { maxTeam } }, able, nights, needed, ables } = this;
    const most = Math.min(able.length, away ? mostAway(nights, away.days, away.more) : Infinity);
    const key = away ? (away.from - from) * 2 ** 26 + away.until - from : -1;
    const known = this.kinds[most]!;
    let kinds = known.get(key);
    if (kinds === undefined) {
      const free = away ? able.filter((person) => isFree(this.model, person, away)) : able;
      const size = Math.min(maxTeam ?? free.length, free.length, most);
      const isTeam = size > 0 && [...needed].every(([kind, atLeast]) => free.filter(({ roles }) => roles.includes(kind)).length >= atLeast);
      kinds = isTeam ? [{ most: size, isNeededBy: () => true }, ...ables.map(({ beside, can, isNeededBy }): Kind => ({ most: Math.min(free.filter(can).length, size - beside), isNeededBy }))] : null;
      known.set(key, kinds);
    }
    return kinds;
  }

  private largest(tasks: readonly Task[], kinds: readonly Kind[], hall: Omit<Hall, 'most'>): readonly (readonly Task[])[] {
    const [found, seen] = [[] as (readonly Task[])[], new Set<string>()];
    let layer = [tasks];
    for (let asked = 0; layer.length > 0;) {
      const next: (readonly Task[])[] = [];
      for (const some of layer) {
        if (found.some((one) => some.every((task) => one.includes(task)))) continue;
        if ((asked += 1) > MOST_SETS) return [tasks];
        if (kinds.every(({ most, isNeededBy }) => isPossible(some.filter(isNeededBy), { most, ...hall }))) found.push(some);
        else {
          for (const task of some) {
            const less = some.filter((one) => one !== task);
            const key = less.map(({ index }) => index).join();
            if (!seen.has(key)) next.push(less);
            seen.add(key);
          }
        }
      }
      layer = next;
    }
    return found;
  }
}

interface Hall {
  readonly most: number;
  readonly transfer: number;
  readonly from: number;
  readonly until: number;
}

/** A meeting with the hours at which it may begin there. */
interface Job {
  readonly task: Task;
  readonly starts: readonly number[];
  readonly minutes: number;
}

/** Beginnings that are tried; where they are more, the meetings are taken for possible. */
const MOST_TRIED = 3_000;

/** Whether so many people can hold them all, as far as is seen soon. */
function isPossible(tasks: readonly Task[], hall: Hall): boolean {
  if (tasks.length === 0) return true;
  const jobs = tasks.map((task): Job => ({ task, minutes: task.meeting.serviceMinutes, starts: task.starts.slice(indexFrom(task.starts, hall.from), indexFrom(task.starts, hall.until - task.meeting.serviceMinutes + 1)) }));
  return hall.most > 0 && jobs.every(({ starts }) => starts.length > 0) && fits(jobs, hall) && new Schedule(jobs, hall).isThere();
}

/** Whether between any two times there are people enough for what has to be held between them (energetic reasoning: Baptiste, Le Pape and Nuijten 1999). */
function fits(jobs: readonly Job[], { most, transfer }: Hall): boolean {
  return jobs.every(({ starts: [from] }) => jobs.every((last) => {
    const until = last.starts.at(-1)! + last.minutes;
    const needed = jobs.reduce((sum, { starts, minutes }) => sum + (starts[0]! >= from! && starts.at(-1)! + minutes <= until ? minutes + transfer : 0), 0);
    return needed <= most * Math.max(0, until - from! + transfer);
  }));
}

/** Each schedule becomes one in which, in the order of its beginnings, each meeting is held as early as it may be by whoever is free first: these are tried. */
class Schedule {
  private readonly jobs: readonly Job[];
  private readonly hall: Hall;
  private readonly isLinked: boolean;
  /** Of each meeting the first that is the same to who plans: of these the first that is left is tried alone. */
  private readonly alike: readonly number[];
  private readonly failed = new Set<string>();
  private tried = 0;

  constructor(jobs: readonly Job[], hall: Hall) {
    this.jobs = jobs;
    this.hall = hall;
    this.isLinked = areLinked(jobs.map(({ task }) => task));
    const keys = jobs.map(({ minutes, starts }, n) => `${minutes} ${starts.join()} ${this.isLinked ? n : ''}`);
    this.alike = keys.map((key) => keys.indexOf(key));
  }

  isThere(): boolean {
    return this.onward((1 << this.jobs.length) - 1, Array.from({ length: Math.min(this.hall.most, this.jobs.length) }, () => -Infinity), this.jobs.map(() => -Infinity), -Infinity);
  }

  /** `left` as bits; `free`: when each is free, the first first; `ends`: when each meeting is over. */
  private onward(left: number, free: readonly number[], ends: readonly number[], last: number): boolean {
    if (left === 0 || (this.tried += 1) > MOST_TRIED) return true;
    const open = this.jobs.map((_, n) => n).filter((n) => (left >> n) & 1);
    const key = `${open.map((n) => this.alike[n]).join()} ${free.join()} ${last} ${this.isLinked ? ends.join() : ''}`;
    if (this.failed.has(key)) return false;
    const next = open.filter((n, place) => place === 0 || !open.slice(0, place).some((one) => this.alike[one] === this.alike[n])).map((n) => ({ n, at: this.startOf(n, { left, free: free[0]!, ends, last }) })).sort((a, b) => a.at - b.at);
    // Who begins later begins when nobody can be in time for the one that has no hour left.
    const isHopeless = next.at(-1)!.at === Infinity && !this.isLinked;
    for (const { n, at } of isHopeless ? [] : next.filter((one) => one.at < Infinity)) {
      const over = at + this.jobs[n]!.minutes;
      if (this.onward(left & ~(1 << n), [...free.slice(1), over + this.hall.transfer].sort((a, b) => a - b), ends.with(n, over), at)) return true;
    }
    this.failed.add(key);
    return false;
  }

  private startOf(n: number, now: Parameters<Schedule['earliest']>[1]): number {
    const { starts } = this.jobs[n]!;
    return starts[indexFrom(starts, this.earliest(n, now))] ?? Infinity;
  }

  /** When the nth may begin at the earliest: ∞ while something is to be held before it. */
  private earliest(n: number, { left, free, ends, last }: { readonly left: number; readonly free: number; readonly ends: readonly number[]; readonly last: number }): number {
    return this.jobs[n]!.task.after.reduce((at, { other, gap }) => {
      const before = this.jobs.findIndex(({ task }) => task.index === other);
      if (before < 0) return at;
      return (left >> before) & 1 ? Infinity : Math.max(at, ends[before]! + gap);
    }, Math.max(last, free));
  }
}

export const atOnceOf = (model: Model, able: readonly Person[]): AtOnce => new Halls(model, able);
