/** Somebody who was registered under two names or addresses: proposed, made one, or said to be two. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { certificatesOf, heldSession, issue, record, stands } from '../attendance/world.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { save } from '../questions/world.fixture.ts';
import { registerWith } from './answers.fixture.ts';
import { act, addSession, idOf, mailsTo, owner, register, rowsOf, takenOf, toldOf } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let days = 30;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const nextSession = (places: number, more = {}): Promise<string> => addSession(server(), { places, inDays: (days += 1), ...more });
const enter = (session: string, email: string, name = 'Somebody', role: keyof Headers = 'ngoCoordinator') => register(server(), headers[role], { session, organisation: ngo, people: [{ email, name }] });
/** The participant that an address of the organisation leads to. */
const whoIs = async (email: string): Promise<string> => (await sql<{ id: string }>('select coalesce(merged_into_uuid, uuid) as id from participant where email = ? and organisation_slug = ?', [email, ngo]))[0]!.id;
const merge = async (kept: string, gone: string, { takes = [] as string[], key = randomUUID() as string, role = 'adviser' as keyof Headers } = {}): Promise<string> => {
  const answer = await ask(server(), 'mutation ($input: MergeParticipantsInput!) { mergeParticipants(input: $input) { outcome } }', { input: { key, kept: `Participant_${kept}`, gone: `Participant_${gone}`, takes } }, headers[role]);
  return answer.code ?? (answer.data!.mergeParticipants as { outcome: string }).outcome;
};
const separate = async (first: string, second: string, role: keyof Headers = 'adviser'): Promise<string> => {
  const answer = await ask(server(), 'mutation ($first: ID!, $second: ID!) { separateParticipants(first: $first, second: $second) { outcome } }', { first: `Participant_${first}`, second: `Participant_${second}` }, headers[role]);
  return answer.code ?? (answer.data!.separateParticipants as { outcome: string }).outcome;
};
interface Double { readonly isSameAddress: boolean; readonly first: { readonly name: string } | null; readonly second: { readonly name: string } | null }
const proposed = async (role: keyof Headers = 'adviser'): Promise<Double[]> =>
  ((await ask(server(), '{ likelyDoubles(first: 100) { nodes { isSameAddress first { name } second { name } } } }', {}, headers[role])).data!.likelyDoubles as { nodes: Double[] }).nodes;
const isProposed = async (name: string, role: keyof Headers = 'adviser'): Promise<boolean> => (await proposed(role)).some(({ first, second }) => first?.name === name || second?.name === name);
const states = async (session: string): Promise<string[]> => (await rowsOf(server(), session)).map(({ email, state, ending }) => `${email} ${ending ?? state}`);

interface Two { readonly kept: string; readonly gone: string; readonly emails: readonly [string, string] }
/** Two participants of the organisation, by new addresses, registered for a session. */
async function two(session: string): Promise<Two> {
  const emails = [`kept${(n += 1)}@ngo.example`, `gone${n}@ngo.example`] as const;
  for (const email of emails) await enter(session, email);
  return { kept: await whoIs(emails[0]), gone: await whoIs(emails[1]), emails };
}

beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
  ngo = await ngoOf(server(), 'RS');
});

beforeEach(() => sql('delete from mail'));

