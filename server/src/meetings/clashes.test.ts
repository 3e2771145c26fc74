/** What a post moves onto something of which it was not told, what later changes hold a meeting to, and the place of a protected organisation under all its names. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { saveMember, stay } from '../missions/team.fixture.ts';
import { keyOf, owner, saveLeg, step, told } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { type MeetingBack, meetingsOf, namePeople, saveMeeting, type Toured, tour, translateMeeting } from './meetings.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let toured: Toured;
let app: MikroORM;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  app = await MikroORM.init(ormOptions(server().database.app));
  return () => app.close();
});

type Given = Readonly<Record<string, unknown>>;
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const tell = ({ outcome, faults }: MeetingBack): string => told({ outcome, faults } as never);
const save = (given: Given = {}, who: keyof Headers = 'adviser'): Promise<MeetingBack> => saveMeeting(server(), headers[who], toured.leg, given);
const judge = (): Given => ({ member: toured.members[0], kind: 'MAGISTRATE', isSubstitute: false });
const withJudge = async (given: Given): Promise<string> => {
  const { key } = await save(given);
  expect(tell(await namePeople(server(), headers.adviser, toured.leg, { key, version: 1, people: [judge()] }))).toBe('DONE');
  return key;
};
const at = (starts: string, day = '2098-11-10'): Given => ({ day, starts });
const personOf = async (key: string): Promise<unknown[]> => (await meetingsOf(server(), headers.adviser, toured.leg))!.find((one) => one.key === key)!.people.map(({ isEngagedElsewhere, isAway }) => [isEngagedElsewhere, isAway]);
const who = (): string => keyOf(toured.experts[0]!);
const engage = (kind: string, held: string, somebody = who()): Promise<{ source: string }[]> =>
  sql('insert into expert_engagement (source, who, expert_uuid, kind, held, place) values (gen_random_uuid(), ?, ?, ?, ?, ?) returning source', [somebody, somebody, kind, held, kind === 'STAY' ? 'AL' : null]);
const asPerson = async <T>(role: string, text: string, values: unknown[] = []): Promise<T[]> => {
  const [person] = await sql<{ id: string }>('select id from person where email = ?', [(PEOPLE as Readonly<Record<string, string | null>>)[role] ?? null]);
  return transactAs(app, person?.id ?? null)((em) => em.execute<T[]>(text, values)) as Promise<T[]>;
};

/** A leg that was shown and is planned anew, with two who were found since. */
async function replanned(): Promise<void> {
  toured = await tour(server(), headers.adviser);
  await step(server(), headers.adviser, 'replanMission', toured.mission);
  for (const statement of ['alter table mission_stay disable trigger mission_stay_stands', 'update mission_stay set is_told = false', 'alter table mission_stay enable trigger mission_stay_stands']) await sql(statement);
}

const clear = async (): Promise<void> => {
  await sql('delete from mission');
  await sql(`delete from expert_engagement where lower(held) > '2098-01-01' and lower(held) < '2099-01-01' and source not in (select uuid from training_session)`);
  await sql(`delete from holiday where date between '2098-11-10' and '2098-11-11'`);
};
beforeEach(async () => {
  await clear();
  return clear;
});

