/** What is given its values beside the text is planned once on its connection; what has them in the text is not. */
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { servingOptions } from '../../orm.ts';
import { runPrepared } from './index.ts';

const database = testDatabase('empty');
const ODD = `it's a "value" with ? and $1 and \\`;

let orm: MikroORM;

beforeAll(async () => {
  orm = await MikroORM.init(servingOptions(database().app));
  return () => orm.close();
});

const inTransaction = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> => orm.em.fork().transactional(work);
const kept = (em: EntityManager, text: string): Promise<{ uses: number }[]> =>
  em.execute('select (generic_plans + custom_plans)::int as uses from pg_prepared_statements where position(? in statement) > 0', [text]);

describe('a statement that is prepared', () => {
  test('is so once, however often it is run, and gives its values back as they are', async () => {
    const text = 'select $1::text as "odd value"';
    await inTransaction(async (em) => {
      for (const value of [ODD, 'another', null]) expect(await runPrepared(em, text, [value])).toEqual([{ 'odd value': value }]);
      expect(await kept(em, 'odd value')).toEqual([{ uses: 3 }]);
    });
  });

  test('is planned once, whatever its values are, and so is what functions ask', async () => {
    await inTransaction(async (em) => {
      for (const value of ['one', 'two']) await runPrepared(em, 'select $1::text as "planned value"', [value]);
      expect(await em.execute(`select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements where position('planned value' in statement) > 0 and position('generic' in statement) = 0`)).toEqual([{ generic: 2, custom: 0 }]);
      expect(await em.execute(`select current_setting('plan_cache_mode') as mode, current_setting('jit') as jit, current_setting('TimeZone') as zone`)).toEqual([{ mode: 'force_generic_plan', jit: 'off', zone: 'UTC' }]);
    });
  });

  test('is not where the values stand in the text', async () => {
    await inTransaction(async (em) => {
      expect(await em.execute('select ?::text as "plain value"', ['one'])).toEqual([{ 'plain value': 'one' }]);
      expect(await kept(em, 'plain value')).toEqual([]);
    });
  });

  test('is part of its transaction, and of one only', async () => {
    await database().orm.em.execute('create table prepared_once (note text)');
    const failed = inTransaction(async (em) => {
      await runPrepared(em, 'insert into prepared_once values ($1)', ['lost']);
      throw new Error('undone');
    });
    await expect(failed).rejects.toThrow('undone');
    expect(await database().orm.em.execute('select * from prepared_once')).toEqual([]);
    await expect(runPrepared(orm.em.fork(), 'insert into prepared_once values ($1)', ['alone'])).rejects.toThrow('part of a transaction');
  });

  test('that the database refuses says so with its code', async () => {
    await expect(inTransaction((em) => runPrepared(em, 'select $1::uuid', ['none']))).rejects.toMatchObject({ code: '22P02' });
  });
});
