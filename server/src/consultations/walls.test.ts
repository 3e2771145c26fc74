/** What consulting holds to whoever asks: nobody agrees to what they have not read, no statement goes past an objection, terms are as they were told, and reminding waits for nobody. Each with its control. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { amended } from '../migrations/amending.ts';
import { giveUp, keyOf, missionWith, owner } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { forConsultations, remindPosts } from './consultation-mail.ts';
import { BELGRADE, consultationOf, consultedMission, give, passDeadline, stepWith, TIRANA } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

async function alone(): Promise<{ readonly mission: string; readonly leg: string; readonly key: string }> {
  const { id, legs } = await consultedMission(server(), headers.adviser, [BELGRADE]);
  return { mission: id, leg: legs[0]!.id, key: (await consultationOf(server(), headers.adviser, legs[0]!.id))!.id };
}

const GIVE = 'give_opinion(uuid, text, integer, integer, text, text, text, text)';

/** Does `work` with a function that says something else, then has it say what it said. */
async function amendedWhile<T>(signature: string, from: string, to: string, work: () => Promise<T>): Promise<T> {
  const [before] = await owner<{ text: string }>(server(), `select pg_get_functiondef('${signature}'::regprocedure) as text`);
  await owner(server(), amended(signature, from, to));
  try {
    return await work();
  } finally {
    await owner(server(), before!.text);
  }
}

describe('what was read', () => {
  /** The adviser reads the mission, a service adds a remark, the adviser agrees to what they have read. */
  async function agreeUnread(): Promise<string> {
    const { mission, key } = await alone();
    for (const service of ['SCAC', 'SSI'] as const) await give(server(), service === 'SCAC' ? headers.scac : headers.ssi, key, { service });
    const { data } = await ask(server(), 'query ($id: ID!) { mission(id: $id) { version } }', { id: mission }, headers.adviser);
    await give(server(), headers.scac, key, { remark: 'Oui, mais sans la police.', version: 2 });
    const answer = await ask(server(), 'mutation ($id: ID!, $version: Int!) { agreeMission(id: $id, version: $version) { outcome } }', { id: mission, version: (data!.mission as { version: number }).version }, headers.adviser);
    return (answer.data!.agreeMission as { outcome: string }).outcome;
  }

  test('is what a mission is agreed to: an opinion that came since is a conflict', async () => {
    expect(await agreeUnread()).toBe('CONFLICT');
    expect(await amendedWhile(GIVE, 'update mission x set version = x.version + 1', 'update mission x set version = x.version', agreeUnread)).toBe('DONE');
  });

  /** A service answers what it has read after the purpose was written anew. */
  async function answerUnread(): Promise<string> {
    const { key, leg } = await alone();
    await owner(server(), 'update mission_leg set source_version = source_version + 1 where uuid = ?', [keyOf(leg)]);
    return give(server(), headers.scac, key);
  }

  test('is what a service answers: a purpose that was written anew since is a conflict', async () => {
    expect(await answerUnread()).toBe('CONFLICT');
    expect(await amendedWhile(GIVE, ' or l.source_version <> the_purpose_version', '', answerUnread)).toBe('DONE');
  });
});

test('consulting again is done on the same terms, and a conflict on others, as long as an answer is missing', async () => {
  const { mission, key } = await alone();
  const again = (terms: string): Promise<string> => stepWith(server(), headers.assistant, 'consultPosts', mission, terms);
  expect([await again(', days: 5, silenceAgrees: true'), await again(', days: 20, silenceAgrees: true'), await again(', days: 5, silenceAgrees: false')]).toEqual(['DONE', 'CONFLICT', 'CONFLICT']);
  expect((await consultationOf(server(), headers.adviser, `MissionLeg_${(await owner<{ leg: string }>(server(), 'select leg_uuid as leg from consultation where uuid = ?', [keyOf(key)]))[0]!.leg}`))!.ruleDays).toBe(5);
  for (const service of ['SCAC', 'SSI'] as const) await give(server(), service === 'SCAC' ? headers.scac : headers.ssi, key, { service });
  expect(await again(', days: 20, silenceAgrees: false')).toBe('DONE');
});

