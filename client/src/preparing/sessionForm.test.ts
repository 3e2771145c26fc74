import { describe, expect, it } from 'vitest';

import { codeOf, countriesOf, emptySession, faultsOf, inputOf, isSame, merge, SESSION_FIELDS, type SessionFieldName, typedOf, type TypedSession, withWay, zoneOf, zonesOf } from './sessionForm.ts';
import { textsIn } from './sessionTexts.ts';
import type { Preparation, Prepared, Trainer } from './usePreparing.ts';

const text = (words: string) => ({ text: words, locale: 'en', isFallback: false, isOutdated: false });
const country = (code: string, timeZone: string): Preparation['countries'][number] => ({ id: code, code, timeZone, name: text(code), nameNote: null });
const COUNTRIES = [country('AL', 'Europe/Tirane'), country('MK', 'Europe/Skopje'), country('RS', 'Europe/Belgrade')];

function preparation(roles: [role: 'SCAC' | 'SSI' | 'AUTHORITY' | 'ADVISER', code: string | null][]): Preparation {
  const isAdviser = roles.some(([role]) => role === 'ADVISER');
  const memberships = roles.map(([role, code]) => ({ country: code === null ? null : { id: code, code }, can: { prepareSessions: role !== 'AUTHORITY' } }));
  return { viewer: { can: { prepareSessions: true, prepareSessionsAnywhere: isAdviser }, memberships }, countries: COUNTRIES, themes: [], audiences: [], languages: [] };
}

const trainer = (id: string): Trainer => ({ id, name: id, profession: { id: 'p', code: 'JUDGE', name: text('judge') }, institution: { id: 'i', name: 'ENM' } });

const TYPED: TypedSession = {
  sourceLocale: 'fr', title: 'Titre', summary: 'De quoi', programme: 'Matin\nSoir', objectives: 'Repérer\nOrienter', level: 'ADVANCED', theme: 'PREVENTION', audiences: ['NGOS', 'POLICE'], format: 'ON_SITE', country: 'MK', town: 'Скопје', venue: 'Центар', address: '', timeZone: 'Europe/Skopje',
  starts: '2027-03-10T09:00', ends: '2027-03-11T17:00', registrationUntil: '2027-03-01T18:00', places: '20', placesOnSite: '', placesOnline: '', needsValidation: true, needsNomination: true, trainers: [trainer('b'), trainer('a')], recommendations: [], needs: [], workingLanguages: ['fr'], interpretation: ['mk'],
};

const STORED = {
  id: 'TrainingSession_1', version: 3, modePlaces: [], state: 'DRAFT', title: text('x'), level: 'ADVANCED', theme: { id: 't', code: 'PREVENTION' }, audiences: [{ id: 'p', code: 'POLICE' }, { id: 'n', code: 'NGOS' }], format: 'ON_SITE',
  country: { id: 'MK', code: 'MK' }, town: 'Скопје', venue: { name: 'Центар', address: null }, timeZone: 'Europe/Skopje', startsAt: '2027-03-10T08:00:00.000Z', endsAt: '2027-03-11T16:00:00.000Z', registrationUntil: '2027-03-01T17:00:00.000Z', places: 20,
  needsValidation: true, needsNomination: true, trainers: [trainer('b'), trainer('a')], recommendations: [], needs: [], languages: [{ use: 'WORKING', language: { id: 'fr', code: 'fr' } }, { use: 'INTERPRETATION', language: { id: 'mk', code: 'mk' } }],
  texts: [
    { locale: 'en', isSource: false, isOutdated: false, title: 'Title', summary: null, programme: null, objectives: null, cancelledReason: null },
    { locale: 'fr', isSource: true, isOutdated: false, title: 'Titre', summary: 'De quoi', programme: 'Matin\nSoir', objectives: 'Repérer\nOrienter', cancelledReason: null },
  ],
} as unknown as Prepared;

describe('a session that is stored', () => {
  it('is typed in its own language and in the time of its place, and nothing of another language comes into it', () => {
    expect(typedOf(STORED)).toEqual(TYPED);
  });

  it('is sent as it is stored, when nothing was changed', () => {
    expect(inputOf(typedOf(STORED))).toMatchObject({
      sourceLocale: 'fr', title: 'Titre', programme: ['Matin', 'Soir'], objectives: ['Repérer', 'Orienter'], level: 'ADVANCED', country: 'MK', town: 'Скопје', venue: 'Центар', address: null, starts: '2027-03-10T09:00', ends: '2027-03-11T17:00', registrationUntil: '2027-03-01T18:00', places: 20, trainers: ['b', 'a'],
    });
  });

  it('has no text in a language in which it has none', () => {
    expect(textsIn(STORED, 'en')).toEqual({ title: 'Title', summary: '', programme: '', objectives: '', cancelledReason: '' });
    expect(textsIn(STORED, 'mk')).toEqual({ title: '', summary: '', programme: '', objectives: '', cancelledReason: '' });
  });
});

