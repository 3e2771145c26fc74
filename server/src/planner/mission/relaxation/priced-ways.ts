/**
 * The ways of a party through the timetable, which pay for what they cost: the best of them by given prices, backwards in time. Each may hold a meeting twice and pays a multiplier each time, as in `completion.ts`; what follows a
 * state is what it brings less what it costs. Whole numbers alone, so that a bound is one.
 */
import { type Flat, flatOf } from './completion.ts';
import type { State } from './duties.ts';
import type { Frame } from './frame.ts';
import type { Outlay } from './outlay.ts';
import { type PricedStay, type PricedWay, type Prices, sharedBy, type Staying } from './priced-way.ts';
import type { Node, Stage } from './timetable.ts';

const NOTHING = -Infinity;
/** So many departures that are looked at are as much work as one step of the relaxation. */
const QUICK = 10;
/** No journey is taken. */
const HOME = -1;

export class PricedWays {
  private readonly frame: Frame;
  private readonly outlay: Outlay;
  private readonly states: readonly State[];
  private readonly roots: readonly number[];
  private readonly flat: Flat;
  private readonly reduced: Float64Array;
  /** Minutes of people that each takes. */
  private readonly minutes: readonly number[];
  /** By departure, the most that it or a later one of its place brings to who is rested, no stay paid. */
  private readonly after: Float64Array;
  /** By state, what follows at most, and how: by which departure, to which state, after how many of the stages. After all states the same of the beginning that is looked at. */
  private readonly brings: Float64Array;
  private readonly departure: Int32Array;
  private readonly to: Int32Array;
  private readonly held: Int32Array;
  private prices: Prices = { fare: 0, allowance: 0, other: 0 };
  work = 0;

  constructor(frame: Frame, outlay: Outlay) {
    const { duties, covered, table } = frame;
    this.frame = frame;
    this.outlay = outlay;
    this.states = duties!.states;
    const roots = frame.roots.map(({ node, dutyBy }) => duties!.of(node, dutyBy));
    this.roots = [...new Set(roots.map(({ number }) => number))];
    this.flat = flatOf(duties!, roots);
    this.reduced = new Float64Array(covered.length);
    this.minutes = covered.map(({ meeting: { serviceMinutes, needs }, place }) => (serviceMinutes + frame.model.places[place]!.transfer) * Math.max(1, ...needs.map(({ atLeast }) => atLeast)));
    this.after = new Float64Array(table.leaves.length + 1);
    this.brings = new Float64Array(this.states.length + 1);
    [this.departure, this.to, this.held] = [new Int32Array(this.states.length + 1), new Int32Array(this.states.length + 1), new Int32Array(this.states.length + 1)];
  }

  /** `profits` and `multipliers` in parts, by the number of a meeting among those that are covered. */
  run(prices: Prices, profits: ArrayLike<number>, multipliers: ArrayLike<number>): PricedWay {
    const { after, brings, reduced, outlay, flat: { at, fresh }, frame: { covered, table: { lastFirst, leaves } } } = this;
    this.prices = prices;
    for (let n = 0; n < reduced.length; n += 1) reduced[n] = Math.max(0, profits[n]! - multipliers[n]! - prices.other * outlay.tasks[covered[n]!.index]!);
    after.fill(NOTHING);
    let left = at.length - 1;
    for (let n = 0; n < lastFirst.length; n += 1) {
      const departure = lastFirst[n]!;
      for (; left >= 0 && at[left]! > leaves[departure]!; left -= 1) this.follow(left);
      const most = brings[fresh[departure]!]! - prices.fare * outlay.rides[departure]!;
      after[departure] = Math.max(after[departure + 1]!, most);
    }
    for (; left >= 0; left -= 1) this.follow(left);
    return this.wayOf(this.begin());
  }

  /** What follows a state at most, by the prices of the last run; `isRoot`: at the beginning of a way. */
  mostFrom = ({ number, node }: State, isRoot: boolean): number => this.brings[number]! + (isRoot ? this.spared(node) : 0);

  /** What holding a meeting brings by these prices, its multiplier paid, by its number among those that are covered. */
  reducedOf = (task: number): number => this.reduced[task]!;

