import { describe, expect, it } from 'vitest';

import { emptyEntry, entryFaults, entryInput, isBegun, lineOf } from './entryForm.ts';

describe('what has become of a recommendation, as it is typed', () => {
  const typed = { ...emptyEntry('fr'), status: 'UNDER_WAY', asOf: '2026-11-01', seen: 'Vu.' };

  it('lacks nothing but what has to be there', () => {
    expect(entryFaults(emptyEntry('fr')).map(({ field, fault }) => [field, fault])).toEqual([['STATUS', 'MISSING'], ['AS_OF', 'MISSING'], ['SEEN', 'MISSING']]);
    expect(entryFaults(typed)).toEqual([]);
  });

  it('is sent without the lines of links in which nothing is typed, whose faults are told at the line that was meant', () => {
    const links = [{ url: ' ', label: '' }, { url: 'https://example.org', label: 'L' }];
    expect(entryInput({ ...typed, links }).links).toEqual([links[1]]);
    expect(lineOf(links, 0)).toBe(1);
  });

  it('would be lost once anything of it is typed', () => {
    expect(isBegun(emptyEntry('fr'))).toBe(false);
    expect([{ ...emptyEntry('fr'), status: 'IMPLEMENTED' }, { ...emptyEntry('fr'), links: [{ url: 'h', label: '' }] }].map(isBegun)).toEqual([true, true]);
  });
});
