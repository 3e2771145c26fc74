import { project } from '../cone.ts';
import { LETTER } from '../layout.ts';
import type { View } from '../locator/locator.ts';
import { isMapCode, type Point, type Region } from '../region.ts';

/** A place that a way leads to, in the order of the way; a place that it leads to twice comes twice. */
export interface Stop {
  readonly key: string;
  /** The code of its country. */
  readonly country: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** A place on the map, with the numbers of its turns on the way. */
export interface Marked {
  readonly key: string;
  readonly numbers: readonly number[];
  readonly point: Point;
}

/** Where a name stands beside its place. */
export interface PlacedLabel {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** How large the writing and the marks are, in CSS pixels, and how wide the map. */
export interface MarkWriting {
  readonly size: number;
  readonly mark: number;
  readonly width: number;
}

/** Room around the places, as a share of the longer side, and the least side of a view, in map units. */
const AROUND = 0.25;
const SMALLEST = 2000;
/** The height of a view to its width. */
const RATIO = 0.7;

/** The places of a way, each once. */
export function markedOf({ cone }: Pick<Region, 'cone'>, stops: readonly Stop[]): Marked[] {
  const found = new Map<string, Marked>();
  for (const [n, { key, longitude, latitude }] of stops.entries()) {
    const before = found.get(key);
    found.set(key, before ? { ...before, numbers: [...before.numbers, n + 1] } : { key, numbers: [n + 1], point: project(cone, longitude, latitude) });
  }
  return [...found.values()];
}

/** The part of the map with all of some places and the middles of their countries. */
export function viewOf(region: Region, stops: readonly Stop[]): View {
  const points = [...stops.map(({ longitude, latitude }) => project(region.cone, longitude, latitude)), ...stops.flatMap(({ country }) => (isMapCode(country) ? [region.countries[country].point] : []))];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.max(SMALLEST, (east - west) * (1 + 2 * AROUND), ((south - north) * (1 + 2 * AROUND)) / RATIO);
  const height = width * RATIO;
  return [(west + east - width) / 2, (north + south - height) / 2, width, height];
}

/** Where the names of places stand: after the mark, before it, above or below, wherever there is room first; none where there is none, as the list has it. */
export function placeMarks(view: View, marked: readonly Marked[], names: ReadonlyMap<string, string>, { size, mark, width }: MarkWriting): PlacedLabel[] {
  const unit = view[2] / width;
  const [radius, line, gap] = [mark * unit, size * 1.3 * unit, 5 * unit];
  const taken: View[] = marked.map(({ point: [x, y] }) => [x - radius, y - radius, 2 * radius, 2 * radius]);
  return marked.flatMap(({ key, point: [x, y] }) => {
    const wide = (names.get(key)?.length ?? 0) * size * LETTER * unit;
    const ways: readonly { readonly box: View; readonly anchor: PlacedLabel['anchor']; readonly x: number }[] = [
      { anchor: 'start', x: x + radius + gap, box: [x + radius + gap, y - line / 2, wide, line] }, { anchor: 'end', x: x - radius - gap, box: [x - radius - gap - wide, y - line / 2, wide, line] },
      { anchor: 'middle', x, box: [x - wide / 2, y - radius - gap - line, wide, line] }, { anchor: 'middle', x, box: [x - wide / 2, y + radius + gap, wide, line] },
    ];
    const free = ways.find(({ box }) => isWithin(box, view) && !taken.some((other) => overlaps(box, other)));
    if (!free) return [];
    taken.push(free.box);
    return [{ key, x: free.x, y: free.box[1] + line / 2 + size * 0.35 * unit, anchor: free.anchor }];
  });
}

const isWithin = ([x, y, width, height]: View, [left, top, wide, high]: View): boolean => x >= left && y >= top && x + width <= left + wide && y + height <= top + high;
const overlaps = ([x, y, width, height]: View, [left, top, wide, high]: View): boolean => x < left + wide && left < x + width && y < top + high && top < y + height;
