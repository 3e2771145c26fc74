import { expect, it } from 'vitest';

import { plainOffset } from './plainOffset.ts';

it.each([
  ['Гринуич+1', 'GMT+1'], ['GMT  -5', 'GMT-5'], ['GMT +5.30', 'GMT+5.30'], ['GMT+01:00', 'GMT+1'], ['GMT+10:00', 'GMT+10'], ['GMT+05:30', 'GMT+5:30'], ['GMT+0', 'GMT+0'], ['GMT+00:00', 'GMT+0'],
])('a distance to Greenwich is short and in the letters of clocks: %s is %s', (written, plain) => {
  expect(plainOffset(written)).toBe(plain);
});

it.each(['UTC−5', 'GMT+5:30', 'GMT+20', 'CET'])('what is plain stays as it is: %s', (name) => {
  expect(plainOffset(name)).toBe(name);
});
