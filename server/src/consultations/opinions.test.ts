/** Posts are consulted about their legs, answer for their own service until the deadline, and a mission is agreed where nothing stands in the way. */
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { keyOf, missionWith, owner, removeLeg, giveUp } from '../missions/world.fixture.ts';
import { forConsultations } from './consultation-mail.ts';
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

const noteSilence = (): Promise<unknown> => forConsultations(server().database.orm.em.fork(), (em) => em.execute('select note_silence()'));

const stateOf = async (leg: string): Promise<string | undefined> => (await consultationOf(server(), headers.adviser, leg))?.state;

describe('a service', () => {
  test('answers for itself, again with what it has read last, and not for the other one', async () => {
    const { leg, key } = await alone();
    expect((await consultationOf(server(), headers.scac, leg))!.can).toEqual({ give: ['SCAC'], note: false });
    expect(await give(server(), headers.scac, key, { service: 'SSI' })).toBe('NOT_ALLOWED');
    expect(await give(server(), headers.scac, key, { remark: 'Avec un interprète.' })).toBe('DONE');
    expect(await give(server(), headers.scac, key, { remark: 'Avec un interprète.' })).toBe('DONE');
    expect(await give(server(), headers.scac, key, { answer: 'OBJECTED', remark: 'Non.' })).toBe('CONFLICT');
    expect(await give(server(), headers.ssi, key, { service: 'SSI' })).toBe('DONE');
    expect(await stateOf(leg)).toBe('AGREED_WITH_REMARK');
    expect(await give(server(), headers.scac, key, { answer: 'OBJECTED', remark: 'Finalement non.', version: 2 })).toBe('DONE');
    expect(await stateOf(leg)).toBe('OBJECTED');
    const seen = await consultationOf(server(), headers.ssi, leg);
    expect([seen!.round, seen!.opinions.map(({ service, state, remark, answeredByName }) => [service, state, remark, answeredByName])]).toEqual([null, [['SCAC', 'OBJECTED', 'Finalement non.', null], ['SSI', 'AGREED', null, null]]]);
    expect((await consultationOf(server(), headers.adviser, leg))!.opinions[0]!.answeredByName).not.toBeNull();
  });

  test('that objects says why; what tells who a victim is, is refused', async () => {
    const { key } = await alone();
    expect(await give(server(), headers.scac, key, { answer: 'OBJECTED' })).toBe('INVALID REMARK MISSING');
    expect(await give(server(), headers.scac, key, { remark: 'a'.repeat(1001) })).toBe('INVALID REMARK TOO_LONG');
    expect(await give(server(), headers.scac, key, { remark: 'Maria, 15 ans, victime, 0612345678' })).toBe('VICTIM_DATA');
  });

  test('of another country finds nothing, nor do others', async () => {
    const { leg, key } = await alone();
    for (const role of ['scacElsewhere', 'expert', 'ngoCoordinator', 'translator'] as const) expect([role, await give(server(), headers[role], key), await consultationOf(server(), headers[role], leg)]).toEqual([role, 'GONE', null]);
    expect(await give(server(), headers.adviser, key)).toBe('NOT_ALLOWED');
    expect(await give(server(), {}, key)).toBe('UNAUTHENTICATED');
  });

  test('is too late once its last day is over, and once the mission is agreed', async () => {
    const { leg, key, mission } = await alone();
    expect(await give(server(), headers.scac, key)).toBe('DONE');
    await passDeadline(server(), key);
    expect(await give(server(), headers.ssi, key, { service: 'SSI' })).toBe('TOO_LATE');
    expect((await consultationOf(server(), headers.ssi, leg))!.can.give).toEqual([]);
    expect(await stepWith(server(), headers.adviser, 'agreeMission', mission)).toBe('DONE');
    await owner(server(), `update consultation set due_at = now() + interval '1 day' where uuid = ?`, [keyOf(key)]);
    expect(await give(server(), headers.scac, key, { answer: 'OBJECTED', remark: 'Non.', version: 2 })).toBe('TOO_LATE');
  });
});

