import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { computed, ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import OwnCalendars from './OwnCalendars.vue';

const LINK = { id: 'CalendarLink_1', locale: 'en', createdAt: '2027-04-01T10:00:00Z', lastUsedOn: null, country: null, theme: null };
const data = { viewer: { calendarPosts: [], calendarLinks: [LINK] }, themes: [{ id: 'T', code: 'LAW', name: { text: 'Law', locale: 'en', isFallback: false } }] };
const [making, revoking] = [{ act: vi.fn(), isActing: ref(false), failure: ref<{ code: string }>() }, { act: vi.fn(), isActing: ref(false), failure: ref<{ code: string }>() }];
const reload = vi.fn();
vi.mock('./useCalendars.ts', () => ({
  useCalendars: () => ({ data: ref(data), isLoading: ref(false), failure: computed(() => undefined), retry: reload }),
  useMakeCalendarLink: () => making,
  useRevokeCalendarLink: () => revoking,
}));
vi.mock('../keys/index.ts', () => ({ StepUpDialog: {}, useStepUp: () => ({ isAsked: ref(false), answer: vi.fn(), guard: vi.fn() }) }));

/** Fails, as an answer that is lost does. */
const lose = (of: typeof making): void => void of.act.mockImplementation(async () => {
  of.failure.value = { code: 'TIMEOUT' };
  return undefined;
});
const shown = (): VueWrapper => mount(OwnCalendars, { global: { plugins: [i18n], stubs: { NewCalendarLink: true } }, attachTo: document.body });
const press = async (page: VueWrapper, what: 'make' | 'revoke' | 'again'): Promise<void> => {
  if (what === 'make') await page.get('form').trigger('submit');
  else await page.get(what === 'again' ? '[role="alert"] button' : '.rows button').trigger('click');
  await flushPromises();
};
const sent = (): { theme: string | null; submission: string }[] => making.act.mock.calls.map(([given]) => given as { theme: string | null; submission: string });

beforeEach(async () => {
  for (const one of [making, revoking]) [one.failure.value] = [undefined];
  vi.clearAllMocks();
  lose(making);
  revoking.act.mockImplementation(async () => ({ revokeCalendarLink: { isRevoked: true } }));
  await setLocale('en', ['calendars']);
});

test('made again after the answer was lost, it is sent under the same key, and what was pressed, not what is chosen by now', async () => {
  const page = shown();
  await press(page, 'make');
  await page.get('select').setValue('theme LAW');
  await press(page, 'again');
  expect(sent().map(({ theme }) => theme)).toEqual([null, null]);
  expect(new Set(sent().map(({ submission }) => submission)).size).toBe(1);
});

test('after one was taken away the same is made under another key, since under the old one it would come back; unless something was taken away the key stays: the control', async () => {
  const page = shown();
  for (const what of ['make', 'make', 'revoke', 'make'] as const) await press(page, what);
  const [first, second, third] = sent().map(({ submission }) => submission);
  expect([second === first, third === first]).toEqual([true, false]);
});

test('what failed to be taken away is tried again, and nothing is made', async () => {
  lose(revoking);
  const page = shown();
  await press(page, 'revoke');
  await press(page, 'again');
  expect([revoking.act.mock.calls, sent()]).toEqual([[[{ id: LINK.id }], [{ id: LINK.id }]], []]);
});
