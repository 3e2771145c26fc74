/**
 * The ways of a party within a limit: what each has paid is a resource of its label (label setting for shortest paths with resource constraints: Desrochers and Soumis 1988), and what it can still bring is bounded by the prices of a
 * Lagrangean relaxation as well, which so loses its gap (Beasley and Christofides 1989). The same as `relaxation.ts` but that an earlier journey need not be better, as a night may be cheaper where it leads from than where it leads.
 */
import type { Time } from '../model/at-once.ts';
import { type Away, lastHome } from '../model/nights.ts';
import { indexFrom } from '../model/sorted.ts';
import { comesHome, departureOf } from './attendance.ts';
import type { Frame } from './frame.ts';
import type { Purse } from './purse.ts';
import { type Arrival, type Holding, Relaxation, type Spell } from './relaxation.ts';
import type { Node } from './timetable.ts';
import { dutyBy, has, type Way } from './way.ts';

export class PaidRelaxation extends Relaxation {
  private readonly purse: Purse;

  constructor(frame: Frame, purse: Purse, { known, lastRide }: { readonly known: number; readonly lastRide: Time }) {
    super(frame, known, lastRide);
    this.purse = purse;
  }

  protected override coming(node: Node): number {
    return this.purse.coming(node);
  }

  protected override leaving({ node, cents, before }: Way, number: number): number {
    return cents + this.purse.leaving(node, number, before === null);
  }

  /** Who is at the beginning of a way pays less for the stay than others. */
  protected override isNoWorse(one: Way, other: Way): boolean {
    return one.cents <= other.cents && (one.before === null || other.before !== null) && super.isNoWorse(one, other) && one.cents + this.purse.more(one.node, other.node) <= other.cents;
  }

  protected override mostAfter(before: Way | null, holding: Holding, arrival: Pick<Arrival, 'node' | 'dutyBy' | 'cents'>): number {
    const most = super.mostAfter(before, holding, arrival);
    if (most <= this.best) return most;
    return Math.min(most, this.purse.most(this.frame.duties!.of(arrival.node, arrival.dutyBy), holding, { cents: arrival.cents, isRoot: before === null }));
  }

  /** By what is held last: the longer a stay, the more is paid for it. */
  protected override ends(way: Way, stages: Node['stages']): void {
    const { frame, lastRide } = this;
    if (lastRide && way.before && way.node.at < lastRide.from) return;
    if (stages.reduce((sum, { task }) => sum + frame.profits[frame.covered[task]!.index]!, way.profit) <= this.best) return;
    const away = this.awayOf(way, way.node);
    const by = away ? lastHome(frame.nights, away) : Infinity;
    const able = stages.filter((stage) => comesHome(frame, way, stage, by));
    for (let n = 0; n <= able.length; n += 1) {
      const left = this.purse.left(way, able[n - 1] ?? null);
      if (left >= 0) this.endsWith(way, able.slice(0, n), { away, left });
    }
  }

  private endsWith(way: Way, stages: Node['stages'], { away, left }: { readonly away: Away | null; readonly left: number }): void {
    const { covered, atOnce, table } = this.frame;
    const before = covered.filter((task) => has(way, task));
    for (const held of atOnce.sets(way.node.place, stages.map(({ task }) => covered[task]!), { from: this.fromOf(way.node), until: table.finish[way.node.place]! }, away)) {
      const brings = this.purse.afforded([...before, ...held], left);
      if (brings > this.best) [this.best, this.last] = [brings, { way, held, away }];
    }
  }

  /** The departures of a link with the same meetings held, each by itself. */
  protected override departs(way: Way, list: readonly number[], spell: Spell): void {
    const { rule, table: { nodes, node } } = this.frame;
    const last = Math.min(spell.until, way.node.last);
    for (let n = indexFrom(list, spell.from); n < list.length && list[n]! < last; n += 1) {
      const [number, departure] = [list[n]!, departureOf(this.frame, way.node.place, list[n]!)];
      this.work += 1;
      const by = departure.arrives < this.until ? dutyBy(way, departure, rule) : -1;
      if (by < 0) continue;
      const to = nodes[node[number]!]!;
      // What is held of it is less.
      if (this.mostAfter(way, spell, { node: to, dutyBy: by, cents: this.leaving(way, number) }) > this.best) this.rides(way, { departure, number, to, by }, spell.stages, false);
    }
  }
}
