import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { beforeAll, expect, test } from 'vitest';
import { readReferenceFiles } from './folder.ts';
import { referenceFolder } from './index.ts';
import { type Edits, editedFolder, type InstrumentTitle, pick, type Provenance } from './reference.fixture.ts';
import { type AskedRows, referenceRows } from './rows.ts';
import type { Row, TableName } from './tables.ts';

let rows: AskedRows;

beforeAll(async () => {
  rows = referenceRows(await readReferenceFiles(referenceFolder()));
});

const of = (table: TableName): Row[] => [...rows.get(table)!.values()].map(({ values }) => values);

test('every country has its name and its capital in the sixteen languages', () => {
  for (const { code } of of('country')) {
    expect(of('country_translation').filter(({ country_code }) => country_code === code).map(({ locale }) => locale)).toEqual(LOCALE_TAGS);
  }
});

test('every capital is a city, with the names, the place and the time zone that its country says; Paris and Vienna have names in the sixteen languages too', () => {
  const names = (code: unknown) => of('city_translation').filter(({ city_code }) => city_code === code).map(({ locale, name }) => [locale, name]);
  for (const { code, latitude, longitude, time_zone } of of('country')) {
    const capital = of('city').find(({ country_code }) => country_code === code)!;
    expect([capital.country_iso, capital.latitude, capital.longitude, capital.time_zone]).toEqual([code, latitude, longitude, time_zone]);
    expect(names(capital.code)).toEqual(of('country_translation').filter(({ country_code }) => country_code === code).map((said) => [said.locale, said.capital]));
  }
  expect(of('city').filter(({ country_code }) => country_code === null).map(({ code, country_iso, time_zone }) => [code, country_iso, time_zone, names(code).map(([locale]) => locale)])).toEqual([['paris', 'FR', 'Europe/Paris', LOCALE_TAGS], ['vienna', 'AT', 'Europe/Vienna', LOCALE_TAGS]]);
});

test.each(['language', 'theme', 'profession', 'audience', 'institution', 'term'] as const)('every %s has a name in the sixteen languages', (table) => {
  const names = of(table === 'term' ? 'term_name' : `${table}_translation`);
  for (const { code } of of(table)) expect(names.filter((name) => name[`${table}_code`] === code).map(({ locale }) => locale)).toEqual(LOCALE_TAGS);
});

test('every fact has a provenance, and no unverified fact claims to have been checked', () => {
  const facts = (['country_fact', 'membership', 'hotline', 'holiday', 'city', 'allowance_rule', 'travel_link', 'border_rule', 'instrument', 'instrument_translation', 'instrument_article', 'country_instrument', 'organisation', 'country_coordination', 'country_name_note_translation', 'recommendation'] as const).flatMap(of);
  expect(facts.length).toBeGreaterThan(500);
  for (const fact of facts) {
    expect(fact.source).toEqual(expect.any(String));
    expect(fact.checked_on !== null).toBe(fact.is_verified);
  }
});

test('every country says what it is to the three organisations of states', () => {
  for (const { code } of of('country')) {
    expect(of('membership').filter(({ country_code }) => country_code === code).map(({ body }) => body).sort()).toEqual(['COUNCIL_OF_EUROPE', 'EU', 'OSCE']);
  }
});

test('Serbian in Latin letters is written in Latin letters', () => {
  for (const table of ['country_translation', 'holiday_translation', 'city_translation', 'organisation_translation', 'term_name'] as const) {
    for (const { locale, name } of of(table)) if (locale === 'sr-Latn') expect(name).not.toMatch(/\p{Script=Cyrillic}/u);
  }
});

const LATIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm',
  н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š',
};
const inLatin = (text: string): string => text.replaceAll(/\p{Script=Cyrillic}/gu, (letter) => {
  const latin = LATIN[letter.toLowerCase()]!;
  return letter === letter.toLowerCase() ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
});

