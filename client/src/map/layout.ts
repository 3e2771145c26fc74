import type { MapCode, Point, Region } from './region.ts';

/** What is written for a country: its name and below it its value. */
export interface LabelText {
  readonly code: MapCode;
  readonly name: string;
  readonly value: string;
}

/** Where a label stands, in map units. */
export interface Label {
  readonly code: MapCode;
  readonly nameLines: readonly string[];
  readonly valueLines: readonly string[];
  readonly anchor: 'start' | 'middle' | 'end';
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
  /** The place to press: x, y, width and height. */
  readonly target: readonly [number, number, number, number];
  /** The line from the label to a country too small to hold it. */
  readonly leader: readonly Point[];
}

/** How large the writing is, in CSS pixels. */
export interface Writing {
  readonly size: number;
  readonly line: number;
  /** The least height of what can be pressed. */
  readonly target: number;
  /** The name and the value in one line beside a small map. */
  readonly isShort: boolean;
}

/** The countries that are named west of the map, from north to south. */
const COLUMN: readonly MapCode[] = ['SI', 'HR', 'BA', 'ME', 'XK', 'MK', 'AL'];
/** The countries that are named in the sea beside them: the side the text goes to, and the way from their point, in map units. */
const AT_SEA: Partial<Record<MapCode, { anchor: 'start' | 'end'; way: Point }>> = {
  MD: { anchor: 'start', way: [260, 1080] },
  CY: { anchor: 'end', way: [-240, 20] },
};
/** How long a line may be before it is broken, in letters. */
const LONGEST_NAME = 11;
const LONGEST_VALUE = 16;
/** The width of a letter to its height, at most on average. */
const LETTER = 0.62;
/** Where the names of the column end, and where their lines bend, in map units; pixels between a name and its line. */
const COLUMN_END = 1300;
const BEND = 190;
const GAP = 6;

/** Places the labels on a map that is `width` pixels wide: large countries inside, the others beside the map or at sea. */
export function placeLabels(region: Region, texts: readonly LabelText[], width: number, writing: Writing): Label[] {
  const unit = region.width / width;
  const lines = new Map(texts.map((text) => [text.code, broken(text, writing)]));
  const rows = columnRows(region, lines, writing, unit);
  return texts.map(({ code }) => {
    const { nameLines, valueLines } = lines.get(code) ?? { nameLines: [], valueLines: [] };
    const count = nameLines.length + valueLines.length;
    const widest = Math.max(...[...nameLines, ...valueLines].map(({ length }) => length)) * writing.size * LETTER * unit;
    const place = rows.has(code) ? beside(region, code, rows.get(code) ?? 0, unit) : inside(region, code, unit);
    const middle = place.middle;
    return {
      code, nameLines, valueLines, anchor: place.anchor, x: place.x, leader: place.leader,
      y: middle + ((1 - count) / 2 * writing.line + writing.size * 0.35) * unit,
      target: target(place, widest, Math.max(count * writing.line + 4, rows.has(code) || code in AT_SEA ? writing.target : 0) * unit),
    };
  });
}

interface Place {
  readonly anchor: Label['anchor'];
  readonly x: number;
  readonly middle: number;
  readonly leader: readonly Point[];
}

function inside(region: Region, code: MapCode, unit: number): Place {
  const { point } = region.countries[code];
  const sea = AT_SEA[code];
  if (!sea) return { anchor: 'middle', x: point[0], middle: point[1], leader: [] };
  const end: Point = [point[0] + sea.way[0], point[1] + sea.way[1]];
  const gap = GAP * unit * (sea.anchor === 'end' ? -1 : 1);
  return { anchor: sea.anchor, x: end[0] + gap, middle: end[1], leader: code === 'CY' ? [] : [end, point] };
}

function beside(region: Region, code: MapCode, middle: number, unit: number): Place {
  const start = COLUMN_END + GAP * unit;
  return { anchor: 'end', x: COLUMN_END, middle, leader: [[start, middle], [COLUMN_END + BEND, middle], region.countries[code].point] };
}

function target({ anchor, x, middle }: Place, width: number, height: number): Label['target'] {
  const start = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return [Math.max(0, start), middle - height / 2, start < 0 ? width + start : width, height];
}

/** The middle of each row of the column: one below the other without a gap, as a whole as near to the countries as it can be. */
function columnRows(region: Region, lines: ReadonlyMap<MapCode, Lines>, { line, target: least }: Writing, unit: number): Map<MapCode, number> {
  const codes = COLUMN.filter((code) => lines.has(code));
  let height = 0;
  const rows = codes.map((code) => {
    const { nameLines, valueLines } = lines.get(code) ?? { nameLines: [], valueLines: [] };
    const own = Math.max((nameLines.length + valueLines.length) * line + 4, least) * unit;
    height += own;
    return { code, middle: height - own / 2 };
  });
  const wanted = rows.reduce((sum, { code, middle }) => sum + region.countries[code].point[1] - middle, 0) / Math.max(1, rows.length);
  const top = Math.max(0, Math.min(wanted, region.height - height));
  return new Map(rows.map(({ code, middle }) => [code, top + middle]));
}

type Lines = Pick<Label, 'nameLines' | 'valueLines'>;

function broken({ code, name, value }: LabelText, { isShort }: Writing): Lines {
  if (isShort && (COLUMN.includes(code) || code in AT_SEA)) return { nameLines: [`${name} ${value}`], valueLines: [] };
  return { nameLines: breakLine(name, LONGEST_NAME), valueLines: breakLine(value, LONGEST_VALUE) };
}

/** Breaks a text that is too long in two, as near to its middle as its words allow. */
export function breakLine(text: string, longest: number): string[] {
  if (text.length <= longest) return [text];
  const breaks = [...text.matchAll(/ - |[ -]/g)].map(({ index, 0: mark }) => index + mark.length);
  const best = breaks.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return best === undefined ? [text] : [text.slice(0, best).trimEnd(), text.slice(best)];
}
