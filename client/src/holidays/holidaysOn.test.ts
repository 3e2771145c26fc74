import { describe, expect, it } from 'vitest';

import { holidaysOn, unknownYears } from './holidaysOn.ts';

const countries = [
  { code: 'AL', holidays: [{ date: '2027-01-01' }, { date: '2027-05-01' }, { date: '2027-11-28' }] },
  { code: 'XK', holidays: [{ date: '2027-01-01' }, { date: '2027-04-09' }, { date: '2027-11-28' }] },
];
const found = (...stays: [country: string | null, first: string, last: string][]): string[] =>
  holidaysOn(stays.map(([country, first, last]) => ({ country, first, last })), countries).map(({ holiday, country }) => `${holiday.date} ${country.code}`);

describe('the holidays of a calendar', () => {
  it('are those of the country of a session on its days, the first and the last included', () => {
    expect(found(['XK', '2027-04-08', '2027-04-09'])).toEqual(['2027-04-09 XK']);
    expect(found(['XK', '2027-04-09', '2027-04-10'])).toEqual(['2027-04-09 XK']);
    expect(found(['AL', '2027-04-08', '2027-04-10'])).toEqual([]);
    expect(found(['XK', '2027-04-10', '2027-04-12'])).toEqual([]);
  });

  it('stand by day, each once, however many sessions there are on it', () => {
    expect(found(['XK', '2027-11-28', '2027-11-28'], ['AL', '2027-01-01', '2027-12-31'], ['AL', '2027-01-01', '2027-01-02']))
      .toEqual(['2027-01-01 AL', '2027-05-01 AL', '2027-11-28 AL', '2027-11-28 XK']);
  });

  it('are none for a session that is held in no country', () => {
    expect(found([null, '2027-01-01', '2027-12-31'])).toEqual([]);
  });
});

describe('the years of which no holiday is known', () => {
  it('are said, since no holiday found there means nothing', () => {
    const { holidays } = countries[0]!;
    expect(unknownYears(holidays, '2026-12-30', '2027-01-02')).toEqual(['2026']);
    expect(unknownYears(holidays, '2028-01-01', '2028-01-02')).toEqual(['2028']);
    expect(unknownYears(holidays, '2027-03-01', '2027-03-02')).toEqual([]);
  });
});
