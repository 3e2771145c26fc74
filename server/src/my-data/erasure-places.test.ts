/** Somebody who is erased while others register people for the same session: neither waits for the other for ever. */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { untilWaiting } from '../../test/waiting.ts';

const database = testDatabase('full');
const PERSON = '019abc00-0000-7000-8000-0000000000f1';
const EMAIL = 'erased.meanwhile@ngo.example';
let session: string;

const em = () => database().orm.em.fork();
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => em().execute<T[]>(text, values);

beforeEach(async () => {
  session = randomUUID();
  const participant = randomUUID();
  await sql('delete from person where id = ?', [PERSON]);
  await sql(`insert into person (id, name, email, created_at, updated_at) values (?, 'Somebody', ?, now(), now())`, [PERSON, EMAIL]);
  await em().transactional(async (transaction) => {
    await transaction.execute(`insert into training_session (uuid, source_locale, theme_code, format, starts_at, ends_at, time_zone, places, stage) values (?, 'en', (select min(code) from theme), 'ONLINE', now() + interval '9 days', now() + interval '10 days', 'UTC', 9, 'OPEN')`, [session]);
    await transaction.execute(`insert into training_session_translation (session_uuid, locale, title) values (?, 'en', 'Online')`, [session]);
  });
  await sql(`insert into participant (uuid, country_code, sector, name, email, locale) values (?, 'RS', 'AUTHORITY', 'N', ?, 'fr')`, [participant, EMAIL]);
  await sql(
    `insert into registration (uuid, session_uuid, participant_uuid, email, country_code, sector, mode, state, submission, consented_at) values (gen_random_uuid(), ?, ?, ?, 'RS', 'AUTHORITY', 'ONLINE', 'CONFIRMED', gen_random_uuid(), now())`, [session, participant, EMAIL]);
});

/** Erases them by a statement while somebody holds the session, who then corrects the participant, as registering does: what came of both. */
async function meet(erasing: string): Promise<unknown[]> {
  const registering = em();
  await registering.begin();
  await registering.execute('select hold_session(?)', [session]);
  const erased = sql(erasing, [PERSON]).then(() => 'erased', (error: { code?: string }) => error.code);
  await untilWaiting(database());
  const corrected = await registering.execute('update participant set name = name where email = ?', [EMAIL]).then(() => 'corrected', (error: { code?: string }) => error.code);
  await (corrected === 'corrected' ? registering.commit() : registering.rollback());
  return [await erased, corrected];
}

test('who is erased waits for who registers, and is gone then, with their place', async () => {
  expect(await meet(`select erase_person(?, 'mark')`)).toEqual(['erased', 'corrected']);
  expect(await sql('select from participant where email = ?', [EMAIL])).toEqual([]);
  expect(await sql('select places_taken as taken from training_session where uuid = ?', [session])).toEqual([{ taken: 0 }]);
});

test('the control: deleted without holding the session first, one of both is refused', async () => {
  expect(await meet('delete from person where id = ?')).toContain('40P01');
});
