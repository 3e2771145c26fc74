/** Translators say announced sessions, their parts and questions in other languages, and change nothing else of them: by the API, and in the tables without any reader. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import * as programme from '../../src/programme/world.fixture.ts';
import * as questions from '../../src/questions/world.fixture.ts';
import { atOnce } from '../../src/trainings/at-once.fixture.ts';
import { cancel, create, keyOf, owner, step, translate, update } from '../../src/trainings/world.fixture.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { asPersonIn } from './as-person.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from './roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const PREPARE_IN_SERBIA: readonly Role[] = ['adviser', 'assistant', 'scac', 'ssi'];
const TRANSLATE: readonly Role[] = [...PREPARE_IN_SERBIA, 'translator'];
const CHOICE = { kind: 'CHOICE', label: 'Која група?', choices: [{ code: 'a', label: 'Прва' }, { code: 'b', label: 'Втора' }] };
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

interface Made {
  readonly id: string;
  readonly part: string;
  readonly question: string;
}

/** A session in Serbia, in French, with a part in French and a question in Macedonian; announced unless `isDraft`. */
async function made(isDraft = false): Promise<Made> {
  const { session } = await create(server(), headers.adviser, { country: 'RS', town: 'Ниш' });
  const { id } = session!;
  const { key: part } = await programme.save(server(), headers.adviser, id);
  const { key: question } = await questions.save(server(), headers.adviser, keyOf(id), CHOICE);
  if (!isDraft) await step(server(), headers.adviser, 'openSession', id);
  return { id, part, question };
}

const versionOf = async (id: string): Promise<number> => (await owner<{ version: number }>(server(), 'select version from training_session where uuid = ?', [keyOf(id)]))[0]!.version;

/** Says all three in Serbian: the outcomes. */
async function translateAll(role: Role, { id, part, question }: Made): Promise<string[]> {
  const session = await translate(server(), headers[role], id, await versionOf(id), { locale: 'sr-Latn', title: 'Prepoznavanje žrtava', summary: 'Pokazatelji.' });
  const ofPart = await programme.translate(server(), headers[role], id, { key: part, version: 1, locale: 'sr-Latn', title: 'Otvaranje' });
  const ofQuestion = await questions.translate(server(), headers[role], keyOf(id), { key: question, version: 1, locale: 'sr-Latn', label: 'Koja grupa?', choices: [{ code: 'a', label: 'Prva' }] });
  return [session.outcome, ofPart.outcome, ofQuestion.outcome];
}

