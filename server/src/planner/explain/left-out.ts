import { type Change, compareValues, validate, valueOf, type Exchange, type Id, type LeftOut, type Meeting, type Plan, type Problem, type Value, type Witness } from '@passerelle/shared/planning.ts';

import { isRefusedAlone } from './alone.ts';
import { conflictOf } from './conflict.ts';
import { deepened, isProvedWhy } from './deepened.ts';
import { nearTo } from './near.ts';
import { obstaclesOf, type Obstacle } from './obstacles.ts';
import { pinned, pinOf } from './pin.ts';
import { verdictOf, type Asking, type Solved, type Spent } from './solve.ts';
import { Seeking } from './witness.ts';

/** A plan with its value. */
export interface Valued {
  readonly plan: Plan;
  readonly value: Value;
}

type Why = LeftOut['why'];

/** What is said first where several obstacles hold together: the heaviest. Of mandatory meetings alone: these displace it. Of none at all: nothing leads there. */
const HEAVIEST: readonly Why[] = ['PINNED', 'RATE_UNKNOWN', 'BORDER', 'WORK', 'ENVELOPE', 'BOUND', 'NOBODY_FOR_NEED', 'DAY_OFF', 'ORDER', 'NO_LINK', 'NO_COMMON_DAY', 'DISPLACED'];

/** What is in the way where a change takes it away. Of what brings nothing in by itself nothing is said. */
const MISSING: Readonly<Record<Change['change'], Why>> = {
  RAISE_LIMIT: 'ENVELOPE', RAISE_NIGHTS: 'BOUND', MORE_PARTIES: 'BOUND', MORE_COUNTRIES: 'BOUND', LARGER_TEAM: 'BOUND', EXTEND_PERIOD: 'BOUND', ADD_WINDOW: 'NO_COMMON_DAY', FREE_PERSON: 'NO_COMMON_DAY', MORE_DAYS_AWAY: 'NO_COMMON_DAY',
  ADMIT_PERSON: 'NOBODY_FOR_NEED', OFFER_SERVICE: 'NO_LINK', ALLOW_INTERPRETER: 'NOBODY_FOR_NEED', LOWER_NEED: 'NOBODY_FOR_NEED', DROP_PIN: 'PINNED', MAKE_OPTIONAL: 'DISPLACED', EXCUSE_DAY_OFF: 'DAY_OFF', ADD_PIN: 'UNPROVED',
};

type Reason = Pick<LeftOut, 'why' | 'isAsFound' | 'about' | 'loses' | 'isMinimal' | 'exchange'>;

const UNPROVED: Reason = { why: 'UNPROVED', about: [], loses: null, isMinimal: false, exchange: null };

/** What it is out for where a plan that has it is worth no more: the first level at which something is lost decides. Other meetings displace it where it is a level of what meetings are worth, and of nothing else. */
function whyOf({ goals }: Problem, loses: Value, fallsOut: readonly Id[]): Why {
  const level = loses.findIndex((lost) => lost !== 0);
  if (level === -1) return 'AS_GOOD';
  if (fallsOut.length > 0 && goals[level]!.terms.every(({ measure }) => measure === 'PROFIT')) return 'DISPLACED';
  return fallsOut.length > 0 && level > 0 ? 'AS_MUCH' : 'LESS_WORTH';
}

/** Where it can be in: what that displaces, or loses. `isLess`: it is proved that no plan with it is worth as much at the first level, or that none is better than this one; `isOptimal`: the latter. Otherwise it is so of the plans that were found. */
function exchanged(problem: Problem, meeting: Meeting, { best, plan, value, isLess, isOptimal }: Valued & { readonly best: Valued; readonly isLess: boolean; readonly isOptimal: boolean }): Reason {
  const has = new Set(plan.meetings.map(({ meetingId }) => meetingId));
  const fallsOut: Id[] = best.plan.meetings.map(({ meetingId }) => meetingId).filter((id) => !has.has(id)).sort();
  const exchange: Exchange = { change: { change: 'ADD_PIN', pin: pinOf(problem, { pin: 'IN', meetingId: meeting.id }) }, plan, value, fallsOut };
  const loses = best.value.map((one, n) => one - value[n]!);
  const why = compareValues(value, best.value) > 0 ? 'BETTER' : whyOf(problem, loses, fallsOut);
  const isKnown = isOptimal || !isLess;
  return { why, ...(!isLess && why !== 'BETTER' && { isAsFound: true }), about: why === 'DISPLACED' ? fallsOut.map((id) => ({ kind: 'MEETING', id })) : [], loses: isKnown ? loses : null, isMinimal: false, exchange };
}