test('every instrument has a short title in the sixteen languages, each short enough for the head of a row', () => {
  for (const { code } of of('instrument')) {
    const titles = of('instrument_translation').filter(({ instrument_code }) => instrument_code === code);
    expect(titles.map(({ locale }) => locale)).toEqual(LOCALE_TAGS);
    for (const { short_title } of titles) expect(String(short_title).length).toBeLessThanOrEqual(55);
    const inSerbian = Object.fromEntries(titles.map(({ locale, short_title }) => [locale, String(short_title)]));
    expect(inSerbian['sr-Latn']).toBe(inLatin(inSerbian['sr-Cyrl']!));
  }
});

test('a short title alone is nobody’s official title', () => {
  const alone = of('instrument_translation').filter(({ title }) => title === null);
  expect(alone.length).toBeGreaterThan(0);
  for (const row of alone) expect(row).toMatchObject({ is_verified: false, source: 'This site’s own short title', note: expect.any(String) });
});

test('no telephone number stands anywhere but among the hotlines', () => {
  for (const { activity } of of('organisation_translation')) expect(activity ?? '').not.toMatch(/\d[\d ]{4,}\d/);
  for (const { note } of of('hotline')) expect(note ?? '').not.toMatch(/\d[\d ]{4,}\d/);
});

const first = (edit: (country: Parameters<NonNullable<Edits['countries.json']>>[0]['countries'][number]) => void): Edits =>
  ({ 'countries.json': ({ countries }) => edit(countries[0]!) });

const inHungarian = (edit: (title: InstrumentTitle) => void): Edits => ({ 'instruments.json': ({ instruments }) => edit(instruments[0]!.titles.hu!) });

test.each<[string, string, Edits]>([
  ['a locale that is not one of the sixteen', 'countries[0].names.en-GB: is not one', first(({ names }) => void (names['en-GB'] = { name: 'Albania', capital: 'Tirana' }))],
  ['a country without a French name', 'countries[0].names.fr: is missing', first(({ names }) => void delete names.fr)],
  ['an empty name', 'countries[0].names.fr.name: is not a text', first(({ names }) => void (names.fr!.name = ''))],
  ['an unknown language', 'countries[0].officialLanguages: “tlh” is not a known code', first((country) => void (country.officialLanguages = ['tlh']))],
  ['an unknown time zone', 'countries[0].timeZone: “Europe/Passerelle” is not', first((country) => void (country.timeZone = 'Europe/Passerelle'))],
  ['a field it does not know', 'countries[0].captial: is not a field', first((country) => void (country.captial = 'Tirana'))],
  ['a fact without a provenance', 'countries[0].facts.currency: is missing', first(({ facts }) => void delete facts.currency)],
  ['an unverified fact that was checked', 'countries[0].facts.name.checkedOn: is said', first(({ facts }) => void (facts.name = { ...facts.name, isVerified: false } as Provenance))],
  ['a verified fact that was never checked', 'countries[0].facts.name.checkedOn: is missing', first(({ facts }) => void (facts.name = { ...facts.name, checkedOn: null } as Provenance))],
  ['an organisation without a name in its own language', 'organisations[0].names.hu: is missing', { 'organisations.json': (file) => void (file.organisations[0]!.sourceLocale = 'hu') }],
  ['an address that is none', 'organisations[0].website: “javascript:', { 'organisations.json': (file) => void (file.organisations[0]!.website = 'javascript:alert(1)') }],
  ['the same organisation twice', 'says twice what organisation ["astra"] is', { 'organisations.json': (file) => void file.organisations.push(pick(file.organisations, 'astra')) }],
  ['the capital of no country', 'cities[0].capitalOf: “QQ” is not a known code', { 'cities.json': (file) => void (file.cities[0]!.capitalOf = 'QQ') }],
  ['a city in an unknown time zone', 'cities[16].timeZone: “Europe/Passerelle” is not', { 'cities.json': (file) => void (file.cities[16]!.timeZone = 'Europe/Passerelle') }],
  ['a city without a French name', 'cities[16].names.fr: is missing', { 'cities.json': (file) => void delete file.cities[16]!.names!.fr }],
  ['an allowance that begins at no hour', 'rules[0].lunch.from: “25:00” is not written as it should be', { 'allowances.json': (file) => void (file.rules[0]!.lunch.from = '25:00') }],
  ['a link that leads to no city', 'links[0].to: “atlantis” is not a known code', { 'travel.json': (file) => void (file.links[0]!.to = 'atlantis') }],
  ['a recommendation on an unknown theme', 'recommendations[0].themes: “MONEY” is not', { 'recommendations.json': (file) => void (file.recommendations[0]!.themes = ['MONEY']) }],
  ['an instrument without a short title', 'instruments[0].titles.hu.shortTitle: is missing', inHungarian((title) => void (title.shortTitle = null))],
  ['a verified title that is not there', 'instruments[0].titles.hu.provenance: vouches for a title', inHungarian((title) => void (title.title = null))],
  ['an instrument without an English title', 'instruments[0].titles.en.title: is missing', { 'instruments.json': ({ instruments }) => void (instruments[0]!.titles.en!.title = null) }],
  ['a sub-theme of no theme', 'subthemes[0].theme: “MONEY” is not a known code', { 'vocabulary.json': (file) => void (file.subthemes[0]!.theme = 'MONEY') }],
  ['a sub-theme that no term names', 'subthemes[0].term: “money” is not a known code', { 'vocabulary.json': (file) => void (file.subthemes[0]!.term = 'money') }],
  ['a holiday in another year', 'holidays[0].date: is not in 2027', { 'holidays-2027.json': (file) => void (file.holidays[0]!.date = '2028-01-01') }],
])('%s is refused', async (_what, message, edits) => {
  const files = await readReferenceFiles(await editedFolder(edits));
  expect(() => referenceRows(files)).toThrow(message);
});

