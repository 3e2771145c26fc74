/** What bounds where departures stand for others, as in grain.test.ts, of more problems. */
import { expect, test, vi } from 'vitest';
import { atAnyMinute } from '../fixtures/any-minute.fixture.ts';
import { exceeded } from '../fixtures/relaxation.fixture.ts';
import { drawn, tightness } from '../fixtures/tightened.fixture.ts';
import { best, wrongWithin } from '../fixtures/within-limits.fixture.ts';

vi.mock(import('./grain.ts'), async (original) => ({ ...(await original()), grainOf: (_, step) => 4 * step }));

test('no plan of 300 random problems brings more than the relaxation says', () => {
  const { seeds, asked } = exceeded(300, { of: (seed) => atAnyMinute(seed) });
  expect(seeds).toEqual([]);
  expect(asked).toBeGreaterThan(100);
}, 120_000);

test('of 400 random problems no plan that keeps to a limit brings more than is said to be possible within it', () => {
  const { wrong, tight } = wrongWithin(400, { of: (seed) => best(seed, atAnyMinute) });
  expect(wrong).toEqual([]);
  expect(tight).toBeGreaterThan(20);
}, 120_000);

test('of 60 problems nothing is claimed that a plan refutes', () => {
  expect(tightness(60, drawn).bad).toEqual([]);
}, 120_000);
