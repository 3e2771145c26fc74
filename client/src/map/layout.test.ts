import { describe, expect, it } from 'vitest';

import { breakLine, type Label, placeLabels, type Writing } from './layout.ts';
import { region } from './region.fixture.ts';
import { MAP_CODES, type Point } from './region.ts';

const WRITING: Writing = { size: 14, line: 16, target: 44, isShort: false };
const LONG = { BA: 'Bosnia and Herzegovina', MK: 'North Macedonia', XK: 'Kosovo*', MD: 'Republica Moldova' } as Record<string, string>;

const texts = MAP_CODES.map((code) => ({ code, name: LONG[code] ?? 'Montenegro', value: code === 'XK' ? 'Not a party' : '2008 ○' }));

function place(width: number): Label[] {
  return placeLabels(region, texts, width, WRITING);
}

/** Whether two line segments cross. */
function cross([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point): number => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

describe('the names on the map', () => {
  it.each([640, 704, 832])('of small countries can be pressed one by one: 44 pixels high, none over another, %i pixels wide', (width) => {
    const unit = region.width / width;
    const column = place(width).filter(({ anchor, code }) => anchor === 'end' && code !== 'CY').sort((a, b) => a.y - b.y);
    expect(column.map(({ code }) => code)).toEqual(['SI', 'HR', 'BA', 'ME', 'XK', 'MK', 'AL']);
    column.forEach(({ target: [x, y, , height] }, i) => {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(height / unit).toBeGreaterThanOrEqual(44);
      const next = column[i + 1];
      if (next) expect(y + height).toBeLessThanOrEqual(next.target[1] + 0.001);
    });
  });

  it('have lines to their countries that never cross', () => {
    const lines = place(704).flatMap(({ leader }) => leader.slice(1).map((to, i): [Point, Point] => [leader[i] ?? to, to]));
    expect(lines.length).toBeGreaterThan(10);
    const crossings = lines.flatMap((line, i) => lines.slice(i + 1).filter((other) => line[1] !== other[0] && cross(line, other)));
    expect(crossings).toEqual([]);
  });

  it('are each in the map once, with the value below', () => {
    const labels = place(832);
    expect(labels.map(({ code }) => code)).toEqual([...MAP_CODES]);
    expect(labels.find(({ code }) => code === 'BA')).toMatchObject({ nameLines: ['Bosnia and', 'Herzegovina'], valueLines: ['2008 ○'] });
  });

  it('stand in one line with the value beside a small map, and in two inside it', () => {
    const labels = placeLabels(region, [{ code: 'AL', name: 'AL', value: '2008' }, { code: 'UA', name: 'UA', value: '2011' }], 288, { ...WRITING, isShort: true });
    expect(labels.map(({ nameLines, valueLines }) => [nameLines, valueLines])).toEqual([[['AL 2008'], []], [['UA'], ['2011']]]);
  });

  it('are broken between words and after hyphens only', () => {
    expect(breakLine('Bosnie-Herzégovine', 11)).toEqual(['Bosnie-', 'Herzégovine']);
    expect(breakLine('Δεν είναι συμβαλλόμενο μέρος', 13)).toEqual(['Δεν είναι', 'συμβαλλόμενο', 'μέρος']);
    expect(breakLine('Βοσνία - Ερζεγοβίνη', 11)).toEqual(['Βοσνία -', 'Ερζεγοβίνη']);
    expect(breakLine('Κοσσυφοπέδιο*', 11)).toEqual(['Κοσσυφοπέδιο*']);
    expect(breakLine('Mal i Zi', 11)).toEqual(['Mal i Zi']);
  });
});
