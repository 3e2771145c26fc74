/** What the tables of what is kept of countries hold to, whatever a service forgets. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { passAsReal } from '../recommendations/progress.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { keepNote } from './upkeep.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let orm: MikroORM;
const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);
const OTHERS = [PEOPLE.scacElsewhere, PEOPLE.authority, PEOPLE.ngoCoordinator, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null];
const KEEPERS = [PEOPLE.scac, PEOPLE.ssi, PEOPLE.assistant, PEOPLE.adviser];

beforeAll(async () => {
  const headers = await signEverybodyIn(server());
  await owner(server(), `insert into hotline (country_code, position, number, source) values ('RS', 99, '1', 'A test')`);
  await owner(server(), 'delete from travel_note');
  await keepNote(server(), headers.scac);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

/** It was done, up to the statement that takes it back. */
const isDone = (said: number | string): boolean => said === 'division by zero';

test.each([
  ['a holiday', `insert into holiday (country_code, date, source, source_locale) values ('RS', '2097-01-05', 'S', 'en') returning 1`], ['a correction', `update holiday set is_struck = true where country_code = 'RS' returning 1`],
])('%s is written by those who keep the country, and by nobody else', async (title, statement) => {
  for (const email of KEEPERS) expect([email, isDone(await as(email, statement, 'select 1/0'))]).toEqual([email, true]);
  for (const email of OTHERS) expect([email, await as(email, statement)]).toEqual([email, title === 'a holiday' ? expect.stringContaining('row-level security') : 0]);
});

const said = (table: string, role: string, invented = true): string => (table === 'hotline_check'
  ? `insert into hotline_check (country_code, number, checked_on, checked_as, is_demonstration) values ('RS', '1', '2026-11-01', '${role}', ${invented})`
  : `insert into holiday_change (country_code, date, kind, name, locale, changed_as, source, is_demonstration) values ('RS', '2097-01-05', 'ADDED', 'N', 'en', '${role}', 'S', ${invented})`);

test.each(['hotline_check', 'holiday_change'])('what was done (%s) is said for one’s own service alone, stays, and is nobody’s to change; without the rule it is said for any: the control', async (table) => {
  expect([isDone(await as(PEOPLE.scac, said(table, 'SCAC'), 'select 1/0')), isDone(await as(PEOPLE.adviser, said(table, 'ADVISER'), 'select 1/0'))]).toEqual([true, true]);
  for (const [email, role, invented] of [[PEOPLE.scac, 'SSI', true], [PEOPLE.scac, 'ADVISER', true], [PEOPLE.scac, 'SCAC', false], [PEOPLE.adviser, 'SCAC', true], ...OTHERS.map((one) => [one, 'SCAC', true] as const)] as const) {
    expect([email, role, await as(email, said(table, role, invented))]).toEqual([email, role, expect.stringContaining('row-level security')]);
  }
  await owner(server(), said(table, 'SCAC'));
  for (const email of [...KEEPERS, ...OTHERS]) expect([await as(email, `update ${table} set is_demonstration = false returning 1`), await as(email, `delete from ${table} returning 1`)]).toEqual([0, 0]);
  await owner(server(), `alter table ${table} disable row level security`);
  expect(isDone(await as(PEOPLE.expert, said(table, 'SCAC'), 'select 1/0'))).toBe(true);
  await owner(server(), `alter table ${table} enable row level security`);
});

test('a note is read by posts and the adviser, and written by those who keep the country; without the rule it is read by visitors: the control', async () => {
  for (const email of [...KEEPERS, PEOPLE.scacElsewhere]) expect([email, await as(email, 'select from travel_note')]).toEqual([email, 1]);
  for (const email of OTHERS.filter((one) => one !== PEOPLE.scacElsewhere)) expect([email, await as(email, 'select from travel_note'), await as(email, 'select from travel_note_translation')]).toEqual([email, 0, 0]);
  for (const email of OTHERS) {
    expect([email, await as(email, `update travel_note set checked_on = '2026-01-01' returning 1`), await as(email, 'delete from travel_note returning 1'), await as(email, `update travel_note_translation set text = 'X' returning 1`)]).toEqual([email, 0, 0, 0]);
    expect([email, await as(email, `insert into travel_note_translation (note_uuid, locale, text) select uuid, 'fr', 'X' from travel_note`, 'select 1/0')]).toEqual([email, email === PEOPLE.scacElsewhere ? expect.stringContaining('row-level security') : 'division by zero']);
  }
  for (const email of KEEPERS) expect([email, isDone(await as(email, `update travel_note set checked_on = '2026-01-01' returning 1`, 'select 1/0'))]).toEqual([email, true]);
  await owner(server(), 'alter table travel_note disable row level security');
  expect(await as(null, 'select from travel_note')).toBe(1);
  await owner(server(), 'alter table travel_note enable row level security');
});

test('a number becomes one to call by those who keep the country and are real, and by nobody else; without the rule whoever asks does so: the control', async () => {
  const statement = `update hotline set is_verified = true where country_code = 'RS' returning 1`;
  for (const email of [...KEEPERS, ...OTHERS]) expect([email, await as(email, statement)]).toEqual([email, 0]);
  const back = await passAsReal(server(), PEOPLE.scac);
  expect(isDone(await as(PEOPLE.scac, statement, 'select 1/0'))).toBe(true);
  await back();
  await owner(server(), 'alter table hotline disable row level security');
  expect(isDone(await as(PEOPLE.expert, statement, 'select 1/0'))).toBe(true);
  await owner(server(), 'alter table hotline enable row level security');
});
