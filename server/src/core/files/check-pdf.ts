/**
 * PDFs (ISO 32000): read object by object, refused for what acts or leads to other files, and written anew. What is stored has the objects that
 * were looked at and no others, whatever its bytes would have said to another reader. Its words are read too. A file is checked in a process of its own (`file-process.ts`).
 */
import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFHexString, PDFInvalidObject, PDFName, type PDFObject, PDFRef, PDFStream, PDFString } from 'pdf-lib';
import { named, plain } from './pdf-objects.ts';
import { pdfText } from './pdf-text.ts';
import { beginUnpacking, isTooMuch } from './pdf-unpacking.ts';
import { RefusedFile } from './refused-file.ts';

/** Where the end of a file must be marked, in bytes from it. */
const TAIL = 2_048;

/** Keys of what acts or plays, or holds or fetches another file, wherever they stand. */
const ACTIVE_KEYS = new Set(['JS', 'JavaScript', 'AA', 'EF', 'UF', 'EmbeddedFiles', 'AF', 'XFA', 'RichMediaContent', 'RichMediaSettings', 'Launch', 'OPI', 'Collection', 'FFilter', 'FDecodeParms']);
/** What actions, annotations and objects may not be. */
const ACTIVE_NAMES = new Set(['JavaScript', 'Launch', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData', 'Rendition', 'Sound', 'Movie', 'FileAttachment', 'Screen', 'RichMedia', 'RichMediaExecute', '3D', 'GoTo3DView', 'Filespec', 'EmbeddedFile']);
const SAID = ['S', 'Subtype', 'Type'];
const ADDRESSES = ['URI', 'Base'];
/** Where actions stand, with those that may: they show another place of the file, or are links to follow, which nothing follows by itself. */
const ACTIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  A: new Set(['GoTo', 'URI', 'Named', 'SetOCGState']), PA: new Set(['URI']), Next: new Set(['GoTo', 'Named', 'SetOCGState']), OpenAction: new Set(['GoTo']),
};
const NAMED = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);
const FOLLOWED = /^(?:https?:\/\/|mailto:|tel:|www\.)/i;
/** What says who has written a file, with which program, from what. */
const LEFT_OUT = ['Metadata', 'PieceInfo'];

/** A PDF as it may be stored, and its words. */
export interface CheckedPdf {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** The file as it may be stored, and what it says. Throws RefusedFile. What is unpacked is counted for a process: one file at a time. */
export async function checkPdf(bytes: Uint8Array): Promise<CheckedPdf> {
  const tail = Buffer.from(bytes.subarray(-TAIL)).toString('latin1');
  if (!tail.includes('%%EOF') || !tail.includes('startxref')) throw new RefusedFile('UNREADABLE');
  beginUnpacking();
  try {
    const file = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: true, parseSpeed: Infinity });
    if (file.isEncrypted) throw new RefusedFile('LOCKED');
    leaveOut(file.context);
    for (const [, object] of file.context.enumerateIndirectObjects()) refuseActive(object);
    if (file.getPageCount() === 0) throw new RefusedFile('UNREADABLE');
    const written = await file.save({ addDefaultPage: false, updateFieldAppearances: false });
    return { bytes: written, text: await pdfText(file) };
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new RefusedFile(isTooMuch() ? 'TOO_LARGE' : 'UNREADABLE');
  }
}

function leaveOut(context: PDFContext): void {
  const { Info } = context.trailerInfo;
  if (Info instanceof PDFRef) context.delete(Info);
  context.trailerInfo.Info = undefined;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict)) continue;
    if (named(dictionary, 'Type') === 'Metadata') context.delete(ref);
    for (const key of LEFT_OUT) dictionary.delete(PDFName.of(key));
  }
}

/** Looks at an object and at all that stands in it; what it refers to is an object of its own. */
function refuseActive(object: PDFObject): void {
  const left: PDFObject[] = [object];
  for (let one = left.pop(); one; one = left.pop()) {
    if (one instanceof PDFInvalidObject) throw new RefusedFile('UNREADABLE');
    if (one instanceof PDFArray) left.push(...one.asArray());
    if (one instanceof PDFStream) {
      refuseStream(one.dict);
      left.push(one.dict);
    }
    if (one instanceof PDFDict) {
      refuseDictionary(one);
      left.push(...one.values());
    }
  }
}

/** A stream whose content is in another file; one with objects that were not read. */
function refuseStream(dictionary: PDFDict): void {
  if (dictionary.has(PDFName.of('F'))) throw new RefusedFile('ACTIVE');
  if (['ObjStm', 'XRef'].includes(named(dictionary, 'Type') ?? '')) throw new RefusedFile('UNREADABLE');
}

function refuseDictionary(dictionary: PDFDict): void {
  for (const [key, value] of dictionary.entries()) {
    const [name, there] = [plain(key), dictionary.context.lookup(value)];
    if (ACTIVE_KEYS.has(name) || isActive(name, there)) throw new RefusedFile('ACTIVE');
    const allowed = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (allowed && there) refuseAction(there instanceof PDFArray ? there.asArray().map((part) => dictionary.context.lookup(part)) : [there], allowed);
  }
}

/** Whether what stands at a key acts, leads to what is no page of the web, or shows a page of another file within this one. */
function isActive(key: string, there: PDFObject | undefined): boolean {
  if (there instanceof PDFName) return SAID.includes(key) && ACTIVE_NAMES.has(plain(there));
  if (there instanceof PDFString || there instanceof PDFHexString) return ADDRESSES.includes(key) && !FOLLOWED.test(there.decodeText().trim());
  return key === 'Ref' && there instanceof PDFDict;
}

function refuseAction(actions: readonly (PDFObject | undefined)[], allowed: ReadonlySet<string>): void {
  for (const one of actions) {
    if (!(one instanceof PDFDict) || !one.has(PDFName.of('S'))) continue;
    const kind = named(one, 'S') ?? '';
    if (!allowed.has(kind) || (kind === 'Named' && !NAMED.has(named(one, 'N') ?? ''))) throw new RefusedFile('ACTIVE');
  }
}
