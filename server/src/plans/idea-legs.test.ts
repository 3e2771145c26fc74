/** The legs of an idea: each visit of a city is one, so that who comes back is in another. */
import { expect, test } from 'vitest';
import { visitsOf } from './idea-legs.ts';

test('meetings of a city with one elsewhere between them are of two visits, whatever their order in the plan', () => {
  const at = (meetingId: string, startsAt: number) => ({ meetingId, startsAt });
  const visits = visitsOf([at('a3', 30), at('a1', 1), at('b1', 20), at('a2', 2)], (meeting) => meeting[0]!);
  expect(['a1', 'a2', 'b1', 'a3'].map((meeting) => Object.values(visits.get(meeting)!))).toEqual([['a', 1], ['a', 1], ['b', 1], ['a', 2]]);
});
