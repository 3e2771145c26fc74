import { describe, expect, it } from 'vitest';

import { mapOf } from './candidateMap.ts';
import { countryVariables, type SearchConditions } from './searchFilter.ts';

const text = (name: string) => ({ text: name, locale: 'fr', isFallback: false, isOutdated: false }) as const;
const counted = (...all: [code: string, count: number][]) => all.map(([code, count]) => ({ count, country: { id: `Country_${code}`, code, name: text(code), nameNote: null } }) as never);
const WORDS = { number: String, spoken: (count: number) => `${count} know it` };

describe('the map of those who are found', () => {
  it('has a number for each country, in the order in which they are counted, and a colour for numbers that are like each other', () => {
    const { countries, legend, known } = mapOf(counted(['RS', 9], ['AL', 4], ['TR', 4], ['MD', 1], ['HU', 0]), WORDS);
    expect(countries.map(({ code, value, short, spoken }) => [code, value, short, spoken])).toEqual([['RS', '9', '9', '9 know it'], ['AL', '4', '4', '4 know it'], ['TR', '4', '4', '4 know it'], ['MD', '1', '1', '1 know it'], ['HU', '0', '0', '0 know it']]);
    expect([known, legend.at(-1)]).toEqual([4, { step: 0, label: '0' }]);
    expect(countries.at(-1)).toMatchObject({ code: 'HU', step: 0 });
    expect(countries[1]!.step).toBe(countries[2]!.step);
    expect(countries[0]!.step).toBeGreaterThan(countries[3]!.step);
  });

  it('has no colour for none where everybody knows each country, and draws nothing but none where nobody is found', () => {
    expect(mapOf(counted(['RS', 2], ['AL', 1]), WORDS).legend.map(({ step }) => step)).not.toContain(0);
    expect(mapOf(counted(['RS', 0], ['AL', 0]), WORDS)).toMatchObject({ known: 0, legend: [{ step: 0, label: '0' }], countries: [{ step: 0 }, { step: 0 }] });
  });

  it('counts whom the list is narrowed to: by what is asked for, by how they stand to it and by a reason', () => {
    const nothing = Object.fromEntries(['profession', 'orProfession', 'language', 'orLanguage', 'atLeast', 'theme', 'country', 'from', 'until', 'cleared', 'mission', 'rested', 'state', 'because', 'sort'].map((name) => [name, ''])) as never as SearchConditions;
    expect(countryVariables({ ...nothing, theme: 'ASSISTANCE', state: 'FITS', because: 'BUSY', sort: 'NAME' })).toMatchObject({ theme: 'ASSISTANCE', states: ['FITS'], because: ['BUSY'] });
    expect(countryVariables(nothing)).toMatchObject({ states: undefined, because: undefined });
  });
});
