/** What the rules of the tables let each role see and change of attendance, asked without any reader. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';

const database = testDatabase('full');
const asPerson = asPersonIn(database);
type Person = keyof typeof PEOPLE;
const ids = new Map<Person, string>();
const DENIED = '42501';
/** A session in Serbia that is over, in which somebody of the organisation of the coordinator in Serbia was, and one online; each with a certificate. */
const SESSIONS = { RS: randomUUID(), online: randomUUID() };
const IDS = Object.fromEntries(Object.keys(SESSIONS).map((name) => [name, { participant: randomUUID(), registration: randomUUID(), certificate: randomUUID() }])) as Record<keyof typeof SESSIONS, { participant: string; registration: string; certificate: string }>;

/** Does something as somebody, and undoes it. */
const as = <T>(who: Person | null, work: (client: pg.Client) => Promise<T>): Promise<T> => asPerson(who && ids.get(who), work);

const owner = <T>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);
/** In how many of the two sessions there is something for somebody. */
const seenBy = (who: Person | null, table: string): Promise<string[]> => as(who, async (client) => (await client.query<{ s: string }>(`select session_uuid as s from ${table} where session_uuid in ($1, $2)`, Object.values(SESSIONS))).rows.map(({ s }) => (s === SESSIONS.RS ? 'RS' : 'online')).sort());
const change = (who: Person, statement: string, values: unknown[] = []): Promise<number | string> =>
  as(who, async (client) => client.query(statement, values).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!));

beforeAll(async () => {
  for (const [role, email] of Object.entries(PEOPLE)) ids.set(role as Person, (await owner<{ id: string }>(`select id from person where email = '${email}'`))[0]!.id);
  await owner(`update person set suspended_at = now() where email = '${PEOPLE.suspended}'`);
  const [{ slug }] = (await owner<{ slug: string }>(`select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = '${PEOPLE.ngoCoordinator}'`)) as [{ slug: string }];
  for (const [name, session] of Object.entries(SESSIONS)) {
    const { participant, registration, certificate } = IDS[name as keyof typeof SESSIONS];
    const [country, format] = name === 'RS' ? ['RS', 'ON_SITE'] : [null, 'ONLINE'];
    await database().orm.em.fork().transactional(async (em) => {
      await em.execute(`insert into training_session (uuid, source_locale, theme_code, format, country_code, starts_at, ends_at, time_zone, places, stage) values (?, 'en', (select min(code) from theme), ?, ?, now() - interval '5 hours', now() - interval '1 hour', 'UTC', 9, 'CLOSED')`, [session, format, country]);
      await em.execute(`insert into training_session_translation (session_uuid, locale, title) values (?, 'en', 'Over')`, [session]);
      await em.execute(`insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale) values (?, ?, 'RS', 'CIVIL_SOCIETY', 'N', ?, 'fr')`, [participant, slug, `rows-${name.toLowerCase()}@ngo.example`]);
      await em.execute(`insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, mode, state, submission, consented_at) values (?, ?, ?, 'n@ngo.example', ?, 'RS', 'CIVIL_SOCIETY', 'ON_SITE', 'CONFIRMED', gen_random_uuid(), now())`, [registration, session, participant, slug]);
      await em.execute(`update training_session set starts_at = now() - interval '${name === 'RS' ? 9 : 5} hours', ends_at = now() - interval '${name === 'RS' ? 6 : 1} hours' where uuid = ?`, [session]);
      await em.execute(`insert into presence (registration_uuid, day, session_uuid, state, decided_at) select ?, d, uuid, 'PRESENT', now() from training_session s, unnest(session_days(s.starts_at, s.ends_at, s.time_zone)) d where uuid = ?`, [registration, session]);
      await em.execute(`insert into certificate (uuid, number, registration_uuid, session_uuid, name) values (?, ?, ?, ?, 'N')`, [certificate, name === 'RS' ? '0000000000000001' : '0000000000000002', registration, session]);
    });
  }
});

/** In which of the two sessions each prepares, and in which they see people of theirs. */
const PREPARED: Readonly<Record<Person, readonly string[]>> = {
  scac: ['RS'], ssi: ['RS'], adviser: ['RS', 'online'], assistant: ['RS', 'online'], ngoMember: [], ngoCoordinator: [], scacElsewhere: [], expert: [], authority: [], international: [], translator: [], suspended: [],
};
const OWN: Readonly<Partial<Record<Person, readonly string[]>>> = { ngoMember: ['RS', 'online'], ngoCoordinator: ['RS', 'online'] };

test.each(Object.entries(PREPARED) as [Person, readonly string[]][])('%s sees what is theirs to see', async (who, prepared) => {
  expect(await seenBy(who, 'session_attendance')).toEqual(prepared);
  for (const table of ['presence', 'certificate', 'attendee']) expect([table, await seenBy(who, table)]).toEqual([table, OWN[who] ?? prepared]);
});

