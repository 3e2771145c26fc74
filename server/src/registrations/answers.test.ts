/** What is answered when people are registered, who reads it, and when it goes; by the API. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { act, type Question, questionsOf, save, told, translate } from '../questions/world.fixture.ts';
import { answersOf, cameOf, meanwhile, registerWith } from './answers.fixture.ts';
import { registrationJobs } from './registrations.jobs.ts';
import { act as actOn, addSession, idOf, owner, rowsOf } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let organisation: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const address = (): string => `answers${(n += 1)}@ngo.example`;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = await ngoOf(server(), 'RS');
});

/** A session in Albania with questions: those, by what they are called. */
async function sessionWith(questions: Readonly<Record<string, object>>, country = 'AL'): Promise<{ session: string; asked: Record<string, Question> }> {
  const session = await addSession(server(), { places: 50, country, inDays: 30 + (n += 1) });
  const asked: Record<string, Question> = {};
  for (const [name, changes] of Object.entries(questions)) {
    const { key, session: now, ...back } = await save(server(), headers.adviser, session, { label: name, ...changes });
    expect(told({ session: now, ...back })).toBe('DONE');
    asked[name] = now!.questions.find((one) => one.key === key)!;
  }
  return { session, asked };
}

const one = (session: string, email: string, answers: readonly object[], submission = randomUUID()) => registerWith(server(), headers.ngoCoordinator, { session, organisation, people: { [email]: answers as never }, submission });
const CHOICES = { choices: [{ code: 'a', label: 'Прво' }, { code: 'b', label: 'Второ' }] };

