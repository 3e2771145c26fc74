/** Answering a call for availability, by the link of a mail and in an account. */
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { answerFaults } from './answer.service.ts';
import { answerAs, answerByLink, answerSecret, askedAt, askExperts, callSeen, closeCall, keyOf, readLink, requestsSeen, saveCall, translateCall } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const NOBODY = 'x'.repeat(32);
let headers: Headers;
let bound: string;

/** What the expert with an account is asked by a new call: its id, and that of the call. */
async function askedInAccount(): Promise<{ readonly call: string; readonly id: string; readonly version: number }> {
  const { call } = await saveCall(server(), headers.adviser);
  await askExperts(server(), headers.adviser, call!.id, [bound]);
  const [request] = (await callSeen(server(), headers.adviser, call!.id))!.requests;
  return { call: call!.id, id: request!.id, version: request!.version };
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  bound = (await sql<{ uuid: string }>('select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]))[0]!.uuid;
});

describe('by the link of a mail', () => {
  test('each day is answered, again until the last day; the adviser sees what is answered now', async () => {
    const { call, secret } = await askedAt(server(), headers.adviser, 'again@expert.example');
    expect(await answerByLink(server(), secret, { days: 'ynp', remark: '  Poslije 14 sati  ' })).toBe('DONE');
    expect(await callSeen(server(), headers.adviser, call)).toMatchObject({ asked: 1, answered: 1, requests: [{ version: 2, answers: ['YES', 'NO', 'PERHAPS'], remark: 'Poslije 14 sati', remarkLocale: 'fr' }] });
    expect(await answerByLink(server(), secret, { days: 'yyy', version: 2 })).toBe('DONE');
    expect(await callSeen(server(), headers.adviser, call)).toMatchObject({ answered: 1, requests: [{ version: 3, answers: ['YES', 'YES', 'YES'], remark: null, remarkLocale: null }] });
  });

  test('an answer from a tab that was left open changes nothing; the same answer is as sent once', async () => {
    const { call, secret } = await askedAt(server(), headers.adviser, 'tabs@expert.example');
    expect(await answerByLink(server(), secret, { days: 'yyn' })).toBe('DONE');
    expect(await answerByLink(server(), secret, { days: 'nnn' })).toBe('CONFLICT');
    expect(await answerByLink(server(), secret, { days: 'yyn' })).toBe('DONE');
    expect(await callSeen(server(), headers.adviser, call)).toMatchObject({ requests: [{ version: 2, answers: ['YES', 'YES', 'NO'] }] });
  });

  test('once the call is closed, or its last day over, nothing is answered, and whoever has the link reads nothing of it', async () => {
    const { call, secret } = await askedAt(server(), headers.adviser, 'late@expert.example');
    expect(await answerByLink(server(), secret, { days: 'yyn', remark: 'Ne popodne' })).toBe('DONE');
    await sql(`update availability_call set answers_until = (now() at time zone 'Europe/Paris')::date where uuid = ?`, [keyOf(call)]);
    expect(await readLink(server(), secret)).toMatchObject({ isOpen: true, asked: { answers: ['YES', 'YES', 'NO'], remark: 'Ne popodne' } });
    await sql(`update availability_call set answers_until = (now() at time zone 'Europe/Paris')::date - 1 where uuid = ?`, [keyOf(call)]);
    expect(await readLink(server(), secret)).toEqual({ isOpen: false, asked: null });
    expect(await answerByLink(server(), secret, { days: 'nnn', version: 2 })).toBe('TOO_LATE');
    // Neither the days that were asked for, nor whether a guess is what was answered.
    expect([await answerByLink(server(), secret, { answers: [] }), await answerByLink(server(), secret, { days: 'yyn', remark: 'Ne popodne', version: 2 })]).toEqual(['TOO_LATE', 'TOO_LATE']);
    const closed = await askedAt(server(), headers.adviser, 'closed@expert.example');
    await closeCall(server(), headers.adviser, closed.call);
    expect([await answerByLink(server(), closed.secret), await readLink(server(), closed.secret)]).toEqual(['TOO_LATE', { isOpen: false, asked: null }]);
  });

  test('what is asked is read in the language of the page, else in the nearest, and says so', async () => {
    const { call, secret } = await askedAt(server(), headers.adviser, 'words@expert.example', { note: 'Deux jours suffisent.' });
    await translateCall(server(), headers.adviser, { id: call, version: 1 }, { locale: 'sr-Cyrl', title: 'Мисија у Сарајеву' });
    const title = async (locale: string): Promise<unknown> => ((await readLink(server(), secret, { locale })) as { asked: { title: unknown } }).asked.title;
    expect(await title('fr')).toEqual({ text: 'Mission à Sarajevo', locale: 'fr', isFallback: false, isOutdated: false });
    expect(await title('sr-Latn')).toMatchObject({ text: 'Misija u Sarajevu', locale: 'sr-Latn', isFallback: false });
    expect(await title('tr')).toMatchObject({ text: 'Mission à Sarajevo', locale: 'fr', isFallback: true });
    expect(await readLink(server(), secret, { locale: 'sr-Latn' })).toMatchObject({ asked: { note: { text: 'Deux jours suffisent.', locale: 'fr', isFallback: true } } });
  });

  test('of Serbian in Latin letters each text is what was written in them, else what was written in Cyrillic', async () => {
    const { call, secret } = await askedAt(server(), headers.adviser, 'latin@expert.example', { note: 'Deux jours suffisent.' });
    await translateCall(server(), headers.adviser, { id: call, version: 1 }, { locale: 'sr-Cyrl', title: 'Мисија у Сарајеву', note: 'Довољна су два дана.' });
    await translateCall(server(), headers.adviser, { id: call, version: 2 }, { locale: 'sr-Latn', title: 'Put u Sarajevo' });
    expect(await readLink(server(), secret, { locale: 'sr-Latn' })).toMatchObject({ asked: { title: { text: 'Put u Sarajevo', locale: 'sr-Latn' }, note: { text: 'Dovoljna su dva dana.', locale: 'sr-Latn', isFallback: false } } });
  });

  test('a secret that is nobody’s, or no longer, is answered the same', async () => {
    const { expert, secret } = await askedAt(server(), headers.adviser, 'void@expert.example');
    const [absent, unanswered] = [await readLink(server(), NOBODY), await answerByLink(server(), NOBODY)];
    expect([absent, unanswered]).toEqual([{ isOpen: null, asked: null }, 'GONE']);
    await sql(`update expert_contact set email = 'void.on@expert.example' where expert_uuid = ?`, [expert]);
    expect([await readLink(server(), secret), await answerByLink(server(), secret)]).toEqual([absent, unanswered]);
  });

  test('whoever is not free on some day names who could come instead: a name alone, which the adviser reads, and which goes with the days', async () => {
    const { call, secret } = await askedAt(server(), headers.adviser, 'instead@expert.example');
    const seen = async (): Promise<unknown> => (await callSeen(server(), headers.adviser, call))!.requests[0]!.substitute;
    const refused = (substitute: string, days = 'yyn'): Promise<string> => answerByLink(server(), secret, { days, substitute });
    expect(await refused('Ana Primjer', 'yyp')).toBe('INVALID, SUBSTITUTE NOT_HERE');
    const reached = ['ana@expert.example', 'Ana, +385 1 234 5678', 'Ana www.example.org'];
    expect(await Promise.all(reached.map((substitute) => refused(substitute)))).toEqual(['VICTIM_DATA', 'INVALID, SUBSTITUTE HAS_CONTACT', 'INVALID, SUBSTITUTE HAS_CONTACT']);
    expect([await refused('a\u2028b'), await refused('x'.repeat(121))]).toEqual(['INVALID, SUBSTITUTE NOT_A_LINE', 'INVALID, SUBSTITUTE TOO_LONG']);
    expect(await seen()).toBeNull();
    expect([await refused(' Ana Primjer '), await refused('Ana Primjer'), await seen()]).toEqual(['DONE', 'DONE', 'Ana Primjer']);
    expect(await readLink(server(), secret)).toMatchObject({ asked: { version: 2, substitute: 'Ana Primjer' } });
    // Another name with the same days is another answer.
    expect([await answerByLink(server(), secret, { days: 'yyn', substitute: 'Iva Primjer' }), await answerByLink(server(), secret, { days: 'yyn', version: 2 }), await seen()]).toEqual(['CONFLICT', 'DONE', null]);
    // The database holds it too.
    await expect(sql(`update availability_request set substitute = 'N', answers = '{YES,YES,YES}' where call_uuid = ?`, [keyOf(call)])).rejects.toThrow('availability_request_substitute');
  });

  test('whoever is signed in has no part in it, and the journal names nobody', async () => {
    const { expert, secret } = await askedAt(server(), headers.adviser, 'signed@expert.example');
    expect(await answerByLink(server(), secret, {}, headers.scac)).toBe('DONE');
    expect(await sql(`select by_id, part from audit_entry where object = ? and part = 'answered_at'`, [expert])).toEqual([{ by_id: null, part: 'answered_at' }]);
  });
});

describe('in an account', () => {
  test('an expert sees what they are asked and nothing of others, and answers it', async () => {
    const { call, id } = await askedInAccount();
    await askedAt(server(), headers.adviser, 'other@expert.example');
    const seen = await requestsSeen(server(), headers.expert);
    expect(seen.find((one) => one.id === id)).toMatchObject({ isOpen: true, fromOn: '2098-11-08', title: { text: 'Mission à Sarajevo' }, answers: [], answeredAt: null });
    const [{ count }] = (await sql<{ count: number }>('select count(*)::int as count from availability_request where expert_uuid = ?', [bound])) as [{ count: number }];
    expect(seen).toHaveLength(count);
    expect(await answerAs(server(), headers.expert, id, { days: 'pyn' })).toBe('DONE');
    expect(await callSeen(server(), headers.adviser, call)).toMatchObject({ answered: 1, requests: [{ answers: ['PERHAPS', 'YES', 'NO'] }] });
    expect(await answerAs(server(), headers.expert, id, { days: 'nnn' })).toBe('CONFLICT');
    await closeCall(server(), headers.adviser, call);
    expect(await answerAs(server(), headers.expert, id, { days: 'nnn', version: 2 })).toBe('TOO_LATE');
    expect(await answerAs(server(), headers.expert, id, { days: 'pyn' })).toBe('DONE');
  });

  test('nobody answers for another, the adviser neither', async () => {
    const { id } = await askedInAccount();
    for (const role of ['adviser', 'assistant', 'scac', 'authority', 'ngoCoordinator'] as const) expect([role, await answerAs(server(), headers[role], id)]).toEqual([role, 'GONE']);
    expect(await answerAs(server(), headers.visitor, id)).toBe('UNAUTHENTICATED');
    for (const role of ['adviser', 'scac', 'authority', 'visitor'] as const) expect([role, await requestsSeen(server(), headers[role])]).toEqual([role, []]);
  });
});

describe('what is answered', () => {
  test('has each day once, and no other, and one line beside', async () => {
    const { secret } = await askedAt(server(), headers.adviser, 'faults@expert.example');
    const day = (date: string, answer = 'YES') => ({ day: `2098-11-${date}`, answer });
    expect(await answerByLink(server(), secret, { answers: [day('08')] })).toBe('INVALID, DAY 2098-11-09 MISSING, DAY 2098-11-10 MISSING');
    expect(await answerByLink(server(), secret, { answers: [day('08'), day('08', 'NO'), day('09'), day('10'), day('11')] })).toBe('INVALID, DAY 2098-11-08 REPEATED, DAY 2098-11-11 OUTSIDE');
    expect(await answerByLink(server(), secret, { remark: 'x'.repeat(501) })).toBe('INVALID, REMARK TOO_LONG');
    expect(await answerByLink(server(), secret, { remark: 'Ana, 17 ans, +355 69 234 5678' })).toBe('VICTIM_DATA');
    expect(await answerByLink(server(), secret, { remark: 'Ana, 17 ans, +355 69 234 5678 '.repeat(20) })).toBe('INVALID, REMARK TOO_LONG');
    expect(await answerByLink(server(), secret, { answers: [day('10', 'NO'), day('08'), day('09')] })).toBe('DONE');
  });

  test('may have 62 days, over the end of a year', () => {
    const days = Array.from({ length: 62 }, (_, n) => ({ day: new Date(Date.UTC(2098, 10, 20 + n)).toISOString().slice(0, 10), answer: 'NO' as const }));
    expect(answerFaults({ fromOn: '2098-11-20', untilOn: '2099-01-20' }, { answers: days, remark: '', substitute: '' })).toEqual([]);
    expect(answerFaults({ fromOn: '2098-11-20', untilOn: '2099-01-20' }, { answers: days.slice(1), remark: 'a\u2028b', substitute: '' })).toEqual([{ field: 'DAY', fault: 'MISSING', day: '2098-11-20' }, { field: 'REMARK', fault: 'NOT_A_LINE', day: null }]);
  });
});

test('what is wrong with very many answers is found before a test is given up', () => {
  // Each compared with all before it takes minutes, more than a test may.
  const answers = Array.from({ length: 200_000 }, (_, n) => ({ day: new Date(Date.UTC(2100, 0, 1 + n)).toISOString().slice(0, 10), answer: 'NO' as const }));
  const faults = answerFaults({ fromOn: '2098-11-20', untilOn: '2098-11-20' }, { answers: [...answers, answers[0]!], remark: '', substitute: '' });
  expect(faults.map(({ fault }) => fault)).toEqual(['MISSING', 'REPEATED', ...answers.map(() => 'OUTSIDE'), 'OUTSIDE']);
});

test('whom a sheet belongs to next reads nothing of what the one before answered, and the adviser can ask them', async () => {
  const { call, id } = await askedInAccount();
  expect(await answerAs(server(), headers.expert, id, { days: 'pyn', remark: 'Après 14 heures' })).toBe('DONE');
  const bind = (email: string | null): Promise<unknown> => sql('update expert set person_id = (select id from person where email = ?) where uuid = ?', [email, bound]);
  await bind(null);
  expect(await callSeen(server(), headers.adviser, call)).toMatchObject({ asked: 1, answered: 0, requests: [{ answers: [], remark: null, canBeAsked: true }] });
  await bind(PEOPLE.translator);
  expect((await requestsSeen(server(), headers.translator)).find((one) => one.id === id)).toMatchObject({ answers: [], answeredAt: null, remark: null, remarkLocale: null, canBeAsked: false });
  expect(await answerAs(server(), headers.expert, id, { days: 'nnn', version: 3 })).toBe('GONE');
  // Who had answered by a link keeps that once the sheet is theirs.
  const { call: other, expert, secret } = await askedAt(server(), headers.adviser, 'bound.later@expert.example');
  expect(await answerByLink(server(), secret, { days: 'yyn' })).toBe('DONE');
  await bind(PEOPLE.expert);
  await sql('update expert set person_id = (select id from person where email = ?) where uuid = ?', [PEOPLE.translator, expert]);
  expect(await callSeen(server(), headers.adviser, other)).toMatchObject({ requests: [{ answers: ['YES', 'YES', 'NO'] }] });
  await sql('update expert set person_id = null where uuid = ?', [expert]);
});

test('a link to an account that was suspended leads nowhere, then and later; once the account is good again the adviser can ask anew', async () => {
  const { call } = await askedInAccount();
  const secret = await answerSecret(server(), PEOPLE.expert);
  expect(await readLink(server(), secret)).toMatchObject({ isOpen: true });
  await sql('update person set suspended_at = now() where email = ?', [PEOPLE.expert]);
  expect([await readLink(server(), secret), await answerByLink(server(), secret)]).toEqual([{ isOpen: null, asked: null }, 'GONE']);
  expect(await askExperts(server(), headers.adviser, call, [bound])).toEqual(['NO_ADDRESS']);
  await sql('update person set suspended_at = null where email = ?', [PEOPLE.expert]);
  expect([await readLink(server(), secret), await answerByLink(server(), secret)]).toEqual([{ isOpen: null, asked: null }, 'GONE']);
  expect(await askExperts(server(), headers.adviser, call, [bound])).toEqual(['ASKED']);
  expect(await readLink(server(), await answerSecret(server(), PEOPLE.expert))).toMatchObject({ isOpen: true });
});
