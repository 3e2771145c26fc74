/** Where in its town a session is held: for those who come, who registered them, who teach and who prepare it, by the reader, in the table, in mails and in calendars. */
import { beforeAll, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { create, keyOf, step, update } from '../trainings/world.fixture.ts';
import { idOf, mailsTo, owner, register } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const HALL = { country: 'RS', town: 'Ниш', venue: 'Дом културе', address: 'Главна 1', needsValidation: false };
const PREPARING: readonly Role[] = ['adviser', 'assistant', 'scac', 'ssi'];
let headers: Headers;
let organisation: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = (await owner<{ slug: string }>(server(), `select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?`, [PEOPLE.ngoCoordinator]))[0]!.slug;
});

/** An announced session with a place in its town: its id. */
async function announced(starts: string, changes: object = {}): Promise<string> {
  const { session } = await create(server(), headers.adviser, { ...HALL, starts: `${starts}T09:00`, ends: `${starts}T17:00`, ...changes });
  await step(server(), headers.adviser, 'openSession', session!.id);
  return session!.id;
}

/** Who is told by the API, and who reads the table past it. */
async function seenBy(id: string): Promise<readonly [api: Role[], table: Role[]]> {
  const [api, table]: [Role[], Role[]] = [[], []];
  for (const role of ROLES) {
    const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { venue { name } } }', { id }, headers[role]);
    if ((data!.trainingSession as { venue: object | null }).venue) api.push(role);
    const person = role === 'visitor' ? null : (await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE[role]]))[0]!.id;
    if (await asPerson(person, async (client) => (await client.query('select from session_venue where session_uuid = $1', [keyOf(id)])).rowCount)) table.push(role);
  }
  return [api.sort(), table.sort()];
}

test('is told to those who prepare the session or teach, and to those who have a place or registered somebody who has one; to others the town', { timeout: 60_000 }, async () => {
  const id = await announced('2099-04-10', { places: 1 });
  expect(await seenBy(id)).toEqual([[...PREPARING].sort(), [...PREPARING].sort()]);
  await register(server(), headers.ngoCoordinator, { session: keyOf(id), organisation, people: [{ email: PEOPLE.international }, { email: PEOPLE.authority }] });
  await owner(server(), `insert into session_trainer (session_uuid, expert_uuid, position) select ?, uuid, 1 from expert where person_id = (select id from person where email = ?)`, [keyOf(id), PEOPLE.expert]);
  // Who waits is not told.
  const told: Role[] = [...PREPARING, 'expert', 'international', 'ngoCoordinator', 'ngoMember'].sort() as Role[];
  expect(await seenBy(id)).toEqual([told, told]);
});

test('stands in the mail and the calendar of who has a place, and in neither of who waits', async () => {
  const id = await announced('2099-04-12', { places: 1 });
  await register(server(), headers.ngoCoordinator, { session: keyOf(id), organisation, people: [{ email: 'comes@ngo.example' }, { email: 'waits@ngo.example' }] });
  const [comes, waits] = [await mailsTo(server(), 'comes@ngo.example'), await mailsTo(server(), 'waits@ngo.example')];
  expect([comes[0]!.text.includes('Lieu\u202F: Дом културе, Главна 1, Ниш'), waits[0]!.text.includes('Дом')]).toEqual([true, false]);
  const entries = await owner<{ calendar: string }>(server(), `select calendar ->> 0 as calendar from mail where recipient = 'comes@ngo.example' and calendar is not null`);
  expect(entries.map(({ calendar }) => calendar.replaceAll('\r\n ', '').includes('LOCATION;LANGUAGE=fr:Дом културе\\, Главна 1\\, Ниш\\, Serbie'))).toEqual([true]);
  const file = async (role: Role): Promise<string> => (await fetch(`${server().address}/calendar/session/${id}.ics?locale=fr`, { headers: headers[role] })).text();
  expect((await file('visitor')).includes('Дом')).toBe(false);
  expect(await idOf(server(), keyOf(id), 'comes@ngo.example')).toBeTruthy();
});

test('that is changed is told as a change of place, to those who come', async () => {
  const id = await announced('2099-04-14', { places: 1 });
  await register(server(), headers.ngoCoordinator, { session: keyOf(id), organisation, people: [{ email: 'moves@ngo.example' }, { email: 'stays@ngo.example' }] });
  expect((await update(server(), headers.adviser, id, 2, { ...HALL, starts: '2099-04-14T09:00', ends: '2099-04-14T17:00', places: 1, address: 'Главна 2' })).outcome).toBe('DONE');
  const mails = await mailsTo(server(), 'moves@ngo.example');
  expect([mails.length, mails.at(-1)!.text.includes('Lieu\u202F: Дом културе, Главна 2, Ниш')]).toEqual([2, true]);
  expect(await mailsTo(server(), 'stays@ngo.example')).toHaveLength(1);
});

test('is told to who registered them for as long as they may: a role that is over hears nothing more', async () => {
  const id = await announced('2099-04-16');
  await register(server(), headers.ngoMember, { session: keyOf(id), organisation, people: [{ email: 'stayed@ngo.example' }] });
  const changed = async (version: number, address: string): Promise<[participant: number, registrar: boolean]> => {
    expect((await update(server(), headers.adviser, id, version, { ...HALL, starts: '2099-04-16T09:00', ends: '2099-04-16T17:00', address })).outcome).toBe('DONE');
    const told = async (recipient: string): Promise<number> => (await mailsTo(server(), recipient)).filter(({ text }) => text.includes(address)).length;
    return [await told('stayed@ngo.example'), await told(PEOPLE.ngoMember) > 0];
  };
  expect(await changed(2, 'Главна 3')).toEqual([1, true]);
  await owner(server(), `update member set until = current_date - 1 where person_id = (select id from person where email = ?)`, [PEOPLE.ngoMember]);
  expect(await changed(3, 'Главна 4')).toEqual([1, false]);
});
