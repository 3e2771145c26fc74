/** What is known of a mission while it is planned: the best plan, what no plan exceeds, and what has not been looked through. */
import { compareValues, type Plan, type Problem, validate, type Value, valueOf } from '@passerelle/shared/planning.ts';
import { attended } from './labels/attended.ts';
import type { Begun } from './neighbourhood/large-neighbourhood.ts';
import type { MissionAnswer, MissionRequest, Watch } from './request.ts';

export const greater = (one: Value | null, other: Value | null): Value | null => (one === null ? other : other === null || compareValues(one, other) >= 0 ? one : other);

/** What a unit of profit adds to the first level, and what all else adds at most. */
export interface Counts {
  readonly weight: number;
  readonly beside: number;
}

export class Known {
  private readonly problem: Problem;
  private readonly enough: number | null | undefined;
  private readonly watch: Watch;
  /** Whether it is proved that there is no plan. */
  isNone = false;
  best: { readonly plan: Plan; readonly value: Value } | null = null;
  /** The same as the search knows it; null where it is not from this one. */
  begun: Begun | null = null;
  /** The greatest of the bounds of what has not been looked through. */
  open: Value | null = null;
  isDoubtful = false;
  /** Whether ways bound the first level; where profits are of a later one, or there may be several parties, they are followed alone. */
  isBounding = true;
  /** What no plan exceeds, as far as is known without looking. */
  total: Value;

  constructor({ problem, enough }: MissionRequest, watch: Watch) {
    this.problem = problem;
    this.enough = enough;
    this.watch = watch;
    this.total = problem.goals.map(() => Number.MAX_SAFE_INTEGER);
  }

  /** A plan is believed when the validator accepts it. Where it does not, or the plan is worth something else than was expected, the search is wrong, and proves nothing. */
  offer(plan: Plan, expected: Value | null, begun: Begun | null = null): void {
    const value = this.judged(plan, expected);
    if (value === null) return;
    if (value[0]! > this.total[0]!) this.doubt();
    const differs = this.best === null ? 1 : compareValues(value, this.best.value);
    // What the search does not know of a plan may come later.
    if (differs === 0) this.begun ??= begun;
    if (differs <= 0) return;
    this.best = { plan, value };
    this.begun = begun;
    this.watch.onBetter?.(plan, value, this.total);
  }

  /** What a plan is worth; null where it breaks a rule. */
  private judged(plan: Plan, expected: Value | null): Value | null {
    const value = validate(this.problem, plan).length === 0 ? valueOf(this.problem, plan) : null;
    if (expected && (value === null || compareValues(value, expected) !== 0)) this.isDoubtful = true;
    return value;
  }

  /** What is not exceeded has been: of no level anything is known. */
  private doubt(): void {
    this.isDoubtful = true;
    this.total = this.problem.goals.map(() => Number.MAX_SAFE_INTEGER);
  }

  isProved(): boolean {
    return this.best !== null && compareValues(this.best.value, this.total) >= 0;
  }

  /** At the first level at least. */
  isFirstProved(): boolean {
    return this.best !== null && this.best.value[0]! >= this.total[0]!;
  }

  /** Whether ways have nothing more to bring. */
  isFirstDone(): boolean {
    return this.isBounding ? this.isFirstProved() : this.isProved();
  }

  /** Whether more is asked than is known. */
  isAnswered(): boolean {
    if (this.enough === undefined) return false;
    return (this.best !== null && (this.enough === null || this.best.value[0]! >= this.enough)) || (this.enough !== null && this.total[0]! < this.enough);
  }

  /** No plan has more profit: by what else counts at the first level it is worth no more than that and all of the rest. What is known to be had is not above it. */
  bounded(profit: number, { weight, beside }: Counts): void {
    if (this.isDoubtful || !this.isBounding) return;
    const value = Math.max(profit * weight + beside, this.best?.value[0] ?? -Infinity);
    this.total = this.total.map((most, level) => (level === 0 ? Math.min(most, value) : most));
  }

  /** What is not looked for: what is known already, or is too little to be asked for. */
  profit({ weight, beside }: Counts): number {
    if (!this.isBounding) return -1;
    return Math.max(-1, this.best ? Math.floor((this.best.value[0]! - beside) / weight) : -1, Math.ceil(((this.enough ?? 0) - beside) / weight) - 1);
  }

  answer(isProved: boolean, work: number): MissionAnswer {
    const plan = this.best && attended(this.problem, this.best.plan);
    const value = plan && valueOf(this.problem, plan);
    const open = isProved || this.isNone ? this.leastOpen() : this.total;
    return { plan, value, bound: greater(value, open), isOptimal: open === null || (value !== null && compareValues(value, open) >= 0), work };
  }

  /** What is open may be bounded by what is known without looking. */
  private leastOpen(): Value | null {
    return this.open && compareValues(this.open, this.total) > 0 ? this.total : this.open;
  }
}
