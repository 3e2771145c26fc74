/** Answers to registration forms in the list of the people of a session: as the pages show them, in words, and no longer than they are kept. */
import { beforeAll, expect, test } from 'vitest';
import { type Answer, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { type Question, save, told, translate } from '../questions/world.fixture.ts';
import { cameOf, registerWith } from '../registrations/answers.fixture.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
/** In Albania, with questions of all kinds, and answers for one of two people. */
let session: string;

const CHOICES = { choices: [{ code: 'a', label: 'Прво' }, { code: 'b', label: '=1+1' }] };
const KINDS = {
  text: {}, choice: { kind: 'CHOICE', ...CHOICES }, choices: { kind: 'CHOICES', ...CHOICES }, country: { kind: 'COUNTRY' }, language: { kind: 'LANGUAGE' }, day: { kind: 'DATE' }, yes: { kind: 'YES_NO' }, needs: { kind: 'DIET_ACCESS', retentionDays: 7 }, nobody: {},
} as const;

const list = (role: Role, locale = 'en', type = 'csv'): Promise<Answer> => send(server(), `/export/participants.${type}?locale=${locale}&session=TrainingSession_${session}`, { headers: headers[role] });
/** The heads of the questions and what was answered for each, by whose answers they are. */
async function answersBy(role: Role, locale?: string): Promise<Record<string, string[]>> {
  const [heads, ...lines] = (await list(role, locale)).text.replace('\uFEFF', '').split('\r\n').slice(0, -1).map((line) => line.slice(1, -1).split('","'));
  return Object.fromEntries([['heads', heads!], ...lines.map((line) => [line[1]!, line] as const)].map(([whose, cells]) => [whose, (cells as string[]).slice(12)]));
}
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  session = await addSession(server(), { places: 20, country: 'AL', inDays: 45 });
  const asked: Record<string, Question> = {};
  for (const [label, changes] of Object.entries(KINDS)) {
    const { key, session: now, ...back } = await save(server(), headers.adviser, session, { label, ...changes });
    expect(told({ session: now, ...back })).toBe('DONE');
    asked[label] = now!.questions.find((one) => one.key === key)!;
  }
  await translate(server(), headers.adviser, session, { key: asked.choice!.key, version: 1, locale: 'sl', label: 'Izbira', choices: [{ code: 'a', label: 'Prvo' }] });
  const answers = [
    { question: asked.text!.id, text: '@SUM(A1)' }, { question: asked.choice!.id, codes: ['a'] }, { question: asked.choices!.id, codes: ['b', 'a'] }, { question: asked.country!.id, codes: ['MK'] }, { question: asked.language!.id, codes: ['fr'], level: 'B2' },
    { question: asked.day!.id, day: '2027-03-28' }, { question: asked.yes!.id, codes: ['NO'] }, { question: asked.needs!.id, codes: ['VEGAN'], text: 'Без ореви' },
  ];
  const people = { 'answers@ngo.example': answers, 'silent@ngo.example': [] };
  expect(cameOf(await registerWith(server(), headers.ngoCoordinator, { session, organisation: await ngoOf(server(), 'RS'), people }))).toBe('DONE');
});

/** The day from which on answers that are kept for so many days are no longer there. */
const erasedOn = async (days: number): Promise<string> => (await sql<{ day: string }>(`select to_char((ends_at + make_interval(days => ?)) at time zone time_zone, 'YYYY-MM-DD') as day from training_session where uuid = ?`, [days, session]))[0]!.day;

test('stand in words beside who they are of, without formulas, each below its question and the day by which it is to be erased', async () => {
  const { heads, ...said } = await answersBy('adviser');
  const [long, short] = [await erasedOn(90), await erasedOn(7)];
  expect(heads).toEqual([...['text', 'choice', 'choices', 'country', 'language', 'day', 'yes'].map((label) => `${label} (To be erased by ${long})`), `needs (To be erased by ${short})`]);
  expect(said['answers@ngo.example']).toEqual([`'@SUM(A1)`, 'Прво', `Прво · =1+1`, 'North Macedonia', 'French · B2, upper intermediate', '2027-03-28', 'No', 'Vegan meals · Без ореви']);
  expect(said['silent@ngo.example']).toEqual(Array(8).fill(''));
  const slovene = await answersBy('adviser', 'sl');
  expect([slovene.heads![1]!.split(' (')[0], slovene['answers@ngo.example']![1], slovene['answers@ngo.example']![6]]).toEqual(['Izbira', 'Prvo', 'Ne']);
  expect((await list('adviser', 'fr', 'xlsx')).text.slice(0, 2)).toBe('PK');
});

test('are for those who read them on the pages: needs for who prepares the session alone, nothing for those who see the people and not the answers', async () => {
  const labels = async (role: Role): Promise<(string | undefined)[]> => (await answersBy(role)).heads!.map((head) => head.split(' (')[0]);
  const asked = ['text', 'choice', 'choices', 'country', 'language', 'day', 'yes'];
  for (const role of ['adviser', 'assistant', 'scacElsewhere'] as const) expect([role, await labels(role)]).toEqual([role, [...asked, 'needs']]);
  expect(await labels('ngoCoordinator')).toEqual(asked);
  // They see these people, by the embassy of their country or in their organisation.
  for (const role of ['scac', 'ssi', 'ngoMember'] as const) expect([role, await answersBy(role)]).toEqual([role, { heads: [], 'answers@ngo.example': [], 'silent@ngo.example': [] }]);
  for (const role of ['expert', 'authority', 'international', 'translator'] as const) expect([role, await answersBy(role)]).toEqual([role, { heads: [] }]);
});

test('whose time is over are in no list, also before they are erased', async () => {
  const over = (days: number) => sql(`update training_session set starts_at = now() - make_interval(days => ?) - interval '1 hour', ends_at = now() - make_interval(days => ?) - interval '1 minute', registration_until = null where uuid = ?`, [days, days, session]);
  await over(6);
  expect((await answersBy('adviser')).heads).toHaveLength(8);
  await over(7);
  expect((await answersBy('adviser')).heads!.map((head) => head.split(' (')[0])).not.toContain('needs');
  await over(90);
  expect((await answersBy('adviser')).heads).toEqual([]);
  // The control: all of it is still kept.
  expect(await sql('select from registration_answer a join form_question q on q.uuid = a.question_uuid where q.session_uuid = ?', [session])).toHaveLength(8);
});
