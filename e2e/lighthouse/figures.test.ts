/** What is asked of Lighthouse's figures: each is judged, at its limit and beyond it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Figures, medianOf, shortcomings, slowdownOn, worstOf } from './figures.ts';

const GOOD: Figures = { performance: 98, accessibility: 100, bestPractices: 100, seo: 100, lcp: 2_500, tbt: 200, cls: 0.1, transfer: 300_000, machine: 1_500, faults: [] };

test('a page at every limit is as is asked', () => assert.deepEqual(shortcomings(GOOD), []));

for (const [name, value] of [['performance', 97], ['accessibility', 99], ['bestPractices', 99], ['seo', 99], ['lcp', 2_501], ['tbt', 201], ['cls', 0.101]] as const) {
  test(`a page beyond the limit of ${name} is not, nor one of which it was not measured`, () => {
    assert.equal(shortcomings({ ...GOOD, [name]: value }).length, 1);
    assert.equal(shortcomings({ ...GOOD, [name]: Number.NaN }).length, 1);
  });
}

test('what is sent and how fast the machine is are told, and judged by nobody', () => assert.deepEqual(shortcomings({ ...GOOD, transfer: 9e9, machine: 1 }), []));

test('of three runs each figure has its median, of several pages its worst', () => {
  const runs = [{ ...GOOD, lcp: 900 }, { ...GOOD, performance: 90, lcp: 2_600 }, { ...GOOD, performance: 100, lcp: 1_000 }];
  assert.deepEqual([medianOf(runs).performance, medianOf(runs).lcp], [98, 1_000]);
  assert.deepEqual([worstOf(runs).performance, worstOf(runs).lcp], [90, 2_600]);
});

test('the telephone is as fast on a slow machine as on the one that Lighthouse means, and never slower than Lighthouse takes it', () => {
  assert.deepEqual([3_000, 1_750, 1_310, 875, 400, 100].map(slowdownOn), [4, 4, 3, 2, 1, 1]);
});
