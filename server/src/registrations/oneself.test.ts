/** Registering oneself, by the API. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { outcomeOf, registerMyself, sheetOfExpert } from './oneself.fixture.ts';
import { act, addSession, idOf, mailsTo, outcomesOf, owner, register, rowsOf, takenOf } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let profession: string;
let days = 20;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
/** A session that asks for no nomination, at a time of its own. */
const open = (more: Partial<Parameters<typeof addSession>[1]> = {}): Promise<string> => addSession(server(), { places: 5, needsNomination: false, inDays: (days += 2), ...more });
const mine = async (role: keyof Headers): Promise<{ session: { id: string }; state: string; isOwn: boolean; can: { withdraw: boolean; validate: boolean } }[]> => {
  const { data } = await ask(server(), '{ registrations(filter: { own: true }, first: 100) { nodes { session { id } state isOwn can { withdraw validate } } } }', {}, headers[role]);
  return (data!.registrations as { nodes: never[] }).nodes;
};

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
  profession = await sheetOfExpert(server());
});

beforeEach(() => sql('delete from mail'));

describe('where nobody has to be nominated', () => {
  test('an expert registers themselves, as their sheet says, and is written to in their language', async () => {
    const session = await open();
    await sql(`update person set locale = 'hr' where email = ?`, [PEOPLE.expert]);
    expect(await registerMyself(server(), headers.expert, { session, country: 'AL', profession: 'NURSE' })).toMatchObject({ outcome: 'DONE', registered: { email: PEOPLE.expert, outcome: 'CONFIRMED' } });
    expect(await sql('select r.organisation_slug, r.country_code, r.sector, r.profession_code, r.is_own, p.country_code as of from registration r join participant p on p.uuid = r.participant_uuid where session_uuid = ?', [session]))
      .toEqual([{ organisation_slug: null, country_code: 'AL', sector: 'OTHER', profession_code: profession, is_own: true, of: null }]);
    expect((await mailsTo(server(), PEOPLE.expert)).map(({ template, locale }) => [template, locale])).toEqual([['registrationPass', 'hr']]);
    expect(await mine('expert')).toContainEqual({ session: { id: `TrainingSession_${session}` }, state: 'CONFIRMED', isOwn: true, can: { withdraw: true, validate: false } });
  });

  test.each([['ngoMember', 'ngo'], ['ngoCoordinator', 'ngo'], ['authority', null], ['international', 'international']] as const)('%s registers themselves as what they are, and as nothing else', async (role, of) => {
    const [{ slug: international }] = await sql<{ slug: string }>('select organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?', [PEOPLE.international]) as [{ slug: string }];
    const organisation = of === 'ngo' ? ngo : of === null ? undefined : international;
    const session = await open();
    const as = { session, ...(organisation && { organisation }) };
    expect(await outcomeOf(server(), headers[role], { session, ...(of === null ? { organisation: ngo } : {}) })).toBe('NOT_ALLOWED');
    if (of !== 'international') expect(await outcomeOf(server(), headers[role], { ...as, country: 'AL' })).toBe('NOT_ALLOWED');
    expect(await outcomeOf(server(), headers[role], as)).toBe('CONFIRMED');
    expect((await mailsTo(server(), PEOPLE[role])).map(({ template }) => template)).toEqual(['registrationPass']);
    expect(await rowsOf(server(), session)).toMatchObject([{ email: PEOPLE[role] }]);
  });

  test('who prepares, validates or translates does not, nor an expert for a country that their sheet does not name', async () => {
    const session = await open();
    for (const role of ['adviser', 'assistant', 'scac', 'ssi', 'translator'] as const) expect(await outcomeOf(server(), headers[role], { session })).toBe('NOT_ALLOWED');
    expect(await outcomeOf(server(), headers.expert, { session, country: 'MD' })).toBe('NOT_ALLOWED');
    expect(await rowsOf(server(), session)).toEqual([]);
  });

  test('they wait for the embassy of that country, for a place and in the same order as anybody', async () => {
    const session = await open({ places: 1, needsValidation: true });
    expect(await outcomeOf(server(), headers.expert, { session })).toBe('AWAITING_VALIDATION');
    expect(outcomesOf(await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: 'nominated@ngo.example' }] }))).toEqual(['AWAITING_VALIDATION']);
    const [own, theirs] = [await idOf(server(), session, PEOPLE.expert), await idOf(server(), session, 'nominated@ngo.example')];
    expect(await act(server(), headers.scacElsewhere, 'validateRegistration', own)).toBe('GONE');
    expect(await act(server(), headers.expert, 'validateRegistration', own)).toBe('NOT_ALLOWED');
    expect(await act(server(), headers.scac, 'validateRegistration', theirs)).toBe('DONE CONFIRMED');
    expect(await act(server(), headers.scac, 'validateRegistration', own)).toBe('DONE WAITING');
    expect(await takenOf(server(), session)).toEqual({ counter: 1, rows: 1 });
    expect(await act(server(), headers.ngoCoordinator, 'withdrawRegistration', theirs)).toBe('DONE WITHDRAWN');
    expect((await mine('expert')).find(({ session: { id } }) => id.endsWith(session))).toMatchObject({ state: 'OFFERED' });
    expect(await act(server(), headers.expert, 'acceptOffer', own)).toBe('DONE CONFIRMED');
  });

  test('quotas count them', async () => {
    const session = await open();
    await sql(`insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, 'SECTOR', 'OTHER', 0)`, [session]);
    expect(await registerMyself(server(), headers.expert, { session })).toMatchObject({ registered: { outcome: 'WAITING', position: 1, passedOver: 'SECTOR' } });
  });

  test('they leave by themselves, and nobody else of their country does it for them', async () => {
    const session = await open();
    await outcomeOf(server(), headers.expert, { session });
    const own = await idOf(server(), session, PEOPLE.expert);
    for (const role of ['authority', 'ngoCoordinator', 'international'] as const) expect(await act(server(), headers[role], 'withdrawRegistration', own)).toBe('GONE');
    for (const role of ['scac', 'adviser'] as const) expect(await act(server(), headers[role], 'withdrawRegistration', own)).toBe('NOT_ALLOWED');
    expect(await act(server(), headers.expert, 'withdrawRegistration', own)).toBe('DONE WITHDRAWN');
    expect(await takenOf(server(), session)).toEqual({ counter: 0, rows: 0 });
    expect(await outcomeOf(server(), headers.expert, { session })).toBe('CONFIRMED');
  });

  test('sent again once their role has ended, it is told how they stand; nothing else is for them any more', async () => {
    const [session, other, submission] = [await open(), await open(), randomUUID()];
    const given = { session, organisation: ngo, submission };
    expect(await outcomeOf(server(), headers.ngoMember, given)).toBe('CONFIRMED');
    const ends = (until: string) => sql(`update member set since = least(since, current_date - 2), until = ${until} where person_id = (select id from person where email = ?)`, [PEOPLE.ngoMember]);
    await ends('current_date - 1');
    try {
      expect([await outcomeOf(server(), headers.ngoMember, given), await outcomeOf(server(), headers.ngoMember, { ...given, session: other }), await outcomeOf(server(), headers.ngoMember, { ...given, submission: randomUUID() })]).toEqual(['CONFIRMED', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    } finally {
      await ends('null');
    }
    expect([await rowsOf(server(), session), await rowsOf(server(), other)]).toMatchObject([[{ email: PEOPLE.ngoMember }], []]);
  });

  test('the same sent a hundred times at once registers once, and writes once', async () => {
    const [session, submission] = [await open(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 100 }, () => outcomeOf(server(), headers.expert, { session, submission })));
    expect(new Set(answers)).toEqual(new Set(['CONFIRMED']));
    expect(await rowsOf(server(), session)).toHaveLength(1);
    expect(await mailsTo(server(), PEOPLE.expert)).toHaveLength(1);
  });
});

