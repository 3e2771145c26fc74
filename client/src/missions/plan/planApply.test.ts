import { describe, expect, it } from 'vitest';

import { refOf, sentenceOf } from './plan.fixture.ts';
import { chosenBy, elsewhere } from './planApply.ts';
import { NOTHING_CHOSEN, type Pinned } from './planChoices.ts';

const out: Pinned = { pin: 'OUT', meetingKey: 'first', personKey: null, startsAt: null };

describe('a change that would bring a meeting in', () => {
  it('is a choice where it is of money, or of what was chosen', () => {
    expect(chosenBy(sentenceOf('CHANGE_RAISE_LIMIT', [refOf('LIMIT', { amount: 250_000 })], { amount: 10_050 }), NOTHING_CHOSEN)).toEqual({ envelope: '2600.50' });
    expect(chosenBy(sentenceOf('CHANGE_DROP_PIN', [refOf('PIN', { pin: 'OUT', isChosen: true, meetingKey: 'first' })]), { ...NOTHING_CHOSEN, pins: [out] })).toEqual({ pins: [] });
    expect(chosenBy(sentenceOf('CHANGE_DROP_PIN', [refOf('PIN', { pin: 'GOES', personKey: 'nora' })]), NOTHING_CHOSEN)).toEqual({ pins: [{ pin: 'STAYS', meetingKey: null, personKey: 'nora', startsAt: null }] });
  });

  it('is made elsewhere where it is not', () => {
    const changes = [sentenceOf('CHANGE_DROP_PIN', [refOf('PIN', { pin: 'AT', meetingKey: 'first' })]), sentenceOf('CHANGE_EXCUSE_DAY_OFF', [refOf('MEETING')]), sentenceOf('CHANGE_OFFER_SERVICE', [refOf('TRAVEL')]), sentenceOf('CHANGE_LOWER_NEED', [refOf('NEED')]), sentenceOf('CHANGE_ALLOW_INTERPRETER')];
    expect(changes.map((change) => chosenBy(change, NOTHING_CHOSEN))).toEqual(changes.map(() => undefined));
    expect(changes.map(elsewhere)).toEqual(['MEETINGS', 'MEETINGS', 'TRAVEL', 'MISSION', undefined]);
  });
});
