/**
 * The planner bench: public instances of the team orienteering problem with time windows, each searched with counted work until its bound is met, bounded, and read
 * anew by the checker. It judges what is aimed at: Solomon's c1xx with one route all as good as the best known; Cordeau's pr01–05, one to four
 * routes, 1.5 % below the best known on average, 10 seconds of processor each; no bound below, no fault in any route. Then missions (missions.ts), such with little money (tight.ts), few nights or roads at any minute (variants.ts), and why they leave out what they do (why.ts).
 */
import { availableParallelism, loadavg } from 'node:os';
import { checkRoutes, exactRoute, type Found, localSearch, type Network, type NetworkData, networkOf, tightened, upperBound } from '../../src/planner/engine/index.ts';
import { cpuSeconds } from '../cpu.ts';
import type { BenchOptions } from '../options.ts';
import { table } from '../table.ts';
import { bestKnownOnes, dataOf, isSolomon } from './instances.ts';
import { benchMissions } from './missions.ts';
import { benchTight } from './tight.ts';
import { benchVariants } from './variants.ts';
import { benchWhy } from './why.ts';

/** Elementary operations of the local search, and labels that the proof makes or compares. */
const SEARCH_WORK = 70_000_000;
const PROOF_WORK = 400_000_000;
const MOST_LABELS = 2_000_000;
const SEED = 1;
const MOST_SECONDS = 10;
const MOST_GAP = 1.5;

interface Row {
  readonly name: string;
  readonly routes: number;
  readonly value: number;
  readonly bestKnown: number;
  readonly bound: number;
  readonly seconds: number;
  readonly proofSeconds: number;
  readonly work: number;
  readonly faults: readonly string[];
}

/** Runs the instances (`--only c101,pr03` for some) and prints the table; false where an aim is missed. */
export async function benchPlanner({ only }: BenchOptions, signal: AbortSignal): Promise<boolean> {
  console.log(`${availableParallelism()} processors, load before the start ${loadavg()[0]!.toFixed(1)}.`);
  const rows: Row[] = [];
  for (const { name, routes, bestKnown } of await bestKnownOnes()) {
    signal.throwIfAborted();
    if (only && !only.includes(name)) continue;
    rows.push({ name, ...measure(await dataOf(name, routes)), bestKnown });
    const { value, bound, seconds, proofSeconds } = rows.at(-1)!;
    console.log(`… ${name}, ${routes}: ${value}, at most ${bound}; ${seconds.toFixed(1)} s and ${proofSeconds.toFixed(1)} s`);
  }
  if (rows.length > 0) console.log(`\n${report(rows)}\n`);
  const missed = [...missedAims(rows), ...benchMissions(only, signal), ...benchTight(only, signal), ...benchVariants(only, signal), ...benchWhy(only, signal)];
  console.log(missed.length === 0 ? `All aims of the public instances are reached. Mean gap of pr: ${meanGap(rows).toFixed(2)} %.` : missed.map((line) => `MISSED: ${line}`).join('\n'));
  return missed.length === 0;
}

/** A tenth of the search first, and what no route exceeds, or which one is the best, as far as that is seen soon: where both meet there is nothing to look for. The seconds of the search have all of it. */
function searched(network: Network): Found {
  const soon = localSearch(network, { seed: SEED, maxWork: SEARCH_WORK / 10 });
  const { bound, work, ...best } = soonBounded(network, soon);
  if (bound <= best.profit) return { ...best, work: soon.work + work };
  const found = localSearch(network, { seed: SEED, maxWork: SEARCH_WORK, bound });
  return { ...found, work: found.work + soon.work + work };
}

/** Of one route the best, of several what none exceed together. */
function soonBounded(network: Network, soon: Found): Found & { readonly bound: number } {
  const { profit, routes } = soon;
  if (network.routes > 1) return { ...soon, ...upperBound(network, { value: profit, maxWork: PROOF_WORK / 10, maxLabels: MOST_LABELS }) };
  const { route, ...exact } = exactRoute(network, { known: { profit, route: routes[0] ?? [] }, maxWork: PROOF_WORK / 3, maxLabels: MOST_LABELS });
  return { ...exact, routes: [route] };
}

function measure(data: NetworkData): Omit<Row, 'name' | 'bestKnown'> {
  const before = cpuSeconds();
  const network = tightened(networkOf(data));
  const found = searched(network);
  const seconds = cpuSeconds() - before;
  const limits = { maxWork: PROOF_WORK, maxLabels: MOST_LABELS };
  const proof = data.routes === 1
    ? exactRoute(network, { known: { profit: found.profit, route: found.routes[0] ?? [] }, ...limits })
    : { ...upperBound(network, { value: found.profit, ...limits }), profit: found.profit };
  const routes = 'route' in proof ? [proof.route] : found.routes;
  const { profit, faults } = checkRoutes(data, routes);
  return {
    routes: data.routes, value: proof.profit, bound: proof.bound, seconds, proofSeconds: cpuSeconds() - before - seconds, work: found.work + proof.work,
    faults: profit === proof.profit ? faults : [...faults, `The checker counts ${profit}, not ${proof.profit}.`],
  };
}

const gapOf = ({ value, bestKnown }: Row): number => (100 * (bestKnown - value)) / bestKnown;
const gapText = (row: Row): string => (gapOf(row) < 0 ? `better than known by ${(-gapOf(row)).toFixed(2)}` : gapOf(row).toFixed(2));
const cordeau = (rows: readonly Row[]): readonly Row[] => rows.filter(({ name }) => !isSolomon(name));
/** What is better than known makes up for nothing. */
const meanGap = (rows: readonly Row[]): number => cordeau(rows).reduce((sum, row) => sum + Math.max(0, gapOf(row)), 0) / Math.max(1, cordeau(rows).length);

function report(rows: readonly Row[]): string {
  return table(['instance', 'm', 'value', 'best known', 'gap %', 'bound', 'bound gap %', 'search s', 'proof s', 'work (millions)'], rows.map((row) => [
    row.name, String(row.routes), String(row.value), String(row.bestKnown), gapText(row), row.bound === row.value ? `${row.bound} proved` : String(row.bound),
    ((100 * (row.bound - row.value)) / row.bound).toFixed(2), row.seconds.toFixed(1), row.proofSeconds.toFixed(1), (row.work / 1e6).toFixed(0),
  ]));
}

function missedAims(rows: readonly Row[]): string[] {
  const told = ({ name, routes }: Row): string => `${name} with ${routes}`;
  return [
    ...rows.flatMap((row) => row.faults.map((fault) => `${told(row)}: ${fault}`)),
    ...rows.filter(({ bound, value, bestKnown }) => bound < Math.max(value, bestKnown)).map((row) => `${told(row)}: the bound ${row.bound} is below what is possible.`),
    ...rows.filter((row) => isSolomon(row.name) && row.value < row.bestKnown).map((row) => `${told(row)}: ${row.value}, where ${row.bestKnown} is known.`),
    ...rows.filter(({ seconds }) => seconds > MOST_SECONDS).map((row) => `${told(row)}: ${row.seconds.toFixed(1)} s of processor.`),
    ...(meanGap(rows) > MOST_GAP ? [`the mean gap of pr is ${meanGap(rows).toFixed(2)} %.`] : []),
  ];
}