test('a visitor sees none', async () => {
  for (const table of ['session_attendance', 'presence', 'certificate', 'attendee']) expect(await seenBy(null, table)).toEqual([]);
});

test.each(['session_attendance', 'presence', 'certificate'])('the rules of %s are what hides its rows: without them all are seen', async (table) => {
  await owner(`alter table ${table} disable row level security`);
  expect(await seenBy(null, table)).toEqual(['RS', 'online']);
  await owner(`alter table ${table} enable row level security`);
});

describe('the database refuses', () => {
  const presence = `update presence set state = 'PRESENT', recorded_by_id = acting_person() where registration_uuid = $1`;
  const revoke = (by = 'acting_person()') => `update certificate set revoked_at = now(), revoked_reason = 'R', revoked_by_id = ${by} where uuid = $1`;

  test('to say who was there in the sessions of others, or in the name of others', async () => {
    for (const who of ['ngoCoordinator', 'scacElsewhere', 'expert', 'suspended'] as const) expect([who, await change(who, presence, [IDS.RS.registration])]).toEqual([who, 0]);
    expect(await change('scac', presence, [IDS.RS.registration])).toBe(1);
    expect(await change('scac', presence, [IDS.online.registration])).toBe(0);
    expect(await change('scac', presence.replace('acting_person()', `'${ids.get('ssi')}'`), [IDS.RS.registration])).toBe(DENIED);
  });

  test('to revoke those of others, in the name of others, or to let one that was revoked count again', async () => {
    for (const who of ['ngoCoordinator', 'scacElsewhere', 'expert', 'suspended'] as const) expect([who, await change(who, revoke(), [IDS.RS.certificate])]).toEqual([who, 0]);
    expect(await change('scac', revoke(`'${ids.get('ssi')}'`), [IDS.RS.certificate])).toBe(DENIED);
    expect(await change('scac', revoke(), [IDS.RS.certificate])).toBe(1);
    expect(await as('scac', async (client) => {
      await client.query(revoke(), [IDS.RS.certificate]);
      return (await client.query('update certificate set revoked_at = null, revoked_reason = null where uuid = $1', [IDS.RS.certificate])).rowCount;
    })).toBe(0);
  });

  test('to issue certificates in the sessions of others', async () => {
    const issue = `insert into certificate (uuid, number, registration_uuid, session_uuid, name, issued_by_id) values (gen_random_uuid(), '0000000000000003', $1, $2, 'N', acting_person())`;
    for (const who of ['ngoCoordinator', 'scacElsewhere', 'expert'] as const) expect([who, await change(who, issue, [IDS.RS.registration, SESSIONS.RS])]).toEqual([who, DENIED]);
    for (const table of ['presence', 'certificate', 'session_attendance']) expect(await change('adviser', `delete from ${table}`)).toBe(0);
  });

  test('to read passes with the key of a session that is not theirs, or to make passes', async () => {
    const pass = (who: Person) => as(who, async (client) => (await client.query<{ token: string | null }>('select token from check_in_pass($1)', [IDS.RS.registration])).rows[0]!.token);
    for (const who of ['scac', 'adviser', 'ngoCoordinator'] as const) expect(await pass(who)).toMatch(/^[\w-]{43}$/);
    for (const who of ['scacElsewhere', 'expert', 'authority', 'suspended'] as const) expect(await pass(who)).toBeNull();
  });
});

test('what certificates say is told of one, to whoever has its number: none are listed', async () => {
  const [listed, numbered] = ["select number from verified_certificate where number like '00000000000000%'", 'select number from certificate_numbered($1)'];
  const seen = (who: Person | null, statement: string, values: unknown[] = []): Promise<unknown[]> => as(who, async (client) => (await client.query<{ number: string }>(statement, values)).rows.map(({ number }) => number).sort());
  for (const who of [null, 'expert', 'scacElsewhere'] as const) {
    expect(await seen(who, listed)).toEqual([]);
    expect(await seen(who, numbered, ['0000000000000001'])).toEqual(['0000000000000001']);
    for (const none of ['', '%', '000000000000000', '0000000000000003', null]) expect(await seen(who, numbered, [none])).toEqual([]);
  }
  expect(await seen('scac', listed)).toEqual(['0000000000000001']);
  // The control: a view that is its owner's, whom no rule of rows binds, lists them all.
  await owner('alter view verified_certificate set (security_invoker = false)');
  expect(await seen(null, listed)).toEqual(['0000000000000001', '0000000000000002']);
  await owner('alter view verified_certificate set (security_invoker = true)');
});
