/** That the bench sees what it is to see: each fault is planted, and found. */
import { describe, expect, test } from 'vitest';
import { orderOf, type Told } from './order.ts';
import { type Outcome, promisesOf } from './promises.ts';

/** Six who asked one after the other for two places. */
const told: readonly Told[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((email, n) => ({ email, position: n < 2 ? null : n - 1, asked: 10 * n, answered: 10 * n + 5 }));
const kept = { placed: ['b', 'a'], waiting: ['c', 'd', 'e', 'f'] };
const but = (email: string, other: Partial<Told>): Told[] => told.map((one) => (one.email === email ? { ...one, ...other } : one));

describe('the order of a list', () => {
  test('is right where each is told what is kept, and whoever was answered first is first', () => {
    expect(orderOf(told, kept)).toEqual({ otherwise: 0, gaps: 0, overtaken: 0 });
  });

  test('is free between two who ask at once', () => {
    const swapped = told.map((one) => (one.email === 'c' ? { ...one, position: 2, answered: 40 } : one.email === 'd' ? { ...one, position: 1 } : one));
    expect(orderOf(swapped, { ...kept, waiting: ['d', 'c', 'e', 'f'] })).toEqual({ otherwise: 0, gaps: 0, overtaken: 0 });
  });

  test('is wrong where somebody is told another number, a number twice, or a place that is not kept', () => {
    expect(orderOf(but('d', { position: 3 }), kept)).toMatchObject({ otherwise: 1, gaps: 2 });
    expect(orderOf(but('f', { position: null }), kept)).toMatchObject({ otherwise: 1, gaps: 1 });
  });

  test('is wrong where somebody who was told something is not kept, or somebody is kept who was told nothing', () => {
    expect(orderOf(told, { ...kept, waiting: ['c', 'd', 'e'] })).toMatchObject({ otherwise: 1 });
    expect(orderOf(told.slice(0, 5), kept)).toMatchObject({ otherwise: 1, gaps: 1 });
  });

  test('is wrong where somebody comes before one who had been answered before they asked, on the list or with a place', () => {
    const late = told.map((one) => (one.email === 'e' ? { ...one, position: 2 } : one.email === 'd' ? { ...one, position: 3 } : one));
    expect(orderOf(late, { ...kept, waiting: ['c', 'e', 'd', 'f'] })).toEqual({ otherwise: 0, gaps: 0, overtaken: 1 });
    const placed = told.map((one) => (one.email === 'f' ? { ...one, position: null } : one.email === 'b' ? { ...one, position: 4 } : one));
    expect(orderOf(placed, { placed: ['a', 'f'], waiting: ['c', 'd', 'e', 'b'] })).toMatchObject({ otherwise: 0, gaps: 0, overtaken: 4 });
  });
});

describe('the promises', () => {
  const right: Outcome = {
    method: 'counters', held: 2, waiting: 4, passed: 0, order: { otherwise: 0, gaps: 0, overtaken: 0 }, misWritten: 0, failures: 0, retries: 0, seconds: 60, cpu: 1, databaseCpu: 1, left: 0, p50: 1, p99: 10,
  };
  const naive: Outcome = { ...right, method: 'naive', p99: 20 };
  const control: Outcome = { ...right, method: 'unguarded', held: 3, p99: 1 };
  const broken = (...outcomes: Outcome[]): number[] => promisesOf(outcomes, 6, 2).flatMap(({ isKept }, n) => (isKept === false ? [n] : []));

  test('are kept by what is right, beside a control that shows more places than there are', () => {
    expect(promisesOf([right, naive, control], 6, 2).map(({ isKept }) => isKept)).toEqual(Array.from({ length: 8 }, () => true));
  });

  test('are neither kept nor broken where nothing was measured', () => {
    expect(promisesOf([], 6, 2).map(({ isKept, reached }) => [isKept, reached])).toEqual(Array.from({ length: 8 }, () => [null, 'not measured']));
  });

  test.each([
    ['a place too many', { held: 3, waiting: 3 }, 0],
    ['somebody lost', { waiting: 3 }, 0],
    ['a number that is not kept', { order: { otherwise: 1, gaps: 0, overtaken: 0 } }, 1],
    ['a gap', { order: { otherwise: 0, gaps: 1, overtaken: 0 } }, 1],
    ['somebody overtaken', { order: { otherwise: 0, gaps: 0, overtaken: 1 } }, 2],
    ['somebody passed over', { passed: 1 }, 2],
    ['a mail twice', { misWritten: 1 }, 3],
    ['a failure', { failures: 1 }, 4],
    ['a second too many', { seconds: 61 }, 5],
    ['a p99 above half of the naive one', { p99: 11 }, 6],
  ])('are broken by %s', (_what, fault, which) => {
    expect(broken({ ...right, ...fault }, naive, control)).toEqual([which]);
  });

  test('are broken by a control that shows nothing', () => {
    expect(broken(right, naive, { ...control, held: 2 })).toEqual([7]);
  });
});
