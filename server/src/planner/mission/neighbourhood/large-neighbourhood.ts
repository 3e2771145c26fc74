/**
 * A large neighbourhood search (Shaw 1998) from a plan that is known: a part of it is taken out and put in again in another way. Which part is drawn by weights that follow what has helped (adaptive: Ropke and Pisinger 2006),
 * and what came out is gone on with as in simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983), level by level. Nothing is proved. Counted work alone ends it: the same for the same seed.
 */
import type { Value } from '@passerelle/shared/planning.ts';
import { chanceOf } from '../../engine/random.ts';
import type { Whole } from '../labels/finish.ts';
import type { Crew } from '../model/crew.ts';
import type { Model } from '../model/model.ts';
import type { Ways } from '../model/ways-alone.ts';
import type { Worth } from '../model/worth.ts';
import type { Going } from '../teams/crews.ts';
import { penaltyOf, type Penalty, type Within } from './penalty.ts';
import { Repair, type Repaired } from './repair.ts';
import { type Ruin, RUINS, type Ruins, SPARING } from './ruin.ts';
import { scriptOf } from './script.ts';

export interface LargeOptions {
  readonly worth: Worth;
  readonly ways: Ways;
  readonly candidates: readonly Going[];
  readonly must: ReadonlySet<string>;
  readonly largest: number;
  readonly seed: number;
  readonly maxWork: number;
  /** What preparing for a crew counts as. */
  readonly prepared: number;
  /** Limits that the model does not have: what exceeds them is paid for in the first level, and only what does not is found. Null where the model has them all. */
  readonly within: Within | null;
  /** What is found is better than this, or than what it began with. */
  readonly least: Value | null;
  /** A plan that is better than all before. */
  found(crew: Crew, going: readonly Going[], whole: Whole): void;
  stops(): boolean;
}

export interface Begun {
  readonly going: readonly Going[];
  readonly whole: Whole;
}

/** What a way to take out counts for by what came of it: a plan that is the best so far, one that is better than the one before, one that is gone on with. */
const [BEST, BETTER, TAKEN] = [33, 13, 9];
/** How quickly weights follow, and how small they become at least. */
const [REACTION, LEAST] = [0.1, 0.5];
/** After so many draws the weights follow. */
const SEGMENT = 50;
/** Of what a meeting brings on average: how much worse a plan may be that is gone on with, at the beginning and at the end. */
const [HOTTEST, COLDEST] = [0.5, 0.02];
/** Crews for which all is kept ready. */
const MOST_CREWS = 40;

const keyOf = (going: readonly Going[]): string => going.map(({ person, as }) => `${person.id} ${as.join()}`).join('|');

/** The first level at which two differ; -1 where they are the same. */
const differsAt = (one: Value, other: Value): number => one.findIndex((worth, level) => worth !== other[level]);
const isBetter = (one: Value, other: Value): boolean => {
  const level = differsAt(one, other);
  return level >= 0 && one[level]! > other[level]!;
};

class Weights {
  private readonly weights: number[];
  private readonly scores: number[];
  private readonly draws: number[];
  private drawn = 0;

  constructor(count: number) {
    this.weights = Array.from({ length: count }, () => 1);
    this.scores = this.weights.map(() => 0);
    this.draws = this.weights.map(() => 0);
  }

  draw(chance: number): number {
    let left = chance * this.weights.reduce((sum, one) => sum + one, 0);
    for (const [ruin, weight] of this.weights.entries()) {
      left -= weight;
      if (left < 0) return ruin;
    }
    return 0;
  }

  learn(ruin: number, score: number): void {
    this.scores[ruin]! += score;
    this.draws[ruin]! += 1;
    this.drawn += 1;
    if (this.drawn % SEGMENT !== 0) return;
    for (const n of this.weights.keys()) {
      if (this.draws[n]! > 0) this.weights[n] = Math.max(LEAST, (1 - REACTION) * this.weights[n]! + (REACTION * this.scores[n]!) / this.draws[n]!);
      [this.scores[n], this.draws[n]] = [0, 0];
    }
  }
}

