/** Which meetings of a paper are where it may be said is asked of all at once: it is what is said of each by itself, whatever the host is called. With a control. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { signEverybodyIn } from '../../test/permissions/roles.ts';
import { saveMeeting, tour } from '../meetings/meetings.fixture.ts';
import { owner } from '../missions/world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const SLUGS = ['t-house', 't-office', 't-abroad', 't-agency'];

/** A protected house and an open office in Serbia, a protected house elsewhere and an international agency, which hides nothing; meetings with each of them, by their key and by their names, as the host and as the place. */
beforeAll(async () => {
  const headers = await signEverybodyIn(server());
  await sql('delete from mission');
  const { leg } = await tour(server(), headers.adviser);
  const names = ['Maison Ébène', 'Bureau Ouvert', 'Maison Lointaine', 'Agence Mondiale'];
  for (const [n, slug] of SLUGS.entries()) {
    await sql(`with o as (insert into organisation (slug, acronym, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values (?, ?, ?, ?, 'fr', 'T', false, true, ?, true) returning slug)
      insert into organisation_translation (organisation_slug, locale, name) select slug, l, name from o, (values ('fr', ?), ('sr-Latn', ?)) t(l, name)`,
    [slug, `ZZ${n}`, n === 2 ? 'AL' : 'RS', n === 3 ? 'INTERNATIONAL' : 'NGO', false, names[n]!, `Kuća ${n}`]);
  }
  const hosts = [
    ...SLUGS.filter((slug) => slug !== 't-abroad').map((slug) => ({ organisation: `Organisation_${slug}`, hostName: '' })), ...[...names, ...SLUGS.map((_, n) => `kuca ${n}`), ...SLUGS.map((_, n) => `zz${n}`), 'Parquet'].map((hostName) => ({ hostName })),
    ...names.map((placeName) => ({ placeName })),
  ];
  for (const host of hosts) expect((await saveMeeting(server(), headers.adviser, leg, { placeName: 'Salle', placeAddress: '1', ...host })).outcome).toBe('DONE');
});

const each = (): Promise<{ uuid: string; told: boolean }[]> =>
  sql(`select m.uuid, not hides_place(m.organisation_slug, m.host_name, m.place_name, l.country_code) as told from meeting m join mission_leg l on l.uuid = m.leg_uuid where num_nonnulls(m.place_name, m.place_address) > 0 order by 1`);
const atOnce = (): Promise<{ uuid: string; told: boolean }[]> =>
  sql(`select m.uuid, t.place is not null as told from meeting m left join places_told(array(select uuid from meeting)) t on t.meeting = m.uuid where num_nonnulls(m.place_name, m.place_address) > 0 order by 1`);

test('it is the same of each, and of some they are told and of others not', async () => {
  // What hides places does so by triggers too: here the functions alone are asked.
  await sql('alter table organisation disable trigger user');
  await sql(`update organisation set is_protected = true where slug = any(?)`, [`{${SLUGS.join(',')}}`]);
  const found = await each();
  expect(await atOnce()).toEqual(found);
  expect([found.filter(({ told }) => told).length > 3, found.filter(({ told }) => !told).length > 3]).toEqual([true, true]);
  // The control: of an organisation that is not protected any more they differ from what was found.
  await sql(`update organisation set is_protected = false where slug = 't-house'`);
  expect(await atOnce()).not.toEqual(found);
  expect(await atOnce()).toEqual(await each());
  await sql('alter table organisation enable trigger user');
});
