import { expect, it } from 'vitest';

import { dayRuns } from './planWeek.ts';

it('tells days as from one to another only where none lies between that is not among them', () => {
  expect([dayRuns([1, 2, 3, 4, 5]), dayRuns([1, 3, 5]), dayRuns([5, 1, 2, 3]), dayRuns([1, 2])]).toEqual([[[1, 5]], [[1, 1], [3, 3], [5, 5]], [[1, 3], [5, 5]], [[1, 1], [2, 2]]]);
});
