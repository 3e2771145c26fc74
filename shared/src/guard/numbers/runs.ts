import type { Reading } from '../reading.ts';

/** Digits that stand together. `digits` may hold one A or B, as the French number of the Corsicans does. */
export interface Group {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** Groups of digits with nothing but signs between them, as long numbers are written. */
export type Run = readonly Group[];

const LOOKALIKES: Readonly<Record<string, string>> = { o: '0', ο: '0', i: '1', l: '1', ι: '1', '|': '1', z: '2', s: '5', b: '8', β: '8' };
const CHUNK = /[\p{L}\p{N}|]+/gu;
/** A line below may stand for a space. */
const GAP = /^[ .\-/()_]{1,3}$/;
/** The end of a line: two signs where it is written so. */
const BREAK = /^(?=.?\n)[ .\-/()_\n]{1,3}$/;
const CORSICAN = /^\d{0,5}2[ab]\d{0,8}$/;

/** Reads letters as the digits they look like, where most of the chunk is digits already. */
function asDigits(chunk: string): string | undefined {
  if (/^\d+$/.test(chunk) || CORSICAN.test(chunk)) return chunk;
  const count = chunk.replaceAll(/\D/g, '').length;
  if (count < 4 || count * 2 < chunk.length) return undefined;
  const read = [...chunk].map((sign) => LOOKALIKES[sign] ?? sign).join('');
  return /^\d+$/.test(read) ? read : undefined;
}

/** A number with letters at its ends: the word for it, which may be made of letters that look like digits ("oib"), or anything else that was typed without a space. */
const GLUED = /^\p{L}{0,8}(\d{8,15})\p{L}{0,8}$/du;

/** The ways to read a chunk as digits: as a whole, and without the letters at its ends. */
function groupsOf(chunk: string, at: number): Group[] {
  const digits = asDigits(chunk);
  const [from, to] = GLUED.exec(chunk)?.indices?.[1] ?? [0, 0];
  return [
    ...(digits === undefined ? [] : [{ digits, from: at, to: at + chunk.length }]),
    ...(to === 0 || chunk.length === to - from ? [] : [{ digits: chunk.slice(from, to), from: at + from, to: at + to }]),
  ];
}

/** All runs of digits of a text. A chunk longer than any number is passed over. */
export function runsOf({ text }: Reading): Run[] {
  const runs: Group[][] = [];
  for (const match of text.matchAll(CHUNK)) {
    const [group, ...otherwise] = match[0].length > 40 ? [] : groupsOf(match[0], match.index);
    if (!group) continue;
    const current = runs.at(-1);
    const last = current?.at(-1);
    if (current && last && group.from - last.to <= 3 && GAP.test(text.slice(last.to, group.from))) current.push(group);
    else runs.push([group]);
    // Before the run that what follows may go on.
    runs.splice(-1, 0, ...otherwise.map((other) => [other]));
  }
  return runs;
}

/** Two runs with the end of a line between them, as one: a number that a line breaks once. A column of figures is not one number. */
export function brokenRuns({ text }: Reading, runs: readonly Run[]): Run[] {
  return runs.slice(1).flatMap((run, i) => {
    const before = runs[i]!;
    return BREAK.test(text.slice(before.at(-1)!.to, run[0]!.from)) ? [[...before, ...run]] : [];
  });
}

/** The digits of the groups from `first` to `last`, joined. */
export const joined = (run: Run, first: number, last: number): string => run.slice(first, last + 1).map(({ digits }) => digits).join('');