describe('likely doubles', () => {
  test('are those of one country whose names are alike, in whatever alphabet and order; and those of one address', async () => {
    const session = await nextSession(9);
    await enter(session, 'marija1@ngo.example', 'Marija Đorđević Kovač');
    await enter(session, 'marija2@ngo.example', 'Ковач, Марија Ђорђевић');
    await enter(session, 'marija3@ngo.example', 'Nikola Stanković');
    expect(await isProposed('Ковач, Марија Ђорђевић')).toBe(true);
    expect(await isProposed('Nikola Stanković')).toBe(false);
    expect((await proposed()).find(({ first }) => first?.name.startsWith('Ковач'))).toMatchObject({ isSameAddress: false, first: { name: 'Ковач, Марија Ђорђевић' }, second: { name: 'Marija Đorđević Kovač' } });
    await register(server(), headers.international, { session, organisation: (await sql<{ slug: string }>(`select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?`, [PEOPLE.international]))[0]!.slug, country: 'RS', people: [{ email: 'marija3@ngo.example', name: 'N. S.' }] });
    expect((await proposed()).find(({ first }) => first?.name === 'N. S.')).toMatchObject({ isSameAddress: true, second: { name: 'Nikola Stanković' } });
  });

  test('are shown to the adviser, to their team and to the embassy of the country, and to nobody else', async () => {
    for (const role of ['adviser', 'assistant', 'scac', 'ssi'] as const) expect([role, await isProposed('Marija Đorđević Kovač', role)]).toEqual([role, true]);
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'expert', 'translator', 'visitor'] as const) expect([role, await isProposed('Marija Đorđević Kovač', role)]).toEqual([role, false]);
  });

  test('are reached by their id by the same people, and by nobody else', async () => {
    const [row] = ((await ask(server(), '{ likelyDoubles(first: 1) { nodes { id } } }', {}, headers.adviser)).data!.likelyDoubles as { nodes: { id: string }[] }).nodes;
    const node = async (role: keyof Headers): Promise<unknown> => (await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: row!.id }, headers[role])).data!.node;
    for (const role of ['adviser', 'scac'] as const) expect(await node(role)).toEqual(row);
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'expert', 'visitor'] as const) expect(await node(role)).toBeNull();
  });

  test('who are said to be two are not proposed again, whoever is made one with them', async () => {
    const [one, other] = [await whoIs('marija1@ngo.example'), await whoIs('marija2@ngo.example')];
    expect(await separate(one, other, 'ngoCoordinator')).toBe('NOT_ALLOWED');
    expect(await separate(one, other, 'scacElsewhere')).toBe('GONE');
    expect(await separate(other, one, 'scac')).toBe('DONE');
    expect(await separate(one, other, 'adviser')).toBe('DONE');
    expect(await isProposed('Marija Đorđević Kovač')).toBe(false);
    await enter(await nextSession(9), 'marija4@ngo.example', 'Marija Đorđević Kovač');
    expect(await merge(await whoIs('marija4@ngo.example'), one)).toBe('DONE');
    expect(await isProposed('Marija Đorđević Kovač')).toBe(false);
    expect(await sql(`select action, (select email from person where id = by_id) as by from audit_entry where subject = 'PARTICIPANT' and part is null`)).toEqual([{ action: 'ADDED', by: PEOPLE.scac }]);
  });
});

