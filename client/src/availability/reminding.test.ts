import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import { ErrorNotice } from '../core/ui/index.ts';
import ReminderForm from './ReminderForm.vue';
import type { AskedOutcome, Call } from './useCalls.ts';

interface Came {
  readonly remindExperts: { readonly outcome: string; readonly experts: readonly { readonly expert: string; readonly outcome: AskedOutcome }[]; readonly call: null };
}

const act = vi.fn<(of: { readonly experts: readonly string[]; readonly submission: string }) => Promise<Came | undefined>>();
const failure = ref<unknown>();
vi.mock('./useCalls.ts', () => ({ useRemindExperts: () => ({ act, failure }) }));

const request = (n: number, canBeReminded: boolean, answeredAt: string | null = null): object => ({ id: `AvailabilityRequest_${n}`, remindedAt: null, remindsAt: n === 2 ? '2026-11-28T07:00:00Z' : null, askedAt: '2026-11-20T09:00:00Z', answeredAt, canBeReminded, expert: { id: `Expert_${n}`, sheet: { name: `Name ${n}` } } });
const open = (...requests: readonly object[]): VueWrapper => mount(ReminderForm, { props: { call: { id: 'AvailabilityCall_1', requests } as unknown as Call }, global: { plugins: [i18n], stubs: { RouterLink: { template: '<a><slot /></a>' } } }, attachTo: document.body });
const came = (...outcomes: readonly AskedOutcome[]): Came => ({ remindExperts: { outcome: 'DONE', experts: outcomes.map((outcome, n) => ({ expert: `Expert_${n + 1}`, outcome })), call: null } });
const buttons = (form: VueWrapper): string[] => form.findAll('button').map((button) => button.text());
const press = (form: VueWrapper, text: string): Promise<void> => form.findAll('button').find((button) => button.text() === text)!.trigger('click');

beforeEach(() => {
  act.mockReset();
  failure.value = undefined;
  return setLocale('en', ['availability']);
});

describe('reminders', () => {
  it('are for those who have not answered, and can be reminded now', () => {
    const form = open(request(1, true), request(2, false), request(3, false, '2026-11-21T09:00:00Z'), request(4, true));
    expect(form.findAll('li').map((line) => line.text())).toEqual([expect.stringContaining('Name 1'), expect.stringContaining('Name 2'), expect.stringContaining('Name 4')]);
    // When the service does it is said of whom it does so.
    expect(form.findAll('li').map((line) => line.text().includes('Automatic reminder: '))).toEqual([false, true, false]);
    expect(buttons(form)).toEqual(['Send a reminderName 1', 'Send a reminderName 4', 'Send a reminder to all who have not answered']);
    expect(buttons(open(request(1, true)))).toEqual(['Send a reminderName 1']);
    expect(open(request(1, false, '2026-11-21T09:00:00Z')).text()).toBe('');
  });

  it('say of each what came of it', async () => {
    const form = open(request(1, true), request(2, true));
    act.mockResolvedValueOnce(came('ASKED', 'ANSWERED'));
    await press(form, 'Send a reminder to all who have not answered');
    await flushPromises();
    expect(act.mock.calls[0]![0].experts).toEqual(['Expert_1', 'Expert_2']);
    expect(form.find('.notice').text()).toContain('No reminder: they have already answered.');
    expect(document.activeElement).toBe(form.find('.notice').element);
  });

  it('to more than thirty are sent in parts; where one fails it is gone on from there', async () => {
    const form = open(...Array.from({ length: 65 }, (_none, n) => request(n + 1, true)));
    const some = (from: number, to: number): Came => ({ remindExperts: { outcome: 'DONE', experts: Array.from({ length: to - from + 1 }, (_none, n) => ({ expert: `Expert_${from + n}`, outcome: 'ASKED' })), call: null } });
    act.mockResolvedValueOnce(some(1, 30)).mockResolvedValueOnce(undefined).mockResolvedValueOnce(some(31, 60)).mockResolvedValueOnce(some(61, 65));
    await press(form, 'Send a reminder to all who have not answered');
    await flushPromises();
    expect([act.mock.calls.length, form.findAll('.notice li').length]).toEqual([2, 30]);
    failure.value = { code: 'NETWORK' };
    await flushPromises();
    form.findComponent(ErrorNotice).vm.$emit('retry');
    await flushPromises();
    expect(act.mock.calls.map(([{ experts }]) => [experts.length, experts[0]])).toEqual([[30, 'Expert_1'], [30, 'Expert_31'], [30, 'Expert_31'], [5, 'Expert_61']]);
    expect(act.mock.calls[2]![0].submission).toBe(act.mock.calls[1]![0].submission);
    expect(form.findAll('.notice-done li').length).toBe(65);
  });

  it('that failed are sent again as the same; those to others are not', async () => {
    const form = open(request(1, true), request(2, true));
    act.mockResolvedValue(undefined);
    for (const whom of ['Name 1', 'Name 1', 'Name 2']) {
      await press(form, `Send a reminder${whom}`);
      await flushPromises();
    }
    const [first, again, other] = act.mock.calls.map(([{ submission }]) => submission);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});
