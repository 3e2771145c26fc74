/** Files that whoever is invited brings by the link of their invitation: with whom they wait, with whom they end up, and who reaches them. */
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { pdf } from '../core/files/files.fixture.ts';
import { hashOf } from '../members/index.ts';
import type { Question } from '../questions/world.fixture.ts';
import { askingForFiles, bring, type Bring, type Brought, fetchFile, storedOf, withFile } from '../registrations/answer-files.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { acceptByLink, acceptedAs, actOnInvitation, invitationOf, invitationSecret, invitedOutcomes, inviteToSession } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
let headers: Headers;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const asking = (questions: Readonly<Record<string, object>> = { file: {} }) => askingForFiles(server(), headers.adviser, questions, { inDays: 40 + (n += 2) });

/** Somebody of an authority in Serbia who is invited: the secret of their link, and the key of their invitation. */
async function invited(session: string): Promise<{ secret: string; id: string; email: string }> {
  const email = `invited${(n += 1)}@ministry.example`;
  expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, [{ email, name: 'Ana', locale: 'mk', isAuthority: true }]))).toEqual(['SENT']);
  return { secret: await invitationSecret(server(), email), id: await invitationOf(server(), session, email), email };
}

const bringBy = (secret: string, question: Question, more: Bring = {}, who = headers.visitor): Promise<Brought> => bring(server(), who, question.id, { ...more, secret });
const remove = (key: string, secret: string) => ask(server(), 'mutation ($id: ID!, $secret: String) { removeAnswerFile(id: $id, secret: $secret) { isGone } }', { id: `AnswerFile_${key}`, secret });
const cancelSession = (session: string) => ask(server(), 'mutation ($id: ID!) { cancelSession(id: $id, reasons: [{ locale: "en", text: "The room is closed." }]) { outcome } }', { id: `TrainingSession_${session}` }, headers.adviser);
/** Whom the address of a file gives it to. */
async function readersOf(key: string): Promise<string[]> {
  const given = await Promise.all(ROLES.map(async (role) => ((await fetchFile(server(), headers[role], key)).status === 200 ? [role] : [])));
  return given.flat().toSorted();
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

describe('whoever is invited', () => {
  test('brings a file by their link without an account, and is registered with it; who prepares the session reads it, and nobody else', async () => {
    const { session, asked } = await asking({ file: { isRequired: true }, other: {} });
    const { secret, email } = await invited(session);
    expect(await acceptByLink(server(), secret)).toMatchObject({ outcome: 'INVALID', faults: [{ question: asked.file!.key, fault: 'MISSING' }] });
    const [{ key, ...came }, spare] = [await bringBy(secret, asked.file!), await bringBy(secret, asked.other!)];
    expect(came).toMatchObject({ status: 201, outcome: 'DONE' });
    // Until they are registered it is nobody's to read.
    expect(await readersOf(key)).toEqual([]);
    expect(await acceptedAs(server(), secret, { answers: [withFile(asked.file!, key)] })).toBe('CONFIRMED');
    expect(await sql('select f.email, f.link_hash, r.session_uuid as session from answer_file f join registration r on r.uuid = f.registration_uuid where f.uuid = ?', [key])).toEqual([{ email, link_hash: null, session }]);
    expect(await readersOf(key)).toEqual(['adviser', 'assistant', 'scacElsewhere']);
    // What they were not registered with is gone, and nothing more is taken.
    expect([await storedOf(server(), key), await storedOf(server(), spare.key)]).toEqual([[1, 1], [0, 0]]);
    expect(await bringBy(secret, asked.other!)).toMatchObject({ status: 409, outcome: 'TOO_LATE' });
  });

  test('acts by the link alone, whoever is signed in', async () => {
    const { session, asked } = await asking();
    const { secret } = await invited(session);
    const { key, outcome } = await bringBy(secret, asked.file!, {}, headers.ngoCoordinator);
    expect([outcome, await sql('select brought_by_id, sign_in_id, link_hash from answer_file where uuid = ?', [key])]).toEqual(['DONE', [{ brought_by_id: null, sign_in_id: null, link_hash: hashOf(secret) }]]);
    expect(await acceptedAs(server(), secret, { answers: [withFile(asked.file!, key)] }, headers.ngoMember)).toBe('CONFIRMED');
  });

  test('brings one to the form of their session, with a secret that is somebody’s: all else is told the same', async () => {
    const [{ session, asked }, elsewhere] = [await asking({ file: {}, text: { kind: 'TEXT' } }), await asking()];
    const { secret } = await invited(session);
    for (const [tried, question] of [['x'.repeat(32), asked.file!], ['', asked.file!], [secret, elsewhere.asked.file!], [secret, asked.text!]] as const) expect(await bringBy(tried, question)).toMatchObject({ status: 404, outcome: 'GONE' });
    expect(await bring(server(), headers.visitor, asked.file!.id)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  test('is told what is not taken, and why; sent again it is there once, and a key of somebody else’s is of no use', async () => {
    const { session, asked } = await asking();
    const [ana, boris] = [await invited(session), await invited(session)];
    const told = [];
    for (const file of [Buffer.from('MZ'), Buffer.alloc(5_000_001), pdf(['<< /S /JavaScript >>'])]) told.push(await bringBy(ana.secret, asked.file!, { file }));
    expect(told.map(({ outcome }) => outcome)).toEqual(['UNSUPPORTED', 'TOO_LARGE', 'ACTIVE']);
    for (const { key } of told) expect(await storedOf(server(), key)).toEqual([0, 0]);
    expect(await bringBy(ana.secret, asked.file!, { name: 'Ana, 17 ans, +355 69 234 5678' })).toMatchObject({ code: 'VICTIM_DATA' });
    expect(await bringBy(ana.secret, asked.file!, { more: { 'content-type': 'text/plain' } })).toMatchObject({ code: 'BAD_REQUEST' });
    const { key } = await bringBy(ana.secret, asked.file!);
    expect([await bringBy(ana.secret, asked.file!, { key }), await storedOf(server(), key)]).toMatchObject([{ outcome: 'DONE' }, [1, 1]]);
    expect(await bringBy(boris.secret, asked.file!, { key })).toMatchObject({ status: 404, outcome: 'GONE' });
    expect(await bring(server(), headers.ngoCoordinator, asked.file!.id, { key })).toMatchObject({ status: 404, outcome: 'GONE' });
  });

  test('is registered with no file of another invitation, nor with one that waited for longer than a day', async () => {
    const { session, asked } = await asking();
    const [ana, boris] = [await invited(session), await invited(session)];
    const { key } = await bringBy(ana.secret, asked.file!);
    const gone = { outcome: 'INVALID', faults: [{ question: asked.file!.key, fault: 'FILE_GONE' }] };
    expect(await acceptByLink(server(), boris.secret, { answers: [withFile(asked.file!, key)] })).toMatchObject(gone);
    await sql(`update answer_file set brought_at = now() - interval '25 hours' where uuid = ?`, [key]);
    expect(await acceptByLink(server(), ana.secret, { answers: [withFile(asked.file!, key)] })).toMatchObject(gone);
  });

  test('has room for six files or 20 MB that wait, and brings twenty in a day; who is invited to the same session has room beside them', async () => {
    const { session, asked } = await asking();
    const [ana, boris] = [await invited(session), await invited(session)];
    const waiting = (count: number, size: number) => sql(`insert into answer_file (uuid, question_uuid, name, kind, size, link_hash, email) select gen_random_uuid(), ?, 'x', 'PDF', ?, ?, ? from generate_series(1, ?)`, [asked.file!.id.split('_')[1], size, hashOf(ana.secret), ana.email, count]);
    const clear = () => sql('delete from answer_file where link_hash = ?', [hashOf(ana.secret)]);
    for (const [count, size] of [[6, 1], [1, 19_999_990]] as const) {
      await waiting(count, size);
      expect([await bringBy(ana.secret, asked.file!), await bringBy(boris.secret, asked.file!)]).toMatchObject([{ outcome: 'TOO_MANY' }, { outcome: 'DONE' }]);
      await clear();
    }
    await waiting(1, 180_000_000);
    expect(await bringBy(boris.secret, asked.file!)).toMatchObject({ status: 507, outcome: 'FULL' });
    await clear();
    // The one that had come and found no room counts too.
    for (let turn = 1; turn < 20; turn += 1) expect(await bringBy(ana.secret, asked.file!, { file: Buffer.from('MZ') }, headers.international), `file ${turn}`).toMatchObject({ status: 415, outcome: 'UNSUPPORTED' });
    expect(await bringBy(ana.secret, asked.file!, {}, headers.international)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  });
});

describe('a file that waits by a link', () => {
  test('is taken away by who has that link, and by nobody with another', async () => {
    const { session, asked } = await asking();
    const [ana, boris] = [await invited(session), await invited(session)];
    const { key } = await bringBy(ana.secret, asked.file!);
    await remove(key, boris.secret);
    await ask(server(), 'mutation ($id: ID!) { removeAnswerFile(id: $id) { isGone } }', { id: `AnswerFile_${key}` }, headers.adviser);
    expect(await storedOf(server(), key)).toEqual([1, 1]);
    expect((await remove(key, ana.secret)).data).toEqual({ removeAnswerFile: { isGone: true } });
    expect(await storedOf(server(), key)).toEqual([0, 0]);
  });

  test.each([
    ['is declined', ({ secret }) => actOnInvitation(server(), {}, 'declineSessionInvitation', secret)],
    ['is taken back', ({ id }) => actOnInvitation(server(), headers.adviser, 'revokeSessionInvitation', id)],
    ['is sent again, with another secret', ({ id }) => actOnInvitation(server(), headers.adviser, 'resendSessionInvitation', id)],
    ['goes', ({ id }) => sql('delete from session_invitation where uuid = ?', [id])],
    ['is to a session that is called off', async ({ id }) => cancelSession((await sql<{ session: string }>('select session_uuid as session from session_invitation where uuid = ?', [id]))[0]!.session)],
  ] as [string, (of: { secret: string; id: string }) => Promise<unknown>][])('goes when the invitation %s', async (_how, end) => {
    const { session, asked } = await asking();
    const one = await invited(session);
    const { key } = await bringBy(one.secret, asked.file!);
    expect(await storedOf(server(), key)).toEqual([1, 1]);
    await end(one);
    expect(await storedOf(server(), key)).toEqual([0, 0]);
  });
});

/** What comes of an invitation that is taken back while somebody registers with a file, which they hold before the session. */
async function takenBackMeanwhile(): Promise<unknown[]> {
  const { session, asked } = await asking();
  const { secret, id } = await invited(session);
  const { key } = await bringBy(secret, asked.file!);
  const registering = server().database.orm.em.fork();
  await registering.begin();
  await registering.execute('select from answer_file where uuid = ? for update', [key]);
  const ending = server().database.orm.em.fork();
  await ending.begin();
  await ending.execute('select hold_session(?)', [session]);
  const held = registering.execute('select hold_session(?)', [session]).then(() => 'held', (error: { code?: string }) => error.code);
  await untilWaiting(server().database);
  const over = await ending.execute('update session_invitation set revoked_at = now() where uuid = ?', [id]).then(() => 'over', (error: { code?: string }) => error.code);
  await (over === 'over' ? ending.commit() : ending.rollback());
  const came = [over, await held];
  await registering.rollback();
  return came;
}

test('an invitation is over without waiting for who holds a file of it', async () => {
  expect(await takenBackMeanwhile()).toEqual(['over', 'held']);
});

test('the control: where it waits for the file, one of both is refused', async () => {
  const [row] = await sql<{ is: string }>(`select pg_get_functiondef('forget_files_of_link()'::regprocedure) as is`);
  expect(row!.is).toContain(' skip locked');
  await sql(row!.is.replace(' skip locked', ''));
  try {
    expect(await takenBackMeanwhile()).toContain('40P01');
  } finally {
    await sql(row!.is);
  }
});

describe('the rules of the tables', () => {
  const key = (): string => `0198aaaa-0000-7000-8000-${String((n += 1)).padStart(12, '0')}`;
  const by = (client: pg.Client, secret: string) => client.query(`select set_config('passerelle.link', $1, true)`, [hashOf(secret)]);
  const tried = (work: Promise<pg.QueryResult>): Promise<number | string> => work.then(({ rowCount }) => rowCount ?? 0, (error: Error) => (/row-level security/.test(error.message) ? 'REFUSED' : error.message));

  /** How many rows of a file, and of what is in it, who has a secret reaches. */
  const reached = (file: string, secret: string, email: string | null = null): Promise<(number | null)[]> => asPerson(email === null ? null : PEOPLE_KEYS[email]!, async (client) => {
    await by(client, secret);
    const [rows, contents] = [await client.query('select from answer_file where uuid = $1', [file]), await client.query('select from answer_file_content where file_uuid = $1', [file])];
    return [rows.rowCount, contents.rowCount];
  });
  const PEOPLE_KEYS: Record<string, string> = {};

  test('let who has a link reach what waits by it, nobody what waits by another, and nobody who is signed in', async () => {
    PEOPLE_KEYS[PEOPLE.adviser] = (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]))[0]!.id;
    const { session, asked } = await asking();
    const [ana, boris] = [await invited(session), await invited(session)];
    const { key: file } = await bringBy(ana.secret, asked.file!);
    expect([await reached(file, ana.secret), await reached(file, boris.secret), await reached(file, ana.secret, PEOPLE.adviser)]).toEqual([[1, 1], [0, 0], [0, 0]]);
    // The control: a rule that does not ask which link it is gives the file to the other.
    await sql('alter policy answer_file_seen_by_link on answer_file using (registration_uuid is null and acting_link() is not null)');
    try {
      expect(await reached(file, boris.secret)).toEqual([1, 1]);
    } finally {
      await sql('alter policy answer_file_seen_by_link on answer_file using (registration_uuid is null and link_hash = acting_link())');
    }
  });

  test('let nobody bring one by another link, by one that is over or to another session, nor make it part of an answer that they did not just give', async () => {
    const [{ session, asked }, elsewhere] = [await asking(), await asking()];
    const [ana, boris] = [await invited(session), await invited(session)];
    const { key: file } = await bringBy(ana.secret, asked.file!);
    const add = (client: pg.Client, link: string, question: Question) => client.query(`insert into answer_file (uuid, question_uuid, name, kind, size, link_hash, email) values ($1, $2, 'x', 'PDF', 1, $3, (select i.email from invitation_of($3) i))`, [key(), question.id.split('_')[1], hashOf(link)]);
    const bringing = (acting: string, link: string, question: Question) => asPerson(null, async (client) => {
      await by(client, acting);
      return tried(add(client, link, question));
    });
    expect(await bringing(ana.secret, ana.secret, asked.file!)).toBe(1);
    expect([await bringing(boris.secret, ana.secret, asked.file!), await bringing(ana.secret, ana.secret, elsewhere.asked.file!)]).toEqual(['REFUSED', 'REFUSED']);
    expect(await acceptedAs(server(), boris.secret)).toBe('CONFIRMED');
    expect(await bringing(boris.secret, boris.secret, asked.file!)).toBe('REFUSED');
    const [registration] = await sql<{ id: string }>('select uuid as id from registration where session_uuid = ?', [session]);
    await asPerson(null, async (client) => {
      await by(client, ana.secret);
      expect(await tried(client.query(`update answer_file set name = 'y' where uuid = $1`, [file]))).toBe('REFUSED');
    });
    await asPerson(null, async (client) => {
      await by(client, ana.secret);
      const { rows } = await client.query('select attach_by_link($1) as n', [JSON.stringify([{ file, registration: registration!.id, question: asked.file!.id.split('_')[1] }])]);
      expect(rows).toEqual([{ n: 0 }]);
    });
  });
});
