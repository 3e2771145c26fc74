/** Inviting people to a session and answering by the link of the mail, by the API. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { save as saveQuestion } from '../questions/world.fixture.ts';
import { addSession, idOf, mailsTo, outcomesOf, owner, register, rowsOf, takenOf, act } from '../registrations/world.fixture.ts';
import { acceptByLink, acceptedAs, actOnInvitation, invitationOf, invitationSecret, invitationsSeen, invitedOutcomes, inviteToSession, readLink } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const WHO = 'ana@ministry.example';
let headers: Headers;
let ngo: string;
let days = 20;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
/** A session at a time of its own. */
const open = (more: Partial<Parameters<typeof addSession>[1]> = {}): Promise<string> => addSession(server(), { places: 5, inDays: (days += 2), ...more });
/** Somebody of an authority in Serbia who is invited to a session: the secret of their link. */
async function invited(session: string, more: object = {}, email = WHO): Promise<string> {
  expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, [{ email, name: 'Ana', locale: 'mk', isAuthority: true, ...more }]))).toEqual(['SENT']);
  return invitationSecret(server(), email);
}
const stateOf = async (session: string): Promise<string[]> => (await invitationsSeen(server(), headers.adviser, session)).map(({ state }) => state);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});
beforeEach(() => sql('delete from mail'));

describe('inviting', () => {
  test('is for those who prepare the session, while it takes registrations; no draft is told to anybody', async () => {
    const serbian = await open({ country: 'RS' });
    for (const role of ['adviser', 'assistant', 'scac', 'ssi'] as const) expect(invitedOutcomes(await inviteToSession(server(), headers[role], serbian, [{ email: `${role}@ministry.example` }])), role).toEqual(['SENT']);
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'authority', 'expert', 'translator'] as const) expect(invitedOutcomes(await inviteToSession(server(), headers[role], serbian, [{ email: WHO }])), role).toBe('NOT_ALLOWED');
    expect(invitedOutcomes(await inviteToSession(server(), headers.visitor, serbian, [{ email: WHO }]))).toBe('UNAUTHENTICATED');
    for (const stage of ['DRAFT', 'CLOSED']) expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, await open({ stage }), [{ email: WHO }])), stage).toBe('CLOSED');
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'visitor'] as const) expect(await invitationsSeen(server(), headers[role], serbian), role).toEqual([]);
    expect(await invitationsSeen(server(), headers.scac, serbian)).toHaveLength(4);
  });

  test('writes to each in their language, gives no place and holds none', async () => {
    const session = await open({ places: 1 });
    await invited(session);
    expect(await mailsTo(server(), WHO)).toEqual([]);
    const [mail] = await sql<{ locale: string; text: string }>('select locale, text from mail where recipient = ?', [WHO]);
    expect(mail!.locale).toBe('mk');
    expect(mail!.text).toContain('не чува место');
    expect(await takenOf(server(), session)).toEqual({ counter: 0, rows: 0 });
    expect(outcomesOf(await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: 'first@ngo.example' }] }))).toEqual(['CONFIRMED']);
  });

  test('tells of each what came of it, and sent again with the same key it is as sent once', async () => {
    const [session, submission] = [await open(), randomUUID()];
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: 'known@ngo.example' }] });
    await invited(session, {}, 'waiting@ministry.example');
    const people = [{ email: 'known@ngo.example', organisation: ngo }, { email: 'Waiting@ministry.example' }, { email: PEOPLE.adviser }, { email: 'new@ministry.example', country: 'AL' }];
    const told = ['ALREADY_REGISTERED', 'ALREADY_INVITED', 'YOURSELF', 'SENT'];
    for (let n = 0; n < 2; n += 1) expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, people, submission))).toEqual(told);
    expect(await sql(`select recipient from mail where template = 'sessionInvitation'`)).toHaveLength(2);
    expect(await sql('select sector, organisation_slug, country_code from session_invitation where email = ?', ['new@ministry.example'])).toEqual([{ sector: 'OTHER', organisation_slug: null, country_code: 'AL' }]);
  });

  test('an organisation that is none, or a country, is refused; so are twenty-one at once, and one twice', async () => {
    const session = await open();
    expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, [{ email: WHO, organisation: 'nobody' }]))).toBe('BAD_USER_INPUT');
    expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, [{ email: WHO, country: 'XX' }]))).toBe('BAD_USER_INPUT');
    expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, Array.from({ length: 21 }, (_, n) => ({ email: `n${n}@ministry.example` }))))).toBe('BAD_USER_INPUT');
    expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, [{ email: WHO }, { email: WHO.toUpperCase() }]))).toBe('BAD_USER_INPUT');
  });
});

