/** Somebody who was registered under two names or addresses is made one: what they keep, who is told, and what cannot be. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import { certificatesOf, heldSession, issue, record, stands } from '../attendance/world.fixture.ts';
import { save } from '../questions/world.fixture.ts';
import { registerWith } from './answers.fixture.ts';
import { doublesWorld } from './doubles.fixture.ts';
import { act, addSession, idOf, mailsTo, register, rowsOf, takenOf, toldOf } from './world.fixture.ts';

const { server, headers, ngo, sql, nextSession, nextDay, addresses, enter, whoIs, two, merge, separate, account } = doublesWorld();
const states = async (session: string): Promise<string[]> => (await rowsOf(server(), session)).map(({ email, state, ending }) => `${email} ${ending ?? state}`);

describe('two who are made one', () => {
  test('keep what was chosen, have all registrations, and stand in the trail with who, what, before and after', async () => {
    const [session, later] = [await nextSession(), await nextSession()];
    const { kept, gone, emails: [first, second] } = await two(session);
    await enter(later, second, { name: 'The other name' });
    expect(await merge(kept, gone, { takes: ['NAME', 'EMAIL'] })).toBe('DONE');
    expect(await sql('select name, email, merged_into_uuid from participant where uuid = ?', [kept])).toEqual([{ name: 'The other name', email: second, merged_into_uuid: null }]);
    expect(await states(later)).toEqual([`${second} CONFIRMED`]);
    expect(await sql('select distinct email from registration where participant_uuid = ?', [kept])).toEqual([{ email: second }]);
    expect(await sql(`select part, before, after, (select email from person where id = by_id) as by from audit_entry where subject = 'PARTICIPANT' and object = ? order by part`, [kept])).toEqual([
      { part: 'email', before: first, after: second, by: PEOPLE.adviser }, { part: 'merged', before: `The other name, ${second}`, after: `Somebody, ${first}`, by: PEOPLE.adviser },
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

  describe('whoever registered the one that ends', () => {
    /** Somebody registered by the organisation and by another one, made one: the mails to who registered them for the other one, which ends. */
    async function merged(second: string, before = 'select ?'): Promise<{ session: string; mails: Awaited<ReturnType<typeof mailsTo>> }> {
      const [[first], session] = [addresses('ours', 'theirs'), await nextSession()];
      await enter(session, first, { name: 'Our name' });
      const [other] = await sql<{ slug: string }>(`select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?`, [PEOPLE.international]);
      await register(server(), headers().international, { session, organisation: other!.slug, country: 'RS', people: [{ email: second, name: 'Their name' }] });
      const [theirs] = await sql<{ id: string }>('select participant_uuid as id from registration where session_uuid = ? and organisation_slug = ?', [session, other!.slug]);
      await sql(before, [session]);
      await sql('delete from mail');
      expect(await merge(await whoIs(first), theirs!.id)).toBe('DONE');
      return { session, mails: await mailsTo(server(), PEOPLE.international) };
    }

    test('is told in their language that the other one counts, and of whom, and nobody else is', async () => {
      await sql(`update person set locale = 'hu' where email = ?`, [PEOPLE.international]);
      const { session, mails } = await merged(addresses('ours', 'theirs')[1]);
      expect(mails).toMatchObject([{ template: 'registration', locale: 'hu', subject: 'Kettős jelentkezés: a másik érvényes – A session for tests (en)', text: expect.stringContaining('Our name') }]);
      expect(await sql(`select recipient from mail where template = 'registration' and text like ?`, [`%${session}%`])).toEqual([{ recipient: PEOPLE.international }]);
    });

    test('is told once where it is themselves', async () => {
      expect((await merged(PEOPLE.international)).mails.map(({ template }) => template)).toEqual(['registrationPass']);
    });

    test('is told nothing where they merge them themselves, are suspended, or have no account any more', async () => {
      const made = (by: string): string => `update registration set registered_by_id = ${by} where session_uuid = ? and organisation_slug <> '${ngo()}'`;
      for (const by of [`(select id from person where email = '${PEOPLE.adviser}')`, 'null']) {
        const { mails } = await merged(addresses('ours', 'theirs')[1], made(by));
        expect([mails, await sql(`select from mail where template = 'registration'`)]).toEqual([[], []]);
      }
      await sql('update person set suspended_at = now() where email = ?', [PEOPLE.ssi]);
      expect((await merged(addresses('ours', 'theirs')[1], made(`(select id from person where email = '${PEOPLE.ssi}')`))).mails).toEqual([]);
      expect(await sql(`select from mail where template = 'registration'`)).toEqual([]);
      await sql('update person set suspended_at = null where email = ?', [PEOPLE.ssi]);
    });
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
    const emails = addresses('there', 'gone');
    const { session, registrations: [one, other] } = await heldSession(server(), { people: emails.map((email) => ({ email })), began: '8 hours', organisation: ngo(), coordinator: headers().ngoCoordinator });
    await record(server(), headers().adviser, { registration: other!, state: 'PRESENT' });
    await issue(server(), headers().adviser, session, [other!]);
    expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
    expect(await sql('select uuid, ending from registration where session_uuid = ? order by ending nulls first', [session])).toEqual([{ uuid: other, ending: null }, { uuid: one, ending: 'MERGED' }]);
    expect(await stands(server(), other!)).toMatchObject([{ state: 'PRESENT' }]);
    expect(await certificatesOf(server(), other!)).toHaveLength(1);
    expect(await sql('select email from certificate where registration_uuid = ?', [other])).toEqual([{ email: emails[0] }]);
    const record1 = await ask(server(), '{ trainingRecord(first: 100) { nodes { id name } } }', {}, headers().adviser);
    expect(record1.text.split(other!)).toHaveLength(2);
  });

  test('keep presence where the one with a place was not there and the other was', async () => {
    const emails = addresses('place', 'gone');
    const { session, registrations: [one, other] } = await heldSession(server(), { people: emails.map((email) => ({ email })), began: '8 hours', organisation: ngo(), coordinator: headers().ngoCoordinator });
    await record(server(), headers().adviser, { registration: one!, state: 'ABSENT' }, { registration: other!, state: 'PRESENT' });
    await sql(`update training_session set stage = 'ARCHIVED' where uuid = ?`, [session]);
    expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
    expect(await sql(`select r.uuid, p.state from presence p join registration r on r.uuid = p.registration_uuid where r.session_uuid = ?`, [session])).toEqual([{ uuid: other, state: 'PRESENT' }]);
  });

  test('keep an answer that only the other one gave', async () => {
    const session = await nextSession();
    const { session: form } = await save(server(), headers().adviser, session);
    const question = form!.questions[0]!.id;
    const emails = addresses('silent', 'said');
    expect((await registerWith(server(), headers().ngoCoordinator, { session, organisation: ngo(), people: { [emails[0]]: [], [emails[1]]: [{ question, text: 'Да' }] } })).code).toBeUndefined();
    expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
    expect(await sql('select a.text, a.email, r.ending from registration_answer a join registration r on r.uuid = a.registration_uuid where r.session_uuid = ?', [session])).toEqual([{ text: 'Да', email: emails[0], ending: null }]);
  });

  test('are registered as one from then on, by whichever address, and are told so', async () => {
    const [session, later] = [await nextSession(), await nextSession()];
    const { kept, gone, emails: [first, second] } = await two(session);
    await merge(kept, gone);
    expect(toldOf(await enter(later, second))).toMatchObject({ people: [{ email: second, outcome: 'CONFIRMED' }] });
    expect(toldOf(await enter(later, first))).toMatchObject({ people: [{ email: first, outcome: 'ALREADY_REGISTERED' }] });
    expect(await states(later)).toEqual([`${first} CONFIRMED`]);
    expect(await sql('select email from registration where session_uuid = ?', [later])).toEqual([{ email: first }]);
  });

  test('keep two places at the same time, which are no longer compared', async () => {
    const at = nextDay();
    const [one, other] = [await addSession(server(), { places: 1, inDays: at }), await addSession(server(), { places: 1, inDays: at })];
    const emails = addresses('here', 'elsewhere');
    await enter(one, emails[0]);
    await enter(other, emails[1]);
    expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
    expect([await states(one), await states(other)]).toEqual([[`${emails[0]} CONFIRMED`], [`${emails[0]} CONFIRMED`]]);
  });

  test('who registered the other one goes on to see whom, and withdraws them', async () => {
    const session = await nextSession();
    const [slug] = await sql<{ slug: string }>(`select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?`, [PEOPLE.international]);
    const emails = addresses('ours', 'theirs');
    await enter(await nextSession(), emails[0], { name: 'Our name' });
    await register(server(), headers().international, { session, organisation: slug!.slug, country: 'RS', people: [{ email: emails[1], name: 'Their name' }] });
    const [theirs] = await sql<{ id: string }>('select uuid as id from participant where email = ?', [emails[1]]);
    expect(await merge(await whoIs(emails[0]), theirs!.id)).toBe('DONE');
    const registration = await idOf(server(), session, emails[0]);
    const read = await ask(server(), 'query ($id: ID!) { node(id: $id) { ... on Registration { participant { name } } } }', { id: `Registration_${registration}` }, headers().international);
    expect(read.data!.node).toEqual({ participant: { name: 'Our name' } });
    expect((await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `Participant_${theirs!.id}` }, headers().international)).data).toEqual({ node: null });
    expect(await act(server(), headers().international, 'withdrawRegistration', registration)).toBe('DONE WITHDRAWN');
    // Registered by the others, which they do not see, they are there already.
    await enter(session, emails[0]);
    expect(toldOf(await register(server(), headers().international, { session, organisation: slug!.slug, country: 'RS', people: [{ email: emails[1] }] }))).toMatchObject({ people: [{ outcome: 'ALREADY_REGISTERED' }] });
  });
});

