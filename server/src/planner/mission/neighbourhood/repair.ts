/** Makes a plan of a script in which something was changed: what can be done as it is said there is done so, what cannot is done later or left out, and in the stops that were opened what fits is put in. */
import type { Chance } from '../../engine/random.ts';
import { Extend } from '../labels/extend.ts';
import { countOf, Finish, type Whole } from '../labels/finish.ts';
import { Hours } from '../labels/hours.ts';
import type { Label } from '../labels/label.ts';
import { Moves } from '../labels/moves.ts';
import { type Crew, crewOf } from '../model/crew.ts';
import { type Departure, firstFrom } from '../model/departures.ts';
import type { Model, Task } from '../model/model.ts';
import type { Ways } from '../model/ways-alone.ts';
import type { Worth } from '../model/worth.ts';
import type { Going } from '../teams/crews.ts';
import { type Script, scriptOf, type Stop, type Visit } from './script.ts';

/** Ways home of each person that are tried. */
const WAYS = 2;
/** Later departures of the same link that are tried where one is missed. */
const LATER = 2;
/** How often something is put in although what follows it would have to be changed. */
const DISTURBS = 0.08;

/** What was changed: the first stop of which something is not as it was, and those that are open. `isExact`: what cannot be done as it is said there is left out, and nothing is put in for it. */
export interface Ruined {
  readonly script: Script;
  readonly from: number;
  readonly isExact?: boolean;
  isOpen(stop: number): boolean;
}

export interface Repaired {
  readonly crew: Crew;
  readonly script: Script;
  readonly arrived: readonly (Label | null)[];
  readonly whole: Whole;
}

/** How wishes are weighed: a power of the profit, and how much is chance. */
interface Taste {
  readonly power: number;
  readonly noise: number;
}

/** For a crew. */
export class Repair {
  private readonly model: Model;
  private readonly crew: Crew;
  private readonly going: readonly Going[];
  private readonly chance: Chance;
  private readonly moves: Moves;
  private readonly extend: Extend;
  private readonly finish: Finish;
  private taste: Taste = { power: 1, noise: 0 };
  private isExact = false;
  private rides = 0;

  constructor(model: Model, going: readonly Going[], { worth, ways, chance }: { readonly worth: Worth; readonly ways: Ways; readonly chance: Chance }) {
    this.model = model;
    this.going = going;
    this.crew = crewOf(model, going);
    this.chance = chance;
    this.moves = new Moves(model, this.crew, worth);
    this.extend = new Extend(model, this.crew, { moves: this.moves, ways, when: new Hours(model, this.crew, worth), isBrief: true });
    this.finish = new Finish(model, this.crew, { worth, moves: this.moves, ways });
  }

  get work(): number {
    return this.extend.work + this.finish.work + this.rides;
  }

  /** The plan; null where none was found. `arrived`: the labels with which stops begin that are as they were. */
  run({ script: { stops, joins }, from, isExact = false, isOpen }: Ruined, arrived: readonly (Label | null)[]): Repaired | null {
    this.isExact = isExact;
    this.taste = { power: this.chance.below(3), noise: this.chance.next() < 0.5 ? 0.2 : 1 };
    let label: Label | null = from > 0 ? this.stay(arrived[from]!, stops[from]!.visits, { until: this.leavesAt(stops, from), isOpen: isOpen(from) }) : this.begins(this.moves.root(stops[0]!.place), stops[0]!, joins, { until: this.leavesAt(stops, 0), isOpen: isOpen(0) });
    for (let n = from + 1; label && n < stops.length; n += 1) {
      label = this.goesOn(label, stops[n]!);
      label &&= this.stay(label, stops[n]!.visits, { until: this.leavesAt(stops, n), isOpen: isOpen(n) });
    }
    const whole = label && this.finish.end(label, null, WAYS);
    return whole && { crew: this.crew, whole, ...scriptOf(this.going, whole.label) };
  }

  private leavesAt(stops: readonly Stop[], n: number): number {
    return stops[n + 1]?.by?.at ?? Infinity;
  }

