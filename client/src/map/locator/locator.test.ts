import { describe, expect, it } from 'vitest';

import { region } from '../region.fixture.ts';
import { MAP_CODES, type MapCode, type Point } from '../region.ts';
import { boxOf, type PlacedName, placeNames, ringsOf, type View, viewAround } from './locator.ts';

const NAMES = new Map(MAP_CODES.map((code) => [code, code === 'MK' ? 'Северна Македонија' : 'Унгарија']));
const WRITING = { size: 14, line: 16, width: 360 };

const placed = (code: MapCode, taken: readonly View[]): PlacedName[] => [...placeNames({ region, code, names: NAMES, taken, writing: WRITING })].filter((name) => name !== undefined);

/** The even-odd rule, edge by edge. */
function isOn(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let isInside = false;
  for (const ring of rings) {
    ring.forEach(([toX, toY], i) => {
      const [fromX, fromY] = ring.at(i - 1)!;
      if ((toY > y) !== (fromY > y) && x < (fromX - toX) * (y - toY) / (fromY - toY) + toX) isInside = !isInside;
    });
  }
  return isInside;
}

describe('the map beside a country', () => {
  it('knows land from sea', () => {
    const cyprus = ringsOf(region.countries.CY.path);
    expect(isOn(cyprus, region.countries.CY.point)).toBe(true);
    expect(isOn(cyprus, region.countries.GR.point)).toBe(false);
  });

  it.each(MAP_CODES)('shows %s whole, and names around it on their own land, none over another or over the capital', (code) => {
    const view = viewAround(region, code);
    const [west, north, east, south] = region.countries[code].bounds;
    expect(west > view[0] && north > view[1] && east < view[0] + view[2] && south < view[1] + view[3]).toBe(true);
    const [x, y] = region.countries[code].point;
    const capital: View = [x, y - view[3] / 40, view[2] / 4, view[3] / 20];
    const names = placed(code, [capital]);
    const boxes: View[] = [capital, ...names.map((name): View => {
      const [width, height] = boxOf(name.lines, WRITING, view);
      return [name.x - width / 2, name.y - height / 2, width, height];
    })];
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        expect(a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3]).toBe(false);
      }
    }
    for (const name of names) expect(isOn(ringsOf(region.countries[name.code].path), [name.x, name.y]), name.code).toBe(true);
  });

  it('names neighbours', () => {
    const names = placed('AL', []).map(({ code }) => code);
    expect(names).toEqual(expect.arrayContaining(['GR', 'ME', 'MK', 'XK']));
  });
});
