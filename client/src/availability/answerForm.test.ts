import { describe, expect, test } from 'vitest';

import { countsOn, daysOf, missingDays, sentDays, typedDays } from './answerForm.ts';
import { callComparing, callFaults, emptyCall, keyOf, type TypedCall, typedCall } from './callForm.ts';
import type { Call } from './useCalls.ts';

const CALL = {
  id: 'AvailabilityCall_b7c1e5a2-3f84-4d6b-9a07-58e2d1c4f693', fromOn: '2031-11-08', untilOn: '2031-11-10', answersUntil: '2031-11-01',
  texts: [{ locale: 'hr', isSource: false, title: 'Misija', note: null }, { locale: 'fr', isSource: true, title: 'Mission', note: 'Deux jours' }],
} as unknown as Call;
const typed = (changes: Partial<TypedCall> = {}): TypedCall => ({ ...typedCall(CALL), ...changes });
const wrong = (changes: Partial<TypedCall>): string[] => callFaults(typed(changes)).map(({ field, fault }) => `${field} ${fault}`);

describe('a call', () => {
  test('that is stored is typed in the language in which it was first written', () => {
    expect(typedCall(CALL)).toEqual({ sourceLocale: 'fr', title: 'Mission', note: 'Deux jours', fromOn: '2031-11-08', untilOn: '2031-11-10', answersUntil: '2031-11-01' });
    expect([emptyCall('sq').sourceLocale, keyOf(CALL)]).toEqual(['sq', 'b7c1e5a2-3f84-4d6b-9a07-58e2d1c4f693']);
  });

  test('is wrong without a title or days, over more than 62 days, and where answers come after the first', () => {
    expect([wrong({}), wrong({ title: ' ' }), wrong({ fromOn: '', untilOn: '', answersUntil: '' })]).toEqual([[], ['TITLE MISSING'], ['FROM MISSING', 'UNTIL MISSING', 'ANSWERS_UNTIL MISSING']]);
    expect([wrong({ untilOn: '2031-11-07' }), wrong({ untilOn: '2032-01-08' }), wrong({ untilOn: '2032-01-09' }), wrong({ answersUntil: '2031-11-09' })]).toEqual([['UNTIL NOT_AFTER'], [], ['UNTIL TOO_MANY_DAYS'], ['ANSWERS_UNTIL AFTER_START']]);
  });

  test('of two who have changed it mine stays where both did, and theirs is taken where they alone did', () => {
    const { typed: both, conflicts } = callComparing.merge(typed(), typed({ title: 'Mien' }), typed({ title: 'Leur', answersUntil: '2031-11-02' }));
    expect([both.title, both.answersUntil, conflicts]).toEqual(['Mien', '2031-11-02', ['title']]);
  });
});

describe('an answer', () => {
  test('has each day of the period, over the end of a month and the change of the clocks', () => {
    expect(daysOf({ fromOn: '2031-10-25', untilOn: '2031-10-28' })).toEqual(['2031-10-25', '2031-10-26', '2031-10-27', '2031-10-28']);
    expect(daysOf({ fromOn: '2031-02-28', untilOn: '2031-03-01' })).toEqual(['2031-02-28', '2031-03-01']);
  });

  test('that is stored is shown as it is; what is missing is known', () => {
    const days = typedDays({ ...CALL, answers: ['YES', 'NO'] });
    expect(days).toEqual({ '2031-11-08': 'YES', '2031-11-09': 'NO', '2031-11-10': '' });
    expect([missingDays(days), sentDays(days)]).toEqual([['2031-11-10'], [{ day: '2031-11-08', answer: 'YES' }, { day: '2031-11-09', answer: 'NO' }]]);
  });

  test('counts on its day; whoever has not answered counts nowhere', () => {
    const requests = [{ answers: ['YES', 'NO'] }, { answers: ['YES', 'PERHAPS'] }, { answers: [] }] as unknown as Call['requests'];
    expect([countsOn(requests, 0), countsOn(requests, 1)]).toEqual([{ YES: 2, NO: 0, PERHAPS: 0 }, { YES: 0, NO: 1, PERHAPS: 1 }]);
  });
});
