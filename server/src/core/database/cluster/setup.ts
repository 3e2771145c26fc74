import type { Binaries } from './binaries.ts';
import type { Identity } from './identity.ts';
import type { Place } from './place.ts';

/** What one owner decides once and every later launch of its PostgreSQL repeats. */
export interface Setup {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly identity: Identity;
  /** PostgreSQL settings by name, given on the command line: they hold no secret. */
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}