describe('somebody of whom a post was not told', () => {
  const shorten = async (arrives: string): Promise<void> => expect(told(await saveMember(server(), headers.adviser, toured.mission, { key: toured.members[0], version: 1, kind: 'MAGISTRATE', stays: [stay(toured.legKey, arrives, '2098-11-11T18:00')] }))).toBe('DONE') as never;
  beforeEach(async () => {
    await replanned();
  });

  test('is moved to when they are not there, and onto what else they do: the adviser sees it, is refused the same, and sets it right before posts are told', async () => {
    await shorten('2098-11-10T09:30');
    const [key, other] = [await withJudge(at('10:00')), await withJudge(at('14:00'))];
    expect([tell(await save({ key, version: 2, ...at('09:00') })), tell(await save({ key, version: 2, ...at('14:30') })), tell(await save({ key, version: 2, ...at('09:00') }, 'scac'))]).toEqual(['INVALID PEOPLE AWAY', 'INVALID PEOPLE BUSY', 'DONE']);
    expect([await personOf(key), (await meetingsOf(server(), headers.scac, toured.leg))!.map(({ people }) => people)]).toEqual([[[false, true]], [[], []]]);
    // Whatever else is changed meanwhile.
    expect([tell(await save({ key, version: 3, ...at('09:00'), note: 'Vu.' })), tell(await save({ key: other, version: 2, ...at('14:00'), note: 'Vu.' })), tell(await translateMeeting(server(), headers.ssi, toured.leg, { key, version: 4, locale: 'en', subject: 'Teams' }))]).toEqual(['DONE', 'DONE', 'DONE']);
    expect(told(await saveMember(server(), headers.adviser, toured.mission, { key: toured.members[1], version: 1, kind: 'POLICE', stays: [stay(toured.legKey, '2098-11-09T09:00', '2098-11-11T17:00')] }))).toBe('DONE');
    expect([told(await step(server(), headers.adviser, 'consultPosts', toured.mission)), tell(await save({ key, version: 5, ...at('14:30') }, 'scac')), await personOf(key)]).toEqual(['INVALID TEAM MEETINGS', 'DONE', [[true, false]]]);
    expect([tell(await save({ key: other, version: 3, ...at('14:00'), note: 'Revu.' })), told(await step(server(), headers.adviser, 'consultPosts', toured.mission))]).toEqual(['DONE', 'INVALID TEAM MEETINGS']);
    expect([tell(await save({ key, version: 6, ...at('16:00') })), told(await step(server(), headers.adviser, 'consultPosts', toured.mission))]).toEqual(['DONE', 'DONE']);
    expect(tell(await save({ key, version: 7, ...at('14:30') }, 'scac'))).toBe('INVALID PEOPLE BUSY');
  });

  test('is moved to when they stay in another country', async () => {
    await shorten('2098-11-10T09:30');
    const key = await withJudge(at('10:00'));
    await engage('STAY', '{["2098-11-09 08:00+00","2098-11-10 08:20+00")}');
    expect(tell(await save({ key, version: 2, ...at('08:45') }, 'scac'))).toBe('DONE');
  });
});

describe('what a post moved onto something else', () => {
  beforeEach(async () => void (toured = await tour(server(), headers.adviser)));
  const meets = async (source: string): Promise<unknown> => (await sql<{ meets: boolean }>('select meets_stays as meets from expert_engagement where source = ?', [source]))[0]!.meets;

  test('is a meeting elsewhere, too; it meets all again once there is nothing, and nothing of other people is written', async () => {
    const key = await withJudge(at('10:00'));
    const [other] = await engage('MEETING', '{["2098-11-10 14:00+00","2098-11-10 16:00+00")}');
    expect([tell(await save({ key, version: 2, ...at('15:00') })), tell(await save({ key, version: 2, ...at('15:00') }, 'scac')), await meets(key)]).toEqual(['INVALID PEOPLE BUSY', 'DONE', false]);
    const [foreign] = await engage('TRAINING', '{["2098-11-12 14:00+00","2098-11-12 16:00+00")}', (await sql<{ uuid: string }>('select uuid from expert where is_demonstration and uuid not in (?, ?) order by uuid limit 1', toured.experts.map(keyOf)))[0]!.uuid);
    await sql('update expert_engagement set meets_stays = false where source = ?', [foreign!.source]);
    await sql('alter table expert_engagement disable trigger expert_engagement_meets_again_update').catch(() => undefined);
    await sql('update expert_engagement set meets_stays = false where source = ?', [foreign!.source]);
    await sql('alter table expert_engagement enable trigger expert_engagement_meets_again_update').catch(() => undefined);
    await sql('delete from expert_engagement where source = ?', [other!.source]);
    await saveMember(server(), headers.adviser, toured.mission, { key: toured.members[0], version: 1, kind: 'MAGISTRATE', stays: [stay(toured.legKey, '2098-11-09T09:00', '2098-11-11T17:00')] });
    expect([await meets(key), await meets(foreign!.source)]).toEqual([true, false]);
  });
});

