/** Calls for availability as the adviser makes them, and asks experts: by the API, over HTTP. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, OUTSIDERS, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { answerByLink, answerSecret, askedAt, askExperts, type Call, callSeen, closeCall, expertAt, keyOf, saveCall, told, translateCall } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const made = async (changes = {}): Promise<Call> => (await saveCall(server(), headers.adviser, changes)).call!;
let headers: Headers;
/** The sheet that belongs to the account of the expert. */
let bound: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  bound = (await sql<{ uuid: string }>('select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]))[0]!.uuid;
});
beforeEach(() => sql('delete from mail'));

describe('a call', () => {
  test('is made by the adviser and their team, told to nobody, and there once, however often it is sent', async () => {
    const key = randomUUID();
    for (let n = 0; n < 2; n += 1) expect(await saveCall(server(), headers.assistant, { key })).toMatchObject({ outcome: 'DONE', call: { version: 1, state: 'DRAFT', asked: 0, title: { text: 'Mission à Sarajevo', locale: 'fr' }, can: { edit: true, ask: true, close: true } } });
    expect(await sql('select from mail')).toEqual([]);
    expect(await sql('select is_demonstration from availability_call where uuid = ?', [key])).toEqual([{ is_demonstration: true }]);
  });

  test('says of each field what is wrong with it', async () => {
    const wrong = async (changes: Readonly<Record<string, unknown>>): Promise<string> => told(await saveCall(server(), headers.adviser, changes));
    expect(await wrong({ title: ' ', untilOn: '2098-11-07', answersUntil: '2098-11-09' })).toBe('INVALID, TITLE MISSING, UNTIL NOT_AFTER, ANSWERS_UNTIL AFTER_START');
    expect(await wrong({ untilOn: '2099-01-09' })).toBe('INVALID, UNTIL TOO_MANY_DAYS');
    expect(await wrong({ untilOn: '2099-01-08' })).toBe('DONE');
    expect(await wrong({ title: 'x'.repeat(201), note: 'x'.repeat(1001) })).toBe('INVALID, TITLE TOO_LONG, NOTE TOO_LONG');
    expect(await wrong({ fromOn: '2020-01-02', untilOn: '2020-01-03', answersUntil: '2020-01-01' })).toBe('INVALID, ANSWERS_UNTIL PAST');
    await expect(saveCall(server(), headers.adviser, { note: 'Ana, 17 ans, +355 69 234 5678' })).rejects.toThrow('VICTIM_DATA');
  });

  test('of two who have read the same the second changes nothing, unless it is so already', async () => {
    const { id } = await made();
    const key = keyOf(id);
    expect(told(await saveCall(server(), headers.adviser, { key, version: 1, title: 'À Tirana' }))).toBe('DONE');
    expect(await saveCall(server(), headers.assistant, { key, version: 1, title: 'À Skopje' })).toMatchObject({ outcome: 'CONFLICT', call: { version: 2, title: { text: 'À Tirana' } } });
    expect(told(await saveCall(server(), headers.assistant, { key, version: 1, title: 'À Tirana' }))).toBe('DONE');
    expect(told(await saveCall(server(), headers.adviser, { key: randomUUID(), version: 3 }))).toBe('GONE');
  });

  test('is said in other languages, which are outdated once it is changed', async () => {
    const call = await made();
    expect(told(await translateCall(server(), headers.adviser, call, { locale: 'fr', title: 'X' }))).toBe('INVALID, LOCALE NOT_HERE');
    const { call: said } = await translateCall(server(), headers.adviser, call, { locale: 'hr', title: 'Misija u Sarajevu' });
    expect(said!.texts.map(({ locale, isOutdated }) => [locale, isOutdated])).toEqual([['fr', false], ['hr', false]]);
    expect(told(await translateCall(server(), headers.adviser, call, { locale: 'sq', title: 'Mision' }))).toBe('CONFLICT');
    const { call: changed } = await saveCall(server(), headers.adviser, { key: keyOf(call.id), version: 2, title: 'Mission à Mostar' });
    expect(changed!.texts.map(({ locale, isOutdated }) => [locale, isOutdated])).toEqual([['fr', false], ['hr', true]]);
    const { call: without } = await translateCall(server(), headers.adviser, changed!, { locale: 'hr' });
    expect(without!.texts.map(({ locale }) => locale)).toEqual(['fr']);
  });

  test('keeps its days once somebody is asked; the last day for answers can still be another', async () => {
    const { call: id } = await askedAt(server(), headers.adviser, 'settled@expert.example');
    const save = async (changes: Readonly<Record<string, unknown>>): Promise<string> => told(await saveCall(server(), headers.adviser, { key: keyOf(id), version: 1, ...changes }));
    expect(await save({ fromOn: '2098-11-07', untilOn: '2098-11-09' })).toBe('INVALID, FROM SETTLED, UNTIL SETTLED');
    expect(await save({ answersUntil: '2098-11-05' })).toBe('DONE');
    await expect(sql(`update availability_call set until_on = '2098-11-12' where uuid = ?`, [keyOf(id)])).rejects.toThrow('settled');
  });

  test('that is closed stays so, asks nobody and is not changed; one whose last day is over is open again with a later one', async () => {
    const { id } = await made();
    expect(await closeCall(server(), headers.adviser, id)).toMatchObject({ outcome: 'DONE', call: { state: 'CLOSED', can: { edit: false, ask: false, close: false } } });
    expect((await closeCall(server(), headers.adviser, id)).outcome).toBe('DONE');
    expect(await askExperts(server(), headers.adviser, id, [await expertAt(server(), 'late@expert.example')])).toBe('TOO_LATE');
    expect(told(await saveCall(server(), headers.adviser, { key: keyOf(id), version: 2, title: 'X' }))).toBe('TOO_LATE');
    const over = await made();
    await sql(`update availability_call set answers_until = '2020-01-01' where uuid = ?`, [keyOf(over.id)]);
    expect(await callSeen(server(), headers.adviser, over.id)).toMatchObject({ state: 'CLOSED', can: { edit: true, ask: false, close: true } });
    expect(await saveCall(server(), headers.adviser, { key: keyOf(over.id), version: 1 })).toMatchObject({ outcome: 'DONE', call: { state: 'DRAFT', can: { ask: true } } });
  });
});

