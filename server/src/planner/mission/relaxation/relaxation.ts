/**
 * What the profits come to at most, whoever goes: the ways of a party that holds in each place all that fits between arriving and leaving, each meeting by somebody who does nothing else but ride, and who rests as the rules
 * of work say. Label setting, the most promising way first (A*: Hart, Nilsson and Raphael 1968), by completion bounds. Of two ways to a place that have held the same one may make the other needless.
 */
import type { Time } from '../model/at-once.ts';
import type { Departure } from '../model/departures.ts';
import { Heap } from '../model/heap.ts';
import { keyOfSet, type Task } from '../model/model.ts';
import { type Away, lastHome, moreOf } from '../model/nights.ts';
import { indexFrom } from '../model/sorted.ts';
import { attends, comesHome, departureOf } from './attendance.ts';
import { PARTS } from './completion.ts';
import type { Frame } from './frame.ts';
import type { Node } from './timetable.ts';
import { comesFirst, type Duty, dutyBy, dutyMost, has, isNoWorse, NEVER, restedAt, type Ridden, type Way, withoutSome } from './way.ts';

/** The last of a way, and what is held in its place. */
export interface Last {
  readonly way: Ridden;
  readonly held: readonly Task[];
  /** How long all are away who make its journeys; null where it has none, or that is not asked. */
  readonly away: Away | null;
}

export type Holding = Pick<Way, 'lo' | 'hi' | 'profit' | 'spare'>;

/** Between two departures: what can have been held before each of those, and what holding all of it brings, and leaves of the multipliers: no part of it brings more, as no multiplier is above what it is paid for. */
export interface Spell extends Holding {
  readonly from: number;
  readonly until: number;
  readonly stages: Node['stages'];
}

export type Arrival = Pick<Way, 'by' | 'node' | 'cents' | 'entered' | 'rodeAt' | 'rodeOn' | 'cameOn'> & Duty;

/** Ways that are kept at most: some hundred megabytes. */
const MOST_WAYS = 600_000;

/** A search for the best way, which may be gone on with. */
export class Relaxation {
  protected readonly frame: Frame;
  protected readonly lastRide: Time | null;
  protected readonly until: number;
  private readonly reached: readonly Map<number | string, Way[]>[];
  private readonly queue = new Heap<Way>(comesFirst);
  protected best: number;
  /** The best way that brings more than was known. */
  last: Last | null = null;
  isOver = false;
  private hasBegun = false;
  private ways = 0;
  work = 0;

  /** `known`: what is known to be possible. `lastRide`: when the last journey of the party arrives, where there is any; null for whenever, and then it is not asked who is free for so long. */
  constructor(frame: Frame, known: number, lastRide: Time | null = null) {
    this.frame = frame;
    this.lastRide = lastRide;
    this.until = lastRide?.until ?? NEVER;
    this.reached = frame.model.places.map(() => new Map<number | string, Way[]>());
    this.best = known + frame.required;
  }

  private begin(): void {
    this.hasBegun = true;
    const nothing = { lo: 0, hi: 0, profit: 0, spare: this.frame.completion?.sum ?? 0 };
    for (const { node, cameOn, restedAt, dutyBy, dutyMost, entered } of this.frame.roots) {
      this.keep(null, nothing, { by: null, node, cents: this.coming(node), rodeAt: NEVER, rodeOn: NEVER, cameOn: this.lastRide ? cameOn : NEVER, restedAt, dutyBy, dutyMost, entered });
    }
  }

  /** What no way exceeds: where so much work has been done first, in all, the most promising of those that are left. What is known where none brings more. */
  run(maxWork: number): number {
    if (this.frame.required === Infinity) this.isOver = true;
    if (!this.hasBegun) this.begin();
    if (this.isOver) return this.frame.required === Infinity ? -1 : this.best - this.frame.required;
    for (let way = this.queue.pop(); way; way = this.queue.pop()) {
      if (way.most <= this.best) break;
      if (this.work > maxWork || this.isFull) {
        this.queue.push(way);
        return way.most - this.frame.required;
      }
      if (way.isNeedless) continue;
      this.work += 1;
      this.goesOn(way);
    }
    this.isOver = true;
    return this.best - this.frame.required;
  }

  /** Whether there are so many ways that no more are followed. */
  get isFull(): boolean {
    return this.ways > MOST_WAYS;
  }

