import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Place } from './place.ts';

/** Why PostgreSQL did not start: what it means for the launcher, and PostgreSQL's own words about it. */
export interface Trouble {
  readonly kind: 'disk-full' | 'port-taken' | 'folder-in-use' | 'other';
  readonly reason: string;
}

const LARGEST_LOG = 10 * 1024 * 1024;
const LARGEST_TAIL = 64 * 1024;

// PostgreSQL cannot go on, nor recover, without room for one more segment of its write-ahead log.
const WAL_SEGMENT = 16 * 1024 * 1024;

/** Keeps one old log: a log past 10 MiB becomes the previous one, and the one before that is gone. */
export function rotateLog(place: Place, largest: number = LARGEST_LOG): void {
  if (sizeOf(place.log) > largest) renameSync(place.log, place.previousLog);
}

/** Reads why a launch failed from what it logged after `since`; `how` tells how the process ended. */
export async function diagnose(place: Place, since: number, how: string): Promise<Trouble> {
  const said = readLog(place.log, since);
  // On a full disk the log, which lies on the same one, may have lost the very line that says so.
  if (/No space left on device/.test(said) || (await isDiskFull(place.parent))) {
    return { kind: 'disk-full', reason: `the disk that holds ${place.data} is full` };
  }
  const reason = causeIn(said) ?? how;
  if (/could not bind|could not create any TCP\/IP sockets/.test(said)) return { kind: 'port-taken', reason };
  if (/lock file .* already exists|pre-existing shared memory/.test(said)) return { kind: 'folder-in-use', reason };
  return { kind: 'other', reason };
}

/** Whether a disk has no room left for PostgreSQL to work with. */
export async function isDiskFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < WAL_SEGMENT;
}

/** The first fatal message, or the last line; refusals of impatient clients are not causes. */
function causeIn(said: string): string | undefined {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !line.includes('the database system is'));
  const fatal = lines.find((line) => /\b(FATAL|PANIC):/.test(line));
  return (fatal ?? lines.at(-1))?.replace(/^.*?\b(FATAL|PANIC|LOG):\s*/, '').trim();
}

function readLog(path: string, since: number): string {
  if (!existsSync(path)) return '';
  const file = openSync(path, 'r');
  try {
    const length = Math.min(Math.max(fstatSync(file).size - since, 0), LARGEST_TAIL);
    const buffer = Buffer.alloc(length);
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, length, since));
  } finally {
    closeSync(file);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
