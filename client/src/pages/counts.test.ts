import { describe, expect, it } from 'vitest';

import { countOf } from './counts.ts';

const facts = (...verified: boolean[]): { provenance: { isVerified: boolean } }[] => verified.map((isVerified) => ({ provenance: { isVerified } }));

describe('the count of facts', () => {
  it('tells the verified from the others', () => {
    expect(countOf(facts(true, false, true))).toEqual({ total: 3, verified: 2, unverified: 1 });
    expect(countOf([])).toEqual({ total: 0, verified: 0, unverified: 0 });
  });

  it('does not guess where only some were read', () => {
    expect(countOf(facts(true, true), 5)).toEqual({ total: 5, verified: undefined, unverified: undefined });
  });
});
