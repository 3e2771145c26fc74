/** Photos of experts: brought by the adviser, proposed by the expert, seen by those to whom both the name and the photo are open, and gone once that is taken back; by the API, over HTTP and past both. */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { CONSENT } from '../../test/permissions/field-expectations.ts';
import { ADVISERS, type Headers, OUTSIDERS, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { bringPortrait, picture, portraitOn } from './photos.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
/** The sheet that belongs to the expert's account, and one that belongs to none. */
let mine: string;
let free: string;

const bring = (role: Role, expert: string, given: Parameters<typeof bringPortrait>[3] = {}) => bringPortrait(server(), headers[role], expert, given);
const fetchPhoto = (role: Role, key: string, init: RequestInit = {}): Promise<Response> => fetch(`${server().address}/portraits/ExpertPhoto_${key}`, { headers: headers[role], ...init });
const keys = async (expert: string): Promise<string[]> => (await sql<{ key: string }>('select uuid as key from expert_photo where expert_uuid = ? order by is_confirmed desc', [expert])).map(({ key }) => key);

interface Seen { readonly key: string; readonly visibility: string | null; readonly consentedOn: string | null; readonly chosenAt: string | null; readonly width: number; readonly height: number }
/** The photo that somebody sees of an expert, and what they see of the sheet. */
async function seen(role: Role, expert: string): Promise<{ photo: Seen | null; photos: readonly string[] | null; name: string | null }> {
  const { data } = await ask(server(), `query ($id: ID!) { expert(id: $id) { name photo { key visibility consentedOn chosenAt width height } sheet { photos { key isConfirmed } } } }`, { id: `Expert_${expert}` }, headers[role]);
  const { name, photo, sheet } = data!.expert as { name: string | null; photo: Seen | null; sheet: { photos: { key: string }[] } | null };
  return { name, photo, photos: sheet && sheet.photos.map(({ key }) => key) };
}
async function act(role: Role, call: string): Promise<string> {
  const { data, code } = await ask(server(), `mutation { ${call} { outcome } }`, {}, headers[role]);
  return code ?? Object.values(data as Record<string, { outcome: string }>)[0]!.outcome;
}
const choose = (role: Role, key: string, visibility: string, day: string | null = null): Promise<string> => act(role, `chooseExpertPhoto(key: "${key}", choice: { visibility: ${visibility}, consentedOn: ${day === null ? 'null' : `"${day}"`} })`);
const confirm = (role: Role, key: string, replaces: string | null): Promise<string> => act(role, `confirmExpertPhoto(key: "${key}", replaces: ${replaces === null ? 'null' : `"${replaces}"`})`);
const remove = (role: Role, key: string): Promise<string> => act(role, `removeExpertPhoto(key: "${key}")`);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  mine = (await sql<{ uuid: string }>('select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]))[0]!.uuid;
  free = (await sql<{ uuid: string }>('select uuid from expert where person_id is null order by uuid desc limit 1'))[0]!.uuid;
});
beforeEach(async () => {
  await sql('delete from expert_photo');
  await sql(`update expert set name_visibility = 'PUBLIC' where uuid in (?, ?)`, [mine, free]);
});

describe('bringing a photo', () => {
  test('puts it on the sheet for the adviser, small and without where it was taken; nobody else sees it yet', async () => {
    const key = randomUUID();
    expect(await bring('assistant', free, { key })).toMatchObject({ status: 201, outcome: 'DONE' });
    for (const role of ROLES) expect([role, (await fetchPhoto(role, key)).status]).toEqual([role, ADVISERS.includes(role) ? 200 : 404]);
    const response = await fetchPhoto('adviser', key);
    expect([response.headers.get('content-type'), response.headers.get('cache-control'), response.headers.get('vary'), response.headers.get('x-robots-tag'), response.headers.get('x-content-type-options'), response.headers.get('content-disposition')]).toEqual(['image/webp', 'private, no-store', 'Cookie', 'noindex', 'nosniff', expect.stringContaining('photo.webp')]);
    const bytes = Buffer.from(await response.arrayBuffer());
    const { exif, width, height } = await sharp(bytes).metadata();
    expect([exif, width, height, bytes.includes('Somebody')]).toEqual([undefined, 480, 640, false]);
    // The control: what was brought has it.
    expect((await sharp(await picture()).metadata()).exif).toBeDefined();
    expect((await seen('adviser', free)).photo).toMatchObject({ key, visibility: 'ADVISER', width: 480, height: 640 });
  });

  test('sent again is there once; in the place of one that who brings it has not seen nothing is stored', async () => {
    const [first, second, file] = [randomUUID(), randomUUID(), await picture('#3a3')];
    expect([(await bring('adviser', free, { key: first })).outcome, (await bring('adviser', free, { key: first })).outcome]).toEqual(['DONE', 'DONE']);
    expect(await bring('assistant', free, { key: second, file })).toMatchObject({ status: 409, outcome: 'CONFLICT' });
    expect(await keys(free)).toEqual([first]);
    expect((await bring('assistant', free, { key: second, replaces: first, file })).outcome).toBe('DONE');
    expect([await keys(free), (await fetchPhoto('adviser', first)).status]).toEqual([[second], 404]);
    expect((await bring('adviser', free, { key: second, replaces: second })).outcome).toBe('CONFLICT');
  });

  test('by two at once leaves the one that came first, and tells the other', async () => {
    const both = await Promise.all(['adviser', 'assistant'].map(async (role, n) => bring(role as Role, free, { file: await picture(`#${n}0${n}0a0`) })));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['CONFLICT', 'DONE']);
    expect(await keys(free)).toHaveLength(1);
  });

  test('is refused with its reason, and stores nothing: to others, of other files, too large, by other pages', async () => {
    for (const role of ROLES.filter((one) => !ADVISERS.includes(one))) expect([role, await bring(role, free)]).toMatchObject([role, OUTSIDERS.includes(role) ? { status: 401 } : { status: 404, outcome: 'GONE' }]);
    const whole = await picture();
    const moving = await sharp([await sharp(whole).resize(20).png().toBuffer(), await sharp(whole).negate().resize(20).png().toBuffer()], { join: { animated: true } }).webp({ loop: 0, delay: [90, 90] }).toBuffer();
    const bomb = await sharp({ create: { width: 9_000, height: 7_000, channels: 3, background: '#fff' } }).png({ compressionLevel: 9 }).toBuffer();
    const refused = [Buffer.from('%PDF-1.7'), whole.subarray(0, 400), moving, Buffer.concat([whole, Buffer.from('<script>1</script>')]), bomb, Buffer.alloc(12_000_001)];
    const told: string[] = [];
    for (const file of refused) {
      const { status, outcome } = await bring('adviser', free, { file });
      told.push(`${status} ${outcome!}`);
    }
    expect(told).toEqual(['415 UNSUPPORTED', '400 UNREADABLE', '415 ANIMATED', '415 MIXED', '413 TOO_LARGE', '413 TOO_LARGE']);
    expect((await bring('adviser', free, { more: { 'sec-fetch-site': 'cross-site', origin: 'https://example.org' } })).code).toBe('BAD_REQUEST');
    expect((await bring('adviser', free, { key: free })).code).toBe('BAD_REQUEST');
    expect((await bring('adviser', randomUUID())).outcome).toBe('GONE');
    expect(await sql('select from expert_photo')).toEqual([]);
    expect(await sql('select from expert_photo_file')).toEqual([]);
  });

  test('by the expert proposes it: it stands on the sheet once the adviser has put it there, open to whom the expert has chosen', async () => {
    const [old, proposed] = [randomUUID(), randomUUID()];
    await bring('adviser', mine, { key: old });
    expect((await bring('expert', mine, { key: proposed, file: await picture('#3a3') })).outcome).toBe('DONE');
    expect([(await seen('visitor', mine)).photo, (await seen('expert', mine)).photos, (await seen('adviser', mine)).photos]).toEqual([null, [old, proposed], [old, proposed]]);
    expect(await choose('expert', proposed, 'PUBLIC')).toBe('DONE');
    // Open as it is, it is proposed: others do not see it, by no address.
    expect([(await seen('visitor', mine)).photo, (await fetchPhoto('visitor', proposed)).status]).toEqual([null, 404]);
    for (const role of ROLES.filter((one) => !ADVISERS.includes(one))) expect([role, await confirm(role, proposed, old)]).toEqual([role, OUTSIDERS.includes(role) ? 'UNAUTHENTICATED' : 'GONE']);
    expect([await confirm('adviser', proposed, null), await keys(mine)]).toEqual(['CONFLICT', [old, proposed]]);
    expect([await confirm('adviser', proposed, old), await confirm('assistant', proposed, old), await keys(mine)]).toEqual(['DONE', 'DONE', [proposed]]);
    expect((await seen('visitor', mine)).photo).toMatchObject({ key: proposed, visibility: null, chosenAt: null, consentedOn: null });
    expect((await fetchPhoto('visitor', proposed)).status).toBe(200);
  });
});

