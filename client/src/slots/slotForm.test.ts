import { describe, expect, test } from 'vitest';

import { answerFaults, hostInput, isSameAnswer, NONE, offerFaults, offerInput, typedAnswer, type TypedOffer } from './slotForm.ts';
import type { OfferedByLink } from './useSlots.ts';

const OFFER: TypedOffer = { name: 'Parquet', email: ' host@host.example ', locale: 'sq', slots: [{ day: '2038-11-12', starts: '10:00' }], answersUntil: '2038-11-10', overrideReason: '' };
const wrong = (changes: Partial<TypedOffer>): string[] => offerFaults({ ...OFFER, ...changes }).map(({ field, fault, at }) => [field, fault, at].filter((one) => one !== null).join(' '));
const asked = (changes: Partial<OfferedByLink>): OfferedByLink => ({ answer: null, takenDay: null, takenStarts: null, remark: null, proposals: [], ...changes }) as OfferedByLink;

describe('an offer', () => {
  test('is wrong without a host, an address, or a whole slot, and where answers come after the first', () => {
    expect([wrong({}), wrong({ name: ' ', email: '' }), wrong({ email: 'host' }), wrong({ slots: [] })]).toEqual([[], ['NAME MISSING', 'EMAIL MISSING'], ['EMAIL UNREADABLE'], ['SLOTS MISSING']]);
    expect([wrong({ slots: [...OFFER.slots, { day: '2038-11-12', starts: ' ' }] }), wrong({ answersUntil: '' }), wrong({ answersUntil: '2038-11-12' })]).toEqual([['SLOTS MISSING 1'], ['ANSWERS_UNTIL MISSING'], ['ANSWERS_UNTIL AFTER_START']]);
  });

  test('is sent with its address as servers take it', () => {
    expect(offerInput(OFFER)).toEqual({ ...OFFER, email: 'host@host.example' });
  });
});

describe('an answer', () => {
  test('that is stored is shown as it is, and is sent as it was read', () => {
    const taken = typedAnswer(asked({ answer: 'TAKEN', takenDay: '2038-11-12', takenStarts: '10:00', remark: 'Po' }));
    expect([taken, hostInput(taken)]).toEqual([{ choice: '2038-11-12 10:00', remark: 'Po', proposals: [] }, { taken: { day: '2038-11-12', starts: '10:00' }, remark: 'Po', proposals: [] }]);
    expect([typedAnswer(asked({})).choice, typedAnswer(asked({ answer: 'NONE' })).choice, isSameAnswer(taken, { ...taken, remark: '' })]).toEqual(['', NONE, false]);
  });

  test('names other times where none is taken, and is wrong while nothing is chosen or one of them is not whole', () => {
    const proposals = [{ day: '2038-11-13', starts: '16:00' }, { day: '', starts: '09:00' }];
    expect(hostInput({ choice: NONE, remark: '', proposals })).toEqual({ taken: null, remark: '', proposals });
    expect(hostInput({ choice: '2038-11-12 10:00', remark: '', proposals }).proposals).toEqual([]);
    expect([answerFaults({ choice: '', remark: '', proposals }), answerFaults({ choice: NONE, remark: '', proposals })].map((faults) => faults.map(({ field, at }) => [field, at]))).toEqual([[['SLOTS', null]], [['PROPOSALS', 1]]]);
  });
});
