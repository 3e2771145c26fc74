import { describe, expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { RECOMMENDATION_CONDITIONS, recommendationFilter } from './recommendationFilter.ts';

const filterOf = (query: Record<string, string>) => recommendationFilter(readConditions(RECOMMENDATION_CONDITIONS, query)).filter;

describe('the conditions on recommendations', () => {
  it('go from the address to the API', () => {
    expect(filterOf({ country: 'BG', theme: 'COMPENSATION', verb: 'URGE', search: 'access', standing: 'OPEN' }))
      .toEqual({ standing: 'OPEN', country: 'BG', theme: 'COMPENSATION', verb: 'URGE', search: 'access' });
  });

  it('do not ask for a verb that is none', () => {
    expect(filterOf({ verb: 'ORDER' })).toEqual({ country: undefined, theme: undefined, verb: undefined, standing: undefined, search: undefined });
  });
});