describe('who sees it', () => {
  test.each(['PUBLIC', 'NETWORK', 'POST', 'ADVISER'] as const)('is whom its expert has opened it to, %s, as long as they may see the name', async (visibility) => {
    const key = await portraitOn(server(), mine, { visibility });
    for (const name of ['PUBLIC', 'NETWORK', 'POST', 'ADVISER'] as const) {
      await sql('update expert set name_visibility = ? where uuid = ?', [name, mine]);
      for (const role of ROLES) {
        const isDue = role === 'expert' || (CONSENT[role].includes(visibility) && CONSENT[role].includes(name));
        const { photo } = await seen(role, mine);
        expect([name, role, photo?.key, (await fetchPhoto(role, key)).status]).toEqual([name, role, isDue ? key : undefined, isDue ? 200 : 404]);
      }
    }
  });

  test('changes with the next request: withdrawn, it is as if there were none, by the same bytes', async () => {
    const key = await portraitOn(server(), mine);
    expect([await choose('expert', key, 'PUBLIC'), (await fetchPhoto('visitor', key)).status]).toEqual(['DONE', 200]);
    const [open, absent] = [await fetchPhoto('visitor', key), await fetchPhoto('visitor', randomUUID())];
    expect([open.status, await absent.text()]).toEqual([200, 'Not found\n']);
    expect(await choose('expert', key, 'ADVISER')).toBe('DONE');
    const [gone, none] = [await fetchPhoto('visitor', key), await fetchPhoto('visitor', randomUUID())];
    const plain = (response: Response): object => Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
    expect([gone.status, await gone.text(), plain(gone)]).toEqual([404, await none.text(), plain(none)]);
    expect((await fetchPhoto('visitor', key, { method: 'HEAD' })).status).toBe(404);
    // So does the name: a face without one is not shown either.
    await choose('expert', key, 'PUBLIC');
    await ask(server(), 'mutation { chooseSheet(choices: { name: ADVISER, institution: ADVISER, email: ADVISER, missions: ADVISER }) { isChosen } }', {}, headers.expert);
    expect([(await fetchPhoto('visitor', key)).status, (await seen('visitor', mine)).photo]).toEqual([404, null]);
  });

  test('is chosen by the expert alone; of one without an account the adviser writes down the day', async () => {
    const [own, others] = [await portraitOn(server(), mine), await portraitOn(server(), free)];
    expect([await choose('adviser', own, 'PUBLIC', '2026-01-10'), await choose('scac', own, 'PUBLIC'), await choose('visitor', own, 'PUBLIC')]).toEqual(['THEIRS', 'GONE', 'UNAUTHENTICATED']);
    expect([await choose('adviser', others, 'PUBLIC'), await choose('adviser', others, 'PUBLIC', '2099-01-01'), await choose('expert', others, 'PUBLIC')]).toEqual(['DAY', 'DAY', 'GONE']);
    expect((await seen('visitor', free)).photo).toBe(null);
    expect([await choose('assistant', others, 'PUBLIC', '2026-01-10'), (await seen('visitor', free)).photo?.key, (await seen('adviser', free)).photo?.consentedOn]).toEqual(['DONE', others, '2026-01-10']);
    expect([await choose('adviser', others, 'ADVISER'), (await seen('visitor', free)).photo]).toEqual(['DONE', null]);
  });

  test('is nobody again once another photo takes its place, or the sheet is taken from the account', async () => {
    const key = await portraitOn(server(), mine, { visibility: 'PUBLIC' });
    const next = randomUUID();
    await bring('adviser', mine, { key: next, replaces: key });
    expect([(await seen('visitor', mine)).photo, (await fetchPhoto('visitor', next)).status]).toEqual([null, 404]);
    await choose('expert', next, 'PUBLIC');
    const proposed = await portraitOn(server(), mine, { isConfirmed: false });
    const [{ id }] = (await sql<{ id: string }>('select person_id as id from expert where uuid = ?', [mine])) as [{ id: string }];
    await sql('update expert set person_id = null where uuid = ?', [mine]);
    expect([(await seen('visitor', mine)).photo, await keys(mine), (await fetchPhoto('adviser', proposed)).status]).toEqual([null, [next], 404]);
    await sql('update expert set person_id = ? where uuid = ?', [id, mine]);
  });
});

