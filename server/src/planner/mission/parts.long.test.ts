/** More work finds no less. */
import { expect, test } from 'vitest';
import { FEW_NIGHTS, IN_FEW_NIGHTS } from './fixtures/parts.fixture.ts';
import { planMission } from './mission.ts';

test('what little work finds within five nights all of the work finds as well', () => {
  expect(planMission({ problem: FEW_NIGHTS, seed: 1, maxWork: 300_000, maxLabels: 20_000 }).value![0]).toBe(IN_FEW_NIGHTS);
}, 120_000);