test('a sub-theme is called what its term is, in all sixteen languages, with the capital of the language', async () => {
  const { themes, subthemes } = JSON.parse(readFileSync(join(referenceFolder(), 'vocabulary.json'), 'utf8')) as { themes: { code: string }[]; subthemes: { code: string; theme: string; term: string }[] };
  expect(new Set(subthemes.map(({ term }) => term)).size).toBe(subthemes.length);
  for (const { code, theme, term } of subthemes) {
    expect(themes.map((one) => one.code)).toContain(theme);
    const names = of('subtheme_translation').filter(({ subtheme_code }) => subtheme_code === code);
    expect(names.map(({ locale }) => locale)).toEqual(LOCALE_TAGS);
    for (const { locale, name, is_verified } of names) {
      const said = of('term_name').find((one) => one.term_code === term && one.locale === locale)!;
      expect([String(name).slice(1), is_verified]).toEqual([String(said.name).slice(1), said.is_verified]);
      expect(String(name)).not.toMatch(/^\p{Ll}/u);
    }
  }
  const renamed = referenceRows(await readReferenceFiles(await editedFolder({ 'termbase.json': ({ terms }) => void (terms.find(({ code }) => code === 'shelter')!.names.tr = 'ilk yuva') })));
  expect(renamed.get('subtheme_translation')!.get('["SHELTER","tr"]')!.values.name).toBe('İlk yuva');
});

test('a missing file is refused', async () => {
  await expect(readReferenceFiles('/nowhere')).rejects.toThrow('allowances.json: is missing in /nowhere');
});

test('the folder is found from the sources and from the bundle', () => {
  const server = new URL('../../', import.meta.url);
  expect(referenceFolder(new URL('dist/main.js', server).href)).toBe(referenceFolder());
  expect(pathToFileURL(referenceFolder()).href).toBe(new URL('reference/', server).href);
});

test('every term that was read in a text of a language says in which, and no other does; the words of the site in English come from none', () => {
  const names = of('term_name').filter(({ locale, term_code }) => !(locale === 'en' && String(term_code).startsWith('ui-')));
  expect(names.filter(({ source, is_verified }) => (source !== null) !== is_verified)).toEqual([]);
  const { asOf } = JSON.parse(readFileSync(join(referenceFolder(), 'termbase.json'), 'utf8')) as { asOf: string };
  for (const { is_verified, checked_on } of of('term_name')) expect(checked_on).toBe(is_verified ? asOf : null);
});
