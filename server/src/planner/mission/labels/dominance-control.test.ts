/** The control of mission.test.ts: where the dominance is unsound, asking about every plan finds it out. */
import { expect, test, vi } from 'vitest';
import { agreement } from '../fixtures/agreement.fixture.ts';
import type { Label } from './label.ts';

// Who is rested, what has been paid and who has still to attend something are forgotten: earlier is taken to be better.
vi.mock('./dominance.ts', () => ({ dominanceOf: () => ({ dominates: (one: Label, other: Label): boolean => one.now <= other.now }) }));

test('a search with an unsound dominance misses optima', () => {
  expect(agreement(150, { maxAsked: 1_000, isFirstEnough: true }).bad).not.toEqual([]);
}, 180_000);
