/** Erasing people for good: in the database, in the list beside it, and again where a backup has brought them back. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Tombstones } from './tombstones.ts';

/**
 * Erases who acts in the transaction of `em`. The list is on the disk before the transaction ends: where only that fails, the person,
 * who asked for it, is erased at the next start. False for the last adviser.
 */
export async function eraseMe(em: EntityManager, tombstones: Tombstones, person: string): Promise<boolean> {
  const mark = await tombstones.markOf(person);
  const [row] = await em.execute<{ erased: boolean }[]>('select erase_me(?) as erased', [mark]);
  if (!row?.erased) return false;
  await tombstones.add([{ mark, at: new Date().toISOString() }]);
  return true;
}

/**
 * At a start: erases again whoever was erased and is there, and brings the list and the database to say the same. `em` is the
 * owner's. How many it were.
 */
export async function eraseAgain(em: EntityManager, tombstones: Tombstones): Promise<number> {
  const listed = await tombstones.all();
  const stored = await em.execute<{ mark: string; at: string }[]>(`select mark, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from erased_person`);
  const known = new Map([...stored, ...listed].map((stone) => [stone.mark, stone]));
  if (known.size === 0) return 0;
  const inList = new Set(listed.map(({ mark }) => mark));
  await tombstones.add(stored.filter(({ mark }) => !inList.has(mark)));
  return em.transactional(async (transaction) => {
    for (const { mark, at } of known.values()) await transaction.execute('insert into erased_person (mark, at) values (?, ?::timestamptz) on conflict do nothing', [mark, at]);
    const people = await transaction.execute<{ id: string }[]>('select id from person');
    let erased = 0;
    for (const { id } of people) {
      const mark = await tombstones.markOf(id);
      if (!known.has(mark)) continue;
      await transaction.execute('select erase_person(?, ?)', [id, mark]);
      erased += 1;
    }
    return erased;
  });
}
