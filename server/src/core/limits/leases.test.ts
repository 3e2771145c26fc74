import { describe, expect, test, vi } from 'vitest';
import { Leases } from './leases.ts';

/** A limit that is counted as the database would, and how often it was asked. */
function counted(limit: number, lasts = 60_000): { take: (subject: string, times: number) => Promise<number>; asked: number[]; used: Map<string, number> } {
  const used = new Map<string, number>();
  const asked: number[] = [];
  const take = async (subject: string, times: number): Promise<number> => {
    asked.push(times);
    await Promise.resolve();
    const now = (used.get(subject) ?? 0) + times;
    if (now > limit) throw new Error('too often');
    used.set(subject, now);
    return lasts;
  };
  return { take, asked, used };
}

async function given(leases: Leases, times: readonly number[], subject = 'anna'): Promise<number> {
  let sum = 0;
  await Promise.all(times.map((count) => leases.take(subject, count).then(() => (sum += count), () => undefined)));
  return sum;
}

const ones = (count: number): number[] => Array.from({ length: count }, () => 1);

describe('leases', () => {
  test('give out exactly the limit, at once or one after the other, and ask the database for a thirtieth of it', async () => {
    for (const limit of [4, 30, 300]) {
      const { take, asked } = counted(limit);
      expect(await given(new Leases(limit, take), ones(limit + 50))).toBe(limit);
      expect(asked.slice(0, 30).every((times) => times === Math.max(1, limit / 30))).toBe(true);
    }
  });

  test('give out no more than the limit by several processes together', async () => {
    const { take } = counted(300);
    const sums = await Promise.all([1, 2, 3].map(() => given(new Leases(300, take), ones(200))));
    const sum = sums.reduce((total, one) => total + one, 0);
    expect(sum).toBeLessThanOrEqual(300);
    expect(sum).toBeGreaterThan(300 - 3 * 10);
  });

  test('take no more ahead than they are told, unless somebody asks for more together, and still give out no more than the limit', async () => {
    const { take, asked } = counted(3_000);
    const leases = new Leases(3_000, take, 10);
    expect(await given(leases, [1, 1, 25])).toBe(27);
    expect(asked).toEqual([10, 17]);
    expect(await given(new Leases(3_000, take, 10), ones(3_100))).toBeLessThanOrEqual(3_000 - 27);
  });

  test('give out several at once or none', async () => {
    const { take, used } = counted(30);
    const leases = new Leases(30, take);
    await leases.take('anna', 20);
    await expect(leases.take('anna', 11)).rejects.toThrow('too often');
    await leases.take('anna', 10);
    expect(used.get('anna')).toBe(30);
  });

  test('give out the last ones where fewer are left than would be taken ahead', async () => {
    const { take, asked } = counted(25);
    const leases = new Leases(300, take);
    await leases.take('anna', 10);
    await leases.take('anna', 10);
    expect(await given(new Leases(300, take), [2, 2, 2])).toBe(4);
    expect(asked.slice(2, 4)).toEqual([10, 2]);
  });

  test('are each somebody’s own', async () => {
    const leases = new Leases(4, counted(4).take);
    expect(await given(leases, ones(10), 'anna')).toBe(4);
    expect(await given(leases, ones(10), 'boris')).toBe(4);
  });

  test('count no longer than they last', async () => {
    vi.useFakeTimers();
    const { take, asked } = counted(300, 1_000);
    const leases = new Leases(300, take);
    await leases.take('anna', 1);
    await leases.take('anna', 1);
    vi.advanceTimersByTime(1_001);
    await leases.take('anna', 1);
    expect(asked).toEqual([10, 10]);
    vi.useRealTimers();
  });

  test('take back what was counted and counts still, and nothing once that is over', async () => {
    const { take, used } = counted(30);
    const leases = new Leases(30, take);
    const until = await leases.take('anna', 1);
    leases.giveBack('anna', 1, until);
    expect(await given(leases, ones(31))).toBe(30);
    leases.giveBack('anna', 2, until - 3_600_000);
    expect([await given(leases, [1]), used.get('anna')]).toEqual([0, 30]);
    leases.giveBack('anna', 2, until);
    expect(await given(leases, ones(3))).toBe(2);
    leases.giveBack('berta', 1, until);
    expect(used.has('berta')).toBe(false);
  });
});
