/** What came of a cooperation request: said when it is closed, and read by who may know the training session or the mission itself. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { BELGRADE, TIRANA } from '../consultations/world.fixture.ts';
import { transactAs } from '../core/database/index.ts';
import { giveUp, keyOf, missionWith } from '../missions/world.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { cancel, create, step } from '../trainings/world.fixture.ts';
import { close, decide, heardRequest, opine, type RequestBack, requestOf, told, without } from './requests.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
/** The steps after which posts see their legs. */
const SHOWN = ['planMission', 'consultPosts'] as const;
const NOBODY = '00000000-0000-4000-8000-000000000000';
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  for (const table of ['cooperation_request', 'mission']) await sql(`delete from ${table}`);
});

/** A request that the post has sent and the adviser has granted: its key. */
async function granted(changes = {}): Promise<string> {
  const key = await heardRequest(server(), headers, changes);
  await decide(server(), headers.adviser, key);
  return key;
}

const missionTo = (legs: readonly Readonly<Record<string, unknown>>[], steps: readonly (typeof SHOWN)[number][] = SHOWN) => missionWith(server(), headers.adviser, legs, steps, { team: [] });

async function sessionIn(town = 'Beograd'): Promise<string> {
  const { session, faults } = await create(server(), headers.adviser, { country: 'RS', town, timeZone: 'Europe/Belgrade' });
  if (!session) throw new Error(JSON.stringify(faults));
  return session.id;
}

type Came = Pick<NonNullable<RequestBack['request']>, 'session' | 'mission' | 'missionLegs'>;
const came = async (key: string, who: Record<string, string>): Promise<Came | null> =>
  (await ask(server(), `{ r: cooperationRequest(id: "CooperationRequest_${key}") { session { id } mission { id } missionLegs { id } } }`, {}, who)).data!.r as Came | null;

describe('a training session', () => {
  test('that came of it is read with the request by who reads that session: a draft by the adviser and its post, what is announced by the authority too', async () => {
    const session = await sessionIn();
    const key = await requestOf(server(), headers.authority);
    for (const [who, service] of [[headers.ssi, 'SSI'], [headers.scac, 'SCAC']] as const) await opine(server(), who, key, { service });
    await decide(server(), headers.adviser, key);
    const { request } = await close(server(), headers.adviser, key, { session });
    expect([request!.status, request!.session]).toEqual(['CLOSED', { id: session }]);
    const read = async (): Promise<unknown[]> => Promise.all([headers.scac, headers.authority].map(async (who) => (await came(key, who))!.session));
    expect(await read()).toEqual([{ id: session }, null]);
    // The control: what hid it was that nobody else knows of a draft.
    await step(server(), headers.adviser, 'openSession', session);
    expect(await read()).toEqual([{ id: session }, { id: session }]);
  });

  test('that goes leaves the request closed, without it', async () => {
    const session = await sessionIn();
    const key = await granted();
    await close(server(), headers.adviser, key, { session });
    await sql('delete from training_session where uuid = ?', [keyOf(session)]);
    expect([await came(key, headers.adviser), await sql('select status from cooperation_request where uuid = ?', [key])]).toEqual([{ session: null, mission: null, missionLegs: [] }, [{ status: 'CLOSED' }]]);
  });
});

describe('a mission', () => {
  test('that came of it is the adviser’s: the post of the country finds its own leg, and an authority that has sent the request nothing', async () => {
    const { id, legs } = await missionTo([BELGRADE, TIRANA]);
    const key = await granted();
    expect(told(await close(server(), headers.adviser, key, { mission: id }))).toBe('DONE');
    const [serbian] = legs;
    expect([await came(key, headers.adviser), await came(key, headers.ssi), await came(key, headers.scacElsewhere)]).toEqual([{ session: null, mission: { id }, missionLegs: [{ id: serbian!.id }] }, { session: null, mission: null, missionLegs: [{ id: serbian!.id }] }, null]);
    await without(server(), 'user', async () => void (await sql(`update cooperation_request set sent_as = 'AUTHORITY' where uuid = ?`, [key])));
    expect(await came(key, headers.authority)).toEqual({ session: null, mission: null, missionLegs: [] });
  });

  test('that its posts have not been shown is found by none of them', async () => {
    const { id } = await missionTo([BELGRADE], ['planMission']);
    const key = await granted();
    await close(server(), headers.adviser, key, { mission: id });
    expect(await came(key, headers.ssi)).toEqual({ session: null, mission: null, missionLegs: [] });
  });
});

