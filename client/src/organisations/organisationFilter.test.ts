import { describe, expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { isUnfiltered, ORGANISATION_CONDITIONS, organisationFilter } from './organisationFilter.ts';

const read = (query: Record<string, string>) => readConditions(ORGANISATION_CONDITIONS, query);

describe('the conditions on organisations', () => {
  it('go from the address to the API', () => {
    expect(organisationFilter(read({ search: 'astra', country: 'RS', kind: 'NGO' })))
      .toEqual({ filter: { search: 'astra', country: 'RS', kinds: ['NGO'] } });
  });

  it('that the address lacks or holds wrongly ask nothing', () => {
    expect(organisationFilter(read({ kind: 'SHELTER' }))).toEqual({ filter: { search: undefined, country: undefined, kinds: undefined } });
  });

  it('decide whether the list is grouped', () => {
    expect(isUnfiltered(read({}))).toBe(true);
    expect(isUnfiltered(read({ kind: 'SHELTER' }))).toBe(true);
    expect(isUnfiltered(read({ country: 'RS' }))).toBe(false);
  });
});
