/** What bounds where departures stand for others: small problems, of which every plan can be asked about, with the grain of large ones. */
import { expect, test, vi } from 'vitest';
import { atAnyMinute } from './any-minute.fixture.ts';
import { exceeded } from './relaxed.fixture.ts';
import { wrongWithin } from './thrift.fixture.ts';
import { drawn, tightness } from './tightened.fixture.ts';

vi.mock(import('./grain.ts'), async (original) => ({ ...(await original()), grainOf: (_, step) => 4 * step }));

test('no plan of random problems brings more than the relaxation says', () => {
  const { seeds, asked } = exceeded(300, { of: atAnyMinute });
  expect(seeds).toEqual([]);
  expect(asked).toBeGreaterThan(100);
}, 120_000);

test('no plan that keeps to a limit brings more than is said to be possible within it', () => {
  const { wrong, tight } = wrongWithin(400, atAnyMinute);
  expect(wrong).toEqual([]);
  expect(tight).toBeGreaterThan(20);
}, 120_000);

test('nothing is claimed that a plan refutes', () => {
  expect(tightness(60, drawn).bad).toEqual([]);
}, 120_000);