describe('somebody is in a session once', () => {
  test('also where their coordinator nominates them before or after, at once or not', async () => {
    const nominate = (session: string) => register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: PEOPLE.ngoMember }] }).then((answer) => (outcomesOf(answer) as string[])[0]!);
    const myself = (session: string) => outcomeOf(server(), headers.ngoMember, { session, organisation: ngo });
    const [before, after, atOnce] = [await open(), await open(), await open()];
    expect([await nominate(before), await myself(before)]).toEqual(['CONFIRMED', 'ALREADY_REGISTERED']);
    expect([await myself(after), await nominate(after)]).toEqual(['CONFIRMED', 'ALREADY_REGISTERED']);
    const both = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? nominate : myself)(atOnce)));
    expect(both.filter((outcome) => outcome === 'CONFIRMED')).toHaveLength(1);
    for (const session of [before, after, atOnce]) expect(await rowsOf(server(), session)).toHaveLength(1);
  });

  test('also where another organisation nominated them under their address: they are told so, and nothing of whom', async () => {
    const session = await open();
    await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: PEOPLE.expert }] });
    expect(await outcomeOf(server(), headers.expert, { session })).toBe('ALREADY_REGISTERED');
    expect(await mine('expert')).not.toContainEqual(expect.objectContaining({ session: { id: `TrainingSession_${session}` } }));
  });

  test('and who was refused is so as whatever they come', async () => {
    const session = await open({ needsValidation: true });
    await outcomeOf(server(), headers.expert, { session, country: 'AL' });
    expect(await act(server(), headers.scacElsewhere, 'refuseRegistration', await idOf(server(), session, PEOPLE.expert), ', reason: "The session is for magistrates."')).toBe('DONE REFUSED');
    expect(await outcomeOf(server(), headers.expert, { session, country: 'RS' })).toBe('REFUSED_BEFORE');
  });
});

