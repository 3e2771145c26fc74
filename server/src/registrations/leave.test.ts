/** Withdrawing by the link of a mail, without an account. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { remind } from './reminders.service.ts';
import { addSession, mailsTo, owner, register, rowsOf, takenOf } from './world.fixture.ts';

const ORIGIN = 'https://passerelle.example';
const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const addresses = (count: number): string[] => Array.from({ length: count }, () => `leaves${(n += 1)}@ngo.example`);
const ours = (session: string, emails: readonly string[]) => register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: emails.map((email) => ({ email, name: `Of ${email.split('@')[0]!}` })) });
const statesOf = async (session: string): Promise<string[]> => (await rowsOf(server(), session)).map(({ state, ending }) => ending ?? state);
const LINK = /\/leave#([\w-]+)\n/;

/** What the links of the mails to an address hold, the first first. */
const linksTo = async (email: string): Promise<string[]> => (await mailsTo(server(), email)).flatMap(({ text }) => LINK.exec(text ?? '')?.[1] ?? []);

async function leave(secret: string, at: { readonly address: string } = server()): Promise<string> {
  const answer = await ask(at, 'mutation ($secret: String!) { leaveByLink(secret: $secret) { outcome state } }', { secret });
  const payload = answer.data?.leaveByLink as { outcome: string; state: string | null } | undefined;
  return answer.code ?? `${payload!.outcome} ${payload!.state ?? ''}`.trim();
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});

beforeEach(() => sql('delete from mail'));

describe('who has a place or waits for one', () => {
  test('withdraws by the link of their mail; the place is offered to the next, and who registered them is told', async () => {
    const session = await addSession(server(), { places: 1, inDays: 70 });
    const [first, second, third] = addresses(3) as [string, string, string];
    await ours(session, [first, second, third]);
    const [[held], [waits]] = [await linksTo(first), await linksTo(second)];
    await sql('delete from mail');
    expect(await leave(waits!)).toBe('DONE WITHDRAWN');
    expect(await leave(held!)).toBe('DONE WITHDRAWN');
    expect(await statesOf(session)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'OFFERED']);
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
    expect((await mailsTo(server(), first)).map(({ subject }) => subject.split(' – ')[0])).toEqual(['Inscription retirée']);
    // Only who had a place has it in their calendar.
    const calendars = async (email: string): Promise<(string | undefined)[]> => (await sql<{ calendar: string[] | null }>('select calendar from mail where recipient = ?', [email])).flatMap(({ calendar }) => (calendar ?? []).map((file) => /^METHOD:(.*?)\r?$/m.exec(file)?.[1]));
    expect([await calendars(first), await calendars(second)]).toEqual([['CANCEL'], []]);
    const told = (await mailsTo(server(), PEOPLE.ngoCoordinator)).filter(({ template }) => template === 'registration');
    expect(told.map(({ text }) => [first, second].find((email) => text.includes(`Of ${email.split('@')[0]!}`)))).toEqual([second, first]);
  });

  test('does so once: the link used again, or at once by two, changes nothing and tells nobody', async () => {
    const session = await addSession(server(), { places: 1, inDays: 72 });
    const [first] = addresses(1) as [string];
    await ours(session, [first]);
    const [link] = await linksTo(first);
    await sql('delete from mail');
    expect(await Promise.all([leave(link!), leave(link!), leave(link!)])).toEqual(['DONE WITHDRAWN', 'DONE WITHDRAWN', 'DONE WITHDRAWN']);
    expect(await leave(link!)).toBe('DONE WITHDRAWN');
    expect(await mailsTo(server(), first)).toHaveLength(1);
    expect(await takenOf(server(), session)).toEqual({ counter: 0, rows: 0 });
    // Registered anew, it is another registration, which the old link does not lead to.
    await ours(session, [first]);
    expect([await leave(link!), await statesOf(session)]).toEqual(['DONE WITHDRAWN', ['WITHDRAWN', 'CONFIRMED']]);
  });

  test('has a link in each mail that says so, and all of them work: confirmed, waiting, reminded', async () => {
    const session = await addSession(server(), { places: 1, inDays: 2 });
    const [first] = addresses(1) as [string];
    await ours(session, [first]);
    await remind(server().database.orm.em.fork(), ORIGIN, session);
    const found = await linksTo(first);
    expect([found.length, new Set(found).size]).toEqual([2, 2]);
    expect(await leave(found[0]!)).toBe('DONE WITHDRAWN');
    expect(await leave(found[1]!)).toBe('DONE WITHDRAWN');
  });

  test('cannot any more once the session has begun, was called off, or the embassy has refused', async () => {
    const [begun, off, refused] = [await addSession(server(), { places: 1, inDays: 74 }), await addSession(server(), { places: 1, inDays: 75 }), await addSession(server(), { places: 1, inDays: 76 })];
    const [first, second, third] = addresses(3) as [string, string, string];
    for (const [session, email] of [[begun, first], [off, second], [refused, third]] as const) await ours(session, [email]);
    await sql(`update training_session set starts_at = now() - interval '1 minute' where uuid = ?`, [begun]);
    await sql(`update training_session_translation set cancelled_reason = 'Off.' where session_uuid = ?`, [off]);
    await sql(`update training_session set stage = 'CANCELLED' where uuid = ?`, [off]);
    await sql(`update registration set state = 'REFUSED', refused_reason = 'No.' where session_uuid = ?`, [refused]);
    const outcomes = [];
    for (const email of [first, second, third]) outcomes.push(await leave((await linksTo(email))[0]!));
    expect(outcomes).toEqual(['TOO_LATE CONFIRMED', 'TOO_LATE CONFIRMED', 'TOO_LATE REFUSED']);
  });
});

