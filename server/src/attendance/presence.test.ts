/** Who was there, by the API: by list, by pass, twice, late, and from two telephones at once. */
import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { dayThere, type Held, heldSession, type HeldWanted, nobody, outcomesOf, record, stands, tokenOf } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let organisation: string;
let n = 0;

const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
const held = (wanted: Partial<HeldWanted> & { count?: number } = {}): Promise<Held> => heldSession(server(), {
  people: Array.from({ length: wanted.count ?? 1 }, () => ({ email: `attendee${(n += 1)}@ngo.example` })), organisation, coordinator: headers.ngoCoordinator, ...wanted,
});

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = await ngoOf(server(), 'RS');
});

describe('those who prepare a session', () => {
  test('say who was there and who was not, take it back, and say it again', async () => {
    const { registrations: [one, two] } = await held({ count: 2 });
    expect(outcomesOf(await record(server(), headers.scac, { registration: one! }, { registration: two!, state: 'ABSENT' }))).toEqual(['DONE', 'DONE']);
    expect(await stands(server(), one!)).toEqual([{ day: dayThere(), state: 'PRESENT', by: 'scac.rs@passerelle.example' }]);
    expect(await stands(server(), two!)).toMatchObject([{ state: 'ABSENT' }]);
    expect(outcomesOf(await record(server(), headers.adviser, { registration: one!, state: 'OPEN' }))).toEqual(['DONE']);
    expect(await stands(server(), one!)).toEqual([{ day: dayThere(), state: 'OPEN', by: 'adviser@passerelle.example' }]);
    expect(outcomesOf(await record(server(), headers.ssi, { registration: one! }))).toEqual(['DONE']);
  });

  test('do so for each day of a session that lasts several, and not for days that have not come', async () => {
    const { registrations: [one] } = await held({ began: '1 day', lasts: '3 days' });
    const [yesterday, tomorrow] = [dayThere(-1), dayThere(1)];
    expect(outcomesOf(await record(server(), headers.scac, { registration: one!, day: yesterday! }, { registration: one! }, { registration: one!, day: tomorrow! }, { registration: one!, day: '2020-01-01' })))
      .toEqual(['DONE', 'DONE', 'TOO_EARLY', 'GONE']);
    expect((await stands(server(), one!)).map(({ day }) => day)).toEqual([yesterday, dayThere()]);
  });

  test('do so until it is put away', async () => {
    const { session, registrations: [one] } = await held({ began: '10 hours' });
    await owner(server(), `update training_session set stage = 'ARCHIVED' where uuid = ?`, [session]);
    expect(outcomesOf(await record(server(), headers.scac, { registration: one! }))).toEqual(['TOO_LATE']);
    expect(await stands(server(), one!)).toEqual([]);
    await expect(owner(server(), `insert into presence (registration_uuid, day, session_uuid, state, decided_at) values (?, current_date, ?, 'PRESENT', now())`, [one, session])).rejects.toThrow(/session that is held/);
  });

  test('see everybody with a place by name, days and what passes are read with; nobody else sees what is asked for', async () => {
    const { session, registrations } = await held({ count: 2 });
    const query = `query ($id: ID!) { trainingSession(id: $id) { attendance { days requiredShare passKey can { record certify } } attendees { nodes { name registration token code presences { day state } hasAttended } } } }`;
    const seen = async (role: keyof Headers) => ((await ask(server(), query, { id: `TrainingSession_${session}` }, headers[role])).data!.trainingSession as { attendance: object | null; attendees: { nodes: { registration: string; token: string; code: string }[] } });
    for (const role of ['scac', 'ssi', 'adviser', 'assistant'] as const) {
      const { attendance, attendees } = await seen(role);
      expect(attendance).toEqual({ days: [dayThere()], requiredShare: 100, passKey: expect.stringMatching(/^[\w-]{43}$/), can: { record: true, certify: false } });
      expect(attendees.nodes.map(({ registration }) => registration).sort()).toEqual(registrations.map((id) => `Registration_${id}`).sort());
    }
    expect(await seen('ngoCoordinator')).toMatchObject({ attendance: null, attendees: { nodes: [{ token: expect.stringMatching(/^[\w-]{43}$/) }, { code: expect.stringMatching(/^[0-9A-Z]{8}$/) }] } });
    for (const role of ['visitor', 'scacElsewhere', 'expert', 'authority', 'international', 'translator', 'suspended'] as const) expect(await seen(role)).toEqual({ attendance: null, attendees: { nodes: [] } });
  });

  test('see those of other countries too, who come to their session', async () => {
    const { session, registrations: [one] } = await held({ country: 'AL' });
    const { data } = await ask(server(), `query ($id: ID!) { trainingSession(id: $id) { attendees { nodes { registration country { code } } } } }`, { id: `TrainingSession_${session}` }, headers.scacElsewhere);
    expect(data).toEqual({ trainingSession: { attendees: { nodes: [{ registration: `Registration_${one}`, country: { code: 'RS' } }] } } });
    expect(outcomesOf(await record(server(), headers.scacElsewhere, { registration: one! }))).toEqual(['DONE']);
    expect(outcomesOf(await record(server(), headers.scac, { registration: one! }))).toEqual(['GONE']);
  });
});

