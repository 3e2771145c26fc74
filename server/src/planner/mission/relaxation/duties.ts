/** The nodes of a timetable with the duty in which somebody comes there: what follows depends on it until they are rested. */
import type { WorkRule } from '@passerelle/shared/planning.ts';
import type { Node, Timetable } from './timetable.ts';
import { NEVER } from './way.ts';

/** Somebody who rides, at a node. */
export interface State {
  readonly number: number;
  readonly node: Node;
  /** By when the duty has to end; NEVER for who is rested. */
  readonly dutyBy: number;
  /** The first departure for which they are rested. */
  readonly rested: number;
  /** Departures before that, with the states to which they lead. */
  readonly tired: readonly { readonly departure: number; readonly to: State }[];
}

export interface Duties {
  /** By their numbers, in the order of time. */
  readonly states: readonly State[];
  /** By departure, the state of who was rested; undefined for what never leaves, or no party makes. */
  readonly fresh: readonly (State | undefined)[];
  /** Of who begins somewhere rested, by place. */
  readonly starts: readonly (State | undefined)[];
  /** Of who is at a node, with a duty that has to end by then. */
  of(node: Node, dutyBy: number): State;
}

/** Without a rule everybody is always rested. Each departure arrives later than it leaves, and is work. `parts`: duties end at a multiple of so many minutes, none earlier than it would; 1 for just when they end. */
export function dutiesOf(table: Timetable, rule: WorkRule | undefined, parts: number): Duties {
  const { nodes, node, leaves, arrives, offsets, isRidden } = table;
  const at: { number: number; node: Node; dutyBy: number; rested: number; tired: { departure: number; to: State }[] }[][] = nodes.map(() => []);
  const states: State[] = [];
  const of = (where: Node, by: number): State => {
    const dutyBy = rule && by < NEVER ? Math.ceil(by / parts) * parts : NEVER;
    const known = at[where.number]!;
    for (let n = 0; n < known.length; n += 1) if (known[n]!.dutyBy === dutyBy) return known[n]!;
    const rested = restedFrom(where, dutyBy);
    const state = { number: -1, node: where, dutyBy, rested, tired: [] };
    known.push(state);
    return state;
  };
  const from = ({ place, first }: Node, time: number): number => {
    let n = first;
    while (n + 1 < offsets[place + 1]! && leaves[n]! < time) n += 1;
    return n;
  };
  /** Whoever may not stay for so long has no journey to be rested for: the one that never leaves. */
  const restedFrom = (where: Node, dutyBy: number): number => {
    const rested = dutyBy === NEVER ? where.first : from(where, where.at + rule!.minRestMinutes);
    return rested < where.last ? rested : offsets[where.place + 1]! - 1;
  };
  const starts = table.starts.map((start) => start && of(start, NEVER));
  const fresh = Array.from(node, (where, n) => (where < 0 ? undefined : of(nodes[where]!, leaves[n]! + (rule?.maxDutyMinutes ?? 0))));
  for (const where of nodes.toSorted((a, b) => a.at - b.at)) {
    for (const state of at[where.number]!) {
      state.number = states.push(state) - 1;
      for (let n = where.first; n < Math.min(state.rested, where.last); n += 1) if (isRidden[n] && arrives[n]! <= state.dutyBy) state.tired.push({ departure: n, to: of(nodes[node[n]!]!, state.dutyBy) });
    }
  }
  return { states, fresh: fresh.map((state, n) => (isRidden[n] ? state : undefined)), starts, of };
}