describe('the secret of the link', () => {
  test('is in no table but that of the mails, and goes to nobody else', async () => {
    const session = await addSession(server(), { places: 1, inDays: 78 });
    const [first] = addresses(1) as [string];
    await ours(session, [first]);
    const [link] = await linksTo(first);
    expect(JSON.stringify(await sql('select * from registration where session_uuid = ?', [session]))).not.toContain(link!.slice(37));
    expect(JSON.stringify(await sql('select subject, text, html, calendar from mail where recipient <> ?', [first]))).not.toContain(link!.slice(37));
    expect(await sql('select template, erase_at is not null as erased from mail where recipient = ?', [first])).toEqual([{ template: 'registrationPass', erased: true }]);
  });

  test('is worth nothing any more once the address of its mailbox is not theirs', async () => {
    const session = await addSession(server(), { places: 2, inDays: 79 });
    const [first, second, corrected] = addresses(3) as [string, string, string];
    await ours(session, [first, second]);
    await sql(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'Somebody', ?, now(), now())`, [first]);
    await sql('update person set email = ? where email = ?', [corrected, first]);
    expect([await leave((await linksTo(first))[0]!), await leave((await linksTo(second))[0]!)]).toEqual(['GONE', 'DONE WITHDRAWN']);
    // Erased, they are so as whoever was registered with their address.
    await sql('delete from person where email = ?', [corrected]);
    expect((await rowsOf(server(), session)).map(({ email }) => email)).toEqual([second]);
  });

  test('is nobody’s to guess: what is wrong in any part of it says the same, whether or not there is such a registration', async () => {
    const session = await addSession(server(), { places: 1, inDays: 80 });
    const [first] = addresses(1) as [string];
    await ours(session, [first]);
    const [link] = await linksTo(first);
    const [id, secret] = [link!.slice(0, 36), link!.slice(37)];
    const wrong = ['', 'x', id, `${id}-`, secret, `${id}-${'a'.repeat(32)}`, `00000000-0000-7000-8000-000000000000-${secret}`, `${link!}a`, `${id}-' or true --`];
    for (const one of wrong) expect(await leave(one)).toBe('GONE');
    expect(await statesOf(session)).toEqual(['CONFIRMED']);
    // The control: the right one.
    expect(await leave(link!)).toBe('DONE WITHDRAWN');
  });

  test('is tried as often as other links are, and then no more for a while', async () => {
    const limited = await server().beside({ signInLimits: { ...UNLIMITED, tryPerNetwork: { points: 2, seconds: 600 } } });
    await sql('delete from rate_limit');
    expect([await leave('x', limited), await leave('x', limited), await leave('x', limited)]).toEqual(['GONE', 'GONE', 'RATE_LIMITED']);
    await sql('delete from rate_limit');
  });

  test('is made for a registration by who has just made it, and by nobody afterwards', async () => {
    const session = await addSession(server(), { places: 1, inDays: 82 });
    const [first] = addresses(1) as [string];
    await ours(session, [first]);
    const [row] = await rowsOf(server(), session);
    const [coordinator] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.ngoCoordinator]);
    const kept = async (): Promise<number> => (await sql<{ count: number }>('select cardinality(leave_hashes) as count from registration where uuid = ?', [row!.id]))[0]!.count;
    const make = (purpose: string) => transactAs(server().database.orm, coordinator!.id)(async (em) => {
      await em.execute(`select set_config('passerelle.purpose', ?, true)`, [purpose]);
      await em.execute('select keep_leave_links(?::jsonb)', [JSON.stringify([{ id: row!.id, hash: 'h' }])]);
    });
    expect(await kept()).toBe(1);
    await make('');
    expect(await kept()).toBe(1);
    for (let time = 0; time < 12; time += 1) await make('places');
    expect(await kept()).toBe(10);
  });
});
