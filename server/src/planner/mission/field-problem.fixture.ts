/** Missions by a seed whose shape is that of real ones: capitals, daily flights and coaches between neighbours, hosts with half-days, experts who are not always free. All of it is invented. */
import { type Interpreter, DEFAULT_WORK, dayNumber, dayOf, type Meeting, type Person, type Problem, type Service } from '@passerelle/shared/planning.ts';
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { dated } from '@passerelle/shared/planning/worked-example.fixture.ts';

export interface Shape {
  readonly countries: number;
  readonly meetings: number;
  readonly experts: number;
  /** Calendar days, from a Monday on. */
  readonly days: number;
}

/** A week in three countries with more meetings than fit, missions with one meeting in each of many countries, and those that are too large to be looked through. */
export const SHAPES = {
  week: { countries: 3, meetings: 25, experts: 40, days: 5 }, n16: { countries: 16, meetings: 16, experts: 200, days: 12 }, n20: { countries: 20, meetings: 20, experts: 200, days: 16 }, n25: { countries: 25, meetings: 25, experts: 200, days: 19 },
  forty: { countries: 4, meetings: 40, experts: 50, days: 8 }, fifty: { countries: 5, meetings: 50, experts: 60, days: 10 }, sixty: { countries: 6, meetings: 60, experts: 60, days: 12 },
} as const satisfies Readonly<Record<string, Shape>>;

const MONDAY = dayNumber('2027-11-08');
const at = (day: number, minute: number): number => (MONDAY + day) * 1440 + minute - 60;
const hour = (n: number): number => n * 60;
const SIDES = [{ side: 'POLICE', kind: 'POLICE' }, { side: 'JUSTICE', kind: 'MAGISTRATE' }, { side: 'NGO', kind: 'NGO' }, { side: 'AUTHORITY', kind: null }] as const;
const capital = (country: number): string => `C${country}`;

function windowsOf(draw: Draw, id: string, days: number): Meeting['windows'] {
  const working = Array.from({ length: days }, (_, n) => n).filter((day) => day % 7 < 5);
  return draw.list(2, (n) => {
    const [day, from] = [draw.of(working), draw.of([9, 13])];
    return { id: `${id}-w${n}`, bounds: 'SERVICE', day: dayOf(MONDAY + day), from: hour(from), until: hour(from + 4) };
  });
}

function meetingOf(draw: Draw, n: number, { countries, days }: Shape): Meeting {
  const id = `m${n}`;
  const { side, kind } = draw.of(SIDES);
  const isOnly = countries > 10;
  return {
    id, placeId: capital(n % countries), serviceMinutes: draw.of([60, 90, 120]), windows: isOnly || draw.once(3) ? windowsOf(draw, id, days) : null, profit: 5 + draw.below(16), isMandatory: false, isOnlyAdviser: false, side, isVictimAssistance: side === 'NGO' && draw.once(2),
    excusedDays: [], needs: kind && draw.once(2) ? [{ id: `${id}-need`, kind, atLeast: 1 }] : [], languages: draw.once(3) ? [{ id: `${id}-language`, anyOf: [{ language: 'sr', atLeast: 'B2' }], mayInterpret: !draw.once(3) }] : [],
    needIds: [`need-${n % countries}`], otherCents: draw.of([0, 0, 10_000]), provides: null,
  };
}

function personOf(draw: Draw, n: number, days: number): Person {
  const block = (b: number) => {
    const from = draw.below(days);
    return { id: `p${n}-b${b}`, from: at(from, 0), until: at(from + 1 + draw.below(2), 0), cause: draw.of(['ENGAGED', 'NOT_CLEARED', 'ANSWERED_NO'] as const) };
  };
  return {
    id: `p${n}`, roles: [draw.of(['POLICE', 'POLICE', 'MAGISTRATE', 'MAGISTRATE', 'NGO', 'SOCIAL'] as const)], mayCountForSeveral: false, languages: [{ language: 'fr', level: 'NATIVE' }, ...(draw.once(4) ? [{ language: 'sr', level: draw.of(['B1', 'B2', 'C1'] as const) }] : [])],
    startPlaceId: 'PAR', endPlaceId: 'PAR', maxDaysAway: draw.once(6) ? 3 + draw.below(days) : null, blocks: draw.once(3) ? [] : draw.list(1 + draw.below(2), block), isReserve: draw.once(10), enteredFrom: {}, engagementCents: draw.of([0, 0, 5_000, 20_000]), lodgedAt: [],
    lastMissionOn: null, balanceGroup: null,
  };
}

