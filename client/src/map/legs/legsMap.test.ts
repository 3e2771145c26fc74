import { describe, expect, it } from 'vitest';

import { markedOf, placeMarks, viewOf } from './legsMap.ts';
import { region } from '../region.fixture.ts';

const SARAJEVO = { key: 'sarajevo', country: 'BA', longitude: 18.4131, latitude: 43.8563 };
const BELGRADE = { key: 'belgrade', country: 'RS', longitude: 20.4489, latitude: 44.7866 };
const PRISTINA = { key: 'pristina', country: 'XK', longitude: 21.1655, latitude: 42.6629 };
const WRITING = { size: 15, mark: 12, width: 560 };
const WAY = [SARAJEVO, BELGRADE, PRISTINA];

describe('a way on the map', () => {
  it('marks each place once, with each of its turns', () => {
    expect(markedOf(region, [...WAY, SARAJEVO]).map(({ key, numbers }) => [key, numbers])).toEqual([['sarajevo', [1, 4]], ['belgrade', [2]], ['pristina', [3]]]);
  });

  it('is seen whole, with room around it, at one shape whatever the way', () => {
    for (const stops of [WAY, [PRISTINA], [{ ...SARAJEVO, country: 'none' }, { key: 'nicosia', country: 'CY', longitude: 33.36, latitude: 35.17 }]]) {
      const [x, y, width, height] = viewOf(region, stops);
      for (const { point } of markedOf(region, stops)) {
        expect(point[0]).toBeGreaterThan(x + width / 20);
        expect(point[0]).toBeLessThan(x + width - width / 20);
        expect(point[1]).toBeGreaterThan(y + height / 20);
        expect(point[1]).toBeLessThan(y + height - height / 20);
      }
      expect(height / width).toBeCloseTo(0.7);
    }
  });

  it('names each place beside its mark, none over another', () => {
    const view = viewOf(region, WAY);
    const labels = placeMarks(view, markedOf(region, WAY), new Map([['sarajevo', 'Sarajevo'], ['belgrade', 'Belgrade'], ['pristina', 'Pristina']]), WRITING);
    expect(labels.map(({ key }) => key)).toEqual(['sarajevo', 'belgrade', 'pristina']);
  });

  it('leaves a name out where there is no room, rather than putting it over others', () => {
    const crowd = Array.from({ length: 9 }, (_, n) => ({ ...BELGRADE, key: `place ${n}`, longitude: 20.4489 + (n % 3) * 0.15, latitude: 44.7866 + Math.floor(n / 3) * 0.1 }));
    const labels = placeMarks(viewOf(region, crowd), markedOf(region, crowd), new Map(crowd.map(({ key }) => [key, 'A place with a long name'])), WRITING);
    expect(labels.length).toBeLessThan(9);
  });
});
