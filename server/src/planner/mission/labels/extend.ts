/** All that can be done next. */
import type { Cover, Crew } from '../model/crew.ts';
import type { Departure } from '../model/departures.ts';
import type { Model, Task } from '../model/model.ts';
import { indexFrom } from '../model/sorted.ts';
import type { Ways } from '../model/ways-alone.ts';
import { countOf } from './finish.ts';
import type { Hours } from './hours.ts';
import { ARRIVED, ENDS, FIELDS, type Label } from './label.ts';
import type { Moves } from './moves.ts';

const has = ({ lo, hi }: Pick<Label, 'lo' | 'hi'>, task: Task): boolean => (lo & task.lo) !== 0 || (hi & task.hi) !== 0;

/** Whether a departure is one that is wanted, or one of those for which that stands; where none is wanted, all are. */
const standsFor = (wanted: Departure | null, one: Departure): boolean => wanted === null || (one.base ?? one) === wanted;

/** Of hours of a meeting, and of departures for a place, from the beginning on a day, so many are taken where not all are asked for. */
const BRIEF = 2;
/** Ways to cover a meeting that are tried where it is to be held as soon as may be. */
const SOON = 3;

export class Extend {
  private readonly model: Model;
  private readonly crew: Crew;
  private readonly moves: Moves;
  private readonly ways: Ways;
  private readonly when: Hours;
  private readonly isBrief: boolean;
  /** Whom the team needs attends the first meeting that there is. */
  private readonly isHasty: boolean;
  private readonly tasksAt: readonly (readonly Task[])[];
  work = 0;

  constructor(model: Model, crew: Crew, { moves, ways, when, isBrief = false, isHasty = false }: { readonly moves: Moves; readonly ways: Ways; readonly when: Hours; readonly isBrief?: boolean; readonly isHasty?: boolean }) {
    this.model = model;
    this.crew = crew;
    this.moves = moves;
    this.ways = ways;
    this.when = when;
    this.isBrief = isBrief;
    this.isHasty = isHasty;
    this.tasksAt = model.places.map((_, place) => model.tasks.filter((task) => task.place === place && crew.covers[task.index]!.length > 0));
  }

  /** Each label that follows. Whoever takes them may stop. */
  *all(label: Label): Generator<Label> {
    yield* this.meets(label);
    const isTogether = this.model.isTogether;
    if (label.absent !== 0) yield* this.joins(label);
    if (!isTogether) yield* this.leaves(label);
    if (isTogether ? label.absent === 0 : this.present(label) !== 0) yield* this.rides(label);
  }

  /** Those with one meeting more. */
  *meets(label: Label): Generator<Label> {
    for (const task of this.tasksAt[label.place]!) if (this.isOpen(label, task)) yield* this.meetings(label, task);
  }

  private present({ absent, left }: Label): number {
    return ((1 << this.crew.members.length) - 1) & ~absent & ~left;
  }

  /** Who has attended something here goes home. */
  private *leaves(label: Label): Generator<Label> {
    for (const [person, { end }] of this.crew.members.entries()) {
      const ends = label.state[person * FIELDS + ENDS]!;
      if (((this.present(label) >> person) & 1) === 0 || ends === -Infinity) continue;
      for (const way of this.ways(label.place, end, Math.max(label.state[person * FIELDS + ARRIVED]!, ends + this.model.places[label.place]!.buffer))) {
        this.work += 1;
        const next = this.moves.leave(label, person, way);
        if (next) yield next;
      }
    }
  }

  /** Those whom one more has come to by a way of their own. */
  *joins(label: Label): Generator<Label> {
    for (let person = 0; person < this.crew.members.length; person += 1) {
      if (((label.absent >> person) & 1) === 0) continue;
      for (const way of this.ways(this.crew.members[person]!.start, label.place, this.model.from)) {
        if (way.length === 0 || (this.model.isTogether && way.at(-1)!.arrives < label.now)) continue;
        this.work += 1;
        const next = this.moves.join(label, person, way);
        if (next) yield next;
      }
    }
  }

  private readyToRide(label: Label, riders: number): number {
    let ready = label.now;
    for (let base = 0, n = 0; base < label.state.length; base += FIELDS, n += 1) if ((riders >> n) & 1) ready = Math.max(ready, label.state[base + ARRIVED]!, label.state[base + ENDS]! + this.model.places[label.place]!.buffer);
    return ready;
  }

  /** Those that go on; by one departure, or what it stands for, where that is given. */
  *rides(label: Label, by: Departure | null = null): Generator<Label> {
    const riders = this.present(label);
    const taken = new Map<number, number>();
    for (const departure of this.when.ofJourneys(label, this.readyToRide(label, riders), riders)) {
      const key = departure.to * 100_000 + (label.before === null ? departure.day : 0);
      const count = taken.get(key) ?? 0;
      if ((this.isBrief && count === BRIEF) || !standsFor(by, departure)) continue;
      this.work += 1;
      const next = this.moves.ride(label, departure);
      if (next) taken.set(key, count + 1);
      if (next) yield next;
    }
  }

