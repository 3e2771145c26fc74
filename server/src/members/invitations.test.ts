/** Inviting and accepting, by the API. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { accept, act, cookieOf, invite, mailsTo, ngoOf, outcomeOf, owner, secretTo } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const NEW = 'new.person@ngo.example';
const VIEWER = '{ viewer { name email memberships { role country { code } organisation { id } } } }';
let headers: Headers;
let ngo: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const viewer = async (cookies: Record<string, string>): Promise<unknown> => (await ask(server(), VIEWER, {}, cookies)).data!.viewer;
const idOf = async (email: string): Promise<string> => `Invitation_${(await sql<{ uuid: string }>('select uuid from invitation where email = ? order by created_at desc', [email]))[0]!.uuid}`;

/** Sends an invitation again, as somebody. */
const resend = (who: 'scac' | 'ssi', id: string): Promise<Answer> => act(server(), headers[who], 'resendInvitation', id, `, submission: "${randomUUID()}"`);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});

beforeEach(async () => {
  await sql('delete from invitation where not is_demonstration');
  await sql('delete from person where email = ?', [NEW]);
});

/** The embassy in Serbia invites somebody to coordinate an organisation there. */
const inviteNew = async (): Promise<string> => {
  expect(outcomeOf(await invite(server(), headers.scac, { email: NEW, role: 'NGO_COORDINATOR', organisation: ngo, locale: 'sr-Latn' }))).toBe('SENT');
  return secretTo(server(), NEW);
};

