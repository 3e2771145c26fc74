import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { ref } from 'vue';

import type * as Editing from '../core/editing/index.ts';
import { i18n, setLocale } from '../core/i18n/index.ts';
import DecideForm from './DecideForm.vue';
import type * as Requests from './useRequests.ts';

const { perform, kept } = vi.hoisted(() => ({ perform: vi.fn(), kept: { isDirty: (): boolean => false } }));
vi.mock('./useRequests.ts', async (original) => ({ ...(await original<typeof Requests>()), useDecideRequest: () => ({ perform, isActing: ref(false), failure: ref() }) }));
vi.mock('../core/editing/index.ts', async (original) => ({ ...(await original<typeof Editing>()), useUnsaved: (isDirty: () => boolean) => void (kept.isDirty = isDirty) }));

const shown = (): VueWrapper => mount(DecideForm, { props: { request: { id: 'CooperationRequest_1', version: 1, texts: [{ locale: 'sq', isSource: true }] } as never }, global: { plugins: [i18n] }, attachTo: document.body });

beforeEach(() => setLocale('en', ['needs', 'prepare', 'guard']));

test('the decision, a finding and the reasons count each as typed', async () => {
  for (const [field, value] of [['select', 'GRANTED'], ['fieldset select', 'NOT_MET'], ['textarea', 'Two days']] as const) {
    const form = shown();
    expect(kept.isDirty()).toBe(false);
    await form.get(field).setValue(value);
    expect([field, kept.isDirty()]).toEqual([field, true]);
    form.unmount();
  }
});

test('what is wrong with the criteria is said at these, not at the reasons', async () => {
  perform.mockResolvedValue({ outcome: 'INVALID', faults: [{ field: 'NOT_MET', fault: 'REPEATED', maximum: null }], session: null });
  const form = shown();
  await form.get('select').setValue('GRANTED');
  await form.get('textarea').setValue('Two days');
  await form.get('form').trigger('submit');
  await flushPromises();
  const criteria = form.get('fieldset');
  const fault = form.get(`[id="${criteria.attributes('aria-describedby')!}"]`);
  expect([criteria.get('legend').text(), criteria.element.contains(fault.element), fault.text() !== '', form.find('textarea[aria-invalid]').exists()]).toEqual(['Criteria', true, true, false]);
  expect(document.activeElement).toBe(criteria.get('select').element);
  form.unmount();
});

test('the answer is said to be in the language in which it is written, and the page says in which the request was', async () => {
  perform.mockClear().mockResolvedValue(undefined);
  const form = shown();
  expect(form.text()).toContain('The request is written in this language: shqip');
  await form.get('select').setValue('GRANTED');
  const language = form.findAll('select').find((one) => one.find('option[value="sq"]').exists())!;
  await language.setValue('sq');
  expect([form.get('textarea').attributes('lang'), form.text().includes('The request is written in')]).toEqual(['sq', false]);
  await form.get('textarea').setValue('Dy ditë');
  await form.get('form').trigger('submit');
  expect(perform).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ reason: 'Dy ditë', reasonLocale: 'sq' }));
  form.unmount();
});