describe('silence', () => {
  test('counts as agreement where that was chosen, by the clock alone; the trail tells it once', async () => {
    const { leg, key, mission } = await alone();
    await passDeadline(server(), key);
    expect([await stateOf(leg), await owner(server(), 'select noted_silent_at from opinion where noted_silent_at is not null and consultation_uuid = ?', [keyOf(key)])]).toEqual(['SILENT', []]);
    await owner(server(), 'delete from audit_entry');
    for (let n = 0; n < 2; n++) await noteSilence();
    expect(await owner(server(), `select part, by_id, object from audit_entry where subject = 'OPINION' order by part`)).toEqual(['SCAC', 'SSI'].map((service) => ({ part: `silence.${service}`, by_id: null, object: keyOf(mission) })));
    expect(await stepWith(server(), headers.adviser, 'agreeMission', mission)).toBe('DONE');
  });

  test('does not where it was not: that stands in the way until an answer is noted, with the reason', async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [] });
    expect(await stepWith(server(), headers.adviser, 'consultPosts', id, ', days: 2, silenceAgrees: false')).toBe('DONE');
    const { id: key, ruleDays, silenceAgrees } = (await consultationOf(server(), headers.adviser, legs[0]!.id))!;
    await passDeadline(server(), key);
    expect([ruleDays, silenceAgrees, await stateOf(legs[0]!.id), await stepWith(server(), headers.adviser, 'agreeMission', id)]).toEqual([2, false, 'OVERDUE', 'INVALID LEGS OVERDUE RS']);
    await noteSilence();
    expect(await owner(server(), 'select from opinion where noted_silent_at is not null and consultation_uuid = ?', [keyOf(key)])).toEqual([]);
    expect(await give(server(), headers.adviser, key, { reason: ' ' })).toBe('INVALID REASON MISSING');
    expect(await give(server(), headers.scac, key, { reason: 'Par téléphone.' })).toBe('NOT_ALLOWED');
    for (const service of ['SCAC', 'SSI']) expect(await give(server(), headers.assistant, key, { service, reason: 'Par téléphone.' })).toBe('DONE');
    expect((await consultationOf(server(), headers.scac, legs[0]!.id))!.opinions.map(({ reason }) => reason)).toEqual(['Par téléphone.', 'Par téléphone.']);
    expect(await stepWith(server(), headers.adviser, 'agreeMission', id)).toBe('DONE');
  });

  test('is chosen within bounds', async () => {
    const { id } = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [] });
    for (const days of [1, 21]) expect(await stepWith(server(), headers.adviser, 'consultPosts', id, `, days: ${days}`)).toBe('INVALID DAYS OUT_OF_RANGE');
    expect(await owner(server(), 'select from consultation c join mission_leg l on l.uuid = c.leg_uuid where l.mission_uuid = ?', [keyOf(id)])).toEqual([]);
  });
});

test('what a service has answered itself is not written over by a note; what was noted is by its own answer', async () => {
  const { key } = await alone();
  expect(await give(server(), headers.adviser, key, { reason: 'Par courriel.' })).toBe('DONE');
  expect(await give(server(), headers.scac, key, { answer: 'OBJECTED', remark: 'Non.', version: 2 })).toBe('DONE');
  expect(await give(server(), headers.adviser, key, { reason: 'Par courriel.', version: 3 })).toBe('NOT_ALLOWED');
});

test('a mission is agreed where no leg stands in the way; the faults say which does, and why', async () => {
  const { id, legs } = await consultedMission(server(), headers.adviser);
  const [rs, al] = await Promise.all(legs.map(async (leg) => (await consultationOf(server(), headers.adviser, leg.id))!.id));
  expect(await stepWith(server(), headers.adviser, 'agreeMission', id)).toBe('INVALID LEGS UNANSWERED RS LEGS UNANSWERED AL');
  await give(server(), headers.scac, rs!);
  await give(server(), headers.ssi, rs!, { service: 'SSI' });
  await give(server(), headers.scacElsewhere, al!, { answer: 'OBJECTED', remark: 'Pas en novembre.' });
  expect(await stepWith(server(), headers.adviser, 'agreeMission', id)).toBe('INVALID LEGS OBJECTED AL');
  await owner(server(), 'delete from consultation where uuid = ?', [keyOf(al!)]);
  expect(await stepWith(server(), headers.adviser, 'agreeMission', id)).toBe('INVALID LEGS UNASKED AL');
});

