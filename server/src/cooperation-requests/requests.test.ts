/** Cooperation requests, by the API: sending, saying in other languages, withdrawing, and what is refused of them. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { move, needOf } from '../needs/needs.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { requestOf, send, told, translate, withdraw } from './requests.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;


beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from cooperation_request');
  await sql('delete from audit_entry');
});

describe('sending', () => {
  test('gives a request as it was said, as urgent as what makes it so', async () => {
    const back = await send(server(), headers.scac);
    expect(told(back)).toBe('DONE');
    expect(back.request).toMatchObject({
      kind: 'TRAINING', urgency: 'HIGH', sentAs: 'SCAC', wishedFrom: '2098-11-03', subject: { text: 'Obuka za inspektore', locale: 'sr-Latn' }, audiences: [{ code: 'POLICE' }, { code: 'SOCIAL_SERVICES' }], need: null, can: { translate: true, withdraw: true, giveOpinion: [], decide: false, close: false },
    });
    expect(back.request!.history[0]).toEqual({ byRole: 'SCAC', toStatus: 'SENT', reason: null, locale: null });
    expect((await send(server(), headers.authority)).request).toMatchObject({ sentAs: 'AUTHORITY', can: { translate: true, withdraw: true } });
  });

  test('twice under one key sends once, at once too', async () => {
    const key = randomUUID();
    const both = await Promise.all([send(server(), headers.scac, { key }), send(server(), headers.scac, { key })]);
    expect([...both.map(told), told(await send(server(), headers.ssi, { key }))]).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await sql('select count(*)::int as n from cooperation_request')).toEqual([{ n: 1 }]);
    expect(told(await send(server(), headers.scac, { key, subject: 'Another' }))).toBe('CONFLICT');
    // A key of others is none.
    expect(told(await send(server(), headers.scacElsewhere, { key, country: 'AL' }))).toBe('GONE');
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['nothing said', { subject: ' ', text: '', theme: '' }, 'INVALID · THEME MISSING · SUBJECT MISSING · TEXT MISSING'], ['too much', { subject: 'x'.repeat(201) }, 'INVALID · SUBJECT TOO_LONG'],
    ['what there is none of', { theme: 'X', audiences: ['X'] }, 'INVALID · THEME UNKNOWN · AUDIENCES UNKNOWN'], ['an audience twice', { audiences: ['POLICE', 'POLICE'] }, 'INVALID · AUDIENCES REPEATED'],
    ['an end before the start', { wishedUntil: '2098-11-02' }, 'INVALID · WISHED_UNTIL BEFORE_START'], ['a period that is over', { wishedFrom: '2020-01-01', wishedUntil: '2020-02-01' }, 'INVALID · WISHED_UNTIL TOO_EARLY'],
    ['a need that there is none of', { need: 'Need_00000000-0000-4000-8000-000000000000' }, 'INVALID · NEED UNKNOWN'], ['signs that are none of a text', { subject: 'a\u2028b' }, 'INVALID · SUBJECT UNREADABLE'],
    ['a key that is made of the time', { key: '01990000-0000-7000-8000-0000000000ab' }, 'INVALID · KEY UNREADABLE'],
  ])('%s is refused by its field, and nothing is kept', async (_title, changes, expected) => {
    expect(told(await send(server(), headers.scac, changes))).toBe(expected);
    expect(await sql('select from cooperation_request')).toEqual([]);
  });

  test('leads to a need of the same country, which an authority does not learn of', async () => {
    const need = `Need_${await needOf(server(), headers.scac)}`;
    const key = await requestOf(server(), headers.scac, { need });
    const read = `{ need(id: "${need}") { cooperationRequests { id need { id } } } }`;
    expect((await ask(server(), read, {}, headers.ssi)).data).toEqual({ need: { cooperationRequests: [{ id: `CooperationRequest_${key}`, need: { id: need } }] } });
    expect(told(await send(server(), headers.authority, { need }))).toBe('INVALID · NEED UNKNOWN');
    const elsewhere = `Need_${await needOf(server(), headers.adviser, { country: 'AL' })}`;
    expect(told(await send(server(), headers.scac, { need: elsewhere }))).toBe('INVALID · NEED UNKNOWN');
    await move(server(), headers.scac, need.slice('Need_'.length), 'WITHDRAWN');
    expect(told(await send(server(), headers.scac, { need }))).toBe('INVALID · NEED NOT_HERE');
  });

  test('for another country is nobody’s, and no adviser sends to themselves', async () => {
    expect(await Promise.all([headers.scacElsewhere, headers.adviser, headers.ngoCoordinator, headers.translator].map(async (one) => told(await send(server(), one))))).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED']);
  });

  test('gives no protected place away; with its trigger away it would: the control', async () => {
    const away = 'Maison Ébène, 12 rue des Lilas';
    await sql(`with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values ('t-request-house', 'RS', 'NGO', 'fr', 'T', false, true, true, true) on conflict do nothing returning slug)
      insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Ébène' from o`);
    const key = await requestOf(server(), headers.scac);
    const tries = await Promise.all([send(server(), headers.scac, { text: away }), send(server(), headers.scac, { subject: away }), translate(server(), headers.scac, key, { text: away }), withdraw(server(), headers.scac, key, { reason: away })]);
    expect(tries.map(told)).toEqual(Array.from({ length: 4 }, () => 'PROTECTED_PLACE'));
    await sql('alter table cooperation_request_translation disable trigger cooperation_request_translation_keeps_places');
    expect(told(await send(server(), headers.scac, { text: away }))).toBe('DONE');
    await sql('alter table cooperation_request_translation enable trigger cooperation_request_translation_keeps_places');
  });
});

describe('saying it in other languages', () => {
  test('shows the nearest language, and says who was first', async () => {
    const key = await requestOf(server(), headers.scac);
    const { version } = (await translate(server(), headers.adviser, key)).request!;
    expect(told(await translate(server(), headers.adviser, key))).toBe('DONE');
    expect(told(await translate(server(), headers.ssi, key, { version: version - 1, subject: 'Une formation' }))).toBe('CONFLICT');
    expect(told(await translate(server(), headers.scac, key, { locale: 'sr-Latn' }))).toBe('INVALID · LOCALE NOT_HERE');
    const { data } = await ask(server(), `{ cooperationRequest(id: "CooperationRequest_${key}") { subject { text locale isFallback } text { locale isFallback } texts { locale isSource isOutdated } } }`, {}, { ...headers.adviser, 'accept-language': 'fr' });
    expect(data!.cooperationRequest).toEqual({
      subject: { text: 'Former les inspecteurs', locale: 'fr', isFallback: false }, text: { locale: 'sr-Latn', isFallback: true }, texts: [{ locale: 'fr', isSource: false, isOutdated: false }, { locale: 'sr-Latn', isSource: true, isOutdated: false }],
    });
  });
});

describe('withdrawing', () => {
  test('is done by those who have sent it, and why stays in their language', async () => {
    const key = await requestOf(server(), headers.authority);
    expect([told(await withdraw(server(), headers.adviser, key)), told(await withdraw(server(), headers.scac, key)), told(await withdraw(server(), headers.scacElsewhere, key))]).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'GONE']);
    const { request } = await withdraw(server(), headers.authority, key, { reason: 'Rešeno' });
    expect([request!.status, request!.history.at(-1), request!.can]).toEqual(['WITHDRAWN', { byRole: 'AUTHORITY', toStatus: 'WITHDRAWN', reason: 'Rešeno', locale: 'fr' }, { translate: false, withdraw: false, giveOpinion: [], decide: false, close: false }]);
    expect(told(await withdraw(server(), headers.authority, key, { reason: 'Rešeno' }))).toBe('DONE');
    expect(told(await withdraw(server(), headers.authority, key, { reason: 'Other' }))).toBe('CONFLICT');
    expect((await sql<{ line: string }>(`select concat_ws(' ', action, part, before || ' > ' || after) as line from audit_entry where subject = 'COOPERATION_REQUEST' and object = ? order by at`, [key])).map(({ line }) => line).at(-1)).toContain('> WITHDRAWN');
  });

  test('and saying it otherwise at once: the second is told what it is now', async () => {
    const key = await requestOf(server(), headers.scac);
    const both = await Promise.all([withdraw(server(), headers.scac, key), translate(server(), headers.adviser, key)]);
    expect([['DONE', 'TOO_LATE'], ['CONFLICT', 'DONE']]).toContainEqual(both.map(told));
  });
});
