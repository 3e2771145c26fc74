/**
 * What people pay for the first stay of a way and for the last one, to which they come, and which they leave, by themselves: who is known to be there for all of it pays for that, the others what those pay at least who come just in
 * time for the journey of the party, or leave as soon as they can. Cents of a day's allowance of all who go.
 */
import { departureOf } from './attendance.ts';
import type { Frame } from './frame.ts';
import type { Outlay } from './outlay.ts';
import type { Node } from './timetable.ts';
import { type Duty, dutyBy, NEVER } from './way.ts';

type Coming = Duty & { readonly node: Node };

export class EdgeStays {
  private readonly frame: Frame;
  private readonly outlay: Outlay;
  /** By place, how somebody may come there by themselves. */
  private readonly comings: readonly (readonly Coming[])[];
  private readonly late = new Map<number, number>();

  constructor(frame: Frame, outlay: Outlay) {
    [this.frame, this.outlay] = [frame, outlay];
    // Without a rule of work one way to a place stands for those who come later, too.
    const all: readonly Coming[] = frame.rule ? frame.roots : frame.table.nodes.map((node) => ({ node, restedAt: -NEVER, dutyBy: NEVER, dutyMost: NEVER }));
    const at = Map.groupBy(all, ({ node: { place } }) => place);
    this.comings = frame.model.places.map((_, place) => at.get(place) ?? []);
  }

  /** Of a stay that ends with a departure of the party, by its number. */
  first(node: Node, number: number): number {
    const { outlay: { paid: { first, between }, stay }, frame: { table } } = this;
    const { place } = node;
    const late = between[place]! - first[place]!;
    return first[place]! * stay(node, table.leaves[number]!) + (late > 0 ? late * this.lateFor(place, number) : 0);
  }

  /** Of a stay after which all go home, and in which something may be held until a departure, by its number; null for nothing. ∞ where nobody comes home after it. */
  last(node: Node, next: number | null): number {
    const { outlay: { paid: { last, between }, stay }, frame: { table: { leaves, isEnd } } } = this;
    const { place, first: soonest } = node;
    if (isEnd[place]) return 0;
    const held = next === null ? 0 : last[place]!;
    const [soon, late] = [leaves[soonest]!, next === null ? 0 : leaves[next]!];
    if (soon === Infinity || late === Infinity) return Infinity;
    return (held > 0 ? held * stay(node, late) : 0) + (between[place]! - held) * stay(node, soon);
  }

  /** What one pays at least who comes in time for a departure, and may still make that journey (H10). */
  private lateFor(place: number, number: number): number {
    let found = this.late.get(number);
    if (found === undefined) {
      const { rule } = this.frame;
      const departure = departureOf(this.frame, place, number);
      const until = this.frame.table.leaves[number]!;
      found = Math.min(Infinity, ...this.comings[place]!.filter((one) => one.node.at <= until && dutyBy(one, departure, rule) >= 0).map(({ node }) => this.outlay.stay(node, until)));
      this.late.set(number, found);
    }
    return found;
  }
}
