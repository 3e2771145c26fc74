import type { Cone, Point } from './region.ts';

const radians = (degrees: number): number => degrees * Math.PI / 180;

/** The place on the map of a place on the globe, given in degrees east and north. */
export function project({ parallels, meridian, scale, origin }: Cone, longitude: number, latitude: number): Point {
  const [low, high] = [Math.sin(radians(parallels[0])), Math.sin(radians(parallels[1]))];
  const n = (low + high) / 2;
  const distance = (sine: number): number => Math.sqrt(1 + low * high - 2 * n * sine) / n;
  const angle = n * radians(longitude - meridian);
  const r = distance(Math.sin(radians(latitude)));
  return [
    Math.round(origin[0] + scale * r * Math.sin(angle)),
    Math.round(origin[1] + scale * (r * Math.cos(angle) - distance(0))),
  ];
}