describe('a photo', () => {
  test('is removed by the adviser, and by its expert; what is gone stays so', async () => {
    const [own, others] = [await portraitOn(server(), mine, { visibility: 'PUBLIC' }), await portraitOn(server(), free, { visibility: 'PUBLIC' })];
    for (const role of ['visitor', 'scac', 'ngoCoordinator', 'translator'] as const) expect([role, await remove(role, own)]).toEqual([role, role === 'visitor' ? 'UNAUTHENTICATED' : 'GONE']);
    expect([await remove('expert', others), await remove('expert', own), await remove('expert', own), await remove('adviser', others)]).toEqual(['GONE', 'DONE', 'GONE', 'DONE']);
    expect(await sql('select from expert_photo_file')).toEqual([]);
  });

  test('goes with the sheet', async () => {
    const key = randomUUID();
    await sql(`with made as (insert into expert (uuid, source_locale, name, profession_code, institution_code) values (?, 'fr', 'Somebody', 'JUDGE', 'ENM') returning uuid) insert into expert_translation (expert_uuid, locale, summary) select uuid, 'fr', 'x' from made`, [key]);
    await portraitOn(server(), key);
    await sql('delete from expert where uuid = ?', [key]);
    expect([await sql('select from expert_photo'), await sql('select from expert_photo_file')]).toEqual([[], []]);
  });

  test('is told of in the journal: that it was brought, proposed, put on the sheet, opened and removed', async () => {
    await sql('delete from audit_entry');
    const [first, proposed] = [randomUUID(), randomUUID()];
    await bring('adviser', mine, { key: first });
    await bring('expert', mine, { key: proposed, file: await picture('#3a3') });
    await choose('expert', proposed, 'NETWORK');
    await confirm('adviser', proposed, first);
    await remove('expert', proposed);
    const entries = await sql<{ line: string }>(`select concat_ws(' ', b.email, a.action, a.part, a.before, a.after) as line from audit_entry a join person b on b.id = a.by_id where a.subject = 'EXPERT' and a.object = ? order by a.at, a.uuid`, [mine]);
    const [adviser, expert] = [PEOPLE.adviser, PEOPLE.expert];
    expect(entries.map(({ line }) => line).sort()).toEqual([`${adviser} ADDED photo`, `${expert} ADDED photo_proposal`, `${expert} CHANGED photo_visibility ADVISER NETWORK`, `${adviser} REMOVED photo`, `${adviser} CHANGED photo`, `${expert} REMOVED photo`].sort());
  });
});