describe('an invitation', () => {
  test('is sent in its language, makes the account and the role, shows that the address works, and signs in', async () => {
    const secret = await inviteNew();
    const [mail] = await mailsTo(server(), NEW);
    expect(mail).toMatchObject({ locale: 'sr-Latn', template: 'invitation' });
    expect(mail!.text).toContain(`/sr-Latn/invitation#${secret}`);
    expect(mail!.text).not.toContain('undefined');
    const answer = await accept(server(), secret);
    expect(answer.data).toEqual({ acceptInvitation: { outcome: 'ACCEPTED', isSignedIn: true } });
    expect(await viewer(cookieOf(answer))).toEqual({
      name: 'Somebody', email: NEW, memberships: [{ role: 'NGO_COORDINATOR', country: null, organisation: { id: `Organisation_${ngo}` } }],
    });
    expect(await sql('select email_verified, locale from person where email = ?', [NEW])).toEqual([{ email_verified: true, locale: 'sr-Latn' }]);
  });

  test('is kept as a hash of a secret of 192 bits', async () => {
    const secret = await inviteNew();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(24);
    expect(JSON.stringify(await sql('select * from invitation'))).not.toContain(secret);
  });

  test('is answered the same for an address that somebody has as for one that nobody has', async () => {
    const to = (email: string) => invite(server(), headers.scac, { email, role: 'NGO_COORDINATOR', organisation: ngo });
    const [known, unknown] = [await to(PEOPLE.expert), await to(NEW)];
    expect(unknown.text).toBe(known.text);
    expect(await mailsTo(server(), PEOPLE.expert)).not.toEqual([]);
  });

  test('adds the role to the account of that address, which keeps its name', async () => {
    await invite(server(), headers.scac, { email: PEOPLE.expert, role: 'NGO_COORDINATOR', organisation: ngo });
    expect(outcomeOf(await accept(server(), await secretTo(server(), PEOPLE.expert)))).toBe('ACCEPTED');
    const { memberships, name } = (await viewer(headers.expert)) as { name: string; memberships: { role: string }[] };
    expect([name === 'Somebody', memberships.map(({ role }) => role)]).toEqual([false, ['EXPERT', 'NGO_COORDINATOR']]);
    await sql(`delete from member m using person p where p.id = m.person_id and p.email = ? and m.role = 'NGO_COORDINATOR'`, [PEOPLE.expert]);
  });

  test('opens no account that was there: its person signs in by themselves, with what asks for their key', async () => {
    await invite(server(), headers.scac, { email: PEOPLE.expert, role: 'NGO_COORDINATOR', organisation: ngo });
    const before = await sql('select id from sign_in_session where person_id = (select id from person where email = ?)', [PEOPLE.expert]);
    const answer = await accept(server(), await secretTo(server(), PEOPLE.expert));
    expect([answer.data, answer.headers.getSetCookie()]).toEqual([{ acceptInvitation: { outcome: 'ACCEPTED', isSignedIn: false } }, []]);
    expect(await sql('select id from sign_in_session where person_id = (select id from person where email = ?)', [PEOPLE.expert])).toEqual(before);
    await sql(`delete from member m using person p where p.id = m.person_id and p.email = ? and m.role = 'NGO_COORDINATOR'`, [PEOPLE.expert]);
  });

  test('is used by one of twenty who come at once, and gives one role', async () => {
    const secret = await inviteNew();
    const outcomes = (await Promise.all(Array.from({ length: 20 }, () => accept(server(), secret)))).map(outcomeOf);
    expect(outcomes.filter((outcome) => outcome === 'ACCEPTED')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'USED')).toHaveLength(19);
    expect(await sql('select from member m join person p on p.id = m.person_id where p.email = ?', [NEW])).toHaveLength(1);
  });

  test('accepted again says so to others, and is as accepted once for the same person', async () => {
    const secret = await inviteNew();
    const cookies = cookieOf(await accept(server(), secret));
    const again = await accept(server(), secret);
    expect([outcomeOf(again), again.headers.getSetCookie()]).toEqual(['USED', []]);
    expect(outcomeOf(await accept(server(), secret, cookies))).toBe('ACCEPTED');
    expect(await sql('select from member m join person p on p.id = m.person_id where p.email = ?', [NEW])).toHaveLength(1);
  });

  test('changes nothing for somebody who is signed in with another address, and is not used up by that', async () => {
    const secret = await inviteNew();
    const answer = await accept(server(), secret, headers.translator);
    expect([outcomeOf(answer), answer.headers.getSetCookie()]).toEqual(['OTHER_PERSON', []]);
    expect(await sql('select from person where email = ?', [NEW])).toEqual([]);
    expect(outcomeOf(await accept(server(), secret))).toBe('ACCEPTED');
  });

  test.each(['', 'x', 'a'.repeat(32), '\0', '" or true --'])('is not guessed: %j', async (secret) => {
    await inviteNew();
    const answer = await accept(server(), secret);
    expect(['UNKNOWN', 'BAD_USER_INPUT']).toContain(outcomeOf(answer));
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe('an invitation is void', () => {
  test.each<[string, string, () => Promise<unknown>]>([
    ['once it is withdrawn', 'WITHDRAWN', async () => act(server(), headers.scac, 'withdrawInvitation', await idOf(NEW))],
    ['after fourteen days', 'EXPIRED', () => sql(`update invitation set expires_at = expires_at - interval '14 days' where email = ?`, [NEW])],
    ['once another to the same place took its place', 'WITHDRAWN', () => invite(server(), headers.scac, { email: NEW, role: 'NGO_COORDINATOR', organisation: ngo })],
    ['once it was sent again, with another link', 'UNKNOWN', async () => resend('ssi', await idOf(NEW))],
    ['once who sent it acts for another country', 'WITHDRAWN', () => sql(`update member set country_code = 'BA' from person p where p.id = person_id and p.email = ?`, [PEOPLE.scac])],
    ['once who sent it is suspended', 'WITHDRAWN', () => sql('update person set suspended_at = now() where email = ?', [PEOPLE.scac])],
    ['once who sent it is gone', 'WITHDRAWN', () => sql('update invitation set invited_by_id = null where email = ?', [NEW])],
  ])('%s', async (_when, outcome, void_) => {
    const secret = await inviteNew();
    await void_();
    const answer = await accept(server(), secret);
    expect([outcomeOf(answer), answer.headers.getSetCookie()]).toEqual([outcome, []]);
    expect(await sql('select from person where email = ?', [NEW])).toEqual([]);
    await sql(`update member set country_code = 'RS' from person p where p.id = person_id and p.email = ?`, [PEOPLE.scac]);
    const lifted = await sql('update person set suspended_at = null where email = ? and suspended_at is not null returning id', [PEOPLE.scac]);
    if (lifted.length > 0) headers = { ...headers, scac: await signIn(server(), links, PEOPLE.scac) };
  });

  test('and not otherwise: sent again it is accepted by its new link', async () => {
    await inviteNew();
    expect(outcomeOf(await resend('ssi', await idOf(NEW)))).toBe('DONE');
    expect(outcomeOf(await accept(server(), await secretTo(server(), NEW)))).toBe('ACCEPTED');
  });

  test('for an account that is suspended: nobody is signed in', async () => {
    await invite(server(), headers.scac, { email: PEOPLE.suspended, role: 'NGO_COORDINATOR', organisation: ngo });
    const answer = await accept(server(), await secretTo(server(), PEOPLE.suspended));
    expect([outcomeOf(answer), answer.headers.getSetCookie()]).toEqual(['UNKNOWN', []]);
  });
});

test('what was sent to an address is void once its person has another: whoever still reads the mail of the old one comes in by nothing', async () => {
  await sql(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'Somebody', ?, now(), now())`, [NEW]);
  const secret = await inviteNew();
  await sql(`insert into access_request (uuid, country_code, organisation_slug, name, email, role, message, locale, secret_hash) values (gen_random_uuid(), 'RS', ?, 'N', ?, 'NGO_MEMBER', '', 'fr', 'hash')`, [ngo, NEW]);
  await sql(`update person set email = 'moved@ngo.example' where email = ?`, [NEW]);
  const answer = await accept(server(), secret);
  expect([outcomeOf(answer), answer.headers.getSetCookie()]).toEqual(['WITHDRAWN', []]);
  expect(await sql(`select from access_request where email in (?, 'moved@ngo.example')`, [NEW])).toEqual([]);
  // What they were invited to stays theirs, also in what they read of the data about them.
  expect(await sql(`select withdrawn_at is not null as withdrawn from invitation where email = 'moved@ngo.example'`)).toEqual([{ withdrawn: true }]);
  await sql(`delete from person where email = 'moved@ngo.example'`);
});

test('a role that lets one see what concerns others is given only by who has shown lately that it is them', async () => {
  await sql(`update sign_in_session set created_at = now() - interval '11 minutes' from person p where p.id = person_id and p.email = ?`, [PEOPLE.adviser]);
  const to = (role: string, place: object = {}) => invite(server(), headers.adviser, { email: NEW, role, ...place });
  for (const [role, place] of [['ASSISTANT', {}], ['TRANSLATOR', {}], ['SCAC', { country: 'RS' }], ['SSI', { country: 'RS' }]] as const) expect([role, outcomeOf(await to(role, place))]).toEqual([role, 'STEP_UP_REQUIRED']);
  expect(await sql('select from invitation where email = ?', [NEW])).toEqual([]);
  expect(outcomeOf(await to('EXPERT'))).toBe('SENT');
  await sql('update sign_in_session set created_at = now()');
  expect(outcomeOf(await to('ASSISTANT'))).toBe('SENT');
});

describe('changing an invitation', () => {
  test('too late is told, and withdrawing twice is as once', async () => {
    const secret = await inviteNew();
    const id = await idOf(NEW);
    expect(outcomeOf(await act(server(), headers.scac, 'withdrawInvitation', id))).toBe('DONE');
    expect(outcomeOf(await act(server(), headers.ssi, 'withdrawInvitation', id))).toBe('DONE');
    expect(outcomeOf(await resend('scac', id))).toBe('TOO_LATE');
    expect(outcomeOf(await accept(server(), secret))).toBe('WITHDRAWN');
    await accept(server(), await inviteNew());
    expect(outcomeOf(await act(server(), headers.scac, 'withdrawInvitation', await idOf(NEW)))).toBe('TOO_LATE');
  });

  test('withdrawn and accepted at once, one of the two holds', async () => {
    for (let time = 0; time < 5; time += 1) {
      const secret = await inviteNew();
      const id = await idOf(NEW);
      const [accepted, withdrawn] = await Promise.all([accept(server(), secret), act(server(), headers.scac, 'withdrawInvitation', id)]);
      expect([['ACCEPTED', 'TOO_LATE'], ['WITHDRAWN', 'DONE']]).toContainEqual([outcomeOf(accepted), outcomeOf(withdrawn)]);
      const isIn = (await sql('select from person where email = ?', [NEW])).length === 1;
      expect(isIn).toBe(outcomeOf(accepted) === 'ACCEPTED');
      await sql('delete from person where email = ?', [NEW]);
      await sql('delete from invitation where email = ?', [NEW]);
    }
  });
});

test('what is typed as a name is one line', async () => {
  for (const name of ['', '  ', 'A\nB', 'A\u2028B', 'x'.repeat(201)]) {
    const answer = await ask(server(), 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { outcome } }', { input: { email: NEW, name, role: 'NGO_COORDINATOR', organisation: `Organisation_${ngo}`, locale: 'fr', submission: randomUUID() } }, headers.scac);
    expect(answer.code).toBe('BAD_USER_INPUT');
  }
});

test('what cannot be seen is not in a name, and an address that is longer than any is none', async () => {
  const to = (input: object) => ask(server(), 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { outcome } }', { input: { email: NEW, name: 'Ana', role: 'NGO_COORDINATOR', organisation: `Organisation_${ngo}`, locale: 'fr', submission: randomUUID(), ...input } }, headers.scac);
  expect(outcomeOf(await to({ name: ' A\u202egnp.exe\u200b ' }))).toBe('SENT');
  expect(await sql('select name from invitation where email = ?', [NEW])).toEqual([{ name: 'Agnp.exe' }]);
  const long = await to({ email: `${'a'.repeat(300)}@ngo.example` });
  expect([long.status, long.code]).toEqual([400, 'BAD_USER_INPUT']);
  const asked = await ask(server(), 'mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { days } }', { input: { organisationName: 'N', country: 'RS', name: 'N', email: `${'a'.repeat(300)}@ngo.example`, role: 'NGO_MEMBER', message: '', locale: 'fr' } });
  expect([asked.status, asked.code]).toEqual([400, 'BAD_USER_INPUT']);
});

test('invitations are counted by who sends them, in all processes together', async () => {
  await sql('delete from rate_limit');
  const limits = { ...UNLIMITED, invitationPerPerson: { points: 2, seconds: 3600 } };
  const [one, two] = [await server().beside({ signInLimits: limits }), await server().beside({ signInLimits: limits })];
  const from = (at: typeof one, by: keyof Headers) => invite(at, headers[by], { email: NEW, role: 'NGO_COORDINATOR', organisation: ngo });
  expect([await from(one, 'scac'), await from(two, 'scac'), await from(one, 'scac'), await from(one, 'ssi')].map(outcomeOf)).toEqual(['SENT', 'SENT', 'RATE_LIMITED', 'SENT']);
  // Under a key that has sent it nothing is used up, and it is answered when all is; another key of hers is not: the control.
  await sql('delete from rate_limit');
  const keys = [randomUUID(), randomUUID()];
  const again = (submission: string) => invite(one, headers.scac, { email: NEW, role: 'NGO_COORDINATOR', organisation: ngo, submission });
  expect(await Promise.all(Array.from({ length: 4 }, () => again(keys[0]!))).then((answers) => answers.map(outcomeOf))).toEqual(['SENT', 'SENT', 'SENT', 'SENT']);
  expect([await again(keys[1]!), await again(keys[0]!), await again(keys[1]!), await again(randomUUID())].map(outcomeOf)).toEqual(['SENT', 'WITHDRAWN', 'SENT', 'RATE_LIMITED']);
  // Who may not invite there is counted all the same.
  expect([await from(one, 'expert'), await from(one, 'expert'), await from(one, 'expert')].map(outcomeOf)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'RATE_LIMITED']);
  const nobodys = () => act(one, headers.ssi, 'resendInvitation', `Invitation_${randomUUID()}`, `, submission: "${randomUUID()}"`);
  await sql('delete from rate_limit');
  expect([await nobodys(), await nobodys(), await nobodys()].map(outcomeOf)).toEqual(['GONE', 'GONE', 'RATE_LIMITED']);
});
