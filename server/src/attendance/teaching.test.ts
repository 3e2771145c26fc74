/** Who teaches in a session says who is there while it is held, and learns a name and an organisation, nothing else. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { dayThere, heldSession, issue, outcomesOf, record, stands } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let organisation: string;
let session: string;
let registration: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const teach = (): Promise<unknown> => sql('insert into session_trainer (session_uuid, expert_uuid, position) select ?, e.uuid, 1 from expert e join person p on p.id = e.person_id where p.email = ?', [session, PEOPLE.expert]);

/** Has it held on some days from today, from nine to five, where it is noon now. */
const heldOn = (from: number, to: number): Promise<unknown> => sql(
  `update training_session set starts_at = (?::date + time '09:00') at time zone time_zone, ends_at = (?::date + time '17:00') at time zone time_zone where uuid = ?`, [dayThere(from), dayThere(to), session]);

interface Seen {
  readonly attendance: { readonly passKey: string | null; readonly can: Readonly<Record<'record' | 'decide' | 'certify', boolean>> } | null;
  readonly attendees: { readonly nodes: readonly Readonly<Record<string, unknown>>[] };
}

const QUERY = `query ($id: ID!) { trainingSession(id: $id) {
  attendance { passKey can { record decide certify } } attendees { nodes { name code mode organisation { id } country { id } presences { day state } certificates { id } } } } }`;
const see = async (role: keyof Headers): Promise<Seen> => (await ask(server(), QUERY, { id: `TrainingSession_${session}` }, headers[role])).data!.trainingSession as Seen;
const says = async (): Promise<unknown> => outcomesOf(await record(server(), headers.expert, { registration }));

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = await ngoOf(server(), 'RS');
});

beforeEach(async () => {
  await sql('delete from session_trainer');
  const held = await heldSession(server(), { people: [{ email: `taught${(n += 1)}@ngo.example`, name: 'Ana Probna' }], organisation, coordinator: headers.ngoCoordinator });
  [session, registration] = [held.session, held.registrations[0]!];
  await heldOn(0, 0);
});

describe('who teaches in a session that is held', () => {
  test('sees the names, organisations and passes of those with a place, and nothing else of them', async () => {
    await teach();
    const { attendance, attendees } = await see('expert');
    expect(attendance).toEqual({ passKey: expect.stringMatching(/^[\w-]{43}$/), can: { record: true, decide: false, certify: false } });
    expect(attendees.nodes).toEqual([{ name: 'Ana Probna', code: expect.stringMatching(/^\w{8}$/), mode: null, organisation: { id: `Organisation_${organisation}` }, country: null, presences: [], certificates: [] }]);
    const { data } = await ask(server(), 'query ($id: ID!) { registrations(filter: { session: $id }, first: 5) { totalCount } trainingRecord(first: 5) { totalCount } }', { id: `TrainingSession_${session}` }, headers.expert);
    expect(data).toEqual({ registrations: { totalCount: 0 }, trainingRecord: { totalCount: 0 } });
    const node = await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `Registration_${registration}` }, headers.expert);
    expect(node.data).toEqual({ node: null });
  });

  test('says who is there, which stands like the word of who prepares it, and is in the trail under their name', async () => {
    await teach();
    expect(await says()).toEqual(['DONE']);
    expect(await stands(server(), registration)).toEqual([{ day: dayThere(), state: 'PRESENT', by: PEOPLE.expert }]);
    expect(outcomesOf(await record(server(), headers.scac, { registration, state: 'ABSENT' }))).toEqual(['DONE']);
    expect(await sql('select p.email, action from audit_entry a join person p on p.id = a.by_id where object = ? order by a.at', [registration])).toEqual(
      expect.arrayContaining([{ email: PEOPLE.expert, action: 'ADDED' }, { email: PEOPLE.scac, action: 'CHANGED' }]));
  });

  test('does not take back what is certified, and the others they say something of are recorded all the same', async () => {
    const people = ['first', 'second'].map((one) => ({ email: `${one}${n}@ngo.example` }));
    const held = await heldSession(server(), { people, organisation, coordinator: headers.ngoCoordinator });
    const [first, second] = held.registrations as [string, string];
    [session, registration] = [held.session, first];
    await teach();
    await heldOn(-1, -1);
    await record(server(), headers.scac, { registration, day: dayThere(-1) });
    expect(await issue(server(), headers.scac, session, [registration])).toEqual(['DONE']);
    expect(outcomesOf(await record(server(), headers.expert, { registration, state: 'ABSENT' }, { registration: second, state: 'ABSENT' }))).toEqual(['CERTIFIED', 'DONE']);
    expect([await stands(server(), registration), await stands(server(), second)]).toMatchObject([[{ state: 'PRESENT' }], [{ state: 'ABSENT', by: PEOPLE.expert }]]);
  });

  test('decides no share, certifies nobody, and takes no list out of the site', async () => {
    await teach();
    const share = await ask(server(), 'mutation ($id: ID!) { changeRequiredShare(session: $id, share: 50) { outcome } }', { id: `TrainingSession_${session}` }, headers.expert);
    expect(share.data).toEqual({ changeRequiredShare: { outcome: 'NOT_ALLOWED' } });
    await says();
    expect(await issue(server(), headers.expert, session, [registration])).toEqual(['NOT_ALLOWED']);
    const list = async (role: 'expert' | 'scac') => (await send(server(), `/export/participants.csv?locale=fr&session=TrainingSession_${session}`, { headers: headers[role] })).text;
    expect([(await list('scac')).includes('Ana Probna'), (await list('expert')).includes('Ana Probna')]).toEqual([true, false]);
  });
});

