/** What the rules of the table let each role see and change of the addresses of calendars, asked without any reader. */
import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../database.ts';
import { asPersonIn } from './as-person.ts';
import { PEOPLE } from './roles.ts';

const database = testDatabase('full');
const asPerson = asPersonIn(database);
type Person = keyof typeof PEOPLE;
const ids = new Map<Person, string>();
const DENIED = '42501';
const owner = <T>(text: string): Promise<T[]> => database().orm.em.fork().execute<T[]>(text);

/** Does something in the application’s name as a person, and undoes it: how many rows, or the code of the refusal. */
const as = (who: Person | null, statement: string): Promise<number | string> =>
  asPerson(who && ids.get(who), (client) => client.query(statement).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!));
const insert = (who: string, country: string): string => `insert into calendar_link (uuid, person_id, country_code, locale, secret_hash) values (gen_random_uuid(), ${who}, ${country}, 'fr', gen_random_uuid()::text)`;

beforeAll(async () => {
  for (const [role, email] of Object.entries(PEOPLE)) ids.set(role as Person, (await owner<{ id: string }>(`select id from person where email = '${email}'`))[0]!.id);
  await owner(`update person set suspended_at = now() where email = '${PEOPLE.suspended}'`);
  for (const country of ['null', `'RS'`]) await owner(insert(`'${ids.get('scac')}'`, country));
  await owner(insert(`'${ids.get('adviser')}'`, 'null'));
});

test('they show everybody their own rows, and let them make and delete those alone', async () => {
  expect([await as('scac', 'select from calendar_link'), await as('scac', 'delete from calendar_link'), await as('scac', `update calendar_link set locale = 'en'`)]).toEqual([2, 2, 0]);
  expect([await as(null, 'select from calendar_link'), await as('adviser', `select from calendar_link where person_id <> acting_person()`)]).toEqual([0, 0]);
  expect([await as('scac', insert('acting_person()', `'RS'`)), await as('scac', insert('acting_person()', 'null'))]).toEqual([1, 1]);
  expect([await as('scac', insert('acting_person()', `'AL'`)), await as('adviser', insert('acting_person()', `'RS'`)), await as('ngoMember', insert('acting_person()', `'RS'`))]).toEqual([DENIED, DENIED, DENIED]);
  const other = `'${ids.get('scac')}'`;
  expect([await as('suspended', insert('acting_person()', 'null')), await as('adviser', insert(other, 'null')), await as(null, insert(other, 'null'))]).toEqual([DENIED, DENIED, DENIED]);
});

test('they let whoever has a role make one of a theme, and nobody one of a theme and an embassy', async () => {
  const ofTheme = (country: string): string => insert('acting_person()', country).replace('(uuid,', '(theme_code, uuid,').replace('values (', `values ('IDENTIFICATION', `);
  expect([await as('ngoMember', ofTheme('null')), await as('scac', ofTheme(`'RS'`)), await as('suspended', ofTheme('null'))]).toEqual([1, '23514', DENIED]);
});

test('they are what hides rows: without them all are seen', async () => {
  await owner('alter table calendar_link disable row level security');
  expect(await as(null, 'select from calendar_link')).toBe((await owner<{ count: number }>('select count(*)::int as count from calendar_link'))[0]!.count);
  await owner('alter table calendar_link enable row level security');
});

test('whoever has no secret opens nothing', async () => {
  expect(await as('adviser', `select from open_calendar('')`)).toBe(0);
  expect(await as(null, `select from open_calendar(null)`)).toBe(0);
});
