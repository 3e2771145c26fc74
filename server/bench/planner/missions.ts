/**
 * Missions whose shape is that of real ones, invented by seeds: what is found, what is proved, how soon. A search ends where the first level, the profit, is proved, or its work is used up;
 * later levels (countries, costs, nights) are the best that was found by then. This process has warmed up first, as one that waits for a search has in the product.
 */
import { type Problem, validate } from '@passerelle/shared/planning.ts';
import { fieldProblem, SHAPES } from '../../src/planner/mission/fixtures/field-problem.fixture.ts';
import { planMission } from '../../src/planner/mission/index.ts';
import { warmUp } from '../../src/plans/warm-up.ts';
import { cpuSeconds } from '../cpu.ts';
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
  /** What the same work finds by beams alone, of those that are too large to be looked through. */
  readonly alone: number | null;
}

const MAX_WORK = 300_000;
const MAX_LABELS = 1_000_000;
/** Wished: by when a plan is found at all, and by when the profit is proved. */
const FIRST_SECONDS = 0.3;
const PROOF_SECONDS: Readonly<Record<keyof typeof SHAPES, number>> = { week: 2, n16: 0.1, n20: 0.4, n25: 5, forty: 20, fifty: 20, sixty: 20 };
/** Those that are too large to be looked through; and how far above the best plan of them the bound may lie. */
const LARGE: ReadonlySet<string> = new Set<keyof typeof SHAPES>(['forty', 'fifty', 'sixty']);
const MOST_GAP = 10;
const MOST_MEGABYTES = 500;
const SEEDS: Readonly<Record<keyof typeof SHAPES, readonly number[]>> = { week: [1, 2, 3], n16: [1, 2, 3, 4, 5], n20: [1, 2], n25: [1], forty: [1, 2, 3], fifty: [1, 2], sixty: [1, 2] };

/** The profit that beams and looking through find. */
function foundAlone(problem: Problem): number {
  return planMission({ problem, seed: 1, maxWork: MAX_WORK, maxLabels: MAX_LABELS, looksNear: false }).value?.[0] ?? 0;
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
  const seconds = cpuSeconds() - before;
  const megabytes = Math.max(0, process.memoryUsage().rss - memory) / 1e6;
  return {
    name: `${name}-${seed}`, value: value?.[0] ?? 0, bound: bound?.[0] ?? 0, meetings: plan?.meetings.length ?? 0, firstSeconds, seconds, megabytes, alone: LARGE.has(name) ? foundAlone(problem) : null, faults: plan ? validate(problem, plan).length : 0,
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
      ...(row.alone !== null && row.value < row.alone ? [`${row.name}: beams alone find ${row.alone}.`] : []),
      ...(LARGE.has(shape) ? (gapOf(row) > MOST_GAP ? [`${row.name}: the bound is ${gapOf(row).toFixed(0)} % above.`] : []) : isProved ? [] : [`${row.name}: not proved.`]),
      ...(row.seconds > PROOF_SECONDS[shape] ? [`${row.name}: ${row.seconds.toFixed(2)} s of processor.`] : []),
    ];
  });
}

/** Prints the table and what is still to be wished; gives what is promised and not kept. `only`: names like `week-1`, or shapes like `n16`. */
export function benchMissions(only: readonly string[] | undefined, signal: AbortSignal): string[] {
  const rows: Row[] = [];
  const isAsked = (name: keyof typeof SHAPES, seed: number): boolean => !only || only.includes(name) || only.includes(`${name}-${seed}`);
  if (Object.entries(SEEDS).some(([name, seeds]) => seeds.some((seed) => isAsked(name as keyof typeof SHAPES, seed)))) {
    const before = cpuSeconds();
    warmUp();
    console.log(`Warming up took ${(cpuSeconds() - before).toFixed(1)} s of processor.`);
  }
  for (const name of Object.keys(SHAPES) as (keyof typeof SHAPES)[]) {
    for (const seed of SEEDS[name]) {
      signal.throwIfAborted();
      if (isAsked(name, seed)) rows.push(measure(name, seed));
    }
  }
  if (rows.length > 0) {
    console.log(`\n${table(['mission', 'profit', 'bound', 'gap %', 'beams alone', 'meetings', 'first s', 'all s', 'MB'], rows.map((row) => [
      row.name, String(row.value), row.value === row.bound ? `${row.bound} proved` : String(row.bound), gapOf(row).toFixed(1), row.alone === null ? '–' : String(row.alone), String(row.meetings), row.firstSeconds.toFixed(2), row.seconds.toFixed(2), row.megabytes.toFixed(0),
    ]))}\n`);
  }
  for (const line of shortcomings(rows)) console.log(`Wished: ${line}`);
  return brokenPromises(rows);
}
