import { flushPromises, mount } from '@vue/test-utils';
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { expect, test, vi } from 'vitest';
import { ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import DecideForm from './DecideForm.vue';
import EndForm from './EndForm.vue';
import type * as Requests from './useRequests.ts';

const { perform } = vi.hoisted(() => ({ perform: vi.fn(async () => ({ outcome: 'TOO_EARLY', faults: [], session: null })) }));
vi.mock('./useRequests.ts', async (original) => {
  const use = (): object => ({ perform, isActing: ref(false), failure: ref() });
  return { ...(await original<typeof Requests>()), useCloseRequest: use, useWithdrawRequest: use, useDecideRequest: use, useRequestResults: () => ({ data: ref(), isLoading: ref(false), failure: ref(), retry: vi.fn() }) };
});

/** What is said where it is too early for something. */
async function tooEarly(form: typeof EndForm | typeof DecideForm, props: object): Promise<string> {
  const shown = mount(form as typeof EndForm, { props: { request: { id: 'CooperationRequest_1', version: 1, texts: [] }, ...props } as never, global: { plugins: [i18n] }, attachTo: document.body });
  if (form === DecideForm) await shown.get('select').setValue('GRANTED');
  await shown.get('textarea').setValue('x');
  await shown.get('form').trigger('submit');
  await flushPromises();
  const said = shown.findAll('[role="alert"]').map((one) => one.text()).join(' ');
  shown.unmount();
  return said;
}

test('that it is too early to close a request is said of closing, and of answering where it is too early for that', async () => {
  await setLocale('en', ['needs', 'prepare', 'guard']);
  expect(await tooEarly(EndForm, { way: 'close' })).toBe('The request has not been answered yet. You can close it once it has been granted, in full or in part. Nothing was saved.');
  expect(await tooEarly(DecideForm, {})).toContain('The embassy is still being consulted.');
});

test.each(LOCALE_TAGS)('closing and answering have words of their own in %s', async (tag) => {
  await setLocale(tag, ['needs', 'prepare', 'guard']);
  const [closing, answering] = [await tooEarly(EndForm, { way: 'close' }), await tooEarly(DecideForm, {})];
  expect([closing, answering].every((said) => said.length > 40)).toBe(true);
  expect(closing).not.toBe(answering);
  // That nothing was saved is said in the same words.
  expect(closing.split('. ').at(-1)).toBe(answering.split('. ').at(-1));
});
