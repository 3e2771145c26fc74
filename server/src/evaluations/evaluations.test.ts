/** Asking those who were at a session what it was like, and what comes of it, by the API. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { answer, answered, closeNow, evaluatedSession, type Evaluated, type EvaluatedWanted, open, readBy, secretOf } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let organisation: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const over = (wanted: Partial<EvaluatedWanted> = {}): Promise<Evaluated> => evaluatedSession(server(), { present: 12, organisation, coordinator: headers.ngoCoordinator, adviser: headers.adviser, ...wanted });

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = await ngoOf(server(), 'RS');
});

describe('those who were there', () => {
  test('are asked by mail, each in their language and with a secret of their own; who was absent is not', async () => {
    const { session, emails } = await over({ absent: 2 });
    expect(await open(server(), headers.scac, session)).toBe('DONE');
    const mails = await sql<{ recipient: string; locale: string; subject: string }>(`select m.recipient, m.locale, m.subject from mail m join registration r on r.email = m.recipient where r.session_uuid = ? and m.template = 'registrationEvaluation'`, [session]);
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([...emails].sort());
    expect(mails.find(({ recipient }) => recipient === emails[0])).toMatchObject({ locale: 'mk', subject: 'Каква беше обуката? – A session for tests (en)' });
    expect(new Set(await Promise.all(emails.map((email) => secretOf(server(), email)))).size).toBe(12);
    expect(await readBy(server(), headers.scac, session)).toMatchObject({ state: 'OPEN', asked: 12, answered: null, results: [], can: { open: false } });
  });

  test('are asked once, once the session is over, by those who prepare it, and only where enough of them were there', async () => {
    const { session } = await over();
    const early = await over({ began: '1 hour' });
    const few = await over({ present: 10, absent: 2 });
    for (const role of ['ngoCoordinator', 'ngoMember', 'scacElsewhere', 'expert', 'translator', 'authority'] as const) expect([role, await open(server(), headers[role], session)]).toEqual([role, 'NOT_ALLOWED']);
    expect(await open(server(), headers.visitor, session)).toBe('UNAUTHENTICATED');
    expect(await open(server(), headers.scac, session, { questions: [] })).toBe('BAD_USER_INPUT');
    expect(await open(server(), headers.scac, session, { days: 3 })).toBe('BAD_USER_INPUT');
    expect(await Promise.all([open(server(), headers.scac, session), open(server(), headers.adviser, session)]).then((both) => both.sort())).toEqual(['ALREADY', 'DONE']);
    expect(await open(server(), headers.scac, early.session)).toBe('TOO_EARLY');
    expect(await open(server(), headers.scac, few.session)).toBe('TOO_FEW');
    expect(await sql('select from evaluation_invitation where session_uuid = ?', [few.session])).toEqual([]);
  });

  test('are asked once, and counted once, whoever has registered them: an address stands for a person', async () => {
    /** Another organisation registers the same address, and it was there too. */
    const again = async (session: string, email: string): Promise<void> => {
      await sql(
        `with p as (insert into participant select (jsonb_populate_record(p, jsonb_build_object('uuid', gen_random_uuid(), 'organisation_slug', o.slug))).* from participant p, (select slug from organisation where kind = 'NGO' and slug <> ? limit 1) o
           where p.email = ? returning uuid, organisation_slug),
         r as (insert into registration select (jsonb_populate_record(r, jsonb_build_object('uuid', gen_random_uuid(), 'participant_uuid', p.uuid, 'organisation_slug', p.organisation_slug))).* from registration r, p
           where r.email = ? and r.session_uuid = ? returning uuid)
         insert into presence select (jsonb_populate_record(x, jsonb_build_object('uuid', gen_random_uuid(), 'registration_uuid', r.uuid))).* from presence x, r where x.registration_uuid = (select uuid from registration where email = ? and session_uuid = ?)`,
        [organisation, email, email, session, email, session]);
    };
    const [few, enough] = [await over({ present: 10 }), await over({ present: 11 })];
    await again(few.session, few.emails[0]!);
    expect(await open(server(), headers.scac, few.session)).toBe('TOO_FEW');
    await again(enough.session, enough.emails[0]!);
    expect(await sql('select from registration where session_uuid = ?', [enough.session])).toHaveLength(12);
    expect(await open(server(), headers.scac, enough.session)).toBe('DONE');
    expect(await sql('select from mail where recipient = ? and template = ?', [enough.emails[0], 'registrationEvaluation'])).toHaveLength(1);
    expect((await readBy(server(), headers.scac, enough.session))!.asked).toBe(11);
    // Whoever takes the address of somebody else who was asked, later, is that person: what has been answered stays answered.
    await answered(server(), await secretOf(server(), enough.emails[1]!), { OVERALL: 'GOOD' });
    await sql('update registration set email = ? where email = ? and session_uuid = ?', [enough.emails[2], enough.emails[1], enough.session]);
    expect(await sql('select has_answered from evaluation_invitation where email = ?', [enough.emails[2]])).toEqual([{ has_answered: true }]);
    expect(await answered(server(), await secretOf(server(), enough.emails[2]!), { OVERALL: 'GOOD' })).toBe('ALREADY');
    // The database holds it, whoever asks.
    await expect(sql(`insert into evaluation_invitation (registration_uuid, secret_hash) select uuid, 'x' || uuid from registration where session_uuid = ? and email = ?
      and uuid not in (select registration_uuid from evaluation_invitation)`, [enough.session, enough.emails[0]])).rejects.toThrow(/evaluation_invitation_session_uuid_email_unique/);
  });

  test('read by the secret what they are asked, and answer once', async () => {
    const { session, emails: [first] } = await over();
    await open(server(), headers.scac, session, { questions: ['BETTER', 'OVERALL'] });
    const secret = await secretOf(server(), first!);
    const read = () => ask(server(), 'mutation ($secret: String!) { readEvaluation(secret: $secret) { state questions session { title { text } } } }', { secret }).then(({ data }) => data!.readEvaluation);
    expect(await read()).toEqual({ state: 'OPEN', questions: ['OVERALL', 'BETTER'], session: { title: { text: 'A session for tests' } } });
    expect(await Promise.all(Array.from({ length: 4 }, () => answered(server(), secret, { OVERALL: 'GOOD' }))).then((came) => came.sort())).toEqual(['ALREADY', 'ALREADY', 'ALREADY', 'DONE']);
    expect(await read()).toMatchObject({ state: 'ALREADY' });
    expect(await sql(`select answered from evaluation_result where session_uuid = ? and question = 'OVERALL'`, [session])).toEqual([{ answered: 1 }]);
    expect(await answered(server(), 'x'.repeat(32), { OVERALL: 'GOOD' })).toBe('GONE');
  });

  test('answer what is an answer, and nothing that tells who a person is', async () => {
    const { session, emails: [first] } = await over();
    await open(server(), headers.scac, session);
    const secret = await secretOf(server(), first!);
    for (const wrong of [{}, { OVERALL: 'YES' }, { USE: 'GOOD' }, { USEFUL: 'x'.repeat(1001) }, { USEFUL: ' ' }]) expect([wrong, await answered(server(), secret, wrong as never)]).toEqual([wrong, 'BAD_USER_INPUT']);
    expect((await answer(server(), secret, { BETTER: 'Call her at +381 64 123 4567, she is 17 years old' })).code).toBe('VICTIM_DATA');
    expect(await answered(server(), secret, { BETTER: 'Call +381 64 123 4567', USEFUL: 'x'.repeat(1001) })).toBe('BAD_USER_INPUT');
    expect(await sql('select from evaluation_result where session_uuid = ?', [session])).toEqual([]);
    // What was not asked is not counted.
    expect(await answered(server(), secret, { TRAINERS: 'GOOD', OVERALL: 'POOR' })).toBe('DONE');
    expect(await sql('select question from evaluation_result where session_uuid = ? order by 1', [session])).toEqual([{ question: '*' }, { question: 'OVERALL' }]);
  });

  test('come too late once the time is over, though nobody has closed it yet', async () => {
    const { session, emails: [first] } = await over();
    await open(server(), headers.scac, session);
    await sql(`update session_evaluation set closes_at = now() - interval '1 second' where session_uuid = ?`, [session]);
    expect(await answered(server(), await secretOf(server(), first!), { OVERALL: 'GOOD' })).toBe('TOO_LATE');
    await closeNow(server(), session);
    expect(await answered(server(), await secretOf(server(), first!), { OVERALL: 'GOOD' })).toBe('GONE');
  });
});

