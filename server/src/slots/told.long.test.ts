/** Who is told of what: a host that the meeting is removed, those who prepare the leg that a host has answered, and the trail that a time which was taken does not hold any more. With a control each. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { removeMeeting, saveMeeting, type Toured, tour } from '../meetings/meetings.fixture.ts';
import { giveUp, keyOf, missionWith, owner, removeLeg, step } from '../missions/world.fixture.ts';
import { answer, at, offered, passDeadline, withdraw } from './slots.fixture.ts';
import { tellAnswered, tellLost } from './slots.jobs.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let toured: Toured;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from mission');
  await sql('delete from mail');
  toured = await tour(server(), headers.adviser);
});

type Given = Readonly<Record<string, unknown>>;
/** A meeting whose host has taken ten o'clock. */
async function taken(by: 'scac' | 'adviser' = 'scac', changes: Given = {}, of: Pick<Toured, 'leg'> = toured): Promise<{ readonly key: string; readonly secret: string; readonly email: string }> {
  const made = await offered(server(), headers[by], of, changes);
  expect(await answer(server(), made.secret, at('10:00'))).toBe('DONE');
  return made;
}
const remove = (key: string, version: number) => removeMeeting(server(), headers.adviser, toured.leg, key, version);
const change = (key: string, changes: Given, version = 2) => saveMeeting(server(), headers.scac, toured.leg, { key, version, status: 'CONFIRMED', ...at('10:00'), ...changes });
interface Mail { readonly recipient: string; readonly locale: string; readonly subject: string; readonly text: string }
const mailsOf = (template: string) => sql<Mail>('select recipient, locale, subject, text from mail where template = ? order by recipient collate "C"', [template]);
const receivers = async (template: string): Promise<string[]> => (await mailsOf(template)).map(({ recipient }) => recipient);

describe('a host whose meeting is removed', () => {
  test('is told that it does not take place, in their language, and nothing else: who has taken a slot, and who was asked', async () => {
    const [has, asked, byAdviser] = [await taken(), await offered(server(), headers.scac, toured, { locale: 'fr' }), await offered(server(), headers.adviser, toured, { locale: 'en' })];
    await remove(has.key, 2);
    await remove(asked.key, 1);
    await remove(byAdviser.key, 1);
    const mails = await mailsOf('meetingCancelled');
    const to = (email: string): Mail => mails.find(({ recipient }) => recipient === email)!;
    expect([mails.length, to(has.email).locale, to(has.email).subject, to(asked.email).subject]).toEqual([3, 'sq', 'Takimi u anulua', 'Rendez-vous annulé']);
    expect([to(has.email).text, to(asked.email).text, to(byAdviser.email).text].map((text) => [text.includes('Ambasada e Francës (Serbi)'), text.includes('l’ambassade de France (Serbie)'), text.includes('technical adviser')])).toEqual([[true, false, false], [false, true, false], [false, false, true]]);
    for (const { text } of mails) expect(text).not.toMatch(/Équipes|Beograd|Belgrad|Parquet|10:00|slots#/);
    // Nothing more comes of it.
    await tellLost(server().database.orm.em.fork());
    expect([await receivers('slotLost'), (await mailsOf('meetingCancelled')).length]).toEqual([[], 3]);
  });

  test('is told when its leg is removed', async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [{ startsOn: '2098-11-09', endsOn: '2098-11-11' }, { country: 'AL', city: 'tirana', startsOn: '2098-11-12', endsOn: '2098-11-12' }], ['planMission', 'consultPosts']);
    const leg = legs.find(({ country }) => country.code === 'RS')!.id;
    const made = await taken('scac', {}, { leg });
    await step(server(), headers.adviser, 'replanMission', id);
    expect((await removeLeg(server(), headers.adviser, id, keyOf(leg))).outcome).toBe('DONE');
    expect(await receivers('meetingCancelled')).toEqual([made.email]);
  });

  test('who waits for nothing is not told: taken back before an answer, refused and told so, replaced, forgotten; what is not removed tells nobody', async () => {
    const [back, refused, forgotten, stays] = [await offered(server(), headers.scac, toured), await taken(), await offered(server(), headers.scac, toured), await offered(server(), headers.scac, toured)];
    await withdraw(server(), headers.scac, toured.leg, back.key, 1);
    await change(refused.key, { status: 'REFUSED' });
    await tellLost(server().database.orm.em.fork());
    await sql('update slot_offer set email = null where meeting_uuid = ?', [forgotten.key]);
    expect(await remove(stays.key, 7)).toMatchObject({ outcome: 'CONFLICT' });
    for (const [key, version] of [[back.key, 1], [refused.key, 3], [forgotten.key, 1]] as const) await remove(key, version);
    expect(await receivers('meetingCancelled')).toEqual([]);
    // The control: that one waits.
    await remove(stays.key, 1);
    expect(await receivers('meetingCancelled')).toEqual([stays.email]);
  });
});