  /** The best root, with what it brings; null where nobody goes, which brings nothing. Less is paid for the first stay of those who come by themselves, so that what follows is asked anew. */
  private begin(): { readonly root: number; readonly brings: number } | null {
    const { prices, outlay, states, brings } = this;
    let best: { readonly root: number; readonly brings: number } | null = null;
    for (const root of this.roots) {
      const { node } = states[root]!;
      const before = prices.fare * outlay.joins[node.place]! + prices.other * outlay.engaged;
      const least: number = best?.brings ?? 0;
      if (brings[root]! + this.spared(node) - before <= least) continue;
      this.follow(root, states.length);
      if (brings[states.length]! - before > least) best = { root, brings: brings[states.length]! - before };
    }
    if (best) this.follow(best.root, states.length);
    return best;
  }

  /** What is paid less for a first stay at most. */
  private spared(node: Node): number {
    const { outlay: { paid, stay }, prices, frame: { model } } = this;
    const fewer = Math.max(paid.between[node.place]! - paid.first[node.place]!, paid.last[node.place]! - paid.only[node.place]!);
    return fewer === 0 || prices.allowance === 0 ? 0 : prices.allowance * fewer * stay(node, model.until);
  }

  /** What is best from a state on, written there; or of a root, for which less is paid, written after all states. */
  private follow(state: number, into = state): void {
    const { node } = this.states[state]!;
    const { price, lastPrice } = this.pricesAt(node.place, into !== state);
    const stay: Staying = { node, price, lastPrice, stage: this.flat.stageOffsets[state]!, last: this.flat.stageOffsets[state + 1]!, sum: 0, busy: 0 };
    this.goHome(stay, into);
    this.goTired(state, stay, into);
    this.goRested(state, stay, into);
  }

  private pricesAt(place: number, isRoot: boolean): Pick<Staying, 'price' | 'lastPrice'> {
    const { outlay: { paid }, prices: { allowance } } = this;
    return { price: allowance * (isRoot ? paid.first : paid.between)[place]!, lastPrice: allowance * (isRoot ? paid.only : paid.last)[place]! };
  }

  /** What can be held before a departure is taken into account. */
  private hold(stay: Staying, departure: number): void {
    const { reduced, minutes, flat: { task, next } } = this;
    for (; stay.stage < stay.last && next[stay.stage]! <= departure; stay.stage += 1) {
      stay.sum += reduced[task[stay.stage]!]!;
      stay.busy += minutes[task[stay.stage]!]!;
    }
  }

  /** By journeys of those who are not rested. */
  private goTired(state: number, stay: Staying, into: number): void {
    const { flat } = this;
    for (let n = flat.tiredOffsets[state]!; n < flat.tiredOffsets[state + 1]!; n += 1) {
      const departure = flat.departure[n]!;
      this.hold(stay, departure);
      this.take(state, { departure, to: flat.to[n]!, brings: this.departs(stay, departure, flat.to[n]!) - this.allowance(stay, departure) }, stay, into);
    }
    this.work += (flat.tiredOffsets[state + 1]! - flat.tiredOffsets[state]!) / QUICK;
  }

  /** By journeys of those who are: whoever stays longer is paid no less, so that what an earlier departure costs is asked first. */
  private goRested(state: number, stay: Staying, into: number): void {
    const { after, brings, flat, frame: { table: { offsets } } } = this;
    const [end, begin, known] = [offsets[stay.node.place + 1]! - 1, offsets[stay.node.place]!, stay.price === 0 ? null : this.outlay.stays(stay.node)];
    let [n, costs] = [flat.rested[state]!, 0];
    const all = this.allOf(state);
    for (; n < end; n += 1) {
      if (known && known[n - begin]! >= 0) costs = stay.price * known[n - begin]!;
      if (all + after[n]! - costs <= brings[into]!) break;
      this.hold(stay, n);
      const value = this.departs(stay, n, flat.fresh[n]!);
      if (value - costs <= brings[into]!) continue;
      costs = this.allowance(stay, n);
      this.take(state, { departure: n, to: flat.fresh[n]!, brings: value - costs }, stay, into);
    }
    this.work += (n - flat.rested[state]! + 1) / QUICK;
  }

  private allOf(state: number): number {
    const { reduced, flat: { stageOffsets, task } } = this;
    let all = 0;
    for (let n = stageOffsets[state]!; n < stageOffsets[state + 1]!; n += 1) all += reduced[task[n]!]!;
    return all;
  }

  /** What is had by a journey after a stay, before that is paid. */
  private departs(stay: Staying, departure: number, to: number): number {
    return sharedBy(this.outlay.hands, stay, this.frame.table.leaves[departure]!) + this.brings[to]! - this.prices.fare * this.outlay.rides[departure]!;
  }

