import { describe, expect, it } from 'vitest';

import type { Holiday } from '../holidays/index.ts';
import { holidayFaults, holidayInput, typedHoliday } from './typedUpkeep.ts';

const named = (text: string, locale: string, isFallback: boolean): Holiday => ({
  date: '2027-11-28', isMoonDependent: false, correction: null, name: { text, locale, isFallback, isOutdated: false }, provenance: { source: 'A list', sourceUrl: null, checkedOn: null, isVerified: true }, version: 1,
}) as unknown as Holiday;
const SOURCED = { source: 'Journal officiel' };

describe('the name of a public holiday', () => {
  it('in another language is never sent as the reader’s: the field is empty, and left so the name stays as it is', () => {
    const holiday = named('Independence Day', 'en', true);
    const typed = { ...typedHoliday(holiday), ...SOURCED, date: '2027-11-29' };
    expect(typed.name).toBe('');
    expect(holidayFaults(holiday)(typed)).toEqual([]);
    expect(holidayInput(holiday, 'fr')(typed)).toMatchObject({ name: 'Independence Day', locale: 'en', date: '2027-11-29' });
    expect(holidayInput(holiday, 'fr')({ ...typed, name: 'Jour de l’indépendance' })).toMatchObject({ name: 'Jour de l’indépendance', locale: 'fr' });
  });

  it('in the reader’s language is there to be corrected, and has to be typed: the control', () => {
    const holiday = named('Jour de l’indépendance', 'fr', false);
    expect(typedHoliday(holiday).name).toBe('Jour de l’indépendance');
    expect(holidayFaults(holiday)({ ...typedHoliday(holiday), ...SOURCED, name: ' ' })).toEqual([{ field: 'NAME', fault: 'MISSING', maximum: null }]);
    expect(holidayFaults()({ ...typedHoliday(holiday), ...SOURCED, name: '' })).toHaveLength(1);
  });
});
