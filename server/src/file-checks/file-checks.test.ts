/** Files wait until clamd was asked about them: until then nobody has what is in a document, and one in which something is found is taken away and told of. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { PEOPLE, type Role, ROLES } from '../../test/permissions/roles.ts';
import { pdf, pdfSaying } from '../core/files/files.fixture.ts';
import { bringDocument } from '../documents/documents.fixture.ts';
import { addSession } from '../registrations/world.fixture.ts';
import type { Said } from './clamd.fixture.ts';
import { checkedFiles, CLEAN, FAILED, FOUND } from './file-checks.fixture.ts';
import { requeueFiles } from './file-checks.service.ts';

const files = await checkedFiles();
const { server, sql, later, checkOf, isGone, isClean, wasAsked, mailsOfChecks } = files;
let session: string;

const document = (role: Role, key: string): Promise<Response> => fetch(`${server().address}/documents/SessionDocument_${key}`, { headers: files.headers[role] });
const listed = async (role: Role, key: string): Promise<unknown> => {
  const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { documents { id check checkedAt } } }', { id: `TrainingSession_${session}` }, files.headers[role]);
  return (data!.trainingSession as { documents: { id: string }[] }).documents.find(({ id }) => id === `SessionDocument_${key}`);
};

/** Brings a document while clamd says something. */
async function brought(said: Said | Promise<Said>, role: Role = 'scac', title = 'Програма'): Promise<string> {
  files.says = said;
  const { key, outcome } = await bringDocument(server().address, files.headers[role], session, { title });
  expect(outcome).toBe('DONE');
  return key;
}

beforeAll(async () => {
  session = await addSession(server(), { places: 5, country: 'RS' });
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
    expect([given.status, (await given.arrayBuffer()).byteLength]).toEqual([200, files.come.at(-1)!.length]);
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
    const { data } = await ask(server(), '{ auditEntries(filter: { subjects: [FILE] }, sort: LATEST, first: 1) { nodes { action part by { name } about { email } session { id } } } }', {}, files.headers.adviser);
    expect(data).toEqual({ auditEntries: { nodes: [{ action: 'REMOVED', part: 'Eicar-Test-Signature', by: null, about: { email: PEOPLE.scac }, session: { id: `TrainingSession_${session}` } }] } });
  });

  test.each([['an error', FAILED], ['half an answer', 'HALF'], ['the end of the connection', 'CUT']] as [string, Said][])('that clamd answers by %s waits on, and is asked about again until it is known', async (_what, said) => {
    const before = files.come.length;
    const key = await brought(said);
    await wasAsked(before);
    await expect.poll(async () => (await sql('select from graphile_worker.jobs where key = ? and last_error is not null', [`files.check ${(await checkOf(key))!.id}`])).length).toBe(1);
    expect([(await document('adviser', key)).status, (await checkOf(key))?.isChecked]).toEqual([423, false]);
    files.says = CLEAN;
    await isClean(key);
    expect((await document('adviser', key)).status).toBe(200);
  });

  test('whose job was lost, or given up, is asked about by another', async () => {
    const before = files.come.length;
    const [lost, given] = [await brought(FAILED), await brought(FAILED)];
    await wasAsked(before + 1);
    await sql(`update file_check set brought_at = now() - interval '6 minutes'`);
    const jobs = [`files.check ${(await checkOf(lost))!.id}`, `files.check ${(await checkOf(given))!.id}`];
    await expect.poll(async () => (await sql(`delete from graphile_worker._private_jobs where key = ? and locked_by is null returning 1`, [jobs[0]])).length).toBe(1);
    await expect.poll(async () => (await sql(`update graphile_worker._private_jobs set attempts = max_attempts where key = ? and locked_by is null returning 1`, [jobs[1]])).length).toBe(1);
    files.says = CLEAN;
    await sql(`select graphile_worker.add_job('files.requeue', '{}'::json)`);
    for (const key of [lost, given]) await isClean(key);
  });

  test('that waits for more than a day, or for a scanner that is not there any more, is told of by a job that fails', async () => {
    const before = files.come.length;
    const key = await brought(FAILED);
    await wasAsked(before);
    await sql(`update file_check set brought_at = now() - interval '25 hours' where document_uuid = ?`, [key]);
    const failing = (hasScanner: boolean) => requeueFiles(server().database.orm.em.fork(), hasScanner).then(() => 'DONE', (error: { code?: string }) => error.code);
    // In a demonstration an invented file waits to be seen, and nobody has to see to it.
    expect([await failing(true), await failing(false)]).toEqual(['FILES_WAIT', 'DONE']);
    await sql('delete from demonstration');
    try {
      expect(await failing(false)).toBe('NO_SCANNER');
      files.says = CLEAN;
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
    const again = (file = pdf()) => bringDocument(server().address, files.headers.scac, session, { key, file });
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
    const before = files.come.length;
    const key = await brought(answer.promise);
    await wasAsked(before);
    const job = `files.check ${(await checkOf(key))!.id}`;
    await ask(server(), 'mutation ($session: ID!, $id: ID!) { removeSessionDocument(session: $session, id: $id) { outcome } }', { session: `TrainingSession_${session}`, id: `SessionDocument_${key}` }, files.headers.adviser);
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
