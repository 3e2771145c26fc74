import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyDatabase } from '../../test/database.ts';
import { importReference, ReferenceFileError, totalOf } from './index.ts';
import { editedFolder, pick } from './reference.fixture.ts';
import { TABLE_NAMES } from './tables.ts';

let database: Awaited<ReturnType<typeof copyDatabase>>;

beforeEach(async () => {
  database = await copyDatabase('empty');
});

afterEach(() => database.drop());

const sql = <T = unknown>(statement: string): Promise<T[]> => database.orm.em.fork().execute<T[]>(statement);
const counts = async (): Promise<unknown> => {
  const [row] = await sql(`select ${TABLE_NAMES.map((name) => `(select count(*) from "${name}")::int as "${name}"`).join(', ')}`);
  return row;
};
const first = () => importReference(database.orm.em);

test('a first import fills every table', async () => {
  const report = await first();
  expect(report).toMatchObject({ isUpToDate: false, kept: [], tables: { country: { inserted: 16 }, country_translation: { inserted: 256 }, term: { inserted: 131 } } });
  expect(await counts()).toEqual(Object.fromEntries(Object.entries(report.tables).map(([name, { inserted }]) => [name, inserted])));
  expect(Object.values(await counts() as Record<string, number>)).not.toContain(0);
});

test('a second import changes nothing and looks at nothing', async () => {
  await first();
  await sql(`update organisation set website = 'https://example.org' where slug = 'astra'`);
  expect(await importReference(database.orm.em)).toEqual({ isUpToDate: true, tables: {}, kept: [] });
});

test('files that say the same in another way change no row', async () => {
  const { inserted } = totalOf(await first());
  const again = await importReference(database.orm.em, await editedFolder({ 'organisations.json': () => undefined }));
  expect(again.isUpToDate).toBe(false);
  expect(totalOf(again)).toEqual({ inserted: 0, updated: 0, kept: 0, deleted: 0, unchanged: inserted });
});

test('a column that a person changed stays while the others follow a new version', async () => {
  await first();
  await sql(`update organisation set website = 'https://example.org/ours' where slug = 'astra'`);
  const folder = await editedFolder({
    'organisations.json': (file) => {
      file.version = 2;
      Object.assign(pick(file.organisations, 'astra'), { website: 'https://example.org/theirs', acronym: 'ASTRA 2' });
    },
  });
  const report = await importReference(database.orm.em, folder);
  expect(report.kept).toEqual(['organisation ["astra"]: website']);
  expect(report.tables.organisation).toEqual({ inserted: 0, updated: 1, kept: 1, deleted: 0, unchanged: 54 });
  expect(await sql(`select website, acronym from organisation where slug = 'astra'`)).toEqual([{ website: 'https://example.org/ours', acronym: 'ASTRA 2' }]);
  const later = await editedFolder({ 'organisations.json': (file) => void (pick(file.organisations, 'astra').acronym = 'ASTRA 3') });
  await importReference(database.orm.em, later);
  expect(await sql(`select website, acronym from organisation where slug = 'astra'`)).toEqual([{ website: 'https://example.org/ours', acronym: 'ASTRA 3' }]);
});

test('a row that a person deleted stays deleted, and so does what hung on it', async () => {
  await first();
  await sql(`delete from organisation where slug = 'atina'`);
  await sql(`delete from hotline where country_code = 'UA' and position = 2`);
  const folder = await editedFolder({
    'organisations.json': (file) => Object.assign(pick(file.organisations, 'atina').names, { fr: 'ONG Atina' }),
  });
  const report = await importReference(database.orm.em, folder);
  expect(report.kept).toContain('organisation ["atina"]: deleted');
  expect(report.kept).toContain('hotline ["UA",2]: deleted');
  expect(totalOf(report)).toMatchObject({ inserted: 0, updated: 0 });
  expect(await sql(`select slug from organisation where slug = 'atina'`)).toEqual([]);
  expect(await sql(`select position from hotline where country_code = 'UA'`)).toEqual([{ position: 1 }]);
});

