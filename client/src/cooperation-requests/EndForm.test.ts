import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { ref } from 'vue';

import type * as Editing from '../core/editing/index.ts';
import { format, i18n, setLocale } from '../core/i18n/index.ts';
import EndForm from './EndForm.vue';
import type * as Requests from './useRequests.ts';

const { perform, kept } = vi.hoisted(() => ({ perform: vi.fn(), kept: { isDirty: (): boolean => false } }));
const RESULTS = {
  trainingSessions: { nodes: [{ id: 'TrainingSession_1', startsAt: '2027-03-05T08:00:00.000Z', timeZone: 'Europe/Paris', title: { text: 'Enquêtes', locale: 'fr' } }] },
  missions: { nodes: [{ id: 'Mission_1', startsOn: '2027-03-05', endsOn: '2027-03-06', title: { text: 'Tournée', locale: 'fr' } }] },
};
vi.mock('./useRequests.ts', async (original) => ({
  ...(await original<typeof Requests>()),
  useCloseRequest: (came: () => unknown) => ({ perform: (_request: unknown, reason: string) => perform(reason, came()), isActing: ref(false), failure: ref() }),
  useWithdrawRequest: () => ({ perform, isActing: ref(false), failure: ref() }),
  useRequestResults: () => ({ data: ref(RESULTS), isLoading: ref(false), failure: ref(), retry: vi.fn() }),
}));
vi.mock('../core/editing/index.ts', async (original) => ({ ...(await original<typeof Editing>()), useUnsaved: (isDirty: () => boolean) => void (kept.isDirty = isDirty) }));

const shown = (way: 'close' | 'withdraw' = 'close'): VueWrapper => mount(EndForm, { props: { request: { id: 'CooperationRequest_1', version: 2 } as never, way }, global: { plugins: [i18n] }, attachTo: document.body });

beforeEach(() => setLocale('en', ['needs', 'prepare', 'guard']));

test('what came of a request is chosen where it is closed, counts as typed, and is sent with what was done', async () => {
  perform.mockResolvedValue({ outcome: 'DONE', faults: [], session: { id: 'CooperationRequest_1' } });
  const form = shown();
  const [session, mission] = form.findAll('select');
  expect([session!.findAll('option').map((one) => one.text()), kept.isDirty()]).toEqual([['None', `Enquêtes · ${format.value.date('2027-03-05')}`], false]);
  await session!.setValue('TrainingSession_1');
  expect(kept.isDirty()).toBe(true);
  await mission!.setValue('Mission_1');
  await form.get('textarea').setValue('Two days');
  await form.get('form').trigger('submit');
  await flushPromises();
  expect([perform.mock.lastCall, form.emitted('stored')!.length, kept.isDirty()]).toEqual([['Two days', { session: 'TrainingSession_1', mission: 'Mission_1' }], 1, false]);
  form.unmount();
  expect(shown('withdraw').find('select').exists()).toBe(false);
});

test('what is wrong with the session is said at the session, and what was chosen stays', async () => {
  perform.mockResolvedValue({ outcome: 'INVALID', faults: [{ field: 'SESSION', fault: 'NOT_HERE', maximum: null }], session: null });
  const form = shown();
  await form.get('select').setValue('TrainingSession_1');
  await form.get('form').trigger('submit');
  await flushPromises();
  const [session, mission] = form.findAll('select');
  expect([session!.attributes('aria-invalid'), mission!.attributes('aria-invalid'), form.find('textarea[aria-invalid]').exists(), (session!.element as HTMLSelectElement).value]).toEqual(['true', undefined, false, 'TrainingSession_1']);
  form.unmount();
});