describe('merging', () => {
  test('sent again with its key is as sent once; somebody else is told that it was done; and nobody merges what is gone', async () => {
    const { kept, gone } = await two(await nextSession());
    const key = randomUUID();
    expect([await merge(kept, gone, { key }), await merge(kept, gone, { key }), await merge(gone, kept)]).toEqual(['DONE', 'DONE', 'ALREADY']);
    const third = await two(await nextSession());
    expect(await merge(third.kept, gone)).toBe('GONE');
    expect(await merge(third.kept, third.kept)).toBe('BAD_USER_INPUT');
    expect(await separate(kept, gone)).toBe('ALREADY');
  });

  test('A into B and B into A at once ends in one of them', async () => {
    const session = await nextSession();
    const { kept, gone } = await two(session);
    const outcomes = await Promise.all([merge(kept, gone), merge(gone, kept, { role: 'scac' })]);
    expect(outcomes.toSorted()).toEqual(['ALREADY', 'DONE']);
    expect(await sql('select count(*)::int as n from participant where uuid in (?, ?) and merged_into_uuid is null', [kept, gone])).toEqual([{ n: 1 }]);
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
  });

  test('gives nobody the address of a third one of the organisation', async () => {
    const { kept, gone, emails } = await two(await nextSession());
    await sql('update participant set organisation_slug = null, sector = ? where uuid = ?', ['AUTHORITY', gone]);
    await enter(await nextSession(), emails[1]);
    expect(await merge(kept, gone, { takes: ['EMAIL'] })).toBe('TAKEN');
    expect(await sql('select email, merged_into_uuid from participant where uuid in (?, ?) order by email desc', [kept, gone])).toMatchObject([{ email: emails[0], merged_into_uuid: null }, { email: emails[1], merged_into_uuid: null }]);
    expect(await merge(kept, gone, { takes: ['WORK'] })).toBe('DONE');
    expect(await sql('select organisation_slug, sector from participant where uuid = ?', [kept])).toEqual([{ organisation_slug: null, sector: 'AUTHORITY' }]);
    // The way in which they were registered by the organisation leads to them still.
    expect(await whoIs(emails[0])).toBe(kept);
  });

  test('of one registered by the same submission keeps that submission as it was sent', async () => {
    const session = await nextSession();
    const [submission, emails] = [randomUUID(), addresses('once', 'twice')];
    const send = () => register(server(), headers().ngoCoordinator, { session, organisation: ngo(), submission, people: emails.map((email) => ({ email })) });
    await send();
    expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
    expect(toldOf(await send())).toMatchObject({ people: [{ outcome: 'CONFIRMED' }, { outcome: 'CONFIRMED' }] });
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
  });
});

test('who is erased by either address is gone with all of it, and the trail has nothing of them', async () => {
  for (const [index, takes] of [[0, []], [1, []], [0, ['EMAIL']], [1, ['EMAIL']]] as const) {
    const session = await nextSession();
    const { kept, gone, emails } = await two(session);
    await merge(kept, gone, { takes: [...takes] });
    await sql('delete from person where id = ?', [await account(emails[index])]);
    expect(await sql('select uuid from participant where uuid in (?, ?) or email in (?, ?)', [kept, gone, ...emails])).toEqual([]);
    expect(await sql('select uuid from registration where session_uuid = ?', [session])).toEqual([]);
    expect(await sql(`select uuid from audit_entry where before like any (array[?, ?]) or after like any (array[?, ?])`, [`%${emails[0]}%`, `%${emails[1]}%`, `%${emails[0]}%`, `%${emails[1]}%`])).toEqual([]);
  }
});
