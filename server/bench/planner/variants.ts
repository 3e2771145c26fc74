/** The same missions where all people together may be away for few nights, and where roads, or all journeys, are open at any minute: what is found with all of the work and with a tenth of it, and what no plan exceeds. */
import { type Problem, validate } from '@passerelle/shared/planning.ts';
import { byRoad } from '../../src/planner/mission/fixtures/any-minute.fixture.ts';
import { fieldProblem, SHAPES } from '../../src/planner/mission/fixtures/field-problem.fixture.ts';
import { planMission } from '../../src/planner/mission/index.ts';
import { cpuSeconds } from '../cpu.ts';
import { table } from '../table.ts';

type Shape = keyof typeof SHAPES;

interface Row {
  readonly name: string;
  readonly variant: string;
  readonly value: number;
  readonly soon: number;
  readonly bound: number;
  readonly seconds: number;
  readonly faults: number;
}

const MISSIONS: Readonly<Partial<Record<Shape, readonly number[]>>> = { week: [1, 2, 3], n16: [1, 2, 3, 4, 5], n20: [1] };

/** By what `--only` calls them, how each differs from the mission. */
const VARIANTS: Readonly<Record<string, Readonly<Record<string, (problem: Problem) => Problem>>>> = {
  nights: Object.fromEntries([3, 5, 8, 10].map((maxNights) => [`${maxNights} nights`, (problem: Problem): Problem => ({ ...problem, maxNights })])),
  minutes: { 'roads at any minute': (problem) => byRoad(problem, false), 'all at any minute': (problem) => byRoad(problem, true) },
};
/** The work of a search, and that of one that an explanation asks for. */
const MAX_WORK = 300_000;
const SOON_WORK = 30_000;
const MAX_LABELS = 1_000_000;

function measure(name: string, variant: string, problem: Problem): Row {
  const before = cpuSeconds();
  const { plan, value, bound } = planMission({ problem, seed: 1, maxWork: MAX_WORK, maxLabels: MAX_LABELS });
  const seconds = cpuSeconds() - before;
  const soon = planMission({ problem, seed: 1, maxWork: SOON_WORK, maxLabels: MAX_LABELS });
  return { name, variant, value: value?.[0] ?? 0, soon: soon.value?.[0] ?? 0, bound: bound?.[0] ?? 0, seconds, faults: plan ? validate(problem, plan).length : 0 };
}

function rowsOf(family: string, only: readonly string[] | undefined, signal: AbortSignal): Row[] {
  const rows: Row[] = [];
  for (const [shape, seeds] of Object.entries(MISSIONS) as [Shape, readonly number[]][]) {
    if (only && !only.includes(family) && !only.includes(`${family}-${shape}`)) continue;
    for (const seed of seeds) {
      for (const [variant, of] of Object.entries(VARIANTS[family]!)) {
        signal.throwIfAborted();
        rows.push(measure(`${shape}-${seed}`, variant, of(fieldProblem(seed, SHAPES[shape]))));
      }
    }
  }
  return rows;
}

/** Prints a table for each kind of variant; gives what is promised and not kept. `only`: `nights` or `minutes`, or names like `nights-week`. */
export function benchVariants(only: readonly string[] | undefined, signal: AbortSignal): string[] {
  return Object.keys(VARIANTS).flatMap((family) => {
    const rows = rowsOf(family, only, signal);
    if (rows.length > 0) {
      console.log(`\n${table(['mission', family, 'profit', 'with a tenth of the work', 'bound', 's'], rows.map(({ name, variant, value, soon, bound, seconds }) => [name, variant, String(value), String(soon), bound === value ? `${bound} proved` : String(bound), seconds.toFixed(2)]))}\n`);
      console.log(`Profit of all: ${sumOf(rows, 'value')}; with a tenth of the work ${sumOf(rows, 'soon')}; at most ${sumOf(rows, 'bound')}. Proved: ${rows.filter(({ value, bound }) => value === bound).length} of ${rows.length}.`);
    }
    return rows.flatMap(({ name, variant, faults, value, soon, bound }) => [
      ...(faults > 0 ? [`${name}, ${variant}: the plan breaks ${faults} rules.`] : []), ...(bound < Math.max(value, soon) ? [`${name}, ${variant}: the bound is below what is possible.`] : []),
    ]);
  });
}

const sumOf = (rows: readonly Row[], of: 'value' | 'soon' | 'bound'): number => rows.reduce((sum, row) => sum + row[of], 0);