describe('what comes later', () => {
  beforeEach(async () => void (toured = await tour(server(), headers.adviser, ['planMission'])));

  test('holds in place neither what was refused, nor when the host could', async () => {
    await sql('delete from mission');
    toured = await tour(server(), headers.adviser, []);
    await save({ ...at('10:00', '2098-11-11'), overrideReason: 'Seul jour possible.', status: 'REFUSED', windows: [{ day: '2098-11-11', from: '09:00', until: '12:00' }] });
    await save({ windows: [{ day: '2098-11-11', from: '09:00', until: '12:00' }] });
    expect(told(await saveLeg(server(), headers.adviser, toured.mission, { key: toured.legKey, version: 1, startsOn: '2098-11-08', endsOn: '2098-11-10' }))).toBe('DONE');
  });

  test('is held to the rules again where the time is changed, not where it is said in another language', async () => {
    const { key } = await save(at('10:00'));
    await sql(`insert into holiday (country_code, date, source, source_locale) values ('RS', '2098-11-10', 'A test', 'sr-Cyrl')`);
    expect(tell(await translateMeeting(server(), headers.adviser, toured.leg, { key, version: 1, locale: 'en', subject: 'Teams' }))).toBe('DONE');
    await expect(sql(`update meeting set starts = '11:00' where uuid = ?`, [key])).rejects.toThrow('DAY DAY_OFF');
  });
});

describe('a protected organisation', () => {
  const SLUG = 't-clash-host';
  const PLACE = { placeName: 'Bureau', placeAddress: '1, rue inventée' };
  const added = (isProtected: boolean, name: string): Promise<unknown> => sql(`with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values (?, 'RS', 'NGO', 'fr', 'T', false, true, ?, true) returning slug)
    insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', ? from o`, [SLUG, isProtected, name]);
  beforeEach(async () => {
    await sql('delete from organisation where slug = ?', [SLUG]);
    toured = await tour(server(), headers.adviser, ['planMission']);
    return async () => {
      await sql('delete from mission');
      await sql('delete from organisation where slug = ?', [SLUG]);
    };
  });
  const places = async (): Promise<unknown[]> => (await meetingsOf(server(), headers.adviser, toured.leg))!.map(({ placeName, placeAddress }) => [placeName, placeAddress]);

  test('is not written as the place either, and loses the place of its meetings though a holiday was announced since', async () => {
    await added(false, 'Maison Ébène');
    expect([tell(await save({ ...at('10:00'), ...PLACE, placeName: 'maison ebene' })), tell(await save({ ...at('12:00'), ...PLACE, organisation: `Organisation_${SLUG}`, hostName: '' }))]).toEqual(['DONE', 'DONE']);
    await sql(`insert into holiday (country_code, date, source, source_locale) values ('RS', '2098-11-10', 'A test', 'sr-Cyrl')`);
    await sql('update organisation set is_protected = true where slug = ?', [SLUG]);
    expect([await places(), tell(await save({ ...PLACE, placeName: 'MAISON ÉBÈNE' }))]).toEqual([[[null, null], [null, null]], 'INVALID PLACE_NAME PROTECTED PLACE_ADDRESS PROTECTED']);
  });

  test('hides the places of meetings under its name once it is added, called so, or called so in another language', async () => {
    await save({ ...at('10:00'), ...PLACE, hostName: 'Maison Ébène' });
    await save({ ...at('12:00'), ...PLACE, hostName: 'Kuća Abonos' });
    await save({ ...at('14:00'), ...PLACE, hostName: 'Ebony House' });
    await added(true, 'maison ebene');
    expect((await places()).map((one) => (one as unknown[])[0])).toEqual([null, 'Bureau', 'Bureau']);
    await sql(`insert into organisation_translation (organisation_slug, locale, name) values (?, 'sr-Latn', 'kuca abonos')`, [SLUG]);
    await sql(`update organisation_translation set name = 'Ebony house' where organisation_slug = ? and locale = 'fr'`, [SLUG]);
    expect(await places()).toEqual([[null, null], [null, null], [null, null]]);
  });

  test('is held by whoever writes a place under its name, and not by who says the meeting in another language', { timeout: 20_000 }, async () => {
    await added(false, 'Maison Ébène');
    const { key } = await save({ organisation: `Organisation_${SLUG}`, hostName: '' });
    const em = server().database.orm.em.fork();
    await em.transactional(async (one) => {
      await one.execute(`update meeting set organisation_slug = null, host_name = 'maison ebene', place_name = 'Bureau' where uuid = ?`, [key]);
      await expect(server().database.orm.em.fork().transactional(async (two) => {
        await two.execute(`set local lock_timeout = '300ms'`);
        await two.execute('update organisation set is_protected = true where slug = ?', [SLUG]);
      })).rejects.toThrow('lock timeout');
      await one.execute(`update meeting set organisation_slug = ?, host_name = null where uuid = ?`, [SLUG, key]);
    });
    await em.transactional(async (one) => {
      await one.execute('select from organisation where slug = ? for update', [SLUG]);
      const said = translateMeeting(server(), headers.adviser, toured.leg, { key, version: 1, locale: 'en', subject: 'Teams' });
      expect(await Promise.race([said.then(tell), new Promise((done) => { setTimeout(() => done('waits'), 3_000); })])).toBe('DONE');
    });
  });
});

