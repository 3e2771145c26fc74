import { flushPromises, mount } from '@vue/test-utils';
import { computed, ref } from 'vue';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import { i18n, setLocale } from '../core/i18n/index.ts';
import AttendanceGate from './AttendanceGate.vue';

const sending = vi.fn<(session: string) => void>();
const isSignedIn = ref(true);
vi.mock('../accounts/presence.ts', async (original) => ({ ...(await original<typeof import('../accounts/presence.ts')>()), get isSignedIn() { return isSignedIn; } }));
vi.mock('./useAttendance.ts', () => ({
  useSessionAttendance: () => ({ data: computed(() => ({ trainingSession: { title: { text: 'x', locale: 'en', isFallback: false }, attendance: null } })), isLoading: computed(() => false), failure: computed(() => undefined), retry: () => undefined }),
}));
vi.mock('./usePresence.ts', () => ({
  usePresence(session: string) {
    sending(session);
    return { waiting: ref(2), refused: ref({ registration: 'Registration_1', outcome: 'GONE' }), failure: ref(), isOffline: ref(false) };
  },
}));

const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }, { path: '/sign-in', name: 'sign-in', component: {} }, { path: '/trainings/:id', name: 'training', component: {} }] });

async function draw(): Promise<string> {
  const page = mount(AttendanceGate, { props: { id: 'TrainingSession_1', title: 'x' }, global: { plugins: [i18n, router] } });
  await flushPromises();
  return page.text();
}

beforeEach(() => {
  sending.mockReset();
  return setLocale('en', ['conditions', 'registrations']);
});

describe('a session whose list is for who asks no longer', () => {
  it('has what still waits on their telephone sent, and says what was not recorded without a name that it does not know', async () => {
    isSignedIn.value = true;
    const told = await draw();
    expect(sending.mock.calls).toEqual([['TrainingSession_1']]);
    expect(told).toContain(i18n.global.t('attendance.notTheirs'));
    expect(told).toContain(i18n.global.t('attendance.waiting', { count: '2' }));
    expect(told).not.toContain(`: ${i18n.global.t('attendance.outcome.GONE')}`);
  });

  it('sends nothing for who is not signed in', async () => {
    isSignedIn.value = false;
    await draw();
    expect(sending.mock.calls).toEqual([]);
  });
});