describe('from noon of the eve to the day after', () => {
  test.each<[string, number, number, boolean]>([
    ['two days before', 2, 2, false], ['on the eve', 1, 1, true], ['on a day in between', -1, 1, true], ['on the day after', -2, -1, true], ['two days after', -3, -2, false],
  ])('%s', async (_when, from, to, isOpen) => {
    await teach();
    await heldOn(from, to);
    const { attendance, attendees } = await see('expert');
    expect([attendance?.can.record ?? false, attendees.nodes.length]).toEqual(isOpen ? [true, 1] : [false, 0]);
    expect(await says()).toEqual([isOpen ? (from > 0 ? 'TOO_EARLY' : 'DONE') : 'GONE']);
  });
});

describe('what was decided while it was held, and comes when there is a network again', () => {
  const ago = (days: number): Date => new Date(Date.now() - days * 86_400_000);
  const sends = async (at: Date, state = 'PRESENT'): Promise<unknown> => outcomesOf(await record(server(), headers.expert, { registration, at, state }));

  test('is recorded for a week more, though who taught sees nobody any more', async () => {
    await teach();
    await heldOn(-4, -4);
    expect(await see('expert')).toMatchObject({ attendance: null, attendees: { nodes: [] } });
    expect(await sends(ago(4))).toEqual(['DONE']);
    expect(await stands(server(), registration)).toEqual([{ day: dayThere(-4), state: 'PRESENT', by: PEOPLE.expert }]);
    await heldOn(-8, -8);
    expect(await sends(ago(8), 'ABSENT')).toEqual(['DONE']);
    await heldOn(-9, -9);
    expect(await sends(ago(9))).toEqual(['GONE']);
  });

  test('stands behind what who prepares it has decided later', async () => {
    await teach();
    await heldOn(-4, -4);
    expect(outcomesOf(await record(server(), headers.scac, { registration, day: dayThere(-4), state: 'ABSENT' }))).toEqual(['DONE']);
    expect(await sends(ago(4))).toEqual(['SUPERSEDED']);
    expect(await stands(server(), registration)).toEqual([{ day: dayThere(-4), state: 'ABSENT', by: PEOPLE.scac }]);
  });

  test('is not what was decided afterwards, nor by who teaches in another session: the control', async () => {
    await heldOn(-4, -4);
    expect(await sends(ago(4))).toEqual(['GONE']);
    await teach();
    expect([await sends(ago(2)), await sends(ago(0)), await sends(ago(6))]).toEqual([['GONE'], ['GONE'], ['GONE']]);
    expect(await stands(server(), registration)).toEqual([]);
  });
});

describe('nobody else', () => {
  test('who teaches in another session, who is no trainer of it any more, and whose role is over see nobody', async () => {
    const none = async (): Promise<void> => {
      const { attendance, attendees } = await see('expert');
      expect([attendance, attendees.nodes, await says()]).toEqual([null, [], ['GONE']]);
    };
    await none();
    await teach();
    // The control.
    expect((await see('expert')).attendees.nodes).toHaveLength(1);
    await sql(`update member set until = current_date - 1 where role = 'EXPERT' and person_id = (select id from person where email = ?)`, [PEOPLE.expert]);
    await none();
    await sql(`update member set until = null where role = 'EXPERT' and person_id = (select id from person where email = ?)`, [PEOPLE.expert]);
    await sql(`update training_session set stage = 'ARCHIVED' where uuid = ?`, [session]);
    await none();
  });
});
