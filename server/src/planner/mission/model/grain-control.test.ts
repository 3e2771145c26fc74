/** The control of grain.test.ts: where a departure that stands for others leaves with the first of them alone, plans are found that exceed what is said to be possible. */
import { expect, test, vi } from 'vitest';
import { atAnyMinute } from '../fixtures/any-minute.fixture.ts';
import { exceeded } from '../fixtures/relaxation.fixture.ts';

vi.mock(import('./grain.ts'), async (original) => ({ ...(await original()), grainOf: (_, step) => 4 * step }));
vi.mock(import('./loose.ts'), () => ({ looseOf: (model) => model }));

test('a relaxation in which nobody leaves later is below what is possible', () => {
  expect(exceeded(300, { of: (seed) => atAnyMinute(seed), isFirstEnough: true }).seeds).not.toEqual([]);
}, 120_000);