describe('answers', () => {
  test('of every kind are kept with the registration, and read in the reader’s language', async () => {
    const { session, asked } = await sessionWith({
      text: {}, choice: { kind: 'CHOICE', ...CHOICES }, choices: { kind: 'CHOICES', ...CHOICES }, country: { kind: 'COUNTRY' }, language: { kind: 'LANGUAGE' }, day: { kind: 'DATE' }, yes: { kind: 'YES_NO' }, needs: { kind: 'DIET_ACCESS', retentionDays: 7 },
    });
    await translate(server(), headers.adviser, session, { key: asked.choice!.key, version: 1, locale: 'fr', label: 'Un choix', choices: [{ code: 'b', label: 'Deuxième' }] });
    const email = address();
    const answers = [
      { question: asked.text!.id, text: ' Повеќе вежби ' }, { question: asked.choice!.id, codes: ['b'] }, { question: asked.choices!.id, codes: ['b', 'a'] }, { question: asked.country!.id, codes: ['MK'] },
      { question: asked.language!.id, codes: ['fr'], level: 'B2' }, { question: asked.day!.id, day: '2027-03-28' }, { question: asked.yes!.id, codes: ['NO'] }, { question: asked.needs!.id, codes: ['VEGAN'], text: 'Без ореви' },
    ];
    expect(cameOf(await one(session, email, answers))).toBe('DONE');
    const read = await answersOf(server(), headers.adviser, await idOf(server(), session, email));
    const empty = { text: null, locale: null, choices: [], country: null, language: null, level: null, day: null, isYes: null, needs: null, needsText: null };
    expect(read!.map(({ question: _question, ...rest }) => rest)).toEqual([
      { ...empty, text: 'Повеќе вежби', locale: 'mk' }, { ...empty, choices: [{ code: 'b', label: { text: 'Deuxième' } }] },
      { ...empty, choices: [{ code: 'a', label: { text: 'Прво' } }, { code: 'b', label: { text: 'Второ' } }] }, { ...empty, country: { code: 'MK' } }, { ...empty, language: { code: 'fr' }, level: 'B2' },
      { ...empty, day: '2027-03-28' }, { ...empty, isYes: false }, { ...empty, locale: 'mk', needs: ['VEGAN'], needsText: 'Без ореви' },
    ]);
    expect(read![1]!.question!.label.text).toBe('Un choix');
  });

  test('that are missing or wrong are told of each person and question, and nobody is registered', async () => {
    const { session, asked } = await sessionWith({ must: { isRequired: true }, choice: { kind: 'CHOICE', ...CHOICES }, country: { kind: 'COUNTRY' }, language: { kind: 'LANGUAGE' } });
    const [first, second] = [address(), address()];
    const answer = await registerWith(server(), headers.ngoCoordinator, { session, organisation, people: {
      [first]: [{ question: asked.must!.id, text: 'Да' }, { question: asked.choice!.id, codes: ['c'] }, { question: asked.country!.id, codes: ['ZZ'] }],
      [second]: [{ question: asked.must!.id, text: '  ' }, { question: asked.language!.id, codes: ['fr'] }],
    } });
    expect(cameOf(answer)).toBe('INVALID 0 UNKNOWN 0 UNKNOWN 1 MISSING 1 LEVEL_MISSING');
    expect((answer.data!.registerParticipants as { faults: { question: string }[] }).faults.map(({ question }) => question)).toEqual([asked.choice!.key, asked.country!.key, asked.must!.key, asked.language!.key]);
    expect(await rowsOf(server(), session)).toEqual([]);
    expect(await sql('select from participant where email in (?, ?)', [first, second])).toEqual([]);
  });

  test('to a question that depends on another are due when that is answered so, and only then', async () => {
    const { session, asked } = await sessionWith({ yes: { kind: 'YES_NO', isRequired: true } });
    const { session: now, key } = await save(server(), headers.adviser, session, { label: 'then', isRequired: true, condition: { question: asked.yes!.key, answer: 'YES' } });
    const then = now!.questions.find((question) => question.key === key)!;
    expect(cameOf(await one(session, address(), [{ question: asked.yes!.id, codes: ['YES'] }]))).toBe('INVALID 0 MISSING');
    expect(cameOf(await one(session, address(), [{ question: asked.yes!.id, codes: ['NO'] }, { question: then.id, text: 'x' }]))).toBe('INVALID 0 CHANGED');
    expect(cameOf(await one(session, address(), [{ question: asked.yes!.id, codes: ['NO'] }]))).toBe('DONE');
    expect(cameOf(await one(session, address(), [{ question: asked.yes!.id, codes: ['YES'] }, { question: then.id, text: 'x' }]))).toBe('DONE');
  });

  test('that tell of a victim are refused', async () => {
    const { session, asked } = await sessionWith({ text: {} });
    expect(cameOf(await one(session, address(), [{ question: asked.text!.id, text: 'Ана, девојка од 16 години од Скопје, +389 70 123 456' }]))).toBe('VICTIM_DATA');
    // One that is too long is not read.
    expect(cameOf(await one(session, address(), [{ question: asked.text!.id, text: 'Tel. +389 70 123 456 '.repeat(200) }]))).toBe('INVALID 0 TOO_LONG');
    expect(await rowsOf(server(), session)).toEqual([]);
  });

  test('sent again with the same key are as sent once, also when the form has changed since', async () => {
    const { session, asked } = await sessionWith({ text: { isRequired: true } });
    const [email, submission] = [address(), randomUUID()];
    const send = (text: string) => one(session, email, [{ question: asked.text!.id, text }], submission);
    const all = await Promise.all(Array.from({ length: 10 }, () => send('Прво')));
    expect(new Set(all.map(cameOf))).toEqual(new Set(['DONE']));
    await save(server(), headers.adviser, session, { key: asked.text!.key, version: 1, label: 'other words', isRequired: true });
    expect(cameOf(await send('Друго'))).toBe('DONE');
    expect((await answersOf(server(), headers.adviser, await idOf(server(), session, email)))!.map(({ text }) => text)).toEqual(['Прво']);
  });
});

test('a question that is changed while somebody is registered who has answered it stays beside the answer as it was asked', { timeout: 60_000 }, async () => {
  expect(await meanwhile(server(), { adviser: headers.adviser, coordinator: headers.ngoCoordinator, organisation })).toEqual({ saved: 'after', outcome: 'DONE', labels: ['Што очекувате?'] });
});

