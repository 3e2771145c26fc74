/** Registering people and what becomes of it, by the API. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { act, addSession, idOf, mailsTo, outcomesOf, owner, register, rowsOf, takenOf, toldOf } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const address = (): string => `person${(n += 1)}@ngo.example`;
const one = (session: string, email: string, extra = {}) => register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email, ...extra }] });

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});

beforeEach(() => sql('delete from mail'));

describe('people who are registered', () => {
  test('have a place where there is one and none needs to validate, and are written to in their language', async () => {
    const session = await addSession(server(), { places: 2 });
    const [ana, ben] = [address(), address()];
    const answer = await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: ana, name: 'Ana', locale: 'sr-Latn' }, { email: ben.toUpperCase(), locale: 'ro' }] });
    expect(toldOf(answer)).toEqual({ outcome: 'DONE', people: [{ email: ana, outcome: 'CONFIRMED', position: null, passedOver: null }, { email: ben, outcome: 'CONFIRMED', position: null, passedOver: null }] });
    expect(await takenOf(server(), session)).toEqual({ counter: 2, rows: 2 });
    const [mail] = await mailsTo(server(), ana);
    expect(mail).toMatchObject({ template: 'registrationPass', locale: 'sr-Latn' });
    expect(mail!.text).toContain('Ime i prezime: Ana');
    expect(mail!.text).toContain('A session for tests (en)');
    expect((await mailsTo(server(), ben))[0]!.locale).toBe('ro');
  });

  test('wait in their turn where there is none, and know their position', async () => {
    const session = await addSession(server(), { places: 1 });
    const emails = [address(), address(), address()];
    const told = toldOf(await register(server(), headers.ngoMember, { session, organisation: ngo, people: emails.map((email) => ({ email })) }));
    expect(told).toMatchObject({ people: [{ outcome: 'CONFIRMED' }, { outcome: 'WAITING', position: 1 }, { outcome: 'WAITING', position: 2 }] });
    expect((await mailsTo(server(), emails[2]!))[0]!.text).toContain('2');
  });

  test('take no place while the embassy has not validated, and the officer of its country alone does', async () => {
    const session = await addSession(server(), { places: 5, needsValidation: true });
    const email = address();
    expect(outcomesOf(await one(session, email, { locale: 'ro' }))).toEqual(['AWAITING_VALIDATION']);
    expect(await takenOf(server(), session)).toEqual({ counter: 0, rows: 0 });
    const id = await idOf(server(), session, email);
    for (const role of ['scacElsewhere', 'expert', 'translator', 'authority', 'international'] as const) expect(await act(server(), headers[role], 'validateRegistration', id)).toBe('GONE');
    for (const role of ['ngoCoordinator', 'adviser'] as const) expect(await act(server(), headers[role], 'validateRegistration', id)).toBe('NOT_ALLOWED');
    expect(await act(server(), headers.scac, 'validateRegistration', id)).toBe('DONE CONFIRMED');
    expect(await act(server(), headers.ssi, 'validateRegistration', id)).toBe('DONE CONFIRMED');
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
    expect((await mailsTo(server(), email)).map(({ subject }) => subject.split(' – ')[0])).toEqual(['Înscriere primită', 'Înscriere confirmată']);
    expect((await mailsTo(server(), PEOPLE.ngoCoordinator)).map(({ template }) => template)).toEqual(['registrationsSent', 'registration']);
  });

  test('are told why they are refused, and cannot be registered for it again', async () => {
    const session = await addSession(server(), { places: 5, needsValidation: true });
    const email = address();
    await one(session, email, { locale: 'ro' });
    const id = await idOf(server(), session, email);
    expect(await act(server(), headers.scac, 'refuseRegistration', id, ', reason: ""')).toBe('BAD_USER_INPUT');
    expect(await act(server(), headers.scac, 'refuseRegistration', id, ', reason: "She is Zephyrine Quixada, a 17-year-old girl, 0101990100102"')).toBe('VICTIM_DATA');
    expect(await act(server(), headers.scacElsewhere, 'refuseRegistration', id, ', reason: "No"')).toBe('GONE');
    expect(await act(server(), headers.scac, 'refuseRegistration', id, ', reason: "The session is for magistrates."')).toBe('DONE REFUSED');
    const refused = (await mailsTo(server(), email)).find(({ template }) => template === 'registrationReason');
    expect(refused!.text).toContain('Înscriere respinsă');
    expect(refused!.text).toContain('The session is for magistrates.');
    expect(outcomesOf(await one(session, email))).toEqual(['REFUSED_BEFORE']);
    expect(await act(server(), headers.scac, 'validateRegistration', id)).toBe('TOO_LATE REFUSED');
  });

  test('are not registered without their consent, which is said of the field', async () => {
    const session = await addSession(server(), { places: 5 });
    const answer = await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: address() }], hasConsent: false });
    expect([answer.code, answer.errors![0]!.extensions.params]).toEqual(['BAD_USER_INPUT', { field: 'hasConsent' }]);
    expect(await rowsOf(server(), session)).toEqual([]);
  });

  test('say how they take part in a session held in both ways', async () => {
    const session = await addSession(server(), { places: 5, format: 'HYBRID' });
    expect(outcomesOf(await one(session, address()))).toBe('BAD_USER_INPUT');
    expect(outcomesOf(await one(session, address(), { mode: 'ONLINE' }))).toEqual(['CONFIRMED']);
  });

  test('have no two places at the same time: who has one waits for the other, and is told why', async () => {
    const [first, second, later] = [await addSession(server(), { places: 1 }), await addSession(server(), { places: 5 }), await addSession(server(), { places: 5, inDays: 40 })];
    const email = address();
    expect(outcomesOf(await one(first, email))).toEqual(['CONFIRMED']);
    expect(toldOf(await one(second, email))).toMatchObject({ people: [{ outcome: 'WAITING', passedOver: 'OVERLAP' }] });
    expect(outcomesOf(await one(later, email))).toEqual(['CONFIRMED']);
    await expect(sql(`update registration set state = 'CONFIRMED' where session_uuid = ?`, [second])).rejects.toThrow('registration_apart');
  });
});

describe('a submission', () => {
  test('that is sent a hundred times at once makes one registration and one mail', async () => {
    const session = await addSession(server(), { places: 5 });
    const [email, submission] = [address(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 100 }, () => register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email }], submission })));
    expect(new Set(answers.map((answer) => JSON.stringify(outcomesOf(answer))))).toEqual(new Set(['["CONFIRMED"]']));
    expect(await rowsOf(server(), session)).toHaveLength(1);
    expect(await mailsTo(server(), email)).toHaveLength(1);
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
  });

  test('with another key says that they are registered already', async () => {
    const session = await addSession(server(), { places: 5 });
    const email = address();
    expect([outcomesOf(await one(session, email)), outcomesOf(await one(session, email))]).toEqual([['CONFIRMED'], ['ALREADY_REGISTERED']]);
    expect(await rowsOf(server(), session)).toHaveLength(1);
  });

  test('sent again once the session is closed says what came of it; a new one that it is closed, and keeps nobody', async () => {
    const session = await addSession(server(), { places: 5 });
    const [email, late, submission] = [address(), address(), randomUUID()];
    const send = (to: string, key: string) => register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: to }], submission: key });
    await send(email, submission);
    await sql(`update training_session set stage = 'CLOSED' where uuid = ?`, [session]);
    expect([outcomesOf(await send(email, submission)), outcomesOf(await send(late, randomUUID()))]).toEqual([['CONFIRMED'], 'CLOSED']);
    expect(await sql('select from participant where email = ?', [late])).toEqual([]);
  });

  test.each([['DRAFT', 'GONE'], ['CLOSED', 'CLOSED'], ['CANCELLED', 'CLOSED']])('for a session that is %s: %s', async (stage, outcome) => {
    const session = await addSession(server(), { places: 5, stage: stage === 'CANCELLED' ? 'OPEN' : stage });
    if (stage === 'CANCELLED') {
      await server().database.orm.em.fork().transactional(async (em) => {
        await em.execute(`update training_session_translation set cancelled_reason = 'No room' where session_uuid = ?`, [session]);
        await em.execute(`update training_session set stage = 'CANCELLED' where uuid = ?`, [session]);
      });
    }
    expect(outcomesOf(await one(session, address()))).toBe(outcome);
  });

  test('is refused to whoever does not register for that organisation, as for one that does not exist', async () => {
    const session = await addSession(server(), { places: 5 });
    const answers = [];
    for (const organisation of [await ngoOf(server(), 'AL'), 'there-is-none']) answers.push(await register(server(), headers.ngoCoordinator, { session, organisation, people: [{ email: address() }] }));
    expect(answers.map(outcomesOf)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
    expect(answers[0]!.text).toBe(answers[1]!.text);
    for (const role of ['scac', 'adviser', 'expert', 'authority'] as const) expect(outcomesOf(await register(server(), headers[role], { session, organisation: ngo, people: [{ email: address() }] }))).toBe('NOT_ALLOWED');
  });

  test('for an authority of the country is for who works for it, and counts as that', async () => {
    const session = await addSession(server(), { places: 5 });
    const send = (country: string) => register(server(), headers.authority, { session, organisation: null, country, people: [{ email: address() }] });
    expect([outcomesOf(await send('RS')), outcomesOf(await send('AL'))]).toEqual([['CONFIRMED'], 'NOT_ALLOWED']);
    expect(await sql('select sector, country_code from registration where session_uuid = ?', [session])).toEqual([{ sector: 'AUTHORITY', country_code: 'RS' }]);
  });
});

describe('what is not theirs', () => {
  test('is to others as if it were not there, byte for byte', async () => {
    const session = await addSession(server(), { places: 5, needsValidation: true });
    const email = address();
    await one(session, email);
    const id = await idOf(server(), session, email);
    const node = (key: string, role: keyof Headers) => ask(server(), 'query ($id: ID!) { node(id: $id) { id ... on Registration { state participant { name } } } }', { id: `Registration_${key}` }, headers[role]);
    for (const role of ['visitor', 'scacElsewhere', 'expert', 'translator', 'authority', 'international', 'suspended'] as const) {
      expect((await node(id, role)).text, role).toBe((await node(randomUUID(), role)).text);
      if (role === 'visitor' || role === 'suspended') continue;
      for (const name of ['validateRegistration', 'withdrawRegistration', 'acceptOffer', 'declineOffer']) expect(await act(server(), headers[role], name, id)).toBe('GONE');
    }
    for (const role of ['ngoCoordinator', 'ngoMember', 'scac', 'ssi', 'adviser', 'assistant'] as const) expect((await node(id, role)).data!.node, role).toMatchObject({ state: 'AWAITING_VALIDATION' });
  });
});
