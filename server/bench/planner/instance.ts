/**
 * Reads files of the team orienteering problem with time windows: the instances of Solomon and of Cordeau, Gendreau and Laporte, as Righini
 * and Salani (2009) and Montemanni and Gambardella (2009) made them orienteering problems of. First line `type routes customers days`, second line
 * ignored, then one vertex a line, the depot first: number, x, y, service, profit, fields of the periodic problem, opening and closing time.
 */
import type { NetworkData } from '../../src/planner/engine/index.ts';

/** Of the three decimals that coordinates have in the files of Cordeau; those of Solomon have two. */
const COORDINATE_SCALE = 1000n;

/**
 * The problem with `routes` routes. Distances are rounded down to one decimal (Solomon) or two (Cordeau), as the best known values were
 * computed; a tick is that decimal. They are computed by whole numbers, so that no machine rounds otherwise. Windows bound the start of service.
 */
export function readInstance(text: string, ticksPerUnit: 10 | 100, routes: number): NetworkData {
  const lines = text.split(/\r?\n/).slice(2).filter((line) => line.trim() !== '').map((line) => line.trim().split(/\s+/));
  const ticks = (field: string): number => Math.round(Number(field) * ticksPerUnit);
  const places = lines.map(([, x, y]) => [thousandths(x!), thousandths(y!)] as const);
  const returnsBy = ticks(lines[0]!.at(-1)!);
  return {
    routes, departsAt: ticks(lines[0]!.at(-2)!), returnsBy,
    vertices: lines.map((fields) => ({ service: ticks(fields[3]!), profit: Number(fields[4]), windows: [[ticks(fields.at(-2)!), ticks(fields.at(-1)!)]] })),
    travel: places.map((one) => places.map((other) => distance(one, other, BigInt(ticksPerUnit)))),
  };
}

function thousandths(field: string): bigint {
  const exact = Math.round(Number(field) * 1000);
  if (Math.abs(Number(field) * 1000 - exact) > 1e-6) throw new Error(`A coordinate has more than three decimals: ${field}`);
  return BigInt(exact);
}

function distance(one: readonly [bigint, bigint], other: readonly [bigint, bigint], ticks: bigint): number {
  const [x, y] = [one[0] - other[0], one[1] - other[1]];
  // ⌊√(x² + y²) · ticks / 1000⌋ = ⌊√⌊(x² + y²) · ticks² / 1000²⌋⌋
  return Number(root(((x * x + y * y) * ticks * ticks) / (COORDINATE_SCALE * COORDINATE_SCALE)));
}

/** The whole part of a square root. */
function root(square: bigint): bigint {
  let guess = BigInt(Math.floor(Math.sqrt(Number(square))));
  while (guess * guess > square) guess -= 1n;
  while ((guess + 1n) * (guess + 1n) <= square) guess += 1n;
  return guess;
}
