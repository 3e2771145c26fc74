/** Slots for the host of a meeting by the API: what the post offers, what the host takes by a link, and what ends it. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { meetingsOf, namePeople, saveMeeting, type Toured, tour } from '../meetings/meetings.fixture.ts';
import { giveUp, keyOf, owner } from '../missions/world.fixture.ts';
import { answer, at, MONDAY, offer, offered, passDeadline, readLink, readText, secretsTo, seen, withdraw } from './slots.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let toured: Toured;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from mission');
  toured = await tour(server(), headers.adviser);
});

type Given = Readonly<Record<string, unknown>>;
const offeredBy = (who: keyof Headers = 'scac', changes: Given = {}) => offered(server(), headers[who], toured, changes);
const one = async (key: string, who: keyof Headers = 'scac') => (await seen(server(), headers[who], toured.leg))!.find((meeting) => meeting.key === key)!;
const judge = (): Given => ({ member: toured.members[0], kind: 'MAGISTRATE', isSubstitute: false });
const withJudge = (key: string, version = 1) => namePeople(server(), headers.adviser, toured.leg, { key, version, people: [judge()] });
const GHOST = 'x'.repeat(32);

describe('slots that are offered', () => {
  test('are written to the host in their language, of the one meeting, and read by the link without an account: who asks, what about, who comes by role alone', async () => {
    const { key } = await saveMeeting(server(), headers.adviser, toured.leg);
    await withJudge(key);
    expect(await offer(server(), headers.scac, toured.leg, { meeting: key, version: 2 })).toBe('DONE');
    const [mail] = await owner<{ locale: string; subject: string; text: string }>(server(), `select locale, subject, text from mail where recipient = 'host@host.example' order by created_at desc limit 1`);
    expect([mail!.locale, mail!.subject]).toEqual(['sq', 'Zgjedhja e orarit për një takim – Équipes communes d’enquête (fr)']);
    const { state, offered: told } = await readLink(server(), (await secretsTo(server(), 'host@host.example')).at(-1)!);
    expect([state, told]).toEqual(['OPEN', {
      byAdviser: false, country: { text: 'Serbi', locale: 'sq' }, countryNote: null, city: { text: 'Beograd', locale: 'sq' }, timeZone: 'Europe/Belgrade', subject: { text: 'Équipes communes d’enquête', locale: 'fr', isFallback: true }, minutes: 60, languages: [],
      people: [{ kind: 'MAGISTRATE', count: 1 }], answersUntil: '2098-11-01', version: 1, slots: [{ ...at('10:00'), isFree: true }, { ...at('14:00'), isFree: true }], answer: null, takenDay: null, takenStarts: null, remark: null, remarkLocale: null, proposals: [],
    }]);
  });

  test('are seen by the adviser and by the post of the leg, and by nobody else', async () => {
    const { key } = await offeredBy();
    expect([(await one(key)).slotOffer, (await one(key, 'adviser')).slotOffer]).toMatchObject([{ name: 'Parquet', state: 'OPEN', answer: null }, { name: 'Parquet', state: 'OPEN' }]);
    for (const who of ['scacElsewhere', 'expert', 'ngoCoordinator'] as const) {
      expect(await seen(server(), headers[who], toured.leg)).toBeNull();
      expect([await offer(server(), headers[who], toured.leg, { meeting: key }), await withdraw(server(), headers[who], toured.leg, key, 1)]).toEqual(['GONE', 'GONE']);
    }
  });

  test.each<[string, Given, string]>([
    ['of a host without a name', { name: ' ' }, 'INVALID NAME MISSING'], ['without any', { slots: [] }, 'INVALID SLOTS MISSING'],
    ['nine at once', { slots: Array.from({ length: 9 }, (_, n) => at(`1${n}:00`)) }, 'INVALID SLOTS TOO_LONG'], ['twice the same', { slots: [at('10:00'), at('10:00')] }, 'INVALID SLOTS REPEATED 1'], ['at no hour', { slots: [at('10:00'), at('25:00')] }, 'INVALID SLOTS UNREADABLE 1'],
    ['that begin before the last day for answers', { answersUntil: MONDAY }, 'INVALID ANSWERS_UNTIL AFTER_START'], ['until a day that is over', { answersUntil: '2020-01-01' }, 'INVALID ANSWERS_UNTIL PAST'],
    ['outside the leg', { slots: [at('10:00'), at('10:00', '2098-11-12')] }, 'INVALID SLOTS OUTSIDE 1'], ['on a Sunday without a reason', { slots: [at('10:00', '2098-11-09')] }, 'INVALID SLOTS DAY_OFF 0'], ['past midnight', { slots: [at('23:30')] }, 'INVALID SLOTS NOT_AFTER 0'],
  ])('are refused %s', async (_title, changes, told) => {
    const { key } = await saveMeeting(server(), headers.scac, toured.leg);
    expect(await offer(server(), headers.scac, toured.leg, { meeting: key, ...changes })).toBe(told);
  });

  test('are held to the windows, the order and the people of the meeting; a reason allows a day off', async () => {
    const { key } = await saveMeeting(server(), headers.adviser, toured.leg, { windows: [{ day: MONDAY, from: '09:00', until: '12:00' }, { day: '2098-11-09', from: '09:00', until: '12:00' }] });
    await withJudge(key);
    const busy = await saveMeeting(server(), headers.adviser, toured.leg, at('09:30'));
    await withJudge(busy.key);
    expect(await offer(server(), headers.scac, toured.leg, { meeting: key, version: 2, slots: [at('14:00'), at('10:00'), at('11:00')] })).toBe('INVALID SLOTS OUTSIDE_WINDOWS 0 SLOTS BUSY 1');
    expect(await offer(server(), headers.scac, toured.leg, { meeting: key, version: 2, overrideReason: 'Seul jour possible.', slots: [at('11:00'), at('10:00', '2098-11-09')] })).toBe('DONE');
  });

  test('sent again are as sent once; of a meeting that is not proposed, or was read otherwise, none are; those that stand are taken back first', async () => {
    const { key } = await saveMeeting(server(), headers.adviser, toured.leg);
    const [submission, email] = [randomUUID(), 'again@host.example'];
    const send = (changes: Given = {}) => offer(server(), headers.scac, toured.leg, { meeting: key, submission, email, ...changes });
    expect([await send({ version: 7 }), await send(), await send(), (await secretsTo(server(), email)).length, await send({ submission: randomUUID() })]).toEqual(['CONFLICT', 'DONE', 'DONE', 1, 'INVALID MEETING OFFERED']);
    expect([await withdraw(server(), headers.ssi, toured.leg, key, 7), await withdraw(server(), headers.ssi, toured.leg, key, 1), await withdraw(server(), headers.ssi, toured.leg, key, 1)]).toEqual(['CONFLICT', 'DONE', 'DONE']);
    const [old] = await secretsTo(server(), email);
    expect([await readLink(server(), old!), await send({ submission: randomUUID() }), (await secretsTo(server(), email)).length]).toEqual([{ state: 'WITHDRAWN', offered: null }, 'DONE', 2]);
    // The link of before is nobody's any more.
    expect(await readText(server(), old!)).toBe(await readText(server(), GHOST));
    await saveMeeting(server(), headers.adviser, toured.leg, { key, version: 1, status: 'REFUSED' });
    expect(await send({ version: 2, submission: randomUUID() })).toBe('INVALID MEETING NOT_HERE');
  });

  test('of a mission that is an idea are offered to nobody outside', async () => {
    await owner(server(), 'delete from mission');
    toured = await tour(server(), headers.adviser, []);
    const { key } = await saveMeeting(server(), headers.adviser, toured.leg);
    expect(await offer(server(), headers.adviser, toured.leg, { meeting: key })).toBe('INVALID MEETING NOT_HERE');
  });
});

describe('a host', () => {
  test('takes one: the meeting has its day and hour and is confirmed; takes another, or none, and frees it again', async () => {
    const { key, secret } = await offeredBy();
    expect([await answer(server(), secret, at('14:00'), { remark: 'Mirë se vini' }), await one(key)]).toMatchObject(['DONE', { version: 2, status: 'CONFIRMED', ...at('14:00'), slotOffer: { state: 'OPEN', answer: 'TAKEN', remark: 'Mirë se vini', remarkLocale: 'sq' } }]);
    expect([await answer(server(), secret, at('10:00')), await one(key)]).toMatchObject(['DONE', { version: 3, status: 'CONFIRMED', ...at('10:00') }]);
    expect([await answer(server(), secret, null, { proposals: [at('16:00'), at('09:00', '2098-11-11')] }), await one(key)])
      .toMatchObject(['DONE', { version: 4, status: 'PROPOSED', day: null, starts: null, slotOffer: { answer: 'NONE', proposals: [{ ...at('16:00') }, { ...at('09:00', '2098-11-11') }] } }]);
    const trail = await owner<{ part: string }>(server(), `select part, before, after, by_id from audit_entry where object = ? and part like 'slots%' order by at, part`, [keyOf(toured.mission)]);
    expect(trail.map((entry) => Object.values(entry).slice(0, 3))).toEqual(expect.arrayContaining([['slots_offered', null, null], ['slots_taken', null, '2098-11-10 14:00'], ['slots_taken', '2098-11-10 14:00', '2098-11-10 10:00'], ['slots_declined', null, null]]));
    expect(JSON.stringify(trail)).not.toContain('Parquet');
  });

  test.each<[string, { readonly day: string; readonly starts: string } | null, Given, string]>([
    ['takes what was not offered', at('11:00'), {}, 'INVALID'], ['takes one and proposes others', at('10:00'), { proposals: [at('16:00')] }, 'INVALID PROPOSALS NOT_HERE'], ['proposes four', null, { proposals: ['1', '2', '3', '4'].map((n) => at(`1${n}:00`)) }, 'INVALID PROPOSALS TOO_LONG'],
    ['adds a page', null, { remark: 'x'.repeat(501) }, 'INVALID REMARK TOO_LONG'], ['writes of a victim', null, { remark: 'JMBG 0101990710006' }, 'VICTIM_DATA'],
  ])('who %s is told', async (_title, taken, changes, told) => {
    expect(await answer(server(), (await offeredBy()).secret, taken, changes)).toBe(told);
  });

  test('who answers from an old tab is told that it was answered meanwhile; the same again is done', async () => {
    const { secret } = await offeredBy();
    expect([await answer(server(), secret, at('14:00'), { version: 1 }), await answer(server(), secret, null, { version: 1 }), await answer(server(), secret, at('14:00'), { version: 1 })]).toEqual(['DONE', 'CONFLICT', 'DONE']);
  });

  test('is told that a slot is no longer free, not why, and takes another', async () => {
    const { key, secret } = await offeredBy();
    await withJudge(key);
    const other = await saveMeeting(server(), headers.adviser, toured.leg, at('13:30'));
    await withJudge(other.key);
    expect([(await readLink(server(), secret)).offered!.slots, await answer(server(), secret, at('14:00')), await answer(server(), secret, at('10:00'))]).toEqual([[{ ...at('10:00'), isFree: true }, { ...at('14:00'), isFree: false }], 'NOT_FREE', 'DONE']);
    expect((await one(key)).slotOffer!.slots.map(({ isFree }) => isFree)).toEqual([true, false]);
  });

  test('is held to what whoever offered is told: a post learns of nothing else by whom it asks, the adviser is refused it', async () => {
    const who = keyOf(toured.experts[0]!);
    const clear = () => owner(server(), `delete from expert_engagement where kind = 'TRAINING' and lower(held) > '2098-01-01' and who = ?`, [who]);
    await clear();
    await owner(server(), `insert into expert_engagement (source, who, expert_uuid, kind, held) values (gen_random_uuid(), ?, ?, 'TRAINING', '{["2098-11-10 13:30+00","2098-11-10 14:30+00")}')`, [who, who]);
    const [byPost, byAdviser] = [await offeredBy('scac', { slots: [at('14:30')] }), await offeredBy('adviser', { slots: [at('10:00'), at('11:00')] })];
    for (const { key } of [byPost, byAdviser]) await withJudge(key);
    expect([(await readLink(server(), byPost.secret)).offered!.slots[0]!.isFree, (await one(byPost.key)).slotOffer!.slots[0]!.isFree, (await one(byPost.key, 'adviser')).slotOffer!.slots[0]!.isFree]).toEqual([true, true, false]);
    expect(await answer(server(), byPost.secret, at('14:30'))).toBe('DONE');
    expect((await meetingsOf(server(), headers.adviser, toured.leg))!.find(({ key }) => key === byPost.key)!.people[0]!.isEngagedElsewhere).toBe(true);
    await owner(server(), `update expert_engagement set held = '{["2098-11-10 09:00+00","2098-11-10 09:30+00")}' where kind = 'TRAINING' and lower(held) > '2098-01-01' and who = ?`, [who]);
    expect([await answer(server(), byAdviser.secret, at('10:00')), await answer(server(), byAdviser.secret, at('11:00'))]).toEqual(['NOT_FREE', 'DONE']);
    await clear();
  });

  test('reads nothing once the last day is over, the slots are taken back, or the meeting is fixed otherwise', async () => {
    const [over, moved, longer] = [await offeredBy(), await offeredBy(), await offeredBy()];
    await passDeadline(server(), over.key);
    await saveMeeting(server(), headers.scac, toured.leg, { key: moved.key, version: 1, ...at('15:00') });
    await saveMeeting(server(), headers.scac, toured.leg, { key: longer.key, version: 1, minutes: 90 });
    for (const [{ secret, key }, state, own] of [[over, 'OVER', 'OVER'], [moved, 'WITHDRAWN', 'MOVED'], [longer, 'WITHDRAWN', 'MOVED']] as const) {
      expect([await readLink(server(), secret), await answer(server(), secret, at('10:00')), (await one(key)).slotOffer!.state]).toEqual([{ state, offered: null }, 'TOO_LATE', own]);
    }
  });

  test('who has taken one, and is moved by the post, is told that it stands no longer; a note moves nobody', async () => {
    const { key, secret } = await offeredBy();
    await answer(server(), secret, at('14:00'));
    await saveMeeting(server(), headers.scac, toured.leg, { key, version: 2, status: 'CONFIRMED', ...at('14:00'), note: 'Vu.' });
    expect((await readLink(server(), secret)).state).toBe('OPEN');
    await saveMeeting(server(), headers.scac, toured.leg, { key, version: 3, status: 'CONFIRMED', ...at('15:00') });
    expect((await readLink(server(), secret)).state).toBe('WITHDRAWN');
  });

  test('is told that the meeting does not take place, and no more, once the mission is given up, the leg is taken away, or it is refused', async () => {
    const [refused, first] = [await offeredBy(), await offeredBy()];
    await saveMeeting(server(), headers.scac, toured.leg, { key: refused.key, version: 1, status: 'REFUSED' });
    const bytes = await readText(server(), refused.secret);
    expect(JSON.parse(bytes)).toEqual({ data: { readSlots: { state: 'CANCELLED', offered: null } } });
    await giveUp(server(), headers.adviser, toured.mission, { fr: 'Budget.' });
    expect(await readText(server(), first.secret)).toBe(bytes);
    toured = await tour(server(), headers.adviser);
    const { secret } = await offeredBy();
    await owner(server(), 'delete from mission where uuid = ?', [keyOf(toured.mission)]);
    expect([await readText(server(), secret), await answer(server(), secret, at('10:00'), { version: 1 })]).toEqual([bytes, 'TOO_LATE']);
  });
});