  private goesOn(way: Way): void {
    const stages = way.node.stages.filter(({ task }) => this.isOpen(way, this.frame.covered[task]!));
    this.ends(way, stages);
    if (this.until <= this.frame.model.from) return;
    const spells = this.spellsOf(way, stages);
    for (const list of this.frame.table.links[way.node.place]!) for (const spell of spells) this.departs(way, list, spell);
  }

  private spellsOf(way: Way, stages: Node['stages']): readonly Spell[] {
    const edges = [way.node.first, ...stages.map(({ next }) => next), NEVER];
    return edges.slice(1).flatMap((until, n) => {
      if (edges[n]! >= until) return [];
      const held = stages.slice(0, n);
      return [{ from: edges[n]!, until, stages: held, ...this.holding(way, held.map(({ task }) => this.frame.covered[task]!)) }];
    });
  }

  protected ends(way: Way, stages: Node['stages']): void {
    if (this.lastRide && way.before && way.node.at < this.lastRide.from) return;
    const all = (of: readonly Task[]): number => of.reduce((sum, { index }) => sum + this.frame.profits[index]!, way.profit);
    if (all(stages.map(({ task }) => this.frame.covered[task]!)) <= this.best) return;
    const away = this.awayOf(way, way.node);
    const by = away ? lastHome(this.frame.nights, away) : Infinity;
    const tasks = stages.filter((stage) => comesHome(this.frame, way, stage, by)).map(({ task }) => this.frame.covered[task]!);
    for (const held of this.frame.atOnce.sets(way.node.place, tasks, { from: this.fromOf(way.node), until: this.frame.table.finish[way.node.place]! }, away)) {
      if (all(held) > this.best) [this.best, this.last] = [all(held), { way, held, away }];
    }
  }

  /** All who ride together are free from the first of their journeys together until they can be home; who came first may be away for longer. */
  protected awayOf({ rodeAt, rodeOn, cameOn }: Pick<Way, 'rodeAt' | 'rodeOn' | 'cameOn'>, { number }: Node): Away | null {
    if (!this.frame.model.isTogether || rodeAt >= NEVER) return null;
    const until = Math.max(this.frame.table.home[number]!, this.lastRide?.from ?? -Infinity);
    const days = { out: rodeOn, home: this.frame.nights.home(until) };
    return { from: rodeAt, until, days, more: moreOf(days, cameOn) };
  }

  protected fromOf({ place, at, buffer }: Node): number {
    return Math.max(at + buffer, this.frame.table.opens[place]!);
  }

  /**
   * The departures of a link with the same meetings held: after one from which all are rested none is better, unless it is asked since when they are away and this is the first that they ride together. Nor is any after one that
   * brings too little whatever of these is held.
   */
  protected departs(way: Way, list: readonly number[], { from, until, stages, profit, spare }: Spell): void {
    let rested = NEVER;
    const isAway = !this.lastRide || way.rodeAt < NEVER;
    const { rule, table: { nodes, node } } = this.frame;
    const last = Math.min(until, way.node.last);
    for (let n = indexFrom(list, from); n < list.length && list[n]! < last; n += 1) {
      const departure = departureOf(this.frame, way.node.place, list[n]!);
      if (departure.at >= rested) return;
      this.work += 1;
      const by = departure.arrives < Math.min(rested, this.until) ? dutyBy(way, departure, rule) : -1;
      if (by < 0) continue;
      const to = nodes[node[list[n]!]!]!;
      if (this.mostOf(to, by, profit, spare) <= this.best || this.rides(way, { departure, number: list[n]!, to, by }, stages, isAway)) rested = Math.min(rested, Math.max(departure.arrives, restedAt(way, departure, rule)));
    }
  }

  /** Keeps those who make a journey, in a duty that has to end by then, if they are let through (H7); whether none that leaves once they are rested is better. */
  protected rides(way: Way, { departure, number, to, by }: { readonly departure: Departure; readonly number: number; readonly to: Node; readonly by: number }, stages: Node['stages'], isAway: boolean): boolean {
    const { frame } = this;
    const entered = frame.model.isTogether ? frame.borders.passAll(departure, way.entered) : way.entered;
    if (!entered) return false;
    const held = stages.filter((stage) => attends(frame, way, stage, { leaves: departure.at, arrives: departure.arrives, isRest: departure.isRest }));
    const isAll = this.arrives(way, held, { by: departure, node: to, cents: this.leaving(way, number), rodeAt: this.rodeAt(way, departure), rodeOn: !this.lastRide || way.rodeAt < NEVER ? way.rodeOn : frame.outOn[number]!, cameOn: way.cameOn, restedAt: restedAt(way, departure, frame.rule), dutyBy: by, dutyMost: dutyMost(way, departure, frame.rule), entered });
    return isAll && held.length === stages.length && isAway;
  }

