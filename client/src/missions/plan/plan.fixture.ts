/** A plan through Sarajevo and Belgrade for two people, and things that sentences are about. */
import type { LocalizedValue } from '../../core/ui/index.ts';
import type { Plan, PlanJourney, PlanPage, PlanRef, PlanSentence } from './usePlan.ts';

export const named = (text: string): LocalizedValue & { readonly isFallback: boolean } => ({ text, locale: 'fr', isFallback: false, isOutdated: false });

const moment = (local: string): Plan['meetings'][number]['starts'] => ({ at: new Date(`${local}:00+01:00`).toISOString(), local, timeZone: 'Europe/Belgrade' });
const source = { text: 'Somebody', url: null, checkedOn: null, isVerified: false };

export function refOf(kind: PlanRef['kind'], changes: Partial<PlanRef> = {}): PlanRef {
  return {
    kind, id: `id of ${kind}`, meetingKey: null, otherMeetingKey: null, personKey: null, cause: null, part: null, languages: [], mode: null, fromCity: null, toCity: null, countryCode: null, fromCountry: null, toCountry: null, rule: null, pin: null, isChosen: false, bound: null, costKind: null,
    amount: null, day: null, from: null, until: null, hours: null, source: null, ...changes,
  };
}

export const sentenceOf = (code: PlanSentence['code'], about: readonly PlanRef[] = [], changes: Partial<PlanSentence> = {}): PlanSentence => ({ code, about: [...about], amount: null, measure: null, day: null, from: null, until: null, ...changes });

const journey = (linkCode: string, [fromCity, toCity]: readonly [string, string], [departs, arrives]: readonly [string, string]): PlanJourney => ({ linkCode, fromCity, toCity, mode: 'ROAD', personKeys: ['nora', 'ivo'], departs: moment(departs), arrives: moment(arrives), source });
const journeys = [journey('paris-sarajevo', ['paris', 'sarajevo'], ['2027-11-08T07:00', '2027-11-08T10:00']), journey('sarajevo-belgrade', ['sarajevo', 'belgrade'], ['2027-11-09T14:00', '2027-11-09T19:30']), journey('belgrade-paris', ['belgrade', 'paris'], ['2027-11-10T17:00', '2027-11-10T20:00'])];
const meeting = (meetingKey: string, city: string, [starts, ends]: readonly [string, string], who: readonly string[]): Plan['meetings'][number] =>
  ({ meetingKey, city, isFixed: false, interpreted: [], starts: moment(starts), ends: moment(ends), attends: who.map((personKey) => ({ personKey, roles: ['POLICE' as const] })) });

export const PLAN: Plan = {
  formerChanges: null, worth: 30, balance: 0, nights: 4, countries: ['BA', 'RS'], travellers: ['nora', 'ivo'].map((personKey) => ({ personKey, roles: ['POLICE'], startCity: 'paris', isStartAssumed: false, nights: 2, journeys })),
  meetings: [meeting('third', 'belgrade', ['2027-11-10T09:00', '2027-11-10T10:30'], ['nora', 'ivo']), meeting('first', 'sarajevo', ['2027-11-09T09:00', '2027-11-09T10:00'], ['nora']), meeting('second', 'sarajevo', ['2027-11-09T09:30', '2027-11-09T10:30'], ['ivo'])],
  costs: { totalCents: 0, envelopeCents: null, sums: [], lines: [] },
};

export const PAGE: PlanPage = {
  viewer: { email: 'adviser@passerelle.example', can: { planMissions: true } }, countries: [{ id: 'Country_RS', code: 'RS', name: named('Serbie'), nameNote: null }, { id: 'Country_XK', code: 'XK', name: named('Kosovo'), nameNote: named('Note') }],
  themes: [{ id: 'Theme_ASSISTANCE', code: 'ASSISTANCE', name: named('Assistance') }],
  languages: [{ id: 'Language_SR', code: 'SR', name: named('serbe') }], cities: ['sarajevo', 'belgrade'].map((code) => ({ id: `City_${code}`, code, countryIso: code === 'sarajevo' ? 'BA' : 'RS', timeZone: 'Europe/Belgrade', longitude: 20, latitude: 44, name: named(code) })),
  mission: {
    id: 'Mission_1', isDemonstration: true, startsOn: '2027-11-08', endsOn: '2027-11-10', envelopeCents: null, title: named('Mission'), can: { searchPlan: true }, planSearches: [],
    legs: [{ id: 'MissionLeg_1', city: { id: 'City_belgrade', code: 'belgrade' }, country: { id: 'Country_RS', code: 'RS', holidays: [{ date: '2027-11-11', name: named('Jour de l’armistice'), correction: null }] }, meetings: [{ key: 'first', subject: named('Parquet') }, { key: 'third', subject: named('Marché') }] }],
  },
};
