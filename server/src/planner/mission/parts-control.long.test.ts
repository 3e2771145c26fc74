/** The control of parts.long.test.ts: where nothing is looked for with less work, less is found. */
import { expect, test, vi } from 'vitest';
import { FEW_NIGHTS, IN_FEW_NIGHTS } from './fixtures/parts.fixture.ts';
import { planMission } from './mission.ts';

vi.mock(import('./parts.ts'), async (original) => ({ ...(await original()), rehearse: () => 0 }));

test('with all of the work less is found than is possible', () => {
  expect(planMission({ problem: FEW_NIGHTS, seed: 1, maxWork: 300_000, maxLabels: 20_000 }).value![0]).toBeLessThan(IN_FEW_NIGHTS);
}, 120_000);