test('a row that stood there before the files had it is a person’s', async () => {
  await sql(`
    with theme as (insert into theme (code, position) values ('COMPENSATION', 3) returning code)
    insert into theme_translation (theme_code, locale, name, source)
    select code, locale, name, 'The adviser' from theme, (values ('fr', 'Réparation'), ('en', 'Compensation')) as names (locale, name)`);
  const report = await first();
  expect(report.kept).toContain('theme ["COMPENSATION"]: position');
  expect(report.kept).toContain('theme_translation ["COMPENSATION","fr"]: name, source, is_verified, checked_on');
  await importReference(database.orm.em, await editedFolder({ 'organisations.json': (file) => void (file.version = 2) }));
  expect(await sql(`select name from theme_translation where theme_code = 'COMPENSATION' and locale = 'fr'`)).toEqual([{ name: 'Réparation' }]);
});

test('a new version does not vouch for a hotline that a person wrote', async () => {
  await first();
  await sql(`update hotline set number = '0800 999', source = 'The embassy', source_url = null, is_verified = false, checked_on = null where country_code = 'BG'`);
  const folder = await editedFolder({
    'countries.json': (file) => void Object.assign(pick(file.countries, 'BG').hotlines[0]!, { number: '0800 111', provenance: { source: 'A page', isVerified: true, checkedOn: '2027-01' } }),
  });
  await importReference(database.orm.em, folder);
  expect(await sql(`select number, source, is_verified from hotline where country_code = 'BG'`)).toEqual([{ number: '0800 999', source: 'The embassy', is_verified: false }]);
});

test('two imports at once do the work once', async () => {
  const reports = await Promise.all([first(), first(), first()]);
  expect(reports.map(({ isUpToDate }) => isUpToDate).sort()).toEqual([false, true, true]);
  expect(await sql('select count(*)::int from country')).toEqual([{ count: 16 }]);
});

test('a file with an unknown locale is refused and nothing is half done', async () => {
  const before = await counts();
  const folder = await editedFolder({ 'countries.json': (file) => void (file.countries[0]!.names.xx = { name: 'Albania', capital: 'Tirana' }) });
  const refused = importReference(database.orm.em, folder);
  await expect(refused).rejects.toThrow(ReferenceFileError);
  await expect(refused).rejects.toThrow('countries.json, countries[0].names.xx: is not one of the sixteen locales');
  expect(await counts()).toEqual(before);
});

test('when the database refuses a row, nothing is half done', async () => {
  await sql(`alter table term_name add constraint no_trafficking check (name <> 'traite des êtres humains')`);
  await expect(first()).rejects.toThrow('no_trafficking');
  expect(Object.values(await counts() as Record<string, number>).every((count) => count === 0)).toBe(true);
  expect(await sql('select * from reference_row')).toEqual([]);
});

test('a new summary of a recommendation outdates the translations of the former one', async () => {
  await first();
  await sql(`insert into recommendation_translation (recommendation_slug, locale, summary) values ('bg-r3-1', 'fr', 'Le GRETA demande …')`);
  await importReference(database.orm.em, await editedFolder({ 'recommendations.json': (file) => void (pick(file.recommendations, 'bg-r3-1').summary = 'Another summary.') }));
  expect(await sql(`select r.source_version as asked, t.locale, t.source_version as said from recommendation r
    join recommendation_translation t on t.recommendation_slug = r.slug where r.slug = 'bg-r3-1' order by t.locale`)).toEqual([
    { asked: 2, locale: 'en', said: 2 }, { asked: 2, locale: 'fr', said: 1 },
  ]);
});

