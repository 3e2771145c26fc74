/**
 * The door of the planning of missions: the best plan that is found, what no plan exceeds, and how much work that was.
 *
 * One party that rides together is searched through crew by crew, and what has been searched through is proved. Where people join late or leave early, and where there may be several parties,
 * what is found is a plan, and the bound is that of the relaxation. Not looked for: longer ways that somebody goes alone than those of `ways.ts`.
 */
import { compareValues, type Person, type Plan, type Problem, validate, type Value, valueOf } from '@passerelle/shared/planning.ts';
import { alongLinks, alongWay } from './along.ts';
import { planOf } from './assemble.ts';
import { besideProfits, boundOfAll, coveredBy } from './bound.ts';
import { attended } from './attended.ts';
import { crewOf } from './crew.ts';
import { type Crews, crewsOf, type Going } from './crews.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Whole } from './finish.ts';
import type { Route } from './follow.ts';
import { type Model, modelOf } from './model.ts';
import { type Last, Relaxation } from './relaxed.ts';
import type { MissionAnswer, MissionRequest, Watch } from './request.ts';
import { searchCrew } from './search.ts';
import { freeFor, teamsFor } from './teams.ts';
import { daysOf } from './timetable.ts';
import type { Way } from './way.ts';
import { waysOf } from './ways.ts';
import { profitWeight, worthOf } from './worth.ts';

const EMPTY: Plan = { format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [] };
/** Crews that are looked at one by one. */
const MOST_CREWS = 20_000;
/** What preparing the search of a crew counts as. */
const PREPARED = 50;
/** So many steps of the relaxation are as much as one of the search. */
const CHEAP = 60;
/** Steps of the relaxation after which it may be stopped; after the first of them the best way by then is followed. */
const FIRST = 100_000;
/** The widths of the beams: of the crews that seem good, and of each other one. */
const WIDE = [3, 30];
const NARROW = [2];
/** Along a way: the widths, and how many teams follow it. */
const FULLY = { widths: [4, 8], teams: Infinity };
const BRIEFLY = { widths: [4], teams: 1 };

const greater = (one: Value | null, other: Value | null): Value | null => (one === null ? other : other === null || compareValues(one, other) >= 0 ? one : other);

/** What a unit of profit adds to the first level, and what all else adds at most. */
interface Counts {
  readonly weight: number;
  readonly beside: number;
}

class Mission {
  private readonly problem: Problem;
  private readonly maxWork: number;
  private readonly maxLabels: number;
  private readonly watch: Watch;
  private readonly enough: number | null | undefined;
  /** Whether it is proved that there is no plan. */
  isNone = false;
  best: { readonly plan: Plan; readonly value: Value } | null = null;
  /** The greatest of the bounds of what has not been looked through. */
  open: Value | null = null;
  private isDoubtful = false;
  /** What no plan exceeds, as far as is known without looking. */
  total: Value;
  work = 0;

  constructor({ problem, maxWork, maxLabels, enough }: MissionRequest, watch: Watch) {
    this.enough = enough;
    this.problem = problem;
    this.maxWork = maxWork;
    this.maxLabels = maxLabels;
    this.watch = watch;
    this.total = problem.goals.map(() => Number.MAX_SAFE_INTEGER);
  }

  /** A plan is believed when the validator accepts it. Where it does not, or the plan is worth something else than was expected, the search is wrong, and proves nothing. */
  offer(plan: Plan, expected: Value | null): void {
    const isValid = validate(this.problem, plan).length === 0;
    const value = isValid ? valueOf(this.problem, plan) : null;
    if (expected && (value === null || compareValues(value, expected) !== 0)) this.isDoubtful = true;
    if (value === null) return;
    if (value[0]! > this.total[0]!) this.doubt();
    if (this.best !== null && compareValues(value, this.best.value) <= 0) return;
    this.best = { plan, value };
    this.watch.onBetter?.(plan, value, this.total);
  }

  /** What is not exceeded has been: of no level anything is known. */
  private doubt(): void {
    this.isDoubtful = true;
    this.total = this.problem.goals.map(() => Number.MAX_SAFE_INTEGER);
  }

  private isProved(): boolean {
    return this.best !== null && compareValues(this.best.value, this.total) >= 0;
  }

