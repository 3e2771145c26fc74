import { describe, expect, it } from 'vitest';

import { packed } from '../../../scripts/packed.ts';
import { unpacked } from './brought.ts';
import type { Messages } from './catalogues.ts';

const words = (s: string): object => ({ t: 0, b: { t: 2, i: [{ t: 3 }], s } });
const named = { t: 0, b: { t: 2, i: [{ t: 3, v: 'Checked: ' }, { t: 4, k: 'date' }] } };
const forms = { t: 0, b: { t: 1, c: [{ t: 2, i: [{ t: 3 }], s: 'one' }, { t: 2, i: [{ t: 3 }], s: 'many' }] } };

describe('the texts that a document brings', () => {
  it('are those that were compiled, plain ones written as their words', () => {
    const messages = { 'en/core': { nav: { home: words('Home') }, checkedOn: named, count: forms } } as unknown as Record<string, Messages>;
    const text = packed(messages);
    expect(text).toContain('"home":"Home"');
    expect(unpacked(text)).toEqual(messages);
  });

  it('have no key that could be a part of a compiled message', () => {
    expect(() => packed({ 'en/core': { s: words('Home') } } as unknown as Record<string, Messages>)).toThrow('one letter');
  });

  it('are all compiled: words that are not could not be told from packed ones', () => {
    expect(() => packed({ 'en/core': { home: 'Home' } } as unknown as Record<string, Messages>)).toThrow('not compiled');
  });
});
