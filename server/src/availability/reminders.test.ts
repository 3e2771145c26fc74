/** Reminding experts who have not answered: once a day at most, by a link that takes the place of the one before; by the API, over HTTP. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, OUTSIDERS, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { answerByLink, answerSecret, askedAt, askExperts, callSeen, closeCall, expertAt, readLink, remindExperts } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

/** Whom a call has asked a day and an hour ago. */
async function askedYesterday(email: string): Promise<{ readonly call: string; readonly expert: string; readonly secret: string }> {
  const asked = await askedAt(server(), headers.adviser, email);
  await sql(`update availability_request set asked_at = now() - interval '25 hours' where expert_uuid = ?`, [asked.expert]);
  return asked;
}

const canBeReminded = async (call: string): Promise<boolean> => (await callSeen(server(), headers.adviser, call))!.requests[0]!.canBeReminded;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(() => sql('delete from mail'));

test('an expert is reminded in their language, by a link that voids the one before some hours later, a day after the last mail and no sooner', async () => {
  const { call, expert, secret } = await askedAt(server(), headers.adviser, 'late@expert.example');
  expect([await canBeReminded(call), await remindExperts(server(), headers.adviser, call, [expert])]).toEqual([false, ['TOO_SOON']]);
  await sql(`update availability_request set asked_at = now() - interval '23 hours 59 minutes' where expert_uuid = ?`, [expert]);
  expect(await remindExperts(server(), headers.adviser, call, [expert])).toEqual(['TOO_SOON']);
  await sql(`update availability_request set asked_at = now() - interval '24 hours' where expert_uuid = ?`, [expert]);
  expect(await canBeReminded(call)).toBe(true);
  expect(await remindExperts(server(), headers.assistant, call, [expert])).toEqual(['ASKED']);
  const mails = await sql<{ locale: string; text: string }>(`select locale, text from mail where recipient = 'late@expert.example' order by created_at`);
  expect(mails.map(({ locale }) => locale)).toEqual(['hr', 'hr']);
  expect(mails.map(({ text }) => text.includes('ponovno pita'))).toEqual([false, true]);
  const renewed = await answerSecret(server(), 'late@expert.example');
  expect(renewed).not.toBe(secret);
  expect(await readLink(server(), secret)).toMatchObject({ isOpen: true });
  await sql(`update availability_request set asked_at = now() - interval '6 hours' where expert_uuid = ?`, [expert]);
  expect(await readLink(server(), secret)).toEqual({ isOpen: null, asked: null });
  expect([await answerByLink(server(), secret), await answerByLink(server(), renewed)]).toEqual(['GONE', 'DONE']);
  expect([await canBeReminded(call), await remindExperts(server(), headers.adviser, call, [expert])]).toEqual([false, ['ANSWERED']]);
});

test('what is sent again with the same key is as sent once, after the call was closed too', async () => {
  const { call, expert } = await askedYesterday('twice@expert.example');
  const submission = randomUUID();
  for (let n = 0; n < 2; n += 1) expect(await remindExperts(server(), headers.adviser, call, [expert], submission)).toEqual(['ASKED']);
  await closeCall(server(), headers.adviser, call);
  expect(await remindExperts(server(), headers.adviser, call, [expert], submission)).toEqual(['ASKED']);
  expect(await remindExperts(server(), headers.adviser, call, [expert])).toBe('TOO_LATE');
  expect(await sql(`select from mail where recipient = 'twice@expert.example'`)).toHaveLength(2);
});

