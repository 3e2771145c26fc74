// @vitest-environment node
import { expect, it } from 'vitest';

import { NOTHING_CHOSEN, type Pinned } from './planChoices.ts';
import { areChoices, pinsSince } from './planKept.ts';

const PIN: Pinned = { pin: 'AT', meetingKey: 'first', personKey: null, startsAt: '2027-11-09T08:00:00.000Z' };
const CHOSEN = { ...NOTHING_CHOSEN, envelope: '2500', taken: ['PERHAPS'], pins: [PIN], former: { search: 'PlanSearch_1', as: 'CHEAPEST' }, goals: { ...NOTHING_CHOSEN.goals, points: { PROFIT: '3' }, limits: { FARE: '100' } } };

it('what was chosen is what the form takes, as it was kept', () => {
  expect([areChoices(NOTHING_CHOSEN), areChoices(JSON.parse(JSON.stringify(CHOSEN)))]).toEqual([true, true]);
});

it.each([
  ['nothing', null], ['something else', { envelope: '' }], ['more than the form has', { ...CHOSEN, other: '' }], ['no amount', { ...CHOSEN, envelope: 2500 }], ['no such pin', { ...CHOSEN, pins: [{ ...PIN, pin: 'HELD' }] }], ['a pin without a meeting or a person', { ...CHOSEN, pins: [{ pin: 'AT' }] }], ['pins that are none', { ...CHOSEN, pins: 'AT' }],
  ['no such plan', { ...CHOSEN, former: { search: 'PlanSearch_1', as: 'FASTEST' } }], ['no such goal', { ...CHOSEN, goals: { ...CHOSEN.goals, order: ['SPEED'] } }], ['points of no goal', { ...CHOSEN, goals: { ...CHOSEN.goals, points: { SPEED: '1' } } }], ['no limit', { ...CHOSEN, goals: { ...CHOSEN.goals, limits: { FARE: 100 } } }],
])('%s is not', (_, kept) => {
  expect(areChoices(kept)).toBe(false);
});

it('of what is fixed only what is new is tried', () => {
  const other = { ...PIN, meetingKey: 'third' };
  expect(pinsSince([PIN], [{ ...PIN }, other])).toEqual([other]);
  expect(pinsSince([PIN], [{ ...PIN, startsAt: null }])).toEqual([{ ...PIN, startsAt: null }]);
});
