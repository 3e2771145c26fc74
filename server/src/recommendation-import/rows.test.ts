/** What the tables of the register hold to, whatever a service forgets. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let orm: MikroORM;
const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);

const added = (invented: boolean): string => `insert into recommendation (slug, country_code, body, verb, source_locale, source, is_demonstration) values ('t-new', 'RS', 'GRETA', 'URGE', 'en', 'S', ${invented})`;
const WORDS = `insert into recommendation_translation (recommendation_slug, locale, summary) values ('t-new', 'en', 'S')`;

beforeAll(async () => {
  await signEverybodyIn(server());
  await owner(server(), `insert into recommendation_import_row (slug, "values", is_demonstration) values ('t-invented', '{}', true), ('t-real', '{}', false)`);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const OTHERS = [PEOPLE.scac, PEOPLE.authority, PEOPLE.ngoCoordinator, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null];

test('the register is read by everybody and written by the adviser alone; without the rules by whoever asks: the control', async () => {
  const refused = 'new row violates row-level security policy for table "recommendation"';
  const count = (await owner(server(), 'select from recommendation')).length;
  for (const email of OTHERS) {
    expect([email, await as(email, 'select from recommendation'), await as(email, added(true), WORDS)]).toEqual([email, count, refused]);
    expect([email, await as(email, `update recommendation set body = 'X' returning 1`), await as(email, `update recommendation_translation set summary = 'X' returning 1`), await as(email, 'delete from recommendation_theme returning 1'), await as(email, 'delete from recommendation returning 1')]).toEqual([email, 0, 0, 0, 0]);
  }
  expect(await as(PEOPLE.adviser, added(true), WORDS, 'select 1/0')).toBe('division by zero');
  for (const table of ['recommendation', 'recommendation_translation']) await owner(server(), `alter table ${table} disable row level security`);
  expect(await as(PEOPLE.scac, added(true), WORDS, 'select 1/0')).toBe('division by zero');
  for (const table of ['recommendation', 'recommendation_translation']) await owner(server(), `alter table ${table} enable row level security`);
});

test('whoever is invented writes nothing real, and nobody takes a recommendation out', async () => {
  expect(await as(PEOPLE.adviser, added(false), WORDS)).toBe('new row violates row-level security policy for table "recommendation"');
  expect([await as(PEOPLE.adviser, `update recommendation set body = 'X' returning 1`), await as(PEOPLE.adviser, `update recommendation_translation set summary = 'X' returning 1`), await as(PEOPLE.adviser, 'delete from recommendation_theme returning 1'), await as(PEOPLE.adviser, 'delete from recommendation returning 1')]).toEqual([0, 0, 0, 0]);
});

test('what was imported last is known to the adviser alone, on their side; without the rule to everybody: the control', async () => {
  for (const email of OTHERS) expect([email, await as(email, 'select from recommendation_import_row')]).toEqual([email, 0]);
  expect(await as(PEOPLE.adviser, 'select from recommendation_import_row')).toBe(1);
  await owner(server(), 'alter table recommendation_import_row disable row level security');
  expect(await as(PEOPLE.scac, 'select from recommendation_import_row')).toBe(2);
  await owner(server(), 'alter table recommendation_import_row enable row level security');
});
