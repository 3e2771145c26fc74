import { expect, test } from 'vitest';
import { at, meeting } from '@passerelle/shared/planning/worked-example.fixture.ts';
import type { Problem, Service } from '@passerelle/shared/planning.ts';

import { bruteSolve, TWO_WAYS } from './brute-solve.fixture.ts';
import { Asking, sayLeg, whyThisLeg, type Solve } from './index.ts';

const COUNTRY: Readonly<Record<string, string>> = { PAR: 'FR', SJJ: 'BA', BEG: 'RS' };
const link = (id: string, hour: number, fareCents: number): Service => {
  const [from, to] = id.split('-') as [string, string];
  return { ...(TWO_WAYS.travel[0] as Service), id, from, to, minutes: 120, countries: [COUNTRY[from]!, COUNTRY[to]!], departs: { at: [hour] }, fareCents };
};
const windows = ['10:30', '16:00'].map((hour) => ({ id: hour, bounds: 'START' as const, from: at(8, hour), until: at(8, hour) }));

/** Sarajevo in the morning and Belgrade in the afternoon, or the other way round, which costs `dearer` cents more. */
const round = (dearer: number): Problem => ({
  ...TWO_WAYS, persons: TWO_WAYS.persons.slice(0, 1), meetings: [meeting('S1', 'SJJ', { windows }), meeting('B1', 'BEG', { windows })],
  travel: [link('PAR-SJJ', 420, 10_000), link('SJJ-BEG', 750, 0), link('BEG-PAR', 1050, 10_000), link('PAR-BEG', 420, 10_000 + dearer), link('BEG-SJJ', 750, 0), link('SJJ-PAR', 1050, 10_000)],
});

function legs(problem: Problem, solve: Solve = bruteSolve({ step: 30, maxOwn: 0 })) {
  const { plan, value } = bruteSolve({ step: 30, maxOwn: 0 })(problem);
  return whyThisLeg(new Asking(solve, { maxSolves: 60 }), problem, { plan: plan!, value: value! }).legs;
}

test('the other way round costs more, by what the best plan of it costs', () => {
  expect(legs(round(7_000))).toMatchObject([{ from: 'SJJ', to: 'BEG', is: 'WORSE', loses: [0, 0, 7_000, 0], fallsOut: [], about: [] }]);
  expect(sayLeg(legs(round(7_000))[0]!)).toMatchObject({ code: 'LEG.WORSE', amount: 7_000 });
});

test('where both ways are worth the same, that is said', () => {
  expect(legs(round(0))).toMatchObject([{ is: 'EQUAL', loses: [0, 0, 0, 0] }]);
});

test('where no way leads the other way round nothing can be taken away so that one does', () => {
  expect(legs({ ...round(7_000), travel: round(7_000).travel.filter(({ id }) => id !== 'BEG-SJJ') })).toMatchObject([{ is: 'REFUSED', about: [], isMinimal: true, instead: null }]);
});

test('what a solver does not prove is not said', () => {
  const unsure: Solve = (problem) => ({ ...bruteSolve({ step: 30, maxOwn: 0 })(problem), bound: [], isOptimal: false });
  expect(legs(round(7_000), unsure)).toMatchObject([{ is: 'UNPROVED', loses: [0, 0, 7_000, 0] }]);
});
