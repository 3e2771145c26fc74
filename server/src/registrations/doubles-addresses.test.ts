/** Whom an address leads to that was given up when two participants were made one. */
import { describe, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { signIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { heldSession, issue, record } from '../attendance/world.fixture.ts';
import { doublesWorld } from './doubles.fixture.ts';
import { mailsTo } from './world.fixture.ts';

const { server, links, headers, ngo, sql, nextSession, addresses, enter, whoIs, two, merge, templates, account } = doublesWorld();
const addressOf = async (participant: string): Promise<string> => (await sql<{ email: string }>('select email from participant where uuid = ?', [participant]))[0]!.email;

test('who is registered by an address that was given up is written to at the one that was kept, in its language', async () => {
  const { kept, gone, emails: [first, second] } = await two();
  expect(await merge(kept, gone)).toBe('DONE');
  await sql('delete from mail');
  await enter(await nextSession(), second, { locale: 'uk' });
  expect(await mailsTo(server(), second)).toEqual([]);
  expect((await mailsTo(server(), first)).map(({ template, locale }) => [template, locale])).toEqual([['registrationPass', 'fr']]);
});

test('the address of an account is kept, whatever was chosen; two accounts are not made one', async () => {
  for (const [has, takes] of [[1, []], [0, ['EMAIL']]] as const) {
    const pair = await two();
    await account(pair.emails[has]);
    expect(await merge(pair.kept, pair.gone, { takes })).toBe('DONE');
    expect(await sql('select distinct email from registration where participant_uuid = ?', [pair.kept])).toEqual([{ email: pair.emails[has] }]);
    expect(await sql('select email from participant where uuid = ?', [pair.kept])).toEqual([{ email: pair.emails[has] }]);
  }
  const { kept, gone, emails: [first, second] } = await two();
  await account(first);
  await account(second);
  expect(await merge(kept, gone)).toBe('TWO_ACCOUNTS');
  expect(await sql('select from participant where uuid in (?, ?) and merged_into_uuid is null', [kept, gone])).toHaveLength(2);
});

test('links sent to an address that is given up lead nowhere, and a new one is sent', async () => {
  const { kept, gone, emails: [first, second] } = await two();
  const [before] = await sql<{ hashes: string[] }>('select leave_hashes as hashes from registration where participant_uuid = ?', [gone]);
  await sql('delete from mail');
  expect(await merge(kept, gone)).toBe('DONE');
  const hashes = (await sql<{ hashes: string[] }>('select leave_hashes as hashes from registration where participant_uuid = ?', [kept])).map((row) => row.hashes);
  expect(before!.hashes).toHaveLength(1);
  expect(hashes.map(({ length }) => length)).toEqual([1, 1]);
  expect(hashes.flat()).not.toContain(before!.hashes[0]);
  expect([await templates(first), await templates(second)]).toEqual([['registrationPass'], []]);
});

test('so does the link to a place that is offered, and a new one is sent, for as long', async () => {
  const session = await nextSession(1);
  const { kept, gone, emails: [first, second] } = await two();
  for (const email of ['somebody@ngo.example', first]) await enter(session, email);
  const [one] = await sql<{ id: string }>(`select uuid as id from registration where session_uuid = ? and state = 'CONFIRMED'`, [session]);
  expect((await ask(server(), 'mutation ($id: ID!) { withdrawRegistration(id: $id) { outcome } }', { id: `Registration_${one!.id}` }, headers().ngoCoordinator)).data).toEqual({ withdrawRegistration: { outcome: 'DONE' } });
  const offer = async () => (await sql<{ hash: string; until: Date }>(`select offer_secret_hash as hash, offered_until as until from registration where session_uuid = ? and state = 'OFFERED' and email = ?`, [session, await addressOf(kept)]))[0]!;
  const before = await offer();
  await sql('delete from mail');
  expect(await merge(kept, gone, { takes: ['EMAIL'] })).toBe('DONE');
  const after = await offer();
  expect([await addressOf(kept), after.until, after.hash === before.hash]).toEqual([second, before.until, false]);
  expect([(await templates(first)).includes('registrationOffer'), (await templates(second)).filter((template) => template === 'registrationOffer')]).toEqual([false, ['registrationOffer']]);
});

test('whose offer ends with the merge, since they have a place there, is not offered it anew', async () => {
  const session = await nextSession(2);
  const [first, second] = addresses('kept', 'offered');
  for (const email of [first, 'another@ngo.example', second]) await enter(session, email);
  const [one] = await sql<{ id: string }>(`select uuid as id from registration where session_uuid = ? and email = 'another@ngo.example'`, [session]);
  await ask(server(), 'mutation ($id: ID!) { withdrawRegistration(id: $id) { outcome } }', { id: `Registration_${one!.id}` }, headers().ngoCoordinator);
  await sql('delete from mail');
  expect(await merge(await whoIs(first), await whoIs(second))).toBe('DONE');
  expect(await sql(`select email, state, ending, offer_secret_hash from registration where session_uuid = ? and email = ? order by state`, [session, first])).toMatchObject([{ state: 'CONFIRMED' }, { state: 'WITHDRAWN', ending: 'MERGED', offer_secret_hash: null }]);
  expect([await templates(first), await templates(second)].flat()).not.toContain('registrationOffer');
});

test('who is erased by an address that was given up waits for who registers', async () => {
  const { kept, gone, emails: [, second] } = await two();
  expect(await merge(kept, gone)).toBe('DONE');
  const person = await account(second);
  const registering = server().database.orm.em.fork();
  await registering.begin();
  await registering.execute('select hold_session(session_uuid) from registration where participant_uuid = ?', [kept]);
  const erased = sql(`select erase_person(?, 'mark')`, [person]);
  await untilWaiting(server().database);
  await registering.execute('update participant set name = name where uuid = ?', [kept]);
  await registering.commit();
  await erased;
  expect(await sql('select from participant where uuid in (?, ?)', [kept, gone])).toEqual([]);
});

test('who corrects their address to one that they had given up is exchanged with it', async () => {
  const { kept, gone, emails: [first, second] } = await two();
  const person = await account(first);
  expect(await merge(kept, gone)).toBe('DONE');
  await sql('update person set email = ? where id = ?', [second, person]);
  expect(await sql('select uuid, email, merged_into_uuid as into from participant where uuid in (?, ?) order by merged_into_uuid nulls first', [kept, gone])).toEqual([{ uuid: kept, email: second, into: null }, { uuid: gone, email: first, into: kept }]);
  expect(await sql('select distinct email from registration where participant_uuid = ?', [kept])).toEqual([{ email: second }]);
});

test('of two certificates for one session one counts, and the other names it', async () => {
  const emails = addresses('paper', 'papers');
  const { session, registrations } = await heldSession(server(), { people: emails.map((email) => ({ email })), began: '8 hours', organisation: ngo(), coordinator: headers().ngoCoordinator });
  await record(server(), headers().adviser, ...registrations.map((registration) => ({ registration, state: 'PRESENT' as const })));
  await issue(server(), headers().adviser, session, registrations);
  expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
  const rows = await sql<{ number: string; reason: string | null; ending: string | null }>('select c.number, c.revoked_reason as reason, r.ending from certificate c join registration r on r.uuid = c.registration_uuid where c.session_uuid = ? order by r.ending nulls first', [session]);
  expect(rows).toMatchObject([{ reason: null, ending: null }, { reason: `→ ${rows[0]!.number}`, ending: 'MERGED' }]);
});

test('somebody who is registered with the address meanwhile is not overwritten: it is to be tried again', async () => {
  const { kept, gone, emails: [, second] } = await two();
  await sql(`update participant set organisation_slug = null, sector = 'AUTHORITY' where uuid = ?`, [gone]);
  const registering = server().database.orm.em.fork();
  await registering.begin();
  await registering.execute(`insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale) select gen_random_uuid(), organisation_slug, country_code, sector, 'N', ?, 'fr' from participant where uuid = ?`, [second, kept]);
  const merged = merge(kept, gone, { takes: ['EMAIL'] });
  await untilWaiting(server().database);
  await registering.commit();
  expect(await merged).toBe('SERVICE_UNAVAILABLE');
  expect(await sql('select from participant where uuid in (?, ?) and merged_into_uuid is null', [kept, gone])).toHaveLength(2);
});

describe('an account that is opened later at an address that was given up', () => {
  /** What a person finds of their own: what they took part in, as the API says it; and the rows that are read for their data, with the addresses of participants. */
  async function own(person: string, email: string): Promise<unknown> {
    const { data } = await ask(server(), '{ trainingRecord(first: 100, filter: { own: true }) { totalCount } }', {}, await signIn(server(), links, email));
    const rows = await asPersonIn(() => server().database)(person, async (client) => {
      const sessions = (await client.query('select from my_sessions()')).rowCount;
      await client.query(`select set_config('passerelle.purpose', 'my-data', true)`);
      const counts = [];
      for (const table of ['registration', 'presence', 'certificate']) counts.push((await client.query(`select from ${table}`)).rowCount);
      return { sessions, counts, participants: (await client.query<{ email: string }>('select email from participant')).rows.map((row) => row.email) };
    });
    return { ...rows, record: (data!.trainingRecord as { totalCount: number }).totalCount };
  }

  test('opens nothing of the one who is kept, since somebody else may have it now; it does once the address that was kept is theirs too', { timeout: 60_000 }, async () => {
    const [first, second] = addresses('stays', 'left');
    const { session, registrations } = await heldSession(server(), { people: [first, second].map((email) => ({ email })), began: '8 hours', organisation: ngo(), coordinator: headers().ngoCoordinator });
    await record(server(), headers().adviser, ...registrations.map((registration) => ({ registration, state: 'PRESENT' as const })));
    await issue(server(), headers().adviser, session, registrations);
    expect(await merge(await whoIs(first), await whoIs(second))).toBe('DONE');
    const person = await account(second);
    await sql(`insert into member (uuid, person_id, role, since) values (gen_random_uuid(), ?, 'EXPERT', current_date)`, [person]);
    const nothing = { sessions: 0, counts: [0, 0, 0], participants: [second], record: 0 };
    expect(await own(person, second)).toEqual(nothing);

    // The control: a rule that leads on from the address is found out.
    await sql(`create policy "led_on" on "certificate" for select using (acts_for('my-data') and exists (select from participant g join participant k on k.uuid = g.merged_into_uuid where k.email = certificate.email and g.email = (select email from person where id = acting_person())))`);
    await sql(`create policy "led_on" on "participant" for select using (acts_for('my-data'))`);
    expect(await own(person, second)).not.toEqual(nothing);
    for (const table of ['certificate', 'participant']) await sql(`drop policy "led_on" on "${table}"`);
    expect(await own(person, second)).toEqual(nothing);

    await sql('update person set email = ? where id = ?', [first, person]);
    expect(await own(person, first)).toEqual({ sessions: 1, counts: [2, 1, 2], participants: [first], record: 1 });
  });
});
