/** What a host can still change of an answer, what is told to who had taken a slot that no longer holds, and for how long a link says that the meeting does not take place. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { removeMeeting, saveMeeting, type Toured, tour } from '../meetings/meetings.fixture.ts';
import { keyOf, missionWith, owner, removeLeg, step } from '../missions/world.fixture.ts';
import { answer, at, MONDAY, offer, offered, passDeadline, readText, seen, withdraw } from './slots.fixture.ts';
import { tellLost } from './slots.jobs.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let toured: Toured;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from mission');
  await owner(server(), 'delete from ended_slot_link');
  toured = await tour(server(), headers.adviser);
});

type Given = Readonly<Record<string, unknown>>;
const GHOST = 'x'.repeat(32);
const one = async (key: string) => (await seen(server(), headers.scac, toured.leg))!.find((meeting) => meeting.key === key)!;
/** A meeting whose host has taken ten o'clock. */
async function taken(changes: Given = {}): Promise<{ readonly key: string; readonly secret: string; readonly email: string }> {
  const made = await offered(server(), headers.scac, toured, changes);
  expect(await answer(server(), made.secret, at('10:00'))).toBe('DONE');
  return made;
}
const change = (key: string, changes: Given, version = 2) => saveMeeting(server(), headers.scac, toured.leg, { key, version, status: 'CONFIRMED', ...at('10:00'), ...changes });

test('a remark is changed also where the slot that was taken could no longer be; another that cannot be is not taken', async () => {
  const { key, secret } = await taken();
  await owner(server(), `insert into holiday (country_code, date, source, source_locale) values ('RS', '${MONDAY}', 'A test', 'sr-Cyrl')`);
  const told = [await answer(server(), secret, at('10:00'), { remark: 'Hyrja nga oborri' }), await answer(server(), secret, at('14:00'))];
  await owner(server(), `delete from holiday where date = '${MONDAY}' and source = 'A test'`);
  expect([told, (await one(key)).slotOffer]).toMatchObject([['DONE', 'NOT_FREE'], { answer: 'TAKEN', takenStarts: '10:00', remark: 'Hyrja nga oborri' }]);
});

test('a remark that stays as it is stays in its language, whatever that of the page is', async () => {
  const { key, secret } = await offered(server(), headers.scac, toured);
  const languages: unknown[] = [];
  for (const [starts, remark, locale] of [['10:00', 'Mirë se vini', 'sq'], ['14:00', 'Mirë se vini', 'fr'], ['10:00', 'Bienvenue', 'fr'], ['14:00', '', 'en']] as const) {
    expect(await answer(server(), secret, at(starts), { remark, locale })).toBe('DONE');
    languages.push((await one(key)).slotOffer!.remarkLocale);
  }
  expect(languages).toEqual(['sq', 'sq', 'fr', null]);
});

test('whatever takes the meeting away, its link says until the leg would be over that it does not take place, and is nobody’s then', async () => {
  const secrets: string[] = [];
  for (const take of [
    ({ key }: { key: string }, { leg }: Toured) => removeMeeting(server(), headers.adviser, leg, key, 1), async (_made: object, { mission, legKey }: Toured) => {
      await step(server(), headers.adviser, 'replanMission', mission);
      expect((await removeLeg(server(), headers.adviser, mission, legKey)).outcome).toBe('DONE');
    },
    (_made: object, { mission }: Toured) => owner(server(), 'delete from mission where uuid = ?', [keyOf(mission)]),
  ]) {
    const { id, legs } = await missionWith(server(), headers.adviser, [{ startsOn: '2098-11-09', endsOn: '2098-11-11' }, { country: 'AL', city: 'tirana', startsOn: '2098-11-12', endsOn: '2098-11-12' }], ['planMission', 'consultPosts']);
    const leg = legs.find(({ country }) => country.code === 'RS')!.id;
    const made = await offered(server(), headers.scac, { leg });
    await take(made, { ...toured, mission: id, leg, legKey: keyOf(leg) });
    secrets.push(made.secret);
  }
  expect(await owner(server(), `select to_char(told_until at time zone 'Europe/Belgrade', 'YYYY-MM-DD HH24:MI') as until from ended_slot_link`)).toEqual(Array.from({ length: 3 }, () => ({ until: '2098-11-12 00:00' })));
  for (const secret of secrets) expect([JSON.parse(await readText(server(), secret)), await answer(server(), secret, null, { version: 1 })]).toEqual([{ data: { readSlots: { state: 'CANCELLED', offered: null } } }, 'TOO_LATE']);
  await owner(server(), 'update ended_slot_link set told_until = now()');
  for (const secret of secrets) expect([await readText(server(), secret), await answer(server(), secret, null, { version: 1 })]).toEqual([await readText(server(), GHOST), 'GONE']);
});

