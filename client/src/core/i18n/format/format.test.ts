import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, it } from 'vitest';

import { atStart, dayIn, type Format, loadFormat, partialDate, within } from './index.ts';
import { intlFormat } from './intlFormat.ts';
import { tied } from './tied.ts';

const ENGLISH_MONTHS =
  /(?<!\p{L})(January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{L})/u;

const MONTHS = Array.from({ length: 12 }, (_, m) => `2027-${String(m + 1).padStart(2, '0')}`);
const DAYS = [...MONTHS.flatMap((month) => [`${month}-01`, `${month}-09`, `${month}-28`]), '2024-02-29', '1995-12-31'];
const RANGES = [
  ['2027-11-03', '2027-11-04'], ['2027-11-03', '2027-11-03'], ['2027-11-28', '2027-12-02'], ['2027-12-30', '2028-01-02'],
] as const;
const INSTANTS = ['2026-11-24T09:05:00Z', '2027-07-01T22:30:00Z', '2027-12-31T23:30:00Z', '2027-03-28T00:59:59Z'];
const ZONES = ['Europe/Tirane', 'Europe/Athens', 'America/New_York', 'America/St_Johns', 'Asia/Kolkata', 'UTC', 'Asia/Dubai'];
const NUMBERS = [0, 1, -1, 12, 999, 1000, 1234, 9999, 10_000, 12_345, 1_234_567, -45_678];
const DECIMALS = [0.5, -0.25, 1234.5, 12_345.678, 3];

/** V8 flattens the narrow space of CLDR in whole dates, and keeps it in their parts, which the tables are made of. */
function flat(texts: string[]): string[] {
  return texts.map((text) => text.replaceAll('\u202f', ' '));
}

function everything(format: Format): string[] {
  const at = INSTANTS.flatMap((instant) => ZONES.map((zone) => [instant, zone] as const));
  return [
    ...DAYS.flatMap((day) => [format.date(day), format.weekdayDate(day)]),
    ...DAYS.flatMap((day) => [format.dayOfMonth(day), format.monthInDate(day), format.yearInDate(day), format.weekday(day, 'long'), format.weekday(day, 'short')]),
    ...format.monthNames(),
    ...format.dateOrder(),
    ...MONTHS.map((month) => format.monthYear(month)),
    ...RANGES.map(([from, to]) => format.dateRange(from, to)),
    ...at.flatMap(([instant, zone]) => [format.time(instant, zone), format.dateTime(instant, zone), format.offset(instant, zone)]),
    ...NUMBERS.flatMap((value) => [format.integer(value), format.percent(value / 100)]),
    ...DECIMALS.map((value) => format.decimal(value)),
    ...[0, 1, 2, 3, 5].map((length) => JSON.stringify(format.listParts(length))),
  ];
}

describe.each(LOCALE_TAGS)('the formats of %s', (locale: Locale) => {
  it('are those of Node, whose data is full', async () => {
    expect(flat(everything(await loadFormat(locale)))).toEqual(flat(everything(tied(intlFormat(LOCALES[locale].intl)))));
  });

  it('let no English month through', async () => {
    if (locale === 'en') return;
    expect(everything(await loadFormat(locale)).filter((text) => ENGLISH_MONTHS.test(text))).toEqual([]);
  });
});

describe('the tables', () => {
  it.each([
    ['sq', '24\u00a0nëntor 2026'], ['mk', '24\u00a0ноември 2026\u00a0г.'], ['bs', '24.\u00a0novembar 2026.'], ['cnr', '24.\u00a0novembar 2026.'],
  ] as const)('write the dates of %s', async (locale, date) => {
    expect((await loadFormat(locale)).date('2026-11-24')).toBe(date);
  });
});

describe('the distance to Greenwich', () => {
  it.each(LOCALE_TAGS.map((locale) => [locale, locale === 'fr' ? 'UTC+1' : 'GMT+1'] as const))('is written in %s as %s', async (locale, written) => {
    const format = await loadFormat(locale);
    expect([format.offset('2026-11-24T09:05:00Z', 'Europe/Vienna'), format.dateTime('2026-11-24T09:05:00Z', 'Europe/Vienna')]).toEqual([written, expect.stringContaining(written)]);
  });
});

describe('a line', () => {
  it.each([
    ['fr', 'mardi 24\u00a0novembre 2026'], ['el', 'Τρίτη 24\u00a0Νοεμβρίου 2026'], ['uk', 'вівторок, 24\u00a0листопада 2026\u00a0р.'], ['bg', 'вторник, 24\u00a0ноември 2026\u00a0г.'],
    ['hr', 'utorak, 24.\u00a0studenoga 2026.'], ['hu', '2026. november\u00a024., kedd'], ['sq', 'e martë, 24\u00a0nëntor 2026'],
  ] as const)('breaks neither between day and month nor before the word for “year” in %s', async (locale, date) => {
    expect((await loadFormat(locale)).weekdayDate('2026-11-24')).toBe(date);
  });

  it('does neither in a span', async () => {
    expect([(await loadFormat('hu')).dateRange('2026-11-24', '2026-11-26'), (await loadFormat('ro')).dateRange('2026-11-24', '2026-11-26')]).toEqual(['2026. november\u00a024–\u206026.', '24–\u206026\u00a0noiembrie 2026']);
  });

  it.each(LOCALE_TAGS)('has two days of a month beside each other in %s', async (locale) => {
    const days = (await loadFormat(locale)).dateRange('2026-11-24', '2026-11-26');
    expect(days).toMatch(/(?<!\d)24\.?–\u206026(?!\d)/);
  });

  it.each(LOCALE_TAGS)('does not begin with the dash of a span in %s, and may break after it', async (locale) => {
    const format = await loadFormat(locale);
    for (const [from, to] of [['2026-11-28', '2026-12-02'], ['2026-12-30', '2027-01-02']] as const) expect(format.dateRange(from, to)).toMatch(/[^ \u2009\u202f]–(?!\u2060)/);
  });

  it.each(LOCALE_TAGS)('may break between the date and the hour in %s', async (locale) => {
    expect((await loadFormat(locale)).dateTime('2026-11-24T09:05:00Z', 'UTC')).not.toMatch(/\u00a0\d\d:/);
  });
});

