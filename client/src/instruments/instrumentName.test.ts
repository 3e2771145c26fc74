import { describe, expect, it } from 'vitest';

import { instrumentLabel, instrumentName, titleSource } from './instrumentName.ts';

const own = (text: string) => ({ text, locale: 'el', isFallback: false, isOutdated: false });
const foreign = (text: string) => ({ text, locale: 'en', isFallback: true, isOutdated: false });

describe('the name of an instrument in a heading or a list', () => {
  it('is the short one in the reader’s language', () => {
    expect(instrumentName({ title: own('long'), shortTitle: own('short') })).toEqual(own('short'));
    expect(instrumentName({ title: foreign('long'), shortTitle: own('short') })).toEqual(own('short'));
  });

  it('is the official title in the reader’s language rather than a short one in another', () => {
    expect(instrumentName({ title: own('long'), shortTitle: foreign('short') })).toEqual(own('long'));
  });

  it('is the short one, told to be in another language, when neither is in the reader’s', () => {
    expect(instrumentName({ title: foreign('long'), shortTitle: foreign('short') })).toEqual(foreign('short'));
  });

  it('is the title when there is no other', () => {
    expect(instrumentName({ title: foreign('long'), shortTitle: null })).toEqual(foreign('long'));
  });
});

describe('the name of an instrument in the head of a row or a choice', () => {
  it('is the short one, in another language too, which is told', () => {
    expect(instrumentLabel({ title: own('long'), shortTitle: own('short') })).toEqual(own('short'));
    expect(instrumentLabel({ title: own('long'), shortTitle: foreign('short') })).toEqual(foreign('short'));
  });

  it('is the title when there is no other', () => {
    expect(instrumentLabel({ title: own('long'), shortTitle: null })).toEqual(own('long'));
  });
});

describe('where the title that is shown was read', () => {
  const titles = [{ locale: 'en', provenance: 'the treaty' }, { locale: 'sr-Cyrl', provenance: 'the gazette' }, { locale: 'el', provenance: 'known' }];

  it('is what is said of its own language, and of the language that it falls back to', () => {
    expect(titleSource({ title: own('long'), titles })).toBe('known');
    expect(titleSource({ title: foreign('long'), titles })).toBe('the treaty');
  });

  it('is what is said of the Cyrillic title where that is written in Latin letters', () => {
    expect(titleSource({ title: { ...own('long'), locale: 'sr-Latn' }, titles })).toBe('the gazette');
    expect(titleSource({ title: { ...own('long'), locale: 'sr-Latn' }, titles: [...titles, { locale: 'sr-Latn', provenance: 'its own' }] })).toBe('its own');
  });

  it('is nothing of another language', () => {
    expect(titleSource({ title: { ...own('long'), locale: 'mk' }, titles })).toBeUndefined();
  });
});
