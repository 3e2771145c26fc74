/** Preparing the questions of a session, by the API. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';
import { act, questionsOf, save, told, translate } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let session: string;

const CHOICES = [{ code: 'a', label: 'Прво' }, { code: 'b', label: 'Второ' }];
const CHOICE = { kind: 'CHOICE', label: 'Која група?', choices: CHOICES };

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  session = await addSession(server(), { places: 5, country: 'RS' });
});

const fresh = (country = 'RS', stage = 'OPEN'): Promise<string> => addSession(server(), { places: 5, country, stage });

describe('a question', () => {
  test('is added and changed by the adviser and the embassy that prepare the session, and by nobody else', async () => {
    const own = await fresh();
    for (const role of ['adviser', 'assistant', 'scac', 'ssi'] as const) expect(told(await save(server(), headers[role], own)), role).toBe('DONE');
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'ngoMember', 'expert', 'authority', 'international', 'translator'] as const) expect(told(await save(server(), headers[role], own)), role).toBe('NOT_ALLOWED');
    await expect(save(server(), headers.visitor, own)).rejects.toThrow('UNAUTHENTICATED');
    expect((await questionsOf(server(), headers.adviser, own)).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });

  test('of a draft is to others as if it were not there', async () => {
    const draft = await fresh('RS', 'DRAFT');
    const { key } = await save(server(), headers.scac, draft);
    expect(told(await save(server(), headers.scacElsewhere, draft, { key, version: 1, label: 'Друго' }))).toBe('GONE');
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'visitor'] as const) expect(await questionsOf(server(), headers[role], draft), role).toEqual([]);
    expect(await questionsOf(server(), headers.scac, draft)).toHaveLength(1);
  });

  test('is read by whoever sees the session, who is invited to it without an account among them', async () => {
    await save(server(), headers.adviser, session);
    for (const role of ['visitor', 'ngoCoordinator'] as const) expect((await questionsOf(server(), headers[role], session, 'fr'))[0], role).toMatchObject({ label: { text: 'Што очекувате?', locale: 'mk', isFallback: true }, isAnswered: null, counts: [] });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['without words', { label: ' ' }, 'INVALID LABEL MISSING'], ['with too many of them', { label: 'x'.repeat(201) }, 'INVALID LABEL TOO_LONG'], ['with strange signs', { label: 'a\nb' }, 'INVALID LABEL UNREADABLE'],
    ['with a choice of one', { kind: 'CHOICE', choices: CHOICES.slice(0, 1) }, 'INVALID CHOICES MISSING'], ['with the same choice twice', { kind: 'CHOICES', choices: [CHOICES[0], CHOICES[0]] }, 'INVALID CHOICES REPEATED'],
    ['with choices where there are none', { choices: CHOICES }, 'INVALID CHOICES NOT_HERE'], ['kept for too long', { retentionDays: 366 }, 'INVALID RETENTION_DAYS OUT_OF_RANGE'],
    ['about needs kept for more than a month', { kind: 'DIET_ACCESS', retentionDays: 31 }, 'INVALID RETENTION_DAYS OUT_OF_RANGE'], ['about needs that must be answered', { kind: 'DIET_ACCESS', retentionDays: 7, isRequired: true }, 'INVALID IS_REQUIRED NOT_HERE'],
    ['that depends on what is not there', { condition: { question: randomUUID(), answer: 'YES' } }, 'INVALID CONDITION NO_WAY'],
  ])('%s is refused, and says why', async (_name, changes, outcome) => {
    expect(told(await save(server(), headers.adviser, session, changes))).toBe(outcome);
  });

  test('that tells of a victim is refused', async () => {
    await expect(save(server(), headers.adviser, session, { label: 'Познавате ли ја Ана, +355 69 234 5678?' })).rejects.toThrow('VICTIM_DATA');
  });

  test('that is sent twice under its key is one, whatever version it says', async () => {
    const own = await fresh();
    const key = randomUUID();
    for (let n = 0; n < 2; n += 1) expect(told(await save(server(), headers.adviser, own, { key }))).toBe('DONE');
    expect(await questionsOf(server(), headers.adviser, own)).toHaveLength(1);
  });

  test('of a session that was put away is changed no more', async () => {
    const own = await fresh();
    const { key } = await save(server(), headers.adviser, own);
    await owner(server(), `update training_session set stage = 'ARCHIVED' where uuid = ?`, [own]);
    expect(told(await save(server(), headers.adviser, own, { key, version: 1, label: 'Друго' }))).toBe('TOO_LATE');
    expect(told(await act(server(), headers.adviser, 'removeQuestion', own, { key }))).toBe('TOO_LATE');
  });
});

describe('of two who change a question at once', () => {
  test('the second is told, and sees what the first has written', async () => {
    const own = await fresh();
    const { key } = await save(server(), headers.adviser, own);
    expect(told(await save(server(), headers.adviser, own, { key, version: 1, label: 'Едно' }))).toBe('DONE');
    const second = await save(server(), headers.scac, own, { key, version: 1, label: 'Друго' });
    expect([told(second), second.session!.questions[0]!.label.text, second.session!.questions[0]!.version]).toEqual(['CONFLICT', 'Едно', 2]);
    // What is so already is no conflict.
    expect(told(await save(server(), headers.scac, own, { key, version: 1, label: 'Едно' }))).toBe('DONE');
  });

  test('at the same moment, one has written and the other is told', async () => {
    const own = await fresh();
    const { key } = await save(server(), headers.adviser, own);
    const both = await Promise.all([save(server(), headers.adviser, own, { key, version: 1, label: 'Едно' }), save(server(), headers.scac, own, { key, version: 1, label: 'Друго' })]);
    expect(both.map(told).sort()).toEqual(['CONFLICT', 'DONE']);
  });
});

describe('translations', () => {
  test('are read in the reader’s language, are marked once the source has changed, and never saved from a fallback', async () => {
    const own = await fresh();
    const { key } = await save(server(), headers.adviser, own, CHOICE);
    expect(told(await translate(server(), headers.adviser, own, { key, version: 1, locale: 'fr', label: 'Quel groupe ?', choices: [{ code: 'a', label: 'Premier' }] }))).toBe('DONE');
    const [said] = await questionsOf(server(), headers.adviser, own, 'fr');
    expect(said!.label).toEqual({ text: 'Quel groupe ?', locale: 'fr', isFallback: false, isOutdated: false });
    expect(said!.choices.map(({ label }) => [label.text, label.locale])).toEqual([['Premier', 'fr'], ['Второ', 'mk']]);
    await save(server(), headers.adviser, own, { key, version: said!.version, ...CHOICE, label: 'Во која група?' });
    const [changed] = await questionsOf(server(), headers.adviser, own, 'fr');
    expect([changed!.label, changed!.choices[0]!.label.isOutdated]).toMatchObject([{ text: 'Quel groupe ?', isOutdated: true }, true]);
    expect(changed!.texts.map(({ locale, label, isOutdated }) => [locale, label, isOutdated])).toEqual([['fr', 'Quel groupe ?', true], ['mk', 'Во која група?', false]]);
    expect(told(await translate(server(), headers.adviser, own, { key, version: 1, locale: 'fr', label: 'Autre' }))).toBe('CONFLICT');
    expect(told(await translate(server(), headers.adviser, own, { key, version: changed!.version, locale: 'mk', label: 'Autre' }))).toBe('INVALID LOCALE NOT_HERE');
    expect(told(await translate(server(), headers.adviser, own, { key, version: changed!.version, locale: 'fr', label: 'Dans quel groupe ?' }))).toBe('DONE');
    const [again] = await questionsOf(server(), headers.adviser, own, 'fr');
    expect([again!.label.isOutdated, again!.choices[0]!.label.locale]).toEqual([false, 'mk']);
  });
});

describe('a condition', () => {
  test('is on a question that stands before, and keeps that from going, closing, moving behind or losing the answer', async () => {
    const own = await fresh();
    const [other, { key: last }] = [await save(server(), headers.adviser, own, CHOICE), await save(server(), headers.adviser, own)];
    const on = (answer: string) => ({ condition: { question: other.key, answer } });
    expect(told(await save(server(), headers.adviser, own, { key: last, version: 1, ...on('c') }))).toBe('INVALID CONDITION NO_WAY');
    expect(told(await save(server(), headers.adviser, own, { key: last, version: 1, ...on('b') }))).toBe('DONE');
    expect(told(await save(server(), headers.adviser, own, { key: other.key, version: 1, ...CHOICE, condition: { question: last, answer: 'x' } }))).toMatch(/^INVALID CONDITION/);
    expect(told(await save(server(), headers.adviser, own, { key: other.key, version: 1, ...CHOICE, choices: [CHOICES[0], { code: 'c', label: 'Трето' }] }))).toBe('INVALID CHOICES NEEDED');
    expect(told(await save(server(), headers.adviser, own, { key: other.key, version: 1 }))).toBe('INVALID KIND NEEDED');
    expect(told(await act(server(), headers.adviser, 'moveQuestion', own, { key: last, position: 1 }))).toBe('INVALID CONDITION NO_WAY');
    for (const name of ['closeQuestion', 'removeQuestion'] as const) expect(told(await act(server(), headers.adviser, name, own, { key: other.key }))).toBe('INVALID CONDITION NEEDED');
    expect(told(await act(server(), headers.adviser, 'closeQuestion', own, { key: last }))).toBe('DONE');
    expect(told(await act(server(), headers.adviser, 'closeQuestion', own, { key: other.key }))).toBe('DONE');
    expect(told(await act(server(), headers.adviser, 'reopenQuestion', own, { key: last }))).toBe('INVALID CONDITION NO_WAY');
  });
});

test('choices are moved, which is a change and makes no translation out of date', async () => {
  const own = await fresh();
  const { key } = await save(server(), headers.adviser, own, CHOICE);
  await translate(server(), headers.adviser, own, { key, version: 1, locale: 'fr', label: 'Quel groupe ?', choices: [{ code: 'a', label: 'Premier' }, { code: 'b', label: 'Second' }] });
  expect(told(await save(server(), headers.adviser, own, { key, version: 2, ...CHOICE, choices: [...CHOICES].reverse() }))).toBe('DONE');
  const [question] = await questionsOf(server(), headers.adviser, own, 'fr');
  expect([question!.version, question!.label.isOutdated, question!.choices.map(({ code, label }) => [code, label.text, label.isOutdated])]).toEqual([3, false, [['b', 'Second', false], ['a', 'Premier', false]]]);
});

test('questions are moved, and keep the order that they are given', async () => {
  const own = await fresh();
  const keys: string[] = [];
  for (const label of ['Едно', 'Две', 'Три']) keys.push((await save(server(), headers.adviser, own, { label })).key);
  expect(told(await act(server(), headers.adviser, 'moveQuestion', own, { key: keys[2]!, position: 1 }))).toBe('DONE');
  const order = async () => (await questionsOf(server(), headers.adviser, own)).map(({ label }) => label.text);
  expect(await order()).toEqual(['Три', 'Едно', 'Две']);
  expect(told(await act(server(), headers.adviser, 'moveQuestion', own, { key: keys[2]!, position: 1 }))).toBe('DONE');
  expect(told(await act(server(), headers.adviser, 'removeQuestion', own, { key: keys[0]! }))).toBe('DONE');
  expect(told(await act(server(), headers.adviser, 'removeQuestion', own, { key: keys[0]! }))).toBe('DONE');
  expect(await order()).toEqual(['Три', 'Две']);
});

test('the journal says who has changed what of the questions of which session', async () => {
  const own = await fresh();
  const { key } = await save(server(), headers.scac, own);
  await save(server(), headers.scac, own, { key, version: 1, label: 'Друго', retentionDays: 10 });
  const entries = await owner<{ action: string; part: string | null }>(server(), `select action, part from audit_entry where subject = 'FORM_QUESTION' and object = ? and by_id = (select id from person where email like 'scac.rs@%') order by at, part nulls first`, [own]);
  expect(entries.map(({ action, part }) => `${action} ${part ?? ''}`.trim())).toEqual(['ADDED', 'CHANGED label.mk', 'CHANGED retention_days']);
});