describe('accepting', () => {
  test('registers who is invited, under the name and address and for whom the invitation says, as by who invited them', async () => {
    const session = await open();
    const secret = await invited(session);
    expect(await readLink(server(), secret)).toMatchObject({ state: 'SENT', name: 'Ana', sector: 'AUTHORITY', organisation: null, country: { code: 'RS' } });
    expect(await acceptByLink(server(), secret, { showsName: true })).toMatchObject({ outcome: 'DONE', registered: { email: WHO, outcome: 'CONFIRMED' } });
    expect(await sql(`select p.name, r.email, r.sector, r.country_code, p.country_code as of, r.is_own, b.email as by, r.name_shown_at is not null as shown from registration r join participant p on p.uuid = r.participant_uuid
      left join person b on b.id = r.registered_by_id where r.session_uuid = ?`, [session])).toEqual([{ name: 'Ana', email: WHO, sector: 'AUTHORITY', country_code: 'RS', of: 'RS', is_own: false, by: PEOPLE.adviser, shown: true }]);
    expect((await mailsTo(server(), WHO)).map(({ template, locale }) => [template, locale])).toEqual([['registrationPass', 'mk']]);
    expect(await mailsTo(server(), PEOPLE.adviser)).toEqual([]);
    expect(await stateOf(session)).toEqual(['ACCEPTED']);
  });

  test('works once: whoever it is forwarded to is told what became of it, and of nobody; sent again with its key it is as sent once', async () => {
    const [session, submission] = [await open(), randomUUID()];
    const secret = await invited(session);
    for (let n = 0; n < 2; n += 1) expect(await acceptedAs(server(), secret, { submission })).toBe('CONFIRMED');
    expect(await acceptedAs(server(), secret)).toBe('USED');
    expect(await actOnInvitation(server(), {}, 'declineSessionInvitation', secret)).toBe('USED');
    expect(await readLink(server(), secret)).toMatchObject({ state: 'ACCEPTED', name: null, country: null, session: {} });
    expect(await rowsOf(server(), session)).toHaveLength(1);
  });

  test('has nothing of whoever is signed in, whatever their account', async () => {
    const session = await open();
    const secret = await invited(session);
    expect(await acceptedAs(server(), secret, {}, headers.ngoCoordinator)).toBe('CONFIRMED');
    expect(await sql(`select organisation_slug, sector from registration where session_uuid = ? and email = ?`, [session, WHO])).toEqual([{ organisation_slug: null, sector: 'AUTHORITY' }]);
    expect(await sql(`select by_id from audit_entry where subject = 'REGISTRATION' and action = 'ADDED' and object = ?`, [await idOf(server(), session, WHO)])).toEqual([{ by_id: null }]);
  });

  test('of somebody for nobody but themselves is for their country, which validates it; nobody else answers for them', async () => {
    const session = await open({ needsValidation: true });
    expect(await acceptedAs(server(), await invited(session, { isAuthority: false }))).toBe('AWAITING_VALIDATION');
    const id = await idOf(server(), session, WHO);
    expect(await act(server(), headers.authority, 'withdrawRegistration', id)).toBe('GONE');
    expect(await act(server(), headers.scacElsewhere, 'validateRegistration', id)).toBe('GONE');
    expect(await act(server(), headers.scac, 'validateRegistration', id)).toBe('DONE CONFIRMED');
  });

  test('in a full session is to wait, in their turn; so it is where a quota is full', async () => {
    const session = await open({ places: 1 });
    const secret = await invited(session);
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: 'first@ngo.example' }, { email: 'second@ngo.example' }] });
    expect(await acceptByLink(server(), secret)).toMatchObject({ registered: { outcome: 'WAITING', position: 2, passedOver: 'FULL' } });
    const counted = await open();
    await sql(`insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, 'SECTOR', 'AUTHORITY', 0)`, [counted]);
    expect(await acceptByLink(server(), await invited(counted))).toMatchObject({ registered: { outcome: 'WAITING', passedOver: 'SECTOR' } });
  });

  test('asks what the session asks; a profession where it counts by it; and how, where it is held in both ways', async () => {
    const session = await open({ format: 'HYBRID' });
    await sql(`insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, 'PROFESSION', '', 5)`, [session]);
    const { session: asking, key } = await saveQuestion(server(), headers.adviser, session, { isRequired: true });
    const question = asking!.questions.find((one) => one.key === key)!.id;
    const secret = await invited(session);
    await expect(acceptByLink(server(), secret, { hasConsent: false })).rejects.toThrow('BAD_USER_INPUT');
    await expect(acceptByLink(server(), secret)).rejects.toThrow('BAD_USER_INPUT');
    expect(await acceptByLink(server(), secret, { mode: 'ONLINE' })).toMatchObject({ outcome: 'INVALID', faults: [{ question: key, fault: 'MISSING' }], personFaults: [{ field: 'PROFESSION', fault: 'MISSING' }] });
    expect(await stateOf(session)).toEqual(['SENT']);
    expect(await acceptedAs(server(), secret, { mode: 'ONLINE', profession: 'JUDGE', answers: [{ question, text: 'An exchange' }] })).toBe('CONFIRMED');
    expect(await sql('select a.text, a.email, r.mode, r.profession_code from registration_answer a join registration r on r.uuid = a.registration_uuid where r.session_uuid = ?', [session])).toEqual([{ text: 'An exchange', email: WHO, mode: 'ONLINE', profession_code: 'JUDGE' }]);
  });

  test('of somebody who has been registered since changes nothing: one place for each address', async () => {
    const session = await open();
    const secret = await invited(session);
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: WHO }] });
    expect(await acceptedAs(server(), secret)).toBe('ALREADY_REGISTERED');
    expect([await rowsOf(server(), session), await stateOf(session)]).toMatchObject([[{ email: WHO }], ['ACCEPTED']]);
  });

  test('of a nomination there is none needed beside it', async () => {
    const session = await open({ needsNomination: true });
    expect(await acceptedAs(server(), await invited(session))).toBe('CONFIRMED');
  });
});

