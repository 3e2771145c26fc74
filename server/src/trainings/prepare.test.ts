/** Preparing a session, by the API: making it, changing it, and what is wrong with what is sent. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { atOnce } from './at-once.fixture.ts';
import { whenSessionChanges } from './session-changes.ts';
import { create, keyOf, owner, SESSION, step, update } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

const stored = async (id: string): Promise<Record<string, unknown>> => (await owner(server(), `
  select s.stage, s.version, s.sequence, s.source_version, s.starts_at at time zone s.time_zone as starts, p.email as by from training_session s left join person p on p.id = s.prepared_by_id where s.uuid = ?`, [keyOf(id)]))[0]!;
const experts = async (count: number): Promise<string[]> => (await owner<{ uuid: string }>(server(), 'select uuid from expert order by uuid limit ?', [count])).map(({ uuid }) => `Expert_${uuid}`);

describe('a session that is made', () => {
  test('is a draft, in the language of its texts, by who has made it', async () => {
    const { outcome, session } = await create(server(), headers.adviser);
    expect(outcome).toBe('DONE');
    expect(session).toMatchObject({ version: 1, state: 'DRAFT', title: { text: SESSION.title, locale: 'fr', isFallback: false }, texts: [{ locale: 'fr', isSource: true, isOutdated: false }] });
    expect(await stored(session!.id)).toMatchObject({ stage: 'DRAFT', sequence: 0, by: PEOPLE.adviser });
  });

  test('begins when the clocks of its place say so', async () => {
    const { session } = await create(server(), headers.adviser, { timeZone: 'Europe/Kyiv', starts: '2099-07-10T09:30', ends: '2099-07-10T17:00', registrationUntil: null });
    const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { startsAt endsAt timeZone registrationUntil } }', { id: session!.id }, headers.adviser);
    expect(data!.trainingSession).toEqual({ startsAt: '2099-07-10T06:30:00.000Z', endsAt: '2099-07-10T14:00:00.000Z', timeZone: 'Europe/Kyiv', registrationUntil: null });
  });

  test('keeps the order in which its trainers are named, and tells languages of work from those of interpretation', async () => {
    const trainers = (await experts(3)).reverse();
    const { session } = await create(server(), headers.adviser, { trainers });
    const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { trainers { id } languages { use language { code } } audiences { code } } }', { id: session!.id }, headers.adviser);
    expect(data!.trainingSession).toMatchObject({ trainers: trainers.map((id) => ({ id })), languages: [{ use: 'WORKING', language: { code: 'fr' } }, { use: 'INTERPRETATION', language: { code: 'mk' } }] });
    expect(((data!.trainingSession as { audiences: { code: string }[] }).audiences).map(({ code }) => code).sort()).toEqual(['NGOS', 'POLICE']);
  });

  test('is made once however often it is sent, and has what was sent last', async () => {
    const key = '019abc00-0000-4000-8000-0000000000a1';
    const [first, again] = [await create(server(), headers.adviser, {}, key), await create(server(), headers.adviser, {}, key)];
    expect([first.outcome, again.outcome, again.session!.id, again.session!.version]).toEqual(['DONE', 'DONE', first.session!.id, 1]);
    expect((await create(server(), headers.adviser, { places: 30 }, key)).session).toMatchObject({ id: first.session!.id, places: 30, version: 2 });
    expect((await create(server(), headers.adviser, { places: 31 }, key)).outcome).toBe('CONFLICT');
    expect((await create(server(), headers.scacElsewhere, { country: 'AL' }, key)).outcome).toBe('GONE');
  });

  test('is made online without a place by the adviser, and by an embassy for its own country alone', async () => {
    const online = { format: 'ONLINE', town: null };
    expect((await create(server(), headers.assistant, { ...online, country: null })).outcome).toBe('DONE');
    expect((await create(server(), headers.scac, { ...online, country: 'RS' })).outcome).toBe('DONE');
    expect((await create(server(), headers.scac, { ...online, country: null })).outcome).toBe('NOT_ALLOWED');
    expect((await create(server(), headers.ssi, { country: 'RS' })).outcome).toBe('DONE');
    expect((await create(server(), headers.scac, { country: 'MK' })).outcome).toBe('NOT_ALLOWED');
  });

  test.each(ROLES.filter((role) => !['adviser', 'assistant', 'scac', 'ssi', 'scacElsewhere'].includes(role)))('is not made by %s', async (role: Role) => {
    const before = await owner(server(), 'select from training_session');
    const made = create(server(), headers[role], { country: 'RS' });
    if (role === 'visitor' || role === 'suspended') await expect(made).rejects.toThrow('UNAUTHENTICATED');
    else expect((await made).outcome).toBe('NOT_ALLOWED');
    expect(await owner(server(), 'select from training_session')).toHaveLength(before.length);
  });
});

const [GIRL, NUMBER] = ['A 17-year-old girl from Tirana, +355 69 234 5678', 'JMBG 0101990123456'];

describe('what is wrong is said field by field, and nothing is written:', () => {
  test.each([
    ['no title', { title: ' \n ' }, 'TITLE MISSING'],
    ['a title of several lines', { title: 'One\nTwo' }, 'TITLE UNREADABLE'],
    ['a title that is too long', { title: 'x'.repeat(201) }, 'TITLE TOO_LONG'],
    ['a programme that is too long', { programme: ['x'.repeat(2_000), 'x'.repeat(2_000), 'x'.repeat(1_000)] }, 'PROGRAMME TOO_LONG'],
    ['no theme', { theme: '' }, 'THEME MISSING'],
    ['a theme that is none', { theme: 'NOPE' }, 'THEME UNKNOWN'],
    ['a country that is none of ours', { country: 'JP' }, 'COUNTRY UNKNOWN'],
    ['a place without a country or a town', { country: null, town: '' }, 'COUNTRY MISSING,TOWN MISSING'],
    ['a town of an online session', { format: 'ONLINE' }, 'TOWN NOT_HERE'],
    ['an audience that is none, a language that is none', { audiences: ['NOPE'], interpretation: ['xx'] }, 'AUDIENCES UNKNOWN,INTERPRETATION UNKNOWN'],
    ['a trainer who is none', { trainers: ['Expert_00000000-0000-7000-8000-000000000000'] }, 'TRAINERS UNKNOWN'],
    ['an audience twice', { audiences: ['POLICE', 'POLICE'] }, 'AUDIENCES REPEATED'],
    ['a language that it is held in and interpreted into', { workingLanguages: ['fr'], interpretation: ['fr'] }, 'INTERPRETATION REPEATED'],
    ['no places', { places: 0 }, 'PLACES OUT_OF_RANGE'],
    ['an hour that is skipped', { timeZone: 'Europe/Paris', starts: '2027-03-28T02:30', ends: '2027-03-29T17:00', registrationUntil: null }, 'STARTS SKIPPED'],
    ['an hour that comes twice', { timeZone: 'Europe/Paris', starts: '2027-10-30T09:00', ends: '2027-10-31T02:30', registrationUntil: null }, 'ENDS TWICE'],
    ['a day that there is not', { starts: '2099-02-30T09:00' }, 'STARTS UNREADABLE'],
    ['a year before all', { starts: '0000-01-01T09:00', ends: '0000-12-31T17:00', registrationUntil: null }, 'STARTS UNREADABLE,ENDS UNREADABLE'],
    ['a year after all', { starts: '9999-12-31T09:00', ends: '9999-12-31T23:59', registrationUntil: '9999-12-31T08:00' }, 'STARTS UNREADABLE,ENDS UNREADABLE,REGISTRATION_UNTIL UNREADABLE'],
    ...['EST', 'ACT', '+01:00', 'SystemV/PST8', 'US/Pacific-New', 'europe/paris'].map((timeZone) => [`a time zone that not everybody takes for the same: ${timeZone}`, { timeZone }, 'TIME_ZONE UNKNOWN'] as const),
    ['no beginning', { starts: '' }, 'STARTS MISSING'],
    ['an end before the beginning', { ends: '2099-03-10T09:00' }, 'ENDS NOT_AFTER'],
    ['a deadline after the beginning', { registrationUntil: '2099-03-10T09:01' }, 'REGISTRATION_UNTIL TOO_LATE'],
  ] as const)('%s', async (_what, changes, faults) => {
    const before = await owner(server(), 'select from training_session');
    const answer = await create(server(), headers.adviser, changes);
    expect([answer.outcome, answer.session, answer.faults.map(({ field, fault }) => `${field} ${fault}`).join()]).toEqual(['INVALID', null, faults]);
    expect(await owner(server(), 'select from training_session')).toHaveLength(before.length);
  });

  test.each(['title', 'summary', 'programme', 'town'])('a victim in the %s', async (field) => {
    await expect(create(server(), headers.adviser, { [field]: field === 'programme' ? ['Morning', GIRL] : GIRL })).rejects.toThrow('VICTIM_DATA');
    const { session } = await create(server(), headers.adviser);
    await expect(update(server(), headers.adviser, session!.id, 1, { [field]: field === 'programme' ? [NUMBER] : NUMBER })).rejects.toThrow('VICTIM_DATA');
    expect(await owner(server(), `select from training_session_translation where concat(title, summary, programme) ~ '17-year|0101990'`)).toEqual([]);
  });
});

describe('a session that is changed', () => {
  test('has another version; what is the same already is no change', async () => {
    const { session } = await create(server(), headers.adviser);
    expect((await update(server(), headers.adviser, session!.id, 1)).session!.version).toBe(1);
    expect((await update(server(), headers.adviser, session!.id, 1, { places: 25 })).session).toMatchObject({ version: 2, places: 25 });
    expect(await stored(session!.id)).toMatchObject({ version: 2, source_version: 1 });
  });

  test('by two people who have read the same is changed by the first; the second sees what it is now, and loses nothing', async () => {
    const { session } = await create(server(), headers.adviser, { country: 'RS' });
    expect((await update(server(), headers.adviser, session!.id, 1, { country: 'RS', title: 'Le premier' })).outcome).toBe('DONE');
    const second = await update(server(), headers.scac, session!.id, 1, { country: 'RS', title: 'Le second' });
    expect([second.outcome, second.session!.title.text, second.session!.version]).toEqual(['CONFLICT', 'Le premier', 2]);
    expect((await update(server(), headers.scac, session!.id, 2, { country: 'RS', title: 'Le second' })).session!.title.text).toBe('Le second');
  });

  test('by two people at the same moment is changed by one', async () => {
    const { session } = await create(server(), headers.adviser, { country: 'RS' });
    const outcomes = await atOnce(server(), session!.id, [
      () => update(server(), headers.adviser, session!.id, 1, { country: 'RS', places: 1 }), () => update(server(), headers.scac, session!.id, 1, { country: 'RS', places: 2 }),
    ]);
    expect(outcomes).toEqual(['CONFLICT', 'DONE']);
  });

  test('stays where it is for those who may not change it, and is not moved to where they may not', async () => {
    const { session } = await create(server(), headers.scac, { country: 'RS' });
    expect((await update(server(), headers.scacElsewhere, session!.id, 1, { country: 'AL' })).outcome).toBe('GONE');
    expect((await update(server(), headers.scac, session!.id, 1, { country: 'AL' })).outcome).toBe('NOT_ALLOWED');
    await step(server(), headers.scac, 'openSession', session!.id);
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'translator'] as const) expect((await update(server(), headers[role], session!.id, 2, { country: 'RS', places: 1 })).outcome).toBe('NOT_ALLOWED');
    expect(await stored(session!.id)).toMatchObject({ version: 2 });
  });

  test('into the past is refused once it is announced', async () => {
    const { session } = await create(server(), headers.adviser);
    await step(server(), headers.adviser, 'openSession', session!.id);
    const { outcome, faults } = await update(server(), headers.adviser, session!.id, 2, { starts: '2020-01-01T09:00', ends: '2020-01-01T17:00', registrationUntil: null });
    expect([outcome, faults.map(({ field, fault }) => `${field} ${fault}`)]).toEqual(['INVALID', ['STARTS PAST', 'ENDS PAST']]);
  });
});

describe('those whom a change concerns', () => {
  test('are told of it in the same transaction, once it is announced', async () => {
    const told: string[] = [];
    const stop = whenSessionChanges(async (em, key, { kinds, before, after }) => {
      const [row] = await em.execute<{ version: number }[]>('select version from training_session where uuid = ?', [key]);
      told.push(`${row!.version} ${kinds.join('+')} ${before.places}→${after.places} ${before.sequence}→${after.sequence}`);
    });
    try {
      const { session } = await create(server(), headers.adviser);
      await update(server(), headers.adviser, session!.id, 1, { places: 25 });
      await step(server(), headers.adviser, 'openSession', session!.id);
      await update(server(), headers.adviser, session!.id, 3, { places: 30 });
      await update(server(), headers.adviser, session!.id, 4, { places: 30, town: 'Битола', ends: '2099-03-11T16:00' });
      await update(server(), headers.adviser, session!.id, 5, { places: 30, town: 'Битола', ends: '2099-03-11T16:00', title: 'Un autre titre' });
      expect(told).toEqual(['3 OPENED 25→25 0→0', '4 PLACES 25→30 0→0', '5 TIME+PLACE 30→30 0→1']);
    } finally {
      stop();
    }
  });

  test('are told, or nothing is changed', async () => {
    const { session } = await create(server(), headers.adviser);
    const stop = whenSessionChanges(() => Promise.reject(new Error('cannot be told')));
    try {
      await expect(step(server(), headers.adviser, 'openSession', session!.id)).rejects.toThrow('INTERNAL_SERVER_ERROR');
      expect(await stored(session!.id)).toMatchObject({ stage: 'DRAFT', version: 1 });
    } finally {
      stop();
    }
  });
});
