/**
 * Plans some missions of no meaning, so that what plans are searched with is compiled by the time somebody waits for one: a program of JavaScript is slow where it runs for the first time. They have the
 * shape of real ones: cities with flights and coaches, half-days, people who are not always free, roles, languages with and without interpreters, terms, a border, an envelope.
 */
import { type Dated, DEFAULT_WORK, dayNumber, dayOf, type Interpreter, type Meeting, type Person, type Problem, type Service } from '@passerelle/shared/planning.ts';
import { planMission } from '../planner/mission/index.ts';

const CITIES = 10;
const MEETINGS = 12;
const PEOPLE = 100;
const DAYS = 10;
/** How many of them, and how much of each is tried: two seconds of a processor. */
const MISSIONS = 12;
const LIMITS = { seed: 1, maxWork: 4_000, maxLabels: 4_000 };

const MONDAY = dayNumber('2024-01-01');
const HOME = 'home';
const city = (n: number): string => `city-${n % CITIES}`;
const country = (n: number): string => `country-${n % CITIES}`;
const at = (day: number, hour: number): number => ((MONDAY + day) * 24 + hour) * 60;
const dated = (id: string): Dated => ({ id, validFrom: '2024-01-01', validUntil: null, source: { text: 'invented', url: null, checkedOn: null, isVerified: false } });
const list = <T>(count: number, of: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => of(n));
/** The same for the same numbers, and as good as any. */
const mixed = (a: number, b: number): number => Math.abs(Math.imul(a * 31 + 7, 0x9e3779b1) ^ Math.imul(b * 17 + 3, 0x85ebca6b)) >>> 5;

function meetingOf(mission: number, n: number): Meeting {
  const draw = mixed(mission, n);
  const kind = (['POLICE', 'MAGISTRATE', 'NGO'] as const)[draw % 3]!;
  const window = (w: number) => ({ id: `m${n}-w${w}`, bounds: 'SERVICE' as const, day: dayOf(MONDAY + ((draw >> w) % 5) + 7 * ((draw >> (w + 2)) % 2)), from: w % 2 === 0 ? 540 : 780, until: w % 2 === 0 ? 780 : 1020 });
  return {
    id: `m${n}`, placeId: city(draw >> 3), serviceMinutes: [60, 90, 120][draw % 3]!, windows: draw % 3 !== 0 ? null : list(2, window), profit: 5 + (draw % 16), isMandatory: false, isOnlyAdviser: false, side: (['POLICE', 'JUSTICE', 'NGO', 'AUTHORITY'] as const)[draw % 4]!,
    isVictimAssistance: draw % 5 === 0, excusedDays: [], needs: draw % 2 === 0 ? [{ id: `m${n}-need`, kind, atLeast: 1 }] : [], languages: draw % 3 === 0 ? [{ id: `m${n}-language`, anyOf: [{ language: 'sr', atLeast: 'B2' }], mayInterpret: draw % 9 !== 0 }] : [],
    needIds: [`need-${draw % 4}`], otherCents: 0, provides: null,
  };
}

function personOf(mission: number, n: number): Person {
  const draw = mixed(mission + 100, n);
  const from = draw % DAYS;
  return {
    id: `p${n}`, roles: [(['POLICE', 'MAGISTRATE', 'NGO', 'SOCIAL'] as const)[draw % 4]!], mayCountForSeveral: false, languages: draw % 4 === 1 ? [{ language: 'sr', level: 'C1' }] : [], startPlaceId: HOME, endPlaceId: HOME, maxDaysAway: draw % 6 === 0 ? DAYS - 2 : null,
    blocks: draw % 3 === 0 ? [] : [{ id: `p${n}-block`, from: at(from, 0), until: at(from + 1, 0), cause: 'ENGAGED' }], isReserve: draw % 10 === 0, enteredFrom: {}, engagementCents: [0, 0, 5_000][draw % 3]!, lodgedAt: [], lastMissionOn: null, balanceGroup: null,
  };
}