  private rodeAt(way: Way, { at }: Departure): number {
    return this.lastRide ? Math.min(way.rodeAt, at) : NEVER;
  }

  /** Keeps those who come by a journey after some meetings; whether all of these could be held. */
  private arrives(way: Way, held: Node['stages'], next: Arrival): boolean {
    const { place } = way.node;
    const tasks = held.map(({ task }) => this.frame.covered[task]!);
    const sets = this.frame.atOnce.sets(place, tasks, { from: this.fromOf(way.node), until: next.by!.at - this.frame.table.buffers[place]! }, this.awayOf(next, next.node));
    for (const some of sets) for (const least of this.withoutLater(way, some)) this.keep(way, this.holding(way, least), next);
    return sets[0]?.length === tasks.length;
  }

  private holding(way: Holding, tasks: readonly Task[]): Holding {
    let { lo, hi, profit, spare } = way;
    for (const task of tasks) {
      lo |= task.lo;
      hi |= task.hi;
      profit += this.frame.profits[task.index]!;
      spare -= this.frame.multipliers[task.index]!;
    }
    return { lo, hi, profit, spare };
  }

  /** A set, and it without some of what would rule out that something else is held later on. */
  private withoutLater(way: Way, tasks: readonly Task[]): readonly (readonly Task[])[] {
    // Where countries are counted, or places have an order, to hold nothing leaves another one open.
    const { model, ordered } = this.frame;
    if (tasks.length > 0 && (model.problem.maxCountries !== null || ordered.closes(tasks[0]!.place, way.lo, way.hi))) return [...withoutSome(way, tasks, model.tasks), []];
    return withoutSome(way, tasks, model.tasks);
  }

  /** Not held, nor anything that had to come after it (H9, H12), nor in one country too many (H11). */
  private isOpen(way: Way, task: Task): boolean {
    return !has(way, task) && !this.frame.ordered.isClosed(task.place, way.lo, way.hi) && this.frame.full(way.lo, way.hi)?.has(this.frame.model.places[task.place]!.country) !== false && !task.before.some(({ other }) => has(way, this.frame.model.tasks[other]!));
  }

  /** Keeps a way unless it cannot become better than what is known, or another one makes it needless. */
  private keep(before: Way | null, { lo, hi, profit, spare }: Holding, { by, node, cents, rodeAt, rodeOn, cameOn, restedAt, dutyBy, dutyMost, entered }: Arrival): void {
    const most = this.mostAfter(before, { lo, hi, profit, spare }, { node, dutyBy, cents });
    if (most <= this.best || this.frame.table.home[node.number] === Infinity) return;
    const way: Way = { before, by, node, cents, lo, hi, profit, rodeAt, rodeOn, cameOn, entered, restedAt, dutyBy, dutyMost, spare, most, isNeedless: false };
    const [known, key] = [this.reached[node.place]!, keyOfSet(lo, hi)];
    const others = known.get(key);
    if (others) {
      for (let n = 0; n < others.length; n += 1) if (this.isNoWorse(others[n]!, way)) return;
      let kept = 0;
      for (const one of others) if (this.isNoWorse(way, one)) one.isNeedless = true; else others[kept++] = one;
      others.length = kept;
      others.push(way);
    } else known.set(key, [way]);
    this.queue.push(way);
    this.ways += 1;
  }

  /** What all pay who come to a beginning, and, with what they have paid, for a stay and the journey after it: nothing where money is not limited. */
  protected coming(_node: Node): number {
    return 0;
  }

  protected leaving(_way: Way, _number: number): number {
    return 0;
  }

  protected isNoWorse(one: Way, other: Way): boolean {
    return isNoWorse(one, other);
  }

  /** What no way that goes on from an arrival exceeds. */
  protected mostAfter(_before: Way | null, { profit, spare }: Holding, { node, dutyBy }: Pick<Arrival, 'node' | 'dutyBy' | 'cents'>): number {
    return this.mostOf(node, dutyBy, profit, spare);
  }

  protected mostOf(node: Node, dutyBy: number, profit: number, spare: number): number {
    if (this.frame.completion) return profit + Math.floor((this.frame.completion.still[this.frame.duties!.of(node, dutyBy).number]! + spare) / PARTS);
    return this.frame.covered.reduce((sum, { index }) => sum + this.frame.profits[index]!, 0);
  }
}
