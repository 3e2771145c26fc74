/** What is known of travelling, by the API: entered with its source, unknown where nobody knows it, and of no concern to whoever plans no mission. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { owner } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { removeFact, saveBorderRule, saveHours, saveInterpretation, saveLink, type Told } from './travel.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let orm: MikroORM;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  orm = await MikroORM.init(ormOptions(server().database.app));
});
afterAll(() => orm.close());
beforeEach(async () => {
  await owner(server(), `delete from travel_link where valid_from >= '2098-01-01' or length(code) = 36`);
  await owner(server(), `delete from border_rule where code <> 'xk-rs-entered-from-rs'`);
  await owner(server(), `delete from interpretation_price where length(code) = 36`);
  await owner(server(), `delete from country_hours where length(code) = 36`);
});

interface Link {
  readonly code: string;
  readonly [field: string]: unknown;
}

const LINKS = '{ travelLinks { code fromCity { code } toCity { code } mode hasService minutes fareCents seats weekdays departures firstDeparture lastDeparture countryCodes validFrom validUntil version isDemonstration provenance { source isVerified checkedOn } } }';
const linksOf = async (who: Headers[keyof Headers] = headers.adviser): Promise<readonly Link[]> => ((await ask(server(), LINKS, {}, who)).data as { travelLinks: Link[] }).travelLinks;
const linkOf = async (code: string): Promise<Link | undefined> => (await linksOf()).find((link) => link.code === code);
const told = ({ outcome, faults }: Told): unknown => [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)];

test('a link says how long it takes, what it costs, when it leaves, which countries it crosses, and where that is known from', async () => {
  const { code, outcome } = await saveLink(server(), headers.adviser);
  expect(outcome).toBe('DONE');
  expect(await linkOf(code)).toMatchObject({
    fromCity: { code: 'paris' }, toCity: { code: 'belgrade' }, mode: 'FLIGHT', hasService: true, minutes: 165, fareCents: 19_500, seats: null, weekdays: [1, 5], departures: ['06:40', '17:20'], firstDeparture: null, lastDeparture: null,
    countryCodes: ['FR', 'RS'], validFrom: '2098-01-01', validUntil: null, version: 1, provenance: { source: 'Fahrplan (erfunden)', isVerified: true, checkedOn: '2026-01-01' },
  });
});

test('what nobody knows stays unknown, and what nobody has checked says so', async () => {
  const { code } = await saveLink(server(), headers.adviser, { minutes: null, fareCents: null, weekdays: null, departures: null, countryCodes: null, known: { validFrom: null, checkedOn: null } });
  expect(await linkOf(code)).toMatchObject({ minutes: null, fareCents: null, weekdays: null, departures: null, firstDeparture: null, countryCodes: null, validFrom: null, provenance: { isVerified: false, checkedOn: null } });
});

test('what is not sent is not known either, and makes nothing checked', async () => {
  const input = { fromCity: 'paris', toCity: 'belgrade', mode: 'FLIGHT', hasService: true, isRest: false, isOffered: true, known: { source: 'Fahrplan (erfunden)', sourceUrl: '' } };
  const code = randomUUID();
  const { data } = await ask(server(), 'mutation ($code: String!, $input: TravelLinkInput!) { saveTravelLink(code: $code, version: 0, input: $input) { outcome faults { field fault } } }', { code, input }, headers.adviser);
  expect(data!.saveTravelLink).toEqual({ outcome: 'DONE', faults: [] });
  expect(await linkOf(code)).toMatchObject({ minutes: null, fareCents: null, weekdays: null, departures: null, countryCodes: null, validFrom: null, validUntil: null, provenance: { isVerified: false, checkedOn: null } });
});

test('the links that are shipped say neither minutes nor fares nor hours, and none of them claims to have been checked', async () => {
  const shipped = await owner<{ known: number; checked: number; links: number }>(server(), `
    select count(*)::int as links, count(*) filter (where checked_on is not null)::int as checked, count(*) filter (where num_nonnulls(minutes, fare_cents, weekdays, departures, first_departure) > 0)::int as known from travel_link where not is_demonstration`);
  expect(shipped).toEqual([{ links: 40, checked: 0, known: 0 }]);
  expect(await owner(server(), `select from_city_code as from, to_city_code as to from travel_link where not is_demonstration and not has_service order by 1, 2`)).toEqual([
    { from: 'belgrade', to: 'pristina' }, { from: 'kyiv', to: 'vienna' }, { from: 'pristina', to: 'belgrade' }, { from: 'pristina', to: 'sarajevo' }, { from: 'sarajevo', to: 'pristina' }, { from: 'vienna', to: 'kyiv' },
  ]);
});

test('of what does not run nothing else is kept', async () => {
  const { code } = await saveLink(server(), headers.adviser, { hasService: false });
  expect(await linkOf(code)).toMatchObject({ hasService: false, minutes: null, fareCents: null, weekdays: null, departures: null, countryCodes: null });
});

test('the rule of the border between Kosovo and Serbia is there, unverified, and another can be entered', async () => {
  const rules = async () => ((await ask(server(), '{ borderRules { code fromCountry toCountry unlessEnteredFrom validFrom provenance { isVerified checkedOn } } }', {}, headers.adviser)).data as { borderRules: Link[] }).borderRules;
  expect(await rules()).toEqual([{ code: 'xk-rs-entered-from-rs', fromCountry: 'XK', toCountry: 'RS', unlessEnteredFrom: ['RS'], validFrom: null, provenance: { isVerified: false, checkedOn: null } }]);
  const { code } = await saveBorderRule(server(), headers.adviser, { unlessEnteredFrom: ['MK', 'GR'] });
  expect((await rules()).find((rule) => rule.code === code)).toMatchObject({ fromCountry: 'AL', toCountry: 'ME', unlessEnteredFrom: ['GR', 'MK'] });
});

test.each<[string, Parameters<typeof saveLink>[2], string]>([
  ['a city that is none', { toCity: 'atlantis' }, 'CITIES UNKNOWN'], ['a way that leads nowhere', { toCity: 'paris' }, 'CITIES NOT_AFTER'], ['no time at all', { minutes: 0 }, 'MINUTES OUT_OF_RANGE'], ['more than a week', { minutes: 10_081 }, 'MINUTES OUT_OF_RANGE'],
  ['a fare below nothing', { fareCents: -1 }, 'AMOUNT OUT_OF_RANGE'], ['a hundred seats', { seats: 100 }, 'SEATS OUT_OF_RANGE'], ['an eighth day', { weekdays: [8] }, 'WEEKDAYS OUT_OF_RANGE'], ['an hour that is none', { departures: ['24:00'] }, 'HOURS UNREADABLE'],
  ['forty-nine hours', { departures: Array.from({ length: 49 }, () => '07:00') }, 'HOURS TOO_LONG'], ['hours, and any minute too', { firstDeparture: '06:00', lastDeparture: '20:00' }, 'HOURS REPEATED'],
  ['a last hour before the first', { departures: null, firstDeparture: '20:00', lastDeparture: '06:00' }, 'HOURS NOT_AFTER'], ['a first hour alone', { departures: null, firstDeparture: '06:00' }, 'HOURS UNREADABLE'],
  ['a country that is none', { countryCodes: ['FR', 'QQ', 'RS'] }, 'COUNTRIES UNKNOWN'], ['countries that end elsewhere', { countryCodes: ['FR', 'XK'] }, 'COUNTRIES NOT_AFTER'], ['countries without end', { countryCodes: Array.from({ length: 21 }, () => 'FR') }, 'COUNTRIES TOO_LONG'],
  ['no source', { known: { source: ' ' } }, 'SOURCE MISSING'], ['an address that is none', { known: { sourceUrl: 'javascript:alert(1)' } }, 'SOURCE_URL UNREADABLE'], ['a day that is still to come', { known: { checkedOn: '2097-01-01' } }, 'READ_ON FUTURE'],
  ['an end before the beginning', { known: { validUntil: '2097-12-31' } }, 'VALID_UNTIL NOT_AFTER'],
])('%s is refused', async (_what, given, fault) => {
  expect(told(await saveLink(server(), headers.adviser, given))).toEqual(['INVALID', fault]);
});

test.each<[string, Parameters<typeof saveBorderRule>[2], string]>([
  ['a border of one country', { toCountry: 'AL' }, 'COUNTRY REPEATED'], ['a border of no country', { toCountry: 'QQ' }, 'COUNTRY UNKNOWN'], ['a rule that lets nobody in', { unlessEnteredFrom: [] }, 'COUNTRIES MISSING'],
])('%s is refused', async (_what, given, fault) => {
  expect(told(await saveBorderRule(server(), headers.adviser, given))).toEqual(['INVALID', fault]);
});

test('the same is entered once, and another hour is another link', async () => {
  expect(told(await saveLink(server(), headers.adviser))).toEqual(['DONE']);
  expect(told(await saveLink(server(), headers.adviser))).toEqual(['INVALID', 'VALID_FROM REPEATED']);
  expect(told(await saveLink(server(), headers.adviser, { departures: ['12:00'] }))).toEqual(['DONE']);
});

test('what somebody else has changed meanwhile is not overwritten, and what is sent twice is done once', async () => {
  const { code } = await saveLink(server(), headers.adviser);
  expect(told(await saveLink(server(), headers.adviser, { code, version: 1, minutes: 170 }))).toEqual(['DONE']);
  expect(told(await saveLink(server(), headers.adviser, { code, version: 1, minutes: 170 }))).toEqual(['DONE']);
  expect(told(await saveLink(server(), headers.adviser, { code, version: 1, minutes: 180 }))).toEqual(['CONFLICT']);
  expect(await linkOf(code)).toMatchObject({ minutes: 170, version: 2 });
  expect(told(await removeFact(server(), headers.adviser, 'LINK', [code, 1]))).toEqual(['CONFLICT']);
  expect(told(await removeFact(server(), headers.adviser, 'LINK', [code, 2]))).toEqual(['DONE']);
  expect(await linkOf(code)).toBeUndefined();
});

test('the trail says what was entered, what it became and that it went', async () => {
  await owner(server(), `delete from audit_entry where subject = 'TRAVEL'`);
  const { code } = await saveLink(server(), headers.adviser);
  await saveLink(server(), headers.adviser, { code, version: 1, minutes: 170 });
  await removeFact(server(), headers.adviser, 'LINK', [code, 2]);
  const entries = await owner<{ part: string; before: string | null; after: string | null }>(server(), `select part, before, after from audit_entry where subject = 'TRAVEL' order by at`);
  expect(entries.map(({ part, before, after }) => [part, /"minutes": (\d+)/.exec(before ?? '')?.[1], /"minutes": (\d+)/.exec(after ?? '')?.[1]])).toEqual([
    ['link.paris.belgrade', undefined, '165'], ['link.paris.belgrade', '165', '170'], ['link.paris.belgrade', '170', undefined],
  ]);
});

test('a source that tells who a victim is, is refused', async () => {
  expect((await saveLink(server(), headers.adviser, { known: { source: 'Billet de la victime, née le 3 mars 1999, +33 6 12 34 56 78' } })).refused).toBe('VICTIM_DATA');
});

test('nobody who plans no mission reads or changes any of it, by the API or by SQL', async () => {
  const { code } = await saveLink(server(), headers.adviser);
  expect((await linksOf()).length).toBeGreaterThan(40);
  for (const role of ['scac', 'ssi', 'expert', 'translator', 'ngoMember'] as const) {
    const { data } = await ask(server(), '{ travelLinks { code } borderRules { code } }', {}, headers[role]);
    expect([role, data]).toEqual([role, { travelLinks: [], borderRules: [] }]);
    expect([role, told(await saveLink(server(), headers[role])), told(await saveLink(server(), headers[role], { code, version: 1, minutes: 1 })), told(await removeFact(server(), headers[role], 'LINK', [code, 1]))]).toEqual([role, ['GONE'], ['GONE'], ['GONE']]);
    const [person] = await owner<{ id: string }>(server(), 'select id from person where email like ? limit 1', [`${role.toLowerCase()}%`]);
    const seen = await transactAs(orm, person?.id ?? null)(async (em) => Promise.all(['travel_link', 'border_rule'].map(async (table) => (await em.execute<unknown[]>(`select from ${table}`)).length)));
    expect([role, seen]).toEqual([role, [0, 0]]);
  }
  expect(await linkOf(code)).toMatchObject({ minutes: 165 });
});

const PRICES = '{ interpretationPrices { code language { code } countryCode per priceCents people validFrom version isDemonstration provenance { source isVerified } } }';
const pricesOf = async (who: Headers[keyof Headers] = headers.adviser): Promise<readonly Link[]> => ((await ask(server(), PRICES, {}, who)).data as { interpretationPrices: Link[] }).interpretationPrices;

test('what interpreting costs is entered with its source, corrected as it was read, told in the trail, and removed', async () => {
  const { code, outcome } = await saveInterpretation(server(), headers.adviser);
  expect(outcome).toBe('DONE');
  expect((await pricesOf()).find((one) => one.code === code)).toMatchObject({ language: { code: 'sq' }, countryCode: 'XK', per: 'DAY', priceCents: 30_000, people: 2, validFrom: '2098-01-01', version: 1, isDemonstration: true, provenance: { source: 'Fahrplan (erfunden)', isVerified: true } });
  expect(told(await saveInterpretation(server(), headers.adviser, { code, version: 0, priceCents: 1 }))).toEqual(['CONFLICT']);
  expect(told(await saveInterpretation(server(), headers.adviser, { code, version: 1, priceCents: 35_000 }))).toEqual(['DONE']);
  const entries = await owner<{ was: string | null; now: string }>(server(), `select before::jsonb ->> 'price_cents' as was, after::jsonb ->> 'price_cents' as now from audit_entry where subject = 'TRAVEL' and part = 'interpreting.XK.sq'`);
  expect(entries).toContainEqual({ was: '30000', now: '35000' });
  expect(told(await removeFact(server(), headers.adviser, 'INTERPRETATION', [code, 2]))).toEqual(['DONE']);
  expect((await pricesOf()).some((one) => one.code === code)).toBe(false);
});

test.each([
  ['a language that is none', { language: 'zz' }, ['LANGUAGE UNKNOWN']], ['a country outside of the network', { country: 'AR' }, ['COUNTRY UNKNOWN']], ['a price below nothing', { priceCents: -1 }, ['AMOUNT OUT_OF_RANGE']], ['nobody', { people: 0 }, ['PEOPLE OUT_OF_RANGE']],
  ['since nobody knows when', { known: { validFrom: null } }, ['VALID_FROM MISSING']], ['no source', { known: { source: ' ' } }, ['SOURCE MISSING']],
] as const)('interpreting of %s is refused with the field, and nothing is kept of it', async (_what, given, faults) => {
  const before = await pricesOf();
  expect(told(await saveInterpretation(server(), headers.adviser, given))).toEqual(['INVALID', ...faults]);
  expect(await pricesOf()).toEqual(before);
});

test('the same once more is refused, and whoever plans no mission reads none and enters none', async () => {
  await saveInterpretation(server(), headers.adviser);
  expect(told(await saveInterpretation(server(), headers.adviser))).toEqual(['INVALID', 'VALID_FROM REPEATED']);
  expect([await pricesOf(headers.scac), told(await saveInterpretation(server(), headers.scac))]).toEqual([[], ['GONE']]);
});

const HOURS = '{ countryHours { code countryCode weekdays fromHour untilHour validFrom version provenance { source isVerified } } }';
const hoursOf = async (who: Headers[keyof Headers] = headers.adviser): Promise<readonly Link[]> => ((await ask(server(), HOURS, {}, who)).data as { countryHours: Link[] }).countryHours;

test('when a country works is entered with its source, told in the trail, and read by those who plan missions alone', async () => {
  const { code, outcome } = await saveHours(server(), headers.adviser);
  expect(outcome).toBe('DONE');
  expect((await hoursOf()).find((one) => one.code === code)).toMatchObject({ countryCode: 'XK', weekdays: [1, 2, 3, 4, 5], fromHour: '08:00', untilHour: '16:00', validFrom: '2098-01-01', version: 1, provenance: { source: 'Fahrplan (erfunden)', isVerified: true } });
  expect(await owner(server(), `select 1 as told from audit_entry where subject = 'TRAVEL' and part = 'hours.XK'`)).not.toEqual([]);
  expect([await hoursOf(headers.scac), told(await saveHours(server(), headers.scac)), told(await saveHours(server(), headers.adviser))]).toEqual([[], ['GONE'], ['INVALID', 'HOURS BUSY', 'VALID_FROM REPEATED']]);
  // Another day, or another hour, is another line; what meets one that is there is refused.
  const among = async (given: Readonly<Record<string, unknown>>): Promise<unknown> => told(await saveHours(server(), headers.adviser, given));
  expect([await among({ weekdays: [6] }), await among({ weekdays: [1], fromHour: '17:00', untilHour: '18:00' }), await among({ weekdays: [5, 7], fromHour: '15:00', untilHour: '17:00', known: { validFrom: '2099-01-01' } })]).toEqual([['DONE'], ['DONE'], ['INVALID', 'HOURS BUSY']]);
  expect(told(await removeFact(server(), headers.adviser, 'HOURS', [code, 1]))).toEqual(['DONE']);
});

test.each([
  ['a country outside of the network', { country: 'AR' }, ['COUNTRY UNKNOWN']], ['no day', { weekdays: [] }, ['WEEKDAYS MISSING']], ['a day that is none', { weekdays: [8] }, ['WEEKDAYS OUT_OF_RANGE']], ['an hour that is none', { fromHour: '8' }, ['HOURS UNREADABLE']],
  ['an end before the beginning', { untilHour: '07:00' }, ['HOURS NOT_AFTER']], ['since nobody knows when', { known: { validFrom: null } }, ['VALID_FROM MISSING']],
] as const)('working hours of %s are refused with the field', async (_what, given, faults) => {
  expect(told(await saveHours(server(), headers.adviser, given))).toEqual(['INVALID', ...faults]);
});
