import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { forgetKept } from '../core/kept/index.ts';
import { FakeCaches } from './caches.fixture.ts';
import { type KeptList, keepingTime, keepList, readList } from './keptList.ts';

const [NOW, DAY] = [Date.parse('2026-11-26T09:00:00Z'), 86_400_000];
const listOf = (id: string, days: readonly string[] = ['2026-11-26', '2026-11-27']): KeptList => ({
  session: { id, timeZone: 'Europe/Paris', state: 'OPEN', title: { text: 'A day', locale: 'en', isFallback: false, isOutdated: false } },
  attendance: { days: [...days], today: '2026-11-26', now: '', requiredShare: 100, thanked: 0, thankedAt: null, passKey: 'the key of passes', can: { record: true, decide: true, certify: false } },
  attendees: [{ id: 'Attendee_1', registration: 'Registration_1', name: 'Ana Probă', code: 'ABCD1234', isDemonstration: false, hasAttended: false, organisation: { id: 'o', name: {} }, country: null, presences: [{ day: '2026-11-26', state: 'PRESENT' }], certificates: [] }],
  asOf: '2026-11-26T09:00:00Z', ahead: 0,
}) as unknown as KeptList;

let kept: FakeCaches;
const unregister = vi.fn(async () => true);
const contents = async (): Promise<string> => (await Promise.all(kept.paths().map(async (path) => (await kept.match(path))!.text()))).join('');

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  kept = new FakeCaches();
  vi.stubGlobal('caches', kept);
  vi.stubGlobal('navigator', { ...navigator, serviceWorker: { getRegistrations: async () => [{ unregister }] } });
});
afterEach(async () => {
  await forgetKept();
  unregister.mockClear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the list that a telephone keeps', () => {
  it('is read again by whoever kept it, without what nobody needs at a door, and cannot be read as it stands', async () => {
    expect(await keepList(listOf('S'))).toBe(true);
    expect(await readList('S')).toMatchObject({ attendance: { passKey: 'the key of passes' }, attendees: [{ name: 'Ana Probă', organisation: null, presences: [{ state: 'PRESENT' }] }] });
    expect(await contents()).not.toMatch(/Ana|ABCD1234|the key of passes/);
  });

  it('is one: that of another session takes its place', async () => {
    await keepList(listOf('S'));
    await keepList(listOf('T'));
    expect([await readList('S'), (await readList('T'))?.session.id]).toEqual([undefined, 'T']);
    expect(kept.paths()).toEqual(['/check-in-list/T']);
  });

  it('is nobody’s once its key has ended, as it does when anybody signs in or out, and is removed with all that was kept', async () => {
    await keepList(listOf('S'));
    document.cookie = 'kept-key=; Path=/; Max-Age=0; SameSite=Strict';
    expect(await readList('S')).toBeUndefined();
    expect([kept.paths(), unregister.mock.calls.length]).toEqual([[], 1]);
  });

  it('is not opened by the key of somebody else, nor for another session than it was kept for', async () => {
    await keepList(listOf('S'));
    const own = document.cookie;
    const cache = await kept.open('check-in');
    await cache.put('/check-in-list/T', (await cache.match('/check-in-list/S'))!);
    expect(await readList('T')).toBeUndefined();
    await keepList(listOf('S'));
    document.cookie = `kept-key=${'A'.repeat(43)}; Path=/`;
    expect([document.cookie === own, await readList('S'), kept.paths()]).toEqual([false, undefined, []]);
  });

  it('is kept from two days before the session to the day after it, and no longer', async () => {
    expect(await keepList(listOf('S', ['2026-11-29']))).toBe(false);
    expect(await keepList(listOf('S', ['2026-11-24']))).toBe(false);
    expect(kept.paths()).toEqual([]);
    await keepList(listOf('S'));
    vi.setSystemTime(keepingTime(['2026-11-26', '2026-11-27'])!.until - 1);
    expect(await readList('S')).toBeDefined();
    vi.setSystemTime(Date.parse('2026-11-27') + 2 * DAY);
    expect(await readList('S')).toBeUndefined();
    expect(kept.paths()).toEqual([]);
  });
});
