import { describe, expect, test } from 'vitest';

import { areTooMany, countsOf, isFewer, mergePlaces, placesInput, type TypedPlaces, typedPlaces, valuesOf, wrongFields } from './placesForm.ts';

const SESSION = {
  places: 20, placesLeft: 15,
  quotas: [{ id: 'SessionQuota_1', kind: 'COUNTRY' as const, key: '', places: 3 }, { id: 'SessionQuota_2', kind: 'SECTOR' as const, key: 'AUTHORITY', places: 8 }],
  placeCounts: [
    { kind: 'COUNTRY' as const, value: 'RS', taken: 3, waiting: 1 }, { kind: 'COUNTRY' as const, value: 'AL', taken: 2, waiting: 0 },
    { kind: 'SECTOR' as const, value: 'AUTHORITY', taken: 1, waiting: 0 }, { kind: 'SECTOR' as const, value: 'CIVIL_SOCIETY', taken: 4, waiting: 1 },
  ],
};

describe('the places of a session', () => {
  test('are typed as they are stored, and sent as they are typed', () => {
    const typed = typedPlaces(SESSION);
    expect(typed).toEqual({ TOTAL: '20', 'COUNTRY ': '3', 'SECTOR AUTHORITY': '8' });
    expect(placesInput({ ...typed, 'SECTOR AUTHORITY': ' ', 'MODE ONLINE': '0' })).toEqual({ places: 20, quotas: [{ kind: 'COUNTRY', key: '', places: 3 }, { kind: 'MODE', key: 'ONLINE', places: 0 }] });
  });

  test('are whole numbers, of which a quota may be none, and all may not', () => {
    expect(wrongFields({ TOTAL: '1', 'COUNTRY RS': '0', 'COUNTRY AL': '' })).toEqual([]);
    expect(wrongFields({ TOTAL: '0', 'COUNTRY RS': '-1', 'COUNTRY AL': '1.5', 'COUNTRY ': '10001', 'MODE ONLINE': 'x' })).toEqual(['TOTAL', 'COUNTRY RS', 'COUNTRY AL', 'COUNTRY ', 'MODE ONLINE']);
    expect(wrongFields({ TOTAL: '' })).toEqual(['TOTAL']);
    const many = (count: number): TypedPlaces => Object.fromEntries(Array.from({ length: count }, (_, n) => [`COUNTRY ${n}`, '1']));
    expect([areTooMany(many(40)), areTooMany(many(41))]).toEqual([false, true]);
  });

  test('are shown with how many are taken and wait', () => {
    expect(countsOf(SESSION, 'TOTAL')).toEqual({ taken: 5, waiting: 1 });
    expect(countsOf(SESSION, 'COUNTRY RS')).toMatchObject({ taken: 3, waiting: 1 });
    expect(countsOf(SESSION, 'COUNTRY RO')).toEqual({ taken: 0, waiting: 0 });
    expect(countsOf(SESSION, 'COUNTRY ')).toBeUndefined();
    expect(valuesOf(SESSION, { 'COUNTRY TR': '', 'COUNTRY ': '3' }, 'COUNTRY')).toEqual(['AL', 'RS', 'TR']);
  });

  test('that are lower than what is taken are told of, in all or in a quota', () => {
    const typed = typedPlaces(SESSION);
    expect(isFewer(SESSION, typed)).toBe(false);
    for (const lower of [{ TOTAL: '4' }, { 'COUNTRY ': '2' }, { 'COUNTRY AL': '1' }, { 'SECTOR CIVIL_SOCIETY': '3' }]) expect(isFewer(SESSION, { ...typed, ...lower })).toBe(true);
    for (const enough of [{ TOTAL: '5' }, { 'COUNTRY AL': '2' }, { 'COUNTRY RO': '0' }]) expect(isFewer(SESSION, { ...typed, ...enough })).toBe(false);
  });
});

describe('two who change the places at once', () => {
  const base: TypedPlaces = { TOTAL: '20', 'COUNTRY ': '3', 'SECTOR AUTHORITY': '8' };

  test('lose nothing: theirs is taken over where I have changed nothing, and of what both have changed one is chosen', () => {
    const mine = { ...base, TOTAL: '25', 'COUNTRY RS': '2' };
    const theirs = { TOTAL: '30', 'COUNTRY ': '4', 'MODE ONLINE': '5' };
    expect(mergePlaces(base, mine, theirs)).toEqual({
      typed: { TOTAL: '25', 'COUNTRY ': '4', 'SECTOR AUTHORITY': '', 'COUNTRY RS': '2', 'MODE ONLINE': '5' }, taken: ['COUNTRY ', 'SECTOR AUTHORITY', 'MODE ONLINE'], conflicts: ['TOTAL'],
    });
  });

  test('who have done the same are in no conflict', () => {
    expect(mergePlaces(base, { ...base, TOTAL: '25' }, { ...base, TOTAL: '25' })).toMatchObject({ taken: [], conflicts: [] });
  });
});