describe('a host whose mission is given up', () => {
  const giveAllUp = () => giveUp(server(), headers.adviser, toured.mission, { fr: 'Budget.' });

  test('is told in the same transaction that the meeting does not take place, in their language, once: who has taken a slot, who was asked, and who has proposed times that are still to come', async () => {
    const [has, asked, byAdviser, proposes] = [await taken(), await offered(server(), headers.scac, toured, { locale: 'fr' }), await offered(server(), headers.adviser, toured, { locale: 'en' }), await offered(server(), headers.scac, toured)];
    await answer(server(), proposes.secret, null, { proposals: [at('16:00')] });
    for (const { key } of [has, proposes]) await passDeadline(server(), key);
    expect((await giveAllUp()).outcome).toBe('DONE');
    const mails = await mailsOf('meetingCancelled');
    const to = (email: string): Mail => mails.find(({ recipient }) => recipient === email)!;
    expect([mails.length, ...[has, asked, byAdviser, proposes].map(({ email }) => to(email).subject)]).toEqual([4, 'Takimi u anulua', 'Rendez-vous annulé', 'Meeting cancelled', 'Takimi u anulua']);
    for (const { text } of mails) expect(text).not.toMatch(/Équipes|Beograd|Belgrad|Parquet|10:00|Budget|slots#/);
    await giveAllUp();
    await tellLost(server().database.orm.em.fork());
    expect([await receivers('slotLost'), (await receivers('meetingCancelled')).length]).toEqual([[], 4]);
  });

  test('is told of all their meetings by one mail, which names each, in their language; two hosts are written to apart: the control', async () => {
    const email = 'twice@host.example';
    const [first, second] = [await taken('scac', { email }), await offered(server(), headers.scac, toured, { email: 'Twice@host.example' })];
    const other = await offered(server(), headers.scac, toured, { locale: 'fr' });
    await sql(`update meeting_translation set subject = 'Sujet second' where meeting_uuid = ?`, [second.key]);
    expect((await giveAllUp()).outcome).toBe('DONE');
    const mails = await mailsOf('meetingsCancelled');
    expect(mails.map(({ recipient, locale, subject }) => [recipient.toLowerCase(), locale, subject])).toEqual([[email, 'sq', 'Takimet u anuluan']]);
    for (const word of ['Équipes', 'Sujet second', /Beograd|Belgrad/]) expect(mails[0]!.text).toMatch(word);
    expect(mails[0]!.text).not.toMatch(/10:00|Budget|slots#/);
    expect([await receivers('meetingCancelled'), first.key === second.key]).toEqual([[other.email], false]);
  });

  test('who waits for nothing is not told: taken back, never answered in time, none and no time proposed, a time that is over; the same are told while they wait: the control', async () => {
    const [back, silent, none, over] = [await offered(server(), headers.scac, toured), await offered(server(), headers.scac, toured), await offered(server(), headers.scac, toured), await offered(server(), headers.scac, toured)];
    await answer(server(), none.secret, null);
    await answer(server(), over.secret, null, { proposals: [at('16:00')] });
    const awaited = async (): Promise<boolean[]> => (await sql<{ waits: boolean }>(`select is_slot_awaited(k::uuid) as waits from unnest(?::text[]) with ordinality u(k, n) order by n`, [`{${[back, silent, none, over].map(({ key }) => key).join(',')}}`])).map(({ waits }) => waits);
    expect(await awaited()).toEqual([true, true, true, true]);
    await withdraw(server(), headers.scac, toured.leg, back.key, 1);
    for (const { key } of [silent, none, over]) await passDeadline(server(), key);
    expect(await awaited()).toEqual([false, false, false, true]);
    await sql(`update offered_slot set day = '2020-01-02' where meeting_uuid = ? and is_by_host`, [over.key]);
    await giveAllUp();
    expect([await awaited(), await receivers('meetingCancelled')]).toEqual([[false, false, false, false], []]);
  });

  test('nobody but the adviser has them told', async () => {
    const made = await taken();
    await sql(`update mission set stage = 'GIVEN_UP', given_up_on = current_date where uuid = ?`, [keyOf(toured.mission)]);
    const told = async (role: 'scac' | 'adviser'): Promise<number> => {
      const [person] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE[role]]);
      return transactAs(server().database.orm, person!.id)(async (em) => (await em.execute<unknown[]>('select take_cancelled_slots(?)', [keyOf(toured.mission)])).length);
    };
    expect([made.email !== '', await told('scac'), await told('adviser'), await told('adviser')]).toEqual([true, 0, 1, 0]);
  });
});

const tell = () => tellAnswered(server().database.orm.em.fork(), 'https://passerelle.example');

const hourPassed = (key: string) => sql(`update slot_offer set answer_mailed_at = answer_mailed_at - interval '1 hour' where meeting_uuid = ?`, [key]);

