/** Somebody who exchanges their address while others register people for the same session: neither waits for the other for ever. */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { untilWaiting } from '../../test/waiting.ts';

const database = testDatabase('full');
const PERSON = '019abc00-0000-7000-8000-0000000000f2';
const [BEFORE, AFTER] = ['address.before@ngo.example', 'address.after@ngo.example'];
let session: string;

const em = () => database().orm.em.fork();
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => em().execute<T[]>(text, values);

// They have a place under either address: once both are the same, one of the two is free.
beforeEach(async () => {
  session = randomUUID();
  await sql('delete from person where id = ?', [PERSON]);
  await sql('delete from participant where email in (?, ?)', [BEFORE, AFTER]);
  await sql(`insert into person (id, name, email, created_at, updated_at) values (?, 'Somebody', ?, now(), now())`, [PERSON, BEFORE]);
  await em().transactional(async (transaction) => {
    await transaction.execute(`insert into training_session (uuid, source_locale, theme_code, format, starts_at, ends_at, time_zone, places, stage) values (?, 'en', (select min(code) from theme), 'ONLINE', now() + interval '9 days', now() + interval '10 days', 'UTC', 9, 'OPEN')`, [session]);
    await transaction.execute(`insert into training_session_translation (session_uuid, locale, title) values (?, 'en', 'Online')`, [session]);
  });
  for (const [email, country] of [[BEFORE, 'RS'], [AFTER, 'AL']]) {
    const participant = randomUUID();
    await sql(`insert into participant (uuid, country_code, sector, name, email, locale) values (?, ?, 'AUTHORITY', 'N', ?, 'fr')`, [participant, country, email]);
    await sql(
      `insert into registration (uuid, session_uuid, participant_uuid, email, country_code, sector, mode, state, submission, consented_at) values (gen_random_uuid(), ?, ?, ?, ?, 'AUTHORITY', 'ONLINE', 'CONFIRMED', gen_random_uuid(), now())`, [session, participant, email, country]);
  }
});

/** Exchanges the address by statements while somebody holds the session, who then corrects the participant, as registering does: what came of both. */
async function meet(...exchanging: readonly string[]): Promise<unknown[]> {
  const registering = em();
  await registering.begin();
  await registering.execute('select hold_session(?)', [session]);
  const exchanged = em().transactional(async (transaction) => {
    await transaction.execute(`select set_config('passerelle.person', ?, true)`, [PERSON]);
    for (const statement of exchanging) await transaction.execute(statement, [AFTER]);
  }).then(() => 'exchanged', (error: { code?: string }) => error.code);
  await untilWaiting(database());
  const corrected = await registering.execute('update participant set name = name where email = ?', [BEFORE]).then(() => 'corrected', (error: { code?: string }) => error.code);
  await (corrected === 'corrected' ? registering.commit() : registering.rollback());
  return [await exchanged, corrected];
}

const UPDATE = 'update person set email = ? where id = acting_person()';

test('who exchanges their address waits for who registers, and has one place then under the new one', async () => {
  expect(await meet('select hold_for_address(?)', UPDATE)).toEqual(['exchanged', 'corrected']);
  expect(await sql('select email, state from registration where session_uuid = ?', [session])).toEqual([{ email: AFTER, state: 'CONFIRMED' }, { email: AFTER, state: 'CONFIRMED' }]);
  expect(await sql('select places_taken as taken from training_session where uuid = ?', [session])).toEqual([{ taken: 1 }]);
});

test('the control: where nothing is held first, one of both is refused', async () => {
  expect(await meet(UPDATE)).toContain('40P01');
});
