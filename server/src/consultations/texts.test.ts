/** An opinion is about the text that was read, and is asked for before the leg begins: agreement and silence about what a leg said before are missing. Each with its control. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { keyOf, missionWith, owner } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { forConsultations, remindPosts } from './consultation-mail.ts';
import { BELGRADE, consultationOf, consultedMission, give, passDeadline, stepWith, TIRANA } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

async function alone(): Promise<{ readonly mission: string; readonly leg: string; readonly key: string }> {
  const { id, legs } = await consultedMission(server(), headers.adviser, [BELGRADE]);
  return { mission: id, leg: legs[0]!.id, key: (await consultationOf(server(), headers.adviser, legs[0]!.id))!.id };
}

const agreeBoth = async (key: string): Promise<void> => {
  for (const service of ['SCAC', 'SSI'] as const) await give(server(), service === 'SCAC' ? headers.scac : headers.ssi, key, { service });
};
const sayAnew = (leg: string): Promise<unknown> => sql('update mission_leg set source_version = source_version + 1, version = version + 1 where uuid = ?', [keyOf(leg)]);
const states = async (leg: string): Promise<unknown[]> => {
  const { state, opinions } = (await consultationOf(server(), headers.scac, leg))!;
  return [state, ...opinions.map((one) => one.state)];
};
const sentTo = async (template: string): Promise<string[]> => (await sql<{ recipient: string }>('delete from mail where template = ? returning recipient', [template])).map(({ recipient }) => recipient).sort();
const agree = (mission: string): Promise<string> => stepWith(server(), headers.adviser, 'agreeMission', mission);
const stageInSql = (mission: string): Promise<unknown> => sql(`update mission set stage = 'AGREED' where uuid = ?`, [keyOf(mission)]);

describe('agreement', () => {
  test('to what a leg said before is missing: no step and no statement agrees the mission, and agreeing to what it says now mends it', async () => {
    const { mission, leg, key } = await alone();
    await agreeBoth(key);
    await sayAnew(leg);
    expect([await states(leg), await agree(mission)]).toEqual([['OUTDATED', 'OUTDATED', 'OUTDATED'], 'INVALID LEGS OUTDATED RS']);
    await expect(stageInSql(mission)).rejects.toThrow('a mission is agreed where every post agrees');
    expect(await give(server(), headers.scac, key)).toBe('CONFLICT');
    expect(await give(server(), headers.scac, key, { version: 2, purposeVersion: 2 })).toBe('DONE');
    expect(await states(leg)).toEqual(['OUTDATED', 'AGREED', 'OUTDATED']);
    // What was said of another text can be noted anew, by whoever was told.
    expect(await give(server(), headers.adviser, key, { service: 'SCAC', version: 3, purposeVersion: 2, reason: 'Par téléphone.' })).toBe('NOT_ALLOWED');
    expect(await give(server(), headers.adviser, key, { service: 'SSI', version: 2, purposeVersion: 2, reason: 'Par téléphone.' })).toBe('DONE');
    expect([await states(leg), await agree(mission)]).toEqual([['AGREED', 'AGREED', 'AGREED'], 'DONE']);
    // What a leg says once it is agreed changes nothing of that.
    await sayAnew(leg);
    expect(await states(leg)).toEqual(['AGREED', 'AGREED', 'AGREED']);
  });

  test('the control: where consultations do not follow what their leg says, a mission is agreed to that nobody has read', async () => {
    const { mission, leg, key } = await alone();
    await agreeBoth(key);
    await sql('alter table mission_leg disable trigger mission_leg_says_anew');
    await sayAnew(leg);
    await sql('alter table mission_leg enable trigger mission_leg_says_anew');
    expect(await agree(mission)).toBe('DONE');
  });

  test('is not asked for again: consulting again asks for what is missing alone', async () => {
    const { mission, leg, key } = await alone();
    await agreeBoth(key);
    await stepWith(server(), headers.adviser, 'replanMission', mission);
    await sayAnew(leg);
    await sql('delete from mail');
    expect(await stepWith(server(), headers.adviser, 'consultPosts', mission)).toBe('DONE');
    const again = (await consultationOf(server(), headers.adviser, leg))!;
    expect([again.round, again.opinions.map(({ answer }) => answer), await sentTo('opinionAsked')]).toEqual([2, [null, null], [PEOPLE.scac, PEOPLE.ssi].sort()]);
    await give(server(), headers.scac, again.id, { remark: 'Oui.', purposeVersion: 2 });
    await passDeadline(server(), again.id);
    await sql(`update opinion set silence_agrees = false where consultation_uuid = ?`, [keyOf(again.id)]);
    await stepWith(server(), headers.adviser, 'replanMission', mission);
    expect(await stepWith(server(), headers.adviser, 'consultPosts', mission)).toBe('DONE');
    const third = (await consultationOf(server(), headers.adviser, leg))!;
    expect([third.round, third.opinions.map(({ answer, remark, answeredByName }) => [answer, remark, answeredByName !== null]), await sentTo('opinionAsked')]).toEqual([3, [['AGREED', 'Oui.', true], [null, null, false]], [PEOPLE.ssi]]);
  });

  test('is nobody’s to write by a statement: an opinion begins as it was, or as nothing', async () => {
    const { key } = await alone();
    await sql('delete from opinion where consultation_uuid = ?', [keyOf(key)]);
    const [person] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]);
    const orm = await MikroORM.init(ormOptions(server().database.app));
    await transactAs(orm, person!.id)((em) => em.execute(`insert into opinion (consultation_uuid, service, answer, answered_at, source_version) values (?, 'SCAC', 'AGREED', now(), 1)`, [keyOf(key)]));
    await orm.close();
    expect(await sql('select answer, source_version from opinion where consultation_uuid = ?', [keyOf(key)])).toEqual([{ answer: null, source_version: null }]);
  });
});

test('silence about what a leg said before agrees to nothing, and is not noted', async () => {
  const { mission, leg, key } = await alone();
  await sayAnew(leg);
  expect(await states(leg)).toEqual(['ASKED', 'ASKED', 'ASKED']);
  await passDeadline(server(), key);
  await forConsultations(server().database.orm.em.fork(), (em) => em.execute('select note_silence()'));
  expect([await states(leg), await agree(mission), await sql('select from opinion where noted_silent_at is not null and consultation_uuid = ?', [keyOf(key)])]).toEqual([['OUTDATED', 'OUTDATED', 'OUTDATED'], 'INVALID LEGS OUTDATED RS', []]);
});

describe('a leg', () => {
  const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

  test('that begins before its post has had its days is consulted about by no step and by no statement', async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [{ ...BELGRADE, startsOn: day(3), endsOn: day(4) }, { ...TIRANA, startsOn: day(60), endsOn: day(61) }], ['planMission'], { team: [], startsOn: day(3), endsOn: day(61) });
    expect(await stepWith(server(), headers.adviser, 'consultPosts', id)).toBe('INVALID LEGS TOO_SOON RS');
    const open = (due: string): Promise<unknown> => sql(`insert into consultation (uuid, leg_uuid, country_code, round, due_on, due_at, silence_agrees, rule_days) values (gen_random_uuid(), ?, 'RS', 1, ?::date, now(), true, 5)`, [keyOf(legs[0]!.id), due]);
    await expect(open(day(3))).rejects.toThrow('a post answers before its leg begins');
    await open(day(2));
  });

  test('that is over takes no answer and no note, and nobody is reminded of it', async () => {
    const { leg, key } = await alone();
    await sql(`update consultation set due_on = current_date, due_at = now() + interval '1 hour', reminded_at = case when uuid = ? then null else now() end`, [keyOf(key)]);
    const moved = async (startsOn: string, endsOn: string): Promise<void> => {
      await sql('alter table mission_leg disable trigger user');
      await sql('update mission_leg set starts_on = ?::date, ends_on = ?::date where uuid = ?', [startsOn, endsOn, keyOf(leg)]);
      await sql('alter table mission_leg enable trigger user');
    };
    const remind = async (): Promise<number> => {
      await sql('delete from mail');
      await remindPosts(server().database.orm.em.fork(), 'https://passerelle.example');
      return (await sentTo('opinionDue')).length;
    };
    await moved(day(-3), day(-2));
    expect([await remind(), (await consultationOf(server(), headers.scac, leg))!.can.give, (await consultationOf(server(), headers.adviser, leg))!.can.note]).toEqual([0, [], false]);
    expect([await give(server(), headers.scac, key), await give(server(), headers.adviser, key, { reason: 'Par courriel.' })]).toEqual(['TOO_LATE', 'TOO_LATE']);
    await moved(day(30), day(31));
    expect([await remind(), await give(server(), headers.scac, key)]).toEqual([2, 'DONE']);
  });
});

/** Reminds of three legs, of which the letter of the second cannot be written: whether that is told, and who was written to of which. */
async function remindedWithOne(): Promise<{ readonly failed: boolean; readonly told: number; readonly waits: boolean }> {
  const all = [await alone(), await alone(), await alone()].sort((one, other) => (one.key < other.key ? -1 : 1));
  const second = keyOf(all[1]!.leg);
  await sql('delete from mail');
  await sql(`update consultation set due_on = current_date, due_at = now() + interval '1 hour', reminded_at = case when uuid = any(?::uuid[]) then null else now() end`, [`{${all.map(({ key }) => keyOf(key)).join(',')}}`]);
  await sql(`create function break_letter() returns trigger language plpgsql as $body$ begin if new.text like '%' || '${second}' || '%' then raise exception 'no letter'; end if; return new; end $body$`);
  await sql('create trigger break_letter before insert on mail for each row execute function break_letter()');
  try {
    const failed = await remindPosts(server().database.orm.em.fork(), 'https://passerelle.example').then(() => false, () => true);
    const [row] = await sql<{ waits: boolean }>('select reminded_at is null as waits from consultation where uuid = ?', [keyOf(all[1]!.key)]);
    return { failed, told: (await sentTo('opinionDue')).length, waits: row!.waits };
  } finally {
    await sql('drop trigger break_letter on mail');
    await sql('drop function break_letter()');
  }
}

