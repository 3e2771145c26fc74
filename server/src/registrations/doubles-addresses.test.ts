/** Whom an address leads to that was given up when two participants were made one. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { heldSession, issue, record } from '../attendance/world.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { addSession, mailsTo, owner, register } from './world.fixture.ts';
import { untilWaiting } from '../../test/waiting.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let days = 30;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const nextSession = (): Promise<string> => addSession(server(), { places: 9, inDays: (days += 1) });
const enter = (session: string, email: string, locale = 'en') => register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email, name: 'Somebody', locale }] });
const whoIs = async (email: string): Promise<string> => (await sql<{ id: string }>('select uuid as id from participant where email = ? and organisation_slug = ?', [email, ngo]))[0]!.id;
const merge = async (kept: string, gone: string, takes: string[] = []): Promise<string> => {
  const answer = await ask(server(), 'mutation ($input: MergeParticipantsInput!) { mergeParticipants(input: $input) { outcome } }', { input: { key: randomUUID(), kept: `Participant_${kept}`, gone: `Participant_${gone}`, takes } }, headers.adviser);
  return answer.code ?? (answer.data!.mergeParticipants as { outcome: string }).outcome;
};
const account = async (email: string): Promise<string> =>
  (await sql<{ id: string }>(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'E', ?, now(), now()) returning id`, [email]))[0]!.id;
const templates = async (email: string): Promise<string[]> => (await mailsTo(server(), email)).map(({ template }) => template);

interface Two { readonly kept: string; readonly gone: string; readonly first: string; readonly second: string }
/** Two participants by new addresses, registered for a session of their own each. */
async function two(): Promise<Two> {
  const [first, second] = [`keeps${(n += 1)}@ngo.example`, `goes${n}@ngo.example`];
  await enter(await nextSession(), first, 'fr');
  await enter(await nextSession(), second, 'uk');
  return { kept: await whoIs(first), gone: await whoIs(second), first, second };
}

beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
  ngo = await ngoOf(server(), 'RS');
});

beforeEach(() => sql('delete from mail'));

test('who is registered by an address that was given up is written to at the one that was kept, in its language', async () => {
  const { kept, gone, first, second } = await two();
  expect(await merge(kept, gone)).toBe('DONE');
  await sql('delete from mail');
  await enter(await nextSession(), second, 'uk');
  expect(await mailsTo(server(), second)).toEqual([]);
  expect((await mailsTo(server(), first)).map(({ template, locale }) => [template, locale])).toEqual([['registrationPass', 'fr']]);
});

test('the address of an account is kept, whatever was chosen; two accounts are not made one', async () => {
  for (const [has, takes] of [['second', []], ['first', ['EMAIL']]] as const) {
    const pair = await two();
    await account(pair[has]);
    expect(await merge(pair.kept, pair.gone, [...takes])).toBe('DONE');
    expect(await sql('select distinct email from registration where participant_uuid = ?', [pair.kept])).toEqual([{ email: pair[has] }]);
    expect(await sql('select email from participant where uuid = ?', [pair.kept])).toEqual([{ email: pair[has] }]);
  }
  const { kept, gone, first, second } = await two();
  await account(first);
  await account(second);
  expect(await merge(kept, gone)).toBe('NOT_ALLOWED');
  expect(await sql('select from participant where uuid in (?, ?) and merged_into_uuid is null', [kept, gone])).toHaveLength(2);
});

test('links sent to an address that is given up lead nowhere, and a new one is sent', async () => {
  const { kept, gone, first, second } = await two();
  const [before] = await sql<{ hashes: string[] }>('select leave_hashes as hashes from registration where participant_uuid = ?', [gone]);
  await sql('delete from mail');
  expect(await merge(kept, gone)).toBe('DONE');
  const hashes = (await sql<{ hashes: string[] }>('select leave_hashes as hashes from registration where participant_uuid = ?', [kept])).map((row) => row.hashes);
  expect(before!.hashes).toHaveLength(1);
  expect(hashes.map(({ length }) => length)).toEqual([1, 1]);
  expect(hashes.flat()).not.toContain(before!.hashes[0]);
  expect([await templates(first), await templates(second)]).toEqual([['registrationPass'], []]);
});

test('who is erased by an address that was given up waits for who registers', async () => {
  const { kept, gone, second } = await two();
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
  const { kept, gone, first, second } = await two();
  const person = await account(first);
  expect(await merge(kept, gone)).toBe('DONE');
  await sql('update person set email = ? where id = ?', [second, person]);
  expect(await sql('select uuid, email, merged_into_uuid as into from participant where uuid in (?, ?) order by merged_into_uuid nulls first', [kept, gone])).toEqual([{ uuid: kept, email: second, into: null }, { uuid: gone, email: first, into: kept }]);
  expect(await sql('select distinct email from registration where participant_uuid = ?', [kept])).toEqual([{ email: second }]);
});

test('of two certificates for one session one counts, and the other names it', async () => {
  const emails = [`paper${(n += 1)}@ngo.example`, `papers${n}@ngo.example`] as const;
  const { session, registrations } = await heldSession(server(), { people: emails.map((email) => ({ email })), began: '8 hours', organisation: ngo, coordinator: headers.ngoCoordinator });
  await record(server(), headers.adviser, ...registrations.map((registration) => ({ registration, state: 'PRESENT' as const })));
  await issue(server(), headers.adviser, session, registrations);
  expect(await merge(await whoIs(emails[0]), await whoIs(emails[1]))).toBe('DONE');
  const rows = await sql<{ number: string; reason: string | null; ending: string | null }>('select c.number, c.revoked_reason as reason, r.ending from certificate c join registration r on r.uuid = c.registration_uuid where c.session_uuid = ? order by r.ending nulls first', [session]);
  expect(rows).toMatchObject([{ reason: null, ending: null }, { reason: `→ ${rows[0]!.number}`, ending: 'MERGED' }]);
});

test('somebody who is registered with the address meanwhile is not overwritten: it is to be tried again', async () => {
  const { kept, gone, second } = await two();
  await sql(`update participant set organisation_slug = null, sector = 'AUTHORITY' where uuid = ?`, [gone]);
  const registering = server().database.orm.em.fork();
  await registering.begin();
  await registering.execute(`insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale) select gen_random_uuid(), organisation_slug, country_code, sector, 'N', ?, 'fr' from participant where uuid = ?`, [second, kept]);
  const merged = merge(kept, gone, ['EMAIL']);
  await untilWaiting(server().database);
  await registering.commit();
  expect(await merged).toBe('SERVICE_UNAVAILABLE');
  expect(await sql('select from participant where uuid in (?, ?) and merged_into_uuid is null', [kept, gone])).toHaveLength(2);
});

test('a word that more than 200 people of a country have proposes nobody', async () => {
  const add = (from: number, to: number) => sql(`insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale) select gen_random_uuid(), null, 'RS', 'AUTHORITY', 'Frequentia', 'frequent' || i || '@ngo.example', 'fr' from generate_series(?::int, ?::int) i`, [from, to]);
  const isProposed = async (): Promise<boolean> => (await ask(server(), '{ likelyDoubles(first: 100) { nodes { first { name } } } }', {}, headers.adviser)).text.includes('Frequentia');
  await add(1, 2);
  expect(await isProposed()).toBe(true);
  await add(3, 201);
  expect(await isProposed()).toBe(false);
});