test('nobody is reminded of what they were not asked; whose link leads nowhere any more is written to as if asked first', async () => {
  const { call, expert } = await askedAt(server(), headers.adviser, 'moving@expert.example');
  expect(await remindExperts(server(), headers.adviser, call, [await expertAt(server(), 'never@expert.example'), randomUUID()])).toEqual(['UNKNOWN', 'UNKNOWN']);
  await sql(`update expert_contact set email = 'moved@expert.example' where expert_uuid = ?`, [expert]);
  expect(await canBeReminded(call)).toBe(true);
  expect(await remindExperts(server(), headers.adviser, call, [expert])).toEqual(['ASKED']);
  const [mail] = await sql<{ text: string }>(`select text from mail where recipient = 'moved@expert.example'`);
  expect(mail!.text).not.toContain('ponovno');
  await sql('delete from expert_contact where expert_uuid = ?', [expert]);
  expect(await remindExperts(server(), headers.adviser, call, [expert])).toEqual(['NO_ADDRESS']);
  for (const wrong of [[], [expert, expert], Array.from({ length: 31 }, () => randomUUID())]) expect(await remindExperts(server(), headers.adviser, call, wrong)).toBe('BAD_USER_INPUT');
});

test('whoever was too soon is told so again with the same key, after the call was closed too; then nobody can be reminded', async () => {
  const { call, expert } = await askedAt(server(), headers.adviser, 'soon@expert.example');
  const other = await expertAt(server(), 'due@expert.example');
  await askExperts(server(), headers.adviser, call, [other]);
  await sql(`update availability_request set asked_at = now() - interval '25 hours' where expert_uuid = ?`, [other]);
  const submission = randomUUID();
  expect(await remindExperts(server(), headers.adviser, call, [expert, other], submission)).toEqual(['TOO_SOON', 'ASKED']);
  await sql(`update availability_request set asked_at = now() - interval '25 hours' where expert_uuid = ?`, [expert]);
  const remindable = async (): Promise<number> => (await callSeen(server(), headers.adviser, call))!.requests.filter((request) => request.canBeReminded).length;
  expect(await remindable()).toBe(1);
  await closeCall(server(), headers.adviser, call);
  expect([await remindExperts(server(), headers.adviser, call, [expert, other], submission), await remindable()]).toEqual([['TOO_SOON', 'ASKED'], 0]);
});

test('whose account is suspended is not reminded', async () => {
  const { call, expert } = await askedYesterday('suspended@expert.example');
  const [person] = await sql<{ id: string }>(`insert into person (id, name, email, suspended_at, created_at, updated_at) values (gen_random_uuid(), 'S', 'suspended@expert.example', now(), now(), now()) returning id`);
  await sql('update expert set person_id = ? where uuid = ?', [person!.id, expert]);
  expect(await remindExperts(server(), headers.adviser, call, [expert])).toEqual(['NO_ADDRESS']);
});

test('the journal tells each time that somebody was written to, and nothing of a link', async () => {
  const { call, expert } = await askedYesterday('told@expert.example');
  await remindExperts(server(), headers.adviser, call, [expert]);
  expect(await sql(`select action, part from audit_entry where object = ? and subject = 'AVAILABILITY_REQUEST'`, [expert])).toEqual([{ action: 'ADDED', part: null }, { action: 'ADDED', part: null }]);
});

test('nobody but the adviser and their team reminds anybody: hidden and absent give the same bytes', async () => {
  const { call, expert } = await askedYesterday('hidden@expert.example');
  const act = (of: string): string => `mutation { remindExperts(call: "${of}", submission: "${randomUUID()}", experts: ["Expert_${expert}"]) { outcome experts { outcome } call { id } } }`;
  for (const role of ROLES.filter((one) => !ADVISERS.includes(one))) {
    const [hidden, none] = [await ask(server(), act(call), {}, headers[role]), await ask(server(), act('AvailabilityCall_00000000-0000-4000-8000-000000000000'), {}, headers[role])];
    expect([role, hidden.text]).toEqual([role, none.text]);
    expect(hidden.code ?? (hidden.data!.remindExperts as { outcome: string }).outcome).toBe(OUTSIDERS.includes(role) ? 'UNAUTHENTICATED' : 'GONE');
  }
  expect(await sql(`select from mail where recipient = 'hidden@expert.example'`)).toHaveLength(1);
  const seen = (await ask(server(), '{ availabilityRequests { canBeReminded canBeAsked } }', {}, headers.expert)).data!.availabilityRequests as { canBeReminded: boolean }[];
  expect(seen.filter((one) => one.canBeReminded)).toEqual([]);
});
