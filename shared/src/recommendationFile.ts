/** The file from which recommendations are imported, and as which their register is taken along: one format, known to both sides. */

/** The heads of its columns; their order is free. */
export const RECOMMENDATION_COLUMNS = ['slug', 'country', 'body', 'round', 'year', 'paragraph', 'verb', 'themes', 'language', 'summary', 'source', 'source_url', 'checked_on', 'note'] as const;
export type RecommendationColumn = (typeof RECOMMENDATION_COLUMNS)[number];

/** How large a file may be: bytes in UTF-8, and lines below the heads. */
export const MOST_OF_FILE = { bytes: 300_000, lines: 1_000 } as const;

/** The most signs that a part of it has when it is sent. */
const PART = 9_000;

/** A text in parts that are sent, none of which ends within a sign. */
export function inParts(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    const until = from + PART;
    // The second half of a sign stays with the first.
    const end = /[\uDC00-\uDFFF]/.test(text.charAt(until)) ? until + 1 : until;
    parts.push(text.slice(from, end));
    from = end;
  }
  return parts;
}

/** An empty file: the heads alone. */
export const emptyRecommendationFile = (): string => `\uFEFF${RECOMMENDATION_COLUMNS.join(',')}\r\n`;