describe('a translator', () => {
  test('may translate an announced session, and nothing else; a draft is none for them', async () => {
    const [announced, draft] = [await made(), await made(true)];
    const can = async (id: string): Promise<unknown> => (await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { can { edit translate open close reopen cancel archive discard } } }', { id }, headers.translator)).data!.trainingSession;
    expect(await can(announced.id)).toEqual({ can: { edit: false, translate: true, open: false, close: false, reopen: false, cancel: false, archive: false, discard: false } });
    expect(await can(draft.id)).toBeNull();
    expect(await translateAll('translator', draft)).toEqual(['GONE', 'GONE', 'GONE']);
  });

  test('says it, its parts and its questions in another language, which raises the version of each', async () => {
    const { id, part, question } = await made();
    expect(await translateAll('translator', { id, part, question })).toEqual(['DONE', 'DONE', 'DONE']);
    const session = await translate(server(), headers.translator, id, 3, { locale: 'sr-Latn', title: 'Prepoznavanje žrtava', summary: 'Pokazatelji.' });
    expect([session.outcome, session.session!.version, session.session!.texts.map(({ locale, title }) => [locale, title])]).toEqual(['DONE', 3, [['fr', 'Repérer les victimes'], ['sr-Latn', 'Prepoznavanje žrtava']]]);
    expect((await programme.partsOf(server(), headers.adviser, id, 'sr-Latn'))![0]).toMatchObject({ version: 2, title: { text: 'Otvaranje', isFallback: false } });
    expect((await questions.questionsOf(server(), headers.adviser, keyOf(id), 'sr-Latn'))[0]).toMatchObject({ version: 2, label: { text: 'Koja grupa?' }, choices: [{ label: { text: 'Prva' } }, { label: { locale: 'mk' } }] });
  });

  test('who has read it before somebody else has changed it writes nothing, and sees what it is now', async () => {
    const { id, part, question } = await made();
    await update(server(), headers.adviser, id, 2, { country: 'RS', town: 'Ниш', title: 'Un autre titre' });
    await programme.save(server(), headers.adviser, id, { key: part, version: 1, title: 'Accueil' });
    await questions.save(server(), headers.adviser, keyOf(id), { key: question, version: 1, ...CHOICE, label: 'Во која група?' });
    const late = await translate(server(), headers.translator, id, 2, { locale: 'mk', title: 'Наслов' });
    expect([late.outcome, late.session!.title.text]).toEqual(['CONFLICT', 'Un autre titre']);
    expect((await programme.translate(server(), headers.translator, id, { key: part, version: 1, locale: 'mk', title: 'Отворање' })).outcome).toBe('CONFLICT');
    expect((await questions.translate(server(), headers.translator, keyOf(id), { key: question, version: 1, locale: 'fr', label: 'Quel groupe ?' })).outcome).toBe('CONFLICT');
  });

  test('whose translation comes first makes whoever has read it before read again', async () => {
    const { id } = await made();
    expect((await translate(server(), headers.translator, id, 2, { locale: 'mk', title: 'Наслов' })).outcome).toBe('DONE');
    expect((await update(server(), headers.scac, id, 2, { country: 'RS', town: 'Ниш', places: 5 })).outcome).toBe('CONFLICT');
  });

  test('and somebody who prepares it, at the same moment, are one after the other: the second is told; without the lock neither is', async () => {
    const { id } = await made();
    const both = (version: number, title: string): Promise<string[]> => atOnce(server(), id, [
      () => translate(server(), headers.translator, id, version, { locale: 'mk', title }), () => translate(server(), headers.scac, id, version, { locale: 'sq', title }),
    ]);
    expect(await both(2, 'Наслов')).toEqual(['CONFLICT', 'DONE']);
    const [{ was }] = await owner<{ was: string }>(server(), `select pg_get_functiondef('hold_to_translate(uuid)'::regprocedure) as was`) as [{ was: string }];
    await owner(server(), was.replace('for update', ''));
    expect(await both(3, 'Друг наслов')).toEqual(['DONE', 'DONE']);
    await owner(server(), was);
  });

  test('does not say it in the language in which it was first written, and says nothing of a victim', async () => {
    const { id, part, question } = await made();
    expect((await translate(server(), headers.translator, id, 2, { locale: 'fr', title: 'Autre' })).outcome).toBe('INVALID');
    expect((await programme.translate(server(), headers.translator, id, { key: part, version: 1, locale: 'fr', title: 'Autre' })).outcome).toBe('INVALID');
    expect((await questions.translate(server(), headers.translator, keyOf(id), { key: question, version: 1, locale: 'mk', label: 'Друго' })).outcome).toBe('INVALID');
    await expect(translate(server(), headers.translator, id, 2, { locale: 'en', title: 'A 17-year-old girl from Tirana, +355 69 234 5678' })).rejects.toThrow('VICTIM_DATA');
    expect(await versionOf(id)).toBe(2);
  });

  test('changes no session, part or question, adds none, moves none, takes none away', async () => {
    const { id, part, question } = await made();
    const outcomes = [
      (await update(server(), headers.translator, id, 2, { country: 'RS', places: 1 })).outcome, (await step(server(), headers.translator, 'closeSession', id)).outcome, (await cancel(server(), headers.translator, id, { fr: 'Non.' })).outcome,
      (await programme.save(server(), headers.translator, id)).outcome, (await programme.save(server(), headers.translator, id, { key: part, version: 1, title: 'Autre' })).outcome,
      (await programme.act(server(), headers.translator, id, part, 'remove')).outcome, (await questions.save(server(), headers.translator, keyOf(id))).outcome,
      (await questions.act(server(), headers.translator, 'closeQuestion', keyOf(id), { key: question })).outcome, (await questions.act(server(), headers.translator, 'removeQuestion', keyOf(id), { key: question })).outcome,
    ];
    expect(new Set(outcomes)).toEqual(new Set(['NOT_ALLOWED']));
    expect(await versionOf(id)).toBe(2);
  });

  test('translates the reason of one that is called off, and nothing of one that is over', async () => {
    const [off, over] = [await made(), await made()];
    await cancel(server(), headers.adviser, off.id, { fr: 'La salle est prise.' });
    expect((await translate(server(), headers.translator, off.id, 3, { locale: 'mk', cancelledReason: 'Салата е зафатена.' })).outcome).toBe('DONE');
    await owner(server(), `update training_session set starts_at = now() - interval '3 days', ends_at = now() - interval '1 day', registration_until = null where uuid = ?`, [keyOf(over.id)]);
    expect(await translateAll('translator', over)).toEqual(['TOO_LATE', 'TOO_LATE', 'TOO_LATE']);
  });

  test('stands in the trail with what they have said, for the first time, anew, or no longer', async () => {
    const all = await made();
    await translateAll('translator', all);
    await programme.translate(server(), headers.translator, all.id, { key: all.part, version: 2, locale: 'sr-Latn', title: 'Početak' });
    await questions.translate(server(), headers.translator, keyOf(all.id), { key: all.question, version: 2, locale: 'sr-Latn', label: '' });
    const entries = await owner<{ said: string }>(server(), `select concat_ws(' ', subject, part, coalesce(before, '-'), coalesce(after, '-')) as said from audit_entry where object = ? and by_id = (select id from person where email = ?) order by at, 1`, [keyOf(all.id), PEOPLE.translator]);
    expect(entries.map(({ said }) => said)).toEqual([
      'TRAINING_SESSION summary.sr-Latn - Pokazatelji.', 'TRAINING_SESSION title.sr-Latn - Prepoznavanje žrtava', 'SESSION_PART title.sr-Latn - Otvaranje', 'FORM_QUESTION choice.sr-Latn - Prva',
      'FORM_QUESTION label.sr-Latn - Koja grupa?', 'SESSION_PART title.sr-Latn Otvaranje Početak', 'FORM_QUESTION choice.sr-Latn Prva -', 'FORM_QUESTION label.sr-Latn Koja grupa? -',
    ]);
  });

  test('whose role has ended or who is suspended translates nothing', async () => {
    const all = await made();
    const em = server().database.orm.em.fork();
    await em.execute(`update member set until = current_date - 1, since = current_date - 9 where person_id = (select id from person where email = ?)`, [PEOPLE.translator]);
    expect(await translateAll('translator', all)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    await em.execute(`update member set until = null where person_id = (select id from person where email = ?)`, [PEOPLE.translator]);
    expect(await translateAll('translator', all)).toEqual(['DONE', 'DONE', 'DONE']);
  });
});

test.each(ROLES.filter((role) => !TRANSLATE.includes(role)))('%s translates no session, part or question', async (role) => {
  const all = await made();
  if (role === 'visitor' || role === 'suspended') await expect(translateAll(role, all)).rejects.toThrow('UNAUTHENTICATED');
  else expect(await translateAll(role, all)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED']);
});

const DENIED = '42501';

/** Does something in the tables as somebody, and undoes it: how many rows it reached, or the code with which it was refused. */
async function as(role: Role, statement: string, values: unknown[]): Promise<number | string> {
  const [person] = role === 'visitor' ? [] : await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE[role]]);
  return asPerson(person?.id, (client) => client.query(statement, values).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!));
}