test('is declined once, which is told; then it registers nobody, and they can be invited anew', async () => {
  const session = await open();
  const secret = await invited(session);
  for (let n = 0; n < 2; n += 1) expect(await actOnInvitation(server(), {}, 'declineSessionInvitation', secret)).toBe('DONE');
  expect([await acceptedAs(server(), secret), await stateOf(session)]).toEqual(['DECLINED', ['DECLINED']]);
  await invited(session);
  expect(await actOnInvitation(server(), {}, 'declineSessionInvitation', 'x'.repeat(32))).toBe('GONE');
});

describe('what happens meanwhile', () => {
  test.each([['registration has closed', `registration_until = now() - interval '1 minute'`], ['it was closed', `stage = 'CLOSED'`], ['it was called off', `stage = 'CANCELLED'`]])('where %s, the link says so; put off, it works again', async (_name, change) => {
    const session = await open();
    const secret = await invited(session);
    await sql(`with said as (update training_session_translation set cancelled_reason = 'Snow' where session_uuid = ?) update training_session set ${change} where uuid = ?`, [session, session]);
    expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, [{ email: 'late@ministry.example' }]))).toBe('CLOSED');
    expect([await acceptedAs(server(), secret), await actOnInvitation(server(), {}, 'declineSessionInvitation', secret), await stateOf(session)]).toEqual(['CLOSED', 'CLOSED', ['EXPIRED']]);
    expect((await invitationsSeen(server(), headers.adviser, session))[0]!.can).toEqual({ revoke: true, resend: false });
    await sql(`update training_session set stage = 'OPEN', registration_until = now() + interval '1 hour' where uuid = ?`, [session]);
    expect(await acceptedAs(server(), secret)).toBe('CONFIRMED');
  });

  test('who may no longer prepare the session has taken theirs back by that; others invite anew', async () => {
    const session = await open({ country: 'RS' });
    await inviteToSession(server(), headers.ssi, session, [{ email: WHO }]);
    const secret = await invitationSecret(server(), WHO);
    await sql('update person set suspended_at = now() where email = ?', [PEOPLE.ssi]);
    expect([await acceptedAs(server(), secret), await stateOf(session)]).toEqual(['REVOKED', ['REVOKED']]);
    await sql('update person set suspended_at = null where email = ?', [PEOPLE.ssi]);
    expect(await stateOf(session)).toEqual(['SENT']);
    await sql('update person set suspended_at = now() where email = ?', [PEOPLE.ssi]);
    await invited(session);
    await sql('update person set suspended_at = null where email = ?', [PEOPLE.ssi]);
    expect(await stateOf(session)).toEqual(['SENT', 'REVOKED']);
  });

  test('an address that was given up for another leads to the one who is kept', async () => {
    const session = await open();
    await register(server(), headers.ngoCoordinator, { session: await open(), organisation: ngo, people: [{ email: 'kept@ngo.example' }, { email: 'gone@ngo.example' }] });
    await sql(`update participant set merged_into_uuid = (select uuid from participant where email = 'kept@ngo.example') where email = 'gone@ngo.example'`);
    await inviteToSession(server(), headers.adviser, session, [{ email: 'gone@ngo.example', organisation: ngo }]);
    expect(await acceptedAs(server(), await invitationSecret(server(), 'gone@ngo.example'))).toBe('CONFIRMED');
    expect(await rowsOf(server(), session)).toMatchObject([{ email: 'kept@ngo.example' }]);
    expect((await mailsTo(server(), 'kept@ngo.example')).map(({ template }) => template)).toContain('registrationPass');
    expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, [{ email: 'gone@ngo.example', organisation: ngo }]))).toEqual(['ALREADY_REGISTERED']);
  });

  test('an address that is changed voids the link to the former one, and takes the invitation along; erasing its person takes it away', async () => {
    const session = await open();
    const [person] = await sql<{ id: string }>(`insert into person (id, name, email, email_verified, created_at, updated_at) values (gen_random_uuid(), 'Ana', 'moves@ministry.example', true, now(), now()) returning id`);
    const secret = await invited(session, {}, 'moves@ministry.example');
    await sql(`update person set email = 'moved@ministry.example' where id = ?`, [person!.id]);
    expect(await acceptedAs(server(), secret)).toBe('REVOKED');
    expect(await invitationsSeen(server(), headers.adviser, session)).toMatchObject([{ email: 'moved@ministry.example', state: 'REVOKED' }]);
    await sql(`select erase_person(?, 'mark')`, [person!.id]);
    expect(await invitationsSeen(server(), headers.adviser, session)).toEqual([]);
  });
});

