/** The control of parts.test.ts: where other ways than the pinned journey are left, nothing leads to it. */
import { expect, test, vi } from 'vitest';
import { oneJourneyPinned } from '../fixtures/parts.fixture.ts';
import { planMission } from '../mission.ts';

vi.mock('./pinned-journeys.ts', () => ({ alongPins: (model: unknown) => model }));

test('among all ways the same work finds no plan that makes the journey', () => {
  expect(planMission({ problem: oneJourneyPinned(), seed: 1, maxWork: 120_000, maxLabels: 20_000 }).plan).toBeNull();
}, 120_000);
