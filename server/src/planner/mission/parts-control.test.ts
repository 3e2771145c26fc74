/** The control of parts.test.ts: where nothing is looked for with what must be in as a wish, nothing is found. */
import { expect, test, vi } from 'vitest';
import { mostOfForty } from './fixtures/parts.fixture.ts';
import { planMission } from './mission.ts';

vi.mock(import('./parts.ts'), async (original) => ({ ...(await original()), planDearly: () => 0 }));

test('where most of what a plan holds must be in, none is found', () => {
  expect(planMission({ problem: mostOfForty(), seed: 1, maxWork: 120_000, maxLabels: 20_000 }).plan).toBeNull();
}, 120_000);
