/** Missions whose people may be away for few nights, all together: what is found with all of the work and with a tenth of it, and what no plan exceeds. */
import { type Problem, validate } from '@passerelle/shared/planning.ts';
import { fieldProblem, SHAPES } from '../../src/planner/mission/field-problem.fixture.ts';
import { planMission } from '../../src/planner/mission/index.ts';
import { cpuSeconds } from '../cpu.ts';
import { table } from '../table.ts';

type Shape = keyof typeof SHAPES;

interface Row {
  readonly name: string;
  readonly nights: number;
  readonly value: number;
  readonly soon: number;
  readonly bound: number;
  readonly seconds: number;
  readonly faults: number;
}

const MISSIONS: Readonly<Partial<Record<Shape, readonly number[]>>> = { week: [1, 2, 3], n16: [1, 2, 3, 4, 5], n20: [1] };
const NIGHTS = [3, 5, 8, 10];
/** The work of a search, and that of one that an explanation asks for. */
const MAX_WORK = 300_000;
const SOON_WORK = 30_000;
const MAX_LABELS = 1_000_000;

function measure(name: string, problem: Problem, nights: number): Row {
  const before = cpuSeconds();
  const { plan, value, bound } = planMission({ problem, seed: 1, maxWork: MAX_WORK, maxLabels: MAX_LABELS });
  const seconds = cpuSeconds() - before;
  const soon = planMission({ problem, seed: 1, maxWork: SOON_WORK, maxLabels: MAX_LABELS });
  return { name, nights, value: value?.[0] ?? 0, soon: soon.value?.[0] ?? 0, bound: bound?.[0] ?? 0, seconds, faults: plan ? validate(problem, plan).length : 0 };
}

/** Prints the table; gives what is promised and not kept. `only`: `nights`, or names like `nights-week`. */
export function benchNights(only: readonly string[] | undefined, signal: AbortSignal): string[] {
  const rows: Row[] = [];
  for (const [shape, seeds] of Object.entries(MISSIONS) as [Shape, readonly number[]][]) {
    if (only && !only.includes('nights') && !only.includes(`nights-${shape}`)) continue;
    for (const seed of seeds) {
      for (const nights of NIGHTS) {
        signal.throwIfAborted();
        rows.push(measure(`${shape}-${seed}`, { ...fieldProblem(seed, SHAPES[shape]), maxNights: nights }, nights));
      }
    }
  }
  if (rows.length > 0) {
    console.log(`\n${table(['mission', 'nights', 'profit', 'with a tenth of the work', 'bound', 's'], rows.map(({ name, nights, value, soon, bound, seconds }) => [name, String(nights), String(value), String(soon), bound === value ? `${bound} proved` : String(bound), seconds.toFixed(2)]))}\n`);
    console.log(`Profit of all: ${sumOf(rows, 'value')}; with a tenth of the work ${sumOf(rows, 'soon')}; at most ${sumOf(rows, 'bound')}. Proved: ${rows.filter(({ value, bound }) => value === bound).length} of ${rows.length}.`);
  }
  return rows.flatMap(({ name, nights, faults, value, soon, bound }) => [
    ...(faults > 0 ? [`${name} with ${nights} nights: the plan breaks ${faults} rules.`] : []), ...(bound < Math.max(value, soon) ? [`${name} with ${nights} nights: the bound is below what is possible.`] : []),
  ]);
}

const sumOf = (rows: readonly Row[], of: 'value' | 'soon' | 'bound'): number => rows.reduce((sum, row) => sum + row[of], 0);
