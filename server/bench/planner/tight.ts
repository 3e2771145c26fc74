/**
 * Missions with less money than they could spend: with a share of what the best plan costs that is found without a limit, what is found, how soon, and what no plan exceeds. Who builds a plan meeting by meeting is weak there, and the
 * bound of the way knows no money.
 */
import { type Problem, validate } from '@passerelle/shared/planning.ts';
import { fieldProblem, SHAPES } from '../../src/planner/mission/fixtures/field-problem.fixture.ts';
import { planMission } from '../../src/planner/mission/index.ts';
import { cpuSeconds } from '../cpu.ts';
import { table } from '../table.ts';

type Shape = keyof typeof SHAPES;

interface Row {
  readonly name: string;
  readonly share: number;
  readonly value: number;
  readonly bound: number;
  readonly soon: number;
  readonly firstSeconds: number;
  readonly seconds: number;
  readonly faults: number;
}

const MISSIONS: Readonly<Partial<Record<Shape, readonly number[]>>> = { week: [1, 2, 3], n16: [1, 2], forty: [1] };
const SHARES = [0.9, 0.75, 0.6, 0.45];
/** The work of a search, and that of one that an explanation asks for. */
const MAX_WORK = 300_000;
const SOON_WORK = 30_000;
const MAX_LABELS = 1_000_000;
/** Of three levels the third is what it costs. */
const COST = 2;

const withMoney = (problem: Problem, cents: number): Problem => ({ ...problem, limits: problem.limits.map((limit) => ({ ...limit, cents })) });

function measure(name: string, problem: Problem, { share, cents }: { readonly share: number; readonly cents: number }): Row {
  const tight = withMoney(problem, Math.floor(cents * share));
  const before = cpuSeconds();
  let firstSeconds = Infinity;
  const { plan, value, bound } = planMission({ problem: tight, seed: 1, maxWork: MAX_WORK, maxLabels: MAX_LABELS }, { onBetter: (better) => { if (better.meetings.length > 0) firstSeconds = Math.min(firstSeconds, cpuSeconds() - before); } });
  const seconds = cpuSeconds() - before;
  const soon = planMission({ problem: tight, seed: 1, maxWork: SOON_WORK, maxLabels: MAX_LABELS });
  return { name, share, value: value?.[0] ?? 0, bound: bound?.[0] ?? 0, soon: soon.value?.[0] ?? 0, firstSeconds, seconds, faults: plan ? validate(tight, plan).length : 0 };
}

/** Prints the table; gives what is promised and not kept. `only`: `tight`, or names like `tight-week`. */
export function benchTight(only: readonly string[] | undefined, signal: AbortSignal): string[] {
  const rows: Row[] = [];
  for (const [shape, seeds] of Object.entries(MISSIONS) as [Shape, readonly number[]][]) {
    if (only && !only.includes('tight') && !only.includes(`tight-${shape}`)) continue;
    for (const seed of seeds) {
      const problem = fieldProblem(seed, SHAPES[shape]);
      const cents = -(planMission({ problem, seed: 1, maxWork: MAX_WORK, maxLabels: MAX_LABELS }).value?.[COST] ?? 0);
      for (const share of SHARES) {
        signal.throwIfAborted();
        rows.push(measure(`${shape}-${seed}`, problem, { share, cents }));
      }
    }
  }
  if (rows.length > 0) {
    console.log(`\n${table(['mission', 'of its cost', 'profit', 'with a tenth of the work', 'bound', 'gap %', 'first s', 'all s'], rows.map(({ name, share, value, soon, bound, firstSeconds, seconds }) => [
      name, `${Math.round(share * 100)} %`, String(value), String(soon), String(bound), ((100 * (bound - value)) / Math.max(1, bound)).toFixed(1), firstSeconds.toFixed(2), seconds.toFixed(2),
    ]))}\n`);
    console.log(`Profit of all: ${sumOf(rows, 'value')}; with a tenth of the work ${sumOf(rows, 'soon')}; at most ${sumOf(rows, 'bound')}.`);
  }
  return rows.flatMap(({ name, share, faults, value, soon, bound }) => [
    ...(faults > 0 ? [`${name} with ${share}: the plan breaks ${faults} rules.`] : []), ...(bound < Math.max(value, soon) ? [`${name} with ${share}: the bound is below what is possible.`] : []),
  ]);
}

const sumOf = (rows: readonly Row[], of: 'value' | 'soon' | 'bound'): number => rows.reduce((sum, row) => sum + row[of], 0);
