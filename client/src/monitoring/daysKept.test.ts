import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { ref } from 'vue';

import type * as Editing from '../core/editing/index.ts';
import { i18n, setLocale } from '../core/i18n/index.ts';
import CycleForm from './CycleForm.vue';
import type * as Monitoring from './useMonitoring.ts';

const { perform } = vi.hoisted(() => ({ perform: vi.fn() }));
vi.mock('./useMonitoring.ts', async (original) => ({ ...(await original<typeof Monitoring>()), useSaveCycle: () => ({ perform, isActing: ref(false), failure: ref() }) }));
vi.mock('../core/editing/index.ts', async (original) => ({ ...(await original<typeof Editing>()), useUnsaved: () => undefined }));

const CYCLE = {
  key: 'k', body: 'GRETA', round: 4, questionnaireOn: null, visitOn: '2027-03-02', draftReportOn: null, commentsOn: null, publicationOn: null, followUpOn: null, version: 1, isDemonstration: true, canChange: true,
  country: { id: 'Country_RS', code: 'RS' }, provenance: { source: 'A letter', sourceUrl: null, isVerified: false, checkedOn: null },
} as unknown as Monitoring.Cycle;
const shown = (): VueWrapper => mount(CycleForm, { props: { known: { id: 'RS', items: [CYCLE] }, country: 'RS', cycle: CYCLE }, global: { plugins: [i18n] }, attachTo: document.body });

async function send(form: VueWrapper): Promise<void> {
  await form.get('form').trigger('submit');
  await flushPromises();
}

beforeEach(async () => {
  perform.mockReset().mockResolvedValue({ outcome: 'DONE', faults: [], session: { id: 'RS', items: [CYCLE] } });
  await setLocale('en', ['costs', 'dates', 'guard', 'labels', 'monitoring', 'needs', 'prepare', 'travel']);
});

test('a day that is none, or half typed, is not sent as one that nobody knows: each is said at its field, and the first has the focus', async () => {
  const form = shown();
  await form.get('[data-field="visitOn"] .date-day input').setValue('31');
  await form.get('[data-field="visitOn"] .date-month select').setValue('4');
  await form.get('[data-field="CHECKED_ON"] .date-year input').setValue('2026');
  await send(form);
  expect(perform).not.toHaveBeenCalled();
  expect(['visitOn', 'commentsOn', 'CHECKED_ON'].map((field) => form.get(`[data-field="${field}"] .field-error`).text() !== '')).toEqual([true, false, true]);
  expect(form.get('[data-field="visitOn"]').element.contains(document.activeElement)).toBe(true);
  form.unmount();
});

test('what is emptied is sent as not known, and a day that is one as it is: the control', async () => {
  const form = shown();
  for (const part of ['.date-day input', '.date-month select', '.date-year input']) await form.get(`[data-field="visitOn"] ${part}`).setValue('');
  await form.get('[data-field="commentsOn"] .date-day input').setValue('30');
  await form.get('[data-field="commentsOn"] .date-month select').setValue('4');
  await form.get('[data-field="commentsOn"] .date-year input').setValue('2027');
  await send(form);
  expect(perform.mock.lastCall![2]).toEqual(expect.objectContaining({ visitOn: null, commentsOn: '2027-04-30', source: 'A letter' }));
  expect(form.emitted('stored')).toHaveLength(1);
  form.unmount();
});
