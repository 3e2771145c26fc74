/** Every table that holds data about persons has rules of rows, or a reason why it has none. */
import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { declarations } from '../../src/core/personal/declare.ts';
import { dataRegister } from '../../src/core/personal/register.ts';
import '../../src/orm.ts';
import { testDatabase } from '../database.ts';
import { asPersonIn } from './as-person.ts';
import { PEOPLE } from './roles.ts';

const database = testDatabase('full');
const asPerson = asPersonIn(database);

const WITHOUT_RULES: Readonly<Record<string, string>> = {
  rate_limit: 'Attempts are counted before it is known who asks; its keys are hashes that only the server could compare with an address.',
};

const owner = <T>(text: string): Promise<T[]> => database().orm.em.fork().execute<T[]>(text);

/** The tables of the register that have no rules. Views are none: they say themselves what they show, or ask the rules of what they read. */
async function unruled(): Promise<string[]> {
  const stored = await owner<{ name: string; ruled: boolean }>(
    `select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name, c.relrowsecurity as ruled
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p')`);
  const known = new Map(stored.map(({ name, ruled }) => [name, ruled]));
  return dataRegister(declarations).tables.map(({ name }) => name).filter((name) => known.get(name) === false).sort();
}

describe('a table of the register', () => {
  test('has rules of rows, or a reason why it has none', async () => {
    expect(await unruled()).toEqual(Object.keys(WITHOUT_RULES).sort());
  });

  test('whose rules are taken away is found out', async () => {
    await owner('alter table presence disable row level security');
    expect(await unruled()).toContain('presence');
    await owner('alter table presence enable row level security');
  });
});

describe('the rows of an expert', () => {
  const TABLES = ['expert_translation', 'expert_language', 'expert_theme', 'expert_country'];

  /** How many rows somebody sees, and how many they take away, or the code with which that is refused. */
  async function reach(who: keyof typeof PEOPLE | null, table: string): Promise<readonly [number, number | string]> {
    const [person] = who ? await owner<{ id: string }>(`select id from person where email = '${PEOPLE[who]}'`) : [];
    return asPerson(person?.id, async (client) => {
      const seen = await client.query(`select from ${table}`);
      const gone = await client.query(`delete from ${table}`).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!);
      return [seen.rowCount ?? 0, gone];
    });
  }

  test.each(TABLES)('of %s are read by everybody, as experts are, and changed by nobody but the adviser', async (table) => {
    const [{ count }] = (await owner<{ count: number }>(`select count(*)::int as count from ${table}`)) as [{ count: number }];
    expect(count).toBeGreaterThan(0);
    for (const who of [null, 'expert', 'ngoMember', 'scac'] as const) expect([who, ...(await reach(who, table))]).toEqual([who, count, 0]);
    for (const who of ['assistant', 'adviser'] as const) expect([who, ...(await reach(who, table))]).toEqual([who, count, count]);
  });

  test.each(TABLES)('of %s are kept by the rules: without them anybody takes them away', async (table) => {
    await owner(`alter table ${table} disable row level security`);
    const [seen, gone] = await reach(null, table);
    expect([gone, seen > 0]).toEqual([seen, true]);
    await owner(`alter table ${table} enable row level security`);
  });

  test('that say where they are written to are the adviser’s alone, who invents nobody real', async () => {
    await owner(`insert into expert_contact (expert_uuid, email, locale) select uuid, 'n@expert.example', 'el' from expert order by uuid limit 1`);
    for (const who of [null, 'expert', 'ngoMember', 'scac'] as const) expect([who, ...(await reach(who, 'expert_contact'))]).toEqual([who, 0, 0]);
    expect(await reach('adviser', 'expert_contact')).toEqual([1, 1]);
    await owner(`update expert set is_demonstration = false where uuid = (select expert_uuid from expert_contact)`);
    // An invented adviser knows nothing of somebody real.
    expect(await reach('adviser', 'expert_contact')).toEqual([0, 0]);
    await owner('update expert set is_demonstration = true');
    await owner('delete from expert_contact');
  });

  test('go with their sheet', async () => {
    const [{ uuid }] = (await owner<{ uuid: string }>('select expert_uuid as uuid from expert_language limit 1')) as [{ uuid: string }];
    const left = await asPerson(null, async (client) => {
      await client.query(`select set_config('passerelle.purpose', 'retention', true)`);
      expect((await client.query('delete from expert where uuid = $1', [uuid])).rowCount).toBe(1);
      return (await client.query('select from expert_language where expert_uuid = $1', [uuid])).rowCount;
    });
    expect(left).toBe(0);
  });
});