/** Writing each kind of text in Serbian, and in its own language. */
const TEXTS = [
  ['training_session_translation', `insert into training_session_translation (session_uuid, locale, title) values ($1, $2, 'x') on conflict (session_uuid, locale) do update set title = 'x'`, 'fr'],
  ['session_part_translation', `insert into session_part_translation (part_uuid, locale, title) select uuid, $2, 'x' from session_part where session_uuid = $1 on conflict (part_uuid, locale) do update set title = 'x'`, 'fr'],
  ['form_question_translation', `insert into form_question_translation (question_uuid, locale, label) select uuid, $2, 'x' from form_question where session_uuid = $1 on conflict (question_uuid, locale) do update set label = 'x'`, 'mk'],
  ['form_choice_translation', `insert into form_choice_translation (choice_uuid, locale, label) select c.uuid, $2, 'x' from form_choice c join form_question q on q.uuid = c.question_uuid where q.session_uuid = $1 and c.code = 'a' on conflict (choice_uuid, locale) do update set label = 'x'`, 'mk'],
] as const;

describe.each(TEXTS)('in the tables, a row of %s', (table, statement, source) => {
  test('is written in another language by those who prepare the session and by translators, in its own by the first alone, and by nobody else', async () => {
    const { id } = await made();
    for (const role of ROLES.filter((one) => one !== 'visitor')) {
      expect([role, await as(role, statement, [keyOf(id), 'sr-Latn'])]).toEqual([role, TRANSLATE.includes(role) ? 1 : DENIED]);
      expect([role, await as(role, statement, [keyOf(id), source])]).toEqual([role, PREPARE_IN_SERBIA.includes(role) ? 1 : DENIED]);
    }
  });

  test('of a draft is written by no translator', async () => {
    const { id } = await made(true);
    // Parts and questions of a draft are not even seen: there is none to be said anything of.
    expect(await as('translator', statement, [keyOf(id), 'sr-Latn'])).toBe(table === 'training_session_translation' ? DENIED : 0);
  });

  test('is kept from them by its rules: without them everybody writes it', async () => {
    const { id } = await made();
    expect(await as('ngoMember', statement, [keyOf(id), source])).toBe(DENIED);
    await owner(server(), `alter table ${table} disable row level security`);
    expect(await as('ngoMember', statement, [keyOf(id), source])).toBe(1);
    await owner(server(), `alter table ${table} enable row level security`);
  });
});

