/** Reminding experts by the service: once, before the last day for answers, and nobody whom it does not concern; by the job, over a real PostgreSQL. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { remindLateExperts } from './availability.jobs.ts';
import { answerByLink, answerSecret, askedAt, askExperts, closeCall, keyOf } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from mail');
  await sql('delete from availability_call');
});

const remind = (): Promise<void> => remindLateExperts(server().database.orm.em.fork(), 'https://passerelle.example');
const mails = async (to: string): Promise<number> => (await sql(`select from mail where recipient = ?`, [to])).length;
/** As if everybody of a call had been asked so many hours ago, and the last day for answers were so many days from today, in France. */
async function brought(call: string, { days, hours = 48 }: { readonly days: number; readonly hours?: number }): Promise<void> {
  await sql(`update availability_call set answers_until = (now() at time zone 'Europe/Paris')::date + ?::int where uuid = ?`, [days, keyOf(call)]);
  await sql(`update availability_request set asked_at = now() - ?::int * interval '1 hour' where call_uuid = ?`, [hours, keyOf(call)]);
}
interface Told {
  readonly remindsOn: string;
  readonly requests: readonly { readonly remindedAt: string | null; readonly remindsAt: string | null }[];
}
async function told(call: string): Promise<Told> {
  return (await ask(server(), `{ availabilityCall(id: "${call}") { remindsOn requests { remindedAt remindsAt } } }`, {}, headers.adviser)).data!.availabilityCall as Told;
}

test('who has not answered is reminded once, in their language, by a link that takes the place of the one before, whatever runs at once or again', async () => {
  const { call, secret } = await askedAt(server(), headers.adviser, 'late@expert.example');
  await brought(call, { days: 2 });
  const before = await told(call);
  expect(before.requests).toEqual([{ remindedAt: null, remindsAt: expect.any(String) }]);
  await Promise.all([remind(), remind(), remind()]);
  await remind();
  const [, again, ...more] = await sql<{ locale: string; text: string }>(`select locale, text from mail where recipient = 'late@expert.example' order by created_at, uuid`);
  expect([more, again!.locale]).toEqual([[], 'hr']);
  expect(again!.text).toContain('ponovno pita');
  expect((await told(call)).requests).toEqual([{ remindedAt: expect.any(String), remindsAt: null }]);
  // Whoever was at it when the mail went out answers still: what they typed is not lost.
  expect([await answerByLink(server(), secret), await answerByLink(server(), await answerSecret(server(), 'late@expert.example'), { days: 'ynn', version: 2 })]).toEqual(['DONE', 'DONE']);
  await sql(`update availability_request set asked_at = now() - interval '6 hours' where call_uuid = ?`, [keyOf(call)]);
  expect(await answerByLink(server(), secret, { version: 3 })).toBe('GONE');
  const entries = await sql(`select action, by_id is null as "byService" from audit_entry where subject = 'AVAILABILITY_REQUEST' and part is null and at > now() - interval '1 minute' order by at`);
  expect(entries.at(-1)).toEqual({ action: 'ADDED', byService: true });
});

test('nobody is reminded before that day, within a day of another mail, after they have answered, or once the call is closed or over', async () => {
  const early = await askedAt(server(), headers.adviser, 'early@expert.example');
  await brought(early.call, { days: 5 });
  const recent = await askedAt(server(), headers.adviser, 'recent@expert.example');
  await brought(recent.call, { days: 2, hours: 23 });
  const answered = await askedAt(server(), headers.adviser, 'answered@expert.example');
  await brought(answered.call, { days: 2 });
  await answerByLink(server(), answered.secret);
  const closed = await askedAt(server(), headers.adviser, 'closed@expert.example');
  await brought(closed.call, { days: 2 });
  await closeCall(server(), headers.adviser, closed.call);
  const over = await askedAt(server(), headers.adviser, 'over@expert.example');
  await brought(over.call, { days: -1 });
  await remind();
  for (const name of ['early', 'recent', 'answered', 'closed', 'over']) expect([name, await mails(`${name}@expert.example`)]).toEqual([name, 1]);
  expect((await told(answered.call)).requests[0]!.remindsAt).toBeNull();
  expect((await told(closed.call)).requests[0]!.remindsAt).toBeNull();
  // What keeps them apart is what is said of each: else each would have been.
  await sql(`update availability_call set closed_at = null, answers_until = (now() at time zone 'Europe/Paris')::date + 2`);
  await sql(`update availability_request set asked_at = now() - interval '2 days'`);
  await remind();
  expect(await Promise.all(['early', 'recent', 'answered', 'closed', 'over'].map((name) => mails(`${name}@expert.example`)))).toEqual([2, 2, 1, 2, 2]);
});

test('whose account is suspended, and whose address became another, is not reminded; asked anew, they are', async () => {
  const suspended = await askedAt(server(), headers.adviser, 'suspended@expert.example');
  const [person] = await sql<{ id: string }>(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'S', 'suspended@expert.example', now(), now()) returning id`);
  await sql('update expert set person_id = ? where uuid = ?', [person!.id, suspended.expert]);
  await sql(`update availability_request set secret_hash = 'kept' where expert_uuid = ?`, [suspended.expert]);
  await brought(suspended.call, { days: 2 });
  expect((await told(suspended.call)).requests[0]!.remindsAt).not.toBeNull();
  await sql('update person set suspended_at = now() where id = ?', [person!.id]);
  // Also where the link were not void: what is told beforehand is what is done.
  await sql(`update availability_request set secret_hash = 'kept' where expert_uuid = ?`, [suspended.expert]);
  expect((await told(suspended.call)).requests).toEqual([{ remindedAt: null, remindsAt: null }]);
  const moved = await askedAt(server(), headers.adviser, 'moving@expert.example');
  await brought(moved.call, { days: 2 });
  await remind();
  await sql(`update expert_contact set email = 'moved@expert.example' where expert_uuid = ?`, [moved.expert]);
  await remind();
  // The address became another: neither link leads anywhere.
  expect([await answerByLink(server(), moved.secret), await answerByLink(server(), await answerSecret(server(), 'moving@expert.example'))]).toEqual(['GONE', 'GONE']);
  expect([await mails('suspended@expert.example'), await mails('moving@expert.example'), await mails('moved@expert.example')]).toEqual([1, 2, 0]);
  expect(await askExperts(server(), headers.adviser, moved.call, [moved.expert])).toEqual(['ASKED']);
  expect((await told(moved.call)).requests).toEqual([{ remindedAt: null, remindsAt: expect.any(String) }]);
  await brought(moved.call, { days: 2 });
  await remind();
  expect(await mails('moved@expert.example')).toBe(2);
});

test('nothing is taken by who acts for nothing, and the day on which it comes is told before anybody is asked', async () => {
  const { call } = await askedAt(server(), headers.adviser, 'due@expert.example', { answersUntil: '2098-11-01' });
  expect((await told(call)).remindsOn).toBe('2098-10-29');
  await brought(call, { days: 2 });
  expect(await server().database.orm.em.fork().execute(`select take_availability_reminder('{}', 'x') as letter`)).toEqual([{ letter: null }]);
  expect(await mails('due@expert.example')).toBe(1);
});
