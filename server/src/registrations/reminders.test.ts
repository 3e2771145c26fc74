/** What is told of registering itself, and the reminder before a session. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { remind, remindAgain, sessionsToRemind } from './reminders.service.ts';
import { openPlaces } from './places.service.ts';
import { act, addSession, idOf, mailsTo, outcomesOf, owner, register } from './world.fixture.ts';

const ORIGIN = 'https://passerelle.example';
const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const address = (): string => `reminded${(n += 1)}@ngo.example`;
const em = () => server().database.orm.em.fork();
const reminders = async (email: string) => (await mailsTo(server(), email)).filter(({ template }) => template === 'registrationReminder');

const soon = async (email: string) => (await mailsTo(server(), email)).filter(({ template }) => template === 'registrationsSoon');

/** What a run of the job does: how many are reminded. */
async function run(): Promise<number> {
  const reminded: number[] = [];
  for (const session of await sessionsToRemind(em())) reminded.push(await remind(em(), ORIGIN, session));
  return reminded.reduce((sum, one) => sum + one, 0);
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
  // Those of the demonstration are no part of what is counted here.
  await sql(`update registration set reminded_at = now() where is_demonstration`);
});

beforeEach(() => sql('delete from mail'));

describe('registering', () => {
  test('tells each in their language at once, and whoever did it once of all', async () => {
    const session = await addSession(server(), { places: 1, inDays: 40 });
    const [one, other] = [address(), address()];
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: one, locale: 'mk', name: 'Ана Пробна' }, { email: other, locale: 'uk', name: 'Олег Пробний' }] });
    expect((await mailsTo(server(), one)).map(({ locale, subject }) => [locale, subject.split(' – ')[0]])).toEqual([['mk', 'Пријавувањето е потврдено']]);
    expect((await mailsTo(server(), other)).map(({ locale, subject }) => [locale, subject.split(' – ')[0]])).toEqual([['uk', 'У списку очікування']]);
    const [summary, ...more] = await mailsTo(server(), PEOPLE.ngoCoordinator);
    expect(more).toEqual([]);
    expect(summary!.locale).toBe((await sql<{ locale: string | null }>('select locale from person where email = ?', [PEOPLE.ngoCoordinator]))[0]!.locale ?? 'fr');
    expect(summary!.text).toMatch(/Ана Пробна – .+\nОлег Пробний – /);
  });

  test('sent again, tells nobody again', async () => {
    const session = await addSession(server(), { places: 3, inDays: 41 });
    const wanted = { session, organisation: ngo, people: [{ email: address() }], submission: '00000000-0000-4000-8000-000000000001' };
    await register(server(), headers.ngoCoordinator, wanted);
    await sql('delete from mail');
    await register(server(), headers.ngoCoordinator, wanted);
    expect(await sql('select from mail')).toEqual([]);
  });

  test('somebody themself is told to them, and not a second time', async () => {
    const session = await addSession(server(), { places: 3, inDays: 42 });
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: PEOPLE.ngoCoordinator }] });
    expect((await mailsTo(server(), PEOPLE.ngoCoordinator)).map(({ template }) => template)).toEqual(['registrationPass']);
  });
});