describe('two who are made one', () => {
  test('keep what was chosen, have all registrations, and stand in the trail with who, what, before and after', async () => {
    const [session, later] = [await nextSession(9), await nextSession(9)];
    const { kept, gone, emails: [first, second] } = await two(session);
    await enter(later, second, 'The other name');
    expect(await merge(kept, gone, { takes: ['NAME', 'EMAIL'] })).toBe('DONE');
    expect(await sql('select name, email, merged_into_uuid from participant where uuid = ?', [kept])).toEqual([{ name: 'The other name', email: second, merged_into_uuid: null }]);
    expect(await states(later)).toEqual([`${second} CONFIRMED`]);
    expect(await sql('select distinct email from registration where participant_uuid = ?', [kept])).toEqual([{ email: second }]);
    expect(await sql(`select part, before, after, (select email from person where id = by_id) as by from audit_entry where subject = 'PARTICIPANT' and object = ? order by part`, [kept])).toEqual([
      { part: 'email', before: first, after: second, by: PEOPLE.adviser }, { part: 'merged', before: `The other name, ${second}`, after: `The other name, ${second}`, by: PEOPLE.adviser },
      { part: 'name', before: 'Somebody', after: 'The other name', by: PEOPLE.adviser },
    ]);
  });

  test('have one place of two, which the next one who waits is offered; they are sent the pass that counts', async () => {
    const session = await nextSession(2);
    const { kept, gone, emails: [first] } = await two(session);
    await enter(session, 'next@ngo.example');
    await sql('delete from mail');
    expect(await merge(kept, gone, { role: 'scac' })).toBe('DONE');
    expect(await states(session)).toEqual([`${first} CONFIRMED`, `${first} MERGED`, 'next@ngo.example OFFERED']);
    expect(await takenOf(server(), session)).toEqual({ counter: 2, rows: 2 });
    expect((await mailsTo(server(), first)).map(({ template }) => template)).toEqual(['registrationPass']);
    expect((await mailsTo(server(), 'next@ngo.example')).map(({ template }) => template)).toEqual(['registrationOffer']);
  });

  test('keep the registration that has come furthest, whoever is kept', async () => {
    const session = await nextSession(1);
    const { kept, gone, emails: [first] } = await two(session);
    expect(await states(session)).toMatchObject([/CONFIRMED/, /WAITING/].map((state) => expect.stringMatching(state)));
    const place = await idOf(server(), session, first);
    expect(await merge(gone, kept)).toBe('DONE');
    const [row] = await sql<{ id: string; who: string }>(`select uuid as id, participant_uuid as who from registration where session_uuid = ? and state <> 'WITHDRAWN'`, [session]);
    expect(row).toEqual({ id: place, who: gone });
    expect(await sql('select places_taken, places_waiting from training_session where uuid = ?', [session])).toEqual([{ places_taken: 1, places_waiting: 0 }]);
  });

  test('keep presence of either, certificates and answers; each is there once', async () => {
    const emails = [`there${(n += 1)}@ngo.example`, `gone${n}@ngo.example`] as const;
    const { session, registrations: [one, other] } = await heldSession(server(), { people: emails.map((email) => ({ email })), began: '8 hours', organisation: ngo, coordinator: headers.ngoCoordinator });
    await record(server(), headers.adviser, { registration: other!, state: 'PRESENT' });
    await issue(server(), headers.adviser, session, [other!]);
    expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
    expect(await sql('select uuid, ending from registration where session_uuid = ? order by ending nulls first', [session])).toEqual([{ uuid: other, ending: null }, { uuid: one, ending: 'MERGED' }]);
    expect(await stands(server(), other!)).toMatchObject([{ state: 'PRESENT' }]);
    expect(await certificatesOf(server(), other!)).toHaveLength(1);
    expect(await sql('select email from certificate where registration_uuid = ?', [other])).toEqual([{ email: emails[0] }]);
    const record1 = await ask(server(), '{ trainingRecord(first: 100) { nodes { id name } } }', {}, headers.adviser);
    expect(record1.text.split(other!)).toHaveLength(2);
  });

  test('keep presence where the one with a place was not there and the other was', async () => {
    const emails = [`place${(n += 1)}@ngo.example`, `gone${n}@ngo.example`] as const;
    const { session, registrations: [one, other] } = await heldSession(server(), { people: emails.map((email) => ({ email })), began: '8 hours', organisation: ngo, coordinator: headers.ngoCoordinator });
    await record(server(), headers.adviser, { registration: one!, state: 'ABSENT' }, { registration: other!, state: 'PRESENT' });
    await sql(`update training_session set stage = 'ARCHIVED' where uuid = ?`, [session]);
    expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
    expect(await sql(`select r.uuid, p.state from presence p join registration r on r.uuid = p.registration_uuid where r.session_uuid = ?`, [session])).toEqual([{ uuid: other, state: 'PRESENT' }]);
  });

  test('keep an answer that only the other one gave', async () => {
    const session = await nextSession(9);
    const { session: form } = await save(server(), headers.adviser, session);
    const question = form!.questions[0]!.id;
    const emails = [`silent${(n += 1)}@ngo.example`, `said${n}@ngo.example`] as const;
    expect((await registerWith(server(), headers.ngoCoordinator, { session, organisation: ngo, people: { [emails[0]]: [], [emails[1]]: [{ question, text: 'Да' }] } })).code).toBeUndefined();
    expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
    expect(await sql('select a.text, a.email, r.ending from registration_answer a join registration r on r.uuid = a.registration_uuid where r.session_uuid = ?', [session])).toEqual([{ text: 'Да', email: emails[0], ending: null }]);
  });

  test('are registered as one from then on, by whichever address, and are told so', async () => {
    const [session, later] = [await nextSession(9), await nextSession(9)];
    const { kept, gone, emails: [first, second] } = await two(session);
    await merge(kept, gone);
    expect(toldOf(await enter(later, second))).toMatchObject({ people: [{ email: second, outcome: 'CONFIRMED' }] });
    expect(toldOf(await enter(later, first))).toMatchObject({ people: [{ email: first, outcome: 'ALREADY_REGISTERED' }] });
    expect(await states(later)).toEqual([`${first} CONFIRMED`]);
    expect(await sql('select email from registration where session_uuid = ?', [later])).toEqual([{ email: first }]);
  });

  test('keep two places at the same time, which are no longer compared', async () => {
    const at = (days += 1);
    const [one, other] = [await addSession(server(), { places: 1, inDays: at }), await addSession(server(), { places: 1, inDays: at })];
    const emails = [`here${(n += 1)}@ngo.example`, `elsewhere${n}@ngo.example`] as const;
    await enter(one, emails[0]);
    await enter(other, emails[1]);
    expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
    expect([await states(one), await states(other)]).toEqual([[`${emails[0]} CONFIRMED`], [`${emails[0]} CONFIRMED`]]);
  });

  test('who registered the other one goes on to see whom, and withdraws them', async () => {
    const session = await nextSession(9);
    const [slug] = await sql<{ slug: string }>(`select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?`, [PEOPLE.international]);
    const emails = [`ours${(n += 1)}@ngo.example`, `theirs${n}@ngo.example`] as const;
    await enter(await nextSession(9), emails[0], 'Our name');
    await register(server(), headers.international, { session, organisation: slug!.slug, country: 'RS', people: [{ email: emails[1], name: 'Their name' }] });
    const [theirs] = await sql<{ id: string }>('select uuid as id from participant where email = ?', [emails[1]]);
    expect(await merge(await whoIs(emails[0]), theirs!.id)).toBe('DONE');
    const registration = await idOf(server(), session, emails[0]);
    const read = await ask(server(), 'query ($id: ID!) { node(id: $id) { ... on Registration { participant { name } } } }', { id: `Registration_${registration}` }, headers.international);
    expect(read.data!.node).toEqual({ participant: { name: 'Our name' } });
    expect((await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `Participant_${theirs!.id}` }, headers.international)).data).toEqual({ node: null });
    expect(await act(server(), headers.international, 'withdrawRegistration', registration)).toBe('DONE WITHDRAWN');
    // Registered by the others, which they do not see, they are there already.
    await enter(session, emails[0]);
    expect(toldOf(await register(server(), headers.international, { session, organisation: slug!.slug, country: 'RS', people: [{ email: emails[1] }] }))).toMatchObject({ people: [{ outcome: 'ALREADY_REGISTERED' }] });
  });
});

