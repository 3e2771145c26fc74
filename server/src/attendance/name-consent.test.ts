/** Whether the page that verifies a certificate shows a name: as its person has said themselves, and as nobody else has. */
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { outcomeOf } from '../registrations/oneself.fixture.ts';
import { addSession, owner, register } from '../registrations/world.fixture.ts';
import { certificatesOf, chooseName, heldSession, issue, record, revoke, secretOf, verify } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let organisation: string;
/** What the account of the coordinator says. */
let coordinator: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

/** Somebody with a certificate, who has said nothing of their name. */
async function certified(): Promise<{ session: string; one: string; id: string; number: string; name: string; secret: string }> {
  const name = `Ana Probna ${(n += 1)}`;
  const { session, registrations: [one] } = await heldSession(server(), { people: [{ email: `named${n}@ngo.example`, name }], organisation, coordinator: headers.ngoCoordinator, began: '6 hours' });
  await record(server(), headers.scac, { registration: one! });
  expect(await issue(server(), headers.scac, session, [one!])).toEqual(['DONE']);
  const [certificate] = await certificatesOf(server(), one!);
  return { session, one: one!, ...certificate!, secret: await secretOf(server(), name) };
}

const saidOf = async (number: string): Promise<unknown> => ((await verify(server(), number)) as { name: string | null }).name;
const isConsenting = async (registration: string): Promise<boolean> => (await sql<{ is: boolean }>('select name_shown_at is not null as is from registration where uuid = ?', [registration]))[0]!.is;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = await ngoOf(server(), 'RS');
  coordinator = (await sql<{ name: string }>('select name from person where email = ?', [PEOPLE.ngoCoordinator]))[0]!.name;
});

describe('the name on a certificate', () => {
  test('is shown to nobody until its person says so by their link, and no longer once they take it back', async () => {
    const { number, name, secret } = await certified();
    expect(await saidOf(number)).toBeNull();
    expect(await chooseName(server(), secret, true)).toEqual({ name, isShown: true });
    expect(await saidOf(number)).toBe(name);
    expect(await chooseName(server(), secret, false)).toEqual({ name, isShown: false });
    expect(await saidOf(number)).toBeNull();
  });

  test('is read with the link without changing anything', async () => {
    const { one, name, secret } = await certified();
    const read = async () => (await ask(server(), 'mutation ($secret: String!) { readNameChoice(secret: $secret) { choice { name isShown } } }', { secret })).data!.readNameChoice;
    expect(await read()).toEqual({ choice: { name, isShown: false } });
    await chooseName(server(), secret, true);
    expect(await read()).toEqual({ choice: { name, isShown: true } });
    expect(await isConsenting(one)).toBe(true);
  });

  test('is decided by no link of another, by none that is no link, and by none of a certificate that was revoked', async () => {
    const [mine, other] = [await certified(), await certified()];
    await chooseName(server(), other.secret, true);
    expect(await saidOf(mine.number)).toBeNull();
    for (const wrong of ['', 'x', `${mine.secret.slice(0, -1)}${mine.secret.endsWith('A') ? 'B' : 'A'}`]) expect([wrong, await chooseName(server(), wrong, true, headers.adviser)]).toEqual([wrong, null]);
    await revoke(server(), headers.scac, mine.id);
    expect(await chooseName(server(), mine.secret, true)).toBeNull();
    expect(await isConsenting(mine.one)).toBe(false);
  });

  test('stays as its person has said when they are given another certificate', async () => {
    const { session, one, id, name, secret } = await certified();
    await chooseName(server(), secret, true);
    await revoke(server(), headers.scac, id);
    expect(await issue(server(), headers.scac, session, [one])).toEqual(['DONE']);
    const number = (await certificatesOf(server(), one)).find(({ revoked }) => !revoked)!.number;
    expect(await saidOf(number)).toBe(name);
    expect(await chooseName(server(), await secretOf(server(), name), false)).toEqual({ name, isShown: false });
    expect(await saidOf(number)).toBeNull();
  });

  test('is in the trail each time that it changes, and not where it is said again', async () => {
    const { one, secret } = await certified();
    for (const isShown of [true, true, false]) await chooseName(server(), secret, isShown);
    const trail = await sql<{ shown: boolean; by: string | null }>(`select after is not null as shown, by_id as by from audit_entry where subject = 'REGISTRATION' and object = ? and part = 'name_shown_at' order by at`, [one]);
    expect(trail).toEqual([{ shown: true, by: null }, { shown: false, by: null }]);
  });
});

