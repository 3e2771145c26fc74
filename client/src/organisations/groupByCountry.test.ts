import { describe, expect, it } from 'vitest';

import { groupByCountry } from './groupByCountry.ts';

const of = (name: string, code?: string) => ({ name, country: code === undefined ? null : { code } });

function named(items: ReturnType<typeof of>[], codes: string[]): Record<string, string[]>[] {
  return groupByCountry(items, codes).map(({ country, items: own }) => ({ [country?.code ?? 'international']: own.map(({ name }) => name) }));
}

describe('organisations by country', () => {
  const items = [of('A', 'RS'), of('B'), of('C', 'AL'), of('D', 'RS'), of('E', 'HR')];

  it('stand in the order the reader’s language gives to the countries, the international ones last', () => {
    expect(named(items, ['AL', 'HR', 'RS'])).toEqual([{ AL: ['C'] }, { HR: ['E'] }, { RS: ['A', 'D'] }, { international: ['B'] }]);
    expect(named(items, ['RS', 'AL', 'HR']).map((group) => Object.keys(group)[0])).toEqual(['RS', 'AL', 'HR', 'international']);
  });

  it('are all there while the countries are on their way', () => {
    expect(named(items, [])).toEqual([{ RS: ['A', 'D'] }, { AL: ['C'] }, { HR: ['E'] }, { international: ['B'] }]);
  });

  it('are in no group when there is none', () => {
    expect(named([], ['AL'])).toEqual([]);
  });
});
