import { canonicalText, validate, valueOf, type Plan, type Problem, type Value } from '@passerelle/shared/planning.ts';

/** What a solver answers. With `isOptimal` no plan is better, or, where there is none, none exists. Otherwise no plan has a better value than `bound`. */
export interface Solved {
  readonly plan: Plan | null;
  readonly value: Value | null;
  readonly bound: Value;
  readonly isOptimal: boolean;
  /** Counted steps of the solver’s own. */
  readonly work: number;
}

/** `enough`: where nothing else is asked than whether there is a plan whose first level is so much at least, null for any plan. Not given where the best is asked for. `most`: it is to take no more of its own work than that, where it can. */
export type Solve = (problem: Problem, enough?: number | null, most?: number) => Solved;

/** `maxSolves`: how often it is solved at most. `maxWork`: it is not solved again once so much work is done. `stops` is asked before each time: true ends the explanation, which then says what it has. */
export interface AskingLimits {
  readonly maxSolves: number;
  readonly maxWork?: number;
  readonly stops?: () => boolean;
}


/** What an explanation took. `isComplete`: nothing was left open because the work ran out. */
export interface Spent {
  readonly solves: number;
  readonly work: number;
  readonly isComplete: boolean;
}

/** Whether there is a plan that is good enough: proved, disproved, or neither. */
export type Verdict = 'YES' | 'NO' | 'UNKNOWN';

/** The work is used up. Whoever explains catches it and says what is known by then. */
class RanOut extends Error {}

/** Asks a solver, counts it, remembers, and believes no plan: what breaks a rule is none, and the value is that of the plan. Where a plan was refused, nothing is proved. */
export class Asking {
  readonly #solve: Solve;
  readonly #stops: (() => boolean) | undefined;
  #cap: { readonly solves: number; readonly work: number };
  #refused = 0;
  readonly #known = new Map<string, Solved>();
  solves = 0;
  work = 0;

  constructor(solve: Solve, { maxSolves, maxWork = Infinity, stops }: AskingLimits) {
    [this.#solve, this.#cap, this.#stops] = [solve, { solves: maxSolves, work: maxWork }, stops];
  }

  #isUsedUp(): boolean {
    return this.solves >= this.#cap.solves || this.work >= this.#cap.work;
  }

  /** The best plan; or, where `enough` is given, whether there is one that is so good at the first level. `most`: with no more work than that. */
  solve(problem: Problem, enough?: number | null, most?: number): Solved {
    const text = canonicalText(problem);
    const key = enough === undefined ? text : `${text} ${enough}`;
    const brief = `${key} in ${most}`;
    const before = [text, key, brief].map((one) => this.#known.get(one)).find((found) => found !== undefined);
    if (before) return before;
    if (this.#isUsedUp() || this.#stops?.()) {
      this.#refused += 1;
      throw new RanOut();
    }
    this.solves += 1;
    const answer = this.#solve(problem, enough, most);
    this.work += answer.work;
    const found = checked(problem, answer);
    this.#known.set(most !== undefined && isOpen(found, enough) ? brief : key, found);
    return found;
  }

  /** Whether a valid plan exists whose first level is at least the floor. */
  verdict(problem: Problem, floor: number | null): Verdict {
    return verdictOf(this.solve(problem, floor), floor);
  }

  /** What was found out until the work was used up, or, `among` some, an even share of what is left: `explain` says on the way what it has by `save`. */
  within<T>(nothing: T, explain: (save: (found: T) => void) => T, among = 1): T & Spent {
    const before = { solves: this.solves, work: this.work, cap: this.#cap, refused: this.#refused };
    this.#cap = { solves: this.solves + Math.floor((before.cap.solves - this.solves) / among), work: this.work + (before.cap.work - this.work) / among };
    let found = nothing;
    try {
      found = explain((one) => { found = one; });
    } catch (error) {
      if (!(error instanceof RanOut)) throw error;
    } finally {
      this.#cap = before.cap;
    }
    return { ...found, solves: this.solves - before.solves, work: this.work - before.work, isComplete: this.#refused === before.refused };
  }
}

function checked(problem: Problem, answer: Solved): Solved {
  if (answer.plan === null) return answer;
  if (validate(problem, answer.plan).length > 0) return { ...answer, plan: null, value: null, isOptimal: false };
  return { ...answer, value: valueOf(problem, answer.plan) };
}

/** Whether more work could tell more. */
const isOpen = (found: Solved, enough: number | null | undefined): boolean => !found.isOptimal && (enough === undefined || verdictOf(found, enough) === 'UNKNOWN');

/** Of an answer: YES with a plan that reaches the floor; NO where that is proved; null asks for any plan. */
export function verdictOf({ plan, value, bound, isOptimal }: Solved, floor: number | null): Verdict {
  if (plan && value && (floor === null || value[0]! >= floor)) return 'YES';
  if (isOptimal || (floor !== null && bound.length > 0 && bound[0]! < floor)) return 'NO';
  return 'UNKNOWN';
}
