/** Photos of missions: the adviser's alone, public by a decision of their own with what is published, and gone at once when that is taken back. */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, post, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { ADVISERS, type Headers, OUTSIDERS, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { missionWith } from '../missions/world.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { missionOver, missionReported, publish, type Reported, stepOver, withdraw } from '../reports/world.fixture.ts';
import { bringMissionPhoto, picture } from './photos.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let mission: Reported & { readonly expert: string };

interface Photo { readonly key: string; readonly version: number; readonly caption: { readonly text: string; readonly locale: string }; readonly credit: string | null; readonly texts: readonly { readonly locale: string; readonly caption: string }[]; readonly decision: { readonly photoVersion: number; readonly confirmedByName: string } | null }
interface Shown { readonly key: string; readonly caption: { readonly text: string; readonly isFallback: boolean }; readonly credit: string | null }

const bring = (role: Role, given: Parameters<typeof bringMissionPhoto>[3] = {}, to = mission.id) => bringMissionPhoto(server(), headers[role], to, given);
const photos = async (role: Role = 'adviser'): Promise<readonly Photo[] | null> => {
  const { data } = await ask(server(), `query ($id: ID!) { mission(id: $id) { photos { key version caption { text locale } credit texts { locale caption } decision { photoVersion confirmedByName } } } }`, { id: mission.id }, headers[role]);
  return (data!.mission as { photos: Photo[] } | null)?.photos ?? null;
};
const shown = async (role: Role = 'visitor', locale = 'fr'): Promise<readonly Shown[]> => {
  const { data } = await post(server(), JSON.stringify({ query: '{ missionPublications(first: 100) { nodes { photos { key width height credit creditLocale caption { text isFallback } } } } }' }), headers[role], `/graphql?locale=${locale}`);
  return (data!.missionPublications as { nodes: { photos: Shown[] }[] }).nodes.flatMap((one) => one.photos);
};
const fetchPhoto = (role: Role, address: string): Promise<Response> => fetch(`${server().address}${address}`, { headers: headers[role] });
async function act(role: Role, call: string): Promise<string> {
  const { data, code } = await ask(server(), `mutation { ${call} { outcome faults { field fault maximum } } }`, {}, headers[role]);
  if (code) return code;
  const { outcome, faults } = Object.values(data as Record<string, { outcome: string; faults: { field: string; fault: string }[] }>)[0]!;
  return [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' ');
}
const of = (key: string, version?: number): string => `mission: "${mission.id}", key: "${key}"${version === undefined ? '' : `, version: ${version}`}`;
const save = (role: Role, key: string, version: number, { caption = 'La salle, vide.', credit = '', place = 1, locale = 'fr' } = {}): Promise<string> => act(role, `saveMissionPhoto(${of(key, version)}, input: { sourceLocale: "${locale}", caption: ${JSON.stringify(caption)}, credit: ${JSON.stringify(credit)}, place: ${place} })`);
const translate = (role: Role, key: string, version: number, locale: string, caption: string): Promise<string> => act(role, `translateMissionPhoto(${of(key, version)}, texts: { locale: "${locale}", caption: ${JSON.stringify(caption)} })`);
const publishPhoto = (role: Role, key: string, version: number, isConfirmed = true): Promise<string> => act(role, `publishMissionPhoto(${of(key, version)}, isConfirmed: ${isConfirmed})`);
const withdrawPhoto = (role: Role, key: string): Promise<string> => act(role, `withdrawMissionPhoto(${of(key)})`);
const removePhoto = (role: Role, key: string, version: number): Promise<string> => act(role, `removeMissionPhoto(${of(key, version)})`);

async function brought(caption?: string): Promise<string> {
  const key = randomUUID();
  expect(await bring('adviser', { key, ...(caption !== undefined && { caption }) })).toMatchObject({ status: 201, outcome: 'DONE' });
  return key;
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from mission');
  mission = await missionReported(server(), headers.adviser);
});

