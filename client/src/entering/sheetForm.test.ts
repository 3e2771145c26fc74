import { describe, expect, test } from 'vitest';

import { emptySheet, faultsOf, inputOf, isChanged, merge, tidied, typedOf } from './sheetForm.ts';
import type { Sheet } from './useEntering.ts';

const NAME = { text: 'Juge', locale: 'fr', isFallback: false, isOutdated: false };
const SHEET = {
  id: 'Expert_1', profession: { id: 'Profession_JUDGE', code: 'JUDGE', name: NAME }, languages: [{ level: 'C1', language: { id: 'Language_el', code: 'el' } }], themes: [{ id: 'Theme_PROTECTION', code: 'PROTECTION' }, { id: 'Theme_ASSISTANCE', code: 'ASSISTANCE' }],
  countries: [{ id: 'Country_GR', code: 'GR' }], version: 3, name: 'Ariane', corps: null, institution: { id: 'Institution_ENM', code: 'ENM' }, vouchedBy: 'Ministère', vouchedSince: '2024-05-01',
  nameVisibility: 'PUBLIC', institutionVisibility: 'ADVISER', emailVisibility: 'ADVISER', missionsVisibility: 'NETWORK', consentedOn: '2025-02-03', contact: { email: 'a@expert.example', locale: 'el' }, account: null,
  texts: [{ locale: 'el', isSource: false, isOutdated: true, summary: 'Παλαιό' }, { locale: 'fr', isSource: true, isOutdated: false, summary: 'Forme.' }], can: { edit: true, remove: true },
} as const satisfies Sheet;

describe('a sheet', () => {
  test('is typed as it is stored, in the language in which it was first written, and sent as it was', () => {
    const typed = typedOf(SHEET);
    expect(typed).toMatchObject({ sourceLocale: 'fr', summary: 'Forme.', corps: '', themes: ['ASSISTANCE', 'PROTECTION'], email: 'a@expert.example', emailLocale: 'el' });
    expect(faultsOf(typed, false)).toEqual([]);
    // What is open already stays so, whether its day is known or not.
    const undated = { ...typed, consentedOn: '' };
    expect(faultsOf(undated, false, undated)).toEqual([]);
    expect(faultsOf({ ...undated, nameVisibility: 'NETWORK' }, false, undated).map(({ field, fault }) => `${field} ${fault}`)).toEqual(['CONSENTED_ON MISSING']);
    expect(inputOf(typed, false)).toMatchObject({
      corps: null, languages: [{ language: 'el', level: 'C1' }], contact: { email: 'a@expert.example', locale: 'el' }, choices: { name: 'PUBLIC', institution: 'ADVISER', email: 'ADVISER', missions: 'NETWORK' }, consentedOn: '2025-02-03',
    });
  });

  test('that belongs to an account sends nothing of what its expert chooses there', () => {
    const input = inputOf(typedOf(SHEET), true);
    expect([input.contact, input.choices, input.consentedOn]).toEqual([undefined, undefined, undefined]);
  });

  test('that is new is closed, and says what is missing of it', () => {
    const typed = emptySheet('fr');
    expect(inputOf(typed, false)).toMatchObject({ choices: { name: 'ADVISER', institution: 'ADVISER', email: 'ADVISER', missions: 'ADVISER' }, contact: null, consentedOn: null, vouchedBy: null });
    const wrong = { ...typed, languages: [{ language: 'el', level: '' as const }], vouchedSince: '2024-05-01', email: 'nobody', nameVisibility: 'POST' as const };
    expect(faultsOf(wrong, false, typed).map(({ field, fault }) => `${field} ${fault}`)).toEqual([
      'NAME MISSING', 'PROFESSION MISSING', 'INSTITUTION MISSING', 'SUMMARY MISSING', 'LANGUAGES MISSING', 'VOUCHED_BY MISSING', 'CONTACT UNREADABLE', 'CONSENTED_ON MISSING',
    ]);
  });

  test('is unchanged by another order of what was ticked, and by a language without an address', () => {
    const base = typedOf({ ...SHEET, contact: null });
    expect(isChanged(base, tidied({ ...base, themes: ['PROTECTION', 'ASSISTANCE'], emailLocale: 'hu' }))).toBe(false);
    expect(isChanged(base, tidied({ ...base, corps: 'Corps judiciaire' }))).toBe(true);
  });

  test('that two have changed keeps what each has changed alone, and tells of what both have', () => {
    const base = typedOf(SHEET);
    const merged = merge(base, { ...base, summary: 'La mienne.', corps: 'Corps judiciaire' }, { ...base, summary: 'La leur.', countries: ['AL'] });
    expect([merged.conflicts, merged.typed.summary, merged.typed.corps, merged.typed.countries]).toEqual([['summary'], 'La mienne.', 'Corps judiciaire', ['AL']]);
  });
});
