/** What posts think of cooperation requests: asked when one is sent, with a deadline of the country, and silence is read from the clock. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { actingFor } from '../core/jobs/index.ts';
import { owner } from '../registrations/world.fixture.ts';
import { letDaysPass, opine, type RequestBack, requestOf, send, told, withdraw } from './requests.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

const states = (back: RequestBack): string => back.request!.opinions.map(({ service, state }) => `${service} ${state}`).join(' · ');
const read = async (key: string, who: Record<string, string>): Promise<RequestBack> =>
  ({ ...((await ask(server(), `{ r: cooperationRequest(id: "CooperationRequest_${key}") { opinions { service state } can { giveOpinion } } }`, {}, who)).data as { r: never }), outcome: '', faults: [], code: undefined }) as never;
const statesFor = async (key: string, who: Record<string, string>): Promise<unknown> => ((await read(key, who)) as unknown as { r: { opinions: { service: string; state: string }[] } }).r.opinions.map(({ service, state }) => `${service} ${state}`).join(' · ');

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from cooperation_request');
  await sql('delete from audit_entry');
  await sql('delete from mail');
});

test('an authority that has sent one learns by no number that its embassy has answered', async () => {
  const key = await requestOf(server(), headers.authority);
  const version = async (who: Record<string, string>): Promise<unknown> => ((await ask(server(), `{ r: cooperationRequest(id: "CooperationRequest_${key}") { version } }`, {}, who)).data as { r: { version: number } }).r.version;
  const before = await version(headers.authority!);
  expect(told(await opine(server(), headers.ssi, key))).toBe('DONE');
  expect([await version(headers.authority!), told(await withdraw(server(), headers.authority, key, { version: before as number }))]).toEqual([before, 'DONE']);
  // The control: what it may know of raises the number.
  expect(await version(headers.authority!)).not.toBe(before);
});

describe('sending', () => {
  test('asks the services of the post but the one that sends, until the fifth working day of the country', async () => {
    const back = await send(server(), headers.scac);
    expect([back.request!.status, states(back), back.request!.can]).toEqual(['CONSULTED', 'SSI ASKED', { translate: true, withdraw: true, giveOpinion: [], decide: false, close: false }]);
    expect(back.request!.history.map(({ toStatus }) => toStatus)).toEqual(['SENT', 'CONSULTED']);
    expect(await sql(`select r.due_on = working_days_after('RS', (now() at time zone 'Europe/Belgrade')::date, 5) as fifth from cooperation_request r`)).toEqual([{ fifth: true }]);
    expect(await sql('select recipient, template from mail order by 1')).toEqual([{ recipient: PEOPLE.ssi, template: 'requestOpinionAsked' }]);
  });

  test('shifts with a holiday of the country, and not with one of another', async () => {
    const due = async (): Promise<string> => (await send(server(), headers.scac)).request!.dueOn!;
    const plain = await due();
    await sql(`insert into holiday (country_code, date, source, source_locale) select c, ?::date, 'A test', 'en' from unnest(array['AL']) c on conflict do nothing`, [plain]);
    expect(await due()).toBe(plain);
    await sql(`insert into holiday (country_code, date, source, source_locale) values ('RS', ?::date, 'A test', 'sr-Cyrl')`, [plain]);
    expect((await due()) > plain).toBe(true);
    await sql(`delete from holiday where source = 'A test'`);
  });

  test('as an authority asks both services, and shows it nothing of what they think', async () => {
    const back = await send(server(), headers.authority);
    expect([back.request!.status, states(back)]).toEqual(['CONSULTED', '']);
    const key = back.request!.id.slice('CooperationRequest_'.length);
    await opine(server(), headers.ssi, key, { answer: 'AGAINST', reason: 'Zzyzx' });
    expect([await statesFor(key, headers.scac), await statesFor(key, headers.authority)]).toEqual(['SCAC ASKED · SSI AGAINST', '']);
    expect(JSON.stringify(await send(server(), headers.authority, { key }))).not.toContain('Zzyzx');
    // One letter for each account of a service, in its language.
    expect((await sql('select from mail')).length).toBe(2);
  });
});

test('what a service still has to say is found by it alone', async () => {
  const key = await requestOf(server(), headers.scac);
  const waiting = async (who: Record<string, string>): Promise<unknown> => ((await ask(server(), '{ cooperationRequests(filter: { awaitsYou: true }) { totalCount } }', {}, who)).data!.cooperationRequests as { totalCount: number }).totalCount;
  const all = async (): Promise<unknown[]> => [await waiting(headers.ssi), await waiting(headers.scac), await waiting(headers.scacElsewhere), await waiting(headers.adviser)];
  expect(await all()).toEqual([1, 0, 0, 0]);
  await opine(server(), headers.ssi, key);
  // From then on the request waits for the answer of the adviser.
  expect(await all()).toEqual([0, 0, 0, 1]);
});

describe('an opinion', () => {
  test('is in favour, or against for a reason; sent again it is the same, and otherwise says who was first', async () => {
    const key = await requestOf(server(), headers.scac);
    expect(told(await opine(server(), headers.ssi, key, { answer: 'AGAINST' }))).toBe('INVALID · REASON MISSING');
    const back = await opine(server(), headers.ssi, key, { answer: 'AGAINST', reason: 'Already done' });
    expect([told(back), back.request!.opinions[0]]).toEqual(['DONE', expect.objectContaining({ state: 'AGAINST', reason: 'Already done', version: 2 })]);
    expect(told(await opine(server(), headers.ssi, key, { answer: 'AGAINST', reason: 'Already done' }))).toBe('DONE');
    expect(told(await opine(server(), headers.ssi, key))).toBe('CONFLICT');
    expect(told(await opine(server(), headers.ssi, key, { version: 2 }))).toBe('DONE');
    const both = await Promise.all([opine(server(), headers.ssi, key, { version: 3, reason: 'A' }), opine(server(), headers.ssi, key, { version: 3, reason: 'B' })]);
    expect(both.map(told).sort()).toEqual(['CONFLICT', 'DONE']);
  });

  test('is given for one’s own service alone, and by nobody for the one that has sent the request', async () => {
    const key = await requestOf(server(), headers.scac);
    const tries = await Promise.all([opine(server(), headers.scac, key), opine(server(), headers.scac, key, { service: 'SCAC' }), opine(server(), headers.adviser, key), opine(server(), headers.scacElsewhere, key), opine(server(), headers.authority, key)]);
    expect(tries.map(told)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED', 'GONE', 'GONE']);
  });

  test('not given by the last day counts as agreement, which is told; then nobody gives it any more', async () => {
    const key = await requestOf(server(), headers.scac);
    await letDaysPass(server(), key);
    expect(await statesFor(key, headers.adviser)).toBe('SSI SILENT');
    expect(told(await opine(server(), headers.ssi, key))).toBe('TOO_LATE');
    await actingFor(server().database.orm.em.fork(), 'consultations', (em) => em.execute('select note_request_silence()'));
    expect(await sql(`select part, after = (select due_on::text from cooperation_request) as "onLastDay", by_id from audit_entry where subject = 'COOPERATION_REQUEST' and part like 'silence.%'`)).toEqual([{ part: 'silence.SSI', onLastDay: true, by_id: null }]);
  });

  test('of a service for which nobody has an account agrees to nothing by its silence', async () => {
    await sql(`update member set suspended_at = now() where role = 'SSI' and country_code = 'AL'`);
    const key = await requestOf(server(), headers.scacElsewhere, { country: 'AL' });
    await letDaysPass(server(), key);
    expect(await statesFor(key, headers.adviser)).toBe('SSI OVERDUE');
  });

  test('of what is withdrawn is waited for no more: the clock stands still', async () => {
    const key = await requestOf(server(), headers.scac);
    await withdraw(server(), headers.scac, key);
    expect(await statesFor(key, headers.adviser)).toBe('SSI NOT_GIVEN');
    await sql(`update cooperation_request set settled_at = settled_at - interval '1 hour' where uuid = ?`, [key]);
    await letDaysPass(server(), key);
    expect([await statesFor(key, headers.adviser), told(await opine(server(), headers.ssi, key))]).toEqual(['SSI NOT_GIVEN', 'TOO_LATE']);
  });

  test('gives no protected place away', async () => {
    await sql(`with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values ('t-opinion-house', 'RS', 'NGO', 'fr', 'T', false, true, true, true) on conflict do nothing returning slug)
      insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Orchidée' from o`);
    const key = await requestOf(server(), headers.scac);
    expect(told(await opine(server(), headers.ssi, key, { reason: 'Maison Orchidée, 12 rue des Lilas' }))).toBe('PROTECTED_PLACE');
  });
});
