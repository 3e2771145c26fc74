import { describe, expect, test } from 'vitest';

import { keyOf } from '../core/editing/index.ts';
import { canMove, daysOf, emptyPart, faultsOf, inOrder, inputOf, isChanged, merge, positionOf, typedOf, type TypedPart } from './partForm.ts';
import type { Part, Programme } from './useProgramme.ts';

const text = (words: string, locale: string) => ({ text: words, locale, isFallback: false, isOutdated: false });
const PART = {
  id: 'SessionPart_019abc00-0000-7000-8000-0000000000c1', version: 3, day: 2, starts: '09:00', ends: '10:30', format: 'ON_SITE', room: null, title: text('Premier', 'fr'), trainers: [{ id: 'Expert_2' }],
  texts: [{ locale: 'fr', isSource: false, isOutdated: false, title: 'Premier' }, { locale: 'mk', isSource: true, isOutdated: false, title: 'Прв' }],
} as unknown as Part;
const SESSION = { startsAt: '2027-03-09T22:30:00Z', endsAt: '2027-03-11T23:00:00Z', timeZone: 'Europe/Skopje', format: 'HYBRID', trainers: [{ id: 'Expert_1' }, { id: 'Expert_2' }], parts: [PART] } as unknown as Programme;
const typed = (changes: Partial<TypedPart> = {}): TypedPart => ({ ...typedOf(PART), ...changes });

test('the days of a session are those of its own clock, and midnight belongs to the day before', () => {
  expect(daysOf(SESSION)).toEqual(['2027-03-09', '2027-03-10', '2027-03-11']);
  expect(daysOf({ ...SESSION, timeZone: 'Europe/Kyiv' })).toEqual(['2027-03-10', '2027-03-11', '2027-03-12']);
});

describe('a part', () => {
  test('that is stored is typed in the language in which it was first written, and in no other', () => {
    expect(typedOf(PART)).toEqual({ sourceLocale: 'mk', title: 'Прв', day: '2', starts: '09:00', ends: '10:30', format: 'ON_SITE', room: '', trainers: ['Expert_2'] });
    expect([inputOf(typedOf(PART)).day, keyOf(PART), isChanged(typedOf(PART), typedOf(PART))]).toEqual([2, '019abc00-0000-7000-8000-0000000000c1', false]);
  });

  test('that is new comes after the last one, or at the beginning of the session', () => {
    expect(emptyPart(SESSION, 'fr')).toMatchObject({ day: '2', starts: '10:30', ends: '', format: 'ON_SITE' });
    expect(emptyPart({ ...SESSION, parts: [] }, 'fr')).toMatchObject({ day: '1', starts: '23:30', format: 'HYBRID' });
  });

  test('is wrong without a title, hours, or an end after its beginning', () => {
    const wrong = (changes: Partial<TypedPart>) => faultsOf(typed(changes)).map(({ field, fault }) => `${field} ${fault}`);
    expect([wrong({}), wrong({ title: ' ' }), wrong({ starts: '', ends: '' }), wrong({ ends: '25:00' }), wrong({ ends: '09:00' })]).toEqual([[], ['TITLE MISSING'], ['STARTS MISSING', 'ENDS MISSING'], ['ENDS UNREADABLE'], ['ENDS NOT_AFTER']]);
  });

  test('changes places with another of its day, and not with one beside it', () => {
    const parts = [{ day: 1, starts: '09:00', ends: '10:00' }, { day: 1, starts: '10:00', ends: '11:00' }, { day: 1, starts: '10:30', ends: '12:00' }, { day: 2, starts: '09:00', ends: '10:00' }];
    expect(parts.map((_part, n) => [canMove(parts, n, true), canMove(parts, n, false)])).toEqual([[false, true], [true, false], [false, false], [false, false]]);
  });

  test('stands at a place of its day, from 1', () => {
    const parts = [{ id: 'a', day: 1 }, { id: 'b', day: 2 }, { id: 'c', day: 2 }];
    expect(parts.map((part) => positionOf(parts, part))).toEqual([1, 1, 2]);
  });

  test('names its trainers in the order of the session', () => {
    expect(inOrder(['Expert_2', 'Expert_9', 'Expert_1'], SESSION)).toEqual(['Expert_1', 'Expert_2']);
  });
});

test('of two who have changed it mine stays where both did, and theirs is taken where they alone did', () => {
  const base = typed();
  const { typed: both, conflicts } = merge(base, { ...base, title: 'Мое' }, { ...base, title: 'Нивно', room: 'Сала 2' });
  expect([both.title, both.room, conflicts]).toEqual(['Мое', 'Сала 2', ['title']]);
  expect(merge(base, { ...base, starts: '08:00' }, { ...base, starts: '08:00' }).conflicts).toEqual([]);
});