describe('no statement', () => {
  const agree = (mission: string): Promise<unknown> => owner(server(), `update mission set stage = 'AGREED' where uuid = ?`, [keyOf(mission)]);

  test('agrees a mission to which a post has not agreed; without the trigger it would', async () => {
    const { mission, key } = await alone();
    await expect(agree(mission)).rejects.toThrow('a mission is agreed where every post agrees');
    await give(server(), headers.scac, key, { answer: 'OBJECTED', remark: 'Non.' });
    await expect(agree(mission)).rejects.toThrow('a mission is agreed where every post agrees');
    await owner(server(), 'alter table mission disable trigger mission_posts_agree');
    await agree(mission);
    await owner(server(), 'alter table mission enable trigger mission_posts_agree');
    const { mission: other, key: silent } = await alone();
    await passDeadline(server(), silent);
    await agree(other);
  });

  test('of somebody invented reads what came of a real mission, nor who its posts are', async () => {
    const { mission, leg } = await alone();
    const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE.adviser]);
    const orm = await MikroORM.init(ormOptions(server().database.app));
    const found = (): Promise<number[]> => transactAs(orm, person!.id)(async (em) => [
      (await em.execute<unknown[]>('select from hold_opinions(?)', [keyOf(mission)])).length, (await em.execute<unknown[]>('select from leg_letter(?) l where l is not null', [keyOf(leg)])).length,
    ]);
    expect(await found()).toEqual([1, 1]);
    for (const [table, key] of [['mission', 'uuid'], ['mission_leg', 'mission_uuid']]) await owner(server(), `update ${table!} set is_demonstration = false where ${key!} = ?`, [keyOf(mission)]);
    expect(await found()).toEqual([0, 0]);
    await orm.close();
  });
});

describe('a leg that is over', () => {
  const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  const over = { startsOn: day(-9), endsOn: day(-8) };

  test('is neither asked about nor waited for, and its post is not told that it does not take place', async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [{ ...BELGRADE, ...over }, { ...TIRANA, startsOn: day(19), endsOn: day(20) }], ['planMission'], { team: [], startsOn: day(-9), endsOn: day(20) });
    expect(await stepWith(server(), headers.adviser, 'consultPosts', id)).toBe('DONE');
    expect([await consultationOf(server(), headers.adviser, legs[0]!.id), (await consultationOf(server(), headers.adviser, legs[1]!.id))!.state]).toEqual([null, 'ASKED']);
    expect(await stepWith(server(), headers.adviser, 'agreeMission', id)).toBe('INVALID LEGS UNANSWERED AL');
    await owner(server(), 'delete from mail');
    await giveUp(server(), headers.adviser, id, { fr: 'Budget.' });
    expect((await owner<{ said: string }>(server(), `select subject || text as said from mail where template = 'legReleased'`)).map(({ said }) => /Tiran/.test(said))).toEqual([true, true]);
  });
});

test('reminding waits for nobody: what somebody holds is reminded of later, the others now', async () => {
  const { key } = await alone();
  const { key: other } = await alone();
  await owner(server(), 'delete from mail');
  await owner(server(), 'update consultation set reminded_at = now()');
  await owner(server(), `update consultation set due_on = current_date, due_at = now() + interval '1 hour', reminded_at = null where uuid in (?, ?)`, [keyOf(key), keyOf(other)]);
  const remind = async (): Promise<number> => {
    await remindPosts(server().database.orm.em.fork(), 'https://passerelle.example');
    return (await owner(server(), `delete from mail where template = 'opinionDue' returning 1`)).length;
  };
  await server().database.orm.em.fork().transactional(async (em) => {
    await em.execute('select from consultation where uuid = ? for update', [keyOf(key)]);
    expect(await remind()).toBe(2);
  });
  expect([await remind(), await remind()]).toEqual([2, 0]);
});

test('what is noted of silence is noted by what runs for consultations alone', async () => {
  const { key } = await alone();
  await passDeadline(server(), key);
  const noted = async (): Promise<number> => (await owner(server(), 'select from opinion where noted_silent_at is not null and consultation_uuid = ?', [keyOf(key)])).length;
  await owner(server(), 'select note_silence()');
  expect(await noted()).toBe(0);
  await forConsultations(server().database.orm.em.fork(), (em) => em.execute('select note_silence()'));
  expect(await noted()).toBe(2);
});

test('when posts were asked is told by the day, and mails about legs have keys that are drawn by chance', async () => {
  await owner(server(), 'delete from mail');
  const { leg } = await alone();
  expect((await consultationOf(server(), headers.scac, leg))!.askedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await owner(server(), `select distinct substr(uuid::text, 15, 1) as version from mail where template = 'opinionAsked'`)).toEqual([{ version: '4' }]);
});
