import type { Meeting, Person, Problem } from './problem.ts';
import type { Place } from './travel.ts';
import type { Instant } from './units.ts';

/**
 * Public instances of the team orienteering problem with time windows (Righini and Salani 2009; Montemanni and Gambardella 2009, after Solomon 1987 and Cordeau, Gendreau and Laporte
 * 1997) as problems: a vertex is a place with a meeting, a vehicle a person who is a party of their own. A minute stands for a tenth or a hundredth of the instance’s unit of time,
 * as distances are cut after one decimal (Solomon) or two (Cordeau); nothing is rounded otherwise.
 */

/** A vertex, in the file’s units: where, how long serving takes, what it is worth, and from when to when serving may begin. The first one is the depot. */
export interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly service: number;
  readonly profit: number;
  readonly opens: number;
  readonly closes: number;
}

/** Coordinates have three decimals at most. */
const THOUSANDTHS = 1000;

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;

/** The vertices of a file: two lines of head, then a line each: number, x, y, service, profit, frequency, count of visits, so many of these, opening, closing. Throws RangeError for a text that is no such file. */
export function readToptw(text: string): Vertex[] {
  const lines = text.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const vertices = lines.slice(2).filter((line) => line.length >= 9).map((line) => ({ x: line[1]!, y: line[2]!, service: line[3]!, profit: line[4]!, opens: line.at(-2)!, closes: line.at(-1)! }));
  if (vertices.some(({ x, y }) => ![x, y].every((one) => isWhole(one * THOUSANDTHS)))) throw new RangeError('A coordinate has more than three decimals');
  if (vertices.length !== (lines[0]?.[2] ?? NaN) + 1 || vertices.some((vertex) => Object.values(vertex).some(Number.isNaN))) throw new RangeError('Not an instance of the TOPTW');
  return vertices;
}

/** The largest integer whose square is not above another integer. */
function root(square: number): number {
  let found = Math.floor(Math.sqrt(square));
  while (found * found > square) found -= 1;
  while ((found + 1) * (found + 1) <= square) found += 1;
  return found;
}

/** The distance in tenths or hundredths, cut: in integers, so that no rounding of floats moves it. */
export function distance(a: Vertex, b: Vertex, perUnit: number): number {
  const [dx, dy] = [Math.round((a.x - b.x) * THOUSANDTHS), Math.round((a.y - b.y) * THOUSANDTHS)];
  const square = (dx * dx + dy * dy) * perUnit * perUnit;
  return root((square - square % THOUSANDTHS ** 2) / THOUSANDTHS ** 2);
}

/** `v007`: so that the order of ids is that of the file. */
export const vertexId = (number: number): string => `v${String(number).padStart(3, '0')}`;

const place = (_: Vertex, number: number): Place => ({ id: vertexId(number), countryId: 'plane', zoneId: 'UTC', transferMinutes: 0, bufferMinutes: 0 });

function meeting({ service, profit, opens, closes }: Vertex, number: number, scaled: (value: number) => Instant): Meeting {
  const id = vertexId(number);
  return {
    id, placeId: id, serviceMinutes: scaled(service), windows: [{ id: `${id}-window`, bounds: 'START', from: scaled(opens), until: scaled(closes) }], profit, isMandatory: false, isOnlyAdviser: false, side: 'AUTHORITY',
    isVictimAssistance: false, excusedDays: [], needs: [{ id: `${id}-need`, kind: 'OTHER', atLeast: 1 }], languages: [], needIds: [], otherCents: 0, provides: null,
  };
}

const person = (number: number): Person => ({
  id: `vehicle-${number}`, roles: ['OTHER'], mayCountForSeveral: false, languages: [], startPlaceId: vertexId(0), endPlaceId: vertexId(0), maxDaysAway: null, blocks: [], isReserve: false, enteredFrom: {}, engagementCents: 0,
  lodgedAt: [], lastMissionOn: null, balanceGroup: null,
});

/** The problem of an instance for so many vehicles; `perUnit` 10 for Solomon’s, 100 for Cordeau’s. */
export function problemOfToptw(vertices: readonly Vertex[], vehicles: number, perUnit: 10 | 100): Problem {
  const scaled = (value: number): Instant => Math.round(value * perUnit);
  const places = vertices.map(place);
  return {
    format: 'passerelle.problem', version: 1, period: { earliestDeparture: scaled(vertices[0]!.opens), latestReturn: scaled(vertices[0]!.closes) }, tzdata: 'none', zones: [{ id: 'UTC', offsets: [{ from: 0, minutes: 0 }] }],
    countries: [{ id: 'plane', isAbstract: true, workingHours: null, daysOff: [] }], places, meetings: vertices.slice(1).map((vertex, n) => meeting(vertex, n + 1, scaled)), precedences: [],
    persons: Array.from({ length: vehicles }, (_, n) => person(n + 1)), teamRule: [], maxParties: vehicles, riding: 'TOGETHER', maxTeam: null, maxCountries: null, maxNights: null,
    travel: [{ type: 'MATRIX', id: 'plane', placeIds: places.map(({ id }) => id), minutes: vertices.map((from) => vertices.map((to) => distance(from, to, perUnit))) }],
    borderRules: null, workRules: null, allowances: null, interpreters: [], limits: [], pins: [], former: null, goals: [{ id: 'profit', terms: [{ measure: 'PROFIT', weight: 1 }] }], efforts: [],
  };
}