describe('what the database is asked', () => {
  test('tells nobody else who is whom, which organisation is protected, and what is wrong with a meeting; a post of the leg is told of its own', async () => {
    toured = await tour(server(), headers.adviser, ['planMission', 'consultPosts']);
    const { key } = await save();
    for (const role of ['ngoCoordinator', 'scacElsewhere', 'scac', 'adviser'] as const) {
      for (const [text, values] of [['select human_of(?, null)', [who()]], ['select meeting_fault(?, true)', [key]], ['select hides_place(null, ?, null, ?)', ['x', 'RS']]] as const) await expect(asPerson(role, text, [...values])).rejects.toThrow('permission denied');
    }
    const ask = async (role: string): Promise<unknown> => [...await asPerson<object>(role, 'select keeps_place_secret(null, ?, null, ?) as secret, known_human(?, null) as human', ['x', 'RS', who()]), ...await asPerson<object>(role, 'select fault_of_meeting(?, ?) as fault', [toured.legKey, key])];
    expect([await ask('ngoCoordinator'), await ask('scacElsewhere'), await ask('scac'), await ask('adviser')])
      .toEqual([...['a', 'b'].map(() => [{ secret: null, human: null }, { fault: null }]), [{ secret: false, human: null }, { fault: null }], [{ secret: false, human: who() }, { fault: null }]]);
  });

  test('a post reads who goes once it was told: the view and the reader each say so', async () => {
    await replanned();
    await withJudge(at('10:00'));
    const [{ is }] = (await sql<{ is: string }>(`select pg_get_viewdef('meeting_person'::regclass) as is`)) as [{ is: string }];
    const open = is.replace(/WHERE[^;]*/, '');
    expect(open).not.toBe(is);
    await sql(`create or replace view meeting_person with (security_barrier = true) as ${open}`);
    const seen = async (): Promise<unknown> => (await meetingsOf(server(), headers.scac, toured.leg))![0]!.people;
    const closed = await seen();
    await sql(`create or replace view meeting_person with (security_barrier = true) as ${is}`);
    expect([closed, await seen()]).toEqual([[], []]);
  });
});
