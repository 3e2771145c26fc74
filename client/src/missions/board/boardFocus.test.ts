import { expect, it } from 'vitest';

import { barAfter, isMove } from './boardFocus.ts';

const ROWS = [[{ key: 'a', start: 0, end: 0.2 }, { key: 'b', start: 0.5, end: 0.6 }], [], [{ key: 'c', start: 0, end: 0.1 }, { key: 'd', start: 0.4, end: 0.8 }]];

it('arrows lead along a row, and stop at its ends', () => {
  expect(['a', 'b'].map((from) => barAfter(ROWS, from, 'ArrowRight'))).toEqual(['b', 'b']);
  expect(['a', 'b'].map((from) => barAfter(ROWS, from, 'ArrowLeft'))).toEqual(['a', 'a']);
  expect(barAfter(ROWS, 'c', 'End')).toBe('d');
  expect(barAfter(ROWS, 'd', 'Home')).toBe('c');
});

it('up and down lead to what is nearest in time, over rows without any bar', () => {
  expect(barAfter(ROWS, 'b', 'ArrowDown')).toBe('d');
  expect(barAfter(ROWS, 'c', 'ArrowUp')).toBe('a');
  expect(barAfter(ROWS, 'a', 'ArrowUp')).toBe('a');
  expect(barAfter(ROWS, 'd', 'ArrowDown')).toBe('d');
});

it('from what is not drawn any more to the first; nowhere where nothing is drawn; other keys are not taken', () => {
  expect(barAfter(ROWS, 'gone', 'ArrowDown')).toBe('a');
  expect(barAfter([[]], 'gone', 'ArrowDown')).toBeUndefined();
  expect(['ArrowUp', 'Enter', 'Tab'].map(isMove)).toEqual([true, false, false]);
});
