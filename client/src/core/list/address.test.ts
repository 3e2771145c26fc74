import { describe, expect, it } from 'vitest';

import { nextPage, previousPage, readConditions, readPlace, withoutCondition, writeConditions } from './address.ts';

const kinds = { search: 'text', from: 'day', format: ['ONLINE', 'ON_SITE'] } as const;

describe('the conditions of a list', () => {
  it('come back from the address as they were written', () => {
    const conditions = { search: 'жртве & enfants', from: '2027-11-03', format: 'ONLINE' };
    const address = Object.fromEntries(new URLSearchParams(writeConditions(conditions) as Record<string, string>));
    expect(readConditions(kinds, address)).toEqual(conditions);
  });

  it('that ask nothing are left out of the address', () => {
    expect(writeConditions({ search: '  ', from: '', format: '' })).toEqual({});
  });

  it('that the address holds wrongly ask nothing', () => {
    expect(readConditions(kinds, { from: '2027-02-30', format: 'ELSEWHERE', search: null }))
      .toEqual({ search: '', from: '', format: '' });
  });

  it('can be taken away one by one, and the list begins anew', () => {
    expect(withoutCondition({ country: 'AL', theme: 'X', after: 'c' }, 'theme')).toEqual({ country: 'AL' });
    expect(withoutCondition({ country: 'AL' }, 'theme')).toEqual({ country: 'AL' });
  });

  it('are read once when the address repeats them', () => {
    expect(readConditions(kinds, { search: ['police', 'justice'] }).search).toBe('police');
  });
});

describe('the place in a list', () => {
  it('is the first page unless the address holds a cursor', () => {
    expect(readPlace({}, 20)).toEqual({ first: 20 });
    expect(readPlace({ after: 'a' }, 20)).toEqual({ first: 20, after: 'a' });
    expect(readPlace({ before: 'b' }, 20)).toEqual({ last: 20, before: 'b' });
  });

  it('moves on and back with the filters kept', () => {
    expect(nextPage({ country: 'AL', before: 'b' }, 'z')).toEqual({ country: 'AL', after: 'z' });
    expect(previousPage({ country: 'AL', after: 'a' }, 'y')).toEqual({ country: 'AL', before: 'y' });
  });
});