describe('what raises a version for translators', () => {
  const VERSION = 'select note_translation($1, null, null)';
  /** Raises the version as somebody: what it is then. */
  async function raisedBy(role: Role, id: string): Promise<number> {
    const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE[role as keyof typeof PEOPLE]]);
    return asPerson(person!.id, async (client) => {
      await client.query(VERSION, [keyOf(id)]);
      return (await client.query<{ version: number }>('select version from training_session where uuid = $1', [keyOf(id)])).rows[0]!.version;
    });
  }

  test('does it for them and for those who prepare the session, and does nothing for anybody else', async () => {
    const { id } = await made();
    for (const role of ROLES.filter((one) => one !== 'visitor')) expect([role, await raisedBy(role, id)]).toEqual([role, TRANSLATE.includes(role) ? 3 : 2]);
  });

  test('asks who it is: if everybody were a translator, everybody would raise it', async () => {
    const { id } = await made();
    expect([await raisedBy('ngoMember', id), await as('translator', 'update training_session set version = 9 where uuid = $1', [keyOf(id)])]).toEqual([2, 0]);
    const [{ was }] = await owner<{ was: string }>(server(), `select pg_get_functiondef('translates(uuid,uuid)'::regprocedure) as was`) as [{ was: string }];
    await owner(server(), 'create or replace function translates(who uuid, the_session uuid) returns boolean language sql stable security definer set search_path = public, pg_temp return true');
    expect(await raisedBy('ngoMember', id)).toBe(3);
    await owner(server(), was);
    expect(await raisedBy('ngoMember', id)).toBe(2);
  });
});

test('a key that is none holds nothing for a translator', async () => {
  expect((await translate(server(), headers.translator, `TrainingSession_${randomUUID()}`, 1, { locale: 'mk', title: 'Наслов' })).outcome).toBe('GONE');
});
