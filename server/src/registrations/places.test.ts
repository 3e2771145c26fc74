/** Changing how many places a session has, and for whom. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { addSession, owner, register, rowsOf } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let elsewhere: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const addresses = (count: number): string[] => Array.from({ length: count }, () => `placed${(n += 1)}@ngo.example`);
const statesOf = async (session: string): Promise<string[]> => (await rowsOf(server(), session)).map(({ state }) => state);

interface Quota {
  readonly kind: string;
  readonly key: string;
  readonly places: number;
}

interface Change {
  readonly places: number;
  readonly quotas?: readonly Quota[];
  readonly version?: number;
  readonly isTrial?: boolean;
}

const BACK = 'outcome offered session { version places quotas { kind key places } placeCounts { kind value taken waiting } }';

/** Changes the places of a session: what comes of it. */
async function change(session: string, { places, quotas = [], version = 1, isTrial = false }: Change, role: Role = 'adviser'): Promise<Record<string, unknown> & { session: Record<string, unknown> | null }> {
  const input = { session: `TrainingSession_${session}`, version, places, quotas, isTrial };
  const answer = await ask(server(), `mutation ($input: ChangePlacesInput!) { changePlaces(input: $input) { ${BACK} } }`, { input }, headers[role]);
  if (!answer.data) throw new Error(answer.code);
  return answer.data.changePlaces as never;
}

/** A session with so many places, and so many more people than those. */
async function full(places: number, more: number): Promise<string> {
  const session = await addSession(server(), { places });
  await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: addresses(places + more).map((email) => ({ email })) });
  return session;
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  [ngo, elsewhere] = [await ngoOf(server(), 'RS'), await ngoOf(server(), 'AL')];
});

beforeEach(() => sql('delete from mail'));

describe('places', () => {
  test('that are more are offered to who waits, as many as a trial has said', async () => {
    const session = await full(1, 3);
    expect(await change(session, { places: 3, isTrial: true })).toMatchObject({ outcome: 'DONE', offered: 2, session: { places: 1, version: 1 } });
    expect(await statesOf(session)).toEqual(['CONFIRMED', 'WAITING', 'WAITING', 'WAITING']);
    expect(await change(session, { places: 3 })).toMatchObject({ outcome: 'DONE', offered: 2, session: { places: 3, version: 2 } });
    expect(await statesOf(session)).toEqual(['CONFIRMED', 'OFFERED', 'OFFERED', 'WAITING']);
  });

  test('of a trial are offered to nobody: no mail, no quota, nothing in the trail', async () => {
    const session = await full(1, 2);
    await sql('delete from mail');
    await sql('delete from audit_entry');
    expect(await change(session, { places: 2, quotas: [{ kind: 'COUNTRY', key: 'RS', places: 2 }], isTrial: true })).toMatchObject({ outcome: 'DONE', offered: 1, session: { quotas: [] } });
    expect([await sql('select from mail'), await sql('select from audit_entry'), await sql('select from session_quota where session_uuid = ?', [session])]).toEqual([[], [], []]);
    // The control: what is no trial writes all three.
    await change(session, { places: 2, quotas: [{ kind: 'COUNTRY', key: 'RS', places: 2 }] });
    for (const table of ['mail', 'audit_entry', 'session_quota']) expect(await sql(`select from ${table}`)).not.toEqual([]);
  });

  test('that are passed over by a quota are not foreseen either', async () => {
    const session = await full(1, 3);
    expect(await change(session, { places: 4, quotas: [{ kind: 'COUNTRY', key: 'RS', places: 2 }], isTrial: true })).toMatchObject({ outcome: 'DONE', offered: 1 });
  });

  test('that are fewer take nothing from anybody', async () => {
    const session = await full(3, 1);
    expect(await change(session, { places: 1, quotas: [{ kind: 'SECTOR', key: 'CIVIL_SOCIETY', places: 0 }] })).toMatchObject({ outcome: 'DONE', offered: 0 });
    expect(await statesOf(session)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'WAITING']);
  });

  test('that two change at once are those of one; the other is told, and what is stored now', async () => {
    const session = await full(2, 0);
    const answers = await Promise.all([change(session, { places: 5 }), change(session, { places: 6, quotas: [{ kind: 'MODE', key: 'ONLINE', places: 2 }] }, 'assistant')]);
    const [done, conflict] = answers.toSorted((a, b) => String(b.outcome).localeCompare(String(a.outcome)));
    expect([done!.outcome, conflict!.outcome]).toEqual(['DONE', 'CONFLICT']);
    expect({ ...conflict!.session, placeCounts: null }).toEqual({ ...done!.session, placeCounts: null });
    // Sent with what was read since, it is done; sent again, it is so already, whatever was read.
    const last = { places: 7, quotas: [{ kind: 'SECTOR', key: 'AUTHORITY', places: 3 }] };
    expect(await change(session, { ...last, version: conflict!.session!.version as number })).toMatchObject({ outcome: 'DONE', session: last });
    expect(await change(session, last)).toMatchObject({ outcome: 'DONE', session: last });
  });

  test('of a session that is called off, over or put away are what they were', async () => {
    for (const stage of ['CANCELLED', 'ARCHIVED']) {
      const session = await addSession(server(), { places: 2 });
      await sql(`update training_session_translation set cancelled_reason = 'The room is closed.' where session_uuid = ?`, [session]);
      await sql('update training_session set stage = ? where uuid = ?', [stage, session]);
      expect(await change(session, { places: 4 })).toMatchObject({ outcome: 'TOO_LATE' });
    }
    const over = await addSession(server(), { places: 2, inDays: -3 });
    expect(await change(over, { places: 4 })).toMatchObject({ outcome: 'TOO_LATE' });
  });

  test('are changed by those alone who prepare the session', async () => {
    const session = await addSession(server(), { places: 2, country: 'RS' });
    for (const role of ['ngoCoordinator', 'ngoMember', 'expert', 'authority', 'international', 'translator', 'scacElsewhere'] as const) expect(await change(session, { places: 3 }, role)).toMatchObject({ outcome: 'NOT_ALLOWED' });
    expect(await change(session, { places: 3 }, 'scac')).toMatchObject({ outcome: 'DONE' });
    await sql(`update training_session set stage = 'DRAFT' where uuid = ?`, [session]);
    expect(await change(session, { places: 4, version: 2 }, 'scacElsewhere')).toEqual({ outcome: 'GONE', offered: 0, session: null });
  });
});