test('a letter that fails keeps no other from going; it is told of, and waits for another try', async () => {
  expect(await remindedWithOne()).toEqual({ failed: true, told: 4, waits: true });
});

test('services for which nobody could answer are named before they are asked, to the adviser alone', async () => {
  const { legs } = await missionWith(server(), headers.adviser, [{ ...TIRANA, country: 'BA', city: 'sarajevo' }, BELGRADE], ['planMission'], { team: [] });
  await sql(`delete from member where country_code = 'BA' and role = 'SSI'`);
  const unserved = async (role: Headers[keyof Headers]): Promise<unknown[]> => Promise.all(legs.map(async ({ id }) => (await ask(server(), 'query ($id: ID!) { missionLeg(id: $id) { unserved { service } } }', { id }, role)).data?.missionLeg));
  const found = await unserved(headers.adviser);
  const named = Object.fromEntries(legs.map(({ country }, n) => [(country as { code: string }).code, ((found[n] as { unserved: { service: string }[] }).unserved).map(({ service }) => service)]));
  expect(named.RS).toEqual([]);
  expect(named.BA).toContain('SSI');
  await sql(`update mission set stage = 'CONSULTED' where uuid = (select mission_uuid from mission_leg where uuid = ?)`, [keyOf(legs[0]!.id)]);
  expect((await unserved(headers.scac)).filter((leg) => leg !== null)).toEqual([{ unserved: [] }]);
});