describe('the rows', () => {
  /** What somebody does past the services: how many rows, or the code with which it is refused. */
  const reach = async (role: Exclude<Role, 'visitor'> | null, statement: string, values: unknown[] = []): Promise<number | string> =>
    asPerson(role && (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE[role]]))[0]!.id, (client) => client.query(statement, values).then(({ rowCount }) => rowCount ?? 0, (error: { code: string }) => error.code));

  test('and the bytes are those of the API, by each table; without the rules anybody sees them: the control', async () => {
    await portraitOn(server(), mine, { visibility: 'NETWORK' });
    await portraitOn(server(), mine, { visibility: 'PUBLIC', isConfirmed: false });
    await portraitOn(server(), free, { visibility: 'POST' });
    const due = { visitor: 0, scac: 2, ngoCoordinator: 1, expert: 2, adviser: 3 } as const;
    for (const table of ['expert_photo', 'expert_photo_file']) {
      for (const [role, rows] of Object.entries(due)) expect([table, role, await reach(role === 'visitor' ? null : (role as Exclude<Role, 'visitor'>), `select from ${table}`)]).toEqual([table, role, rows]);
      await sql(`alter table ${table} disable row level security`);
      expect(await reach(null, `select from ${table}`)).toBe(3);
      await sql(`alter table ${table} enable row level security`);
    }
    // Past the name too: the rule of rows asks for both.
    await sql(`update expert set name_visibility = 'ADVISER' where uuid = ?`, [mine]);
    expect(await reach('ngoCoordinator', 'select from expert_photo_file')).toBe(0);
  });

  test('are not opened, confirmed or moved by whose they are not', async () => {
    const [own, others] = [await portraitOn(server(), mine), await portraitOn(server(), free)];
    const proposed = await portraitOn(server(), mine, { isConfirmed: false });
    const refused = '42501';
    expect(await reach('adviser', `update expert_photo set visibility = 'PUBLIC' where uuid = $1`, [own])).toBe(refused);
    expect(await reach('adviser', `update expert_photo set visibility = 'PUBLIC' where uuid = $1`, [others])).toBe(refused);
    expect(await reach('adviser', `update expert_photo set visibility = 'PUBLIC', consented_on = '2026-01-10' where uuid = $1`, [others])).toBe(1);
    expect(await reach('expert', `update expert_photo set is_confirmed = true where uuid = $1`, [proposed])).toBe(refused);
    expect(await reach('expert', `update expert_photo set visibility = 'PUBLIC', chosen_at = now() where uuid = $1`, [own])).toBe(1);
    expect(await reach('expert', `update expert_photo set visibility = 'PUBLIC', chosen_at = now() where uuid = $1`, [others])).toBe(0);
    expect(await reach('adviser', `update expert_photo set expert_uuid = $1 where uuid = $2`, [mine, others])).toBe(refused);
    expect(await reach('adviser', `insert into expert_photo (uuid, expert_uuid, is_confirmed, visibility, width, height, size) values (gen_random_uuid(), (select uuid from expert where person_id is null order by uuid limit 1), true, 'PUBLIC', 1, 1, 1)`)).toBe(refused);
    expect(await reach('expert', `insert into expert_photo (uuid, expert_uuid, is_confirmed, width, height, size) values (gen_random_uuid(), $1, true, 1, 1, 1)`, [free])).toBe(refused);
    expect(await reach('scac', 'delete from expert_photo')).toBe(0);
  });

  test('of a real expert are no invented adviser’s', async () => {
    const key = await portraitOn(server(), free);
    await sql('update expert set is_demonstration = false where uuid = ?', [free]);
    expect([await reach('adviser', 'select from expert_photo'), (await fetchPhoto('adviser', key)).status, await remove('adviser', key)]).toEqual([0, 404, 'GONE']);
    await sql('update expert set is_demonstration = true where uuid = ?', [free]);
    expect(await reach('adviser', 'select from expert_photo')).toBe(1);
  });
});
