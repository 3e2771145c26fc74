/**
 * Plans some missions of no meaning, so that what plans are searched with is compiled by the time somebody waits for one: a program of JavaScript is slow where it runs for the first time, and again where what it meets is unlike what it was compiled for. So they have the
 * shapes of real ones, few countries and many, and each of their details is drawn by itself: cities with flights and coaches, half-days, people who are not always free, roles, languages with and without interpreters, terms, a border, an envelope.
 */
import { type Dated, DEFAULT_WORK, dayNumber, dayOf, type Interpreter, type Meeting, type Person, type Problem, type Service } from '@passerelle/shared/planning.ts';
import { planMission } from '../planner/mission/index.ts';

interface Shape {
  readonly cities: number;
  readonly meetings: number;
  readonly people: number;
  /** Calendar days, from a Monday on. */
  readonly days: number;
}

const SHAPES: readonly Shape[] = [{ cities: 16, meetings: 16, people: 200, days: 12 }, { cities: 3, meetings: 24, people: 40, days: 5 }, { cities: 8, meetings: 20, people: 100, days: 9 }];
/** How many of them, and how much of each is tried: two seconds of a processor. */
const MISSIONS = 15;
const LIMITS = { seed: 1, maxWork: 4_000, maxLabels: 4_000 };

const MONDAY = dayNumber('2024-01-01');
const HOME = 'home';
const cityOf = (n: number): string => `city-${n}`;
const countryOf = (n: number): string => `country-${n}`;
const at = (day: number, hour: number): number => ((MONDAY + day) * 24 + hour) * 60;
const dated = (id: string): Dated => ({ id, validFrom: '2024-01-01', validUntil: null, source: { text: 'invented', url: null, checkedOn: null, isVerified: false } });
const list = <T>(count: number, of: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => of(n));

/** Draws that are the same for the same numbers, and as good as any: the next of them each time. */
function drawsOf(mission: number, kind: number, n: number): (count: number) => number {
  let state = Math.imul(mission * 31 + kind, 0x9e3779b1) ^ Math.imul(n * 17 + 3, 0x85ebca6b);
  return (count) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    return ((state ^ (state >>> 13)) >>> 4) % count;
  };
}

function meetingOf(mission: number, n: number, { cities, days }: Shape): Meeting {
  const draw = drawsOf(mission, 1, n);
  const side = (['POLICE', 'JUSTICE', 'NGO', 'AUTHORITY'] as const)[draw(4)]!;
  const kind = { POLICE: 'POLICE' as const, JUSTICE: 'MAGISTRATE' as const, NGO: 'NGO' as const, AUTHORITY: null }[side];
  const window = (w: number) => {
    const [day, from] = [draw(days), draw(2) === 0 ? 540 : 780];
    return { id: `m${n}-w${w}`, bounds: 'SERVICE' as const, day: dayOf(MONDAY + (day % 7 < 5 ? day : 0)), from, until: from + 240 };
  };
  return {
    id: `m${n}`, placeId: cityOf(n % cities), serviceMinutes: [60, 90, 120][draw(3)]!, windows: cities > 10 || draw(3) === 0 ? list(2, window) : null, profit: 5 + draw(16), isMandatory: false, isOnlyAdviser: false, side,
    isVictimAssistance: side === 'NGO' && draw(2) === 0, excusedDays: [], needs: kind && draw(2) === 0 ? [{ id: `m${n}-need`, kind, atLeast: 1 }] : [],
    languages: draw(3) === 0 ? [{ id: `m${n}-language`, anyOf: [{ language: 'sr', atLeast: 'B2' }], mayInterpret: draw(3) !== 0 }] : [], needIds: [`need-${n % cities}`], otherCents: [0, 0, 10_000][draw(3)]!, provides: null,
  };
}

function personOf(mission: number, n: number, days: number): Person {
  const draw = drawsOf(mission, 2, n);
  const block = (b: number) => {
    const from = draw(days);
    return { id: `p${n}-b${b}`, from: at(from, 0), until: at(from + 1 + draw(2), 0), cause: (['ENGAGED', 'NOT_CLEARED', 'ANSWERED_NO'] as const)[draw(3)]! };
  };
  return {
    id: `p${n}`, roles: [(['POLICE', 'MAGISTRATE', 'NGO', 'SOCIAL'] as const)[draw(4)]!], mayCountForSeveral: false, languages: [{ language: 'fr', level: 'NATIVE' as const }, ...(draw(4) === 0 ? [{ language: 'sr', level: (['B1', 'B2', 'C1'] as const)[draw(3)]! }] : [])],
    startPlaceId: HOME, endPlaceId: HOME, maxDaysAway: draw(6) === 0 ? 3 + draw(days) : null, blocks: draw(3) === 0 ? [] : list(1 + draw(2), block), isReserve: draw(10) === 0, enteredFrom: {}, engagementCents: [0, 0, 5_000, 20_000][draw(4)]!, lodgedAt: [], lastMissionOn: null, balanceGroup: null,
  };
}