/** Flights twice a day from Paris and back, and to the four nearest capitals by day. */
function servicesOf(draw: Draw, countries: number): Service[] {
  const spots = draw.list(countries, () => [draw.below(1000), draw.below(1000)] as const);
  const distance = (a: number, b: number): number => Math.hypot(spots[a]![0] - spots[b]![0], spots[a]![1] - spots[b]![1]);
  const one = (from: string, to: string, more: Pick<Service, 'mode' | 'minutes' | 'fareCents' | 'departs' | 'countries'>): Service => ({ ...dated(`${from}-${to}`), type: 'SERVICE', from, to, seats: null, weekdays: [1, 2, 3, 4, 5, 6, 7], isRest: false, isOffered: true, ...more });
  const country = (n: number): string => `c${n}`;
  return Array.from({ length: countries }, (_, n) => n).flatMap((n) => {
    const fareCents = 12_000 + 1_000 * draw.below(15);
    const minutes = 150 + 30 * draw.below(3);
    const near = Array.from({ length: countries }, (_, m) => m).filter((m) => m !== n).sort((a, b) => distance(n, a) - distance(n, b) || a - b).slice(0, 4);
    return [
      one('PAR', capital(n), { mode: 'FLIGHT', minutes, fareCents, departs: { at: [hour(7), hour(17)] }, countries: ['FR', country(n)] }), one(capital(n), 'PAR', { mode: 'FLIGHT', minutes, fareCents, departs: { at: [hour(10), hour(18)] }, countries: [country(n), 'FR'] }),
      ...near.map((m) => one(capital(n), capital(m), { mode: 'COACH', minutes: 90 + 30 * Math.round(distance(n, m) / 120), fareCents: 3_000 + 500 * draw.below(10), departs: { at: [hour(8), hour(14), hour(17) + 30] }, countries: [country(n), country(m)] })),
    ];
  });
}

/** The same for the same seed and shape. */
export function fieldProblem(seed: number, shape: Shape): Problem {
  const draw = new Draw(seed);
  const { countries, meetings, experts, days } = shape;
  const list = Array.from({ length: countries }, (_, n) => n);
  const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: hour(9), until: hour(17) }));
  const place = (id: string, countryId: string) => ({ id, countryId, zoneId: 'CET', transferMinutes: 30, bufferMinutes: 60 });
  return {
    format: 'passerelle.problem', version: 1, period: { earliestDeparture: at(0, hour(6)), latestReturn: at(days - 1, hour(22)) }, tzdata: 'drawn', zones: [{ id: 'CET', offsets: [{ from: 0, minutes: 60 }] }],
    countries: ['FR', ...list.map((n) => `c${n}`)].map((id) => ({ id, isAbstract: false, workingHours: week, daysOff: [] })), places: [place('PAR', 'FR'), ...list.map((n) => place(capital(n), `c${n}`))],
    meetings: draw.list(meetings, (n) => meetingOf(draw, n, shape)), precedences: countries === 3 ? list.map((n) => ({ id: `first-${n}`, before: `m${n}`, after: `m${n + 3}`, gapMinutes: 60, kind: 'IF_BOTH' })) : [],
    persons: draw.list(experts, (n) => personOf(draw, n, days)), teamRule: (['MAGISTRATE', 'POLICE', 'NGO'] as const).map((kind) => ({ id: `team-${kind}`, kind, atLeast: 1, scope: 'MISSION' })), maxParties: 1, riding: 'TOGETHER', maxTeam: 5, maxCountries: null,
    maxNights: null, travel: servicesOf(draw, countries), borderRules: [{ ...dated('closed'), type: 'LAST_ENTRY', from: 'c0', to: 'c1', unlessEnteredFrom: ['c1'], exceptPersons: [] }], workRules: [{ ...dated('work'), ...DEFAULT_WORK }],
    allowances: {
      rules: [{ ...dated('terms'), night: { permille: 650, from: 0, until: 300 }, isNightWhole: true, lunch: { permille: 175, from: 720, until: 840 }, dinner: { permille: 175, from: 1140, until: 1260 } }],
      rates: list.map((n) => ({ ...dated(`rate-c${n}`), countryId: `c${n}`, centsPerDay: 9_000 + 1_000 * draw.below(5), micros: 1_000_000 })),
    },
    interpreters: list.map((n): Interpreter => ({ ...dated(`int-${n}`), language: 'sr', placeIds: [capital(n)], atOnce: 1, per: 'HALF_DAY', halfDayAt: 780, cents: 20_000 })), limits: [{ id: 'envelope', kinds: ['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'], cents: 150_000 * days }], pins: [],
    former: null, goals: [
      { id: 'profit', terms: [{ measure: 'PROFIT', weight: 1 }] }, { id: 'countries', terms: [{ measure: 'COUNTRIES_SERVED', weight: 1, countryIds: list.map((n) => `c${n}`) }] }, { id: 'cost', terms: [{ measure: 'COST_CENTS', weight: -1 }] }, { id: 'nights', terms: [{ measure: 'NIGHTS', weight: -1 }] },
    ],
    efforts: [],
  };
}