test('the trail has who invited, took back and sent again, and what was answered by nobody who is signed in', async () => {
  const session = await open();
  const first = await invited(session);
  await actOnInvitation(server(), headers.assistant, 'resendSessionInvitation', await invitationOf(server(), session, WHO));
  await actOnInvitation(server(), headers.scac, 'declineSessionInvitation', await invitationSecret(server(), WHO));
  await invited(session);
  await actOnInvitation(server(), headers.adviser, 'revokeSessionInvitation', await invitationOf(server(), session, WHO));
  await acceptedAs(server(), await invited(session));
  expect(first).toHaveLength(32);
  const trail = await sql(`select p.email as by, a.action, a.part from audit_entry a left join person p on p.id = a.by_id where a.subject = 'SESSION_INVITATION' and a.object = ? order by a.at, a.uuid`, [session]);
  const [adviser, assistant] = [PEOPLE.adviser, PEOPLE.assistant];
  expect(trail.map(({ by, action, part }) => [by, action, part])).toEqual([
    [adviser, 'ADDED', null], [assistant, 'CHANGED', 'sent_at'], [null, 'CHANGED', 'declined_at'], [adviser, 'ADDED', null], [adviser, 'CHANGED', 'revoked_at'], [adviser, 'ADDED', null], [null, 'CHANGED', 'accepted_at'],
  ]);
});
