/** What the tables of provisions hold to, whatever a service forgets. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';
import { saveProvision } from './provisions.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let orm: MikroORM;
let serbian: string;
const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);
const entered = (country: string, invented: boolean): string => `insert into national_provision (uuid, kind, country_code, instrument_code, locale, text, reference, source, entered_as, is_demonstration) values ('00000000-0000-4000-8000-0000000000d4', 'PROVISION', '${country}', 'coe-197', 'en', 'T', 'R', 'S', 'SCAC', ${invented})`;
const TABLES = ['national_provision', 'national_provision_article'] as const;

beforeAll(async () => {
  const headers = await signEverybodyIn(server());
  await owner(server(), 'delete from national_provision');
  serbian = (await saveProvision(server(), headers.scac, { articles: ['18'] })).key;
  await saveProvision(server(), headers.adviser, { country: 'BG', articles: ['18'] });
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const OTHERS = [PEOPLE.scacElsewhere, PEOPLE.authority, PEOPLE.ngoCoordinator, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null];

test('provisions and what they are linked to are seen by the adviser and by the post of the country; without the rule by whoever asks: the control', async () => {
  for (const table of TABLES) {
    for (const email of OTHERS) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, 0]);
    expect([await as(PEOPLE.scac, `select from ${table}`), await as(PEOPLE.adviser, `select from ${table}`)]).toEqual([1, 2]);
    await owner(server(), `alter table ${table} disable row level security`);
    expect(await as(PEOPLE.scacElsewhere, `select from ${table}`)).toBe(2);
    await owner(server(), `alter table ${table} enable row level security`);
  }
});

test('they are entered, changed and removed by those who answer for the country, on their side, and by nobody else', async () => {
  const refused = 'new row violates row-level security policy for table "national_provision"';
  for (const email of OTHERS) expect([email, await as(email, entered('RS', true))]).toEqual([email, refused]);
  expect([await as(PEOPLE.scac, entered('BG', true)), await as(PEOPLE.scac, entered('RS', false)), await as(PEOPLE.adviser, entered('BG', false))]).toEqual([refused, refused, refused]);
  expect([await as(PEOPLE.scac, entered('RS', true), 'select 1/0'), await as(PEOPLE.scacElsewhere, `update national_provision set text = 'X' returning 1`), await as(PEOPLE.scacElsewhere, 'delete from national_provision returning 1'), await as(PEOPLE.scac, 'delete from national_provision returning 1', 'select 1/0')]).toEqual(['division by zero', 0, 0, 'division by zero']);
  expect(await as(PEOPLE.scac, `update national_provision set country_code = 'BG' where uuid = '${serbian}'`)).toContain('row-level security');
});

test('they are linked to articles of their instrument, and to recommendations to their country, by those who keep them', async () => {
  const article = (number: string, instrument = 'coe-197'): string => `insert into national_provision_article (provision_uuid, instrument_code, number) values ('${serbian}', '${instrument}', '${number}')`;
  const answers = (country: string): string => `insert into national_provision_recommendation (provision_uuid, recommendation_slug) select '${serbian}', slug from recommendation where country_code = '${country}' order by slug limit 1`;
  for (const email of OTHERS) for (const statement of [article('19'), answers('RS')]) expect([email, await as(email, statement)]).toEqual([email, expect.stringContaining('row-level security')]);
  expect([await as(PEOPLE.scac, article('19'), 'select 1/0'), await as(PEOPLE.scac, answers('RS'), 'select 1/0')]).toEqual(['division by zero', 'division by zero']);
  expect([await as(PEOPLE.scac, article('5', 'palermo-protocol')), await as(PEOPLE.scac, article('48'))]).toEqual([expect.stringContaining('foreign key'), expect.stringContaining('foreign key')]);
  expect(await as(PEOPLE.adviser, answers('BG'))).toContain('row-level security');
  expect(await as(PEOPLE.scacElsewhere, 'delete from national_provision_article returning 1')).toBe(0);
});
