/** The countries of the map, by the code that the API names them by. */
export const MAP_CODES = ['AL', 'BA', 'BG', 'CY', 'GR', 'HR', 'HU', 'MD', 'ME', 'MK', 'RO', 'RS', 'SI', 'TR', 'UA', 'XK'] as const;

/** The code of a country of the map. */
export type MapCode = (typeof MAP_CODES)[number];

/** A place on the map, in its units: to the right, and down. */
export type Point = readonly [x: number, y: number];

/** Albers’ cone that the map is drawn on: degrees for its parallels and its meridian, map units for the rest. */
export interface Cone {
  readonly parallels: readonly [number, number];
  readonly meridian: number;
  /** Map units to the radius of the Earth. */
  readonly scale: number;
  /** Where the meridian crosses the equator. */
  readonly origin: Point;
}

/** A country as it is drawn. */
export interface RegionCountry {
  /** Its land, as the `d` of an SVG path. */
  readonly path: string;
  /** The smallest x and y and the largest x and y of its land. */
  readonly bounds: readonly [number, number, number, number];
  /** Where its name stands, or where the line from its name ends. */
  readonly point: Point;
  /** The countries of the map that it has a land border with. */
  readonly neighbours: readonly MapCode[];
}

/** The map of the region: sixteen countries, and the land around them. */
export interface Region {
  readonly width: number;
  readonly height: number;
  readonly cone: Cone;
  /** The land of all other countries, as the `d` of an SVG path; it goes on beyond the edges. */
  readonly land: string;
  readonly countries: Readonly<Record<MapCode, RegionCountry>>;
}

/** Whether a text is the code of a country of the map. */
export function isMapCode(code: string): code is MapCode {
  return (MAP_CODES as readonly string[]).includes(code);
}