const tell = () => tellLost(server().database.orm.em.fork());
const mails = (email: string) => owner<{ locale: string; subject: string; text: string }>(server(), `select locale, subject, text from mail where recipient = ? and template = 'slotLost'`, [email]);

test('who has taken a slot is told once that it no longer holds, and by whom they will be written to, and nothing else: moved, refused, or longer', async () => {
  const [moved, refused, longer, adviser] = [await taken(), await taken(), await taken(), await offered(server(), headers.adviser, toured, { locale: 'fr' })];
  await answer(server(), adviser.secret, at('14:00'));
  await change(moved.key, at('16:00'));
  await change(refused.key, { status: 'REFUSED' });
  await change(longer.key, { minutes: 90 });
  await Promise.all([tell(), tell()]);
  await tell();
  const [told] = await mails(moved.email);
  expect([told!.locale, told!.subject, (await mails(refused.email)).length, (await mails(longer.email)).length, (await mails(adviser.email)).length]).toEqual(['sq', 'Takimi: orari i caktuar nuk vlen më', 1, 1, 0]);
  expect(told!.text).toContain('Ambasadën e Francës (Serbi) nuk vlen më. Ambasada do t’Ju shkruajë.');
  expect(told!.text).not.toMatch(/Équipes|Beograd|Parquet|10:00|16:00|slots#/);
  await change(adviser.key, at('17:00'));
  await tell();
  expect([(await mails(adviser.email))[0]!.text.includes('Le conseiller vous écrira.'), (await mails(moved.email)).length]).toEqual([true, 1]);
});

test('who waits for nothing is not told: they had taken none, gave it back, the time is as they took it, or it is over', async () => {
  const [open, back, kept, late, over] = [await offered(server(), headers.scac, toured), await taken(), await taken(), await taken(), await taken()];
  await answer(server(), back.secret, null);
  await change(open.key, at('16:00'), 1);
  await change(kept.key, { note: 'Vu.' });
  await withdraw(server(), headers.scac, toured.leg, kept.key, 2);
  await passDeadline(server(), late.key);
  await owner(server(), `update slot_offer set ended = 'MOVED', ended_at = now(), taken_day = '2020-01-02' where meeting_uuid = ?`, [over.key]);
  await tell();
  for (const { email } of [open, back, kept, late, over]) expect(await mails(email)).toEqual([]);
  // What was taken back and is moved afterwards is moved for who waits.
  await change(kept.key, at('16:00'), 3);
  await tell();
  expect((await mails(kept.email)).length).toBe(1);
});

test('who had taken a slot is told when another host is offered the meeting before that was done', async () => {
  const { key, email } = await taken();
  await change(key, { status: 'PROPOSED', day: null, starts: '' });
  expect(await offer(server(), headers.scac, toured.leg, { meeting: key, version: 3, email: 'other@host.example' })).toBe('DONE');
  await tell();
  expect((await mails(email)).length).toBe(1);
});

test('without its purpose the work of telling finds nobody', async () => {
  const { key } = await taken();
  await change(key, { status: 'REFUSED' });
  const [row] = await server().database.orm.em.fork().execute<{ letter: unknown }[]>(`select take_lost_slot('{}') as letter`);
  expect(row!.letter).toBeNull();
});
