/** Names in the objects of a PDF (ISO 32000, 7.3.5). */
import { type PDFDict, PDFName } from 'pdf-lib';

/** A name as whoever knows all ways of writing one reads it: the parser knows `#4A` and not `#4a`. */
export const plain = (name: PDFName): string => name.decodeText().replaceAll(/#([\da-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The name that stands there; undefined for something else. */
export function named(dictionary: PDFDict, key: string): string | undefined {
  const found = dictionary.lookup(PDFName.of(key));
  return found instanceof PDFName ? plain(found) : undefined;
}
