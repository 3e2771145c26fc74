import { describe, expect, it } from 'vitest';

import { refOf, sentenceOf } from './plan.fixture.ts';
import { chosenBy, elsewhere } from './planApply.ts';
import { type Choices, NOTHING_CHOSEN, type Pinned, planChoices } from './planChoices.ts';

const pin = (kind: Pinned['pin'], meetingKey: string | null, personKey: string | null = null, startsAt: string | null = null): Pinned => ({ pin: kind, meetingKey, personKey, startsAt });
const LEFT_OUT = { meetingKey: 'first', envelopeCents: 250_000 };
const kept = pin('IN', 'first');
const chosen = (changes: Partial<Choices>): Choices => ({ ...NOTHING_CHOSEN, ...changes });
const raise = sentenceOf('CHANGE_RAISE_LIMIT', [refOf('LIMIT', { amount: 250_000 })], { amount: 10_050 });
const raiseFares = sentenceOf('CHANGE_RAISE_LIMIT', [refOf('LIMIT', { amount: 50_000, costKind: 'FARE' })], { amount: 20_000 });
const widen = sentenceOf('CHANGE_MORE_COUNTRIES', [refOf('BOUND', { bound: 'COUNTRIES', amount: 2 })], { amount: 1 });

describe('a change that would bring a meeting in', () => {
  it('is a choice where it is of money, of how many countries, or of what was chosen, and the meeting is in with it', () => {
    expect(chosenBy(raise, NOTHING_CHOSEN, LEFT_OUT)).toEqual({ envelope: '2600.50', pins: [kept] });
    expect(chosenBy(widen, chosen({ countries: '2' }), LEFT_OUT)).toEqual({ countries: '3', pins: [kept] });
    expect(chosenBy(sentenceOf('CHANGE_DROP_PIN', [refOf('PIN', { pin: 'OUT', isChosen: true, meetingKey: 'first' })]), chosen({ pins: [pin('OUT', 'first')] }), LEFT_OUT)).toEqual({ pins: [kept] });
    expect(chosenBy(sentenceOf('CHANGE_DROP_PIN', [refOf('PIN', { pin: 'OUT', isChosen: true, meetingKey: 'third' })]), chosen({ pins: [pin('OUT', 'third')] }), LEFT_OUT)).toEqual({ pins: [kept] });
  });

  it('keeps somebody of the team at home, also where it is made twice', () => {
    const drop = sentenceOf('CHANGE_DROP_PIN', [refOf('PIN', { pin: 'GOES', personKey: 'nora' })]);
    const once = chosenBy(drop, NOTHING_CHOSEN, LEFT_OUT)!;
    expect(once).toEqual({ pins: [pin('STAYS', null, 'nora'), kept] });
    expect(chosenBy(drop, chosen(once), LEFT_OUT)!.pins).toEqual(expect.arrayContaining([pin('STAYS', null, 'nora'), kept]));
  });

  it('takes the place of what left the meeting out, and leaves an hour of it that is fixed, which has it in as well', () => {
    const at = pin('AT', 'first', null, '2027-11-09T08:00:00.000Z');
    expect([chosenBy(raise, chosen({ pins: [pin('OUT', 'first')] }), LEFT_OUT)!.pins, chosenBy(raise, chosen({ pins: [at] }), LEFT_OUT)!.pins]).toEqual([[kept], [at]]);
  });

  it('is one step, which is taken back as one', () => {
    const choices = planChoices();
    choices.choose(chosenBy(raise, choices.now.value, LEFT_OUT)!);
    expect(choices.now.value).toMatchObject({ envelope: '2600.50', pins: [kept] });
    choices.undo();
    expect([choices.now.value, choices.canUndo.value]).toEqual([NOTHING_CHOSEN, false]);
  });

  it('lowers nothing that is typed: a smaller raise leaves a larger one, and an empty field what it allows', () => {
    expect([chosenBy(raise, chosen({ envelope: '3 000' }), LEFT_OUT)!.envelope, chosenBy(raise, chosen({ envelope: '2 550' }), LEFT_OUT)!.envelope, chosenBy(raise, chosen({ envelope: 'much' }), LEFT_OUT)!.envelope]).toEqual(['3 000', '2600.50', '2600.50']);
    expect([chosenBy(raise, NOTHING_CHOSEN, { ...LEFT_OUT, envelopeCents: 400_000 })!.envelope, chosenBy(raise, NOTHING_CHOSEN, { ...LEFT_OUT, envelopeCents: null })!.envelope]).toEqual(['', '']);
    const fares = (typed: string | undefined) => chosenBy(raiseFares, chosen({ goals: { ...NOTHING_CHOSEN.goals, limits: typed === undefined ? {} : { FARE: typed, ALLOWANCE: '5' } } }), LEFT_OUT)!.goals!.limits;
    expect([fares('500'), fares('900'), fares(undefined).FARE]).toEqual([{ FARE: '700', ALLOWANCE: '5' }, { FARE: '900', ALLOWANCE: '5' }, '']);
    expect(['2', '5', '', 'many'].map((countries) => chosenBy(widen, chosen({ countries }), LEFT_OUT)!.countries)).toEqual(['3', '5', '', '3']);
  });

  it('is made elsewhere where it is no choice', () => {
    const changes = [sentenceOf('CHANGE_DROP_PIN', [refOf('PIN', { pin: 'AT', meetingKey: 'first' })]), sentenceOf('CHANGE_EXCUSE_DAY_OFF', [refOf('MEETING')]), sentenceOf('CHANGE_OFFER_SERVICE', [refOf('TRAVEL')]), sentenceOf('CHANGE_LOWER_NEED', [refOf('NEED')]), sentenceOf('CHANGE_ALLOW_INTERPRETER')];
    expect(changes.map((change) => chosenBy(change, NOTHING_CHOSEN, LEFT_OUT))).toEqual(changes.map(() => undefined));
    expect(changes.map(elsewhere)).toEqual(['MEETINGS', 'MEETINGS', 'TRAVEL', 'MISSION', undefined]);
  });
});
