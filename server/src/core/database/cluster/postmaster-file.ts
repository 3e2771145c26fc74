import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes about itself into its data folder while it runs, and leaves there when it is killed. */
export interface PostmasterFile {
  readonly pid: number;
  /** "starting", "stopping", "ready" or "standby"; empty in the first instants. */
  readonly status: string;
}

const PID_LINE = 0;
const STATUS_LINE = 7;

/** Reads postmaster.pid; undefined when there is none or nothing in it yet. */
export function readPostmasterFile(data: string): PostmasterFile | undefined {
  const lines = linesOf(postmasterFile(data));
  const pid = Number(lines[PID_LINE]);
  return Number.isInteger(pid) && pid > 0 ? { pid, status: (lines[STATUS_LINE] ?? '').trim() } : undefined;
}

/** Removes postmaster.pid; only for one whose pid is now somebody else's. */
export function removePostmasterFile(data: string): void {
  rmSync(postmasterFile(data), { force: true });
}

function postmasterFile(data: string): string {
  return join(data, 'postmaster.pid');
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