describe('a photo of a mission', () => {
  test('is brought by the adviser once the mission is over, and is nobody else’s, by no way', async () => {
    const key = await brought();
    expect((await bring('adviser', { key })).outcome).toBe('DONE');
    expect(await photos()).toMatchObject([{ key, version: 1, caption: { text: 'La salle de formation, vide.', locale: 'fr' }, credit: null, decision: null }]);
    for (const role of ROLES) {
      const response = await fetchPhoto(role, `/mission-photos/MissionPhoto_${key}`);
      expect([role, response.status, (await photos(role))?.length]).toEqual([role, ADVISERS.includes(role) ? 200 : 404, ADVISERS.includes(role) ? 1 : undefined]);
      // By the address of what is public neither.
      expect((await fetchPhoto(role, `/photos/PublishedPhoto_${key}`)).status).toBe(404);
      if (ADVISERS.includes(role)) continue;
      expect([role, await bring(role)]).toMatchObject([role, OUTSIDERS.includes(role) ? { status: 401 } : { status: 404, outcome: 'GONE' }]);
    }
    const bytes = Buffer.from(await (await fetchPhoto('assistant', `/mission-photos/MissionPhoto_${key}`)).arrayBuffer());
    const { exif, format, width } = await sharp(bytes).metadata();
    expect([exif, format, width, bytes.includes('Somebody')]).toEqual([undefined, 'webp', 900, false]);
    const over = await missionOver(server(), headers.adviser);
    expect((await bring('adviser', {}, over.id)).outcome).toBe('DONE');
    const idea = await missionWith(server(), headers.adviser, [{}], []);
    expect(await bring('adviser', {}, idea.id)).toMatchObject({ status: 409, outcome: 'TOO_LATE' });
  });

  test('needs words of what can be seen, which tell of nobody; not more than twenty; another file under a key that is taken is refused', async () => {
    expect([(await bring('adviser', { caption: ' ' })).outcome, (await bring('adviser', { caption: 'x'.repeat(201) })).outcome, (await bring('adviser', { caption: 'Née le 1.1.2009, tél. +355 69 234 5678' })).code]).toEqual(['TITLE', 'TITLE', 'VICTIM_DATA']);
    const key = await brought();
    expect((await bring('adviser', { key, file: await picture('#3a3') })).code).toBe('BAD_REQUEST');
    await sql(`with made as (insert into mission_photo (uuid, mission_uuid, source_locale, position, width, height, size, bytes) select gen_random_uuid(), mission_uuid, 'fr', n, 1, 1, 1, bytes from mission_photo, generate_series(2, 20) n returning uuid) insert into mission_photo_translation (photo_uuid, locale, caption) select uuid, 'fr', 'x' from made`);
    expect(await bring('adviser')).toMatchObject({ status: 409, outcome: 'TOO_MANY' });
  });

  test('gives no protected place away: the caption or the credit is refused by its name and nothing is stored, by whichever way it comes; without the guard it is: the control', async () => {
    const slug = `photo-${randomUUID().slice(0, 8)}`;
    await sql(`do $body$ begin insert into organisation (slug, source, kind, source_locale, is_protected) values ('${slug}', 'Test', 'NGO', 'fr', true); insert into organisation_translation (organisation_slug, locale, name) values ('${slug}', 'fr', 'Refuge des Ormes'); end $body$`);
    const away = 'Refuge des Ormes, 12 rue des Lilas';
    const key = await brought('La salle, vide.');
    const refused = async (call: string): Promise<unknown> => {
      const { errors } = await ask(server(), `mutation { ${call} { outcome } }`, {}, headers.adviser);
      return errors?.map(({ extensions }) => [extensions.code, (extensions.params as { field?: string }).field]);
    };
    expect(await save('adviser', key, 1, { caption: 'Tél. +355 69 234 5678 '.repeat(20) })).toBe('INVALID CAPTION TOO_LONG');
    const saved = (caption: string, credit: string): string => `saveMissionPhoto(${of(key, 1)}, input: { sourceLocale: "fr", caption: ${JSON.stringify(caption)}, credit: ${JSON.stringify(credit)}, place: 1 })`;
    expect([
      await bring('adviser', { caption: away }), await refused(saved(away, '')), await refused(saved('La salle, vide.', away)), await refused(`translateMissionPhoto(${of(key, 1)}, texts: { locale: "en", caption: "Refuge des Ormes, 12 Lilac Street" })`),
    ]).toEqual([{ status: 400, code: 'PROTECTED_PLACE', field: 'caption' }, [['PROTECTED_PLACE', 'caption']], [['PROTECTED_PLACE', 'credit']], [['PROTECTED_PLACE', 'caption']]]);
    expect((await photos())!.map(({ version, caption, credit, texts }) => [version, caption.text, credit, texts.length])).toEqual([[1, 'La salle, vide.', null, 1]]);
    // The name alone is what every caption may say before it is public, and so is an address alone.
    expect([await save('adviser', key, 1, { caption: 'Refuge des Ormes' }), await save('adviser', key, 2, { caption: '12 rue des Lilas' })]).toEqual(['DONE', 'DONE']);
    for (const table of ['mission_photo', 'mission_photo_translation']) await sql(`alter table ${table} disable trigger ${table}_keeps_places`);
    expect([(await bring('adviser', { caption: away })).outcome, await save('adviser', key, 3, { caption: away, credit: away })]).toEqual(['DONE', 'DONE']);
    for (const table of ['mission_photo', 'mission_photo_translation']) await sql(`alter table ${table} enable trigger ${table}_keeps_places`);
    await sql('delete from organisation where slug = ?', [slug]);
  });

  test('has a caption in several languages, a credit and a place; of two who change it at once the second is told', async () => {
    const [first, second] = [await brought('Une.'), await brought('Deux.')];
    expect([await save('adviser', second, 1, { caption: 'Deux, vue d’en haut.', credit: 'Service de presse' }), await save('assistant', second, 1, { caption: 'Autre.' })]).toEqual(['DONE', 'CONFLICT']);
    expect((await photos())!.map(({ key, caption, credit }) => [key, caption.text, credit])).toEqual([[second, 'Deux, vue d’en haut.', 'Service de presse'], [first, 'Une.', null]]);
    expect([await save('adviser', second, 2, { place: 3 }), await save('adviser', second, 2, { caption: '' }), await save('adviser', randomUUID(), 1)]).toEqual(['INVALID PLACE OUT_OF_RANGE', 'INVALID CAPTION MISSING', 'GONE']);
    expect([await translate('adviser', second, 2, 'el', 'Δύο.'), await translate('assistant', second, 2, 'sq', 'Dy.'), await translate('adviser', second, 3, 'fr', 'x')]).toEqual(['DONE', 'CONFLICT', 'INVALID LOCALE NOT_HERE']);
    expect((await photos())![0]!.texts.map(({ locale, caption }) => [locale, caption])).toEqual([['el', 'Δύο.'], ['fr', 'Deux, vue d’en haut.']]);
    expect([await removePhoto('adviser', first, 7), await removePhoto('adviser', first, 1), await removePhoto('adviser', first, 1)]).toEqual(['CONFLICT', 'DONE', 'DONE']);
  });

  test('of a mission that is closed is said in other languages, withdrawn and removed, and neither added nor changed, by the tables too', async () => {
    const key = await brought();
    await publish(server(), headers.adviser, mission.id);
    await stepOver(server(), headers.adviser, 'closeMission', mission.id);
    expect([(await bring('adviser')).outcome, await save('adviser', key, 1), await translate('adviser', key, 1, 'en', 'The room.'), await publishPhoto('adviser', key, 2), await withdrawPhoto('adviser', key)]).toEqual(['TOO_LATE', 'TOO_LATE', 'DONE', 'DONE', 'DONE']);
    const [{ id }] = (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser])) as [{ id: string }];
    await expect(asPerson(id, (client) => client.query(`update mission_photo set credit = 'x' where uuid = $1`, [key]))).rejects.toMatchObject({ code: '23514' });
    expect(await removePhoto('adviser', key, 2)).toBe('DONE');
  });
});

