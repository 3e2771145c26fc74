/** In what a plan differs from the one that it was to stay near to. */
import type { Plan } from '@passerelle/shared/planning.ts';
import { describe, expect, test } from 'vitest';
import { formerOf } from '../planner/problem/former.ts';
import type { MissionFacts } from '../planner/problem/facts.ts';
import { showFormer } from './show-former.ts';

const plan = (...meetings: readonly (readonly [key: string, startsAt: number, ...people: string[]])[]): Plan => ({
  format: 'passerelle.plan', version: 1, parties: [{ id: 'all', journeys: [] }], team: [...new Set(meetings.flatMap(([, , ...people]) => people))].map((personId) => ({ personId, partyId: 'all', as: [], journeys: [] })), meetings: meetings.map(([meetingId, startsAt, ...people]) => ({ meetingId, startsAt, attends: people.map((personId) => ({ personId, as: [] })), interpreted: [{ needId: 'n', interpreterId: 'i' }] })),
});
const FORMER = plan(['a', 1, 'nora'], ['b', 2, 'nora', 'ivo'], ['c', 3, 'ivo']);
const facts = (meetings: readonly string[], persons: readonly string[]) => ({ meetings: meetings.map((key) => ({ key })), persons: persons.map((key) => ({ key })) }) as unknown as Pick<MissionFacts, 'meetings' | 'persons'>;

describe('the changes', () => {
  test('are what is added, dropped, moved, and where others are; each counts', () => {
    expect(showFormer(plan(['d', 9, 'ivo'], ['b', 5, 'nora'], ['c', 3, 'ivo']), FORMER)).toEqual({ count: 4, added: ['d'], dropped: ['a'], moved: ['b'], attended: ['b'] });
  });

  test('are none where it is the same, and null where there is no former plan', () => {
    expect(showFormer(plan(['c', 3, 'ivo'], ['b', 2, 'ivo', 'nora'], ['a', 1, 'nora']), FORMER)).toEqual({ count: 0, added: [], dropped: [], moved: [], attended: [] });
    expect(showFormer(FORMER, null)).toBeNull();
  });
});

describe('the former plan in a problem', () => {
  test('has meetings, people and journeys that are still there, and nobody else', () => {
    const former = formerOf(facts(['a', 'b'], ['nora']), { former: FORMER })!;
    expect(former.meetings.map(({ meetingId, startsAt, attends }) => [meetingId, startsAt, attends])).toEqual([['a', 1, [{ personId: 'nora', as: [] }]], ['b', 2, [{ personId: 'nora', as: [] }]]]);
    expect([JSON.stringify(former).includes('ivo'), former.parties, former.team.map(({ personId }) => personId)]).toEqual([false, FORMER.parties, ['nora']]);
    expect(formerOf(facts(['a'], ['nora']), { former: null })).toBeNull();
  });
});
