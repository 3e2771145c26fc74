import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from './encode.ts';

const LONG = 'Žrtva 𝄞 жртва '.repeat(200);

describe('a text that is encoded', () => {
  it('is the UTF-8 that Buffer gives, short or long', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const given of [text, text + LONG, LONG + text]) expect(encode(given).equals(Buffer.from(given))).toBe(true);
    }));
  });

  it.each(['\uD800', '\uDC00', '\uDC00\uD800', 'a\uDFFFb'])('has U+FFFD for half a surrogate pair', (half) => {
    for (const given of [half, half + LONG, LONG + half]) expect(encode(given).equals(Buffer.from(given))).toBe(true);
    expect(encode(LONG + half).toString()).toContain('\uFFFD');
  });

  it.each([1_023, 1_024, 70_000, 300_000])('has room for %i of the longest characters', (length) => {
    expect(encode('字'.repeat(length)).toString()).toBe('字'.repeat(length));
  });
});
