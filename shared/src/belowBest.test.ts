import { expect, test } from 'vitest';
import { belowBest } from './belowBest.ts';

test.each([[0, 0], [0.1, 0.01], [4.2, 0.05], [25, 0.2], [100, 0.5], [300, 0.75]])('a best plan that is %s per cent better is said to lie %s above at most', (open, below) => {
  expect(belowBest(open)).toBe(below);
});
