import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import AnswerForm from './AnswerForm.vue';
import type { AnswerInput, AnswerTold, Asked } from './useAnswers.ts';

let isDirty = (): boolean => false;
vi.mock('../core/editing/useUnsaved.ts', () => ({
  useUnsaved: (is: () => boolean) => {
    isDirty = is;
  },
}));
const perform = vi.fn<(version: number, input: AnswerInput) => Promise<AnswerTold | undefined>>();

const asked = (changes: Partial<Asked> = {}): Asked => ({ version: 1, fromOn: '2031-11-08', untilOn: '2031-11-09', answers: [], remark: null, remarkLocale: null, substitute: null, ...changes });
const open = (of = asked()): VueWrapper => mount(AnswerForm, { props: { asked: of, perform, isActing: false, failure: undefined, name: 'answer' }, global: { plugins: [i18n] } });
const choose = (form: VueWrapper, day: string, answer: string): Promise<void> => form.find(`input[name="answer-${day}"][value="${answer}"]`).setValue();
const told = (outcome: AnswerTold['outcome']): AnswerTold => ({ outcome, faults: [] });

async function send(form: VueWrapper, came?: AnswerTold): Promise<void> {
  perform.mockResolvedValueOnce(came);
  await form.find('form').trigger('submit');
  await flushPromises();
}

beforeEach(() => {
  perform.mockReset();
  return setLocale('en', ['availability', 'guard', 'prepare', 'substitutes']);
});

describe('an answer that is typed', () => {
  it('says of each day that it is missing until it is answered', async () => {
    const form = open();
    await send(form);
    expect([form.findAll('.field-error').length, form.find('[role="alert"]').exists(), perform.mock.calls.length]).toEqual([2, true, 0]);
    await choose(form, '2031-11-08', 'YES');
    expect([form.findAll('.field-error').length, form.find('[role="alert"]').exists()]).toEqual([1, true]);
    await choose(form, '2031-11-09', 'NO');
    expect([form.findAll('.field-error').length, form.find('[role="alert"]').exists()]).toEqual([0, false]);
  });

  it('is not saved as long as it is another one than what is stored', async () => {
    const form = open(asked({ answers: ['YES', 'NO'], remark: 'Late' }));
    expect(isDirty()).toBe(false);
    await choose(form, '2031-11-09', 'PERHAPS');
    expect(isDirty()).toBe(true);
    await choose(form, '2031-11-09', 'NO');
    expect(isDirty()).toBe(false);
  });

  it('overwrites what was stored meanwhile only after it was shown, the remark too', async () => {
    const form = open(asked({ answers: ['YES', 'YES'] }));
    // Read once more behind the form: what is typed is still of the version that it began with.
    await form.setProps({ asked: asked({ version: 2, answers: ['YES', 'NO'], remark: 'Kasnim', remarkLocale: 'hr' }) });
    await send(form, told('CONFLICT'));
    expect([perform.mock.calls[0]![0], form.emitted('outdated')?.length]).toEqual([1, 1]);
    expect(form.find('[lang="hr"]').text()).toBe('Kasnim');
    expect(form.findAll('fieldset')[1]!.text()).toContain('Saved: Not free');
    await send(form, told('DONE'));
    expect([perform.mock.calls[1]![0], form.emitted('stored')?.length]).toEqual([2, 1]);
  });

  it('asks who could come instead of whoever is not free on some day, and sends nobody for who is free each day', async () => {
    const form = open();
    const field = (): ReturnType<VueWrapper['find']> => form.find('input[maxlength="120"]');
    await choose(form, '2031-11-08', 'YES');
    await choose(form, '2031-11-09', 'PERHAPS');
    expect(field().exists()).toBe(false);
    await choose(form, '2031-11-09', 'NO');
    await field().setValue('Ana Primjer');
    await send(form, { outcome: 'INVALID', faults: [{ field: 'SUBSTITUTE', fault: 'HAS_CONTACT', day: null }] });
    expect([perform.mock.calls[0]![1].substitute, field().attributes('aria-invalid'), form.text().includes('Write a name alone')]).toEqual(['Ana Primjer', 'true', true]);
    await choose(form, '2031-11-09', 'YES');
    await send(form, told('DONE'));
    expect([field().exists(), perform.mock.calls[1]![1].substitute]).toEqual([false, '']);
  });
});
