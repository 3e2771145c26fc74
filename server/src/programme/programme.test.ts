/** Preparing the programme of a session, by the API. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { create, keyOf, owner, step, update } from '../trainings/world.fixture.ts';
import { act, partsOf, save, told, translate } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
/** Of two days, in Skopje, from nine on the first to five on the second: prepared by the embassy in Belgrade. */
const fresh = async (changes: Readonly<Record<string, unknown>> = {}): Promise<string> => (await create(server(), headers.adviser, { country: 'RS', ...changes })).session!.id;
let session: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  session = await fresh();
});

describe('a part', () => {
  test('is added and changed by the adviser and the embassy that prepare the session, and by nobody else', async () => {
    const own = await fresh();
    await step(server(), headers.adviser, 'openSession', own);
    for (const role of ['adviser', 'assistant', 'scac', 'ssi'] as const) expect(told(await save(server(), headers[role], own)), role).toBe('DONE');
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'ngoMember', 'expert', 'authority', 'international', 'translator'] as const) expect(told(await save(server(), headers[role], own)), role).toBe('NOT_ALLOWED');
    await expect(save(server(), headers.visitor, own)).rejects.toThrow('UNAUTHENTICATED');
    expect(await partsOf(server(), headers.visitor, own)).toHaveLength(4);
  });

  test('of a draft is to others as if it were not there, by whatever way', async () => {
    const draft = await fresh();
    const { key } = await save(server(), headers.scac, draft);
    expect(told(await save(server(), headers.scacElsewhere, draft, { key, version: 1, title: 'Autre' }))).toBe('GONE');
    const node = async (role: keyof Headers) => (await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `SessionPart_${key}` }, headers[role])).data!.node;
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'visitor'] as const) expect([await partsOf(server(), headers[role], draft), await node(role)], role).toEqual([undefined, null]);
    expect([(await partsOf(server(), headers.scac, draft))!.length, await node('scac')]).toEqual([1, { id: `SessionPart_${key}` }]);
  });

  test('has the hours of the place, and is as its session where that is not both in a place and online', async () => {
    const own = await fresh({ format: 'HYBRID', timeZone: 'Europe/Kyiv', starts: '2099-07-10T09:30', ends: '2099-07-12T17:00', registrationUntil: null });
    const { session: back } = await save(server(), headers.adviser, own, { day: 2, starts: '10:00', ends: '11:15', format: 'ONLINE', room: ' Salle 2 ' });
    expect(back!.parts[0]).toMatchObject({ date: '2099-07-11', startsAt: '2099-07-11T07:00:00.000Z', endsAt: '2099-07-11T08:15:00.000Z', format: 'ONLINE', room: 'Salle 2' });
    await owner(server(), `update training_session set format = 'ON_SITE' where uuid = ?`, [keyOf(own)]);
    expect((await partsOf(server(), headers.adviser, own))![0]!.format).toBe('ON_SITE');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['without a title', { title: ' ' }, 'INVALID TITLE MISSING'], ['with a title that is too long', { title: 'x'.repeat(201) }, 'INVALID TITLE TOO_LONG'], ['with strange signs', { room: 'a\nb' }, 'INVALID ROOM UNREADABLE'],
    ['without hours', { starts: '', ends: '' }, 'INVALID STARTS MISSING ENDS MISSING'], ['at no hour', { starts: '24:00' }, 'INVALID STARTS UNREADABLE'], ['that ends before it begins', { ends: '08:59' }, 'INVALID ENDS NOT_AFTER'],
    ['on no day', { day: 0 }, 'INVALID DAY OUT_OF_RANGE'], ['before the session', { starts: '08:59' }, 'INVALID STARTS OUTSIDE'], ['after it', { day: 2, starts: '16:00', ends: '17:01' }, 'INVALID ENDS OUTSIDE'],
    ['on a day after it', { day: 3 }, 'INVALID STARTS OUTSIDE ENDS OUTSIDE'], ['taught by somebody else', { trainers: [`Expert_${randomUUID()}`] }, 'INVALID TRAINERS UNKNOWN'],
  ])('%s is refused, and says why', async (_name, changes, outcome) => {
    expect(told(await save(server(), headers.adviser, session, changes))).toBe(outcome);
    expect(await partsOf(server(), headers.adviser, session)).toEqual([]);
  });

  test('at an hour that is skipped or comes twice is refused', async () => {
    const [spring, autumn] = await Promise.all([['2027-03-28', 'a'], ['2027-10-31', 'b']].map(([day]) => fresh({ timeZone: 'Europe/Paris', starts: `${day}T00:30`, ends: `${day}T12:00`, registrationUntil: null })));
    expect(told(await save(server(), headers.adviser, spring!, { starts: '02:30', ends: '04:00' }))).toBe('INVALID STARTS SKIPPED');
    expect(told(await save(server(), headers.adviser, autumn!, { starts: '01:00', ends: '02:30' }))).toBe('INVALID ENDS TWICE');
  });

  test.each(['title', 'room'])('whose %s tells of a victim is refused', async (field) => {
    await expect(save(server(), headers.adviser, session, { [field]: 'Ana, 17 ans, +355 69 234 5678' })).rejects.toThrow('VICTIM_DATA');
  });

  test('that is sent twice under its key is one; the key of a part of another session is none', async () => {
    const [own, other] = [await fresh(), await fresh()];
    const key = randomUUID();
    for (let n = 0; n < 2; n += 1) expect(told(await save(server(), headers.adviser, own, { key }))).toBe('DONE');
    expect(await partsOf(server(), headers.adviser, own)).toHaveLength(1);
    expect(told(await save(server(), headers.adviser, other, { key, title: 'Autre' }))).toBe('GONE');
    expect((await partsOf(server(), headers.adviser, own))![0]!.title.text).toBe('Ouverture');
  });

  test('of a session that was put away is changed no more', async () => {
    const own = await fresh();
    const { key } = await save(server(), headers.adviser, own);
    await owner(server(), `update training_session set stage = 'ARCHIVED' where uuid = ?`, [keyOf(own)]);
    expect(told(await save(server(), headers.adviser, own, { key, version: 1, title: 'Autre' }))).toBe('TOO_LATE');
    expect(told(await act(server(), headers.adviser, own, key, 'remove'))).toBe('TOO_LATE');
  });

  test('is taught by trainers of the session, in its order; who leaves the session leaves its parts', async () => {
    const trainers = (await owner<{ uuid: string }>(server(), 'select uuid from expert order by uuid limit 2')).map(({ uuid }) => `Expert_${uuid}`);
    const own = await fresh({ trainers: [...trainers].reverse() });
    const { session: back } = await save(server(), headers.adviser, own, { trainers });
    expect(back!.parts[0]!.trainers.map(({ id }) => id)).toEqual([...trainers].reverse());
    await update(server(), headers.adviser, own, 1, { country: 'RS', trainers: trainers.slice(0, 1) });
    expect((await partsOf(server(), headers.adviser, own))![0]!.trainers).toEqual([{ id: trainers[0] }]);
  });
});

