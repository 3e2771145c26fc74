/** What all relaxations of a model have in common: its timetable, the duties of who rides, who can be free for what, and how much can still be had from where. */
import type { Person, WorkRule } from '@passerelle/shared/planning.ts';
import { fullCountries } from '../labels/bound.ts';
import { type AtOnce, atOnceOf } from '../model/at-once.ts';
import { ANYHOW, type Borders, bordersOf } from '../model/borders.ts';
import { type Departure, firstFrom } from '../model/departures.ts';
import { partsOf } from '../model/grain.ts';
import type { Model, Task } from '../model/model.ts';
import { type Nights, nightsOf } from '../model/nights.ts';
import { type Ordered, orderedOf } from '../model/ordered.ts';
import { staysUntil } from '../model/rated.ts';
import { type Completion, completionOf } from './completion.ts';
import { type Duties, dutiesOf } from './duties.ts';
import { type Node, type Timetable, timetableOf } from './timetable.ts';
import { type Duty, NEVER } from './way.ts';

type Root = Duty & {
  readonly node: Node;
  /** The day on which they set out at the latest; NEVER where nobody is known to. */
  readonly cameOn: number;
  /** How they have entered the countries out of which a rule leads. */
  readonly entered: readonly number[];
};

export interface Frame {
  readonly model: Model;
  /** The meetings that somebody could cover. */
  readonly covered: readonly Task[];
  readonly atOnce: AtOnce;
  readonly borders: Borders;
  readonly nights: Nights;
  /** By departure, the day on which whoever takes it has set out at the latest; NEVER where nights are not limited. */
  readonly outOn: Float64Array;
  readonly ordered: Ordered;
  readonly table: Timetable;
  readonly rule: WorkRule | undefined;
  readonly roots: readonly Root[];
  /** Undefined where some journey takes no time. */
  readonly duties: Duties | undefined;
  readonly completion: Completion | undefined;
  /** By task, in parts. */
  readonly multipliers: readonly number[];
  /** By task, what it brings: what must be in brings more than all others together. */
  readonly profits: readonly number[];
  /** What all that must be in brings beside its profits: a way that brings less is none. Infinite where nobody could cover some of it. */
  readonly required: number;
  /** Of what is held its countries, where there may be no more. */
  readonly full: (lo: number, hi: number) => ReadonlySet<number> | null;
  readonly work: number;
}

/** Rounds for the multipliers, beside one for each meeting. */
const ROUNDS = 30;
const DAY = 1440;

/**
 * A rule of work that allows whatever those in force in the period do; undefined where there is none. Where rest is shorter duties part into parts of what they were, so that no work that keeps to each rule on its days breaks it. Who
 * comes and goes by themselves does not rest for the journeys of the party.
 */
function ruleOf(model: Model): WorkRule | undefined {
  if (!model.isTogether) return undefined;
  const first = Math.floor(model.from / DAY) - 1;
  const rules = Array.from({ length: Math.floor(model.until / DAY) + 2 - first }, (_, n) => model.ruleOn(first + n) ?? []).flat();
  return rules.length === 0 ? undefined : {
    ...rules[0]!, maxProgrammeMinutes: Math.max(...rules.map(({ maxProgrammeMinutes }) => maxProgrammeMinutes)), maxDutyMinutes: Math.max(...rules.map(({ maxDutyMinutes }) => maxDutyMinutes)),
    minRestMinutes: Math.min(...rules.map(({ minRestMinutes }) => minRestMinutes)),
  };
}

const areAllWork = ({ departures }: Model): boolean => departures.every((list) => list.every(({ isRest }) => !isRest));

/** Somebody is in the first place at the beginning, or comes there by some journey: of those who come together as early as any, one is followed. */
function rootsOf({ departures }: Model, { starts, nodes, node, offsets }: Timetable, { rule, borders, outOn }: Pick<Frame, 'rule' | 'borders' | 'outOn'>): Root[] {
  const anyhow = borders.watched.map(() => ANYHOW);
  const fresh = { restedAt: -NEVER, dutyBy: NEVER, dutyMost: NEVER };
  const anytime = { ...fresh, cameOn: NEVER, entered: anyhow };
  if (!rule) return starts.flatMap((start) => (start ? [{ node: start, ...anytime }] : []));
  const roots: Root[] = [];
  for (const [from, list] of departures.entries()) {
    const start = starts[from];
    for (let n = start ? firstFrom(list, start.at) : list.length; n < list.length; n += 1) {
      const { at, arrives, isRest } = list[n]!;
      const entered = borders.passAll(list[n]!, anyhow);
      if (!entered) continue;
      const came = { node: nodes[node[offsets[from]! + n]!]!, cameOn: outOn[offsets[from]! + n]!, entered };
      roots.push(isRest ? { ...came, ...fresh } : { ...came, restedAt: arrives + rule.minRestMinutes, dutyBy: at + rule.maxDutyMinutes, dutyMost: NEVER });
    }
  }
  for (const start of starts) if (start?.isStart) roots.push({ node: start, ...anytime });
  return roots;
}

/** For those who may go: they set out from their places, and come back to them. `rides`: whether a party may make a journey. */
export function frameOf(model: Model, covered: readonly Task[], able: readonly Person[], rides: (departure: Departure) => boolean = () => true): Frame {
  const places = (of: (person: Person) => string): number[] => [...new Set(able.map((person) => model.placeIndex.get(of(person))!))];
  const rule = ruleOf(model);
  const table = timetableOf(model, covered, { starts: places(({ startPlaceId }) => startPlaceId), ends: places(({ endPlaceId }) => endPlaceId), staysUntil: rule ? staysUntil(model) : null, rides });
  const nights = nightsOf(model, able);
  const outOn = nights.all === Infinity ? table.leaves.map(() => NEVER) : table.setOut().map((at) => nights.out(at));
  const borders = bordersOf(model);
  const roots = rootsOf(model, table, { rule, borders, outOn });
  const duties = table.isForward ? dutiesOf(table, areAllWork(model) ? rule : undefined, partsOf(model)) : undefined;
  const must = model.tasks.map(({ lo, hi }) => (lo & model.required[0]) !== 0 || (hi & model.required[1]) !== 0);
  const dear = 1 + model.tasks.reduce((sum, { meeting }) => sum + Math.max(0, meeting.profit), 0);
  const profits = model.tasks.map(({ meeting }, n) => meeting.profit + (must[n] ? dear : 0));
  const completion = duties && completionOf(table, duties, { profits: covered.map(({ index }) => profits[index]!), roots: roots.map(({ node, dutyBy }) => duties.of(node, dutyBy)), known: 0, rounds: ROUNDS + covered.length });
  return {
    model, covered, table, rule, roots, duties, completion, profits, required: must.reduce((sum, is, n) => sum + (is ? (covered.includes(model.tasks[n]!) ? dear : Infinity) : 0), 0),
    full: fullCountries(model), atOnce: atOnceOf(model, able), borders, nights, outOn, ordered: orderedOf(model), multipliers: model.tasks.map((task) => completion?.multipliers[covered.indexOf(task)] ?? 0), work: completion?.work ?? 0,
  };
}