/** What is missing where changes bring it in, and nothing else is known: by what would have to be other than it is. */
function missing({ changes }: Witness): Reason {
  const whys = changes.map(({ change }) => MISSING[change]);
  return { ...UNPROVED, why: HEAVIEST.find((why) => whys.includes(why)) ?? 'UNPROVED', isAsFound: true };
}

/** What a question tells that was not asked. */
const OPEN = { plan: null, bound: [], isOptimal: false };

/** What may keep all meetings of a country out by itself. */
const OF_ALL: readonly Why[] = ['RATE_UNKNOWN', 'ENVELOPE'];

/** What was enough for other meetings in the same place: mostly it is for this one, too. By the names of obstacles. */
type Likely = Map<Id, (readonly string[])[]>;

const nameOf = ({ about }: Obstacle): string => about.map(({ kind, id }) => `${kind} ${id}`).join();

/** One meeting that is left out, and what is found out of it, one step after another. */
class Out {
  readonly #asking: Asking;
  readonly #problem: Problem;
  readonly #meeting: Meeting;
  readonly #best: Valued;
  readonly #likely: Likely;
  readonly #wanted: Problem;
  readonly #seeking: Seeking;
  #reason = UNPROVED;
  #with: Valued | null = null;

  constructor(asking: Asking, problem: Problem, { meeting, best, likely }: { readonly meeting: Meeting; readonly best: Valued; readonly likely: Likely }) {
    [this.#asking, this.#problem, this.#meeting, this.#best, this.#likely] = [asking, problem, meeting, best, likely];
    this.#wanted = pinned(problem, { pin: 'IN', meetingId: meeting.id });
    this.#seeking = new Seeking(asking, problem, { meeting, best: best.plan, floor: best.value[0]! });
  }

  get found(): LeftOut {
    const { witness, hasNone } = this.#seeking.found;
    const reason = this.#reason.why === 'UNPROVED' && witness ? missing(witness) : this.#reason;
    return { meetingId: this.#meeting.id, ...reason, witness, hasNoWitness: hasNone };
  }

  /** Whether there is nothing to be added. */
  get isOver(): boolean {
    const { witness, hasNone } = this.#seeking.found;
    const isSaid = isProvedWhy(this.#reason) && (this.#reason.isMinimal || this.#reason.loses !== null);
    return isSaid && (hasNone || (witness !== null && witness.isCheapest && witness.isLeast));
  }

  /** What was found before: plans that have it. */
  begin({ exchange, witness }: LeftOut): void {
    this.#keep(exchange && exchange.plan);
    if (witness) this.#seeking.offerChanged(witness.plan);
  }

  /** Why, and something that brings it in, by what is likely and quickly asked. */
  soon(): void {
    if (this.#isRefused()) {
      this.#refused();
      if (this.#seeking.hasNone(this.#alone)) return;
    } else {
      const solved = this.#asking.solve(this.#wanted);
      this.#exchange(solved);
      if (!this.#with) this.#keep(this.#asking.solve(nearTo(this.#wanted, this.#best.plan, this.#meeting)).plan);
      this.#exchange(solved);
    }
    this.#seeking.near();
    this.#takeUp();
  }

  /** Why, and the cheapest that brings it in, as far as the work reaches. */
  fully(): void {
    if (this.#isRefused()) this.#asking.within({}, () => (this.#refused(), {}));
    else this.#exchange(this.#asking.solve(this.#wanted));
    if (!this.#seeking.found.hasNone) this.#seeking.cheapest();
    this.#takeUp();
  }

  /** What brings it in without any change is a plan that has it. */
  #takeUp(): void {
    const { witness } = this.#seeking.found;
    if (!witness || witness.changes.length > 0 || isProvedWhy(this.#reason)) return;
    this.#keep(witness.plan);
    this.#exchange(OPEN);
  }

  /** Whether it is proved that it cannot be in. */
  #isRefused(): boolean {
    return this.#alone(this.#wanted) || verdictOf(this.#asking.solve(this.#wanted), null) === 'NO';
  }

  readonly #alone = (problem: Problem): boolean => isRefusedAlone(this.#asking, problem, this.#meeting);

  /** The better of plans that have it. */
  #keep(plan: Plan | null): void {
    if (!plan || validate(this.#wanted, plan).length > 0) return;
    const value = valueOf(this.#wanted, plan);
    if (!this.#with || compareValues(value, this.#with.value) > 0) this.#with = { plan, value };
    this.#seeking.offer(plan);
  }

  #exchange({ plan, bound, isOptimal }: Pick<Solved, 'plan' | 'bound' | 'isOptimal'>): void {
    this.#keep(plan);
    // That all plans with it are worth less at the first level is enough to know that it is out for what is worth more.
    const isLess = isOptimal || (bound.length > 0 && bound[0]! < this.#best.value[0]!);
    if (this.#with) this.#say(exchanged(this.#problem, this.#meeting, { best: this.#best, ...this.#with, isLess, isOptimal }));
  }

  #refused(): void {
    const obstacles = obstaclesOf(this.#problem, this.#meeting);
    const found = conflictOf(this.#asking, this.#wanted, obstacles, { isRefused: this.#alone, likely: [...this.#before(obstacles), ...obstacles.filter(({ why }) => OF_ALL.includes(why)).map((one) => [one])] });
    if (!found) return;
    const { placeId } = this.#meeting;
    this.#likely.set(placeId, [...(this.#likely.get(placeId) ?? []), found.members.map(nameOf)]);
    this.#say({ why: HEAVIEST.find((why) => found.members.some((one) => one.why === why)) ?? 'NO_LINK', about: found.members.flatMap(({ about }) => about), loses: null, isMinimal: found.isMinimal, exchange: null });
  }

  /** What was enough for other meetings in the same place. */
  #before(obstacles: readonly Obstacle[]): (readonly Obstacle[])[] {
    const named = new Map(obstacles.map((one) => [nameOf(one), one]));
    const known = (this.#likely.get(this.#meeting.placeId) ?? []).filter((names, n, all) => all.findIndex((other) => other.join('|') === names.join('|')) === n);
    return known.filter((names) => names.every((name) => named.has(name))).map((names) => names.map((name) => named.get(name)!));
  }

  /** What is proved is not taken back. */
  #say(reason: Reason): void {
    if (isProvedWhy(reason) || !isProvedWhy(this.#reason)) this.#reason = reason;
  }
}

/** Of all work one in so many parts is for what is looked into first. */
const SOON = 1.25;

/**
 * Why each meeting that a plan leaves out is not in it, and what would bring it in: in the order of ids. First each is looked into quickly; what is left of the work then is shared out evenly among those of which something is
 * open. A witness keeps the first level of the value from falling; where the meeting can be in at all, it is offered at the price of what it displaces, too.
 */
export function leftOut(asking: Asking, problem: Problem, best: Valued): { readonly leftOut: readonly LeftOut[] } & Spent {
  const has = new Set(best.plan.meetings.map(({ meetingId }) => meetingId));
  const likely: Likely = new Map();
  const out = problem.meetings.filter(({ id }) => !has.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1)).map((meeting) => new Out(asking, problem, { meeting, best, likely }));
  const each = (some: readonly Out[], look: (one: Out) => void): void => some.forEach((one, n) => void asking.within({}, () => (look(one), {}), some.length - n));
  return asking.within<{ readonly leftOut: readonly LeftOut[] }>({ leftOut: [] }, () => {
    asking.within({}, () => (each(out, (one) => one.soon()), {}), SOON);
    each(out.filter((one) => !one.isOver), (one) => one.fully());
    return { leftOut: out.map((one) => one.found) };
  });
}

/** One meeting that a plan leaves out, looked into once more: from what was found before, and never less than that. Told quickly, and once more as far as the work reaches. */
export function lookFurther(asking: Asking, problem: Problem, best: Valued, before: LeftOut, told: (found: LeftOut) => void): void {
  const out = new Out(asking, problem, { meeting: problem.meetings.find(({ id }) => id === before.meetingId)!, best, likely: new Map() });
  out.begin(before);
  for (const [n, look] of [() => out.soon(), () => out.fully()].entries()) {
    if (!out.isOver) asking.within({}, () => (look(), {}), 2 - n);
    told(deepened(before, out.found));
  }
}
