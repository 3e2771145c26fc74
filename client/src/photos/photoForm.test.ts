import { describe, expect, it } from 'vitest';

import { photoComparing, photoFaults, photoInput, placed, typedPhoto } from './photoForm.ts';

const PHOTO = { key: 'a', version: 3, width: 4, height: 3, credit: null, creditLocale: 'fr', caption: { text: 'Salle', locale: 'fr', isFallback: false, isOutdated: false }, decision: null, texts: [{ locale: 'el', isSource: false, isOutdated: false, caption: 'Αίθουσα' }, { locale: 'fr', isSource: true, isOutdated: false, caption: 'Salle' }] } as const;
const [first, second] = placed({ photos: [PHOTO, { ...PHOTO, key: 'b', credit: 'Service' }] } as never);

describe('what is typed of a photo of a mission', () => {
  it('is what it was first written as, at its place', () => {
    expect([typedPhoto(first!), typedPhoto(second!)]).toEqual([{ sourceLocale: 'fr', caption: 'Salle', credit: '', place: '1' }, { sourceLocale: 'fr', caption: 'Salle', credit: 'Service', place: '2' }]);
    expect(photoInput(typedPhoto(second!))).toEqual({ sourceLocale: 'fr', caption: 'Salle', credit: 'Service', place: 2 });
  });

  it('says what can be seen', () => {
    expect([photoFaults(typedPhoto(first!)), photoFaults({ ...typedPhoto(first!), caption: ' ' })]).toEqual([[], [{ field: 'CAPTION', fault: 'MISSING', maximum: null }]]);
  });

  it('is put together with what somebody else has stored: mine stays where both have changed it', () => {
    const base = typedPhoto(first!);
    expect(photoComparing.merge(base, { ...base, caption: 'Mienne' }, { ...base, caption: 'Leur', place: '2' })).toEqual({ typed: { ...base, caption: 'Mienne', place: '2' }, conflicts: ['caption'] });
  });
});
