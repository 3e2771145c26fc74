/** What the page to register oneself tells a visitor of a session: no more than its own page. */
import { mount, RouterLinkStub } from '@vue/test-utils';
import { beforeAll, expect, test, vi } from 'vitest';
import { ref } from 'vue';

import type { Failure } from '../core/api/index.ts';
import { i18n, setLocale } from '../core/i18n/index.ts';
import MyselfForVisitors from './MyselfForVisitors.vue';

const answer = vi.hoisted(() => ({ of: (): unknown => undefined }));
vi.mock('./useOneself.ts', () => ({ useSessionForVisitors: () => answer.of() }));

type Session = { readonly needsNomination: boolean; readonly state: string };

const session = (needsNomination: boolean, state = 'OPEN'): Session => ({ needsNomination, state });

function told(trainingSession: Session | null, failure?: Partial<Failure>): string {
  answer.of = () => ({
    data: ref(failure ? undefined : { trainingSession: trainingSession && { id: 'TrainingSession_1', title: { text: 'A session', locale: 'en', isFallback: false }, ...trainingSession } }),
    isLoading: ref(false), failure: ref(failure), retry: vi.fn(),
  });
  return mount(MyselfForVisitors, { props: { id: 'TrainingSession_1' }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub }, mocks: { $route: { fullPath: '/en' } } } }).text();
}

const NOMINATED = 'An organisation or an authority nominates those who take part.';
const TO_ALL = 'whoever has an account may also register themselves';

beforeAll(() => setLocale('en', ['registrations', 'trainingPages']));

test('of one to which people are nominated, that they are, in the words of its page', () => {
  expect(told(session(true))).toContain(NOMINATED);
  expect(told(session(true))).not.toContain(TO_ALL);
});

test('of one that is open to all, that it is', () => {
  expect(told(session(false))).toContain(TO_ALL);
  expect(told(session(false))).not.toContain(NOMINATED);
});

test('of one that takes no registrations, that it takes none, whoever could have come', () => {
  expect(told(session(true, 'CLOSED'))).toBe(told(session(false, 'CLOSED')));
  expect(told(session(false, 'CLOSED'))).toContain('takes no registrations any more');
});

test('of one that they may not see, what they are told where there is none', () => {
  const none = told(null);
  expect(none).toContain('Nothing is at this address');
  for (const words of [NOMINATED, TO_ALL, 'A session']) expect(none).not.toContain(words);
  expect(told(null, { code: 'BAD_USER_INPUT' })).toBe(none);
});
