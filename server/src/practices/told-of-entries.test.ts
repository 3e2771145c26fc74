/** Whoever an entry of the record is about, and who has to agree to it, is told by mail, in their language, once for each time that it comes to await them; and nothing is shown while they are silent. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { sheetOf } from '../experts/proposals.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { agree, savePractice, savePublication, translate } from './practices.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const mails = (): Promise<{ recipient: string; locale: string; text: string }[]> => sql(`select recipient, locale, text from mail where template = 'entryAwaits' order by created_at`);
const outcomes = (...backs: readonly { readonly outcome: string }[]): string[] => backs.map(({ outcome }) => outcome);
let headers: Headers;
let sheet: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from practice');
  sheet = await sheetOf(server(), PEOPLE.expert);
  await sql(`update person set locale = 'el', suspended_at = null where email = ?`, [PEOPLE.expert]);
  await sql('delete from mail');
});

test('a practice and a publication that are to be shown: one mail each, with where to agree and nothing of what they say', async () => {
  const [practice, publication] = [await savePractice(server(), headers.adviser, { expert: `Expert_${sheet}`, title: 'Zzyzx' }), await savePublication(server(), headers.assistant, sheet, { title: 'Zzyzx' })];
  expect(outcomes(practice, publication)).toEqual(['DONE', 'DONE']);
  const sent = await mails();
  expect(sent.map(({ recipient, locale }) => [recipient, locale])).toEqual([[PEOPLE.expert, 'el'], [PEOPLE.expert, 'el']]);
  for (const { text } of sent) expect([text.includes(`/el/experts/Expert_${sheet}`), text.includes('Zzyzx'), text.includes('Quasimodo')]).toEqual([true, false, false]);
});

test('what is sent again, changed while it awaits them, or said in another language is no other mail; what they agreed to and is said anew is', async () => {
  const [key, expert] = [randomUUID(), `Expert_${sheet}`];
  const save = (given: object = {}) => savePractice(server(), headers.adviser, { key, expert, ...given });
  expect(outcomes(await save(), await save(), await save({ version: 1, title: 'Autre' }), await translate(server(), headers.adviser, key, { locale: 'en', title: 'Other', audience: '', result: '' }, 2))).toEqual(['DONE', 'DONE', 'DONE', 'DONE']);
  expect(await mails()).toHaveLength(1);
  expect(outcomes(await agree(server(), headers.expert, 'Practice', key, { version: 3 }))).toEqual(['DONE']);
  expect((await mails()).length).toBe(1);
  const [{ version }] = (await sql<{ version: number }>('select version from practice where uuid = ?', [key])) as [{ version: number }];
  expect(outcomes(await save({ version, title: 'Encore autre' }))).toEqual(['DONE']);
  expect(await mails()).toHaveLength(2);
});

test('silence agrees to nothing, however long it lasts', async () => {
  const { practice } = await savePractice(server(), headers.adviser, { expert: `Expert_${sheet}`, shownOn: '2020-01-01' });
  await sql(`update mail set created_at = created_at - interval '60 days'`);
  const seen = async (role: 'ngoMember' | 'expert'): Promise<unknown> => (await ask(server(), `{ node(id: "${practice!.id}") { ... on Practice { title { text } } } }`, {}, headers[role])).data!.node;
  expect([await seen('ngoMember'), await seen('expert')]).toEqual([null, { title: { text: 'Audition filmée' } }]);
});

test('what is not to be shown, is nobody’s, or is about somebody without an account or who is suspended, is told to nobody', async () => {
  const other = (await sql<{ uuid: string }>('select uuid from expert where is_demonstration and person_id is null limit 1'))[0]!.uuid;
  expect(outcomes(
    await savePractice(server(), headers.adviser, { expert: `Expert_${sheet}`, isPublic: false }), await savePractice(server(), headers.adviser), await savePractice(server(), headers.adviser, { expert: `Expert_${other}` }), await savePublication(server(), headers.adviser, other),
  )).toEqual(['DONE', 'DONE', 'DONE', 'DONE']);
  await sql('update person set suspended_at = now() where email = ?', [PEOPLE.expert]);
  expect(outcomes(await savePublication(server(), headers.adviser, sheet))).toEqual(['DONE']);
  expect(await mails()).toEqual([]);
  await sql('update person set suspended_at = null where email = ?', [PEOPLE.expert]);
});
