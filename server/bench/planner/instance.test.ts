import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readInstance } from './instance.ts';

const fileOf = (name: string): Promise<string> => readFile(new URL(`instances/${name}.txt`, import.meta.url), 'utf8');

test('an instance of Solomon counts in tenths, distances rounded down', async () => {
  const data = readInstance(await fileOf('c101'), 10, 2);
  expect(data).toMatchObject({ routes: 2, departsAt: 0, returnsBy: 12_360 });
  expect(data.vertices).toHaveLength(101);
  expect(data.vertices[1]).toEqual({ service: 900, profit: 10, windows: [[9120, 9670]] });
  // From (40, 50) to (45, 68): √349 = 18.68…
  expect(data.travel[0]![1]).toBe(186);
});

test('one of Cordeau counts in hundredths', async () => {
  const data = readInstance(await fileOf('pr01'), 100, 1);
  expect(data).toMatchObject({ departsAt: 0, returnsBy: 100_000 });
  expect(data.vertices[1]).toEqual({ service: 200, profit: 12, windows: [[35_400, 50_900]] });
  // From (−10.442, 19.999) to (−29.730, 64.136): √2320.101713 = 48.1674…
  expect(data.travel[0]![1]).toBe(4816);
});

test('lists of days between the fields move nothing, nor do empty lines', async () => {
  for (const name of ['c106', 'pr05']) {
    const data = readInstance(await fileOf(name), 100, 1);
    for (const { windows: [window], profit } of data.vertices.slice(1)) {
      expect(window![0]).toBeLessThan(window![1]);
      expect(profit).toBeGreaterThan(0);
    }
  }
});

test('distances are the same both ways, and 0 to where one is', async () => {
  const { travel } = readInstance(await fileOf('pr01'), 100, 1);
  travel.forEach((row, one) => row.forEach((ticks, other) => {
    expect(ticks).toBe(travel[other]![one]);
    expect(ticks === 0).toBe(one === other);
  }));
});
