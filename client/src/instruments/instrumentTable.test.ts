import { describe, expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { buildTable, byStatus, INSTRUMENT_CONDITIONS } from './instrumentTable.ts';

const fact = (code: string, status: 'PARTY' | 'SIGNATORY' | 'BOUND' | 'NOT_PARTY', isVerified = true) =>
  ({ country: { code }, status, inForceOn: status === 'PARTY' ? '2008-02-01' : null, provenance: { isVerified } });
const instruments = [
  { code: 'treaty', countries: [fact('RS', 'PARTY', false), fact('AL', 'PARTY'), fact('XK', 'NOT_PARTY')] },
  { code: 'directive', countries: [fact('GR', 'BOUND')] },
  { code: 'old', countries: [] },
];
const countries = ['AL', 'GR', 'XK', 'RS'].map((code) => ({ code }));

function table(query: Record<string, string>) {
  const { rows, countries: columns } = buildTable(instruments, countries, readConditions(INSTRUMENT_CONDITIONS, query));
  return { columns: columns.map(({ code }) => code), rows: Object.fromEntries(rows.map(({ instrument, cells }) => [instrument.code, cells.map(({ status }) => status)])) };
}

describe('the table of instruments and countries', () => {
  it('has a cell for each pair, in the order of the countries, and unknown where nothing is recorded', () => {
    expect(table({})).toEqual({
      columns: ['AL', 'GR', 'XK', 'RS'],
      rows: {
        treaty: ['PARTY', 'UNKNOWN', 'NOT_PARTY', 'PARTY'],
        directive: ['UNKNOWN', 'BOUND', 'UNKNOWN', 'UNKNOWN'],
        old: ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'],
      },
    });
  });

  it('is narrowed by the address to an instrument, to a country, to both', () => {
    expect(table({ instrument: 'treaty' }).rows).toEqual({ treaty: ['PARTY', 'UNKNOWN', 'NOT_PARTY', 'PARTY'] });
    expect(table({ country: 'XK' })).toEqual({ columns: ['XK'], rows: { treaty: ['NOT_PARTY'], directive: ['UNKNOWN'], old: ['UNKNOWN'] } });
    expect(table({ country: 'AL', instrument: 'treaty' }).rows).toEqual({ treaty: ['PARTY'] });
  });

  it('marks a fact that nobody verified, and not an unknown', () => {
    const [row] = buildTable(instruments, countries, { instrument: 'treaty', country: '' }).rows;
    expect(row!.cells.map(({ isVerified }) => isVerified)).toEqual([true, true, true, false]);
  });
});

describe('a row as a record', () => {
  it('has its countries by status, and no status without a country', () => {
    const [row] = buildTable(instruments, countries, { instrument: 'treaty', country: '' }).rows;
    expect(byStatus(row!.cells).map(({ status, cells }) => [status, cells.map(({ country }) => country.code)]))
      .toEqual([['PARTY', ['AL', 'RS']], ['NOT_PARTY', ['XK']], ['UNKNOWN', ['GR']]]);
  });
});
