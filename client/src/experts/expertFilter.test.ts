import { describe, expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { EXPERT_CONDITIONS, expertFilter } from './expertFilter.ts';

const ask = (query: Record<string, string>) => expertFilter(readConditions(EXPERT_CONDITIONS, query));

describe('the conditions on experts', () => {
  it('go from the address to the API', () => {
    const query = { search: 'labour', country: 'HU', profession: 'JUDGE', institution: 'JIRS', theme: 'ASSISTANCE', language: 'EN', atLeast: 'C1' };
    expect(ask({ ...query, sort: 'LAST_MISSION' })).toEqual({ filter: query, sort: 'LAST_MISSION' });
  });

  it('ask nothing, and sort by profession, where the address says nothing or something unknown', () => {
    const { filter, sort } = ask({ atLeast: 'D4', sort: 'RANK' });
    expect(Object.values(filter ?? {}).filter((value) => value !== undefined)).toEqual([]);
    expect(sort).toBe('PROFESSION');
  });
});