describe('the parts of a date', () => {
  it.each(LOCALE_TAGS)('are never in the American order in %s', async (locale) => {
    const order = (await loadFormat(locale)).dateOrder();
    expect(order).toEqual(locale === 'hu' ? ['year', 'month', 'day'] : ['day', 'month', 'year']);
  });

  it.each([
    ['fr', '24', 'novembre', 'mar.'], ['el', '24', 'Νοεμβρίου', 'Τρί'], ['hr', '24.', 'studenoga', 'uto'], ['sr-Latn', '24.', 'novembar', 'uto'],
    ['cnr', '24.', 'novembar', 'uto'], ['mk', '24', 'ноември', 'вто.'], ['uk', '24', 'листопада', 'вт'], ['hu', '24.', 'november', 'K'],
  ] as const)('stand as they do in %s', async (locale, day, month, weekday) => {
    const format = await loadFormat(locale);
    expect([format.dayOfMonth('2026-11-24'), format.monthInDate('2026-11-24'), format.weekday('2026-11-24', 'short')]).toEqual([day, month, weekday]);
  });

  it.each([['fr', '2026'], ['hr', '2026.'], ['sr-Latn', '2026.'], ['bs', '2026.'], ['cnr', '2026.'], ['sl', '2026'], ['hu', '2026.'], ['uk', '2026']] as const)('end with the year as it is written in %s', async (locale, year) => {
    expect((await loadFormat(locale)).yearInDate('2026-11-24')).toBe(year);
  });

  it('are capitals at the head of a line as the language has them', () => {
    expect(atStart('novembre 2026', 'fr')).toBe('Novembre 2026');
    expect(atStart('istanbul', 'tr')).toBe('İstanbul');
    expect(atStart('2026. november', 'hu')).toBe('2026. november');
  });
});

describe('a label within a sentence', () => {
  it('begins with a small letter of the language', () => {
    expect(within('Exhorte', 'fr')).toBe('exhorte');
    expect(within('Israrla çağrıda bulunur', 'tr')).toBe('ısrarla çağrıda bulunur');
    expect(within('İnternet üzerinden temin ve sömürü', 'tr')).toBe('internet üzerinden temin ve sömürü');
    expect(within('Ψυχολόγος', 'el')).toBe('ψυχολόγος');
  });

  it('keeps its capitals where it begins with an abbreviation', () => {
    expect(['NGO staff member', 'НПО', 'G7'].map((text) => within(text, 'en'))).toEqual(['NGO staff member', 'НПО', 'G7']);
  });
});

describe('the first days of a month', () => {
  it('are in French “1er”, and “1” in other languages', async () => {
    const [french, english] = [await loadFormat('fr'), await loadFormat('en')];
    expect(french.date('2026-12-01')).toBe('1er\u00a0décembre 2026');
    expect(french.weekdayDate('2026-12-01')).toBe('mardi 1er\u00a0décembre 2026');
    expect(french.dateRange('2026-12-01', '2026-12-03')).toBe('1er–\u20603\u00a0décembre 2026');
    expect(french.dateTime('2026-12-01T09:00:00Z', 'UTC')).toMatch(/^1er\u00a0décembre/);
    expect(french.date('2026-12-21')).toBe('21\u00a0décembre 2026');
    expect(french.dayOfMonth('2026-12-01')).toBe('1');
    expect(english.date('2026-12-01')).toBe('1\u00a0December 2026');
  });

  it.each(['hr', 'sr-Latn', 'sr-Cyrl'] as const)('have no zero before them in a span in %s, as they have none alone', async (locale) => {
    const format = await loadFormat(locale);
    expect(format.dateRange('2026-12-01', '2026-12-03')).toMatch(/^1\.–\u20603\.\s/);
    expect(format.dateRange('2026-11-30', '2026-12-03')).not.toMatch(/0\d\./);
    expect(format.dateRange('2026-11-10', '2026-11-20')).toMatch(/^10\.–\u206020\.\s/);
  });
});

describe('partialDate', () => {
  it('writes as much as is known', () => {
    const format = intlFormat('fr');
    expect(partialDate(format, '1995-07-13')).toBe('13 juillet 1995');
    expect(partialDate(format, '2014-06')).toBe('juin 2014');
    expect(partialDate(format, '1992')).toBe('1992');
  });
});

describe('dayIn', () => {
  it('is the day of the place, not of Greenwich', () => {
    expect(dayIn('2027-11-03T23:30:00Z', 'Europe/Athens')).toBe('2027-11-04');
    expect(dayIn('2027-11-03T23:30:00Z', 'UTC')).toBe('2027-11-03');
  });
});