describe('asking experts', () => {
  test('writes to each in their language, with a link of their own; the account of who has one, else where the adviser wrote it down', async () => {
    const { id } = await made();
    await translateCall(server(), headers.adviser, { id, version: 1 }, { locale: 'hr', title: 'Misija u Sarajevu' });
    const vesna = await expertAt(server(), 'vesna@expert.example');
    expect(await askExperts(server(), headers.adviser, id, [vesna, bound])).toEqual(['ASKED', 'ASKED']);
    const mails = await sql<{ recipient: string; locale: string; subject: string; text: string }>('select recipient, locale, subject, text from mail order by recipient desc');
    expect(mails.map(({ recipient, locale }) => [recipient, locale])).toEqual([['vesna@expert.example', 'hr'], [PEOPLE.expert, 'fr']]);
    expect(mails[0]!.subject).toBe('Vaša raspoloživost – Misija u Sarajevu');
    for (const day of ['8. studenoga 2098.', '10. studenoga 2098.', '1. studenoga 2098.']) expect(mails[0]!.text).toContain(day);
    const [one, other] = mails.map(({ text }) => /availability-answer#([\w-]{32})\n/.exec(text)![1]!);
    expect(one).not.toBe(other);
    expect(JSON.stringify(await sql('select * from availability_request'))).not.toContain(one);
    expect(await callSeen(server(), headers.assistant, id)).toMatchObject({ state: 'OPEN', asked: 2, answered: 0 });
  });

  test('names who has no address, asks each once, and what is sent again with the same key is as sent once', async () => {
    const [{ id }, submission] = [await made(), randomUUID()];
    const [somebody, nowhere] = [await expertAt(server(), 'once@expert.example'), await expertAt(server(), null)];
    for (let n = 0; n < 2; n += 1) expect(await askExperts(server(), headers.adviser, id, [somebody, nowhere, randomUUID()], submission)).toEqual(['ASKED', 'NO_ADDRESS', 'UNKNOWN']);
    expect(await askExperts(server(), headers.adviser, id, [somebody])).toEqual(['ALREADY_ASKED']);
    expect(await sql('select recipient from mail')).toEqual([{ recipient: 'once@expert.example' }]);
    expect(await askExperts(server(), headers.adviser, id, [])).toBe('BAD_USER_INPUT');
    expect(await askExperts(server(), headers.adviser, id, [somebody, somebody])).toBe('BAD_USER_INPUT');
    expect(await askExperts(server(), headers.adviser, id, Array.from({ length: 31 }, () => randomUUID()))).toBe('BAD_USER_INPUT');
  });

  test('asks anew whose link leads nowhere any more, unless they have answered', async () => {
    const { call, expert } = await askedAt(server(), headers.adviser, 'moved@expert.example');
    const canBeAsked = async (): Promise<boolean> => (await callSeen(server(), headers.adviser, call))!.requests[0]!.canBeAsked;
    const moves = (email: string): Promise<unknown> => sql('update expert_contact set email = ? where expert_uuid = ?', [email, expert]);
    expect(await canBeAsked()).toBe(false);
    await moves('moved.on@expert.example');
    expect(await canBeAsked()).toBe(true);
    expect(await askExperts(server(), headers.adviser, call, [expert])).toEqual(['ASKED']);
    expect(await canBeAsked()).toBe(false);
    expect(await sql(`select recipient from mail where recipient like 'moved%' order by created_at, recipient`)).toHaveLength(2);
    expect(await sql(`select action from audit_entry where object = ? and subject = 'AVAILABILITY_REQUEST'`, [expert])).toEqual([{ action: 'ADDED' }, { action: 'ADDED' }]);
    expect(await answerByLink(server(), await answerSecret(server(), 'moved.on@expert.example'))).toBe('DONE');
    await moves('moved.away@expert.example');
    expect([await canBeAsked(), await askExperts(server(), headers.adviser, call, [expert])]).toEqual([false, ['ALREADY_ASKED']]);
  });

  test('says once more what came of it when it is sent again after the call was closed, and asks nobody more', async () => {
    const { id } = await made();
    const [experts, submission] = [[await expertAt(server(), 'closing@expert.example'), await expertAt(server(), null)], randomUUID()];
    expect(await askExperts(server(), headers.adviser, id, experts, submission)).toEqual(['ASKED', 'NO_ADDRESS']);
    await closeCall(server(), headers.adviser, id);
    expect(await askExperts(server(), headers.adviser, id, [...experts, await expertAt(server(), 'later@expert.example')], submission)).toEqual(['ASKED', 'NO_ADDRESS', 'NO_ADDRESS']);
    expect(await askExperts(server(), headers.adviser, id, experts)).toBe('TOO_LATE');
    expect(await sql(`select recipient from mail where recipient in ('closing@expert.example', 'later@expert.example')`)).toEqual([{ recipient: 'closing@expert.example' }]);
  });

  test('writes to who reads Serbian in Latin letters in those', async () => {
    const call = await made();
    await translateCall(server(), headers.adviser, call, { locale: 'sr-Cyrl', title: 'Мисија у Сарајеву' });
    await askExperts(server(), headers.adviser, call.id, [await expertAt(server(), 'latin@expert.example', 'sr-Latn'), await expertAt(server(), 'cyrillic@expert.example', 'sr-Cyrl')]);
    const mails = await sql<{ subject: string }>('select subject from mail order by recipient');
    expect(mails.map(({ subject }) => subject.split(' – ')[1])).toEqual(['Мисија у Сарајеву', 'Misija u Sarajevu']);
  });
});

describe('nobody but the adviser and their team', () => {
  test('learns of a call, by any mutation: hidden and absent give the same bytes', async () => {
    const { id } = await made();
    const absent = 'AvailabilityCall_00000000-0000-4000-8000-000000000000';
    const back = 'outcome faults { field fault } call { id title { text } }';
    const input = '{ sourceLocale: "fr", title: "T", note: "", fromOn: "2098-11-08", untilOn: "2098-11-10", answersUntil: "2098-11-01" }';
    const acts = (one: string): string[] => [
      `saveAvailabilityCall(key: "${keyOf(one)}", version: 1, input: ${input}) { ${back} }`, `translateAvailabilityCall(id: "${one}", version: 1, texts: { locale: "sq", title: "T", note: "" }) { ${back} }`,
      `closeAvailabilityCall(id: "${one}") { ${back} }`, `askExperts(call: "${one}", submission: "${randomUUID()}", experts: ["Expert_${bound}"]) { outcome experts { outcome } call { id } }`,
    ];
    for (const role of ROLES.filter((one) => !ADVISERS.includes(one))) {
      for (const [n, act] of acts(id).entries()) {
        const [hidden, none] = [await ask(server(), `mutation { ${act} }`, {}, headers[role]), await ask(server(), `mutation { ${acts(absent)[n]!} }`, {}, headers[role])];
        expect([role, hidden.text]).toEqual([role, none.text]);
        expect(hidden.code ?? (Object.values(hidden.data!)[0] as { outcome: string }).outcome).toBe(OUTSIDERS.includes(role) ? 'UNAUTHENTICATED' : 'GONE');
      }
    }
    expect(await callSeen(server(), headers.adviser, id)).toMatchObject({ version: 1, state: 'DRAFT', asked: 0 });
  });
});

test('the journal tells that a call was made, changed and closed, and who was asked; of its texts only that they were changed', async () => {
  const { call, expert } = await askedAt(server(), headers.adviser, 'told@expert.example');
  await saveCall(server(), headers.adviser, { key: keyOf(call), version: 1, title: 'Autre titre', answersUntil: '2098-11-02' });
  await closeCall(server(), headers.adviser, call);
  const entries = await sql(`select action, subject, part, before, after from audit_entry where object in (?, ?) and part is distinct from 'closed_at' order by at, subject, part`, [keyOf(call), expert]);
  expect(entries).toEqual([
    { action: 'ADDED', subject: 'AVAILABILITY_CALL', part: null, before: null, after: null }, { action: 'ADDED', subject: 'AVAILABILITY_REQUEST', part: null, before: null, after: null },
    { action: 'CHANGED', subject: 'AVAILABILITY_CALL', part: 'answers_until', before: '2098-11-01', after: '2098-11-02' }, { action: 'CHANGED', subject: 'AVAILABILITY_CALL', part: 'title', before: null, after: null },
  ]);
  expect(await sql(`select from audit_entry where object = ? and part = 'closed_at'`, [keyOf(call)])).toHaveLength(1);
  const { data } = await ask(server(), '{ auditEntries(first: 5, filter: { subjects: [AVAILABILITY_REQUEST] }) { nodes { asked { id } } } }', {}, headers.adviser);
  expect((data!.auditEntries as { nodes: unknown[] }).nodes[0]).toEqual({ asked: { id: `Expert_${expert}` } });
  await sql('delete from expert where uuid = ?', [expert]);
  expect(await sql('select from audit_entry where object = ?', [expert])).toEqual([]);
});

test('the journal tells that a call was said in another language, and that this was taken away', async () => {
  const call = await made({ note: 'Deux jours suffisent.' });
  const entries = (): Promise<unknown[]> => sql('select action, part, before, after from audit_entry where object = ? order by at, part', [keyOf(call.id)]);
  const wasMade = { action: 'ADDED', part: null, before: null, after: null };
  expect(await entries()).toEqual([wasMade]);
  await translateCall(server(), headers.adviser, call, { locale: 'hr', title: 'Misija u Sarajevu' });
  const title = { action: 'CHANGED', part: 'title', before: null, after: null };
  expect(await entries()).toEqual([wasMade, title]);
  await translateCall(server(), headers.adviser, { id: call.id, version: 2 }, { locale: 'hr' });
  expect(await entries()).toEqual([wasMade, title, title]);
});