describe('a reminder', () => {
  test('goes once to each who has a place, in their language, with the calendar file, whatever runs twice or at once', async () => {
    const session = await addSession(server(), { places: 2, inDays: 2 });
    const [one, other, waiting] = [address(), address(), address()];
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: one, locale: 'el' }, { email: other, locale: 'sr-Latn' }, { email: waiting }] });
    expect(await Promise.all([run(), run(), run()]).then((counts) => counts.reduce((sum, count) => sum + count, 0))).toBe(2);
    expect(await run()).toBe(0);
    for (const [email, locale, subject] of [[one, 'el', 'Η εκπαιδευτική σας συνεδρία πλησιάζει'], [other, 'sr-Latn', 'Vaša obuka se približava']] as const) {
      const [mail, ...more] = await reminders(email);
      expect([more, mail!.locale, mail!.subject.split(' – ')[0]]).toEqual([[], locale, subject]);
      const link = /https:\/\/passerelle\.example(\/calendar\/\S+)/.exec(mail!.text)![1]!;
      const file = await send(server(), link);
      expect([file.status, file.headers.get('content-type'), file.text.startsWith('BEGIN:VCALENDAR')]).toEqual([200, 'text/calendar; charset=utf-8', true]);
    }
    expect(await reminders(waiting)).toEqual([]);
    expect((await mailsTo(server(), PEOPLE.ngoCoordinator)).map(({ template }) => template)).toEqual(['registrationsSent', 'registrationsSoon']);
  });

  test('goes once to who registered them, with the names of all of theirs who have a place', async () => {
    const session = await addSession(server(), { places: 3, inDays: 2 });
    await sql(`update person set locale = 'mk' where email = ?`, [PEOPLE.ngoCoordinator]);
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: address(), name: 'Vera B' }, { email: address(), name: 'Ana A' }] });
    await register(server(), headers.ngoMember, { session, organisation: ngo, people: [{ email: address(), name: 'Cene C' }, { email: address(), name: 'Waits W' }] });
    expect(await Promise.all([run(), run()]).then((counts) => counts.reduce((sum, count) => sum + count, 0))).toBe(3);
    const [coordinator, member] = [await soon(PEOPLE.ngoCoordinator), await soon(PEOPLE.ngoMember)];
    expect([coordinator.length, member.length]).toEqual([1, 1]);
    expect([coordinator[0]!.locale, coordinator[0]!.subject.split(' – ')[0]]).toEqual(['mk', 'Се приближува обуката на лицата што ги пријавивте']);
    expect(coordinator[0]!.text).toContain('\n\nAna A\nVera B\n\n');
    expect(member[0]!.text).toContain('\n\nCene C\n\n');
    await sql(`update person set locale = null where email = ?`, [PEOPLE.ngoCoordinator]);
  });

  test('names nobody to who no longer registers for them, and comes once to who registered themselves', async () => {
    const [left, own] = [await addSession(server(), { places: 1, inDays: 2 }), await addSession(server(), { places: 1, inDays: 1 })];
    const email = address();
    await register(server(), headers.ngoMember, { session: left, organisation: ngo, people: [{ email }] });
    await register(server(), headers.ngoCoordinator, { session: own, organisation: ngo, people: [{ email: PEOPLE.ngoCoordinator }] });
    // Somebody who registers for no such organisation.
    await sql('update registration set registered_by_id = (select id from person where email = ?) where session_uuid = ?', [PEOPLE.scac, left]);
    expect(await run()).toBe(2);
    expect([(await reminders(email)).length, await soon(PEOPLE.scac)]).toEqual([1, []]);
    expect([(await reminders(PEOPLE.ngoCoordinator)).length, await soon(PEOPLE.ngoCoordinator)]).toEqual([1, []]);
  });

  test('is sent twice where nobody writes that it was sent: the control', async () => {
    const session = await addSession(server(), { places: 2, inDays: 2 });
    const email = address();
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email }] });
    await run();
    await sql('update registration set reminded_at = null where session_uuid = ?', [session]);
    await run();
    expect(await reminders(email)).toHaveLength(2);
  });

  test('goes to nobody who has withdrawn, nor of what was called off, is over, or is later', async () => {
    const [withdrawn, cancelled, later, over] = [await addSession(server(), { places: 2, inDays: 1 }), await addSession(server(), { places: 2, inDays: 2 }), await addSession(server(), { places: 2, inDays: 9 }), await addSession(server(), { places: 2, inDays: 2 })];
    const emails = [address(), address(), address(), address()];
    for (const [at, session] of [withdrawn, cancelled, later, over].entries()) expect(outcomesOf(await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: emails[at]! }] }))).toEqual(['CONFIRMED']);
    expect(await act(server(), headers.ngoCoordinator, 'withdrawRegistration', await idOf(server(), withdrawn, emails[0]!))).toBe('DONE WITHDRAWN');
    await sql(`update training_session_translation set cancelled_reason = 'Closed.' where session_uuid = ?`, [cancelled]);
    await sql(`update training_session set stage = 'CANCELLED' where uuid = ?`, [cancelled]);
    await sql(`update training_session set starts_at = now() - interval '1 day', ends_at = now() - interval '20 hours' where uuid = ?`, [over]);
    expect(await run()).toBe(0);
    for (const email of emails) expect(await reminders(email)).toEqual([]);
  });

  test('of a session that was put off comes again, when that is soon', async () => {
    const session = await addSession(server(), { places: 2, inDays: 2 });
    const email = address();
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email }] });
    await run();
    const putOff = async (days: number): Promise<void> => em().transactional(async (transaction) => {
      await openPlaces(transaction);
      await transaction.execute('update training_session set starts_at = now() + make_interval(days => ?), ends_at = now() + make_interval(days => ?, hours => 3) where uuid = ?', [days, days, session]);
      await remindAgain(transaction, session);
    });
    await putOff(20);
    expect(await run()).toBe(0);
    await putOff(1);
    expect([await run(), await run()]).toEqual([1, 0]);
  });
});

test('people are counted by who registers them, however many at once and in all processes together, and apart from invitations', async () => {
  const limits = { ...UNLIMITED, registrationPerPerson: { points: 6, seconds: 3600 }, invitationPerPerson: { points: 1, seconds: 3600 } };
  const [one, two] = [await server().beside({ signInLimits: limits }), await server().beside({ signInLimits: limits })];
  const session = await addSession(server(), { places: 100, inDays: 60 });
  // What was counted without a bound counts for a second more.
  await sql('delete from rate_limit');
  const registers = async (at: typeof one, people: number, by: keyof Headers = 'ngoCoordinator'): Promise<unknown> =>
    (await register(at, headers[by], { session, organisation: ngo, people: Array.from({ length: people }, () => ({ email: address() })) })).code;
  const invites = async (): Promise<unknown> => (await ask(two, 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { outcome } }', { input: { email: 'invited.beside@ngo.example', name: 'N', role: 'NGO_MEMBER', locale: 'fr', submission: randomUUID(), organisation: `Organisation_${ngo}` } }, headers.ngoCoordinator)).code;
  expect([await registers(one, 4), await invites(), await invites()]).toEqual([undefined, undefined, 'RATE_LIMITED']);
  // What is refused whole counts as nothing: fewer may come.
  expect([await registers(two, 3), await registers(two, 2), await registers(one, 1)]).toEqual(['RATE_LIMITED', undefined, 'RATE_LIMITED']);
  expect(await registers(one, 6, 'ngoMember')).toBeUndefined();
});
