import { expect, test } from 'vitest';
import { drawn, searched, tightness } from './fixtures/tightened.fixture.ts';

test.each([['that a search has found', searched], ['that no engine has made', drawn]] as const)('of problems that a plan %s just keeps to, the search of crews finds one that is as good', (_, planOf) => {
  const { kept, bad } = tightness(60, planOf);
  expect(bad).toEqual([]);
  expect(kept).toBeGreaterThan(35);
}, 120_000);
