import { describe, expect, it } from 'vitest';

import { instrumentName } from './instrumentName.ts';

const text = (value: string, isFallback: boolean) => ({ text: value, locale: isFallback ? 'en' : 'el', isFallback, isOutdated: false });

describe('the name an instrument goes by', () => {
  it('is the short one in the reader’s language', () => {
    expect(instrumentName({ title: text('long', false), shortTitle: text('short', false) }).text).toBe('short');
  });

  it('is the official title rather than a short one in another language', () => {
    expect(instrumentName({ title: text('long', false), shortTitle: text('short', true) }).text).toBe('long');
  });

  it('is the short one when neither is in the reader’s language, and the title when there is no other', () => {
    expect(instrumentName({ title: text('long', true), shortTitle: text('short', true) }).text).toBe('short');
    expect(instrumentName({ title: text('long', true), shortTitle: null }).text).toBe('long');
  });
});
