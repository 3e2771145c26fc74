/** What stands in the objects of a PDF. */
import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFString } from 'pdf-lib';

export const nameOf = (dictionary: PDFDict, key: string): string | undefined => {
  const found = dictionary.lookup(PDFName.of(key));
  return found instanceof PDFName ? found.decodeText() : undefined;
};

export const dictOf = (dictionary: PDFDict, key: string): PDFDict | undefined => {
  const found = dictionary.lookup(PDFName.of(key));
  return found instanceof PDFDict ? found : undefined;
};

/** A text that stands there; undefined for none, and for an empty one. */
export const textOf = (dictionary: PDFDict, key: string): string | undefined => {
  const found = dictionary.lookup(PDFName.of(key));
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() || undefined : undefined;
};

export const listOf = (dictionary: PDFDict, key: string): readonly PDFObject[] => {
  const found = dictionary.lookup(PDFName.of(key));
  return found instanceof PDFArray ? found.asArray() : [];
};

/** A tag of a language as BCP 47 has them. */
export function isLanguage(tag: string | undefined): boolean {
  if (tag === undefined) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