describe('the numbers of a session', () => {
  const numbers = async (session: string, role: Role): Promise<unknown> =>
    (await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { placeCounts { kind value taken waiting } } }', { id: `TrainingSession_${session}` }, headers[role])).data!.trainingSession;

  test('are whole for the embassy that prepares it, which sees nobody of other countries; there are none for others', async () => {
    const session = await addSession(server(), { places: 2, country: 'RS' });
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: addresses(1).map((email) => ({ email })) });
    await sql(`insert into participant (uuid, organisation_slug, name, email, locale, country_code, sector) values (gen_random_uuid(), ?, 'Somebody', ?, 'sq', 'AL', 'CIVIL_SOCIETY')`, [elsewhere, `placed-al${n}@ngo.example`]);
    await sql(`insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, mode, state, submission, consented_at)
      select gen_random_uuid(), ?, uuid, email, organisation_slug, country_code, sector, 'ON_SITE', 'CONFIRMED', gen_random_uuid(), now() from participant where email = ?`, [session, `placed-al${n}@ngo.example`]);
    const all = { placeCounts: expect.arrayContaining([{ kind: 'COUNTRY', value: 'AL', taken: 1, waiting: 0 }, { kind: 'COUNTRY', value: 'RS', taken: 1, waiting: 0 }, { kind: 'SECTOR', value: 'CIVIL_SOCIETY', taken: 2, waiting: 0 }]) as unknown };
    for (const role of ['adviser', 'assistant', 'scac', 'ssi'] as const) expect(await numbers(session, role)).toEqual(all);
    for (const role of ['visitor', 'suspended', 'ngoCoordinator', 'ngoMember', 'scacElsewhere', 'expert', 'authority', 'international', 'translator'] as const) expect(await numbers(session, role)).toEqual({ placeCounts: [] });
  });

  test('are kept by the view as well as by the reader', async () => {
    const { default: pg } = await import('pg');
    const app = new pg.Client({ connectionString: server().database.app });
    await app.connect();
    const session = await full(1, 1);
    const seenBy = async (email: string): Promise<number> => {
      await app.query('begin');
      await app.query(`select set_config('passerelle.person', (select id::text from sign_in_of_tests where email = $1), true)`, [email]);
      const { rowCount } = await app.query('select from place_count where session_uuid = $1', [session]);
      await app.query('rollback');
      return rowCount!;
    };
    await sql('create view sign_in_of_tests as select id, email from person');
    await sql('grant select on sign_in_of_tests to public');
    expect(await seenBy(PEOPLE.ngoCoordinator)).toBe(0);
    expect(await seenBy(PEOPLE.adviser)).toBeGreaterThan(0);
    await sql('drop view sign_in_of_tests');
    await app.end();
  });
});

describe('the trail', () => {
  const NAME = 'training_session_update_recorded';

  /** Takes a place while the trigger of the trail, as `changed` makes it, fails when it runs: the errors. */
  async function takeWhileItFails(session: string, changed: (definition: string) => string = (definition) => definition): Promise<unknown> {
    const [{ definition }] = (await sql<{ definition: string }>(`select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = '${NAME}'`)) as [{ definition: string }];
    await sql(`create function asked() returns trigger language plpgsql as $body$ begin raise exception 'the trail was asked'; end $body$`);
    await sql(`drop trigger ${NAME} on training_session`);
    await sql(changed(definition).replace(/execute function .*$/i, 'execute function asked()'));
    try {
      return (await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: addresses(1).map((email) => ({ email })) })).errors;
    } finally {
      await sql(`drop trigger ${NAME} on training_session`);
      await sql('drop function asked()');
      await sql(definition);
    }
  }

  test('is not asked when a place is taken, and has no entry of it', async () => {
    const session = await addSession(server(), { places: 3 });
    await sql('delete from audit_entry');
    expect(await takeWhileItFails(session)).toBeUndefined();
    expect((await rowsOf(server(), session)).map(({ state }) => state)).toEqual(['CONFIRMED']);
    expect(await sql('select part from audit_entry where object = ?', [session])).toEqual([]);
    expect(await change(session, { places: 5 })).toMatchObject({ outcome: 'DONE' });
    expect(await sql('select part, before, after from audit_entry where object = ?', [session])).toEqual([{ part: 'places', before: '3', after: '5' }]);
  });

  test('would be asked at each place by a trigger of every update: the control', async () => {
    const session = await addSession(server(), { places: 3 });
    expect(await takeWhileItFails(session, (definition) => definition.replace(/UPDATE OF .*? ON/s, 'UPDATE ON'))).toBeDefined();
    expect(await rowsOf(server(), session)).toEqual([]);
  });
});