describe('a question that was answered', () => {
  test('keeps what was asked when it is changed, and is closed, not taken away', async () => {
    const { session, asked } = await sessionWith({ choice: { kind: 'CHOICE', ...CHOICES } });
    const { key } = asked.choice!;
    const [before, after] = [address(), address()];
    await one(session, before, [{ question: asked.choice!.id, codes: ['a'] }]);
    const changed = await save(server(), headers.adviser, session, { key, version: 1, kind: 'CHOICE', label: 'anew', choices: [{ code: 'b', label: 'Второ' }, { code: 'c', label: 'Трето' }] });
    expect(changed.session!.questions).toMatchObject([{ edition: 2, version: 2, isAnswered: true, counts: [] }]);
    expect(cameOf(await one(session, after, [{ question: asked.choice!.id, codes: ['a'] }]))).toBe('INVALID 0 CHANGED');
    expect(cameOf(await one(session, after, [{ question: changed.session!.questions[0]!.id, codes: ['c'] }]))).toBe('DONE');
    const read = async (email: string) => (await answersOf(server(), headers.adviser, await idOf(server(), session, email)))!.map(({ question, choices }) => [question!.label.text, question!.edition, choices[0]!.label.text]);
    expect([await read(before), await read(after)]).toEqual([[['choice', 1, 'Прво']], [['anew', 2, 'Трето']]]);
    expect(told(await act(server(), headers.adviser, 'removeQuestion', session, { key }))).toBe('ANSWERED');
    await expect(sql('delete from form_question where session_uuid = ?', [session])).rejects.toThrow('registration_answer_question_uuid_foreign');
    expect(told(await act(server(), headers.adviser, 'closeQuestion', session, { key }))).toBe('DONE');
    expect(cameOf(await one(session, address(), []))).toBe('DONE');
  });

  test('is counted by choice, without those who were withdrawn, for whoever prepares the session wherever people are from', async () => {
    const { session, asked } = await sessionWith({ choices: { kind: 'CHOICES', ...CHOICES }, needs: { kind: 'DIET_ACCESS', retentionDays: 7 } });
    const [first, second] = [address(), address()];
    await one(session, first, [{ question: asked.choices!.id, codes: ['a', 'b'] }, { question: asked.needs!.id, codes: ['VEGAN'] }]);
    await one(session, second, [{ question: asked.choices!.id, codes: ['a'] }]);
    const counts = async (role: keyof Headers) => (await questionsOf(server(), headers[role], session)).map((question) => question.counts.map(({ answer, count }) => `${answer} ${count}`));
    for (const role of ['adviser', 'scacElsewhere'] as const) expect(await counts(role), role).toEqual([['a 2', 'b 1'], ['VEGAN 1']]);
    for (const role of ['ngoCoordinator', 'scac', 'expert'] as const) expect(await counts(role), role).toEqual([[], []]);
    expect(await actOn(server(), headers.ngoCoordinator, 'withdrawRegistration', await idOf(server(), session, first))).toBe('DONE WITHDRAWN');
    expect(await counts('adviser')).toEqual([['a 1'], []]);
  });
});

