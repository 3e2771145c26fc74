/** What the tables of the dates of monitoring bodies hold to, whatever a service forgets. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';
import { saveCycle } from './monitoring.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let orm: MikroORM;
let serbian: string;
const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);
const entered = (country: string, invented: boolean): string => `insert into monitoring_cycle (uuid, country_code, body, round, source, is_demonstration) values ('00000000-0000-4000-8000-0000000000d2', '${country}', 'GRETA', 9, 'S', ${invented})`;

beforeAll(async () => {
  const headers = await signEverybodyIn(server());
  await owner(server(), 'delete from monitoring_cycle');
  serbian = (await saveCycle(server(), headers.scac)).key;
  await saveCycle(server(), headers.adviser, { country: 'BG' });
  await owner(server(), `insert into monitoring_reminder (cycle_uuid, step, due_on) values (?, 'VISIT', '2097-03-02')`, [serbian]);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const OTHERS = [PEOPLE.scacElsewhere, PEOPLE.authority, PEOPLE.ngoCoordinator, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null];

test('the dates are seen by the adviser and by the post of the country; without the rule by whoever asks: the control', async () => {
  for (const email of OTHERS) expect([email, await as(email, 'select from monitoring_cycle')]).toEqual([email, 0]);
  expect([await as(PEOPLE.scac, 'select from monitoring_cycle'), await as(PEOPLE.adviser, 'select from monitoring_cycle')]).toEqual([1, 2]);
  await owner(server(), 'alter table monitoring_cycle disable row level security');
  expect(await as(PEOPLE.scacElsewhere, 'select from monitoring_cycle')).toBe(2);
  await owner(server(), 'alter table monitoring_cycle enable row level security');
});

test('they are entered, changed and removed by those who answer for the country, on their side, and by nobody else', async () => {
  const refused = 'new row violates row-level security policy for table "monitoring_cycle"';
  for (const email of OTHERS) expect([email, await as(email, entered('RS', true))]).toEqual([email, refused]);
  expect([await as(PEOPLE.scac, entered('BG', true)), await as(PEOPLE.scac, entered('RS', false)), await as(PEOPLE.adviser, entered('BG', false))]).toEqual([refused, refused, refused]);
  expect([await as(PEOPLE.scac, entered('RS', true), 'select 1/0'), await as(PEOPLE.scacElsewhere, `update monitoring_cycle set round = 3 returning 1`), await as(PEOPLE.scacElsewhere, 'delete from monitoring_cycle returning 1'), await as(PEOPLE.scac, 'delete from monitoring_cycle returning 1', 'select 1/0'), await as(PEOPLE.adviser, 'delete from monitoring_cycle returning 1', 'select 1/0')]).toEqual(['division by zero', 0, 0, 'division by zero', 'division by zero']);
  for (const email of OTHERS) expect([email, await as(email, `delete from monitoring_cycle where uuid = '${serbian}' returning 1`)]).toEqual([email, 0]);
  await owner(server(), 'update monitoring_cycle set is_demonstration = false where uuid = ?', [serbian]);
  expect(await as(PEOPLE.adviser, `delete from monitoring_cycle where uuid = '${serbian}' returning 1`)).toBe(0);
  await owner(server(), 'update monitoring_cycle set is_demonstration = true where uuid = ?', [serbian]);
  expect(await as(PEOPLE.scac, `update monitoring_cycle set country_code = 'BG' where uuid = '${serbian}'`)).toContain('row-level security');
});

test('of whom was reminded nobody reads; without the rule whoever asks does: the control', async () => {
  for (const email of [PEOPLE.adviser, PEOPLE.scac, null]) expect([email, await as(email, 'select from monitoring_reminder'), await as(email, `select where take_monitoring_reminder('{}') is not null`)]).toEqual([email, 0, 0]);
  await owner(server(), 'alter table monitoring_reminder disable row level security');
  expect(await as(PEOPLE.scac, 'select from monitoring_reminder')).toBe(1);
  await owner(server(), 'alter table monitoring_reminder enable row level security');
});
