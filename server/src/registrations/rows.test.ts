/** What the rules of the tables let each role see and change of registrations, asked without any reader. */
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

/** Does something as somebody, and undoes it. */
const as = <T>(who: Person | null, work: (client: pg.Client) => Promise<T>): Promise<T> => asPerson(who && ids.get(who), work);

const countOf = (who: Person | null, from: string): Promise<number> => as(who, async (client) => Number((await client.query<{ count: string }>(`select count(*) from ${from}`)).rows[0]!.count));
const owner = <T>(text: string): Promise<T[]> => database().orm.em.fork().execute<T[]>(text);
const all = async (from: string): Promise<number> => (await owner<{ count: number }>(`select count(*)::int as count from ${from}`))[0]!.count;
/** How many rows were changed, or the code with which it was refused. */
const change = (who: Person, statement: string): Promise<number | string> =>
  as(who, async (client) => client.query(statement).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!));

beforeAll(async () => {
  for (const [role, email] of Object.entries(PEOPLE)) ids.set(role as Person, (await owner<{ id: string }>(`select id from person where email = '${email}'`))[0]!.id);
  await owner(`update person set suspended_at = now() where email = '${PEOPLE.suspended}'`);
});

const OURS = `country_code = 'RS'`;
const THEIRS = `country_code = 'AL'`;
/** Whose registrations each sees: of the country that is theirs, of all, of none. */
const SEEN: Readonly<Record<Person, string | null>> = {
  ngoMember: OURS, ngoCoordinator: OURS, scac: OURS, ssi: OURS, scacElsewhere: THEIRS, adviser: 'true', assistant: 'true',
  expert: null, authority: null, international: null, translator: null, suspended: null,
};

test.each(Object.entries(SEEN) as [Person, string | null][])('%s sees the registrations and participants that are theirs to see', async (who, condition) => {
  for (const table of ['registration', 'participant']) {
    expect(await countOf(who, table)).toBe(condition === null ? 0 : await all(`${table} where ${condition}`));
    if (condition) expect(await all(`${table} where ${condition}`)).toBeGreaterThan(0);
  }
});

test('a visitor sees none, nor any quota', async () => {
  for (const table of ['registration', 'participant', 'session_quota', 'quota_count']) expect(await countOf(null, table)).toBe(0);
});

test('quotas are for those who prepare the session', async () => {
  expect(await countOf('adviser', 'session_quota')).toBe(await all('session_quota'));
  for (const [who, country] of [['scac', 'RS'], ['scacElsewhere', 'AL']] as const) {
    await owner(`insert into session_quota (uuid, session_uuid, kind, key, places) select gen_random_uuid(), max(uuid::text)::uuid, 'PROFESSION', '', 1 from training_session where country_code = '${country}'`);
    expect(await countOf(who, 'session_quota')).toBe(await all(`session_quota q join training_session s on s.uuid = q.session_uuid where s.country_code = '${country}'`));
  }
  expect(await countOf('ngoCoordinator', 'session_quota')).toBe(0);
  expect(await change('ngoCoordinator', `insert into session_quota (uuid, session_uuid, kind, key, places) select gen_random_uuid(), uuid, 'MODE', 'ONLINE', 1 from training_session limit 1`)).toBe(DENIED);
});

test.each(['registration', 'participant', 'session_quota', 'quota_count'])('the rules of %s are what hides its rows: without them all are seen', async (table) => {
  await owner(`alter table ${table} disable row level security`);
  expect(await countOf(null, table)).toBe(await all(table));
  await owner(`alter table ${table} enable row level security`);
});

describe('the database refuses', () => {
  const of = (condition: string, state: string): string => `where ${condition} and state = '${state}'`;

  test('to validate what one registered oneself, or what is another embassy’s', async () => {
    expect(await change('ngoCoordinator', `update registration set state = 'CONFIRMED' ${of(OURS, 'AWAITING_VALIDATION')}`)).toBe(DENIED);
    expect(await change('ngoCoordinator', `update registration set state = 'WAITING', waits_since = now(), decided_by_id = acting_person() ${of(OURS, 'AWAITING_VALIDATION')}`)).toBe(DENIED);
    const decide = `update registration set state = 'WAITING', waits_since = now(), decided_at = now(), decided_by_id = acting_person() ${of(OURS, 'AWAITING_VALIDATION')}`;
    expect(await change('scacElsewhere', decide)).toBe(0);
    expect(await change('adviser', decide)).toBe(0);
    expect(await change('scac', decide)).toBe(await all(`registration ${of(OURS, 'AWAITING_VALIDATION')}`));
    expect(await change('scac', decide.replaceAll('acting_person()', `'${ids.get('ssi')}'`))).toBe(DENIED);
    expect(await change('scac', `update registration set state = 'CONFIRMED' ${of(OURS, 'AWAITING_VALIDATION')}`)).toBe(DENIED);
  });

  test('to withdraw others', async () => {
    const withdraw = `update registration set state = 'WITHDRAWN', ending = 'WITHDRAWN', ended_at = now() where state = 'CONFIRMED'`;
    expect(await change('ngoCoordinator', withdraw)).toBe(await all(`registration where ${OURS} and state = 'CONFIRMED'`));
    for (const who of ['scacElsewhere', 'expert', 'authority', 'adviser'] as const) expect(await change(who, withdraw)).toBe(0);
  });

  test('to register people of others, in the name of others, or with a place at once', async () => {
    const insert = (state: string, by: string, condition: string): string => `
      insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, mode, state, registered_by_id, submission, consented_at, waits_since)
      select gen_random_uuid(), (select max(uuid::text)::uuid from training_session where stage = 'OPEN' and starts_at > now()), p.uuid, p.email, p.organisation_slug, p.country_code, p.sector, 'ON_SITE', '${state}', ${by}, gen_random_uuid(), now(), now()
      from participant p where ${condition} limit 1`;
    expect(await change('ngoCoordinator', insert('WAITING', 'acting_person()', OURS))).toBe(1);
    expect(await change('ngoCoordinator', insert('CONFIRMED', 'acting_person()', OURS))).toBe(DENIED);
    expect(await change('ngoCoordinator', insert('WAITING', `'${ids.get('ngoMember')}'`, OURS))).toBe(DENIED);
    expect(await change('scac', insert('WAITING', 'acting_person()', OURS))).toBe(DENIED);
    expect(await change('adviser', insert('WAITING', 'acting_person()', OURS))).toBe(DENIED);
  });

  test('to give places to whoever does not say that they are about places', async () => {
    expect(await change('ngoCoordinator', `select take_place(uuid) from registration where ${OURS} limit 1`)).toBe(DENIED);
    expect(await change('ngoCoordinator', `select offer_places(session_uuid, '1 day') from registration where ${OURS} limit 1`)).toBe(DENIED);
  });

  test('to raise a counter above its limit, whoever does it', async () => {
    await expect(owner('update training_session set places_taken = places + 1')).rejects.toThrow('no place is left');
    await expect(owner('update quota_count c set taken = q.places + 1 from session_quota q where q.uuid = c.quota_uuid')).rejects.toThrow('no place is left in a quota');
    for (const table of ['registration', 'participant']) expect(await change('adviser', `delete from ${table}`)).toBe(0);
  });
});
