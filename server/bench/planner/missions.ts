/**
 * Missions whose shape is that of real ones, invented by seeds: what is found, what is proved, how soon. A search ends where the first level, the profit, is proved, or its work is used up;
 * later levels (countries, costs, nights) are the best that was found by then.
 */
import { validate } from '@passerelle/shared/planning.ts';
import { fieldProblem, SHAPES } from '../../src/planner/mission/field-problem.fixture.ts';
import { planMission } from '../../src/planner/mission/index.ts';
import { table } from '../table.ts';

interface Row {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  readonly meetings: number;
  readonly firstSeconds: number;
  readonly seconds: number;
  /** By how much the process has grown. */
  readonly megabytes: number;
  readonly faults: number;
}

const MAX_WORK = 300_000;
const MAX_LABELS = 1_000_000;
/** Wished: by when a plan is found at all, and by when the profit is proved. */
const FIRST_SECONDS = 0.3;
const PROOF_SECONDS: Readonly<Record<keyof typeof SHAPES, number>> = { week: 2, n16: 0.1, n20: 0.4, n25: 5, sixty: 20 };
/** How far above the best plan the bound of the largest may lie. */
const MOST_GAP = 10;
const MOST_MEGABYTES = 500;
const SEEDS: Readonly<Record<keyof typeof SHAPES, readonly number[]>> = { week: [1, 2, 3], n16: [1, 2, 3], n20: [1, 2], n25: [1], sixty: [1] };

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function measure(name: keyof typeof SHAPES, seed: number): Row {
  const problem = fieldProblem(seed, SHAPES[name]);
  const [before, memory] = [cpuSeconds(), process.memoryUsage().rss];
  let [firstSeconds, isProved] = [Infinity, false];
  const { plan, value, bound } = planMission({ problem, seed: 1, maxWork: MAX_WORK, maxLabels: MAX_LABELS }, {
    onBetter: (better, [profit], [most]) => {
      if (better.meetings.length > 0) firstSeconds = Math.min(firstSeconds, cpuSeconds() - before);
      isProved = profit! >= most!;
    },
    shouldStop: () => isProved,
  });
  return {
    name: `${name}-${seed}`, value: value?.[0] ?? 0, bound: bound?.[0] ?? 0, meetings: plan?.meetings.length ?? 0, firstSeconds, seconds: cpuSeconds() - before, megabytes: Math.max(0, process.memoryUsage().rss - memory) / 1e6, faults: plan ? validate(problem, plan).length : 0,
  };
}

const gapOf = ({ value, bound }: Row): number => (100 * (bound - value)) / Math.max(1, bound);
const shapeOf = ({ name }: Row): keyof typeof SHAPES => name.split('-')[0] as keyof typeof SHAPES;

/** What is not kept: it may never be. */
function brokenPromises(rows: readonly Row[]): string[] {
  return [
    ...rows.filter(({ faults }) => faults > 0).map(({ name, faults }) => `${name}: the plan breaks ${faults} rules.`), ...rows.filter(({ value, bound }) => bound < value).map(({ name }) => `${name}: the bound is below what is possible.`),
  ];
}

/** What is wished, and not so yet. */
function shortcomings(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    const [shape, isProved] = [shapeOf(row), row.value === row.bound];
    return [
      ...(row.firstSeconds > FIRST_SECONDS ? [`${row.name}: the first plan after ${row.firstSeconds.toFixed(2)} s of processor.`] : []),
      ...(row.megabytes > MOST_MEGABYTES ? [`${row.name}: ${row.megabytes.toFixed(0)} MB.`] : []),
      ...(shape === 'sixty' ? (gapOf(row) > MOST_GAP ? [`${row.name}: the bound is ${gapOf(row).toFixed(0)} % above.`] : []) : isProved ? [] : [`${row.name}: not proved.`]),
      ...(row.seconds > PROOF_SECONDS[shape] ? [`${row.name}: ${row.seconds.toFixed(2)} s of processor.`] : []),
    ];
  });
}

/** Prints the table and what is still to be wished; gives what is promised and not kept. `only`: names like `week-1`, or shapes like `n16`. */
export function benchMissions(only: readonly string[] | undefined, signal: AbortSignal): string[] {
  const rows: Row[] = [];
  for (const name of Object.keys(SHAPES) as (keyof typeof SHAPES)[]) {
    for (const seed of SEEDS[name]) {
      signal.throwIfAborted();
      if (!only || only.includes(name) || only.includes(`${name}-${seed}`)) rows.push(measure(name, seed));
    }
  }
  if (rows.length > 0) {
    console.log(`\n${table(['mission', 'profit', 'bound', 'gap %', 'meetings', 'first s', 'all s', 'MB'], rows.map((row) => [
      row.name, String(row.value), row.value === row.bound ? `${row.bound} proved` : String(row.bound), gapOf(row).toFixed(1), String(row.meetings), row.firstSeconds.toFixed(2), row.seconds.toFixed(2), row.megabytes.toFixed(0),
    ]))}\n`);
  }
  for (const line of shortcomings(rows)) console.log(`Wished: ${line}`);
  return brokenPromises(rows);
}
