import { expect, it } from 'vitest';

import { memberFilter } from './memberFilter.ts';

it('the conditions of the members are asked for as the API has them; what they do not know asks nothing', () => {
  expect(memberFilter({ search: 'ana', country: 'RS', role: 'NGO_MEMBER', state: 'SUSPENDED' })).toEqual({ filter: { search: 'ana', country: 'RS', roles: ['NGO_MEMBER'], states: ['SUSPENDED'] } });
  expect(memberFilter({ search: '', country: '', role: 'QUEEN', state: '' })).toEqual({ filter: { search: undefined, country: undefined, roles: undefined, states: undefined } });
});
