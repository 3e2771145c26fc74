/** A mission as a board reads it: Sarajevo, Belgrade, Pristina, in a week with a holiday in Serbia on its Thursday. */
import type { Board, BoardJourney, BoardLeg, BoardMeeting, BoardMember } from './useBoard.ts';

export const text = (words: string): BoardLeg['city']['name'] => ({ text: words, locale: 'en', isFallback: false, isOutdated: false });

export function meetingOf(key: string, changes: Partial<BoardMeeting> = {}): BoardMeeting {
  return {
    key, day: '2027-11-10', starts: '10:00', minutes: 90, status: 'CONFIRMED', isDayOff: false, overrideReason: null, hostName: 'Host', placeName: null, organisation: null, subject: text(`Subject of ${key}`), windows: [], needs: [], languages: [], people: [], ...changes,
  };
}

export const personOf = (memberKey: string, changes: Partial<BoardMeeting['people'][number]> = {}): BoardMeeting['people'][number] => ({ memberKey, name: memberKey, kind: 'POLICE', isSubstitute: false, isEngagedElsewhere: false, isAway: false, ...changes });

export const languageOf = (code: string): BoardMeeting['languages'][number]['language'] => ({ id: `Language_${code}`, code, name: text(code) });

function legOf(key: string, country: string, city: string, days: readonly [string, string]): BoardLeg {
  return {
    id: `MissionLeg_${key}`, startsOn: days[0], endsOn: days[1], lodgingName: 'Hotel', consultation: { id: `Consultation_${key}`, state: 'AGREED' }, meetings: [],
    country: { id: `Country_${country}`, code: country, name: text(country), nameNote: null, holidays: country === 'RS' ? [{ date: '2027-11-11', name: text('Armistice Day'), correction: null }] : [] },
    city: { id: `City_${city}`, code: city, timeZone: 'Europe/Belgrade', latitude: 44, longitude: 20, name: text(city) },
  };
}

export function memberOf(key: string, stays: readonly (readonly [string, string, string])[], changes: Partial<BoardMember> = {}): BoardMember {
  return { key, name: key, kind: 'POLICE', isEngagedElsewhere: false, substituteForKey: null, clearances: [{ id: 'Clearance_1', fromOn: '2027-01-01', untilOn: '2027-12-31' }], expert: null, stays: stays.map(([legKey, arrivesAt, leavesAt]) => ({ legKey, arrivesAt, leavesAt })), ...changes };
}

const city = (name: string): BoardJourney['fromCity'] => ({ id: `City_${name}`, timeZone: 'Europe/Belgrade', name: text(name) });

export function boardOf(changes: Partial<Board> = {}): Board {
  return {
    id: 'Mission_1', state: 'PLANNED', isDemonstration: false, startsOn: '2027-11-08', endsOn: '2027-11-12', title: text('Mission'), team: [],
    legs: [legOf('ba', 'BA', 'Sarajevo', ['2027-11-08', '2027-11-09']), legOf('rs', 'RS', 'Belgrade', ['2027-11-10', '2027-11-11']), legOf('xk', 'XK', 'Pristina', ['2027-11-12', '2027-11-12'])],
    members: [memberOf('nora', [['ba', '2027-11-08T09:00', '2027-11-10T07:00'], ['rs', '2027-11-10T12:00', '2027-11-11T20:00']])],
    journeys: [{ key: 'road', mode: 'ROAD', departsAt: '2027-11-10T07:00', arrivesAt: '2027-11-10T12:00', carrier: null, travellers: ['nora'], fromCity: city('Sarajevo'), toCity: city('Belgrade') }], ...changes,
  };
}

/** The same with a leg changed, by its key. */
export const withLeg = (board: Board, key: string, changes: Partial<BoardLeg>): Board => ({ ...board, legs: board.legs.map((leg) => (leg.id === `MissionLeg_${key}` ? { ...leg, ...changes } : leg)) });

type Expert = NonNullable<BoardMember['expert']>;

/** An expert who works in some languages. */
export function expertOf(languages: Readonly<Record<string, Expert['languages'][number]['level']>>): Expert {
  return { id: 'Expert_1', languages: Object.entries(languages).map(([code, level]) => ({ level, language: languageOf(code) })), sheet: { expert: { id: 'Expert_1' } } };
}