describe('what is public', () => {
  test('is what was decided photo by photo, once the report is published and its author has confirmed that nobody can be recognised', async () => {
    const [open, closed] = [await brought('La salle, vide.'), await brought('SECRET, la façade.')];
    expect([await publishPhoto('adviser', open, 1), await publishPhoto('adviser', open, 1, false)]).toEqual(['TOO_LATE', 'INVALID CONFIRMED MISSING']);
    await publish(server(), headers.adviser, mission.id);
    expect(await shown()).toEqual([]);
    await translate('adviser', open, 1, 'el', 'Η αίθουσα.');
    expect([await publishPhoto('adviser', open, 1), await publishPhoto('adviser', open, 2, false), await publishPhoto('assistant', open, 2), await publishPhoto('adviser', open, 2)]).toEqual(['CONFLICT', 'INVALID CONFIRMED MISSING', 'DONE', 'DONE']);
    for (const role of ROLES) {
      const [one, ...others] = await shown(role);
      expect([role, one!.caption, others]).toEqual([role, { text: 'La salle, vide.', isFallback: false }, []]);
      expect((await fetchPhoto(role, `/photos/PublishedPhoto_${one!.key}`)).status).toBe(200);
      expect((await fetchPhoto(role, `/photos/PublishedPhoto_${closed}`)).status).toBe(404);
    }
    expect((await shown('visitor', 'el'))[0]!.caption.text).toBe('Η αίθουσα.');
    expect((await shown('visitor', 'sq'))[0]!.caption.isFallback).toBe(true);
    // Its address leads to no photo of the adviser's, and who has confirmed it is kept.
    expect((await shown())[0]!.key).not.toBe(open);
    const [decision] = await sql<{ email: string; at: boolean }>('select p.email, d.confirmed_at <= now() as at from photo_decision d join person p on p.id = d.confirmed_by_id where d.photo_uuid = ?', [open]);
    expect(decision).toEqual({ email: PEOPLE.assistant, at: true });
    expect((await photos())!.map(({ decision: one }) => one?.photoVersion)).toEqual([2, undefined]);
  });

  test('stays as it was decided when the photo is said anew, and is another once that is decided too', async () => {
    const key = await brought('Avant.');
    await publish(server(), headers.adviser, mission.id);
    await publishPhoto('adviser', key, 1);
    const [before] = await shown();
    await save('adviser', key, 1, { caption: 'Après.' });
    expect((await shown()).map(({ caption }) => caption.text)).toEqual(['Avant.']);
    expect(await publishPhoto('adviser', key, 2)).toBe('DONE');
    const [after] = await shown();
    expect([after!.caption.text, after!.key === before!.key, (await fetchPhoto('visitor', `/photos/PublishedPhoto_${before!.key}`)).status]).toEqual(['Après.', false, 404]);
  });

  test('goes at once: with the decision, with what is published, with the photo', async () => {
    const key = await brought();
    const absent = await (await fetchPhoto('visitor', `/photos/PublishedPhoto_${randomUUID()}`)).text();
    for (const take of [() => withdrawPhoto('adviser', key), () => withdraw(server(), headers.adviser, mission.id), () => removePhoto('adviser', key, 1)]) {
      await publish(server(), headers.adviser, mission.id);
      expect(await publishPhoto('adviser', key, 1)).toBe('DONE');
      const [{ key: address }] = (await shown()) as [Shown];
      expect((await fetchPhoto('visitor', `/photos/PublishedPhoto_${address}`)).status).toBe(200);
      expect(await take()).toBe('DONE');
      const gone = await fetchPhoto('visitor', `/photos/PublishedPhoto_${address}`);
      expect([await shown(), gone.status, await gone.text(), await sql('select from published_photo')]).toEqual([[], 404, absent, []]);
    }
  });

  test('is not public again with a report that is withdrawn and published anew', async () => {
    const key = await brought();
    await publish(server(), headers.adviser, mission.id);
    await publishPhoto('adviser', key, 1);
    await publish(server(), headers.adviser, mission.id, { hasDays: true });
    expect(await shown()).toHaveLength(1);
    await withdraw(server(), headers.adviser, mission.id);
    await publish(server(), headers.adviser, mission.id);
    expect([await shown(), (await photos())![0]!.decision]).toEqual([[], null]);
  });

  test('names nobody of the mission, no organisation that is protected, and says how to reach nobody', async () => {
    await publish(server(), headers.adviser, mission.id);
    const [{ name }] = (await sql<{ name: string }>('select name from expert where uuid = ?', [mission.expert.replace('Expert_', '')])) as [{ name: string }];
    const key = await brought(`${name} présente la salle.`);
    expect(await publishPhoto('adviser', key, 1)).toBe('INVALID CAPTION NAMES_PERSON');
    expect([await save('adviser', key, 1, { credit: name }), await publishPhoto('adviser', key, 2)]).toEqual(['DONE', 'INVALID CREDIT NAMES_PERSON']);
    expect([await save('adviser', key, 2, { caption: 'Écrire à info@example.org.' }), await publishPhoto('adviser', key, 3)]).toEqual(['DONE', 'INVALID CAPTION HAS_CONTACT']);
    expect([await save('adviser', key, 3, { caption: 'La salle.' }), await publishPhoto('adviser', key, 4), (await shown()).length]).toEqual(['DONE', 'DONE', 1]);
    await sql('update mission_report set are_names_forgotten = true');
    await withdrawPhoto('adviser', key);
    expect(await publishPhoto('adviser', key, 4)).toBe('INVALID PARTS FORGOTTEN');
  });

  test('is taken back with all of it once an organisation that a caption names becomes protected', async () => {
    const slug = `photo-${randomUUID().slice(0, 8)}`;
    await sql(`do $body$ begin insert into organisation (slug, source, kind, source_locale, is_protected) values ('${slug}', 'Test', 'NGO', 'fr', false); insert into organisation_translation (organisation_slug, locale, name) values ('${slug}', 'fr', 'Refuge des Tilleuls'); end $body$`);
    const key = await brought('La façade du Refuge des Tilleuls.');
    await publish(server(), headers.adviser, mission.id);
    expect([await publishPhoto('adviser', key, 1), (await shown()).length]).toEqual(['DONE', 1]);
    await sql('update organisation set is_protected = true where slug = ?', [slug]);
    expect([await shown(), await publishPhoto('adviser', key, 1)]).toEqual([[], 'TOO_LATE']);
    await publish(server(), headers.adviser, mission.id);
    expect(await publishPhoto('adviser', key, 1)).toBe('INVALID CAPTION NAMES_ORGANISATION');
    await sql('delete from organisation where slug = ?', [slug]);
  });

  test('is nothing that nobody has decided, past the services either', async () => {
    const key = await brought();
    await publish(server(), headers.adviser, mission.id);
    const [{ id }] = (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser])) as [{ id: string }];
    const copy = `insert into published_photo (uuid, publication_uuid, position, source_locale, width, height, size, bytes) select gen_random_uuid(), d.publication_uuid, 1, 'fr', 1, 1, 1, f.bytes from mission_photo f, publication_decision d where f.uuid = $1`;
    await expect(asPerson(id, async (client) => {
      await client.query(copy, [key]);
      await client.query('set constraints all immediate');
    })).rejects.toMatchObject({ code: '23514' });
    const scac = (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.scac]))[0]!.id;
    for (const table of ['mission_photo', 'mission_photo_translation', 'photo_decision']) expect([table, (await asPerson(scac, (client) => client.query(`select from ${table}`))).rowCount]).toEqual([table, 0]);
    await publishPhoto('adviser', key, 1);
    expect((await asPerson(null, (client) => client.query('delete from published_photo'))).rowCount).toBe(0);
    expect((await asPerson(scac, (client) => client.query('delete from photo_decision'))).rowCount).toBe(0);
  });

  test('is told of in the journal, with who confirmed it, and nothing of what is said of it', async () => {
    await sql('delete from audit_entry');
    const key = await brought('Une légende.');
    await save('adviser', key, 1, { caption: 'Une autre.' });
    await publish(server(), headers.adviser, mission.id);
    await publishPhoto('assistant', key, 2);
    await withdrawPhoto('adviser', key);
    await removePhoto('adviser', key, 2);
    const entries = await sql<{ part: string; email: string; turned: string }>(`select a.part, p.email, concat(a.before is not null, ' ', a.after is not null) as turned from audit_entry a join person p on p.id = a.by_id where a.part ~ '^photo' order by a.at`);
    expect(entries.map(({ part, email, turned }) => `${part} ${email} ${turned}`)).toEqual([`photo_added ${PEOPLE.adviser} f f`, `photo ${PEOPLE.adviser} f f`, `photo_published_at ${PEOPLE.assistant} f t`, `photo_published_at ${PEOPLE.adviser} t f`, `photo_removed ${PEOPLE.adviser} f f`]);
  });
});