describe('those who prepare the leg', () => {
  test('are told at most once an hour of what one host answers, and then of the last of it', async () => {
    const made = await taken();
    await tell();
    for (const choice of [at('14:00'), null, at('10:00'), null]) {
      await answer(server(), made.secret, choice);
      await tell();
    }
    expect(await receivers('slotsAnswered')).toEqual([PEOPLE.scac, PEOPLE.ssi].toSorted());
    await hourPassed(made.key);
    await tell();
    const mails = await mailsOf('slotsAnswered');
    expect([mails.length, mails.filter(({ text }) => text.includes('aucun des moments proposés')).length]).toEqual([4, 2]);
  });

  test('are told once somebody prepares it, of what was answered while nobody did', async () => {
    await taken();
    const posts = await sql<{ uuid: string; since: string }>(`select m.uuid, m.since::text as since from member m where m.country_code = 'RS' and m.role in ('SCAC', 'SSI') and m.until is null`);
    await sql(`update member set since = '2999-01-01' where uuid::text = any(?)`, [`{${posts.map(({ uuid }) => uuid).join(',')}}`]);
    await tell();
    expect(await receivers('slotsAnswered')).toEqual([]);
    for (const { uuid, since } of posts) await sql('update member set since = ? where uuid = ?', [since, uuid]);
    await tell();
    expect(await receivers('slotsAnswered')).toEqual([PEOPLE.scac, PEOPLE.ssi].toSorted());
  });

  test('are told by the services of its post that a host has answered, once for each answer, with the way to the page; no other post, and nothing of the host', async () => {
    const made = await taken('scac', { name: 'Parquet' });
    await Promise.all([tell(), tell()]);
    await tell();
    const mails = await mailsOf('slotsAnswered');
    expect(mails.map(({ recipient }) => recipient)).toEqual([PEOPLE.scac, PEOPLE.ssi].toSorted());
    expect(mails.every(({ text }) => text.includes(`/legs/MissionLeg_${toured.legKey}/meetings`) && !/Parquet|10:00|2098|Équipes|slots#|@host/.test(text))).toBe(true);
    expect(mails[0]!.text).toMatch(/L’hôte d’un rendez-vous a choisi l’un des moments proposés/);
    await answer(server(), made.secret, null, { proposals: [at('16:00')] });
    await hourPassed(made.key);
    await tell();
    expect((await mailsOf('slotsAnswered')).filter(({ text }) => text.includes('aucun des moments proposés')).map(({ recipient }) => recipient)).toEqual([PEOPLE.scac, PEOPLE.ssi].toSorted());
  });

  test('are the adviser’s too where the adviser has offered; of a leg that no post is shown nobody else’s', async () => {
    await taken('adviser');
    await tell();
    expect(await receivers('slotsAnswered')).toEqual([PEOPLE.adviser, PEOPLE.assistant, PEOPLE.scac, PEOPLE.ssi].toSorted());
    await sql('delete from mail');
    const { legs } = await missionWith(server(), headers.adviser, [{ startsOn: '2098-11-09', endsOn: '2098-11-11' }], ['planMission']);
    await taken('adviser', {}, { leg: legs[0]!.id });
    await tell();
    expect(await receivers('slotsAnswered')).toEqual([PEOPLE.adviser, PEOPLE.assistant].toSorted());
  });

  test('without its purpose the work of telling finds nobody; the same finds the answer with it: the control', async () => {
    await taken();
    const [row] = await server().database.orm.em.fork().execute<{ letter: unknown }[]>(`select take_slot_answer('{}') as letter`);
    expect(row!.letter).toBeNull();
    await tell();
    expect(await receivers('slotsAnswered')).toHaveLength(2);
  });
});

describe('the trail', () => {
  const entries = () => sql<{ line: string }>(`select concat_ws(' ', p.email, a.before, a.after) as line from audit_entry a left join person p on p.id = a.by_id where a.part = 'slots_lost' order by a.at, a.uuid`).then((rows) => rows.map(({ line }) => line));
  const LOST = '2098-11-10 10:00';

  test('says when a time that a host has taken does not hold any more, by whom, once: moved, refused, longer, removed, given up', async () => {
    const [moved, refused, longer, removed] = [await taken(), await taken(), await taken(), await taken()];
    await taken();
    await sql('delete from audit_entry');
    await change(moved.key, at('16:00'));
    await change(moved.key, at('17:00'), 3);
    await change(refused.key, { status: 'REFUSED' });
    await change(longer.key, { minutes: 90 });
    await change(longer.key, { minutes: 90, ...at('16:30') }, 3);
    expect(await entries()).toEqual(Array.from({ length: 3 }, () => `${PEOPLE.scac} ${LOST}`));
    await remove(removed.key, 2);
    await giveUp(server(), headers.adviser, toured.mission, { fr: 'Budget.' });
    expect((await entries()).slice(3)).toEqual(Array.from({ length: 2 }, () => `${PEOPLE.adviser} ${LOST}`));
  });

  test('says it of no time that stands, that nobody had taken, or that the host gives back', async () => {
    const [kept, open, back] = [await taken(), await offered(server(), headers.scac, toured), await taken()];
    await sql('delete from audit_entry');
    await change(kept.key, { note: 'Vu.' });
    await answer(server(), back.secret, at('14:00'));
    await answer(server(), back.secret, null);
    await remove(open.key, 1);
    expect(await entries()).toEqual([]);
    // The control: what stands is lost once it is moved.
    await change(kept.key, at('16:00'), 3);
    expect(await entries()).toEqual([`${PEOPLE.scac} ${LOST}`]);
  });
});
