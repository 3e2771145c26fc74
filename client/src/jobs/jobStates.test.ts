import { expect, it } from 'vitest';

import { actsOn, JOB_STATES, stateOf } from './jobStates.ts';

it('a state is one of those that there are', () => {
  expect(stateOf({ state: 'RETRYING' })).toBe('RETRYING');
  expect(stateOf({ state: '' })).toBeUndefined();
  expect(stateOf({ state: 'DONE' })).toBeUndefined();
});

it('a job is left alone while it runs, and is not given up twice', () => {
  expect(JOB_STATES.map((state) => [state, actsOn({ state })])).toEqual([
    ['GIVEN_UP', { retry: true, giveUp: false }],
    ['RETRYING', { retry: true, giveUp: true }],
    ['RUNNING', { retry: false, giveUp: false }],
    ['WAITING', { retry: true, giveUp: true }],
  ]);
});