describe('of two who change a part at once', () => {
  test('the second is told, and sees what the first has written', async () => {
    const own = await fresh();
    const { key } = await save(server(), headers.adviser, own);
    expect(told(await save(server(), headers.adviser, own, { key, version: 1, title: 'Un' }))).toBe('DONE');
    const second = await save(server(), headers.scac, own, { key, version: 1, title: 'Deux' });
    expect([told(second), second.session!.parts[0]!.title.text, second.session!.parts[0]!.version]).toEqual(['CONFLICT', 'Un', 2]);
    expect(told(await save(server(), headers.scac, own, { key, version: 1, title: 'Un' }))).toBe('DONE');
  });

  test('at the same moment, one has written and the other is told', async () => {
    const own = await fresh();
    const { key } = await save(server(), headers.adviser, own);
    const both = await Promise.all([save(server(), headers.adviser, own, { key, version: 1, title: 'Un' }), save(server(), headers.scac, own, { key, version: 1, title: 'Deux' })]);
    expect(both.map(told).sort()).toEqual(['CONFLICT', 'DONE']);
  });
});

test('translations are read in the reader’s language, are marked once the title has changed, and never saved from a fallback', async () => {
  const own = await fresh();
  const { key } = await save(server(), headers.adviser, own);
  expect(told(await translate(server(), headers.adviser, own, { key, version: 1, locale: 'mk', title: 'Отворање' }))).toBe('DONE');
  expect(told(await translate(server(), headers.adviser, own, { key, version: 2, locale: 'fr', title: 'Autre' }))).toBe('INVALID LOCALE NOT_HERE');
  expect((await partsOf(server(), headers.adviser, own, 'mk'))![0]!.title).toEqual({ text: 'Отворање', locale: 'mk', isFallback: false, isOutdated: false });
  expect((await partsOf(server(), headers.adviser, own, 'sl'))![0]!.title).toMatchObject({ text: 'Ouverture', locale: 'fr', isFallback: true });
  // Another hour is no other text.
  await save(server(), headers.adviser, own, { key, version: 2, starts: '09:15' });
  expect((await partsOf(server(), headers.adviser, own, 'mk'))![0]!.title.isOutdated).toBe(false);
  await save(server(), headers.adviser, own, { key, version: 3, starts: '09:15', title: 'Accueil' });
  expect((await partsOf(server(), headers.adviser, own, 'mk'))![0]!.texts).toEqual([{ locale: 'fr', title: 'Accueil', isSource: true, isOutdated: false }, { locale: 'mk', title: 'Отворање', isSource: false, isOutdated: true }]);
  expect(told(await translate(server(), headers.adviser, own, { key, version: 1, locale: 'mk', title: 'Друго' }))).toBe('CONFLICT');
  expect(told(await translate(server(), headers.adviser, own, { key, version: 4, locale: 'mk', title: '' }))).toBe('DONE');
  expect((await partsOf(server(), headers.adviser, own, 'mk'))![0]!.texts.map(({ locale }) => locale)).toEqual(['fr']);
});