class Large {
  private readonly model: Model;
  private readonly options: LargeOptions;
  private readonly chance;
  private readonly ruins: Ruins;
  private readonly repairs = new Map<string, Repair>();
  private readonly all: readonly Ruin[];
  private readonly weights: Weights;
  private readonly penalty: Penalty | null;
  private current: Pick<Repaired, 'script' | 'arrived' | 'whole'>;
  private best: Value | null;
  work = 0;

  constructor(model: Model, { going, whole }: Begun, options: LargeOptions) {
    this.model = model;
    this.options = options;
    this.chance = chanceOf(options.seed);
    this.ruins = { model, chance: this.chance, ways: options.ways, candidates: options.candidates, must: options.must, largest: options.largest };
    this.current = { whole, ...scriptOf(going, whole.label) };
    this.all = options.within ? SPARING : RUINS;
    this.weights = new Weights(this.all.length);
    this.penalty = options.within && penaltyOf(options.within, whole);
    this.best = options.within ? options.least : whole.value;
    // What was found in a part of the model is made anew in all of it.
    const anew = this.repairOf(going).run({ script: this.current.script, from: 0, isOpen: () => false }, []);
    if (anew) this.current = anew;
  }

  run(): void {
    const { maxWork, stops } = this.options;
    while (this.work < maxWork && !stops()) {
      const ruin = this.weights.draw(this.chance.next());
      this.weights.learn(ruin, this.step(ruin));
    }
  }

  private step(ruin: number): number {
    this.work += 1;
    const ruined = this.all[ruin]!(this.current.script, this.ruins);
    if (!ruined) return 0;
    const repair = this.repairOf(ruined.script.going);
    const before = repair.work;
    const next = repair.run(ruined, this.current.arrived);
    this.work += repair.work - before;
    return next ? this.judge(next) : 0;
  }

  private judge(next: Repaired): number {
    const isBest = this.isBest(next.whole);
    const [value, now] = [this.worthOf(next.whole), this.worthOf(this.current.whole)];
    const isMore = isBetter(value, now);
    if (!isBest && !isMore && !this.isGoneOnWith(value, now)) return 0;
    const isOther = differsAt(value, now) >= 0;
    this.current = next;
    if (!isBest) return isMore ? BETTER : isOther ? TAKEN : 0;
    this.best = next.whole.value;
    this.options.found(next.crew, next.script.going, next.whole);
    return BEST;
  }

  /** Whether it is within limits, and better than all before. */
  private isBest(whole: Whole): boolean {
    const isWithin = this.penalty?.learn(whole) ?? true;
    return isWithin && (this.best === null || isBetter(whole.value, this.best));
  }

  /** What exceeds limits is paid for. */
  private worthOf(whole: Whole): Value {
    return this.penalty ? this.penalty.of(whole) : whole.value;
  }

  /** By how much it is worse, against what a meeting brings on average at that level. */
  private isGoneOnWith(value: Value, now: Value): boolean {
    const level = differsAt(value, now);
    if (level < 0) return true;
    const warmth = HOTTEST * (COLDEST / HOTTEST) ** (this.work / this.options.maxWork);
    const meetings = this.current.script.stops.reduce((sum, { visits }) => sum + visits.length, 0);
    return value[level]! - now[level]! > ((warmth * Math.abs(now[level]!)) / Math.max(1, meetings)) * Math.log(Math.max(Number.MIN_VALUE, this.chance.next()));
  }

  private repairOf(going: readonly Going[]): Repair {
    const key = keyOf(going);
    let repair = this.repairs.get(key);
    if (!repair) {
      const [oldest] = this.repairs.keys();
      if (this.repairs.size >= MOST_CREWS) this.repairs.delete(oldest!);
      repair = new Repair(this.model, going, { worth: this.options.worth, ways: this.options.ways, chance: this.chance });
      this.work += this.options.prepared;
    } else this.repairs.delete(key);
    this.repairs.set(key, repair);
    return repair;
  }
}

/** Looks for better plans near to one that is known; how much work that was. */
export function searchLarge(model: Model, begun: Begun, options: LargeOptions): number {
  const large = new Large(model, begun, options);
  large.run();
  return large.work;
}
