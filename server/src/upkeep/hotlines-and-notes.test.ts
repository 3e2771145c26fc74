/** Hotlines that posts check, and what they say of travelling to their countries: who does, who reads it, and that nothing is overwritten unread. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, post, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, OUTSIDERS, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { passAsReal } from '../recommendations/progress.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { confirm, keepNote, NOTE, NUMBER, removeNote, translateNote } from './upkeep.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
const READING: readonly string[] = ['scac', 'ssi', 'scacElsewhere', 'assistant', 'adviser'];

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from hotline_check');
  await sql('delete from travel_note');
  await sql('delete from audit_entry');
  await sql(`delete from hotline where country_code = 'RS' and position = 99`);
  await sql(`insert into hotline (country_code, position, number, source, is_verified) values ('RS', 99, ?, 'A test', false)`, [NUMBER]);
});

async function hotline(): Promise<unknown> {
  const { data } = await ask(server(), '{ country(code: "RS") { hotlines { number provenance { isVerified checkedOn source } check { checkedOn isByPost holds } } } }');
  return (data as unknown as { country: { hotlines: readonly { readonly number: string }[] } }).country.hotlines.find(({ number }) => number === NUMBER);
}

describe('a hotline', () => {
  test('is checked by the post and the adviser, and by nobody else, with the day and as what: by somebody real it is one to call from then on, by somebody invented it is not', async () => {
    for (const role of ROLES) {
      const { outcome, code } = await confirm(server(), headers[role], NUMBER, '2026-11-03');
      expect([role, outcome ?? code]).toEqual([role, ['scac', 'ssi', 'assistant', 'adviser'].includes(role) ? 'DONE' : OUTSIDERS.includes(role) ? 'UNAUTHENTICATED' : 'NOT_ALLOWED']);
    }
    expect(await hotline()).toEqual({ number: NUMBER, provenance: { isVerified: false, checkedOn: null, source: 'A test' }, check: { checkedOn: '2026-11-03', isByPost: false, holds: true } });
    const back = await passAsReal(server(), PEOPLE.scac);
    expect((await confirm(server(), headers.scac, NUMBER, '2026-11-04')).outcome).toBe('DONE');
    expect(await hotline()).toEqual({ number: NUMBER, provenance: { isVerified: true, checkedOn: '2026-11-04', source: 'A test' }, check: { checkedOn: '2026-11-04', isByPost: true, holds: true } });
    expect((await confirm(server(), headers.scac, NUMBER, '2026-11-04', false)).outcome).toBe('DONE');
    await back();
    expect(await hotline()).toMatchObject({ provenance: { isVerified: false, checkedOn: '2026-11-04' }, check: { holds: false } });
  });

  test('is checked once where it is sent twice, never before it was checked last, nor on a day to come; of another number nothing is said', async () => {
    await confirm(server(), headers.scac, NUMBER, '2026-11-03');
    await confirm(server(), headers.scac, NUMBER, '2026-11-03');
    expect((await sql('select from hotline_check')).length).toBe(1);
    expect([await confirm(server(), headers.scac, NUMBER, '2026-11-02'), await confirm(server(), headers.scac, NUMBER, '2097-11-02'), await confirm(server(), headers.scac, '116 000 9', '2026-11-03')]).toMatchObject([
      { outcome: 'INVALID', faults: [{ field: 'CHECKED_ON', fault: 'OUT_OF_RANGE' }] }, { outcome: 'INVALID', faults: [{ field: 'CHECKED_ON', fault: 'TO_COME' }] }, { outcome: 'GONE' }]);
    await sql(`update hotline set number = '+381 11 111 11 11' where number = ?`, [NUMBER]);
    expect(await sql(`select c.number from hotline h join hotline_check c using (country_code, number) where h.position = 99`)).toEqual([]);
    expect(await sql(`select part, after from audit_entry where subject = 'COUNTRY'`)).toEqual([{ part: `RS.hotline.${NUMBER}`, after: '2026-11-03 true' }]);
  });
});

/** The note on Serbia as somebody reads it, in a language. */
async function noteOf(who: Record<string, string> | undefined, locale = 'sr-Latn'): Promise<unknown> {
  const { text } = await post(server(), JSON.stringify({ query: '{ country(code: "RS") { travelNote { version checkedOn isByPost isDemonstration text { text locale isFallback isOutdated } texts { locale text isSource isOutdated } } } }' }), who ?? {}, `/graphql?locale=${locale}`);
  return (JSON.parse(text) as { data: { country: { travelNote: unknown } } }).data.country.travelNote;
}