describe('who reads answers', () => {
  test('is who prepares the session, and of all but needs who registered them: nobody else, by the API or in the database', async () => {
    const { session, asked } = await sessionWith({ text: {}, needs: { kind: 'DIET_ACCESS', retentionDays: 7 } });
    const email = address();
    await one(session, email, [{ question: asked.text!.id, text: 'Прво' }, { question: asked.needs!.id, codes: ['NO_PORK'] }]);
    const id = await idOf(server(), session, email);
    const seen = async (role: keyof Headers) => (await answersOf(server(), headers[role], id))?.map(({ question }) => question!.kind);
    const DUE: Partial<Record<keyof Headers, string[]>> = { adviser: ['TEXT', 'DIET_ACCESS'], assistant: ['TEXT', 'DIET_ACCESS'], ngoCoordinator: ['TEXT'], ngoMember: [], scac: [], ssi: [] };
    for (const role of Object.keys(headers) as (keyof Headers)[]) expect(await seen(role), role).toEqual(DUE[role]);
    // In the database the embassy that prepares the session sees all, and everybody else what the API gives them.
    const IN_TABLE: Partial<Record<keyof typeof PEOPLE, number>> = { adviser: 2, assistant: 2, ngoCoordinator: 1, scacElsewhere: 2 };
    for (const role of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]) expect(await rowsFor(role, `registration_answer where registration_uuid = '${id}'`), role).toBe(IN_TABLE[role] ?? 0);
    expect(await rowsFor(null, 'registration_answer')).toBe(0);
    // The control: it is the rules that hide them.
    await sql('alter table registration_answer disable row level security');
    expect(await rowsFor('expert', `registration_answer where registration_uuid = '${id}'`)).toBe(2);
    await sql('alter table registration_answer enable row level security');
  });

  test('adds none for others’ registrations, or to questions of another session, and changes none', async () => {
    const [{ session, asked }, other] = [await sessionWith({ text: {} }), await sessionWith({ text: {} })];
    const [email, bare] = [address(), address()];
    await one(session, email, [{ question: asked.text!.id, text: 'Прво' }]);
    await one(session, bare, []);
    const id = await idOf(server(), session, bare);
    const insert = (question: Question) => `insert into registration_answer (registration_uuid, question_uuid, email, text, locale) values ('${id}', '${question.id.split('_')[1]}', 'x@ngo.example', 'x', 'fr')`;
    expect(await change('ngoCoordinator', insert(asked.text!))).toBe(1);
    for (const role of ['ngoMember', 'adviser', 'scac'] as const) expect(await change(role, insert(asked.text!)), role).toBe('42501');
    expect(await change('ngoCoordinator', insert(other.asked.text!))).toBe('42501');
    for (const role of ['ngoCoordinator', 'adviser'] as const) for (const statement of [`update registration_answer set text = 'x'`, 'delete from registration_answer']) expect(await change(role, statement)).toBe(0);
  });
});

test('answers go when their question says, and no other does', async () => {
  const { session, asked } = await sessionWith({ long: { retentionDays: 90 }, short: { retentionDays: 10 }, needs: { kind: 'DIET_ACCESS', retentionDays: 3 } });
  const { session: later, asked: kept } = await sessionWith({ short: { retentionDays: 10 } });
  const [email, other] = [address(), address()];
  await one(session, email, [{ question: asked.long!.id, text: 'x' }, { question: asked.short!.id, text: 'y' }, { question: asked.needs!.id, codes: ['VEGAN'] }]);
  await one(later, other, [{ question: kept.short!.id, text: 'z' }]);
  // Asked anew for longer, what was answered before goes when it was said to.
  await save(server(), headers.adviser, session, { key: asked.short!.key, version: 1, label: 'short', retentionDays: 300 });
  const forget = () => registrationJobs('https://passerelle.example').find(({ name }) => name === 'answers.forget')!.handler({} as never, { em: server().database.orm.em.fork() } as never);
  const left = async (key: string) => (await sql<{ label: string }>(`select x.label from registration_answer a join registration r on r.uuid = a.registration_uuid join form_question_translation x on x.question_uuid = a.question_uuid where r.session_uuid = ? order by 1`, [key])).map(({ label }) => label);
  const daysAgo = (days: number) => sql(`update training_session set starts_at = now() - make_interval(days => ?, hours => 5), ends_at = now() - make_interval(days => ?) where uuid = ?`, [days, days, session]);
  for (const [days, due] of [[2, ['long', 'needs', 'short']], [3, ['long', 'short']], [9, ['long', 'short']], [10, ['long']], [89, ['long']], [90, []]] as const) {
    await daysAgo(days);
    await forget();
    expect(await left(session), `${days} days`).toEqual(due);
  }
  expect(await left(later)).toEqual(['short']);
  expect(await rowsOf(server(), session)).toHaveLength(1);
});

/** Does something in the database as somebody, and undoes it. */
async function as<T>(role: keyof typeof PEOPLE | null, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server().database.app });
  await client.connect();
  try {
    await client.query('begin');
    const [person] = role ? await sql<{ id: string }>('select id from person where email = ?', [PEOPLE[role]]) : [];
    if (person) await client.query(`select set_config('passerelle.person', $1, true)`, [person.id]);
    return await work(client);
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.end();
  }
}

const rowsFor = (role: keyof typeof PEOPLE | null, from: string): Promise<number> => as(role, async (client) => (await client.query(`select from ${from}`)).rowCount!);
/** How many rows were changed, or the code with which it was refused. */
const change = (role: keyof typeof PEOPLE, statement: string): Promise<number | string> => as(role, (client) => client.query(statement).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!));