describe('where an organisation or an authority nominates', () => {
  test('nobody registers themselves, and is told why; those who nominate do as ever', async () => {
    const session = await open({ needsNomination: true });
    for (const role of ['expert', 'authority', 'translator'] as const) expect(await outcomeOf(server(), headers[role], { session })).toBe('NOMINATED');
    expect(await outcomeOf(server(), headers.ngoMember, { session, organisation: ngo })).toBe('NOMINATED');
    expect(outcomesOf(await register(server(), headers.ngoCoordinator, { session, organisation: ngo, people: [{ email: 'nominated@ngo.example' }] }))).toEqual(['CONFIRMED']);
  });

  test('who had registered themselves before stays, is told so again, answers and leaves', async () => {
    const [session, submission] = [await open({ needsValidation: true }), randomUUID()];
    await outcomeOf(server(), headers.expert, { session, submission });
    const own = await idOf(server(), session, PEOPLE.expert);
    await sql('update training_session set needs_nomination = true where uuid = ?', [session]);
    expect(await outcomeOf(server(), headers.expert, { session, submission })).toBe('AWAITING_VALIDATION');
    expect(await outcomeOf(server(), headers.expert, { session })).toBe('ALREADY_REGISTERED');
    expect(await act(server(), headers.scac, 'validateRegistration', own)).toBe('DONE CONFIRMED');
    expect(await act(server(), headers.expert, 'withdrawRegistration', own)).toBe('DONE WITHDRAWN');
    expect(await outcomeOf(server(), headers.expert, { session })).toBe('NOMINATED');
  });

  test('the ability says the same, and whoever is signed out has none', async () => {
    const [asks, takes] = [await open({ needsNomination: true }), await open()];
    const can = async (session: string, role: keyof Headers): Promise<boolean> => {
      const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { can { registerMyself } } }', { id: `TrainingSession_${session}` }, headers[role]);
      return (data!.trainingSession as { can: { registerMyself: boolean } }).can.registerMyself;
    };
    for (const role of ['expert', 'ngoMember', 'authority', 'international'] as const) expect([await can(asks, role), await can(takes, role)]).toEqual([false, true]);
    for (const role of ['visitor', 'suspended', 'scac', 'adviser', 'translator'] as const) expect(await can(takes, role)).toBe(false);
  });
});

test('a person who is erased is so with what they registered themselves for', async () => {
  const session = await open();
  await outcomeOf(server(), headers.international, { session, organisation: (await sql<{ slug: string }>('select organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?', [PEOPLE.international]))[0]!.slug });
  await sql('delete from person where email = ?', [PEOPLE.international]);
  expect(await rowsOf(server(), session)).toEqual([]);
  expect(await takenOf(server(), session)).toEqual({ counter: 0, rows: 0 });
});
