/** A mission as it stands: Nora and Ivo go to Sarajevo, and Ivo with her to Belgrade; one meeting has no hour, one was refused. */
import type { MissionToday } from './planSides.ts';

type Meeting = MissionToday['legs'][number]['meetings'][number];

const meeting = (key: string, changes: Partial<Meeting> = {}): Meeting => ({ key, category: 'JUSTICE', status: 'PROPOSED', day: null, starts: null, people: [], ...changes });
const leg = (code: string, country: string, meetings: Meeting[]): MissionToday['legs'][number] => ({ id: `MissionLeg_${code}`, city: { id: `City_${code}`, code }, country: { id: `Country_${country}`, code: country }, meetings });
const city = (code: string): { id: string; code: string } => ({ id: `City_${code}`, code });
const there = (memberKey: string, isSubstitute = false): Meeting['people'][number] => ({ memberKey, isSubstitute });

export const TODAY: MissionToday = {
  id: 'Mission_1', budget: { plannedCents: 90_000, unknownLines: 1 }, costs: [{ key: 'a', kind: 'FARE', plannedCents: 50_000 }, { key: 'b', kind: 'ALLOWANCE', plannedCents: 40_000 }, { key: 'c', kind: 'FARE', plannedCents: null }],
  journeys: [{ key: 'j', departsAt: '2027-11-08T07:00', arrivesAt: '2027-11-08T10:00', travellers: ['nora'], fromCity: city('paris'), toCity: city('sarajevo') }],
  members: [
    { key: 'nora', name: 'Nora', expert: { id: 'Expert_nora' }, stays: [{ legKey: 'sarajevo', arrivesAt: '2027-11-08T10:00', leavesAt: '2027-11-10T08:00' }] }, { key: 'ivo', name: 'Ivo', expert: null, stays: [{ legKey: 'belgrade', arrivesAt: '2027-11-09T20:00', leavesAt: '2027-11-10T17:00' }] },
    { key: 'ana', name: 'Ana', expert: null, stays: [] },
  ],
  legs: [
    leg('sarajevo', 'BA', [meeting('first', { day: '2027-11-09', starts: '09:00', people: [there('nora'), there('ivo', true)] }), meeting('second'), meeting('refused', { status: 'REFUSED', day: '2027-11-09', starts: '14:00' })]),
    leg('belgrade', 'RS', [meeting('third', { day: '2027-11-10', starts: '09:00', people: [there('nora'), there('ivo')] })]),
  ],
};
