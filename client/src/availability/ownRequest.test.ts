import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import OwnRequestItem from './OwnRequestItem.vue';
import type { AnswerTold, OwnRequest } from './useAnswers.ts';

const act = vi.fn<() => Promise<{ readonly answerAvailability: AnswerTold } | undefined>>();
vi.mock('./useAnswers.ts', () => ({ useAnswerOwn: () => ({ act, isActing: ref(false), failure: ref() }) }));
vi.mock('../core/editing/useUnsaved.ts', () => ({ useUnsaved: () => undefined }));

const request = {
  id: 'AvailabilityRequest_1', version: 1, fromOn: '2031-11-08', untilOn: '2031-11-08', answersUntil: '2031-11-01', isOpen: true, answeredAt: '2031-10-01T08:00:00Z', answers: ['YES'], remark: null, remarkLocale: null, substitute: null,
  title: { text: 'Mission', locale: 'en', isFallback: false }, note: null,
} as unknown as OwnRequest;

async function answering(): Promise<VueWrapper> {
  const item = mount(OwnRequestItem, { props: { request }, global: { plugins: [i18n] }, attachTo: document.body });
  await item.find('button').trigger('click');
  return item;
}

async function send(item: VueWrapper, outcome: AnswerTold['outcome']): Promise<void> {
  act.mockResolvedValueOnce({ answerAvailability: { outcome, faults: [] } });
  await item.find('form').trigger('submit');
  await flushPromises();
}

beforeEach(() => {
  act.mockReset();
  return setLocale('en', ['availability', 'guard', 'prepare', 'substitutes']);
});

describe('what an expert with an account is asked', () => {
  it('can be left unanswered: what opens the form has the focus again', async () => {
    const item = await answering();
    await item.findAll('button').find((button) => button.text() === 'Close without saving')!.trigger('click');
    await flushPromises();
    expect([item.find('form').exists(), document.activeElement?.textContent]).toEqual([false, 'Change my answer']);
    item.unmount();
  });

  it.each([
    ['DONE', 'notice-done', 'Your answer is saved. You can change it until the last day for answers.'],
    ['TOO_LATE', 'notice-error', 'This call is closed: it can no longer be answered.'],
    ['GONE', 'notice-error', 'This is no longer there, or it is not for you. Nothing was saved.'],
  ] as const)('says once what came of answering: %s', async (outcome, look, sentence) => {
    const item = await answering();
    await send(item, outcome);
    await item.setProps({ request: { ...request, isOpen: outcome === 'DONE' } });
    expect([item.find('form').exists(), item.find('.notice').classes(), item.emitted('changed')?.length]).toEqual([false, ['notice', look], 1]);
    expect(item.text().split(sentence).length - 1).toBe(1);
    expect(document.activeElement?.textContent).toBe(sentence);
    item.unmount();
  });
});