describe('results', () => {
  /** As many of those who were there answer, the first of them with words. */
  async function answeredBy(count: number, wanted: Partial<EvaluatedWanted> = {}): Promise<string> {
    const { session, emails } = await over(wanted);
    await open(server(), headers.scac, session);
    for (const [i, email] of emails.slice(0, count).entries()) {
      await answered(server(), await secretOf(server(), email), { OVERALL: i < 8 ? 'VERY_GOOD' : 'POOR', ...(i < 10 && { CONTENT: 'GOOD' }), ...(i < 2 && { USEFUL: `The moot court, part ${i}` }) });
    }
    return session;
  }

  test('are shown once, when it is closed, question by question, where eleven have answered', async () => {
    const session = await answeredBy(12);
    for (const role of ['scac', 'adviser'] as const) expect(await readBy(server(), headers[role], session)).toMatchObject({ state: 'OPEN', answered: null, closedAt: null, results: [] });
    await closeNow(server(), session);
    const read = await readBy(server(), headers.scac, session);
    expect(read).toMatchObject({ state: 'SHOWN', asked: 12, answered: 12 });
    // Ten have answered CONTENT: that is hidden, and so are the questions that nobody has answered.
    expect(read!.results.map(({ question }) => question)).toEqual(['OVERALL', 'USEFUL']);
    expect(read!.results[0]).toMatchObject({ answered: 12, counts: [{ choice: 'POOR', count: 4 }, { choice: 'VERY_GOOD', count: 8 }], comments: [] });
    expect(read!.results[1]!.comments.map(({ text }) => text).sort()).toEqual(['The moot court, part 0', 'The moot court, part 1']);
  });

  test('of fewer than eleven are neither shown nor kept, and not even their number is told', async () => {
    const session = await answeredBy(10);
    await closeNow(server(), session);
    expect(await readBy(server(), headers.adviser, session)).toMatchObject({ state: 'WITHHELD', asked: 12, answered: null, results: [] });
    expect(await sql('select from evaluation_result where session_uuid = ?', [session])).toEqual([]);
    expect(await sql('select from evaluation_invitation where session_uuid = ?', [session])).toEqual([]);
  });

  test('are for those who prepare the session and its trainers, and for nobody else', async () => {
    const session = await answeredBy(11);
    await closeNow(server(), session);
    const seen = async (): Promise<string[]> => {
      const found = await Promise.all(Object.entries(headers).map(async ([role, cookies]) => ((await readBy(server(), cookies, session))?.results.length ? role : undefined)));
      return found.filter((role) => role !== undefined).sort();
    };
    expect(await seen()).toEqual(['adviser', 'assistant', 'scac', 'ssi']);
    await sql(`insert into session_trainer (session_uuid, expert_uuid, position) select ?, e.uuid, 1 from expert e join person p on p.id = e.person_id where p.email = ?`, [session, PEOPLE.expert]);
    expect(await seen()).toEqual(['adviser', 'assistant', 'expert', 'scac', 'ssi']);
  });

  test('stay as they are: it is not opened again, and closing again changes nothing', async () => {
    const session = await answeredBy(11);
    await closeNow(server(), session);
    const before = await readBy(server(), headers.adviser, session);
    expect(await open(server(), headers.adviser, session)).toBe('ALREADY');
    await closeNow(server(), session);
    expect(await readBy(server(), headers.adviser, session)).toEqual(before);
  });
});