  private take(state: number, { departure, to, brings }: { readonly departure: number; readonly to: number; readonly brings: number }, { stage }: Staying, into: number): void {
    if (brings <= this.brings[into]!) return;
    this.brings[into] = brings;
    this.choose(into, departure, to, stage - this.flat.stageOffsets[state]!);
  }

  /** What is paid for a stay that ends with a departure of its place. */
  private allowance({ node, price }: Staying, departure: number): number {
    if (price === 0) return 0;
    const [stays, { leaves, offsets }] = [this.outlay.stays(node), this.frame.table];
    const n = departure - offsets[node.place]!;
    if (stays[n]! < 0) stays[n] = this.outlay.stay(node, leaves[departure]!);
    return price * stays[n]!;
  }

  private choose(state: number, departure: number, to: number, held: number): void {
    this.departure[state] = departure;
    this.to[state] = to;
    this.held[state] = held;
  }

  /** All go home from a place, after some of what can be held there. */
  private goHome({ node, lastPrice }: Staying, into: number): void {
    const { frame: { table }, outlay, reduced, brings } = this;
    this.choose(into, HOME, HOME, 0);
    brings[into] = table.home[node.number] === Infinity ? NOTHING : -this.prices.fare * outlay.homes[node.place]!;
    if (brings[into] === NOTHING) return;
    const [home, stay] = [brings[into]!, { node, sum: 0, busy: 0 }];
    for (const [n, stage] of node.stages.entries()) {
      const ends = this.endOf(stage);
      stay.sum += reduced[stage.task]!;
      stay.busy += this.minutes[stage.task]!;
      const value = home + sharedBy(outlay.hands, stay, ends) - (lastPrice === 0 ? 0 : lastPrice * outlay.stay(node, ends));
      if (value <= brings[into]!) continue;
      brings[into] = value;
      this.held[into] = n + 1;
    }
  }

  /** When a meeting ends that begins as soon as may be. */
  private endOf({ task, start }: Stage): number {
    const { starts, meeting } = this.frame.covered[task]!;
    return starts[start]! + meeting.serviceMinutes;
  }

  private wayOf(beginning: { readonly root: number; readonly brings: number } | null): PricedWay {
    const { outlay, states, frame: { covered } } = this;
    const way = { brings: beginning?.brings ?? 0, visits: new Int32Array(covered.length), fare: 0, allowance: 0, other: 0, stays: [] as PricedStay[] };
    if (!beginning) return way;
    way.fare = outlay.joins[states[beginning.root]!.node.place]!;
    way.other = outlay.engaged;
    let [at, node] = [states.length, states[beginning.root]!.node];
    for (;;) {
      const [stay, to] = [this.stayOf(at, node), this.to[at]!];
      for (const task of stay.held) {
        way.visits[covered.indexOf(task)]! += 1;
        way.other += outlay.tasks[task.index]!;
      }
      way.allowance += this.paidAt(at, node.place) * outlay.stay(node, this.leftAt(at, node));
      way.fare += stay.by ? outlay.rides[this.departure[at]!]! : outlay.homes[node.place]!;
      way.stays.push(stay);
      if (to === HOME) return way;
      [at, node] = [to, states[to]!.node];
    }
  }

  /** How many are paid for a stay of the best way. */
  private paidAt(at: number, place: number): number {
    const { outlay: { paid: { between, first, last, only } }, states, to } = this;
    const isFirst = at === states.length;
    return (to[at]! === HOME ? (isFirst ? only : last) : isFirst ? first : between)[place]!;
  }

  private stayOf(at: number, node: Node): PricedStay {
    const { frame: { covered, model, table }, departure, held } = this;
    const by = departure[at]! === HOME ? null : model.departures[node.place]![departure[at]! - table.offsets[node.place]!]!;
    return { node, by, held: node.stages.slice(0, held[at]).filter(({ task }) => this.reduced[task]! > 0).map(({ task }) => covered[task]!) };
  }

  /** When somebody leaves the place of a node, on the best way. */
  private leftAt(at: number, node: Node): number {
    if (this.departure[at]! !== HOME) return this.frame.table.leaves[this.departure[at]!]!;
    return this.held[at]! > 0 ? this.endOf(node.stages[this.held[at]! - 1]!) : node.at;
  }
}
