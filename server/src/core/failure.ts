/** What may be told of an error: its code and places in the code. Never its words, which may hold an address. */

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
