import { geoConicEqualArea, type GeoConicProjection, type GeoContext, geoPath } from 'd3-geo';
import type { Feature, MultiPolygon } from 'geojson';
import { merge, neighbors } from 'topojson-client';
import type { MultiPolygon as Shapes, Polygon as Shape, Topology } from 'topojson-specification';

import { type Cone, MAP_CODES, type MapCode, type Point, type Region, type RegionCountry } from './region.ts';

/** A shape of the atlas, with the three letters of its country. */
export type AtlasShape = (Shape | Shapes) & { properties: { name: string; a3: string } };

/** The atlas as Visionscarto publishes it. */
export type Atlas = Topology<{ countries: { type: 'GeometryCollection'; geometries: AtlasShape[] } }>;

/** The shapes of the atlas that make up each country. Cyprus is whole: the atlas draws its north apart. */
const SHAPES: Readonly<Record<MapCode, readonly string[]>> = {
  AL: ['ALB'], BA: ['BIH'], BG: ['BGR'], CY: ['CYP', 'CYN'], GR: ['GRC'], HR: ['HRV'], HU: ['HUN'], MD: ['MDA'],
  ME: ['MNE'], MK: ['MKD'], RO: ['ROU'], RS: ['SRB'], SI: ['SVN'], TR: ['TUR'], UA: ['UKR'], XK: ['XKX'],
};

/** Where the name of each country stands, or the line from it ends: degrees east and north. */
export const POINTS: Readonly<Record<MapCode, Point>> = {
  AL: [19.95, 40.75], BA: [17.6, 44.3], BG: [25.2, 42.75], CY: [33.2, 35.0], GR: [22.0, 39.4], HR: [15.4, 44.85], HU: [19.3, 47.25],
  MD: [28.6, 47.2], ME: [19.2, 42.85], MK: [21.6, 41.6], RO: [24.7, 45.85], RS: [20.9, 44.0], SI: [14.7, 46.1], TR: [34.6, 39.1],
  UA: [31.6, 49.2], XK: [20.9, 42.6],
};

const WIDTH = 8000;
const HEIGHT = 5840;
/** Room for the names west of the countries, and for the water and land around them, in map units. */
const MARGIN = { west: 1640, north: 340 };
/** The width of the sixteen countries in map units. */
const COUNTRIES_WIDTH = 6260;
/** How far the land goes on beyond the edges, for the maps that look closer at a country by the edge. */
const BEYOND = 1600;
const PARALLELS: Cone['parallels'] = [38, 49];
const MERIDIAN = 28;

/** The sixteen countries, each one shape on the globe, named by its code. */
export function countryFeatures(atlas: Atlas): Feature<MultiPolygon, { code: MapCode }>[] {
  return MAP_CODES.map((code) => {
    const own = shapes(atlas).filter(({ properties }) => SHAPES[code].includes(properties.a3));
    if (own.length !== SHAPES[code].length) throw new Error(`The atlas lacks a shape of ${code}`);
    return { type: 'Feature', properties: { code }, geometry: merge(atlas, own) };
  });
}

/** Draws the region from the atlas: projected, cut to size and in whole units. */
export function buildRegion(atlas: Atlas): Region {
  const features = countryFeatures(atlas);
  const projection = geoConicEqualArea().parallels([...PARALLELS]).rotate([-MERIDIAN, 0]).precision(0)
    .fitWidth(COUNTRIES_WIDTH, { type: 'FeatureCollection', features });
  const [x, y] = projection.translate();
  projection.translate([x + MARGIN.west, y + MARGIN.north])
    .clipExtent([[-BEYOND, -BEYOND], [WIDTH + BEYOND, HEIGHT + BEYOND]]);
  const neighbours = landNeighbours(atlas);
  const drawn = new Map(features.map(({ properties: { code }, geometry }) => [code, draw(projection, geometry)]));
  const countries = forEach((code): RegionCountry => ({
    ...drawn.get(code) ?? { path: '', bounds: [0, 0, 0, 0] }, point: place(projection, POINTS[code]), neighbours: neighbours[code],
  }));
  const others = shapes(atlas).filter(({ properties }) => !codeOf(properties.a3));
  return {
    width: WIDTH,
    height: HEIGHT,
    cone: { parallels: PARALLELS, meridian: MERIDIAN, scale: Math.round(projection.scale() * 10) / 10, origin: place(projection.clipExtent(null), [MERIDIAN, 0]) },
    land: draw(projection.clipExtent([[-BEYOND, -BEYOND], [WIDTH + BEYOND, HEIGHT + BEYOND]]), merge(atlas, others)).path,
    countries,
  };
}

function shapes(atlas: Atlas): AtlasShape[] {
  return atlas.objects.countries.geometries;
}

/** A record with something for each country of the map. */
function forEach<Value>(give: (code: MapCode) => Value): Record<MapCode, Value> {
  return Object.fromEntries(MAP_CODES.map((code) => [code, give(code)])) as Record<MapCode, Value>;
}

function codeOf(a3: string): MapCode | undefined {
  return MAP_CODES.find((code) => SHAPES[code].includes(a3));
}

function landNeighbours(atlas: Atlas): Record<MapCode, MapCode[]> {
  const all = shapes(atlas);
  const found = forEach(() => new Set<MapCode>());
  neighbors(all).forEach((others, i) => {
    const code = codeOf(all[i]?.properties.a3 ?? '');
    for (const other of others) {
      const beside = codeOf(all[other]?.properties.a3 ?? '');
      if (code && beside && beside !== code) found[code].add(beside);
    }
  });
  return forEach((code) => MAP_CODES.filter((other) => found[code].has(other)));
}

function place(projection: GeoConicProjection, [longitude, latitude]: Point): Point {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0];
  return [Math.round(x), Math.round(y)];
}

function draw(projection: GeoConicProjection, geometry: MultiPolygon): Pick<RegionCountry, 'path' | 'bounds'> {
  const pen = new Pen();
  geoPath(projection, pen)(geometry);
  const points = pen.rings.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { path: pen.path(), bounds: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
}

/** Takes what is drawn in whole units; rings that shrink to nothing are left out. */
class Pen implements GeoContext {
  private readonly drawn: Point[][] = [];

  get rings(): Point[][] {
    return this.drawn.filter(({ length }) => length > 2);
  }

  beginPath(): void {
    this.drawn.length = 0;
  }

  moveTo(x: number, y: number): void {
    this.drawn.push([[Math.round(x), Math.round(y)]]);
  }

  lineTo(x: number, y: number): void {
    const ring = this.drawn.at(-1);
    const last = ring?.at(-1);
    const next: Point = [Math.round(x), Math.round(y)];
    if (!last || last[0] !== next[0] || last[1] !== next[1]) ring?.push(next);
  }

  arc(): void {
    throw new Error('Only land is drawn');
  }

  closePath(): void {
    const ring = this.drawn.at(-1);
    const [first, last] = [ring?.[0], ring?.at(-1)];
    if (ring && first && last && first[0] === last[0] && first[1] === last[1]) ring.pop();
  }

  /** The rings as an SVG path: each point told by its distance from the one before. */
  path(): string {
    let [x, y] = [0, 0];
    return this.rings.map((ring) => {
      const steps = ring.map(([toX, toY]) => {
        const step = `${toX - x} ${toY - y}`;
        [x, y] = [toX, toY];
        return step;
      });
      [x, y] = ring[0] ?? [x, y];
      return `m${steps[0]}l${steps.slice(1).join(' ')}z`.replaceAll(' -', '-');
    }).join('');
  }
}
