import { describe, expect, test } from 'vitest';

import { cycleFaults, cycleInput, emptyCycle, nextDates, typedCycle } from './cycleForm.ts';
import type { Cycle } from './useMonitoring.ts';

const CYCLE = {
  key: 'k', body: 'GRETA', round: 4, questionnaireOn: '2026-01-01', visitOn: null, draftReportOn: null, commentsOn: '2027-02-01', publicationOn: '2027-06-01', followUpOn: null, version: 1, isDemonstration: false,
  country: { id: 'Country_RS', code: 'RS' }, provenance: { source: 'S', sourceUrl: null, isVerified: false, checkedOn: null },
} as unknown as Cycle;

describe('the dates of a round', () => {
  test('are sent as they were read where nothing is typed; what is empty is not known', () => {
    expect(cycleInput('RS')(typedCycle(CYCLE))).toEqual({ country: 'RS', body: 'GRETA', round: 4, questionnaireOn: '2026-01-01', visitOn: null, draftReportOn: null, commentsOn: '2027-02-01', publicationOn: '2027-06-01', followUpOn: null, source: 'S', sourceUrl: '', checkedOn: null });
  });

  test('say their body, round and source before they are sent', () => {
    expect(cycleFaults({ ...emptyCycle(), body: ' ' }).map(({ field, fault }) => [field, fault])).toEqual([['BODY', 'MISSING'], ['ROUND', 'MISSING'], ['SOURCE', 'MISSING']]);
    for (const round of ['0', 'x', '1.5', '100']) expect([round, cycleFaults({ ...typedCycle(CYCLE), round })]).toEqual([round, [{ field: 'ROUND', fault: 'OUT_OF_RANGE', maximum: 99 }]]);
    expect(cycleFaults(typedCycle(CYCLE))).toEqual([]);
  });
});

test('the next dates are those from today on, the nearest first, of all rounds together', () => {
  const other = { ...CYCLE, key: 'o', commentsOn: '2027-03-01', publicationOn: null };
  expect(nextDates([CYCLE, other], '2027-02-01').map(({ day, field, cycle }) => [day, field, cycle.key])).toEqual([['2027-02-01', 'commentsOn', 'k'], ['2027-03-01', 'commentsOn', 'o'], ['2027-06-01', 'publicationOn', 'k']]);
  expect(nextDates([CYCLE], '2027-06-02')).toEqual([]);
});
