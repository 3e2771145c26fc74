/** The control of parts.test.ts: where nothing is looked for with less work, nor with what must be in as a wish, less is found, and nothing. */
import { expect, test, vi } from 'vitest';
import { FEW_NIGHTS, IN_FEW_NIGHTS, mostOfForty } from './fixtures/parts.fixture.ts';
import { planMission } from './mission.ts';

vi.mock(import('./parts.ts'), async (original) => ({ ...(await original()), planDearly: () => 0, rehearse: () => 0 }));

test('with all of the work less is found than is possible', () => {
  expect(planMission({ problem: FEW_NIGHTS, seed: 1, maxWork: 300_000, maxLabels: 20_000 }).value![0]).toBeLessThan(IN_FEW_NIGHTS);
}, 120_000);

test('where most of what a plan holds must be in, none is found', () => {
  expect(planMission({ problem: mostOfForty(), seed: 1, maxWork: 120_000, maxLabels: 20_000 }).plan).toBeNull();
}, 120_000);
