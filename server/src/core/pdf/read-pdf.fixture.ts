/** Reading a PDF as a program reads it: its text, its structure, what it says of itself. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A line may break at any space. */
export const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();

export async function readPdf(file: Buffer) {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)));
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')));
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  const { info, metadata } = await document.getMetadata();
  const found = { text: plain(texts.join(' ')), tree: trees[0], trees, mark: await document.getMarkInfo(), info: info as Record<string, unknown>, xmp: metadata?.getRaw() ?? '', pages: document.numPages };
  await task.destroy();
  return found;
}
