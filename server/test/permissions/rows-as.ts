import type { MikroORM } from '@mikro-orm/postgresql';
import { transactAs } from '../../src/core/database/index.ts';
import type { TestDatabase } from '../database.ts';

/** Statements by the application’s ORM as the person with an address, or as nobody, in one transaction: how many rows the last one gave, or what the database says. */
export async function rowsAs(orm: MikroORM, { orm: owner }: TestDatabase, email: string | null, ...statements: readonly string[]): Promise<number | string> {
  try {
    const [person] = email === null ? [] : await owner.em.fork().execute<{ id: string }[]>('select id from person where email = ?', [email]);
    return await transactAs(orm, person?.id ?? null)(async (em) => {
      let rows = 0;
      for (const statement of statements) rows = (await em.execute<unknown[]>(statement)).length;
      return rows;
    });
  } catch (error) {
    return (error as { cause?: Error }).cause?.message ?? (error as Error).message;
  }
}
