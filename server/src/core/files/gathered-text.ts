/** The words of a file, gathered piece by piece within a bound. */
import { RefusedFile } from './refused-file.ts';

/** The most signs of all that a file says: some 250 pages. To ask the guard takes time in proportion. */
export const MOST_SIGNS = 500_000;

export interface GatheredText {
  /** Adds a piece. Throws RefusedFile (TOO_LONG) where there are more signs than may be. */
  readonly add: (text: string) => void;
  readonly text: () => string;
}

/** Begins to gather. */
export function gatherText(): GatheredText {
  const pieces: string[] = [];
  let length = 0;
  return {
    add: (text) => {
      length += text.length;
      if (length > MOST_SIGNS) throw new RefusedFile('TOO_LONG');
      pieces.push(text);
    },
    text: () => pieces.join(''),
  };
}
