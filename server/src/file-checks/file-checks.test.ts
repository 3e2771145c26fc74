/** Files wait until clamd was asked about them: until then nobody has what is in them, and one in which something is found is taken away and told of. */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { bringClearanceFile, clearanceOf } from '../clearances/clearances.fixture.ts';
import { pdf, pdfSaying } from '../core/files/files.fixture.ts';
import { bringDocument } from '../documents/documents.fixture.ts';
import { invitationSecret, inviteToSession } from '../invitations/world.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { askingForFiles, bring, fetchFile, storedOf, withFile } from '../registrations/answer-files.fixture.ts';
import { cameOf, registerWith } from '../registrations/answers.fixture.ts';
import { addSession, idOf, owner } from '../registrations/world.fixture.ts';
import { requeueFiles } from './file-checks.service.ts';
import { type Said, testClamd } from './clamd.fixture.ts';

const [CLEAN, FOUND, FAILED] = ['stream: OK', 'stream: Eicar-Test-Signature FOUND', 'stream: Not now ERROR'] as const;
let says: Said | Promise<Said> = CLEAN;
let hanging: PromiseWithResolvers<Said>[] = [];
const clamd = await testClamd(() => says);

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED }, { scanner: clamd.address });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let session: string;
let n = 0;

const document = (role: Role, key: string): Promise<Response> => fetch(`${server().address}/documents/SessionDocument_${key}`, { headers: headers[role] });
const clearance = (key: string): Promise<Response> => fetch(`${server().address}/clearances/Clearance_${key}`, { headers: headers.adviser });
const checkOf = async (key: string): Promise<{ readonly id: string; readonly isChecked: boolean; readonly bringer: string | null } | undefined> =>
  (await sql<{ id: string; isChecked: boolean; bringer: string | null }>('select uuid as id, checked_at is not null as "isChecked", brought_by_id as bringer from file_check where ? in (document_uuid, answer_uuid, clearance_uuid) order by brought_at desc limit 1', [key]))[0];
const listed = async (role: Role, key: string): Promise<unknown> => {
  const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { documents { id check checkedAt } } }', { id: `TrainingSession_${session}` }, headers[role]);
  return (data!.trainingSession as { documents: { id: string }[] }).documents.find(({ id }) => id === `SessionDocument_${key}`);
};
/** What clamd says once a test has it say so. */
function later(): PromiseWithResolvers<Said> {
  const answer = Promise.withResolvers<Said>();
  hanging.push(answer);
  return answer;
}
/** Has what waits be tried at once. */
const hurry = (): Promise<unknown> => sql('update graphile_worker._private_jobs set run_at = now() where locked_by is null');
const isGone = (key: string) => expect.poll(() => checkOf(key)).toBeUndefined();
const isClean = (key: string) => expect.poll(async () => (await hurry(), (await checkOf(key))?.isChecked)).toBe(true);
/** The clamd that has been asked, and has not answered well. */
const wasAsked = (before: number) => expect.poll(() => clamd.come.length).toBeGreaterThan(before);

/** Brings a document while clamd says something. */
async function brought(said: Said | Promise<Said>, role: Role = 'scac', title = 'Програма'): Promise<string> {
  says = said;
  const { key, outcome } = await bringDocument(server().address, headers[role], session, { title });
  expect(outcome).toBe('DONE');
  return key;
}
/** The file of the one answer of somebody, as the adviser reads it. */
async function fileOf(of: string, email: string): Promise<unknown> {
  const { data } = await ask(server(), 'query ($id: ID!) { node(id: $id) { ... on Registration { answers { file { id check } } } } }', { id: `Registration_${await idOf(server(), of, email)}` }, headers.adviser);
  return (data!.node as { answers: { file: unknown }[] }).answers[0]!.file;
}
const mailsOfChecks = (to: string) => sql<{ locale: string; subject: string; text: string }>(`select locale, subject, text from mail where recipient = ? and template = 'fileRemoved'`, [to]);

beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
  session = await addSession(server(), { places: 5, country: 'RS' });
});
beforeEach(() => sql(`delete from mail where template = 'fileRemoved'`));
// What a test that failed has left unsaid keeps no other waiting.
afterEach(() => {
  for (const answer of hanging) answer.resolve('CUT');
  hanging = [];
});

describe('a document', () => {
  test('is given to nobody while it waits, to those who brought it neither, and then to those whom it is for', async () => {
    const answer = later();
    const key = await brought(answer.promise);
    for (const role of ROLES) expect([role, (await document(role, key)).status]).toEqual([role, ['visitor', 'suspended'].includes(role) ? 404 : 423]);
    expect(await (await document('adviser', key)).text()).toContain('until it has been checked');
    expect(await listed('adviser', key)).toMatchObject({ check: 'HELD', checkedAt: null });
    answer.resolve(CLEAN);
    await isClean(key);
    const given = await document('adviser', key);
    expect([given.status, (await given.arrayBuffer()).byteLength]).toEqual([200, clamd.come.at(-1)!.length]);
    expect(await listed('scac', key)).toMatchObject({ check: 'CLEAN', checkedAt: expect.stringMatching(/^20/) as string });
    // Who has brought it is of use no more.
    expect(await checkOf(key)).toMatchObject({ bringer: null });
  });

  test('in which something is found is removed; who has brought it is told in their language, and the journal says what was found', async () => {
    await sql(`update person set locale = 'mk' where email = ?`, [PEOPLE.scac]);
    const key = await brought(FOUND, 'scac', 'Кликни тука');
    await isGone(key);
    expect(await sql('select from session_document where uuid = ?', [key])).toEqual([]);
    const mails = await mailsOfChecks(PEOPLE.scac);
    expect(mails).toMatchObject([{ locale: 'mk', subject: 'Датотека е отстранета од Passerelle' }]);
    expect(mails[0]!.text).toContain(`/mk/trainings/TrainingSession_${session}/documents\n`);
    expect(mails[0]!.text).toContain('додајте друг');
    expect(mails[0]!.text).not.toContain('Кликни');
    expect(await mailsOfChecks(PEOPLE.adviser)).toEqual([]);
    const { data } = await ask(server(), '{ auditEntries(filter: { subjects: [FILE] }, sort: LATEST, first: 1) { nodes { action part by { name } about { email } session { id } } } }', {}, headers.adviser);
    expect(data).toEqual({ auditEntries: { nodes: [{ action: 'REMOVED', part: 'Eicar-Test-Signature', by: null, about: { email: PEOPLE.scac }, session: { id: `TrainingSession_${session}` } }] } });
  });

  test.each([['an error', FAILED], ['half an answer', 'HALF'], ['the end of the connection', 'CUT']] as [string, Said][])('that clamd answers by %s waits on, and is asked about again until it is known', async (_what, said) => {
    const before = clamd.come.length;
    const key = await brought(said);
    await wasAsked(before);
    await expect.poll(async () => (await sql('select from graphile_worker.jobs where key = ? and last_error is not null', [`files.check ${(await checkOf(key))!.id}`])).length).toBe(1);
    expect([(await document('adviser', key)).status, (await checkOf(key))?.isChecked]).toEqual([423, false]);
    says = CLEAN;
    await isClean(key);
    expect((await document('adviser', key)).status).toBe(200);
  });

  test('whose job was lost, or given up, is asked about by another', async () => {
    const before = clamd.come.length;
    const [lost, given] = [await brought(FAILED), await brought(FAILED)];
    await wasAsked(before + 1);
    await sql(`update file_check set brought_at = now() - interval '6 minutes'`);
    const jobs = [`files.check ${(await checkOf(lost))!.id}`, `files.check ${(await checkOf(given))!.id}`];
    await expect.poll(async () => (await sql(`delete from graphile_worker._private_jobs where key = ? and locked_by is null returning 1`, [jobs[0]])).length).toBe(1);
    await expect.poll(async () => (await sql(`update graphile_worker._private_jobs set attempts = max_attempts where key = ? and locked_by is null returning 1`, [jobs[1]])).length).toBe(1);
    says = CLEAN;
    await sql(`select graphile_worker.add_job('files.requeue', '{}'::json)`);
    for (const key of [lost, given]) await isClean(key);
  });

  test('that waits for more than a day, or for a scanner that is not there any more, is told of by a job that fails', async () => {
    const before = clamd.come.length;
    const key = await brought(FAILED);
    await wasAsked(before);
    await sql(`update file_check set brought_at = now() - interval '25 hours' where document_uuid = ?`, [key]);
    const failing = (hasScanner: boolean) => requeueFiles(server().database.orm.em.fork(), hasScanner).then(() => 'DONE', (error: { code?: string }) => error.code);
    // In a demonstration an invented file waits to be seen, and nobody has to see to it.
    expect([await failing(true), await failing(false)]).toEqual(['FILES_WAIT', 'DONE']);
    await sql('delete from demonstration');
    try {
      expect(await failing(false)).toBe('NO_SCANNER');
      says = CLEAN;
      await isClean(key);
      await sql('update file_check set checked_at = now() where checked_at is null');
      expect([await failing(true), await failing(false)]).toEqual(['DONE', 'DONE']);
    } finally {
      await sql('insert into demonstration default values');
    }
  });

  test('that is sent again while it waits is the same, and is asked about once', async () => {
    const answer = later();
    const key = await brought(answer.promise);
    const again = (file = pdf()) => bringDocument(server().address, headers.scac, session, { key, file });
    expect((await again()).outcome).toBe('DONE');
    expect((await again(pdfSaying('Another'))).code).toBe('BAD_REQUEST');
    expect(await sql('select from file_check where document_uuid = ?', [key])).toHaveLength(1);
    answer.resolve(CLEAN);
    await isClean(key);
    // Nor does it wait anew once it was found clean.
    expect([(await again()).outcome, (await document('adviser', key)).status]).toEqual(['DONE', 200]);
  });

  test('that is taken away meanwhile is gone, and nobody is told of what was found in it', async () => {
    const answer = later();
    const before = clamd.come.length;
    const key = await brought(answer.promise);
    await wasAsked(before);
    const job = `files.check ${(await checkOf(key))!.id}`;
    await ask(server(), 'mutation ($session: ID!, $id: ID!) { removeSessionDocument(session: $session, id: $id) { outcome } }', { session: `TrainingSession_${session}`, id: `SessionDocument_${key}` }, headers.adviser);
    const entries = await sql(`select from audit_entry where subject = 'FILE'`);
    answer.resolve(FOUND);
    await expect.poll(() => sql('select from graphile_worker.jobs where key = ?', [job])).toEqual([]);
    expect([await checkOf(key), await mailsOfChecks(PEOPLE.scac), (await sql(`select from audit_entry where subject = 'FILE'`)).length]).toEqual([undefined, [], entries.length]);
  });

  test('of somebody whose account is gone is asked about and removed all the same', async () => {
    const answer = later();
    const key = await brought(answer.promise);
    await sql('update file_check set brought_by_id = null where document_uuid = ?', [key]);
    answer.resolve(FOUND);
    await isGone(key);
    expect(await sql(`select about_id from audit_entry where subject = 'FILE' order by at desc limit 1`)).toEqual([{ about_id: null }]);
    expect(await mailsOfChecks(PEOPLE.scac)).toEqual([]);
  });
});

