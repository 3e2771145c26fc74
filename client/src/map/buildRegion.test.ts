// @vitest-environment node
import { readFileSync } from 'node:fs';

import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';

import { readAtlas } from '../../scripts/atlas.ts';
import { type Atlas, type AtlasShape, buildRegion, countryFeatures, POINTS } from './buildRegion.ts';
import { project } from './cone.ts';
import { region } from './region.fixture.ts';
import { MAP_CODES, type Point } from './region.ts';

const atlas = readAtlas();

/** Places that atlases often give to another country, or to none. */
const DISPUTED = { Simferopol: [34.1, 44.95], Pristina: [21.166, 42.663], Kyrenia: [33.32, 35.34] } as const;

/** The name of each country that holds a place. */
function holders<Name>(features: readonly { name: Name; shape: Parameters<typeof geoContains>[0] }[], [longitude, latitude]: Point): Name[] {
  return features.filter(({ shape }) => geoContains(shape, [longitude, latitude])).map(({ name }) => name);
}

/** The atlas with other shapes in it. */
function withShapes(geometries: AtlasShape[]): Atlas {
  return { ...atlas, objects: { countries: { type: 'GeometryCollection', geometries } } };
}

const drawn = (from: Atlas) => countryFeatures(from).map((shape) => ({ name: shape.properties.code, shape }));

describe('the map of the region', () => {
  it('has the sixteen countries of the reference data, and no other', () => {
    const file = new URL('../../../server/reference/countries.json', import.meta.url);
    const { countries } = JSON.parse(readFileSync(file, 'utf8')) as { countries: { code: string }[] };
    expect(Object.keys(region.countries).sort()).toEqual(countries.map(({ code }) => code).sort());
    expect(countryFeatures(atlas)).toHaveLength(16);
  });

  it('has Crimea in Ukraine, Kosovo by itself and Cyprus whole', () => {
    const features = drawn(atlas);
    expect(holders(features, DISPUTED.Simferopol)).toEqual(['UA']);
    expect(holders(features, DISPUTED.Pristina)).toEqual(['XK']);
    expect(holders(features, DISPUTED.Kyrenia)).toEqual(['CY']);
  });

  it('would be seen to be wrong when drawn from the shapes as they come', () => {
    const raw = feature(atlas, atlas.objects.countries).features.map((shape) => ({ name: shape.properties.a3, shape }));
    expect(holders(raw, DISPUTED.Kyrenia)).toEqual(['CYN']);
    const SWAPPED: Record<string, string> = { UKR: 'RUS', RUS: 'UKR' };
    const given = withShapes(atlas.objects.countries.geometries.map((shape) =>
      ({ ...shape, properties: { ...shape.properties, a3: SWAPPED[shape.properties.a3] ?? shape.properties.a3 } })));
    expect(holders(drawn(given), DISPUTED.Simferopol)).toEqual([]);
  });

  it('cannot be drawn from an atlas that lacks a shape', () => {
    const without = atlas.objects.countries.geometries.filter(({ properties }) => properties.a3 !== 'XKX');
    expect(() => countryFeatures(withShapes(without))).toThrow('XK');
  });

  it('has each name, or the end of its line, in its own country', () => {
    const features = drawn(atlas);
    expect(MAP_CODES.filter((code) => holders(features, POINTS[code]).join() !== code)).toEqual([]);
  });

  it('is the one that the build writes', () => {
    expect(buildRegion(atlas)).toEqual(region);
  });

  it('puts a place of the globe where the drawing has it', () => {
    for (const code of MAP_CODES) {
      const [x, y] = project(region.cone, ...POINTS[code]);
      expect(Math.abs(x - region.countries[code].point[0]), code).toBeLessThanOrEqual(1);
      expect(Math.abs(y - region.countries[code].point[1]), code).toBeLessThanOrEqual(1);
    }
  });

  it('knows who borders on whom, over land', () => {
    expect(region.countries.AL.neighbours).toEqual(['GR', 'ME', 'MK', 'XK']);
    expect(region.countries.CY.neighbours).toEqual([]);
  });
});