  /** H9, the order of places, and how many countries there may be. */
  private isOpen(label: Label, task: Task): boolean {
    const { tasks, orders, problem, places } = this.model;
    if (has(label, task) || task.before.some(({ other }) => has(label, tasks[other]!)) || task.after.some(({ requires, other }) => requires && !has(label, tasks[other]!))) return false;
    if (orders.some((order) => order[task.place]! >= 0 && tasks.some((one) => has(label, one) && order[one.place]! > order[task.place]!))) return false;
    if (problem.maxCountries === null) return true;
    const countries = new Set(tasks.filter((one) => has(label, one)).map(({ place }) => places[place]!.country)).add(places[task.place]!.country);
    return countries.size <= problem.maxCountries;
  }

  private *meetings(label: Label, task: Task): Generator<Label> {
    for (const cover of this.crew.covers[task.index]!) {
      if ((cover.attends & ~this.present(label)) !== 0) continue;
      for (const attends of this.withMore(label, task, cover)) yield* this.hours(label, task, { cover, attends });
    }
  }

  /** Those who attend, and whom the team needs to have attended something: each of them or not. */
  private withMore(label: Label, task: Task, { attends }: Cover): number[] {
    const { teamRule } = this.model.problem;
    if (teamRule.length === 0) return [attends];
    let more = 0;
    for (const [n, { scope, atLeast }] of teamRule.entries()) {
      const there = scope === 'MISSION' ? label.attended.reduce((all, some) => all | some, 0) : label.attended[this.model.places[task.place]!.country]!;
      if (countOf((there | attends) & this.crew.kinds[n]!) < atLeast) more |= this.crew.kinds[n]! & ~there;
    }
    more &= ~attends & this.present(label) & this.crew.may[task.index]!;
    if (this.isBrief) return more === 0 ? [attends] : this.isHasty ? [attends | more] : [attends, attends | more];
    const found = [attends];
    for (let some = more; some !== 0; some = (some - 1) & more) found.push(attends | some);
    return found;
  }

  /** When those who attend can begin a meeting. */
  private readyFor(label: Label, task: Task, attends: number): number {
    const { transfer, buffer } = this.model.places[task.place]!;
    let from = label.now;
    for (const { index } of task.after) from = Math.max(from, label.releases[index]!);
    for (let person = 0; person < this.crew.members.length; person += 1) {
      if ((attends >> person) & 1) from = Math.max(from, label.state[person * FIELDS + ARRIVED]! + buffer, label.state[person * FIELDS + ENDS]! + transfer);
    }
    return from;
  }

  /** What can be held in a place at all. */
  tasksIn(place: number): readonly Task[] {
    return this.tasksAt[place]!;
  }

  /** A meeting as soon as somebody can hold it: those who are ready first, in few ways to cover it; null where none of these can. */
  soonest(label: Label, task: Task): Label | null {
    if (!this.isOpen(label, task)) return null;
    const present = this.present(label);
    const covers = this.crew.covers[task.index]!.filter(({ attends }) => (attends & ~present) === 0).map((cover) => ({ cover, ready: this.readyFor(label, task, cover.attends), count: countOf(cover.attends) }));
    covers.sort((one, other) => one.ready - other.ready || one.count - other.count);
    for (const { cover } of covers.slice(0, SOON)) {
      // With whom the team needs to have attended something, where that can be.
      for (const attends of this.withMore(label, task, cover).reverse()) {
        const [next] = this.hours(label, task, { cover, attends });
        if (next) return next;
      }
    }
    return null;
  }

  /** A meeting as it was held in another plan; null where it cannot be. */
  again(label: Label, task: Task, { at, attends }: { readonly at: number; readonly attends: number }): Label | null {
    const n = indexFrom(task.starts, at);
    const who = attends & this.present(label) & this.crew.may[task.index]!;
    if (task.starts[n] !== at || !this.isOpen(label, task) || this.readyFor(label, task, who) > at) return null;
    for (const cover of this.crew.covers[task.index]!) {
      if ((cover.attends & ~who) !== 0) continue;
      this.work += 1;
      const next = this.moves.meet(label, task, n, { cover, attends: who });
      if (next) return next;
    }
    return null;
  }

  private *hours(label: Label, task: Task, held: { readonly cover: Cover; readonly attends: number }): Generator<Label> {
    const from = this.readyFor(label, task, held.attends);
    let count = 0;
    for (const n of this.when.ofMeeting(label, task, from, held.attends)) {
      this.work += 1;
      const next = this.moves.meet(label, task, n, held);
      if (next) yield next;
      if (next && (count += 1) === BRIEF && this.isBrief) return;
    }
  }
}