function service(from: string, to: string, countries: readonly string[], more: Pick<Service, 'mode' | 'minutes' | 'fareCents' | 'departs'>): Service {
  return { ...dated(`${from}-${to}`), type: 'SERVICE', from, to, seats: null, countries, weekdays: [1, 2, 3, 4, 5, 6, 7], isRest: false, isOffered: true, ...more };
}

function linksOf(mission: number, n: number, { cities }: Shape): Service[] {
  const draw = drawsOf(mission, 3, n);
  const [minutes, fareCents] = [150 + 30 * draw(3), 12_000 + 1_000 * draw(15)];
  const near = [...new Set([1, 2, cities - 1, cities - 2].map((step) => (n + step) % cities))].filter((m) => m !== n);
  return [
    service(HOME, cityOf(n), ['home', countryOf(n)], { mode: 'FLIGHT', minutes, fareCents, departs: { at: [420, 1020] } }), service(cityOf(n), HOME, [countryOf(n), 'home'], { mode: 'FLIGHT', minutes, fareCents, departs: { at: [600, 1080] } }),
    ...near.map((m) => service(cityOf(n), cityOf(m), [countryOf(n), countryOf(m)], { mode: 'COACH', minutes: 90 + 30 * draw(8), fareCents: 3_000 + 500 * draw(10), departs: { at: [480, 840, 1050] } })),
  ];
}

/** An invented mission by its number. */
export function inventedMission(mission: number): Problem {
  const shape = SHAPES[mission % SHAPES.length]!;
  const { cities, meetings, people, days } = shape;
  const place = (id: string, countryId: string) => ({ id, countryId, zoneId: 'zone', transferMinutes: 30, bufferMinutes: 60 });
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, until: 1020 }));
  return {
    format: 'passerelle.problem', version: 1, period: { earliestDeparture: at(0, 5), latestReturn: at(days - 1, 22) }, tzdata: 'invented', zones: [{ id: 'zone', offsets: [{ from: 0, minutes: 60 }] }],
    countries: ['home', ...list(cities, countryOf)].map((id) => ({ id, isAbstract: false, workingHours: hours, daysOff: [] })), places: [place(HOME, 'home'), ...list(cities, (n) => place(cityOf(n), countryOf(n)))],
    meetings: list(meetings, (n) => meetingOf(mission, n, shape)), precedences: cities < 10 ? [{ id: 'first', before: 'm0', after: `m${cities}`, gapMinutes: 60, kind: 'IF_BOTH' }] : [], persons: list(people, (n) => personOf(mission, n, days)),
    teamRule: (['MAGISTRATE', 'POLICE', 'NGO'] as const).map((kind) => ({ id: `team-${kind}`, kind, atLeast: 1, scope: 'MISSION' })), maxParties: 1, riding: 'TOGETHER', maxTeam: 5, maxCountries: null, maxNights: null,
    travel: list(cities, (n) => linksOf(mission, n, shape)).flat(), borderRules: [{ ...dated('border'), type: 'LAST_ENTRY', from: countryOf(0), to: countryOf(1), unlessEnteredFrom: [countryOf(1)], exceptPersons: [] }], workRules: [{ ...dated('work'), ...DEFAULT_WORK }],
    allowances: {
      rules: [{ ...dated('terms'), night: { permille: 650, from: 0, until: 300 }, isNightWhole: true, lunch: { permille: 175, from: 720, until: 840 }, dinner: { permille: 175, from: 1140, until: 1260 } }],
      rates: list(cities, (n) => ({ ...dated(`rate-${n}`), countryId: countryOf(n), centsPerDay: 9_000 + 500 * n, micros: 1_000_000 })),
    },
    interpreters: list(cities, (n): Interpreter => ({ ...dated(`interpreter-${n}`), language: 'sr', placeIds: [cityOf(n)], atOnce: 1, per: 'HALF_DAY', halfDayAt: 780, cents: 20_000 })), limits: [{ id: 'envelope', kinds: ['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'], cents: 150_000 * days }],
    pins: [], former: null, efforts: [], goals: [
      { id: 'profit', terms: [{ measure: 'PROFIT', weight: 1 }] }, { id: 'countries', terms: [{ measure: 'COUNTRIES_SERVED', weight: 1, countryIds: list(cities, countryOf) }] }, { id: 'cost', terms: [{ measure: 'COST_CENTS', weight: -1 }] }, { id: 'nights', terms: [{ measure: 'NIGHTS', weight: -1 }] },
    ],
  };
}

/** Ends at once when `stops` says so. */
export function warmUp(stops: () => boolean = () => false): void {
  for (let mission = 0; mission < MISSIONS && !stops(); mission += 1) planMission({ problem: inventedMission(mission), ...LIMITS }, { shouldStop: stops });
}
