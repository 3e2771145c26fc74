/**
 * The words of a PDF: what stands on its pages, as far as its letters say which they are, and what is said beside them – remarks, what was filled in, the
 * titles of chapters, what is said of pictures. Pages are read by another parser than the one that checks the objects: it is given a copy in which all
 * is unpacked and no picture is left, so that nothing can become larger in it.
 */
import { PDFArray, type PDFContext, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFStream, PDFString } from 'pdf-lib';
import { gatherText } from './gathered-text.ts';
import { named } from './pdf-objects.ts';
import { beginUnpacking, unpackedOf } from './pdf-unpacking.ts';
import { RefusedFile } from './refused-file.ts';

/** The most pages of a file. */
const MOST_PAGES = 1_000;
/** The most signs of what is said beside the pages in one place, as they are written. */
const MOST_BESIDE = 50_000;
/** Keys of what is said beside the pages. */
const SAID = new Set(['Contents', 'RC', 'Subj', 'V', 'DV', 'TU', 'T', 'Title', 'Alt', 'ActualText', 'E']);

/** Reads the words of a file whose objects were checked; the objects are of no use afterwards. Throws RefusedFile where there are more pages or signs than may be, and whatever the parsers throw for what they cannot read. */
export async function pdfText(file: PDFDocument): Promise<string> {
  const { add, text } = gatherText();
  for (const [, object] of file.context.enumerateIndirectObjects()) readBeside(object, add);
  beginUnpacking();
  unpackAll(file.context);
  await readPages(await file.save({ addDefaultPage: false, updateFieldAppearances: false, useObjectStreams: false }), add);
  return text();
}

/** Gathers what is said in an object and in all that stands in it. */
function readBeside(object: PDFObject, add: (text: string) => void): void {
  const left: PDFObject[] = [object];
  for (let one = left.pop(); one; one = left.pop()) {
    if (one instanceof PDFArray) left.push(...one.asArray());
    if (one instanceof PDFStream) left.push(one.dict);
    if (!(one instanceof PDFDict)) continue;
    left.push(...one.values());
    // What a signature holds is none.
    if (!one.has(PDFName.of('ByteRange'))) readEntries(one, add);
  }
}

function readEntries(dictionary: PDFDict, add: (text: string) => void): void {
  for (const [key, value] of dictionary.entries()) {
    if (!SAID.has(key.decodeText())) continue;
    const there = dictionary.context.lookup(value);
    if (!(there instanceof PDFString || there instanceof PDFHexString)) continue;
    if (there.asString().length > MOST_BESIDE) throw new RefusedFile('TOO_LONG');
    add(`${there.decodeText()}\n`);
  }
}

/** What says how a stream is packed, by the long names and the short ones, which the reader of pages would follow too. */
const PACKING = ['Filter', 'F', 'DecodeParms', 'DP'].map((name) => PDFName.of(name));

function unpackAll(context: PDFContext): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const { dict } = object;
    // The rows of a predictor are as long as the file says, whatever is in them: nothing of them is read.
    const bytes = named(dict, 'Subtype') === 'Image' || isPredicted(dict) ? new Uint8Array(0) : unpackedOf(object);
    for (const key of PACKING) dict.delete(key);
    context.assign(ref, PDFRawStream.of(dict, bytes));
  }
}

function isPredicted(dictionary: PDFDict): boolean {
  const said = dictionary.lookup(PDFName.of('DecodeParms'));
  const all = said instanceof PDFArray ? said.asArray().map((one) => dictionary.context.lookup(one)) : [said];
  return all.some((one) => one instanceof PDFDict && one.has(PDFName.of('Predictor')));
}

async function readPages(bytes: Uint8Array, add: (text: string) => void): Promise<void> {
  const { getDocument } = await pageReader();
  const task = getDocument({ data: bytes, verbosity: 0, useSystemFonts: false, disableFontFace: true, useWasm: false, isOffscreenCanvasSupported: false, isImageDecoderSupported: false });
  try {
    const file = await task.promise;
    if (file.numPages > MOST_PAGES) throw new RefusedFile('TOO_LONG');
    for (let n = 1; n <= file.numPages; n += 1) {
      const page = await file.getPage(n);
      const words = page.streamTextContent().getReader() as ReadableStreamDefaultReader<{ readonly items: readonly object[] }>;
      for (let part = await words.read(); !part.done; part = await words.read()) part.value.items.forEach((item) => add(wordsOf(item)));
      add('\n');
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
}

/** What a piece of a page says; a mark between pieces says nothing. */
const wordsOf = (item: { readonly str?: string; readonly hasEOL?: boolean }): string => `${item.str ?? ''}${item.hasEOL ? '\n' : ''}`;

/** The reader of pages. To draw, which nothing here does, it would load code of the machine: it is told that there is none. */
async function pageReader(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const given = process.getBuiltinModule;
  process.getBuiltinModule = (() => undefined) as never;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    process.getBuiltinModule = given;
  }
}
