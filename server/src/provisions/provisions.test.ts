/** What countries have in their law for an instrument: who enters and reads it, that nothing is overwritten unread or doubled, and what it may be linked to. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { passAsReal } from '../recommendations/progress.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { PROVISION, provisionsOf, removeProvision, saveProvision } from './provisions.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let serbian: string;
let bulgarian: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  const slugOf = async (country: string): Promise<string> => (await sql<{ slug: string }>('select slug from recommendation where country_code = ? order by slug limit 1', [country]))[0]!.slug;
  [serbian, bulgarian] = [await slugOf('RS'), await slugOf('BG')];
});
beforeEach(() => sql('delete from national_provision'));

test('a provision is entered by the post of the country and the adviser, with what was read and in its own language; nobody else enters or reads any', async () => {
  const { outcome, provision, key } = await saveProvision(server(), headers.scac, { recommendations: [`Recommendation_${serbian}`] });
  expect([outcome, provision]).toEqual(['DONE', expect.objectContaining({
    key, text: PROVISION.text, reference: PROVISION.reference, version: 1, isDemonstration: true, canChange: true, enteredAs: 'SCAC', changedAs: null, endsOn: null, recommendations: [{ id: `Recommendation_${serbian}` }],
    articles: [{ number: '18', title: { text: 'Criminalisation of trafficking in human beings' } }, { number: '26', title: { text: 'Non-punishment provision' } }], provenance: { source: PROVISION.source, isVerified: true, checkedOn: PROVISION.checkedOn },
  })]);
  for (const role of ROLES) {
    const mine = ['scac', 'ssi', 'assistant', 'adviser'].includes(role);
    for (const of of ['country(code: "RS")', 'instrument(code: "coe-197")', `recommendation(id: "Recommendation_${serbian}")`]) expect([role, of, (await provisionsOf(server(), headers[role], of)).length]).toEqual([role, of, mine ? 1 : 0]);
    if (!mine && role !== 'visitor') expect([role, (await saveProvision(server(), headers[role])).outcome ?? 'REFUSED']).toEqual([role, expect.stringMatching(/NOT_ALLOWED|REFUSED/)]);
  }
  expect((await saveProvision(server(), undefined)).code).toBe('UNAUTHENTICATED');
});

test('it is changed by whoever has read it as it is; whoever has read less loses nothing and reads what is there', async () => {
  const { key } = await saveProvision(server(), headers.scac);
  expect((await saveProvision(server(), headers.adviser, { key, version: 1, articles: ['18'], endsOn: '2020-01-01' })).provision).toEqual(expect.objectContaining({ version: 2, endsOn: '2020-01-01', changedAs: 'ADVISER', articles: [expect.objectContaining({ number: '18' })] }));
  const late = await saveProvision(server(), headers.ssi, { key, version: 1, text: 'Друго' });
  expect([late.outcome, late.provision!.text, late.provision!.endsOn]).toEqual(['CONFLICT', PROVISION.text, '2020-01-01']);
  // Who has read it as it is by now does change it: the control.
  expect((await saveProvision(server(), headers.ssi, { key, version: 2, text: 'Друго' })).provision).toEqual(expect.objectContaining({ text: 'Друго', version: 3 }));
});

test('sent twice it is one, in the same moment too; what else is sent under its key is told as a conflict', async () => {
  const key = randomUUID();
  const backs = await Promise.all([1, 2, 3].map(() => saveProvision(server(), headers.scac, { key })));
  expect(backs.map(({ outcome }) => outcome)).toEqual(['DONE', 'DONE', 'DONE']);
  expect((await saveProvision(server(), headers.scac, { key, text: 'Друго' })).outcome).toBe('CONFLICT');
  expect(await provisionsOf(server(), headers.scac)).toEqual([key]);
});

test('it is removed by those who keep it, as they have read it; the trail still says which it was, and what was changed of it', async () => {
  const { key } = await saveProvision(server(), headers.scac);
  for (const who of ['scacElsewhere', 'authority', 'translator'] as const) expect([who, await removeProvision(server(), headers[who], key)]).toEqual([who, 'GONE']);
  await saveProvision(server(), headers.adviser, { key, version: 1, startsOn: null, articles: ['18'] });
  expect([await removeProvision(server(), headers.ssi, key, 1), await removeProvision(server(), headers.ssi, key, 2), await removeProvision(server(), headers.ssi, key, 2)]).toEqual(['CONFLICT', 'DONE', 'GONE']);
  const trail = await ask(server(), '{ auditEntries(filter: { subjects: [PROVISION] }, sort: LATEST, first: 10) { nodes { action part before after } } }', {}, headers.adviser);
  const named = `RS coe-197 ${PROVISION.reference}`;
  expect(JSON.parse(trail.text).data.auditEntries.nodes.slice(0, 3)).toEqual(expect.arrayContaining([
    { action: 'REMOVED', part: named, before: null, after: null }, { action: 'CHANGED', part: `${named} – article`, before: '26', after: null }, { action: 'CHANGED', part: `${named} – starts_on`, before: PROVISION.startsOn, after: null },
  ]));
});

test.each<[field: string, fault: string, maximum: number | null, changes: Readonly<Record<string, unknown>>]>([
  ['TEXT', 'MISSING', null, { text: ' ' }], ['TEXT', 'TOO_LONG', 2000, { text: 'a'.repeat(2001) }], ['REFERENCE', 'MISSING', null, { reference: '' }], ['REFERENCE', 'UNREADABLE', null, { reference: 'a\nb' }], ['SOURCE', 'MISSING', null, { source: '' }],
  ['SOURCE_URL', 'NOT_AN_ADDRESS', null, { sourceUrl: 'javascript:x' }], ['CHECKED_ON', 'TO_COME', null, { checkedOn: '2097-01-01' }], ['ENDS_ON', 'NOT_AFTER', null, { endsOn: '2005-01-01' }], ['COUNTRY', 'UNKNOWN', null, { country: 'FR' }],
  ['INSTRUMENT', 'UNKNOWN', null, { instrument: 'none' }], ['ARTICLES', 'UNKNOWN', null, { articles: ['48'] }], ['ARTICLES', 'REPEATED', null, { articles: ['18', '18'] }],
  ['RECOMMENDATIONS', 'TOO_MANY', 20, { recommendations: Array.from({ length: 21 }, (_, n) => `Recommendation_x${n}`) }],
])('%s is refused as %s, with the most that it may have: %s', async (field, fault, maximum, changes) => {
  const { outcome, faults } = await saveProvision(server(), headers.adviser, changes);
  expect([outcome, faults.filter((one) => one.field === field)]).toEqual(['INVALID', [{ field, fault, maximum }]]);
});

test('it answers recommendations to its country alone', async () => {
  expect((await saveProvision(server(), headers.adviser, { recommendations: [`Recommendation_${bulgarian}`] })).faults).toEqual([{ field: 'RECOMMENDATIONS', fault: 'UNKNOWN', maximum: null }]);
});

test('under the key of an entry of another country a post writes nothing, and learns nothing of it', async () => {
  const { key } = await saveProvision(server(), headers.adviser, { country: 'AL' });
  const backs = await Promise.all([saveProvision(server(), headers.scac, { key }), saveProvision(server(), headers.scac, { key, version: 1 })]);
  expect(backs.map(({ outcome, provision }) => [outcome, provision])).toEqual([['GONE', null], ['GONE', null]]);
  expect(await sql('select country_code, version from national_provision')).toEqual([{ country_code: 'AL', version: 1 }]);
});

test('its country and its instrument stay', async () => {
  const { key } = await saveProvision(server(), headers.adviser);
  for (const changes of [{ country: 'AL' }, { instrument: 'palermo-protocol', articles: [] }]) expect((await saveProvision(server(), headers.adviser, { key, version: 1, ...changes })).outcome).toBe('GONE');
});

test('it names nobody: a text that tells who a person is is refused', async () => {
  for (const field of ['text', 'reference', 'source']) expect([field, (await saveProvision(server(), headers.adviser, { [field]: 'Call her on +381 64 123 45 67.' })).code]).toEqual([field, 'VICTIM_DATA']);
});

test('what is real is seen by nobody invented; what is invented is read by whoever is real, and changed by them never', async () => {
  const invented = (await saveProvision(server(), headers.scac)).key;
  const back = await passAsReal(server(), PEOPLE.adviser);
  const real = (await saveProvision(server(), headers.adviser)).key;
  expect((await provisionsOf(server(), headers.adviser)).toSorted()).toEqual([invented, real].toSorted());
  expect([(await saveProvision(server(), headers.adviser, { key: invented, version: 1, text: 'Друго' })).outcome, await removeProvision(server(), headers.adviser, invented)]).toEqual(['GONE', 'GONE']);
  await back();
  expect(await provisionsOf(server(), headers.scac)).toEqual([invented]);
  // Were it not marked as real, it would be seen: the control.
  await sql('update national_provision set is_demonstration = true');
  expect(await provisionsOf(server(), headers.scac)).toHaveLength(2);
});