describe('a file that answers a question', () => {
  test('is registered with while it waits, and read by those who read the answer once it is clean', async () => {
    const { session: of, asked } = await askingForFiles(server(), headers.adviser, { file: { isRequired: true } }, { inDays: 50 + (n += 1) });
    const answer = later();
    says = answer.promise;
    const { key } = await bring(server(), headers.ngoCoordinator, asked.file!.id);
    const organisation = await ngoOf(server(), 'RS');
    expect(cameOf(await registerWith(server(), headers.ngoCoordinator, { session: of, organisation, people: { 'checked@ngo.example': [withFile(asked.file!, key)] } }))).toBe('DONE');
    expect([(await fetchFile(server(), headers.ngoCoordinator, key)).status, (await fetchFile(server(), headers.adviser, key)).status]).toEqual([423, 423]);
    answer.resolve(CLEAN);
    await isClean(key);
    expect([(await fetchFile(server(), headers.ngoCoordinator, key)).status, (await fetchFile(server(), headers.authority, key)).status]).toEqual([200, 404]);
    expect(await fileOf(of, 'checked@ngo.example')).toEqual({ id: `AnswerFile_${key}`, check: 'CLEAN' });
  });

  test('in which something is found goes from the answer, and who registered with it is told', async () => {
    const { session: of, asked } = await askingForFiles(server(), headers.adviser, { file: { isRequired: true } }, { inDays: 50 + (n += 1) });
    const answer = later();
    says = answer.promise;
    const { key } = await bring(server(), headers.ngoCoordinator, asked.file!.id);
    await registerWith(server(), headers.ngoCoordinator, { session: of, organisation: await ngoOf(server(), 'RS'), people: { 'harmed@ngo.example': [withFile(asked.file!, key)] } });
    answer.resolve(FOUND);
    await isGone(key);
    expect([await storedOf(server(), key), await fileOf(of, 'harmed@ngo.example')]).toEqual([[0, 0], null]);
    expect(await mailsOfChecks(PEOPLE.ngoCoordinator)).toMatchObject([{ text: expect.stringContaining(`/trainings/TrainingSession_${of}\n`) as string }]);
    expect(await mailsOfChecks('harmed@ngo.example')).toEqual([]);
  });

  test('that was brought by the link of an invitation is told of to the address that was invited', async () => {
    const { session: of, asked } = await askingForFiles(server(), headers.adviser, { file: {} }, { inDays: 50 + (n += 1) });
    await inviteToSession(server(), headers.adviser, of, [{ email: 'invited@ministry.example', locale: 'sq', isAuthority: true }]);
    says = FOUND;
    const { key } = await bring(server(), headers.visitor, asked.file!.id, { secret: await invitationSecret(server(), 'invited@ministry.example') });
    await isGone(key);
    expect(await mailsOfChecks('invited@ministry.example')).toMatchObject([{ locale: 'sq' }]);
  });
});

