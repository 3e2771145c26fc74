import { expect, test } from 'vitest';

import { belowBest, isSaidOfSome } from './usePlanWords.ts';

test.each([[0, 0], [0.1, 0.01], [4.2, 0.05], [25, 0.2], [100, 0.5], [300, 0.75]])('a best plan that is %s per cent better is said to lie %s above at most', (open, below) => {
  expect(belowBest(open)).toBe(below);
});

test.each([[true, null, null, true], [true, 0, {}, true], [false, 4.2, {}, true], [false, null, {}, false], [false, 4.2, null, false]])('among which plans is said where something is proved (proved: %s, open: %s, plan: %s)', (isOptimal, openPercent, plan, is) => {
  expect(isSaidOfSome({ isOptimal, openPercent, plan })).toBe(is);
});
