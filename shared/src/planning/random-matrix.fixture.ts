import type { Problem } from './problem.ts';
import { Draw, STEP } from './random-problem.fixture.ts';
import { problemOfToptw, vertexId, type Vertex } from './toptw.ts';

/** A tiny orienteering problem with windows by a seed, whose times are full hours and whose matrix is drawn, so that it is not metric: passing a vertex is often shorter. */
export function randomMatrixProblem(seed: number, { vertices, hours }: { readonly vertices: number; readonly hours: number } = { vertices: 3, hours: 9 }): Problem {
  const draw = new Draw(seed);
  const drawn = draw.list(vertices + 1, (n): Vertex => {
    const opens = draw.below(hours);
    return { x: 0, y: 0, service: n === 0 ? 0 : draw.below(2), profit: n === 0 ? 0 : 1 + draw.below(9), opens: n === 0 ? 0 : opens, closes: n === 0 ? hours : opens + draw.below(4) };
  });
  const problem = problemOfToptw(drawn, 1, 10);
  const scaled = (value: number): number => (value / 10) * STEP;
  return {
    ...problem, period: { earliestDeparture: 0, latestReturn: hours * STEP },
    meetings: problem.meetings.map((one) => ({ ...one, serviceMinutes: scaled(one.serviceMinutes), windows: one.windows!.map((window) => ({ ...window, from: scaled(window.from), until: scaled(window.until) })) })),
    travel: [{ type: 'MATRIX', id: 'plane', placeIds: drawn.map((_, n) => vertexId(n)), minutes: drawn.map((_, from) => drawn.map((__, to) => (from === to ? 0 : draw.once(8) ? -1 : STEP * (1 + draw.below(4))))) }],
  };
}
