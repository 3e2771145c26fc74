import { expect, test } from 'vitest';

import { termsOf } from './terms.ts';

test('consulting again begins on the last terms, the first time on the usual ones', () => {
  const asked = (askedOn: string, ruleDays: number) => ({ consultation: { askedOn, ruleDays, silenceAgrees: false } });
  expect(termsOf([{ consultation: null }])).toEqual({ days: 5, silenceAgrees: true });
  expect(termsOf([asked('2031-03-02', 7), asked('2031-03-09', 12), { consultation: null }])).toEqual({ days: 12, silenceAgrees: false });
});