describe('merging', () => {
  test('sent again with its key is as sent once; somebody else is told that it was done; and nobody merges what is gone', async () => {
    const { kept, gone } = await two(await nextSession(9));
    const key = randomUUID();
    expect([await merge(kept, gone, { key }), await merge(kept, gone, { key }), await merge(gone, kept)]).toEqual(['DONE', 'DONE', 'ALREADY']);
    const third = await two(await nextSession(9));
    expect(await merge(third.kept, gone)).toBe('GONE');
    expect(await merge(third.kept, third.kept)).toBe('BAD_USER_INPUT');
    expect(await separate(kept, gone)).toBe('ALREADY');
  });

  test('A into B and B into A at once ends in one of them', async () => {
    const session = await nextSession(9);
    const { kept, gone } = await two(session);
    const outcomes = await Promise.all([merge(kept, gone), merge(gone, kept, { role: 'scac' })]);
    expect(outcomes.toSorted()).toEqual(['ALREADY', 'DONE']);
    expect(await sql('select count(*)::int as n from participant where uuid in (?, ?) and merged_into_uuid is null', [kept, gone])).toEqual([{ n: 1 }]);
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
  });

  test('gives nobody the address of a third one of the organisation', async () => {
    const { kept, gone, emails } = await two(await nextSession(9));
    await sql('update participant set organisation_slug = null, sector = ? where uuid = ?', ['AUTHORITY', gone]);
    await enter(await nextSession(9), emails[1]);
    expect(await merge(kept, gone, { takes: ['EMAIL'] })).toBe('TAKEN');
    expect(await sql('select email, merged_into_uuid from participant where uuid in (?, ?) order by email desc', [kept, gone])).toMatchObject([{ email: emails[0], merged_into_uuid: null }, { email: emails[1], merged_into_uuid: null }]);
    expect(await merge(kept, gone, { takes: ['WORK'] })).toBe('DONE');
    expect(await sql('select organisation_slug, sector from participant where uuid = ?', [kept])).toEqual([{ organisation_slug: null, sector: 'AUTHORITY' }]);
    // The way in which they were registered by the organisation leads to them still.
    expect(await whoIs(emails[0])).toBe(kept);
  });

  test('of one registered by the same submission keeps that submission as it was sent', async () => {
    const session = await nextSession(9);
    const [submission, emails] = [randomUUID(), [`once${(n += 1)}@ngo.example`, `twice${n}@ngo.example`] as const];
    const send = () => register(server(), headers.ngoCoordinator, { session, organisation: ngo, submission, people: emails.map((email) => ({ email })) });
    await send();
    expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
    expect(toldOf(await send())).toMatchObject({ people: [{ outcome: 'CONFIRMED' }, { outcome: 'CONFIRMED' }] });
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
  });
});

test('who is erased by either address is gone with all of it, and the trail has nothing of them', async () => {
  for (const [index, takes] of [[0, []], [1, []], [0, ['EMAIL']], [1, ['EMAIL']]] as const) {
    const session = await nextSession(9);
    const { kept, gone, emails } = await two(session);
    await merge(kept, gone, { takes: [...takes] });
    const [id] = await sql<{ id: string }>(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'E', ?, now(), now()) returning id`, [emails[index]]);
    await sql('delete from person where id = ?', [id!.id]);
    expect(await sql('select uuid from participant where uuid in (?, ?) or email in (?, ?)', [kept, gone, ...emails])).toEqual([]);
    expect(await sql('select uuid from registration where session_uuid = ?', [session])).toEqual([]);
    expect(await sql(`select uuid from audit_entry where before like any (array[?, ?]) or after like any (array[?, ?])`, [`%${emails[0]}%`, `%${emails[1]}%`, `%${emails[0]}%`, `%${emails[1]}%`])).toEqual([]);
  }
});
