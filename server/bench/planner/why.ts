/** Missions that leave much out, for little money or for rates that nobody knows: of how many of these meetings it is said why, and what would bring them in, with the work that explanations have. */
import { apply, type LeftOut, type Problem, validate } from '@passerelle/shared/planning.ts';
import { Asking, isProvedWhy, leftOut } from '../../src/planner/explain/index.ts';
import { fieldProblem, SHAPES } from '../../src/planner/mission/fixtures/field-problem.fixture.ts';
import { planMission } from '../../src/planner/mission/index.ts';
import { EFFORTS } from '../../src/plans/efforts.ts';
import { SEARCH_LIMITS } from '../../src/plans/search-task.ts';
import { solverOf } from '../../src/plans/solve.ts';
import { cpuSeconds } from '../cpu.ts';
import { table } from '../table.ts';

interface Asked {
  readonly name: string;
  readonly shape: keyof typeof SHAPES;
  readonly seed: number;
  /** Of what the best plan costs that is found with enough money. */
  readonly share: number;
  /** Of how many countries the rate is known. */
  readonly rates: number;
}

const ASKED: readonly Asked[] = [
  { name: 'n16-1, 60 % of its cost', shape: 'n16', seed: 1, share: 0.6, rates: Infinity }, { name: 'n16-1, rates of 6 countries', shape: 'n16', seed: 1, share: 1, rates: 6 },
  { name: 'week-1, 60 % of its cost', shape: 'week', seed: 1, share: 0.6, rates: Infinity }, { name: 'forty-1, 60 % of its cost', shape: 'forty', seed: 1, share: 0.6, rates: Infinity },
];
const { maxWork, maxLabels, explaining } = SEARCH_LIMITS;
const SEED = 1;
/** Of three levels the third is what it costs. */
const COST = 2;

function problemOf({ shape, seed, share, rates }: Asked): Problem {
  const problem: Problem = { ...fieldProblem(seed, SHAPES[shape]), efforts: EFFORTS };
  const cents = -(planMission({ problem, seed: SEED, maxWork, maxLabels }).value?.[COST] ?? 0);
  return { ...problem, limits: problem.limits.map((limit) => ({ ...limit, cents: Math.floor(cents * share) })), allowances: problem.allowances && { ...problem.allowances, rates: problem.allowances.rates.slice(0, rates) } };
}

/** Whether what is proposed brings the meeting in. */
function bringsIn(problem: Problem, { meetingId, witness }: LeftOut): boolean {
  if (!witness) return true;
  const changed = witness.changes.reduce<Problem>((before, change) => {
    const after = apply(before, change);
    if (after === 'NOT_APPLICABLE') throw new Error(`${meetingId}: a change that cannot be made`);
    return after;
  }, problem);
  return witness.plan.meetings.some((one) => one.meetingId === meetingId) && validate(changed, witness.plan).length === 0;
}

/** Prints the table; gives what is promised and not kept. `only`: `why`. */
export function benchWhy(only: readonly string[] | undefined, signal: AbortSignal): string[] {
  if (only && !only.includes('why')) return [];
  const missed: string[] = [];
  const rows = ASKED.map((asked) => {
    signal.throwIfAborted();
    const problem = problemOf(asked);
    const { plan, value } = planMission({ problem, seed: SEED, maxWork, maxLabels });
    const before = cpuSeconds();
    const { leftOut: out, solves, work } = leftOut(new Asking(solverOf({ seed: SEED, ...explaining }), { maxSolves: Infinity, maxWork: explaining.mostWork }), problem, { plan: plan!, value: value! });
    const seconds = cpuSeconds() - before;
    const count = (is: (one: LeftOut) => boolean): string => String(out.filter(is).length);
    missed.push(...out.filter((one) => !bringsIn(problem, one)).map(({ meetingId }) => `${asked.name}: what is proposed for ${meetingId} does not bring it in.`));
    console.log(`… ${asked.name}: ${seconds.toFixed(1)} s`);
    return [
      asked.name, String(out.length), count(({ why }) => why !== 'UNPROVED'), count(isProvedWhy), count(({ exchange }) => exchange !== null), count(({ witness }) => witness !== null), count(({ witness }) => witness?.isCheapest ?? false), count(({ hasNoWitness }) => hasNoWitness), String(solves),
      (work / 1e6).toFixed(2), seconds.toFixed(1),
    ];
  });
  console.log(`\n${table(['mission', 'left out', 'why is said', 'is proved', 'exchange', 'brought in by changes', 'the cheapest, proved', 'by none, proved', 'solves', 'work (millions)', 's'], rows)}\n`);
  return missed;
}
