import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { computed } from 'vue';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import QuestionTranslations from './QuestionTranslations.vue';
import type { Form, Question, QuestionAnswer } from './useQuestions.ts';

const perform = vi.fn<(session: string, of: object, texts: object) => Promise<QuestionAnswer | undefined>>();
vi.mock('../core/editing/useUnsaved.ts', () => ({ useUnsaved: () => undefined }));
vi.mock('./useQuestions.ts', () => ({ useTranslateQuestion: () => ({ perform, isActing: computed(() => false), failure: computed(() => undefined) }) }));

/** A question in French, with what is said of it in English. */
const question = (version: number, label?: string, choice = ''): Question => ({
  id: 'FormQuestion_1', key: 'k', kind: 'CHOICE', version,
  texts: [{ locale: 'fr', isSource: true, isOutdated: false, label: 'Quel groupe ?', help: null }, ...(label === undefined ? [] : [{ locale: 'en', isSource: false, isOutdated: false, label, help: null }])],
  choices: [{ code: 'constructor', texts: [{ locale: 'fr', label: 'Le premier' }, ...(choice ? [{ locale: 'en', label: choice }] : [])] }],
}) as unknown as Question;
const form = (one: Question): Form => ({ id: 'TrainingSession_1', questions: [one] }) as unknown as Form;
const answer = (outcome: QuestionAnswer['outcome'], one: Question): QuestionAnswer => ({ outcome, faults: [], session: form(one) }) as unknown as QuestionAnswer;

/** The form with English chosen, and what is typed in it. */
async function translating(typed: { label: string; choice?: string }): Promise<VueWrapper> {
  const start = question(1);
  const page: VueWrapper = mount(QuestionTranslations, {
    props: { session: form(start), question: start, onStored: (stored: Form) => void page.setProps({ session: stored, question: stored.questions[0]! }) }, global: { plugins: [i18n] },
  });
  await page.find('select').setValue('en');
  await page.find('input').setValue(typed.label);
  if (typed.choice) await page.findAll('input')[1]!.setValue(typed.choice);
  return page;
}

async function send(page: VueWrapper, came: QuestionAnswer | undefined): Promise<void> {
  perform.mockResolvedValueOnce(came);
  await page.find('form').trigger('submit');
  await flushPromises();
}

const values = (page: VueWrapper): string[] => page.findAll('input').map(({ element }) => element.value);

beforeEach(() => {
  perform.mockReset();
  return setLocale('en', ['conditions', 'guard', 'prepare', 'questions']);
});

describe('a question in another language', () => {
  it('stays as it was typed when nothing comes of sending it', async () => {
    const page = await translating({ label: 'Which group?' });
    await send(page, undefined);
    expect(values(page)).toEqual(['Which group?', '']);
    expect(perform.mock.calls[0]![2]).toEqual({ locale: 'en', label: 'Which group?', help: '', choices: [{ code: 'constructor', label: '' }] });
  });

  it('that somebody else has said meanwhile is shown beside what was typed, and taken by a button', async () => {
    const page = await translating({ label: 'Which group?' });
    await send(page, answer('CONFLICT', question(2, 'In which group?')));
    expect(page.find('[role="alert"] .typed-text').text()).toBe('In which group?');
    expect(page.text()).toContain('Somebody else has changed this question in the meantime.');
    expect(values(page)).toEqual(['Which group?', '']);
    await page.findAll('button').find((button) => button.text().startsWith('Take what is saved'))!.trigger('click');
    expect(values(page)).toEqual(['In which group?', '']);
    expect(page.find('.typed-text').exists()).toBe(false);
  });

  it('is saved over what they have said by whoever has seen it', async () => {
    const page = await translating({ label: 'Which group?' });
    await send(page, answer('CONFLICT', question(2, 'In which group?')));
    await send(page, answer('DONE', question(3, 'Which group?')));
    expect(perform.mock.calls[1]!.slice(1)).toMatchObject([{ version: 2 }, { label: 'Which group?' }]);
    expect(page.find('.typed-text').exists()).toBe(false);
  });

  it('takes over what they alone have said, and shows nothing of what both have said alike', async () => {
    const page = await translating({ label: 'Which group?' });
    await send(page, answer('CONFLICT', question(2, 'Which group?', 'The first')));
    expect(values(page)).toEqual(['Which group?', 'The first']);
    expect(page.find('.typed-text').exists()).toBe(false);
  });

  it('is left for another language only once it is saved, spaces at its ends aside', async () => {
    const page = await translating({ label: ' Which group? ' });
    const other = (): boolean => page.find<HTMLOptionElement>('option[value="sq"]').element.disabled;
    expect(other()).toBe(true);
    await send(page, answer('DONE', question(2, 'Which group?')));
    expect([other(), values(page)[0]]).toEqual([false, 'Which group?']);
  });
});
