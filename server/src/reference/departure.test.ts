import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyDatabase } from '../../test/database.ts';
import { importReference, totalOf } from './index.ts';
import { type Edits, editedFolder } from './reference.fixture.ts';

let database: Awaited<ReturnType<typeof copyDatabase>>;

beforeEach(async () => {
  database = await copyDatabase('full');
});

afterEach(() => database.drop());

const sql = <T = unknown>(statement: string): Promise<T[]> => database.orm.em.fork().execute<T[]>(statement);
const importWith = async (edits: Edits) => importReference(database.orm.em, await editedFolder(edits));

const withoutAstra: Edits = { 'organisations.json': (file) => void (file.organisations = file.organisations.filter(({ slug }) => slug !== 'astra')) };
const astra = () => sql(`select o.slug, t.locale from organisation o left join organisation_translation t on t.organisation_slug = o.slug where o.slug = 'astra' order by 2`);

test('a row that left the files goes, with its names', async () => {
  const report = await importWith(withoutAstra);
  expect(totalOf(report)).toMatchObject({ deleted: 3, kept: 0 });
  expect(await astra()).toEqual([]);
  expect(await sql(`select from reference_row where row_key like '%astra%'`)).toEqual([]);
});

test('a row that left the files stays when a person has changed it', async () => {
  await sql(`update organisation set acronym = 'A' where slug = 'astra'`);
  expect((await importWith(withoutAstra)).kept).toContain('organisation ["astra"]: left the files');
  expect(await astra()).toHaveLength(2);
});

test('a row that left the files stays when a person has added to it', async () => {
  await sql(`insert into organisation_translation (organisation_slug, locale, name) values ('astra', 'fr', 'ASTRA, action contre la traite')`);
  expect(totalOf(await importWith(withoutAstra))).toMatchObject({ deleted: 0, kept: 3 });
  expect(await astra()).toHaveLength(3);
});

test('a row that comes back to the files after a person deleted it stays deleted', async () => {
  await sql(`delete from organisation where slug = 'astra'`);
  await importWith(withoutAstra);
  await importReference(database.orm.em);
  expect(await astra()).toEqual([]);
});

test('a theme that left the files stays while experts work on it', async () => {
  const [used] = await sql<{ code: string }>('select theme_code as code from expert_theme limit 1');
  const report = await importWith({
    'vocabulary.json': (file) => {
      file.themes = file.themes.filter(({ code }) => code !== used!.code);
      file.subthemes = file.subthemes.filter(({ theme }) => theme !== used!.code);
    },
    'recommendations.json': (file) => {
      for (const recommendation of file.recommendations) recommendation.themes = recommendation.themes.filter((code) => code !== used!.code);
    },
  });
  expect(report.kept).toContain(`theme ["${used!.code}"]: left the files`);
  expect(await sql(`select code from theme where code = '${used!.code}'`)).toHaveLength(1);
});

test('a holiday that left the files goes with its names', async () => {
  const report = await importWith({ 'holidays-2027.json': (file) => void (file.holidays = file.holidays.filter(({ country }) => country !== 'SI')) });
  expect(report.tables.holiday!.deleted).toBe(15);
  expect(await sql(`select from holiday_translation where country_code = 'SI'`)).toEqual([]);
});
