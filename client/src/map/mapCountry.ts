import type { LocalizedValue } from '../core/ui/index.ts';
import type { Step } from './steps.ts';

/** A country as a map shows it. */
export interface MapCountry {
  readonly code: string;
  readonly name: LocalizedValue;
  /** The note that goes with its name. */
  readonly nameNote: LocalizedValue | null;
  /** What is printed below its name. */
  readonly value: string;
  /** The value on a small map, in a few signs. */
  readonly short: string;
  /** The value in a sentence of its own, for those who hear it. */
  readonly spoken: string;
  readonly step: Step;
  /** True for a value that nobody has checked yet. */
  readonly isUnverified?: boolean;
}

/** What a colour of the map means. */
export interface LegendItem {
  readonly step: Step;
  readonly label: string;
}

/** The sign after the name of a country that goes with a note. */
export const NOTE_MARK = '*';
/** The sign after a value that nobody has checked yet: an open ring. */
export const UNVERIFIED_MARK = '○';

/** The name of a country as it is printed: with a sign when a note goes with it. */
export function printedName({ name, nameNote }: Pick<MapCountry, 'name' | 'nameNote'>): string {
  return nameNote ? `${name.text}${NOTE_MARK}` : name.text;
}
