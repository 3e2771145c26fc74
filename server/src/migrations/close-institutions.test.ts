/** What the migration does to the sheets that are there. */
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';

const NAME = '20261201200000-close-institutions';
const [UNCHOSEN, CHOSEN, LATER] = ['a', 'b', 'c'].map((digit) => `0000000${digit}-0000-7000-8000-00000000000${digit}`) as [string, string, string];

const database = testDatabase('full');
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);
const put = (uuid: string, chosen: string | null): Promise<unknown> => sql(
  `with e as (insert into expert (uuid, name, profession_code, institution_code, source_locale, chosen_at) values (?, 'Real', 'JUDGE', 'ENM', 'fr', ?) returning uuid)
   insert into expert_translation (expert_uuid, locale, summary) select uuid, 'fr', 'x' from e`, [uuid, chosen]);
const shown = async (uuid: string): Promise<unknown> => (await sql('select institution_visibility as shown from expert where uuid = ?', [uuid]))[0]!.shown;

test('what nobody has chosen is closed, what somebody chose stays open, and what is invented too', async () => {
  await database().orm.migrator.down({ migrations: [NAME] });
  await sql(`update expert set chosen_at = null where is_demonstration`);
  const invented = (): Promise<unknown> => sql(`select institution_visibility as shown, chosen_at is not null as chosen, count(*)::int as count from expert where is_demonstration group by 1, 2`);
  const [{ count }] = (await invented()) as [{ count: number }];
  await put(UNCHOSEN, null);
  await put(CHOSEN, '2026-01-01');
  expect([await shown(UNCHOSEN), await shown(CHOSEN)]).toEqual(['PUBLIC', 'PUBLIC']);
  await sql('delete from audit_entry');
  await database().orm.migrator.up();
  await put(LATER, null);
  expect([await shown(UNCHOSEN), await shown(CHOSEN), await shown(LATER)]).toEqual(['ADVISER', 'PUBLIC', 'ADVISER']);
  expect(await invented()).toEqual([{ shown: 'PUBLIC', chosen: true, count }]);
  expect(await sql(`select from audit_entry where part = 'institution_visibility'`)).toEqual([]);
});
