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

describe('a transaction, which begins with its first statement,', () => {
  const kept = (): Promise<{ note: string }[]> => database().orm.em.execute('select note from begun order by note');

  beforeAll(() => database().orm.em.execute('create table begun (note text unique)'));

  test.each([
    ['with its values in the text', (em: EntityManager) => em.execute('insert into begun values (?)', ['lost'])],
    ['with its values beside it', (em: EntityManager) => runPrepared(em, 'insert into begun values ($1)', ['lost'])],
  ])('undoes that one too, %s', async (_how, write) => {
    const failed = inTransaction(async (em) => {
      await write(em);
      throw new Error('undone');
    });
    await expect(failed).rejects.toThrow('undone');
    expect(await kept()).toEqual([]);
  });

  test('gives what that one gives', async () => {
    expect(await inTransaction((em) => em.execute('select ?::text as "first"', [ODD]))).toEqual([{ first: ODD }]);
    expect(await inTransaction((em) => em.execute('insert into begun values (?) returning note', ['kept']))).toEqual([{ note: 'kept' }]);
    expect(await kept()).toEqual([{ note: 'kept' }]);
  });

  test('leaves a connection as it was where that one is refused, where nothing is asked, and where nothing is asked but savepoints', async () => {
    await expect(inTransaction((em) => em.execute('select 1 / 0'))).rejects.toMatchObject({ code: '22012' });
    expect(await inTransaction(() => Promise.resolve('nothing'))).toBe('nothing');
    await expect(inTransaction(() => Promise.reject(new Error('before anything')))).rejects.toThrow('before anything');
    await inTransaction((em) => em.transactional((own) => own.execute(`insert into begun values ('inner')`)));
    const [row] = await orm.em.fork().execute<{ alone: boolean }[]>('select now() = statement_timestamp() as alone');
    expect([await kept(), row]).toEqual([[{ note: 'inner' }, { note: 'kept' }], { alone: true }]);
  });
});