  /** At the first level at least. */
  private isFirstProved(): boolean {
    return this.best !== null && this.best.value[0]! >= this.total[0]!;
  }

  private isOver(): boolean {
    return this.work >= this.maxWork || this.isNone || this.isAnswered() || (this.watch.shouldStop?.() ?? false);
  }

  /** Whether more is asked than is known. */
  private isAnswered(): boolean {
    if (this.enough === undefined) return false;
    return (this.best !== null && (this.enough === null || this.best.value[0]! >= this.enough)) || (this.enough !== null && this.total[0]! < this.enough);
  }

  /** Looks through the crews: those that seem good first, in a hurry; then all, one by one. */
  run(model: Model): void {
    const worth = worthOf(model);
    const [crews, ways] = [crewsOf(model, worth), waysOf(model)];
    const search = (of: Model, going: readonly Going[], { widths, route, share, maxLabels }: { readonly widths: readonly number[]; readonly route?: Route | undefined; readonly share: number; readonly maxLabels: number }): Value | null => {
      const crew = crewOf(of, going);
      const searched = searchCrew(of, crew, {
        worth, ways, widths, ...(route && { route }), maxWork: Math.max(0, share), maxLabels, best: () => this.best?.value ?? null, found: (whole: Whole) => this.offer(planOf(model, crew, whole), whole.value), stops: () => this.isAnswered() || (this.watch.shouldStop?.() ?? false),
      });
      this.work += searched.work + PREPARED;
      return searched.bound;
    };
    this.total = boundOfAll(model, worth, crews.able);
    const inHaste = (of: Model, widths: readonly number[], route?: Route): void => {
      for (const going of crews.greedy().toReversed()) if (!this.isOver() && !this.isProved()) search(of, going, { widths, route, share: of.isTogether ? (this.maxWork - this.work) / 4 : Math.min(this.maxWork - this.work, this.maxWork / 4), maxLabels: 0 });
    };
    let whole: Way | undefined;
    const along = ({ way, held }: Last, isBrief = false): void => {
      whole ??= way;
      if (!model.isTogether || (isBrief && this.work > this.maxWork * 0.75)) return;
      const { model: of, route } = alongWay(model, way, held);
      const free = freeFor(model, crews.able, route);
      const teams = teamsFor(of, crewsOf({ ...of, problem: { ...model.problem, persons: free } }, worth).greedy());
      const { widths, teams: most } = isBrief ? BRIEFLY : FULLY;
      for (const going of teams.slice(0, most)) {
        if (this.isOver() || this.isFirstProved()) return;
        search(of, going, { widths, route, share: Math.min(this.maxWork - this.work, this.maxWork / 4), maxLabels: 0 });
      }
    };
    this.relax(model, crews.able, { weight: profitWeight(model, worth), beside: besideProfits(model, worth, crews.able) }, along);
    if (whole && !this.isFirstProved()) inHaste(alongLinks(model, whole), WIDE);
    inHaste(model, WIDE);
    if (this.isNone) return;
    const areAll = this.lookThrough(crews, (going) => search(model, going, { widths: NARROW, share: this.maxWork - this.work, maxLabels: this.maxLabels }));
    if (!areAll || this.isDoubtful || !worth.isBounded.every(Boolean)) this.open = this.total;
  }

  /** All crews, one by one; false where some are left. */
  private lookThrough(crews: Crews, search: (going: readonly Going[]) => Value | null): boolean {
    let count = 0;
    for (const going of crews.all()) {
      count += 1;
      if (this.isOver() || count > MOST_CREWS) return false;
      this.open = greater(search(going), this.open);
    }
    return crews.areAll;
  }

  /** What the first level comes to at most by its profits, and ways that would bring them: first the best of all, then, where it is none for people who are not free, by the day on which the last journey together ends. */
  private relax(model: Model, able: readonly Person[], counts: Counts, follow: (last: Last, isBrief: boolean) => void): void {
    if (counts.weight <= 0 || this.problem.maxParties > 1) return;
    const places = (of: (person: Person) => string): number[] => [...new Set(able.map((person) => model.placeIndex.get(of(person))!))];
    const frame = frameOf(model, coveredBy(model, able), { able, starts: places(({ startPlaceId }) => startPlaceId), ends: places(({ endPlaceId }) => endPlaceId) });
    this.work += Math.ceil(frame.work / CHEAP);
    const whole = new Relaxation(frame, this.knownProfit(counts));
    this.relaxOn(whole, (this.maxWork * CHEAP) / 4, (most, last) => {
      this.bounded(most, counts);
      if (last) follow(last, false);
    });
    this.isNone = this.best === null && (this.enough ?? 0) <= 0 && whole.isOver && whole.last === null;
    if (model.isTogether) this.relaxByDay(frame, counts, follow);
  }

