import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { ref } from 'vue';

import type * as Editing from '../core/editing/index.ts';
import { i18n, setLocale } from '../core/i18n/index.ts';
import EntryForm from './EntryForm.vue';
import type * as FollowUp from './useFollowUp.ts';

const { perform } = vi.hoisted(() => ({ perform: vi.fn() }));
vi.mock('./useFollowUp.ts', async (original) => ({ ...(await original<typeof FollowUp>()), useEnterProgress: () => ({ perform, isActing: ref(false), failure: ref() }) }));
vi.mock('../core/editing/index.ts', async (original) => ({ ...(await original<typeof Editing>()), useUnsaved: () => undefined }));

const FOLLOWED = { id: 'Recommendation_rs-r2-16', progress: [] };
const THEIRS = { ...FOLLOWED, progress: [{ key: '1' }] };
const shown = (): VueWrapper => mount(EntryForm, { props: { followed: FOLLOWED as never }, global: { plugins: [i18n] }, attachTo: document.body });

beforeEach(async () => {
  perform.mockReset();
  await setLocale('en', ['dates', 'followUp', 'guard', 'needs', 'prepare', 'standings']);
});

async function type(form: VueWrapper): Promise<void> {
  await form.get('[data-field="STATUS"] select').setValue('UNDER_WAY');
  await form.get('.date-day input').setValue('1');
  await form.get('.date-month select').setValue('11');
  await form.get('.date-year input').setValue('2026');
  await form.get('textarea').setValue('A draft law.');
}

test('nothing is sent as long as something is missing, and the first such field has the focus', async () => {
  const form = shown();
  await form.get('form').trigger('submit');
  await flushPromises();
  expect(perform).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(form.get('select').element);
  form.unmount();
});

test('where somebody else was faster what was typed stays, theirs is shown, and it is sent again under a new key; what failed is under the same', async () => {
  perform.mockResolvedValueOnce(undefined).mockResolvedValue({ outcome: 'CONFLICT', faults: [], session: THEIRS });
  const form = shown();
  await type(form);
  await form.get('form').trigger('submit');
  await flushPromises();
  expect(form.emitted('changed')).toBeUndefined();
  await form.get('form').trigger('submit');
  await flushPromises();
  expect(form.emitted('changed')).toEqual([[THEIRS]]);
  expect([form.get('textarea').element.value, form.text().includes('Somebody else has made an entry')]).toEqual(['A draft law.', true]);
  perform.mockResolvedValue({ outcome: 'DONE', faults: [], session: THEIRS });
  await form.setProps({ followed: THEIRS as never });
  await form.get('form').trigger('submit');
  await flushPromises();
  const [failed, first, second] = perform.mock.calls as [[unknown, string, object], [unknown, string, object], [unknown, string, object]];
  expect([failed[1] === first[1], first[1] === second[1]]).toEqual([true, false]);
  expect([second[0], second[2]]).toEqual([THEIRS, { sourceLocale: 'en', status: 'UNDER_WAY', asOf: '2026-11-01', seen: 'A draft law.', links: [] }]);
  expect(form.emitted('stored')).toEqual([[THEIRS]]);
  form.unmount();
});

test('what is wrong is said at its field', async () => {
  perform.mockResolvedValue({ outcome: 'INVALID', faults: [{ field: 'AS_OF', fault: 'TO_COME', maximum: null, position: null }], session: null });
  const form = shown();
  await type(form);
  await form.get('form').trigger('submit');
  await flushPromises();
  expect(form.get('[data-field="AS_OF"]').text()).toContain('This day is still to come.');
  form.unmount();
});
