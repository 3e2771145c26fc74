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
/** Those of a small map, where there is no room in Serbia. */
const SHORT_COLUMN: readonly MapCode[] = ['SI', 'HR', 'BA', 'RS', 'ME', 'XK', 'MK', 'AL'];
/** The countries that are named in the sea beside them: the side the text goes to, and the way from their point, in map units. */
const AT_SEA: Partial<Record<MapCode, { anchor: 'start' | 'end'; way: Point }>> = {
  MD: { anchor: 'start', way: [260, 1080] },
  CY: { anchor: 'end', way: [-240, 20] },
};
/** How long a line may be before it is broken, in letters. */
const LONGEST_NAME = 11;
const LONGEST_VALUE = 13;
/** The width of a letter to its height: more than most letters have. */
export const LETTER = 0.7;
/** Where the names of the column end at least and at most, and where their lines bend, in map units; pixels between a name and its line. */
const COLUMN_END = { least: 1300, most: 1640 };
const BEND = 1640;
const GAP = 6;

/** Places the labels on a map that is `width` pixels wide: large countries inside, the others beside the map or at sea. */
export function placeLabels(region: Region, texts: readonly LabelText[], width: number, writing: Writing): Label[] {
  const unit = region.width / width;
  const lines = new Map(texts.map((text) => [text.code, broken(text, writing)]));
  const rows = columnRows(region, lines, writing, unit);
  const widthOf = (code: MapCode): number => {
    const { nameLines, valueLines } = lines.get(code) ?? NOTHING;
    return Math.max(0, ...[...nameLines, ...valueLines].map(({ length }) => length)) * writing.size * LETTER * unit;
  };
  const end = Math.max(COLUMN_END.least, Math.min(COLUMN_END.most, Math.max(0, ...columnOf(writing).map(widthOf))));
  return texts.map(({ code }) => {
    const { nameLines, valueLines } = lines.get(code) ?? NOTHING;
    const count = nameLines.length + valueLines.length;
    const middle = rows.get(code);
    const place = middle === undefined ? inside(region, code, unit) : beside(region.countries[code].point, end, middle, unit);
    return {
      code, nameLines, valueLines, anchor: place.anchor, x: place.x, leader: place.leader,
      y: place.middle + ((1 - count) / 2 * writing.line + writing.size * 0.35) * unit,
      target: target(place, widthOf(code), Math.max(count * writing.line + 4, rows.has(code) || code in AT_SEA ? writing.target : 0) * unit, unit),
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

function beside(point: Point, end: number, middle: number, unit: number): Place {
  const start = end + GAP * unit;
  return { anchor: 'end', x: end, middle, leader: [[start, middle], [Math.max(BEND, start), middle], point] };
}

function target({ anchor, x, middle }: Place, width: number, height: number, unit: number): Label['target'] {
  // Room for the ring of the focus around the writing.
  const room = 4 * unit;
  const start = Math.max(0, { start: x, middle: x - width / 2, end: x - width }[anchor] - room);
  const end = { start: x + width, middle: x + width / 2, end: x }[anchor] + room;
  return [start, middle - height / 2, end - start, height];
}

/** The middle of each row of the column: one below the other without a gap, as a whole as near to the countries as it can be. */
function columnRows(region: Region, lines: ReadonlyMap<MapCode, Lines>, writing: Writing, unit: number): Map<MapCode, number> {
  const { line, target: least } = writing;
  const codes = columnOf(writing).filter((code) => lines.has(code));
  let height = 0;
  const rows = codes.map((code) => {
    const { nameLines, valueLines } = lines.get(code) ?? NOTHING;
    const own = Math.max((nameLines.length + valueLines.length) * line + 4, least) * unit;
    height += own;
    return { code, middle: height - own / 2 };
  });
  const wanted = rows.reduce((sum, { code, middle }) => sum + region.countries[code].point[1] - middle, 0) / Math.max(1, rows.length);
  const top = Math.max(0, Math.min(wanted, region.height - height));
  return new Map(rows.map(({ code, middle }) => [code, top + middle]));
}

type Lines = Pick<Label, 'nameLines' | 'valueLines'>;

const NOTHING: Lines = { nameLines: [], valueLines: [] };

function columnOf({ isShort }: Writing): readonly MapCode[] {
  return isShort ? SHORT_COLUMN : COLUMN;
}

function broken({ code, name, value }: LabelText, { isShort }: Writing): Lines {
  if (isShort && (SHORT_COLUMN.includes(code) || code in AT_SEA)) return { nameLines: [`${name} ${value}`], valueLines: [] };
  return { nameLines: breakLine(name, LONGEST_NAME), valueLines: breakLine(value, LONGEST_VALUE) };
}

/** Breaks a text between its words, or after a hyphen, into lines that are no longer than that unless a word is. */
export function breakLine(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of text.match(/[^ -]+-?|-/g) ?? []) {
    const last = lines.at(-1);
    const joined = last?.endsWith('-') && !last.endsWith(' -') ? last + word : `${last} ${word}`;
    if (last !== undefined && joined.length <= longest) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