describe('what it came of', () => {
  const from = async (what: string, who: Record<string, string>): Promise<unknown> => Object.values((await ask(server(), `{ ${what} { cooperationRequests { id } } }`, {}, who)).data!)[0];

  test('is read on a mission by the adviser, on its own leg by the post of its country, and by nobody else', async () => {
    const { id, legs: [serbian, albanian] } = await missionTo([BELGRADE, TIRANA]);
    const key = await granted();
    await close(server(), headers.adviser, key, { mission: id });
    const [request, none] = [{ cooperationRequests: [{ id: `CooperationRequest_${key}` }] }, { cooperationRequests: [] }];
    const ofLeg = (leg: { readonly id: string } | undefined): string => `missionLeg(id: "${leg!.id}")`;
    expect([await from(`mission(id: "${id}")`, headers.adviser), await from(ofLeg(serbian), headers.ssi), await from(ofLeg(serbian), headers.adviser), await from(ofLeg(albanian), headers.adviser)]).toEqual([request, request, request, none]);
    expect([await from(`mission(id: "${id}")`, headers.ssi), await from(ofLeg(serbian), headers.scacElsewhere), await from(ofLeg(albanian), headers.scacElsewhere)]).toEqual([null, null, none]);
  });

  test('is read on a training session by who sees the request: a visitor reads the session without it', async () => {
    const session = await sessionIn();
    const key = await granted();
    await close(server(), headers.adviser, key, { session });
    await step(server(), headers.adviser, 'openSession', session);
    const read = (who: Record<string, string>): Promise<unknown> => from(`trainingSession(id: "${session}")`, who);
    expect([await read(headers.adviser), await read(headers.ssi), await read(headers.scacElsewhere), await read({})]).toEqual([...[1, 2].map(() => ({ cooperationRequests: [{ id: `CooperationRequest_${key}` }] })), ...[1, 2].map(() => ({ cooperationRequests: [] }))]);
  });
});

describe('closing', () => {
  test('says once what came of it: the same is the same, and something else does not take its place', async () => {
    const [session, other] = [await sessionIn(), await sessionIn('Niš')];
    const key = await granted();
    const outcomes = [await close(server(), headers.adviser, key, { session }), await close(server(), headers.adviser, key, { session }), await close(server(), headers.adviser, key, { session: other }), await close(server(), headers.adviser, key)];
    expect([outcomes.map(told), (await came(key, headers.adviser))!.session]).toEqual([['DONE', 'DONE', 'CONFLICT', 'CONFLICT'], { id: session }]);
  });

  test('with what there is none of, or what was called off, is refused by its field, and nothing is kept', async () => {
    const [session, { id: mission }] = [await sessionIn(), await missionTo([BELGRADE])];
    await step(server(), headers.adviser, 'openSession', session);
    await cancel(server(), headers.adviser, session, { fr: 'Annulée' });
    await giveUp(server(), headers.adviser, mission, { fr: 'Annulée' });
    const key = await granted();
    expect([told(await close(server(), headers.adviser, key, { session: `TrainingSession_${NOBODY}`, mission: `Mission_${NOBODY}` })), told(await close(server(), headers.adviser, key, { session, mission }))]).toEqual(['INVALID · SESSION UNKNOWN · MISSION UNKNOWN', 'INVALID · SESSION NOT_HERE · MISSION NOT_HERE']);
    expect(await sql('select status, session_uuid, mission_uuid from cooperation_request where uuid = ?', [key])).toEqual([{ status: 'DECIDED', session_uuid: null, mission_uuid: null }]);
  });

  test('of an invented request names nothing real', async () => {
    const { id: mission } = await missionTo([BELGRADE]);
    for (const [table, column] of [['mission', 'uuid'], ['mission_leg', 'mission_uuid']] as const) await sql(`update ${table} set is_demonstration = false where ${column} = ?`, [keyOf(mission)]);
    expect(told(await close(server(), headers.adviser, await granted(), { mission }))).toBe('INVALID · MISSION UNKNOWN');
  });
});

describe('the database', () => {
  const as = async (what: string, key: string): Promise<string> => {
    const [person] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]);
    try {
      await transactAs(server().database.orm, person!.id)((em) => em.execute(`update cooperation_request set ${what} where uuid = '${key}'`));
      return 'done';
    } catch (error) {
      return (error as { cause?: Error }).cause?.message ?? (error as Error).message;
    }
  };

  test('keeps what came of a request: it is said when it is closed, and neither changed nor taken away', async () => {
    const [session, other] = [keyOf(await sessionIn()), keyOf(await sessionIn('Niš'))];
    const [open, closed] = [await granted(), await granted()];
    await close(server(), headers.adviser, closed, { session: `TrainingSession_${session}` });
    const tries = [await as(`session_uuid = '${session}'`, open), await as(`session_uuid = '${other}'`, closed), await as('session_uuid = null', closed)];
    for (const said of tries) expect(said).toContain('is said when it is closed, and stays');
    // The control: without its trigger it would be changed.
    await without(server(), 'cooperation_request_moves_results', async () => expect(await as(`session_uuid = '${other}'`, closed)).toBe('done'));
  });

  test('links nothing real with what is invented', async () => {
    const { id } = await missionTo([BELGRADE]);
    for (const [table, column] of [['mission', 'uuid'], ['mission_leg', 'mission_uuid']] as const) await sql(`update ${table} set is_demonstration = false where ${column} = ?`, [keyOf(id)]);
    expect(await as(`status = 'CLOSED', mission_uuid = '${keyOf(id)}'`, await granted())).toContain('invented and what is real are not linked');
  });
});
