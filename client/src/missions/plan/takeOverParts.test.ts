import { expect, test } from 'vitest';

import { plainText } from './planParts.ts';
import { endsOffer, takeOverRows, type TakeOverWords } from './takeOverParts.ts';
import type { TakeOverLine, TakeOverState } from './useTakeOver.ts';

const NOTHING: TakeOverState = { from: null, until: null, personKeys: [], part: null, fromCity: null, toCity: null, mode: null, carrier: null, costKind: null, cents: null, currency: null, isLodgingProvided: null, lunches: null, dinners: null };
const line = (part: TakeOverLine['part'], becomes: TakeOverLine['becomes'], before: Partial<TakeOverState> | null): TakeOverLine => ({ part, becomes, legKey: null, meetingKey: null, personKey: null, before: before && { ...NOTHING, ...before }, after: null });
const words = { names: { person: (key: string) => key }, provided: { lodging: 'Lodging', lunches: 'Lunches', dinners: 'Dinners' }, count: String, wall: (day: string) => `on ${day}`, span: () => '' } as unknown as TakeOverWords;
const before = (...lines: readonly TakeOverLine[]): string[] => takeOverRows(lines, words).changed.map((row) => plainText(row.before));

test('what hosts provide is said with how many meals; what they do not provide is not said', () => {
  expect(before(line('PROVIDED', 'LOST', { isLodgingProvided: true, lunches: 2, dinners: 0 }), line('PROVIDED', 'LOST', { isLodgingProvided: false, lunches: 0, dinners: 1 }))).toEqual(['Lodging · Lunches 2', 'Dinners 1']);
});

test('the last day on which a host can answer is said, and that an offer ends with it; of one that stays it is not: the control', () => {
  const offer = line('SLOTS', 'LOST', { until: '2027-11-01' });
  expect([before(offer), endsOffer([offer]), endsOffer([{ ...offer, becomes: 'KEPT' }]), endsOffer([line('STAY', 'LOST', {})])]).toEqual([['on 2027-11-01'], true, false, false]);
});
