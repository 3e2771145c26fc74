/** The words of a file of an office, as whoever opens it reads them: a line for each paragraph, note or row. */
import { gatherText } from './gathered-text.ts';
import type { XmlVisitor } from './read-xml.ts';
import { attribute } from './read-xml.ts';

/** Elements that end a line, a cell or a word, by their local names (ECMA-376-1, 17, 18, 21). */
const ENDS: Readonly<Record<string, string>> = { p: '\n', si: '\n', row: '\n', comment: '\n', br: '\n', tr: '\n', c: ' ', tc: ' ', tab: ' ' };
/** Elements whose text is none that anybody reads: what fields and formulas are made of. */
const UNREAD = new Set(['instrText', 'delInstrText', 'f', 'formula', 'formula1', 'formula2', 'definedName', 'calculatedColumnFormula', 'totalsRowFormula']);

export interface OfficeText {
  /** Reads one part more. Throws RefusedFile where there are more signs than may be. */
  readonly visitor: () => XmlVisitor;
  readonly text: () => string;
}

/** Gathers the words of the parts of a file. */
export function officeText(): OfficeText {
  const { add, text } = gatherText();
  function visitor(): XmlVisitor {
    let [unread, isShared] = [0, false];
    add('\n');
    return {
      open: (tag) => {
        if (UNREAD.has(tag.local)) unread += 1;
        // The value of such a cell is the place of its text in a list, which is read too.
        if (tag.local === 'c') isShared = attribute(tag, 't') === 's';
      },
      text: (said) => {
        // What stands between elements for whoever reads the file as XML.
        if (unread === 0 && !isShared && !/^\s*\n\s*$/.test(said)) add(said);
      },
      close: (local) => {
        if (UNREAD.has(local)) unread -= 1;
        if (local === 'c') isShared = false;
        if (Object.hasOwn(ENDS, local)) add(ENDS[local]!);
      },
    };
  }
  return { visitor, text };
}
