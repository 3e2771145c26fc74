/** What is told of jobs: names, codes and places in the code. Never a payload, and never the words of an error, which may hold an address. */
import { Logger } from 'graphile-worker';

export interface JobsLog {
  readonly info: (facts: object, line: string) => void;
  readonly warn: (facts: object, line: string) => void;
}

/** The runner's own words that matter: those of warnings and errors, without what they are about. Failed jobs are told of by `failureOf`. */
export function quietly(log?: (line: string) => void): Logger {
  return new Logger(() => (level, message, meta) => {
    if ((level === 'warning' || level === 'error') && !meta?.failure) log?.(message);
  });
}

export interface Failure {
  /** The code of the error, as the database, the network or we gave it. */
  readonly code: string;
  /** Where it was thrown: functions and places in files. */
  readonly places: readonly string[];
}

const PLACES_AT_MOST = 6;

/** What may be told of an error. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', places: [] };
  const { code } = error as { code?: unknown };
  const places = (error.stack ?? '').split('\n').map((line) => line.trim()).filter((line) => /^at \S.*:\d+:\d+\)?$/.test(line));
  return { code: typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : error.name.replaceAll(/\W/g, '') || 'Error', places: places.slice(0, PLACES_AT_MOST) };
}

/** An error that says its code only: what the table of the jobs keeps. */
export class JobError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = 'JobError';
    this.code = code;
  }
}