describe('the document of a clearance', () => {
  test('waits, is clean or goes; the clearance has another version by that', async () => {
    const [{ uuid: expert } = { uuid: '' }] = await sql<{ uuid: string }>('select uuid from expert limit 1');
    const key = await clearanceOf(server(), expert, { hasFile: false });
    const answer = later();
    says = answer.promise;
    expect((await bringClearanceFile(server().address, headers.adviser, key)).outcome).toBe('DONE');
    expect((await clearance(key)).status).toBe(423);
    answer.resolve(FOUND);
    await isGone(key);
    expect([(await clearance(key)).status, await sql('select version from clearance where uuid = ?', [key])]).toEqual([404, [{ version: 3 }]]);
    expect((await mailsOfChecks(PEOPLE.adviser))[0]!.text).toContain(`/experts/Expert_${expert}/clearances\n`);
    says = CLEAN;
    await bringClearanceFile(server().address, headers.adviser, key);
    await isClean(key);
    expect((await clearance(key)).status).toBe(200);
  });

  test('that took the place of one is not touched by what was found in that', async () => {
    const [{ uuid: expert } = { uuid: '' }] = await sql<{ uuid: string }>('select uuid from expert limit 1');
    const key = await clearanceOf(server(), expert, { hasFile: false });
    const answer = later();
    const before = clamd.come.length;
    says = answer.promise;
    await bringClearanceFile(server().address, headers.adviser, key);
    await wasAsked(before);
    says = CLEAN;
    await ask(server(), 'mutation ($id: ID!) { removeClearanceFile(id: $id, version: 2) { outcome } }', { id: `Clearance_${key}` }, headers.adviser);
    await bringClearanceFile(server().address, headers.adviser, key);
    answer.resolve(FOUND);
    await isClean(key);
    expect((await clearance(key)).status).toBe(200);
  });
});