/** The mails that are queued since the last time, to whom and what of. */
async function mails(): Promise<{ recipient: string; template: string; said: string }[]> {
  const found = await owner<{ recipient: string; template: string; said: string }>(server(), `select recipient, template, subject || text as said from mail where template <> 'signInLink' order by recipient collate "C", template`);
  await owner(server(), 'delete from mail');
  return found;
}

const sent = (found: Awaited<ReturnType<typeof mails>>): string[][] => found.map(({ recipient, template, said }) => [recipient, template, /Tiran/.test(said) ? 'Tirana' : 'Belgrade']);

const ssiOfAlbania = async (): Promise<string> => (await owner<{ email: string }>(server(), `select p.email from person p join member m on m.person_id = p.id where m.role = 'SSI' and m.country_code = 'AL'`))[0]!.email;

describe('planned anew', () => {
  test('a leg that is elsewhere or on other days is asked about anew: the first round is void, and for the adviser to read', async () => {
    const { leg, key, mission } = await alone();
    await give(server(), headers.scac, key);
    expect(await stepWith(server(), headers.adviser, 'replanMission', mission)).toBe('DONE');
    await owner(server(), 'update mission_leg set ends_on = starts_on where uuid = ?', [keyOf(leg)]);
    expect([await stateOf(leg), await give(server(), headers.ssi, key, { service: 'SSI' })]).toEqual(['VOID', 'TOO_LATE']);
    expect(await stepWith(server(), headers.adviser, 'consultPosts', mission)).toBe('DONE');
    const [again, theirs] = [await consultationOf(server(), headers.adviser, leg), await consultationOf(server(), headers.scac, leg)];
    expect([again!.round, again!.state, again!.id === key, theirs!.round, theirs!.id === again!.id]).toEqual([2, 'ASKED', false, null, true]);
  });

  test('a leg that stays as it is keeps what was said of it, and its post is not written to; the other one is', async () => {
    const { id, legs } = await consultedMission(server(), headers.adviser);
    const key = (await consultationOf(server(), headers.adviser, legs[0]!.id))!.id;
    for (const service of ['SCAC', 'SSI'] as const) await give(server(), service === 'SCAC' ? headers.scac : headers.ssi, key, { service });
    expect(await stepWith(server(), headers.adviser, 'replanMission', id)).toBe('DONE');
    expect([await stateOf(legs[0]!.id), (await consultationOf(server(), headers.scac, legs[0]!.id))!.can.give]).toEqual(['AGREED', []]);
    await owner(server(), 'update mission_leg set ends_on = starts_on where uuid = ?', [keyOf(legs[1]!.id)]);
    await mails();
    expect(await stepWith(server(), headers.adviser, 'consultPosts', id, ', days: 7')).toBe('DONE');
    expect(sent(await mails())).toEqual([[await ssiOfAlbania(), 'opinionAsked', 'Tirana'], [PEOPLE.scacElsewhere, 'opinionAsked', 'Tirana']].sort());
    const [kept, anew] = [(await consultationOf(server(), headers.scac, legs[0]!.id))!, (await consultationOf(server(), headers.adviser, legs[1]!.id))!];
    expect([kept.id, kept.state, kept.can.give, anew.round, anew.state]).toEqual([key, 'AGREED', ['SCAC'], 2, 'ASKED']);
  });

  test('one that is objected to is asked about anew once its deadline is over, and so is one for which little time is left', async () => {
    const { leg, key, mission } = await alone();
    await give(server(), headers.scac, key, { answer: 'OBJECTED', remark: 'Non.' });
    await give(server(), headers.ssi, key, { service: 'SSI' });
    await passDeadline(server(), key);
    const anew = async (): Promise<unknown[]> => {
      await stepWith(server(), headers.adviser, 'replanMission', mission);
      expect(await stepWith(server(), headers.adviser, 'consultPosts', mission)).toBe('DONE');
      const now = (await consultationOf(server(), headers.scac, leg))!;
      return [now.state, now.can.give, now.opinions.map(({ answer }) => answer)];
    };
    // What was agreed to is not asked for again.
    expect(await anew()).toEqual(['ASKED', ['SCAC'], [null, 'AGREED']]);
    const { id } = (await consultationOf(server(), headers.adviser, leg))!;
    await owner(server(), `update consultation set due_at = now() + interval '1 day' where uuid = ?`, [keyOf(id)]);
    await mails();
    await anew();
    expect([(await consultationOf(server(), headers.adviser, leg))!.round, (await mails()).map(({ recipient }) => recipient)]).toEqual([3, [PEOPLE.scac]]);
  });

  test('one that still waits goes on waiting on the same terms, and is asked anew on others', async () => {
    const { leg, key, mission } = await alone();
    await give(server(), headers.scac, key);
    for (const [terms, id, round] of [['', key, 1], [', days: 7', expect.any(String), 2]] as const) {
      await stepWith(server(), headers.adviser, 'replanMission', mission);
      expect(await stepWith(server(), headers.adviser, 'consultPosts', mission, terms)).toBe('DONE');
      const now = (await consultationOf(server(), headers.adviser, leg))!;
      expect([now.id, now.round, now.state]).toEqual([id, round, 'ASKED']);
    }
  });
});