describe('who registers', () => {
  /** Registers the coordinator and a colleague, both with the box ticked: who of them consents. */
  async function both(): Promise<Record<string, boolean>> {
    const session = await addSession(server(), { places: 9, inDays: 80 + (n += 1) });
    const people = [PEOPLE.ngoCoordinator, `colleague${n}@ngo.example`].map((email) => ({ email, name: coordinator, showsName: true }));
    await register(server(), headers.ngoCoordinator, { session, organisation, people });
    const rows = await sql<{ email: string; is: boolean }>('select email, name_shown_at is not null as is from registration where session_uuid = ?', [session]);
    return Object.fromEntries(rows.map(({ email, is }) => [email === PEOPLE.ngoCoordinator ? 'own' : 'colleague', is]));
  }

  test('says it of themselves, and of nobody else', async () => {
    expect(await both()).toEqual({ own: true, colleague: false });
  });

  test('says it of nobody who has another name under their address, and of themselves however their name is written', async () => {
    const shown = async (name: string): Promise<boolean> => {
      const session = await addSession(server(), { places: 9, inDays: 80 + (n += 1) });
      await sql('update participant set merged_into_uuid = null, email = ? where email = ?', [`once${n}@ngo.example`, PEOPLE.ngoCoordinator]);
      await register(server(), headers.ngoCoordinator, { session, organisation, people: [{ email: PEOPLE.ngoCoordinator, name, showsName: true }] });
      return (await sql<{ is: boolean }>('select name_shown_at is not null as is from registration where session_uuid = ?', [session]))[0]!.is;
    };
    expect(await shown('Another Colleague')).toBe(false);
    expect(await shown(coordinator.split(' ').reverse().join(' ').toUpperCase())).toBe(true);
  });

  test('by a form of their own says it there', async () => {
    const shown = async (showsName: boolean): Promise<unknown> => {
      const session = await addSession(server(), { places: 9, needsNomination: false, inDays: 80 + (n += 1) });
      expect(await outcomeOf(server(), headers.ngoMember, { session, organisation, showsName })).toBe('CONFIRMED');
      return (await sql('select name_shown_at is not null as is from registration where session_uuid = ?', [session]))[0]!.is;
    };
    expect([await shown(true), await shown(false)]).toEqual([true, false]);
  });

  test('says nothing where nothing is ticked', async () => {
    const session = await addSession(server(), { places: 9, inDays: 80 + (n += 1) });
    await register(server(), headers.ngoCoordinator, { session, organisation, people: [{ email: PEOPLE.ngoCoordinator }] });
    expect(await sql('select from registration where session_uuid = ? and name_shown_at is not null', [session])).toEqual([]);
  });

  test('and who issues no longer has a say: the API knows no such thing', async () => {
    const { session, one } = await certified();
    const answer = await ask(server(), 'mutation ($input: IssueCertificatesInput!) { issueCertificates(input: $input) { results { outcome } } }', { input: { session: `TrainingSession_${session}`, registrations: [`Registration_${one}`], showsName: true } }, headers.adviser);
    expect(answer.data).toBeUndefined();
  });
});

describe('the database', () => {
  /** What comes of a statement that a request makes as somebody, for the purpose for which most is open: whether the person consents then, or the code of the refusal. It is undone. */
  async function asRequest(email: string, statement: string, registration: string): Promise<boolean | string> {
    const [person] = await sql<{ id: string }>('select id from person where email = ?', [email]);
    return asPersonIn(() => server().database)(person!.id, async (client) => {
      await client.query(`select set_config('passerelle.purpose', 'places', true)`);
      await client.query(statement, [registration]);
      return (await client.query<{ is: boolean }>('select name_shown_at is not null as is from registration where uuid = $1', [registration])).rows[0]!.is;
    }).catch((error: pg.DatabaseError) => error.code!);
  }
  const TICK = 'update registration set name_shown_at = now() where uuid = $1';

  test('refuses a name that a request writes past its person, whoever asks and for what', async () => {
    const { one } = await certified();
    for (const email of [PEOPLE.adviser, PEOPLE.scac, PEOPLE.ngoCoordinator]) expect([email, await asRequest(email, TICK, one)]).toEqual([email, 'PR004']);
    expect(await isConsenting(one)).toBe(false);
  });

  test('shows the name of none but who has just registered themselves', async () => {
    const { one } = await certified();
    for (const email of [PEOPLE.adviser, PEOPLE.ngoCoordinator]) expect([email, await asRequest(email, 'select show_own_name(array[$1]::uuid[])', one)]).toEqual([email, false]);
  });

  test('would take it without the trigger: the control', async () => {
    const { one } = await certified();
    await sql('alter table registration disable trigger registration_name_changed');
    try {
      expect(await asRequest(PEOPLE.adviser, TICK, one)).toBe(true);
    } finally {
      await sql('alter table registration enable trigger registration_name_changed');
    }
  });
});
