import { describe, expect, test } from 'vitest';

import { allOf, differences, taken } from './doubleParts.ts';
import type { Double } from './useDoubles.ts';

const country = { code: 'RS', name: { text: 'Serbie', locale: 'fr', isFallback: false } };
const one = { id: '1', name: 'Ana Petrović', email: 'ana@ngo.example', locale: 'sr-Latn', isDemonstration: false, organisation: null, country, profession: null } as unknown as Double;

describe('two participants', () => {
  test('who say the same differ in nothing', () => {
    expect(differences(one, { ...one, id: '2' })).toEqual([]);
  });

  test('differ in what one of them says otherwise, or not at all', () => {
    const other = { ...one, name: 'Ana Petrovic', profession: { code: 'JUDGE', name: country.name }, country: { ...country, code: 'AL' } } as Double;
    expect(differences(one, other)).toEqual(['NAME', 'PROFESSION', 'WORK']);
  });

  test('are merged with nothing of the one who goes, unless it was chosen', () => {
    expect(taken(['NAME', 'EMAIL'], allOf('first'), 'first')).toEqual([]);
    expect(taken(['NAME', 'EMAIL'], { ...allOf('first'), EMAIL: 'second' }, 'first')).toEqual(['EMAIL']);
    expect(taken(['NAME'], { ...allOf('second'), EMAIL: 'first' }, 'second')).toEqual([]);
  });
});