test('nobody else says who was there', async () => {
  const { registrations: [one] } = await held();
  for (const role of ['scacElsewhere', 'expert', 'authority', 'international', 'translator'] as const) expect([role, outcomesOf(await record(server(), headers[role], { registration: one! }))]).toEqual([role, ['GONE']]);
  for (const role of ['ngoCoordinator', 'ngoMember'] as const) expect([role, outcomesOf(await record(server(), headers[role], { registration: one! }))]).toEqual([role, ['NOT_ALLOWED']]);
  for (const role of ['visitor', 'suspended'] as const) expect(outcomesOf(await record(server(), headers[role], { registration: one! }))).toBe('UNAUTHENTICATED');
  expect(await stands(server(), one!)).toEqual([]);
});

describe('a pass', () => {
  test('is signed with the key of its session, as anybody who has that key can tell', async () => {
    const { session, registrations: [one] } = await held();
    const { token } = await tokenOf(server(), one!);
    const bytes = Buffer.from(token, 'base64url');
    const [{ key }] = (await owner<{ key: string }>(server(), `select encode(check_in_key, 'hex') as key from session_attendance where session_uuid = ?`, [session])) as [{ key: string }];
    expect(bytes.subarray(0, 16).toString('hex')).toBe(one!.replaceAll('-', ''));
    expect(bytes.subarray(16)).toEqual(createHmac('sha256', Buffer.from(key, 'hex')).update('passerelle check-in').update(bytes.subarray(0, 16)).digest().subarray(0, 16));
  });

  test('says whose presence it is', async () => {
    const { registrations: [one] } = await held();
    const answer = await record(server(), headers.scac, { token: (await tokenOf(server(), one!)).token });
    expect(answer.data!.recordPresence).toEqual({ results: [{ outcome: 'DONE', registration: `Registration_${one}`, day: dayThere(), state: 'PRESENT' }] });
  });

  test('that nobody has signed says nothing: with one bit changed, of another session, of nobody', async () => {
    const { registrations: [one] } = await held();
    const { token } = await tokenOf(server(), one!);
    const bytes = Buffer.from(token, 'base64url');
    const forged = [0, 15, 16, 31].map((i) => Buffer.from(bytes.map((byte, at) => (at === i ? byte ^ 1 : byte))).toString('base64url'));
    const [other] = (await held()).registrations;
    const mixed = Buffer.concat([Buffer.from(other!.replaceAll('-', ''), 'hex'), bytes.subarray(16)]).toString('base64url');
    for (const said of [...forged, mixed, '', 'x', `${token}A`, token.slice(1), '🔑'.repeat(21)]) expect([said, outcomesOf(await record(server(), headers.adviser, { token: said }))]).toEqual([said, ['GONE']]);
    expect(await stands(server(), one!)).toEqual([]);
  });

  test('is void once the session is put away or called off', async () => {
    for (const stage of ['ARCHIVED', 'CANCELLED']) {
      const { session, registrations: [one] } = await held();
      const { token } = await tokenOf(server(), one!);
      await owner(server(), `update training_session_translation set cancelled_reason = 'Called off.' where session_uuid = ?`, [session]);
      await owner(server(), 'update training_session set stage = ? where uuid = ?', [stage, session]);
      expect(await tokenOf(server(), one!)).toEqual({ token: null, code: null });
      expect(outcomesOf(await record(server(), headers.adviser, { token }))).toEqual(['GONE']);
      expect(await owner(server(), 'select check_in_key from session_attendance where session_uuid = ?', [session])).toEqual([{ check_in_key: null }]);
    }
  });

  test('stands in the confirmation to who takes part', async () => {
    const { registrations: [one] } = await held();
    const { token } = await tokenOf(server(), one!);
    const [mail] = await owner<{ text: string }>(server(), `select text from mail where template = 'registrationPass' and recipient = (select email from registration where uuid = ?)`, [one]);
    expect(mail!.text).toContain(`/fr/pass#${token}`);
  });
});

