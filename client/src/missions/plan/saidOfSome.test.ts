import { expect, test } from 'vitest';

import { isSaidOfSome } from './usePlanWords.ts';

test.each([[true, null, null, true], [true, 0, {}, true], [false, 4.2, {}, true], [false, null, {}, false], [false, 4.2, null, false]])('among which plans is said where something is proved (proved: %s, open: %s, plan: %s)', (isOptimal, openPercent, plan, is) => {
  expect(isSaidOfSome({ isOptimal, openPercent, plan })).toBe(is);
});