describe('what to know of travelling to a country', () => {
  test('is said by its post in its language, and read by posts and the adviser, and by nobody else who comes on no leg there', async () => {
    expect((await keepNote(server(), headers.scac)).outcome).toBe('DONE');
    for (const role of ROLES) expect([role, await noteOf(headers[role])]).toEqual([role, READING.includes(role) ? expect.objectContaining({ version: 1, checkedOn: NOTE.checkedOn, isByPost: true, isDemonstration: true }) : null]);
    for (const role of ROLES) {
      const { outcome, code } = await keepNote(server(), headers[role], { version: 1, text: 'Drugo' });
      if (!['scac', 'ssi', 'assistant', 'adviser'].includes(role)) expect([role, outcome ?? code]).toEqual([role, OUTSIDERS.includes(role) ? 'UNAUTHENTICATED' : 'NOT_ALLOWED']);
    }
    expect((await keepNote(server(), headers.scac, { country: 'AL' })).outcome).toBe('NOT_ALLOWED');
  });

  test('is said in other languages; once it is said anew these say what was, and are marked; found to hold, it is dated anew and they stay', async () => {
    await keepNote(server(), headers.scac);
    expect(await noteOf(headers.scacElsewhere, 'fr')).toMatchObject({ text: { locale: 'sr-Latn', isFallback: true } });
    expect((await translateNote(server(), headers.adviser)).outcome).toBe('DONE');
    expect((await translateNote(server(), headers.adviser, { locale: 'sr-Latn' })).outcome).toBe('INVALID');
    expect((await keepNote(server(), headers.scac, { version: 2, checkedOn: '2026-11-05' })).outcome).toBe('DONE');
    expect(await noteOf(headers.scacElsewhere, 'fr')).toMatchObject({ version: 3, checkedOn: '2026-11-05', text: { locale: 'fr', isFallback: false, isOutdated: false } });
    expect((await keepNote(server(), headers.scac, { version: 3, text: 'Prelaz je zatvoren.' })).outcome).toBe('DONE');
    expect(await noteOf(headers.scacElsewhere, 'fr')).toMatchObject({ text: { locale: 'fr', isOutdated: true } });
    expect((await translateNote(server(), headers.scacElsewhere, { version: 4, text: 'Autre' })).outcome).toBe('NOT_ALLOWED');
  });

  test('is no translation of itself where its language was said wrongly', async () => {
    await keepNote(server(), headers.scac, { sourceLocale: 'fr' });
    expect((await keepNote(server(), headers.scac, { version: 1 })).outcome).toBe('DONE');
    expect(await noteOf(headers.scac, 'fr')).toMatchObject({ text: { locale: 'sr-Latn', isFallback: true }, texts: [{ locale: 'sr-Latn', isSource: true }] });
  });

  test('is overwritten by nobody who has read less, sent twice said once, and taken away as it was read', async () => {
    await keepNote(server(), headers.scac);
    expect([(await keepNote(server(), headers.scac)).outcome, (await keepNote(server(), headers.ssi, { text: 'Drugo' })).outcome, (await translateNote(server(), headers.ssi, { version: 0 })).outcome, (await removeNote(server(), headers.ssi, 0)).outcome]).toEqual(['DONE', 'CONFLICT', 'CONFLICT', 'CONFLICT']);
    expect([(await removeNote(server(), headers.expert)).outcome, (await removeNote(server(), headers.ssi)).outcome, (await removeNote(server(), headers.ssi)).outcome]).toEqual(['NOT_ALLOWED', 'DONE', 'GONE']);
    expect(await noteOf(headers.scac)).toBeNull();
  });

  test('has no day to come, no lack of words, and nothing that tells who a victim is', async () => {
    expect([await keepNote(server(), headers.scac, { checkedOn: '2097-01-01' }), await keepNote(server(), headers.scac, { text: ' ' }), await keepNote(server(), headers.scac, { text: 'x'.repeat(4001) })]).toMatchObject([
      { faults: [{ field: 'CHECKED_ON', fault: 'TO_COME' }] }, { faults: [{ field: 'TEXT', fault: 'MISSING' }] }, { faults: [{ field: 'TEXT', fault: 'TOO_LONG', maximum: 4000 }] }]);
    expect((await keepNote(server(), headers.scac, { text: 'Call the victim Ana Anić, +381 64 123 45 67' })).code).toBe('VICTIM_DATA');
  });

  test('that is real is read by nobody invented; without that rule it is: the control', async () => {
    const back = await passAsReal(server(), PEOPLE.adviser);
    await keepNote(server(), headers.adviser);
    await back();
    expect(await noteOf(headers.scac)).toBeNull();
    await sql('update travel_note set is_demonstration = true');
    expect(await noteOf(headers.scac)).not.toBeNull();
  });
});
