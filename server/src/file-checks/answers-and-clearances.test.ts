/** The files of answers and of clearances wait until clamd was asked about them, too: what is found in one takes it out of what it is of, and nothing else. */
import { describe, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import { bringClearanceFile, clearanceOf } from '../clearances/clearances.fixture.ts';
import { invitationSecret, inviteToSession } from '../invitations/world.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { askingForFiles, bring, fetchFile, storedOf, withFile } from '../registrations/answer-files.fixture.ts';
import { cameOf, registerWith } from '../registrations/answers.fixture.ts';
import { idOf } from '../registrations/world.fixture.ts';
import { checkedFiles, CLEAN, FOUND } from './file-checks.fixture.ts';

const files = await checkedFiles();
const { server, sql, later, isGone, isClean, wasAsked, mailsOfChecks } = files;
let n = 0;

const clearance = (key: string): Promise<Response> => fetch(`${server().address}/clearances/Clearance_${key}`, { headers: files.headers.adviser });
/** The file of the one answer of somebody, as the adviser reads it. */
async function fileOf(of: string, email: string): Promise<unknown> {
  const { data } = await ask(server(), 'query ($id: ID!) { node(id: $id) { ... on Registration { answers { file { id check } } } } }', { id: `Registration_${await idOf(server(), of, email)}` }, files.headers.adviser);
  return (data!.node as { answers: { file: unknown }[] }).answers[0]!.file;
}

describe('a file that answers a question', () => {
  test('is registered with while it waits, and read by those who read the answer once it is clean', async () => {
    const { session: of, asked } = await askingForFiles(server(), files.headers.adviser, { file: { isRequired: true } }, { inDays: 50 + (n += 1) });
    const answer = later();
    files.says = answer.promise;
    const { key } = await bring(server(), files.headers.ngoCoordinator, asked.file!.id);
    const organisation = await ngoOf(server(), 'RS');
    expect(cameOf(await registerWith(server(), files.headers.ngoCoordinator, { session: of, organisation, people: { 'checked@ngo.example': [withFile(asked.file!, key)] } }))).toBe('DONE');
    expect([(await fetchFile(server(), files.headers.ngoCoordinator, key)).status, (await fetchFile(server(), files.headers.adviser, key)).status]).toEqual([423, 423]);
    answer.resolve(CLEAN);
    await isClean(key);
    expect([(await fetchFile(server(), files.headers.ngoCoordinator, key)).status, (await fetchFile(server(), files.headers.authority, key)).status]).toEqual([200, 404]);
    expect(await fileOf(of, 'checked@ngo.example')).toEqual({ id: `AnswerFile_${key}`, check: 'CLEAN' });
  });

  test('in which something is found goes from the answer, and who registered with it is told', async () => {
    const { session: of, asked } = await askingForFiles(server(), files.headers.adviser, { file: { isRequired: true } }, { inDays: 50 + (n += 1) });
    const answer = later();
    files.says = answer.promise;
    const { key } = await bring(server(), files.headers.ngoCoordinator, asked.file!.id);
    await registerWith(server(), files.headers.ngoCoordinator, { session: of, organisation: await ngoOf(server(), 'RS'), people: { 'harmed@ngo.example': [withFile(asked.file!, key)] } });
    answer.resolve(FOUND);
    await isGone(key);
    expect([await storedOf(server(), key), await fileOf(of, 'harmed@ngo.example')]).toEqual([[0, 0], null]);
    expect(await mailsOfChecks(PEOPLE.ngoCoordinator)).toMatchObject([{ text: expect.stringContaining(`/trainings/TrainingSession_${of}\n`) as string }]);
    expect(await mailsOfChecks('harmed@ngo.example')).toEqual([]);
  });

  test('that was brought by the link of an invitation is told of to the address that was invited', async () => {
    const { session: of, asked } = await askingForFiles(server(), files.headers.adviser, { file: {} }, { inDays: 50 + (n += 1) });
    await inviteToSession(server(), files.headers.adviser, of, [{ email: 'invited@ministry.example', locale: 'sq', isAuthority: true }]);
    files.says = FOUND;
    const { key } = await bring(server(), files.headers.visitor, asked.file!.id, { secret: await invitationSecret(server(), 'invited@ministry.example') });
    await isGone(key);
    expect(await mailsOfChecks('invited@ministry.example')).toMatchObject([{ locale: 'sq' }]);
  });
});

describe('the document of a clearance', () => {
  test('waits, is clean or goes; the clearance has another version by that', async () => {
    const [{ uuid: expert } = { uuid: '' }] = await sql<{ uuid: string }>('select uuid from expert limit 1');
    const key = await clearanceOf(server(), expert, { hasFile: false });
    const answer = later();
    files.says = answer.promise;
    expect((await bringClearanceFile(server().address, files.headers.adviser, key)).outcome).toBe('DONE');
    expect((await clearance(key)).status).toBe(423);
    answer.resolve(FOUND);
    await isGone(key);
    expect([(await clearance(key)).status, await sql('select version from clearance where uuid = ?', [key])]).toEqual([404, [{ version: 3 }]]);
    expect((await mailsOfChecks(PEOPLE.adviser))[0]!.text).toContain(`/experts/Expert_${expert}/clearances\n`);
    files.says = CLEAN;
    await bringClearanceFile(server().address, files.headers.adviser, key);
    await isClean(key);
    expect((await clearance(key)).status).toBe(200);
  });

  test('that took the place of one is not touched by what was found in that', async () => {
    const [{ uuid: expert } = { uuid: '' }] = await sql<{ uuid: string }>('select uuid from expert limit 1');
    const key = await clearanceOf(server(), expert, { hasFile: false });
    const answer = later();
    const before = files.come.length;
    files.says = answer.promise;
    await bringClearanceFile(server().address, files.headers.adviser, key);
    await wasAsked(before);
    files.says = CLEAN;
    await ask(server(), 'mutation ($id: ID!) { removeClearanceFile(id: $id, version: 2) { outcome } }', { id: `Clearance_${key}` }, files.headers.adviser);
    await bringClearanceFile(server().address, files.headers.adviser, key);
    answer.resolve(FOUND);
    await isClean(key);
    expect((await clearance(key)).status).toBe(200);
  });
});
