/** What the migration makes of trainers who were kept apart by another way, and of those who were not. */
import type { Migration } from '@mikro-orm/migrations';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { Migration20261128130300 } from './20261128130300-keep-trainers-apart.ts';
import { Migration20261129140300 } from './20261129140300-name-busy-drafts.ts';

/** It, and the one that gives sessions their place which are held both in a place and online. */
const NAMES = ['20261207000100-engage-experts', '20261208000300-place-hybrid-trainings'];
const database = testDatabase('full');
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);
const keyOf = (n: number): string => `0000000${n}-0000-7000-8000-00000000000${n}`;
let expert: string;

/** The tables as they were before it. */
async function before(): Promise<void> {
  const { orm } = database();
  for (const name of NAMES) await sql('delete from mikro_orm_migrations where name = ?', [name]);
  await sql('drop function follow_trainings() cascade');
  for (const function_ of ['engage_trainers(uuid)', 'is_engaged_twice(uuid)', 'training_hours(uuid)']) await sql(`drop function ${function_}`);
  await sql('drop table expert_engagement cascade');
  for (const Earlier of [Migration20261128130300, Migration20261129140300]) {
    const migration: Migration = new Earlier(orm.em.getDriver(), orm.config);
    migration.up();
    for (const query of migration.getQueries()) await sql(String(query));
  }
}

/** A session on some days of a May, in which the expert teaches. */
async function teach(n: number, from: number, to: number, stage = 'OPEN'): Promise<void> {
  await database().orm.em.fork().transactional(async (em) => {
    await em.execute(
      `insert into training_session (uuid, source_locale, theme_code, format, country_code, starts_at, ends_at, time_zone, places, stage)
       values (?, 'en', (select min(code) from theme), 'ON_SITE', 'RS', ?, ?, 'Europe/Belgrade', 1, 'DRAFT')`, [keyOf(n), `2150-05-0${from}T08:00Z`, `2150-05-0${to}T16:00Z`]);
    await em.execute(`insert into training_session_translation (session_uuid, locale, title) values (?, 'en', 'A session')`, [keyOf(n)]);
    await em.execute('insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 1)', [keyOf(n), expert]);
    // What was there before trainers were kept apart is so: not compared.
    await em.execute('alter table session_trainer disable trigger session_trainer_busy');
    await em.execute('update session_trainer set busy = null where session_uuid = ?', [keyOf(n)]);
    await em.execute('alter table session_trainer enable trigger session_trainer_busy');
    await em.execute('update training_session set stage = ? where uuid = ?', [stage, keyOf(n)]);
  });
}

const firm = (): Promise<unknown> => sql(`select right(source::text, 1)::int as n, is_firm as firm, place from expert_engagement where source::text like '0000000_-0000-7000-8000-%' order by 1`);

beforeAll(async () => {
  // What missions engage anybody in is not of this migration.
  await sql('delete from mission');
  expert = (await sql<{ uuid: string }>('select uuid from expert order by uuid limit 1'))[0]!.uuid;
});

test('each is engaged as before; of what overlaps already the first is firm, the others are kept and compared with nothing until they change', async () => {
  const lines = () => sql(`select source, who, place, held::text, is_firm from expert_engagement order by source, who`);
  const was = await lines();
  await before();
  await teach(1, 1, 3);
  await teach(2, 2, 4);
  await teach(3, 4, 5);
  await teach(4, 1, 5, 'ARCHIVED');
  await database().orm.migrator.up();
  expect(await firm()).toEqual([{ n: 1, firm: true, place: 'RS' }, { n: 2, firm: false, place: 'RS' }, { n: 3, firm: true, place: 'RS' }]);
  expect((await lines()).filter((line) => !String((line as { source: string }).source).startsWith('0000000'))).toEqual(was);
  expect(was.length).toBeGreaterThan(100);
  // A change that leaves its hours as they are is let be; one of its hours is compared.
  await sql(`update training_session set town = 'Niš' where uuid = ?`, [keyOf(2)]);
  await expect(sql(`update training_session set ends_at = ends_at - interval '1 hour' where uuid = ?`, [keyOf(2)])).rejects.toThrow('expert_engaged_once');
  await sql(`update training_session set starts_at = starts_at + interval '4 days', ends_at = ends_at + interval '4 days' where uuid = ?`, [keyOf(2)]);
  expect(await firm()).toContainEqual({ n: 2, firm: true, place: 'RS' });
});
