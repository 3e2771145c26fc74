import { expect, test } from 'vitest';

import { exportAddress } from './exportAddress.ts';

test('a list is asked for in the language of the page, on the conditions of the page and no others', () => {
  expect(exportAddress('participants', 'csv', 'sr-Latn', { session: 'TrainingSession_1' })).toBe('/export/participants.csv?locale=sr-Latn&session=TrainingSession_1');
  expect(exportAddress('record', 'xlsx', 'fr', { own: 'true', organisation: '', from: '' })).toBe('/export/record.xlsx?locale=fr&own=true');
  expect(exportAddress('record', 'csv', 'fr', { organisation: 'a&b=c' })).toBe('/export/record.csv?locale=fr&organisation=a%26b%3Dc');
  expect(exportAddress('plan', 'ics', 'el', { search: 'PlanSearch_1', plan: '' })).toBe('/export/plan.ics?locale=el&search=PlanSearch_1');
});
