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

/** An error that says its code only: what the table of the jobs keeps. */
export class JobError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = 'JobError';
    this.code = code;
  }
}
