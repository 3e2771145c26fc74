import { describe, expect, test } from 'vitest';
import { movedTo } from './moved-parts.ts';

const day = (...parts: string[]) => parts.map((part) => ({ uuid: part.split(' ')[0]!, starts: part.split(' ')[1]!, ends: part.split(' ')[2]! }));
const DAY = day('a 09:00 10:00', 'b 10:15 11:00', 'c 11:00 12:30', 'd 13:30 14:00');
const said = (parts: ReturnType<typeof day> | readonly ReturnType<typeof day>[number][] | undefined) => parts?.map(({ uuid, starts, ends }) => `${uuid} ${starts} ${ends}`);

describe('a part that moves to a place of its day', () => {
  test('changes places with those between, each as long as before, and the day begins and ends as it did', () => {
    expect(said(movedTo(DAY, 2, 0))).toEqual(['c 09:00 10:30', 'a 10:45 11:45', 'b 11:45 12:30', 'd 13:30 14:00']);
    expect(said(movedTo(DAY, 0, 1))).toEqual(['b 09:00 09:45', 'a 10:00 11:00', 'c 11:00 12:30', 'd 13:30 14:00']);
  });

  test('leaves those that are not between as they are', () => {
    expect(movedTo(DAY, 2, 0)![3]).toBe(DAY[3]);
  });

  test('stays where it is already', () => {
    expect(movedTo(DAY, 1, 1)).toEqual(DAY);
  });

  test.each<[string, ReturnType<typeof day>, number, number]>([
    ['is no place before the first', DAY, 0, -1], ['is none behind the last', DAY, 3, 4],
    ['is one held beside it in the way', day('a 09:00 10:00', 'b 09:30 11:00'), 1, 0],
    ['would it stand elsewhere, among those held beside each other', day('a 09:00 09:15', 'b 10:00 11:00', 'c 10:30 12:00'), 0, 1],
  ])('has nowhere to go: there %s', (_why, parts, from, to) => {
    expect(movedTo(parts, from, to)).toBeUndefined();
  });
});
