/** An account that nobody uses is warned of in time and goes when its time is over, and no other. */
import { beforeEach, describe, expect, test } from 'vitest';
import { id, NOW, ORIGIN, testRetention } from './retention.fixture.ts';
import { eraseUnused, warnUnused } from './retention.service.ts';

const { owner, em, tombstones } = testRetention();

describe('an account that nobody uses', () => {
  const [LAST, WARNED] = ['last_sign_in_at', 'warned_at'];
  const before = (days: number, seconds = 0): string => new Date(NOW.getTime() - days * 86_400_000 - seconds * 1_000).toISOString();
  /** Two years before NOW, of which one was a leap year. */
  const TWO_YEARS = '2029-03-01T12:00:00Z';

  beforeEach(async () => {
    await owner('delete from person');
    await owner('delete from mail');
  });

  async function person(n: number, facts: Readonly<Record<string, string | null>>): Promise<void> {
    await owner(`insert into person (id, name, email, locale, created_at, updated_at) values (?, ?, ?, 'hu', '2025-01-01', '2025-01-01')`, [id(n), `Person ${n}`, `person${n}@example.org`]);
    for (const [column, value] of Object.entries(facts)) await owner(`update person set ${column} = ? where id = ?`, [value, id(n)]);
  }

  const left = async (): Promise<number[]> => ((await owner('select id from person order by id')) as { id: string }[]).map((row) => Number(row.id.slice(-3)));

  test('goes when its time is over, and it was warned of thirty days ago or more', async () => {
    await person(1, { [LAST]: TWO_YEARS, [WARNED]: before(30) });
    await person(2, { [LAST]: '2029-03-01T12:00:01Z', [WARNED]: before(40) });
    await person(3, { [LAST]: '2028-01-01', [WARNED]: before(29, 86_399) });
    await person(4, { [LAST]: '2020-01-01', [WARNED]: null });
    await person(5, { [LAST]: null, [WARNED]: before(60) });
    expect(await eraseUnused(em(), NOW, tombstones())).toBe(2);
    expect(await left()).toEqual([2, 3, 4]);
    expect(await owner('select from erased_person')).toHaveLength(2);
    expect(await tombstones().all()).toHaveLength(2);
  });

  test('stays when it is the last adviser’s', async () => {
    await person(1, { [LAST]: '2020-01-01', [WARNED]: before(60) });
    await owner(`insert into member (uuid, person_id, role, since) values (?, ?, 'ADVISER', '2020-01-01')`, [id(1), id(1)]);
    expect(await eraseUnused(em(), NOW, tombstones())).toBe(0);
    expect(await left()).toEqual([1]);
  });

  test('is warned of once, in time, in the language of its person, with the day', async () => {
    await person(1, { [LAST]: '2029-04-15T12:00:00Z' });
    await person(2, { [LAST]: '2029-04-15T12:00:01Z' });
    await person(3, { [LAST]: '2020-01-01' });
    expect(await warnUnused(em(), NOW, ORIGIN)).toBe(2);
    expect(await warnUnused(em(), NOW, ORIGIN)).toBe(0);
    const mails = (await owner('select recipient, locale, text, person_id as person from mail order by recipient')) as { recipient: string; locale: string; text: string; person: string }[];
    expect(mails.map(({ recipient, locale, person: whose }) => [recipient, locale, whose])).toEqual([['person1@example.org', 'hu', id(1)], ['person3@example.org', 'hu', id(3)]]);
    expect(mails[0]!.text).toContain('2031. április 15.');
    // Long over: thirty days from now at the earliest.
    expect(mails[1]!.text).toContain('2031. március 31.');
  });

  test('counts as warned of when the mail has left, and not before; signing in takes it back', async () => {
    await person(1, { [LAST]: '2020-01-01' });
    await warnUnused(em(), NOW, ORIGIN);
    const warned = async (): Promise<unknown> => ((await owner('select warned_at is not null as warned from person')) as [{ warned: boolean }])[0].warned;
    expect(await warned()).toBe(false);
    await owner(`update mail set failed_at = ?, failure = 'NO_SERVER'`, [before(0)]);
    expect(await warned()).toBe(false);
    expect(await eraseUnused(em(), new Date('2099-01-01'), tombstones())).toBe(0);
    // Tried again after a week.
    await owner('update mail set created_at = ?', [before(6)]);
    expect(await warnUnused(em(), NOW, ORIGIN)).toBe(0);
    await owner('update mail set created_at = ?', [before(8)]);
    expect(await warnUnused(em(), NOW, ORIGIN)).toBe(1);
    await owner('update mail set sent_at = ? where failed_at is null', [before(0)]);
    expect(await warned()).toBe(true);
    await owner(`insert into sign_in_session (id, person_id, token, expires_at, created_at, updated_at) values (?, ?, 'x', now(), ?, now())`, [id(1), id(1), before(0)]);
    expect(await warned()).toBe(false);
    expect(await owner('select last_sign_in_at = ? as is from person', [NOW.toISOString()])).toEqual([{ is: true }]);
  });

  test('of an invented person is not written about', async () => {
    await person(1, { [LAST]: '2020-01-01' });
    await owner('update person set is_demonstration = true');
    expect(await warnUnused(em(), NOW, ORIGIN)).toBe(0);
  });
});