  private relaxByDay(frame: Frame, counts: Counts, follow: (last: Last, isBrief: boolean) => void): void {
    let most = -1;
    for (const day of daysOf(frame.model)) {
      if (this.isOver() || this.isFirstProved()) return;
      let ofDay = Infinity;
      this.relaxOn(new Relaxation(frame, this.knownProfit(counts), day), (this.maxWork * CHEAP) / 40, (profit, last) => {
        ofDay = profit;
        if (last) follow(last, true);
      });
      most = Math.max(most, ofDay);
    }
    this.bounded(most, counts);
  }

  /** A relaxation, part by part, so that it can be stopped; after each it is told what is known, after the first and the last the best way, where it is another one. */
  private relaxOn(relaxation: Relaxation, share: number, told: (most: number, last: Last | null) => void): void {
    let followed: Last | null = null;
    const isLast = (): boolean => relaxation.isOver || relaxation.isFull || relaxation.work >= share;
    for (let n = 0; !isLast() && !this.isOver(); n += 1) {
      const { work } = relaxation;
      const most = relaxation.run(Math.min(share, work + FIRST));
      this.work += Math.ceil((relaxation.work - work) / CHEAP);
      const isFollowed = (n === 0 || isLast()) && relaxation.last !== followed;
      told(most, isFollowed ? relaxation.last : null);
      if (isFollowed) followed = relaxation.last;
    }
  }

  /** No plan has more profit: by what else counts at the first level it is worth no more than that and all of the rest. What is known to be had is not above it. */
  private bounded(profit: number, { weight, beside }: Counts): void {
    if (this.isDoubtful) return;
    const value = Math.max(profit * weight + beside, this.best?.value[0] ?? -Infinity);
    this.total = this.total.map((most, level) => (level === 0 ? Math.min(most, value) : most));
  }

  /** What is not looked for: what is known already, or is too little to be asked for. */
  private knownProfit({ weight, beside }: Counts): number {
    return Math.max(-1, this.best ? Math.floor((this.best.value[0]! - beside) / weight) : -1, Math.ceil(((this.enough ?? 0) - beside) / weight) - 1);
  }

  answer(isProved: boolean): MissionAnswer {
    const plan = this.best && attended(this.problem, this.best.plan);
    const value = plan && valueOf(this.problem, plan);
    const open = isProved || this.isNone ? this.leastOpen() : this.total;
    return { plan, value, bound: greater(value, open), isOptimal: open === null || (value !== null && compareValues(value, open) >= 0), work: this.work };
  }

  /** What is open may be bounded by what is known without looking. */
  private leastOpen(): Value | null {
    return this.open && compareValues(this.open, this.total) > 0 ? this.total : this.open;
  }
}

/**
 * Plans a mission. The same request gives the same answer, whatever else the machine does; who watches may stop it. Throws RangeError where the problem has more meetings than
 * MOST_MEETINGS.
 */
export function planMission(request: MissionRequest, watch: Watch = {}): MissionAnswer {
  const { problem } = request;
  const together: Problem = { ...problem, riding: 'TOGETHER' };
  const model = modelOf(together);
  const isProved = problem.riding === 'TOGETHER' && problem.maxParties <= 1;
  const mission = new Mission(isProved ? request : { ...request, maxWork: request.maxWork / 2 }, watch);
  mission.offer(EMPTY, null);
  if (problem.maxParties > 0) mission.run(model);
  if (problem.riding === 'TOGETHER' || problem.maxParties === 0) return mission.answer(isProved || problem.maxParties === 0);
  const later = new Mission({ ...request, maxWork: request.maxWork - mission.work }, watch);
  later.best = mission.best;
  later.run(modelOf(problem));
  later.work += mission.work;
  return later.answer(false);
}
