import { mount } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { nextTick, ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import AnswerForm from './AnswerForm.vue';

const act = vi.hoisted(() => vi.fn(async (..._given: unknown[]) => ({ answerEvaluation: { outcome: 'DONE' } })));
const isDirty = vi.hoisted(() => ({ now: (): boolean => false }));
vi.mock('./useEvaluation.ts', () => ({ useAnswerEvaluation: () => ({ act, isActing: ref(false), failure: ref() }) }));
// There is no route to leave.
vi.mock('../core/editing/index.ts', () => ({ useUnsaved: (is: () => boolean) => { isDirty.now = is; } }));

beforeEach(() => setLocale('en', ['evaluation', 'guard']));

test('what was chosen can be left out again, by keys too; nothing of it is sent', async () => {
  const form = mount(AnswerForm, { attachTo: document.body, props: { questions: ['OVERALL', 'USE'], secret: 'x' }, global: { plugins: [i18n] } });
  const button = () => form.findAll('button').find((one) => one.text().startsWith('Leave this question out'));
  expect([button(), isDirty.now()]).toEqual([undefined, false]);
  const [overall, use] = form.findAll('fieldset');
  await overall!.find('input').setValue();
  await use!.find('input').setValue();
  expect(isDirty.now()).toBe(true);
  await button()!.trigger('click');
  await nextTick();
  expect([overall!.findAll('input').some(({ element }) => element.checked), document.activeElement]).toEqual([false, overall!.find('input').element]);
  await form.trigger('submit');
  expect(act.mock.calls).toEqual([[{ secret: 'x', answers: [{ question: 'USE', choice: 'YES' }] }]]);
  form.unmount();
});
