/** Things done at the same moment to the same session. */
import pg from 'pg';
import type { TestServer } from '../../test/http/harness.ts';
import { keyOf } from './world.fixture.ts';
import { untilWaiting } from '../../test/waiting.ts';

interface Told {
  readonly outcome: string;
}

/** Does things that need the row of a session while somebody else has it, so that all have begun when the first goes on. Gives their outcomes. */
export function atOnce(server: TestServer, id: string, acts: readonly (() => Promise<Told>)[]): Promise<string[]> {
  return whileHeld(server, ['training_session', keyOf(id)], acts);
}

/** The same with the row of another table, by its `uuid`, that has a version. */
export async function whileHeld(server: TestServer, [table, key]: readonly [table: string, key: string], acts: readonly (() => Promise<Told>)[]): Promise<string[]> {
  const holder = new pg.Client({ connectionString: server.database.owner });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(`update ${table} set version = version where uuid = $1`, [key]);
    const done = acts.map((act) => act());
    await untilWaiting(server.database, acts.length);
    await holder.query('commit');
    return (await Promise.all(done)).map(({ outcome }) => outcome).sort();
  } finally {
    await holder.end();
  }
}
