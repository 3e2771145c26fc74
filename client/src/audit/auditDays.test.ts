import { describe, expect, it } from 'vitest';

import { auditDays } from './auditDays.ts';

const at = (...instants: string[]): { at: string }[] => instants.map((instant) => ({ at: instant }));

describe('the days of the journal', () => {
  it('hold the entries of each day, in their order', () => {
    const days = auditDays(at('2026-11-25T10:00:00Z', '2026-11-25T09:00:00Z', '2026-11-23T09:00:00Z'), 'Europe/Tirane');
    expect(days).toEqual([
      { day: '2026-11-25', entries: at('2026-11-25T10:00:00Z', '2026-11-25T09:00:00Z') },
      { day: '2026-11-23', entries: at('2026-11-23T09:00:00Z') },
    ]);
  });

  it('are those of the place, not of Greenwich', () => {
    expect(auditDays(at('2026-11-24T23:30:00Z'), 'Europe/Athens').map(({ day }) => day)).toEqual(['2026-11-25']);
    expect(auditDays(at('2026-11-24T23:30:00Z'), 'UTC').map(({ day }) => day)).toEqual(['2026-11-24']);
  });

  it('are none where nothing was done', () => {
    expect(auditDays([])).toEqual([]);
  });
});
