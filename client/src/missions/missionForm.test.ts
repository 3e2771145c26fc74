import { describe, expect, test } from 'vitest';

import { keyOf } from '../core/editing/index.ts';
import { setLocale } from '../core/i18n/index.ts';
import { amountOf, emptyLeg, emptyMission, legFaults, missionComparing, missionFaults, missionInput, type TypedMission, typedLeg, typedMission } from './missionForm.ts';
import type { Leg, Mission } from './useMissions.ts';

const text = (words: string, locale: string) => ({ text: words, locale, isFallback: false, isOutdated: false });
const LEG = {
  id: 'MissionLeg_6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10', startsOn: '2031-11-09', endsOn: '2031-11-10', lodgingName: null, lodgingAddress: null, transport: null, country: { code: 'RS' }, city: { code: 'belgrade' },
  texts: [{ locale: 'fr', isSource: true, purpose: 'Échanges', note: null }, { locale: 'sr-Latn', isSource: false, purpose: 'Razgovori', note: 'x' }],
} as unknown as Leg;
const MISSION = {
  startsOn: '2031-11-08', endsOn: '2031-11-12', envelopeCents: 1_250_050, team: [{ kind: 'NGO', atLeast: 2 }], legs: [LEG],
  texts: [{ locale: 'en', isSource: false, title: 'Tour', purpose: null }, { locale: 'fr', isSource: true, title: 'Tournée', purpose: 'Pour' }],
  objectives: [{ key: 'k', text: text('Train', 'en'), texts: [{ locale: 'en', text: 'Train' }, { locale: 'fr', text: 'Former' }], recommendations: [{ id: 'Recommendation_x' }], needs: [{ id: 'Need_x' }], projects: [{ id: 'Project_x' }] }],
} as unknown as Mission;
const typed = (changes: Partial<TypedMission> = {}): TypedMission => ({ ...typedMission(MISSION), ...changes });

describe('a mission', () => {
  test('that is stored is typed in the language in which it was first written, and sent as it was', () => {
    expect(typedMission(MISSION)).toMatchObject({ sourceLocale: 'fr', title: 'Tournée', purpose: 'Pour', envelope: '12500.50', team: { NGO: '2', POLICE: '' }, objectives: [{ key: 'k', text: 'Former' }] });
    expect(missionInput(typed())).toEqual({ sourceLocale: 'fr', title: 'Tournée', purpose: 'Pour', startsOn: '2031-11-08', endsOn: '2031-11-12', envelopeCents: 1_250_050, team: [{ kind: 'NGO', atLeast: 2 }], objectives: [{ key: 'k', text: 'Former', recommendations: ['Recommendation_x'], needs: ['Need_x'], projects: ['Project_x'] }] });
  });

  test('that is new needs a magistrate, a police officer and somebody from an NGO, and its envelope is not known', () => {
    expect(missionInput(emptyMission('sq'))).toMatchObject({ envelopeCents: null, team: [{ kind: 'MAGISTRATE', atLeast: 1 }, { kind: 'POLICE', atLeast: 1 }, { kind: 'NGO', atLeast: 1 }] });
  });

  test('may cost what people write, with spaces and a comma', () => {
    expect(['12 500,50', '12\u202F500', '0', ' '].map((envelope) => missionInput(typed({ envelope })).envelopeCents)).toEqual([1_250_050, 1_250_000, 0, null]);
  });

  test.each(['fr', 'en', 'el', 'uk'] as const)('in %s is given back as it can be typed', async (locale) => {
    await setLocale(locale, []);
    const amounts = [0, 5, 50, 1_250_000, 1_250_050, 1_000_000_000];
    expect(amounts.map((cents) => missionInput(typed({ envelope: amountOf(cents) })).envelopeCents)).toEqual(amounts);
    expect(amountOf(1_250_050)).toBe(locale === 'en' ? '12500.50' : '12500,50');
    await setLocale('en', []);
  });

  test('is wrong without a title or days, with an amount that is none, and where a role needs nobody', () => {
    const wrong = (changes: Partial<TypedMission>) => missionFaults(typed(changes)).map(({ field, fault }) => `${field} ${fault}`);
    expect([wrong({}), wrong({ title: ' ' }), wrong({ startsOn: '', endsOn: '' }), wrong({ endsOn: '2031-11-07' })]).toEqual([[], ['TITLE MISSING'], ['STARTS MISSING', 'ENDS MISSING'], ['ENDS NOT_AFTER']]);
    expect([wrong({ envelope: 'much' }), wrong({ team: { ...typed().team, POLICE: '0' } }), wrong({ objectives: [{ key: 'k', text: '', recommendations: [], needs: [], projects: [] }] })]).toEqual([['ENVELOPE UNREADABLE'], ['TEAM OUT_OF_RANGE'], ['OBJECTIVES MISSING']]);
  });

  test('of two who have changed it mine stays where both did, and theirs is taken where they alone did', () => {
    const { typed: both, conflicts } = missionComparing.merge(typed(), typed({ title: 'La mienne' }), typed({ title: 'La leur', envelope: '9' }));
    expect([both.title, both.envelope, conflicts]).toEqual(['La mienne', '9', ['title']]);
  });
});

describe('a leg', () => {
  test('that is new begins when the one before ends, or with the mission', () => {
    expect([emptyLeg(MISSION, 'fr').startsOn, emptyLeg({ ...MISSION, legs: [] }, 'fr').startsOn]).toEqual(['2031-11-10', '2031-11-08']);
  });

  test('is wrong outside its mission, and without a place or a purpose', () => {
    const wrong = (changes: object) => legFaults({ ...typedLeg(LEG), ...changes }, MISSION).map(({ field, fault }) => `${field} ${fault}`);
    expect([wrong({}), wrong({ startsOn: '2031-11-07' }), wrong({ endsOn: '2031-11-13' }), wrong({ country: '', city: '', purpose: ' ' })]).toEqual([[], ['STARTS OUTSIDE'], ['ENDS OUTSIDE'], ['COUNTRY MISSING', 'CITY MISSING', 'PURPOSE MISSING']]);
    expect([keyOf(LEG), typedLeg(LEG).note]).toEqual(['6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10', '']);
  });
});
