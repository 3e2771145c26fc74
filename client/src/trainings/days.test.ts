import { LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { describe, expect, it } from 'vitest';

import { addDays, addMonths, addMonthsToDay, daysBetween, isDay, lastDayOf, mondayOf, weekdayIndex, weekNumber } from './days.ts';

describe('days', () => {
  it('follow one another over leap days, months and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });

  it('are not lost or doubled when clocks change', () => {
    for (const change of ['2027-03-28', '2027-10-31', '2027-03-14', '2027-11-07']) {
      expect(daysBetween(addDays(change, -1), addDays(change, 1))).toEqual([addDays(change, -1), change, addDays(change, 1)]);
    }
    const year = daysBetween('2028-01-01', '2028-12-31');
    expect(new Set(year).size).toBe(366);
  });

  it('between a day and an earlier one are none', () => {
    expect(daysBetween('2027-01-02', '2027-01-01')).toEqual([]);
    expect(daysBetween('2027-01-02', '2027-01-02')).toEqual(['2027-01-02']);
  });

  it('are real or not', () => {
    expect(['2028-02-29', '2026-12-31'].every(isDay)).toBe(true);
    expect(['2027-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', 'x'].some(isDay)).toBe(false);
  });
});

describe('months', () => {
  it('follow one another over years', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-11', 14)).toBe('2028-01');
  });

  it('end when they end', () => {
    expect(['2028-02', '2027-02', '2026-11', '2026-12'].map(lastDayOf)).toEqual(['2028-02-29', '2027-02-28', '2026-11-30', '2026-12-31']);
  });

  it('keep the day of the month, or end with their last', () => {
    expect(addMonthsToDay('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonthsToDay('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonthsToDay('2027-03-15', -1)).toBe('2027-02-15');
  });
});

describe('weeks', () => {
  it('begin on Monday', () => {
    expect(mondayOf('2026-11-24')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(weekdayIndex('2026-11-29')).toBe(6);
  });

  it('are numbered as ISO 8601 says, week 53 included', () => {
    expect(weekNumber('2026-12-31')).toBe(53);
    expect(weekNumber('2027-01-03')).toBe(53);
    expect(weekNumber('2027-01-04')).toBe(1);
    expect(weekNumber('2024-12-30')).toBe(1);
    expect(weekNumber('2020-12-31')).toBe(53);
    expect(weekNumber('2026-11-24')).toBe(48);
  });

  // Where each language of the site is read; Montenegrin has no CLDR entry, Bosnian stands for it.
  const READ_IN = {
    fr: 'FR', en: 'GB', sq: 'AL', bs: 'BA', bg: 'BG', hr: 'HR', el: 'GR', hu: 'HU', mk: 'MK', ro: 'RO', 'sr-Cyrl': 'RS', 'sr-Latn': 'RS',
    cnr: 'ME', sl: 'SI', tr: 'TR', uk: 'UA',
  } as const;
  it.each(LOCALE_TAGS)('begin on Monday in %s too', (locale) => {
    const region = new Intl.Locale(LOCALES[locale].intl, { region: READ_IN[locale] }) as Intl.Locale & { getWeekInfo(): { firstDay: number } };
    expect(region.getWeekInfo().firstDay).toBe(1);
  });
});
