import { breakLine, LETTER } from '../layout.ts';
import { MAP_CODES, type MapCode, type Point, type Region } from '../region.ts';

/** A part of the map: its left and top edges, its width and height, in map units. */
export type View = readonly [x: number, y: number, width: number, height: number];

/** A name on the map of one country, in the middle of its box. */
export interface PlacedName {
  readonly code: MapCode;
  readonly lines: readonly string[];
  readonly x: number;
  /** The middle of its lines. */
  readonly y: number;
}

/** The size of the writing in CSS pixels and the width of the map in CSS pixels. */
export interface LocatorWriting {
  readonly size: number;
  readonly line: number;
  readonly width: number;
}

/** Room around a country, as a share of its longer side, and the least side of a view, in map units. */
const AROUND = 0.32;
const SMALLEST = 1150;
const LONGEST = 11;
const GRID = 26;
/** A place of the grid is in the middle of a row. */
const ROWS = GRID * 3;

/** The part of the map around a country: as high as wide. */
export function viewAround({ countries }: Region, code: MapCode): View {
  const [west, north, east, south] = countries[code].bounds;
  const side = Math.max(SMALLEST, Math.max(east - west, south - north) * (1 + 2 * AROUND));
  return [(west + east - side) / 2, (north + south - side) / 2, side, side];
}

/** The rings of an SVG path of the map. */
export function ringsOf(path: string): Point[][] {
  let [x, y] = [0, 0];
  return path.split('z').filter(Boolean).map((ring) => {
    const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
    const points: Point[] = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) points.push([x += numbers[i] ?? 0, y += numbers[i + 1] ?? 0]);
    [x, y] = points[0] ?? [x, y];
    return points;
  });
}

/** Where the edges of a country cross the middle of each row of a view, from top to bottom: asked many times, it answers at once. */
type Land = (place: Point) => boolean;

/** The land that rings enclose, as rows of a view; a place counts as in the middle of its row. */
function landOf(rings: readonly (readonly Point[])[], [, top, , height]: View): Land {
  const row = height / ROWS;
  const crossings = Array.from({ length: ROWS }, (): number[] => []);
  for (const ring of rings) {
    ring.forEach(([toX, toY], i) => {
      const [fromX, fromY] = ring.at(i - 1) ?? [toX, toY];
      const last = Math.min(ROWS, Math.ceil((Math.max(fromY, toY) - top) / row - 0.5));
      for (let at = Math.max(0, Math.ceil((Math.min(fromY, toY) - top) / row - 0.5)); at < last; at += 1) {
        crossings[at]!.push(fromX + (toX - fromX) * (top + (at + 0.5) * row - fromY) / (toY - fromY));
      }
    });
  }
  return ([x, y]) => (crossings[Math.floor((y - top) / row)] ?? []).filter((crossing) => crossing < x).length % 2 === 1;
}

/** The box that lines take up, in map units: its width and height. */
export function boxOf(lines: readonly string[], { size, line, width }: LocatorWriting, view: View): Point {
  const unit = view[2] / width;
  return [Math.max(...lines.map(({ length }) => length)) * size * LETTER * unit, lines.length * line * unit];
}

/** What the names around a country are placed by: `taken` is what is there already. */
export interface Placing {
  readonly region: Region;
  readonly code: MapCode;
  readonly names: ReadonlyMap<MapCode, string>;
  readonly taken: readonly View[];
  readonly writing: LocatorWriting;
}

/** Places the names of the countries around one, one at a time, each on its own land, clear of each other and of what is taken; undefined for one that has no place. */
export function* placeNames({ region, code, names, taken, writing }: Placing): Generator<PlacedName | undefined> {
  const view = viewAround(region, code);
  const own = landOf(ringsOf(region.countries[code].path), view);
  const boxes = [...taken];
  const near = region.countries[code].neighbours;
  const others = [...near, ...MAP_CODES.filter((other) => other !== code && !near.includes(other))];
  for (const other of others) {
    const name = names.get(other);
    if (!name || !touches(view, region.countries[other].bounds)) continue;
    const lines = breakLine(name, LONGEST);
    const [width, height] = boxOf(lines, writing, view);
    const land = landOf(ringsOf(region.countries[other].path), view);
    const place = best(view, [width, height], (box) => score(box, boxes, land, own), land);
    if (place) boxes.push(boxAt(place, [width, height]));
    yield place && { code: other, lines, x: place[0], y: place[1] };
  }
}

function touches([x, y, width, height]: View, [west, north, east, south]: readonly [number, number, number, number]): boolean {
  return west < x + width && east > x && north < y + height && south > y;
}

function boxAt([x, y]: Point, [width, height]: Point): View {
  return [x - width / 2, y - height / 2, width, height];
}

/** The place of the grid whose box has the best score; of equals, the one nearest to the middle of the land in view. */
function best(view: View, size: Point, scoreOf: (box: View) => number, isOn: Land): Point | undefined {
  const [x, y, width, height] = view;
  const grid = Array.from({ length: GRID * GRID }, (_, i): Point => [x + width * ((i % GRID) + 0.5) / GRID, y + height * (Math.floor(i / GRID) + 0.5) / GRID]);
  const land = grid.filter(isOn);
  const middle = [0, 1].map((axis) => land.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / land.length);
  const distance = (point: Point): number => Math.hypot(point[0] - (middle[0] ?? 0), point[1] - (middle[1] ?? 0)) / width;
  const scored = land
    .filter((point) => inView(boxAt(point, size), view))
    .map((point) => ({ point, score: scoreOf(boxAt(point, size)) - distance(point) }))
    .filter(({ score }) => score > 0);
  return scored.sort((a, b) => b.score - a.score)[0]?.point;
}

function inView([x, y, width, height]: View, [left, top, wide, high]: View): boolean {
  const edge = wide / 60;
  return x >= left + edge && y >= top + edge && x + width <= left + wide - edge && y + height <= top + high - edge;
}

/** How much of a box is on its own land, less what is on the country in the middle; nothing when it is taken. */
function score(box: View, taken: readonly View[], land: Land, middle: Land): number {
  const [x, y, width, height] = box;
  const gap = height / 4;
  const isTaken = taken.some(([left, top, wide, high]) =>
    left - gap < x + width && x < left + wide + gap && top - gap < y + height && y < top + high + gap);
  if (isTaken) return 0;
  const samples = [0, 0.25, 0.5, 0.75, 1].flatMap((across) => [0, 0.5, 1].map((down): Point => [x + width * across, y + height * down]));
  return samples.filter(land).length - 2 * samples.filter(middle).length + 1;
}
