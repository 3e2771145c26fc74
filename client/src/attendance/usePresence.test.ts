import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, nextTick, ref } from 'vue';

import type { Attendee, PresenceResult } from './useAttendance.ts';
import { type Presences, usePresence } from './usePresence.ts';

const DAY = '2026-11-26';
const ANA = { id: 'a', registration: 'Registration_a', presences: [{ day: DAY, state: 'ABSENT' }] } as unknown as Attendee;

interface Answer {
  readonly data?: { readonly recordPresence: { readonly results: readonly PresenceResult[] } };
  readonly error?: object;
}

let answer: (answer: Answer) => void;
const mutation = vi.fn(() => ({ toPromise: () => new Promise<Answer>((resolve) => (answer = resolve)) }));
const settled = async (given: Answer): Promise<void> => {
  answer(given);
  await new Promise((resolve) => setImmediate(resolve));
};
const result = (outcome: PresenceResult['outcome'], state: PresenceResult['state']): Answer =>
  ({ data: { recordPresence: { results: [{ outcome, registration: ANA.registration, day: state && DAY, state }] } } });

let page: { unmount: () => void };

function presences(isLate = false, askedAt = ref(0)): Presences {
  let given: Presences | undefined;
  const host = defineComponent({ setup: () => void (given = usePresence('S', () => new Date(`${DAY}T09:00:00Z`), isLate, askedAt)), render: () => null });
  page = mount(host, { global: { provide: { $urql: ref({ mutation }) } } });
  return given!;
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  page.unmount();
  mutation.mockClear();
});

describe('who is said to be there', () => {
  it('is shown at once, before the server has heard of it', () => {
    const { decide, stateOf, waits } = presences();
    decide(ANA.registration, DAY, 'PRESENT');
    expect([stateOf(ANA, DAY), waits(ANA, DAY), mutation.mock.calls.length]).toEqual(['PRESENT', true, 1]);
  });

  it.each([
    ['as it was before, where nothing came of it', 'TOO_LATE', null, 'ABSENT'],
    ['as somebody else has said meanwhile', 'SUPERSEDED', 'OPEN', 'OPEN'],
  ] as const)('is shown %s, and why', async (_how, outcome, state, shown) => {
    const { decide, stateOf, waits, refused, waiting } = presences();
    decide(ANA.registration, DAY, 'PRESENT');
    await settled(result(outcome, state));
    expect([stateOf(ANA, DAY), waits(ANA, DAY), waiting.value]).toEqual([shown, false, 0]);
    expect(refused.value).toEqual({ registration: ANA.registration, outcome });
  });

  it('stays for whoever decided it, where somebody else asks to whom the list is closed', async () => {
    const decided = [{ registration: ANA.registration, day: DAY, state: 'PRESENT', at: `${DAY}T09:00:00.000Z` }];
    localStorage.setItem('presence:S', JSON.stringify(decided));
    const { refused, waiting } = presences(true);
    await settled(result('GONE', null));
    expect([refused.value?.outcome, waiting.value, mutation.mock.calls.length, JSON.parse(localStorage.getItem('presence:S')!)]).toEqual(['GONE', 1, 1, decided]);
    page.unmount();
    presences();
    await settled(result('GONE', null));
    expect(localStorage.getItem('presence:S')).toBeNull();
  });

  it('stays once it is recorded', async () => {
    const { decide, stateOf, waits, refused } = presences();
    decide(ANA.registration, DAY, 'PRESENT');
    await settled(result('DONE', 'PRESENT'));
    expect([stateOf(ANA, DAY), waits(ANA, DAY), refused.value]).toEqual(['PRESENT', false, undefined]);
  });

  it('is in the list that is kept once it is recorded, and gives way to a list that was asked for later', async () => {
    const askedAt = ref(0);
    const { decide, stateOf, withRecorded, recordings } = presences(false, askedAt);
    expect(withRecorded(ANA)).toBe(ANA);
    decide(ANA.registration, DAY, 'PRESENT');
    await settled(result('DONE', 'PRESENT'));
    expect([recordings.value, withRecorded(ANA).presences]).toEqual([1, [{ day: DAY, state: 'PRESENT' }]]);
    askedAt.value = 0.5;
    await nextTick();
    expect(stateOf(ANA, DAY)).toBe('PRESENT');
    askedAt.value = performance.now();
    await nextTick();
    expect([stateOf(ANA, DAY), withRecorded(ANA)]).toEqual(['ABSENT', ANA]);
  });

  it('waits where it could not be sent, and says so', async () => {
    const { decide, stateOf, waits, isOffline, failure } = presences();
    decide(ANA.registration, DAY, 'PRESENT');
    await settled({ error: { networkError: new TypeError('Failed to fetch'), graphQLErrors: [] } });
    expect([stateOf(ANA, DAY), waits(ANA, DAY), isOffline.value, failure.value]).toEqual(['PRESENT', true, true, undefined]);
  });
});
