import { expect, test } from 'vitest';

import { canonicalText } from './canonical.ts';
import type { Problem } from './problem.ts';
import { ALL_NINE, WORKED } from './worked-example.fixture.ts';

const backwards = (problem: Problem): Problem => Object.fromEntries(Object.entries({
  ...problem, persons: [...problem.persons].reverse(), meetings: [...problem.meetings].reverse().map((one) => ({ ...one, needs: [...one.needs].reverse() })), travel: [...problem.travel].reverse(),
}).reverse()) as unknown as Problem;

test('one text for one problem, in whatever order it is written', () => {
  expect(canonicalText(backwards(WORKED))).toBe(canonicalText(WORKED));
  expect(JSON.parse(canonicalText(WORKED))).toMatchObject({ format: 'passerelle.problem', period: WORKED.period });
});

test('another text where the order says something, and for another problem', () => {
  const first = canonicalText(WORKED);
  expect(canonicalText({ ...WORKED, goals: [...WORKED.goals].reverse() })).not.toBe(first);
  expect(canonicalText({ ...WORKED, travel: WORKED.travel.map((one) => (one.type === 'SERVICE' ? { ...one, countries: [...one.countries].reverse() } : one)) })).not.toBe(first);
  expect(canonicalText({ ...WORKED, maxParties: 2 })).not.toBe(first);
  expect(canonicalText({ ...ALL_NINE, parties: ALL_NINE.parties.map((one) => ({ ...one, journeys: [...one.journeys].reverse() })) })).not.toBe(canonicalText(ALL_NINE));
});