describe('of each person and day the last decision stands', () => {
  test('however often and in whatever order it comes', async () => {
    const { registrations: [one] } = await held();
    const [early, late] = [{ registration: one!, state: 'PRESENT', at: minutesAgo(30) }, { registration: one!, state: 'ABSENT', at: minutesAgo(10) }];
    expect(outcomesOf(await record(server(), headers.scac, late))).toEqual(['DONE']);
    expect(outcomesOf(await record(server(), headers.ssi, early))).toEqual(['SUPERSEDED']);
    for (let again = 0; again < 3; again += 1) expect(outcomesOf(await record(server(), headers.scac, late))).toEqual(['DONE']);
    expect(await stands(server(), one!)).toEqual([{ day: dayThere(), state: 'ABSENT', by: 'scac.rs@passerelle.example' }]);
    const [trail] = await owner<{ count: number }>(server(), `select count(*)::int as count from audit_entry where subject = 'PRESENCE' and object = ?`, [one]);
    expect(trail).toEqual({ count: 1 });
  });

  test('also where both come together, and a moment that has not come counts as now', async () => {
    const { registrations: [one] } = await held();
    const ahead = new Date(Date.now() + 3_600_000);
    expect(outcomesOf(await record(server(), headers.scac, { registration: one!, state: 'ABSENT', at: minutesAgo(2) }, { registration: one!, state: 'PRESENT', at: minutesAgo(3) }))).toEqual(['DONE', 'SUPERSEDED']);
    expect(outcomesOf(await record(server(), headers.scac, { registration: one!, at: ahead }))).toEqual(['DONE']);
    expect(outcomesOf(await record(server(), headers.scac, { registration: one!, state: 'OPEN' }))).toEqual(['DONE']);
    expect(await stands(server(), one!)).toMatchObject([{ state: 'OPEN' }]);
  });

  test('two telephones that scanned the same people without a network, and send it at once: each was there once, and nothing is lost', async () => {
    const { registrations } = await held({ count: 18 });
    const tokens = await Promise.all(registrations.map(async (id) => (await tokenOf(server(), id)).token));
    const scans = (from: number, to: number) => tokens.slice(from, to).map((token, i) => ({ token, at: minutesAgo(60 - i) }));
    const answers = await Promise.all([record(server(), headers.scac, ...scans(0, 12)), record(server(), headers.ssi, ...scans(6, 18)), record(server(), headers.scac, ...scans(0, 12)), record(server(), headers.ssi, ...scans(6, 18))]);
    for (const answer of answers) expect(new Set(outcomesOf(answer))).toEqual(new Set(['DONE']));
    for (const registration of registrations) expect(await stands(server(), registration)).toMatchObject([{ state: 'PRESENT' }]);
  });

  test('two who decide about one person at once: the later decision stands, whichever comes first', async () => {
    const { registrations } = await held({ count: 10 });
    await Promise.all(registrations.flatMap((registration, i) => {
      const [first, second] = [record(server(), headers.scac, { registration, state: 'ABSENT', at: minutesAgo(5) }), record(server(), headers.adviser, { registration, at: minutesAgo(4) })];
      return i % 2 === 0 ? [first, second] : [second, first];
    }));
    for (const registration of registrations) expect(await stands(server(), registration)).toMatchObject([{ state: 'PRESENT', by: 'adviser@passerelle.example' }]);
  });

  test('the control: a table that keeps what comes last loses the later decision', async () => {
    const { session, registrations: [one] } = await held();
    for (const [state, at] of [['ABSENT', minutesAgo(1)], ['PRESENT', minutesAgo(9)]] as const) {
      await owner(server(), `insert into presence (registration_uuid, day, session_uuid, state, decided_at) values (?, current_date, ?, ?, ?) on conflict (registration_uuid, day) do update set state = excluded.state, decided_at = excluded.decided_at`, [one, session, state, at]);
    }
    expect(await stands(server(), one!)).toMatchObject([{ state: 'PRESENT' }]);
  });
});

test('what cannot be said is refused with its reason', async () => {
  const { registrations: [one] } = await held();
  expect((await record(server(), headers.scac, ...Array.from({ length: 501 }, () => ({ registration: one! })))).code).toBe('BAD_USER_INPUT');
  expect((await record(server(), headers.scac, { registration: 'x' })).code).toBe('BAD_USER_INPUT');
  expect(outcomesOf(await record(server(), headers.scac, { registration: nobody() }, {}))).toEqual(['GONE', 'GONE']);
});