test('a holiday that its post corrected, moved or struck stays so, whatever a later file says of it, and one that a file brings later takes nothing of it back', async () => {
  await first();
  const days = (await sql<{ date: string }>(`select date::text as date from holiday where country_code = 'AL' order by date limit 4`)).map(({ date }) => date) as [string, string, string, string];
  const SOURCE = `source = 'The post', source_url = null, is_verified = true, checked_on = '2026-11-02', note = null`;
  await sql(`update holiday set version = 2, ${SOURCE} where country_code = 'AL' and date = '${days[0]}'`);
  await sql(`delete from holiday_translation where country_code = 'AL' and date = '${days[0]}'`);
  await sql(`insert into holiday_translation (country_code, date, locale, name) values ('AL', '${days[0]}', 'sq', 'Emri ynë')`);
  await sql(`update holiday set date = '2027-12-30', version = 2, ${SOURCE} where country_code = 'AL' and date = '${days[1]}'`);
  await sql(`update holiday set is_struck = true, version = 2, ${SOURCE} where country_code = 'AL' and date = '${days[2]}'`);
  const ours = (): Promise<unknown[]> => sql(`select h.date::text as date, h.is_struck, h.source, (select jsonb_object_agg(x.locale, x.name) from holiday_translation x where x.country_code = 'AL' and x.date = h.date) as names from holiday h where h.country_code = 'AL' order by h.date`);
  const before = await ours();
  const folder = await editedFolder({ 'holidays-2027.json': (file) => { for (const one of file.holidays) if (one.country === 'AL' && days.slice(0, 3).includes(one.date)) Object.assign(one, { isMoonDependent: true, provenance: { source: 'Another list', sourceUrl: null, isVerified: true, checkedOn: '2026-11-20', note: null } }); } });
  await importReference(database.orm.em, folder);
  expect(await ours()).toEqual(before);
  // The control: one that nobody has corrected follows the file.
  const other = await editedFolder({ 'holidays-2027.json': (file) => { for (const one of file.holidays) if (one.country === 'AL' && one.date === days[3]) Object.assign(one, { provenance: { source: 'Another list', sourceUrl: null, isVerified: true, checkedOn: '2026-11-20', note: null } }); } });
  await importReference(database.orm.em, other);
  expect(await sql(`select source from holiday where country_code = 'AL' and date = '${days[3]}'`)).toEqual([{ source: 'Another list' }]);
});

test('a hotline that was checked by a person is another once the files bring another number: what was checked says nothing of it', async () => {
  await first();
  const [{ country, position }] = await sql<{ country: string; position: number }>(`select country_code as country, position from hotline order by 1, 2 limit 1`) as [{ country: string; position: number }];
  await sql(`update hotline set is_verified = true, checked_on = '2026-11-28' where country_code = '${country}' and position = ${position}`);
  const another = await editedFolder({ 'countries.json': (file) => { const one = file.countries.find(({ code }) => code === country)!; one.hotlines[position - 1] = { number: '116 999', provenance: { source: 'A test', sourceUrl: null, isVerified: false, checkedOn: null, note: null } }; } });
  await importReference(database.orm.em, another);
  expect(await sql(`select number, is_verified, checked_on from hotline where country_code = '${country}' and position = ${position}`)).toEqual([{ number: '116 999', is_verified: false, checked_on: null }]);
});

test('a number that somebody has refuted is none to call in another place of the files either; without what they said it would be: the control', async () => {
  for (const isSaid of [false, true]) {
    await first();
    const [{ number }] = (await sql<{ number: string }>(`select number from hotline where country_code = 'BG' and position = 1`)) as [{ number: string }];
    await sql('delete from hotline_check');
    if (isSaid) await sql(`insert into hotline_check (country_code, number, holds, checked_on, checked_as) values ('BG', '${number}', false, current_date, 'SCAC')`);
    const moved = await editedFolder({ 'countries.json': (file) => {
      const lines = pick(file.countries, 'BG').hotlines;
      lines.splice(0, lines.length, { number: '116 998', provenance: { source: 'A test', sourceUrl: null, isVerified: false, checkedOn: null, note: null } }, { number, provenance: { source: 'A test', sourceUrl: null, isVerified: true, checkedOn: '2026-11', note: null } });
    } });
    await importReference(database.orm.em, moved);
    expect(await sql(`select is_verified from hotline where country_code = 'BG' and number = '${number}'`), String(isSaid)).toEqual([{ is_verified: !isSaid }]);
  }
});