test('parts change places, as long as they were and with the time between them; those beside each other do not', async () => {
  const own = await fresh();
  const keys: string[] = [];
  for (const [title, starts, ends] of [['A', '09:00', '10:00'], ['B', '10:30', '12:00'], ['C', '11:30', '12:30']]) keys.push((await save(server(), headers.adviser, own, { title, starts, ends })).key);
  const sequence = async (): Promise<unknown> => (await owner(server(), 'select sequence from training_session where uuid = ?', [keyOf(own)]))[0];
  const moved = await act(server(), headers.adviser, own, keys[1]!, { to: 1 });
  const once = await sequence();
  expect([told(moved), moved.session!.parts.map(({ title, starts, ends, version }) => `${title.text} ${starts} ${ends} ${version}`)]).toEqual(['DONE', ['B 09:00 10:30 2', 'A 11:00 12:00 2', 'C 11:30 12:30 1']]);
  // Sent again, since its answer was lost: it is so already, and nothing moves.
  expect((await act(server(), headers.adviser, own, keys[1]!, { to: 1 })).session).toEqual(moved.session);
  expect(await sequence()).toEqual(once);
  for (const [key, to] of [[keys[0]!, 3], [keys[1]!, 0], [keys[1]!, 4]] as const) expect([to, told(await act(server(), headers.adviser, own, key, { to }))]).toEqual([to, 'INVALID POSITION NO_WAY']);
  expect(told(await act(server(), headers.adviser, own, keys[2]!, 'remove'))).toBe('DONE');
  expect(told(await act(server(), headers.adviser, own, keys[2]!, 'remove'))).toBe('DONE');
  expect((await partsOf(server(), headers.adviser, own))!.map(({ title }) => title.text)).toEqual(['B', 'A']);
});

describe('a session with parts', () => {
  test('that is put off takes them with it; it is not made too short for them', async () => {
    const own = await fresh();
    await save(server(), headers.adviser, own, { day: 2 });
    const later = { country: 'RS', starts: '2099-04-20T09:00', ends: '2099-04-21T17:00', registrationUntil: null };
    expect((await update(server(), headers.adviser, own, 1, { ...later, ends: '2099-04-21T10:00' })).faults).toMatchObject([{ field: 'ENDS', fault: 'PARTS_OUTSIDE' }]);
    expect((await update(server(), headers.adviser, own, 1, later)).outcome).toBe('DONE');
    expect((await partsOf(server(), headers.adviser, own))![0]).toMatchObject({ date: '2099-04-21', startsAt: '2099-04-21T07:00:00.000Z' });
    expect((await update(server(), headers.adviser, own, 2, { ...later, timeZone: 'Europe/Kyiv' })).outcome).toBe('DONE');
    expect((await partsOf(server(), headers.adviser, own))![0]).toMatchObject({ date: '2099-04-21', startsAt: '2099-04-21T06:00:00.000Z' });
  });

  test('is another one to calendars once it is announced and its hours change, and not for another title', async () => {
    const own = await fresh();
    const { key, session: draft } = await save(server(), headers.adviser, own);
    await step(server(), headers.adviser, 'openSession', own);
    const titled = await save(server(), headers.adviser, own, { key, version: 1, title: 'Accueil' });
    const moved = await save(server(), headers.adviser, own, { key, version: 2, title: 'Accueil', ends: '11:00' });
    expect([draft!.sequence, titled.session!.sequence, moved.session!.sequence]).toEqual([0, 0, 1]);
    expect(Date.parse(titled.session!.changedAt)).toBeGreaterThan(Date.parse(draft!.changedAt));
  });

  test('is held on the days that have some: presence and certificates count these', async () => {
    const own = await fresh({ ends: '2099-03-19T17:00' });
    const held = async () => (await owner<{ days: string[] }>(server(), 'select array_to_json(held_days(?)) as days', [keyOf(own)]))[0]!.days;
    expect(await held()).toHaveLength(10);
    for (const day of [1, 8, 8]) await save(server(), headers.adviser, own, { day });
    expect(await held()).toEqual(['2099-03-10', '2099-03-17']);
  });
});

test('the journal says who has changed what of the parts of which session', async () => {
  const own = await fresh();
  const { key } = await save(server(), headers.scac, own);
  await save(server(), headers.scac, own, { key, version: 1, title: 'Accueil', room: 'A1' });
  await act(server(), headers.scac, own, key, 'remove');
  const entries = await owner<{ said: string }>(server(), `select concat_ws(' ', action, part) as said from audit_entry where subject = 'SESSION_PART' and object = ? and by_id = (select id from person where email like 'scac.rs@%') order by at, part nulls first`, [keyOf(own)]);
  expect(entries.map(({ said }) => said)).toEqual(['ADDED', 'CHANGED room', 'CHANGED title.fr', 'REMOVED']);
});