test('who answers is written to: of their own leg alone, and whoever has seen one when nothing comes of it, in the same words whatever the reason', async () => {
  await mails();
  const { id, legs } = await consultedMission(server(), headers.adviser);
  const [albanian, serbian] = [[await ssiOfAlbania(), PEOPLE.scacElsewhere].sort(), [PEOPLE.scac, PEOPLE.ssi].sort()];
  const due = (template: string, ...of: (readonly [readonly string[], string])[]): string[][] => of.flatMap(([people, city]) => people.map((one) => [one, template, city])).sort();
  expect(sent(await mails()).sort()).toEqual(due('opinionAsked', [albanian, 'Tirana'], [serbian, 'Belgrade']));
  await stepWith(server(), headers.adviser, 'replanMission', id);
  await removeLeg(server(), headers.adviser, id, keyOf(legs[1]!.id));
  const removed = await mails();
  expect(sent(removed)).toEqual(due('legReleased', [albanian, 'Tirana']));
  await giveUp(server(), headers.adviser, id, { fr: 'Budget.' });
  const given = await mails();
  expect(sent(given)).toEqual(due('legReleased', [serbian, 'Belgrade']));
  const words = (found: typeof given): string[] => [...new Set(found.map(({ said }) => said.replaceAll(/[^\n]*(?:Tiran|Belgrad|Beograd|novemb|Parquet|Secret)[^\n]*/giu, '')))];
  expect(words(removed).filter((said) => words(given).includes(said)).length).toBeGreaterThanOrEqual(1);
});

test('a country that has no account is asked all the same: nobody is written to, and its silence agrees to nothing', async () => {
  await owner(server(), `delete from member where country_code = 'BA'`);
  await mails();
  const { id, legs } = await consultedMission(server(), headers.adviser, [{ ...TIRANA, country: 'BA', city: 'sarajevo' }]);
  expect([await stateOf(legs[0]!.id), await stepWith(server(), headers.adviser, 'agreeMission', id)]).toEqual(['ASKED', 'INVALID LEGS UNANSWERED BA']);
  const { id: key, silenceAgrees, opinions } = (await consultationOf(server(), headers.adviser, legs[0]!.id))!;
  expect([silenceAgrees, opinions.map((one) => one.silenceAgrees)]).toEqual([true, [false, false]]);
  await passDeadline(server(), key);
  expect([await stateOf(legs[0]!.id), await stepWith(server(), headers.adviser, 'agreeMission', id)]).toEqual(['OVERDUE', 'INVALID LEGS OVERDUE BA']);
  for (const service of ['SCAC', 'SSI']) expect(await give(server(), headers.adviser, key, { service, reason: 'Par téléphone.' })).toBe('DONE');
  expect(await stepWith(server(), headers.adviser, 'agreeMission', id)).toBe('DONE');
});