it('a session that is held online only has no town, and need have no country', () => {
  expect(inputOf({ ...TYPED, format: 'ONLINE', country: '' })).toMatchObject({ country: null, town: null });
  expect(inputOf({ ...TYPED, registrationUntil: '' }).registrationUntil).toBeNull();
  expect(faultsOf({ ...TYPED, format: 'ONLINE', country: '', town: '' })).toEqual([]);
});

describe('how many can take part in each way', () => {
  const modes = (...stored: readonly (readonly [mode: string, places: number])[]): Prepared => ({ ...STORED, format: 'HYBRID', places: 50, modePlaces: stored.map(([mode, places]) => ({ mode, places })) }) as unknown as Prepared;
  const counts = ({ places, placesOnSite, placesOnline }: ReturnType<typeof inputOf>): unknown[] => [places, placesOnSite, placesOnline];

  it('is sent as it is stored, whatever was decided about places: none, one of them, nobody, or a total of its own', () => {
    for (const [stored, sent] of [
      [modes(), [50, null, null]], [modes(['ON_SITE', 40]), [50, 40, null]], [modes(['ON_SITE', 40], ['ONLINE', 0]), [50, 40, 0]], [modes(['ON_SITE', 40], ['ONLINE', 40]), [50, 40, 40]],
    ] as const) {
      expect(faultsOf(typedOf(stored))).toEqual([]);
      expect(counts(inputOf(typedOf(stored)))).toEqual(sent);
    }
  });

  it('is said of such a session alone', () => {
    expect(counts(inputOf({ ...TYPED, placesOnSite: '3', placesOnline: '4' }))).toEqual([20, null, null]);
  });

  it('makes the total for as long as that is their sum; one that is another stays', () => {
    const typing = (start: Partial<TypedSession>, ...typed: readonly (readonly ['placesOnSite' | 'placesOnline', string])[]): string => typed.reduce((session, [field, value]) => withWay(session, field, value), { ...TYPED, ...start }).places;
    expect(typing({ places: '' }, ['placesOnSite', '4'], ['placesOnSite', '40'], ['placesOnline', '1'], ['placesOnline', '10'])).toBe('50');
    expect(typing({ places: '80', placesOnSite: '40', placesOnline: '40' }, ['placesOnSite', '4'], ['placesOnSite', ''], ['placesOnSite', '5'])).toBe('45');
    expect(typing({ places: '50', placesOnSite: '40', placesOnline: '40' }, ['placesOnSite', '41'])).toBe('50');
    expect(typing({ places: '60' }, ['placesOnSite', '40'], ['placesOnline', '30'])).toBe('60');
    expect(typing({ places: '7', placesOnSite: '7' }, ['placesOnSite', 'x'], ['placesOnSite', '8'])).toBe('8');
  });
});

