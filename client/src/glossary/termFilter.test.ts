import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { DOMAINS, TERM_CONDITIONS, termFilter } from './termFilter.ts';

const filterOf = (query: Record<string, string>) => termFilter(readConditions(TERM_CONDITIONS, query)).filter;

describe('the conditions on terms', () => {
  it('go from the address to the API', () => {
    expect(filterOf({ search: 'victim', domain: 'law' })).toEqual({ search: 'victim', domain: 'law' });
    expect(filterOf({ domain: 'ui' })).toEqual({ search: undefined, domain: 'ui' });
  });

  it('leave out the words of the interface until they are asked for', () => {
    expect(filterOf({ search: 'send' })).toEqual({ search: 'send', exceptDomain: 'ui' });
    expect(filterOf({ domain: 'nothing' })).toEqual({ search: undefined, exceptDomain: 'ui' });
  });

  it('offer every part that the termbase has, and no other', () => {
    const { terms } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../server/reference/termbase.json'), 'utf8')) as { terms: { domain: string }[] };
    expect([...DOMAINS].sort()).toEqual([...new Set(terms.map(({ domain }) => domain))].sort());
  });
});
