import { describe, expect, test } from 'vitest';

import { faultsOf, isChanged, merge, typedOf } from './documentForm.ts';

const STORED = typedOf({
  locale: 'mk', visibility: 'TRAINERS', texts: [{ locale: 'fr', title: 'Programme', isSource: false, isOutdated: false }, { locale: 'mk', title: 'Програма', isSource: true, isOutdated: false }],
});

describe('what is said of a document', () => {
  test('is typed as it is stored in its own language, and is no change by that', () => {
    expect([STORED, isChanged(STORED, { ...STORED }), isChanged(STORED, { ...STORED, visibility: 'EVERYBODY' })]).toEqual([{ title: 'Програма', locale: 'mk', visibility: 'TRAINERS' }, false, true]);
  });

  test('needs a title', () => {
    expect([faultsOf(STORED), faultsOf({ title: ' ' })]).toEqual([[], [{ field: 'TITLE', fault: 'MISSING' }]]);
  });

  test('is put together with what somebody else has changed meanwhile, but for what both have', () => {
    const theirs = { ...STORED, title: 'Програма 2', locale: 'fr' as const };
    expect(merge(STORED, { ...STORED, title: 'Слајдови', visibility: 'EVERYBODY' }, theirs)).toEqual({ typed: { title: 'Слајдови', locale: 'fr', visibility: 'EVERYBODY' }, conflicts: ['title'] });
  });
});
