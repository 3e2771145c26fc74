import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';

import { i18n, setLocale } from '../i18n/index.ts';
import { announcement } from '../ui/index.ts';
import { type HeldFiles, type ListedFile, useHeldFiles } from './useHeldFiles.ts';

const HELD: ListedFile = { id: 'a', check: 'HELD', checkedAt: null };
const CLEAN: ListedFile = { id: 'a', check: 'CLEAN', checkedAt: '2027-03-01T10:00:00Z' };
const files = ref<readonly ListedFile[]>([]);
const ask = vi.fn();
let held: HeldFiles;
let shown: ReturnType<typeof mount>;
const see = (state: 'visible' | 'hidden'): void => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};
async function list(...now: ListedFile[]): Promise<void> {
  files.value = now;
  await nextTick();
}

beforeEach(async () => {
  await setLocale('en', ['files']);
  vi.useFakeTimers();
  files.value = [HELD];
  [announcement.value] = [''];
  ask.mockClear();
  shown = mount(defineComponent(() => {
    held = useHeldFiles(() => files.value, ask);
    return () => h('p');
  }), { global: { plugins: [i18n] } });
});
afterEach(() => {
  shown.unmount();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a page with a file that waits', () => {
  test('asks again, ever less often, until nothing waits', async () => {
    vi.advanceTimersByTime(2_000);
    vi.advanceTimersByTime(2_999);
    expect(ask).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(3_600_000);
    expect([ask.mock.calls.length > 50, ask.mock.calls.length < 80]).toEqual([true, true]);
    await list(CLEAN);
    ask.mockClear();
    vi.advanceTimersByTime(3_600_000);
    expect(ask).not.toHaveBeenCalled();
    await list(CLEAN, { ...HELD, id: 'b' });
    vi.advanceTimersByTime(2_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('asks nothing while it is out of sight, or gone', () => {
    see('hidden');
    vi.advanceTimersByTime(3_600_000);
    expect(ask).not.toHaveBeenCalled();
    see('visible');
    vi.advanceTimersByTime(2_000);
    expect(ask).toHaveBeenCalledTimes(1);
    shown.unmount();
    vi.advanceTimersByTime(3_600_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('says that it was looked at', async () => {
    await list(CLEAN);
    expect(announcement.value).toMatch(/^Checked for viruses on 1\sMarch\s2027: nothing found$/);
    expect(held.isGone.value).toBe(false);
  });

  test('says that it is gone, unless it was taken away here', async () => {
    await list();
    expect([held.isGone.value, announcement.value]).toEqual([true, i18n.global.t('files.heldGone')]);
    held.leave();
    expect(held.isGone.value).toBe(false);
    await list({ ...HELD, id: 'b' });
    held.leave('b');
    await list();
    expect(held.isGone.value).toBe(false);
  });

  test('says so of one that was brought in the place of another that was taken away here', async () => {
    held.leave('a');
    await list();
    await list(HELD);
    await list();
    expect([held.isGone.value, announcement.value]).toEqual([true, i18n.global.t('files.heldGone')]);
  });

  test('says nothing of one that was looked at and goes', async () => {
    await list(CLEAN);
    announcement.value = '';
    await list();
    expect([held.isGone.value, announcement.value]).toEqual([false, '']);
  });
});