  /** Everybody comes, in the order in which they are there, and meetings are held meanwhile. */
  private begins(root: Label, { visits }: Stop, joins: Script['joins'], stay: { readonly until: number; readonly isOpen: boolean }): Label | null {
    const coming = joins.map((way, person) => ({ way, person })).filter(({ person }) => (root.absent >> person) & 1).sort((a, b) => (a.way.at(-1)?.arrives ?? 0) - (b.way.at(-1)?.arrives ?? 0));
    let [label, held] = [root, 0];
    for (const { way, person } of coming) {
      const before = visits.filter((visit) => visit.at < (way.at(-1)?.arrives ?? -Infinity));
      label = this.stay(label, before.slice(held), { until: stay.until, isOpen: false });
      held = Math.max(held, before.length);
      this.rides += 1;
      const next = way.length > 0 && way.at(-1)!.arrives >= label.now ? this.moves.join(label, person, way) : null;
      if (!next) return null;
      label = next;
    }
    return this.stay(label, visits.slice(held), stay);
  }

  /** By a journey, or by a later one of the same link. */
  private goesOn(label: Label, { by }: Stop): Label | null {
    const list = this.model.departures[by!.from]!;
    const own = by!.base ?? by!;
    let tried = 0;
    for (let n = firstFrom(list, own.at); n < list.length && tried <= LATER; n += 1) {
      if (list[n] !== own && (tried === 0 || list[n]!.travelId !== by!.travelId)) continue;
      [tried, this.rides] = [tried + 1, this.rides + 1];
      const next = list[n]!.from === label.place ? this.moves.ride(label, list[n] === own ? by! : list[n]!) : null;
      if (next) return next;
    }
    return null;
  }

  private stay(from: Label, visits: readonly Visit[], { until, isOpen }: { readonly until: number; readonly isOpen: boolean }): Label {
    const kept = [...visits];
    let [label, mayAdd] = [from, isOpen];
    for (;;) {
      const more = mayAdd ? this.putIn(label, kept, until) : null;
      if (more) label = more;
      else if (kept.length === 0) return label;
      else {
        const held = this.holds(label, kept.shift()!, { until, before: kept[0]?.at ?? Infinity });
        // What falls out leaves room.
        mayAdd ||= held === null && !this.isExact;
        label = held ?? label;
      }
    }
  }

  /** As it was, or as soon as may be, before what comes next. */
  private holds(label: Label, visit: Visit, { until, before }: { readonly until: number; readonly before: number }): Label | null {
    const task = this.model.tasks[visit.task]!;
    const again = this.endsBy(this.extend.again(label, task, visit), until);
    if (again || this.isExact) return again;
    const soon = this.endsBy(this.extend.soonest(label, task), until);
    return soon && soon.now <= before ? soon : null;
  }

  private endsBy(label: Label | null, until: number): Label | null {
    return label?.deed?.deed === 'MEET' && label.deed.at + label.deed.task.meeting.serviceMinutes <= until ? label : null;
  }

  /** One more meeting before what is to be held next: what is wished most, of what leaves the rest as it is. */
  private putIn(label: Label, kept: readonly Visit[], until: number): Label | null {
    const before = kept[0]?.at ?? Infinity;
    const found = this.extend.tasksIn(label.place).filter(({ index }) => !kept.some((visit) => visit.task === index)).flatMap((task) => {
      const next = this.endsBy(this.extend.soonest(label, task), until);
      return next?.deed?.deed === 'MEET' && next.deed.at <= before ? [{ next, wish: this.wishOf(label, task, next.deed) }] : [];
    });
    found.sort((one, other) => other.wish - one.wish);
    return found.find(({ next }) => kept.length === 0 || this.leavesRest(next, kept) || this.chance.next() < DISTURBS)?.next ?? null;
  }

  /** Profit by the time of people that it takes. */
  private wishOf(label: Label, { meeting, place }: Task, { at, attends }: { readonly at: number; readonly attends: number }): number {
    const minutes = at - label.now + countOf(attends) * (meeting.serviceMinutes + this.model.places[place]!.transfer);
    return ((meeting.profit + 1) ** this.taste.power / Math.max(1, minutes)) * (1 - this.taste.noise * this.chance.next());
  }

  private leavesRest(from: Label, kept: readonly Visit[]): boolean {
    let label = from;
    for (const visit of kept) {
      const next = this.extend.again(label, this.model.tasks[visit.task]!, visit);
      if (!next) return false;
      label = next;
    }
    return true;
  }
}

/** A departure between two times by chance; undefined where there is none. */
export function departureBetween(model: Model, chance: Chance, { from, to, after, before }: { readonly from: number; readonly to: number; readonly after: number; readonly before: number }): Departure | undefined {
  const list = model.departures[from]!.slice(firstFrom(model.departures[from]!, after)).filter((one) => one.to === to && one.arrives <= before);
  return list[chance.below(Math.max(1, list.length))];
}
