/** Working days of a country: weekends and its public holidays are left out, those of other countries are not; and the last day ends on the clock of the place. */
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';

const database = testDatabase('full');

const one = async <T>(text: string, values: unknown[] = []): Promise<T> => (await database().orm.em.fork().execute<{ value: T }[]>(`select ${text} as value`, values))[0]!.value;
const after = (country: string, day: string, days: number): Promise<string> => one(`working_days_after(?, ?::date, ?)::text`, [country, day, days]);
const before = (country: string, day: string): Promise<string> => one(`working_day_before(?, ?::date)::text`, [country, day]);

beforeAll(async () => {
  const em = database().orm.em.fork();
  await em.execute(`delete from holiday where date between '2098-11-01' and '2098-12-31'`);
  // A Tuesday and a Wednesday in Serbia, and a Saturday.
  for (const day of ['2098-11-11', '2098-11-12', '2098-11-15']) await em.execute(`insert into holiday (country_code, date, source, source_locale) values ('RS', ?, 'A test', 'sr-Cyrl')`, [day]);
});

describe('the day that is five working days after', () => {
  test.each([
    ['a Monday is a Monday', 'AL', '2098-11-10', '2098-11-17'], ['a Friday is a Friday', 'AL', '2098-11-14', '2098-11-21'], ['a Saturday is a Friday', 'AL', '2098-11-15', '2098-11-21'], ['a Sunday is a Friday', 'AL', '2098-11-16', '2098-11-21'],
    ['a Monday before two holidays is two days later; one on a Saturday counts for nothing', 'RS', '2098-11-10', '2098-11-19'], ['a holiday is as after the last working day before it', 'RS', '2098-11-12', '2098-11-19'],
  ])('%s', async (_title, country, from, due) => {
    expect(await after(country, from, 5)).toBe(due);
  });
});

test('the last working day before a deadline leaves out the same', async () => {
  expect([await before('AL', '2098-11-17'), await before('RS', '2098-11-13'), await before('AL', '2098-11-13')]).toEqual(['2098-11-14', '2098-11-10', '2098-11-12']);
});

test('twenty working days are found whatever a month of holidays takes away', async () => {
  const em = database().orm.em.fork();
  await em.execute(`insert into holiday (country_code, date, source, source_locale) select 'BA', d, 'A test', 'bs' from generate_series('2098-11-01'::date, '2098-11-30', '1 day') d`);
  expect(await after('BA', '2098-10-31', 20)).toBe('2098-12-26');
});