describe('what is wrong', () => {
  const wrong = (changes: Partial<TypedSession>): string => faultsOf({ ...TYPED, ...changes }).map(({ field, fault }) => `${field} ${fault}`).join();

  it.each<[string, Partial<TypedSession>]>([
    ['', {}],
    ['TITLE MISSING', { title: ' ' }],
    ['THEME MISSING', { theme: '' }],
    ['COUNTRY MISSING,TOWN MISSING', { country: '', town: ' ' }],
    ['STARTS MISSING', { starts: '', registrationUntil: '' }],
    ['STARTS UNREADABLE', { starts: '2027-03-10T' }],
    ['ENDS UNREADABLE', { ends: 'T17:00' }],
    ['STARTS SKIPPED', { starts: '2027-03-28T02:30', ends: '2027-03-29T17:00' }],
    ['ENDS TWICE', { ends: '2027-10-31T02:30' }],
    ['ENDS NOT_AFTER', { ends: '2027-03-10T09:00' }],
    ['REGISTRATION_UNTIL TOO_LATE', { registrationUntil: '2027-03-10T09:01' }],
    ['REGISTRATION_UNTIL UNREADABLE', { registrationUntil: '2027-03-10T' }],
    ['PLACES OUT_OF_RANGE', { places: '' }],
    ['PLACES OUT_OF_RANGE', { places: '0' }],
    ['PLACES OUT_OF_RANGE', { places: '1.5' }],
    ['', { format: 'HYBRID', placesOnSite: '0' }],
    ['PLACES_ON_SITE OUT_OF_RANGE,PLACES_ONLINE OUT_OF_RANGE', { format: 'HYBRID', placesOnSite: '-1', placesOnline: '10001' }],
    ['PLACES OUT_OF_RANGE', { format: 'HYBRID', placesOnSite: '6000', placesOnline: '6000', places: '12000' }],
    ['INTERPRETATION REPEATED', { interpretation: ['mk', 'fr'] }],
  ])('%s', (faults, changes) => {
    expect(wrong(changes)).toBe(faults);
  });

  it('depends on the clocks of the place', () => {
    expect(wrong({ timeZone: 'Europe/Istanbul', starts: '2027-03-28T02:30', ends: '2027-03-29T17:00' })).toBe('');
  });

  it('may be a deadline at the very beginning', () => {
    expect(wrong({ registrationUntil: '2027-03-10T09:00' })).toBe('');
  });
});

describe('what two people have made of the same', () => {
  it('is put together where they have changed different fields', () => {
    const { typed, taken, conflicts } = merge(TYPED, { ...TYPED, title: 'Le mien' }, { ...TYPED, places: '30', trainers: [trainer('a')] });
    expect(typed).toEqual({ ...TYPED, title: 'Le mien', places: '30', trainers: [trainer('a')] });
    expect([taken, conflicts]).toEqual([['places', 'trainers'], []]);
  });

  it('is mine where both have changed the same field, and is told of', () => {
    const { typed, taken, conflicts } = merge(TYPED, { ...TYPED, title: 'Le mien' }, { ...TYPED, title: 'Le sien', town: 'Битола' });
    expect([typed.title, typed.town, taken, conflicts]).toEqual(['Le mien', 'Битола', ['town'], ['title']]);
  });

  it('is nothing to be told of where both have changed it in the same way', () => {
    const both = { ...TYPED, title: 'Le nôtre' };
    expect(merge(TYPED, both, both)).toEqual({ typed: both, taken: [], conflicts: [] });
  });
});

it('lists are the same in any order, but for the trainers', () => {
  expect(isSame('audiences', TYPED, { ...TYPED, audiences: ['POLICE', 'NGOS'] })).toBe(true);
  expect(isSame('trainers', TYPED, { ...TYPED, trainers: [trainer('a'), trainer('b')] })).toBe(false);
});

it('every field has its place, and the name that the API gives it', () => {
  expect([...SESSION_FIELDS].sort()).toEqual((Object.keys(TYPED) as SessionFieldName[]).sort());
  expect(['sourceLocale', 'title', 'registrationUntil'].map((field) => codeOf(field as SessionFieldName))).toEqual(['SOURCE_LOCALE', 'TITLE', 'REGISTRATION_UNTIL']);
});

describe('where somebody prepares sessions', () => {
  it('is everywhere for the adviser, and where their embassy is for others', () => {
    const codes = (roles: Parameters<typeof preparation>[0]): string[] => countriesOf(preparation(roles)).map(({ code }) => code);
    expect(codes([['ADVISER', null]])).toEqual(['AL', 'MK', 'RS']);
    expect(codes([['SCAC', 'RS'], ['AUTHORITY', 'AL']])).toEqual(['RS']);
    expect(codes([['SCAC', 'RS'], ['SSI', 'AL']])).toEqual(['AL', 'RS']);
  });

  it('is chosen already where there is but one, with its clocks', () => {
    expect(emptySession('mk', preparation([['SCAC', 'MK']]))).toMatchObject({ sourceLocale: 'mk', country: 'MK', timeZone: 'Europe/Skopje' });
    expect(emptySession('fr', preparation([['ADVISER', null]]))).toMatchObject({ country: '', timeZone: 'Europe/Paris' });
  });

  it('has zones to choose from, its own and that of Paris among them', () => {
    expect(zoneOf({ countries: COUNTRIES }, 'XX')).toBe('Europe/Paris');
    expect(zonesOf({ countries: COUNTRIES }, 'Asia/Nicosia')).toEqual(['Asia/Nicosia', 'Europe/Belgrade', 'Europe/Paris', 'Europe/Skopje', 'Europe/Tirane']);
  });
});