function service(from: string, to: string, countries: readonly string[], more: Pick<Service, 'mode' | 'minutes' | 'fareCents' | 'departs'>): Service {
  return { ...dated(`${from}-${to}`), type: 'SERVICE', from, to, seats: null, countries, weekdays: [1, 2, 3, 4, 5, 6, 7], isRest: false, isOffered: true, ...more };
}

const linksOf = (n: number): Service[] => [
  service(HOME, city(n), ['home', country(n)], { mode: 'FLIGHT', minutes: 150, fareCents: 15_000 + 500 * n, departs: { at: [420, 1020] } }), service(city(n), HOME, [country(n), 'home'], { mode: 'FLIGHT', minutes: 150, fareCents: 15_000 + 500 * n, departs: { at: [600, 1080] } }),
  ...[1, 2, CITIES - 1].map((step) => service(city(n), city(n + step), [country(n), country(n + step)], { mode: 'COACH', minutes: 120 + 30 * step, fareCents: 4_000, departs: { at: [480, 840, 1050] } })),
];

/** An invented mission by its number. */
export function inventedMission(mission: number): Problem {
  const place = (id: string, countryId: string) => ({ id, countryId, zoneId: 'zone', transferMinutes: 30, bufferMinutes: 60 });
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, until: 1020 }));
  return {
    format: 'passerelle.problem', version: 1, period: { earliestDeparture: at(0, 5), latestReturn: at(DAYS - 1, 22) }, tzdata: 'invented', zones: [{ id: 'zone', offsets: [{ from: 0, minutes: 60 }] }],
    countries: ['home', ...list(CITIES, country)].map((id) => ({ id, isAbstract: false, workingHours: hours, daysOff: [] })), places: [place(HOME, 'home'), ...list(CITIES, (n) => place(city(n), country(n)))],
    meetings: list(MEETINGS, (n) => meetingOf(mission, n)), precedences: [{ id: 'first', before: 'm0', after: 'm1', gapMinutes: 60, kind: 'IF_BOTH' }], persons: list(PEOPLE, (n) => personOf(mission, n)),
    teamRule: (['MAGISTRATE', 'POLICE', 'NGO'] as const).map((kind) => ({ id: `team-${kind}`, kind, atLeast: 1, scope: 'MISSION' })), maxParties: 1, riding: 'TOGETHER', maxTeam: 5, maxCountries: null, maxNights: null,
    travel: list(CITIES, linksOf).flat(), borderRules: [{ ...dated('border'), type: 'LAST_ENTRY', from: country(0), to: country(1), unlessEnteredFrom: [country(1)], exceptPersons: [] }], workRules: [{ ...dated('work'), ...DEFAULT_WORK }],
    allowances: {
      rules: [{ ...dated('terms'), night: { permille: 650, from: 0, until: 300 }, isNightWhole: true, lunch: { permille: 175, from: 720, until: 840 }, dinner: { permille: 175, from: 1140, until: 1260 } }],
      rates: list(CITIES, (n) => ({ ...dated(`rate-${n}`), countryId: country(n), centsPerDay: 9_000 + 500 * n, micros: 1_000_000 })),
    },
    interpreters: list(CITIES, (n): Interpreter => ({ ...dated(`interpreter-${n}`), language: 'sr', placeIds: [city(n)], atOnce: 1, per: 'HALF_DAY', halfDayAt: 780, cents: 20_000 })), limits: [{ id: 'envelope', kinds: ['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'], cents: 1_500_000 }],
    pins: [], former: null, efforts: [], goals: [
      { id: 'profit', terms: [{ measure: 'PROFIT', weight: 1 }] }, { id: 'countries', terms: [{ measure: 'COUNTRIES_SERVED', weight: 1, countryIds: list(CITIES, country) }] }, { id: 'cost', terms: [{ measure: 'COST_CENTS', weight: -1 }] }, { id: 'nights', terms: [{ measure: 'NIGHTS', weight: -1 }] },
    ],
  };
}

/** Ends at once when `stops` says so. */
export function warmUp(stops: () => boolean = () => false): void {
  for (let mission = 0; mission < MISSIONS && !stops(); mission += 1) planMission({ problem: inventedMission(mission), ...LIMITS }, { shouldStop: stops });
}
