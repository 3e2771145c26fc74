import { expect, test } from 'vitest';

import { parseProblem } from './parse.ts';
import type { Plan } from './plan.ts';
import { PR01 } from './toptw-pr01.fixture.ts';
import { distance, problemOfToptw, readToptw, vertexId } from './toptw.ts';
import type { Instant } from './units.ts';
import { validate } from './validate/index.ts';
import { valueOf } from './value.ts';

const VERTICES = readToptw(PR01);
const ONE = problemOfToptw(VERTICES, 1, 100);

/** A vehicle that leaves each stop as soon as it has served it: the vertices, and when serving begins; null passes without serving. */
function route(vehicle: number, stops: readonly (readonly [vertex: number, startsAt: Instant | null])[]): Plan {
  let [here, now] = [0, 0];
  const journeys = [...stops, [0, null] as const].map(([vertex, startsAt]) => {
    const departure = { travelId: 'plane', from: vertexId(here), to: vertexId(vertex), departsAt: now };
    now = startsAt === null ? now + distance(VERTICES[here]!, VERTICES[vertex]!, 100) : startsAt + VERTICES[vertex]!.service * 100;
    here = vertex;
    return departure;
  });
  const [party, personId] = [`party-${vehicle}`, `vehicle-${vehicle}`];
  return {
    format: 'passerelle.plan', version: 1, parties: [{ id: party, journeys }], team: [{ personId, partyId: party, as: ['OTHER'], journeys }],
    meetings: stops.flatMap(([vertex, startsAt]) => (startsAt === null ? [] : [{ meetingId: vertexId(vertex), startsAt, attends: [{ personId, as: ['OTHER' as const] }], interpreted: [] }])),
  };
}

const together = (...plans: readonly Plan[]): Plan => ({ ...plans[0]!, parties: plans.flatMap(({ parties }) => parties), team: plans.flatMap(({ team }) => team), meetings: plans.flatMap(({ meetings }) => meetings) });

test('a public instance is a problem', () => {
  expect(parseProblem(JSON.parse(JSON.stringify(ONE)))).toMatchObject({ isValid: true });
  expect(ONE.meetings).toHaveLength(48);
});

test('distances are cut after two decimals, in integers', () => {
  // (20.222, 14.536), whose length is 24.9045…; (0.934, 58.673), whose length is 58.6804….
  expect([distance(VERTICES[0]!, VERTICES[2]!, 100), distance(VERTICES[2]!, VERTICES[1]!, 100), distance(VERTICES[2]!, VERTICES[1]!, 10)]).toEqual([2490, 5868, 586]);
});

test('a route through two vertices is worth their profits', () => {
  // 2 opens at 234 and is worth 8; serving it takes 7; 58.68 further 1 opens at 354, and is worth 12.
  const plan = route(1, [[2, 23_400], [1, 35_400]]);
  expect(validate(ONE, plan)).toEqual([]);
  expect(valueOf(ONE, plan)).toEqual([20]);
});

test('serving begins in the window, its last instant counted', () => {
  expect(validate(ONE, route(1, [[2, 40_100]]))).toEqual([]);
  expect(validate(ONE, route(1, [[2, 40_101]])).map(({ fault }) => fault)).toEqual(['OUTSIDE_WINDOWS']);
});

test('no vertex is passed without serving it, which would be a short cut where distances are cut', () => {
  expect(validate(ONE, route(1, [[1, null], [2, 23_400]])).map(({ code, fault }) => [code, fault])).toEqual([['H2', 'UNSERVED_ON_THE_WAY']]);
});

test('there are as many vehicles as parties', () => {
  const plan = together(route(1, [[2, 23_400]]), route(2, [[1, 35_400]]));
  expect(validate(problemOfToptw(VERTICES, 2, 100), plan)).toEqual([]);
  expect(validate({ ...problemOfToptw(VERTICES, 2, 100), maxParties: 1 }, plan).map(({ fault }) => fault)).toEqual(['TOO_MANY_PARTIES']);
});

test('another text is refused', () => {
  expect(() => readToptw('1 2 3')).toThrow(RangeError);
});
