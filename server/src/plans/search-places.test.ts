/** Who searches when: a plan before what is said of another, whoever has waited longer before who comes later. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Place, SearchPlaces } from './search-places.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** What a place has heard of its turns, in their order. */
function heard(place: Place): readonly boolean[] {
  const turns: boolean[] = [];
  place.listen((goes) => turns.push(goes));
  return turns;
}

test('who waits longest for a plan has the next place: nobody who comes later overtakes them, unless they do not ask again', () => {
  const places = new SearchPlaces();
  const first = places.take('first', 'PLAN')!;
  expect([places.take('second', 'PLAN'), places.take('third', 'PLAN')]).toEqual([undefined, undefined]);
  first.giveBack();
  expect([places.take('newcomer', 'PLAN'), places.take('third', 'PLAN')]).toEqual([undefined, undefined]);
  const second = places.take('second', 'PLAN')!;
  second.giveBack();
  expect(places.take('newcomer', 'PLAN')).toBeUndefined();
  places.take('third', 'PLAN')!.giveBack();
  vi.advanceTimersByTime(10_001);
  expect(places.take('latest', 'PLAN')).toBeDefined();
});

test('a search that only explains its plan any longer is set aside while another plan is looked for, and goes on once that is found', () => {
  const places = new SearchPlaces();
  const explains = places.take('explains', 'PLAN')!;
  const turns = heard(explains);
  expect(places.take('asks', 'PLAN')).toBeUndefined();
  explains.settle();
  const asks = places.take('asks', 'PLAN')!;
  expect(turns).toEqual([false]);
  const others = heard(asks);
  asks.settle();
  expect([turns, others]).toEqual([[false, true], [false]]);
  explains.giveBack();
  expect(others).toEqual([false, true]);
});

test('whoever is set aside before they listen hears it at once', () => {
  const places = new SearchPlaces();
  const explains = places.take('explains', 'MORE')!;
  places.take('asks', 'PLAN');
  expect(heard(explains)).toEqual([false]);
});

test('there are two at once at most, and what is said of a plan waits until nobody has a place, and until nobody waits for a plan', () => {
  const places = new SearchPlaces();
  const one = places.take('one', 'PLAN')!;
  one.settle();
  expect(places.take('curve', 'MORE')).toBeUndefined();
  const two = places.take('two', 'PLAN')!;
  two.settle();
  expect(places.take('three', 'PLAN')).toBeUndefined();
  one.giveBack();
  two.giveBack();
  expect(places.take('curve', 'MORE')).toBeUndefined();
  places.take('three', 'PLAN')!.giveBack();
  expect(places.take('curve', 'MORE')).toBeDefined();
});

test('a place that is given back twice is given back once', () => {
  const places = new SearchPlaces();
  const one = places.take('one', 'PLAN')!;
  one.giveBack();
  const two = places.take('two', 'PLAN');
  one.giveBack();
  expect([two !== undefined, places.take('three', 'PLAN')]).toEqual([true, undefined]);
});

test('whoever is told of changes learns whether a plan is looked for', () => {
  const told: boolean[] = [];
  const places: SearchPlaces = new SearchPlaces(() => told.push(places.isUrgent));
  const one = places.take('one', 'PLAN')!;
  one.settle();
  one.settle();
  one.giveBack();
  expect(told).toEqual([true, false, false]);
});
