/** Texts, tables and slides (ISO/IEC 29500): archives whose every part is unpacked once, within limits, to see what it is and whether it does anything. A file is checked in a process of its own (`file-process.ts`). */
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { FileKind } from './file-kind.ts';
import { refuseContent } from './office-content.ts';
import { kindOf, refuseRelationships } from './office-relationships.ts';
import { type OfficeText, officeText } from './office-text.ts';
import { RefusedFile } from './refused-file.ts';

/** The most parts, bytes of all parts once unpacked, of the text of one, and of one that says what others are; and how often a part of more than a megabyte may be longer than it is packed. */
const MOST = { parts: 2_000, bytes: 150_000_000, text: 40_000_000, said: 1_000_000, ratio: 200, small: 1_000_000 } as const;

/** Parts that act, or are files of another kind within. */
const ACTIVE_PARTS = /vbaproject|vbadata|(?:^|\/)(?:activex|macrosheets|dialogsheets|embeddings|externallinks|querytables|webextensions|customui|usercustomization)\/|(?:^|\/)connections\.xml$|oleobject/;
/** Endings of texts, which are read, and of pictures and fonts, which are not. All others are files of another kind. */
const TEXTS = /\.(?:xml|vml|svg|rels)$/;
const OTHERS = /\.(?:png|jpe?g|jfif|gif|bmp|emf|wmf|tiff?|wdp|ttf|odttf|fntdata)$|(?:^|\/)printersettings\d*\.bin$/;
const FOLDER = /\/$/;
const KINDS_OF_PARTS = '[content_types].xml';

/** A file of an office: what it is, and its words. */
export interface OfficeFile {
  readonly kind: FileKind;
  readonly text: string;
}

/** What it is, and what it says. Throws RefusedFile. */
export async function checkOffice(bytes: Buffer): Promise<OfficeFile> {
  try {
    const file = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    return await readParts(file);
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('UNREADABLE');
  }
}

async function readParts(file: ZipFile): Promise<OfficeFile> {
  if (file.entryCount > MOST.parts) throw new RefusedFile('TOO_LARGE');
  const seen = new Set<string>();
  const words = officeText();
  let left: number = MOST.bytes;
  let [kind, isOther]: [FileKind | undefined, boolean] = [undefined, false];
  for await (const entry of file.eachEntry()) {
    // Offices do not tell capital letters from small ones.
    const name = entry.fileName.toLowerCase();
    left -= entry.uncompressedSize;
    if (seen.has(name)) throw new RefusedFile('UNREADABLE');
    seen.add(name);
    judge(entry, name, left);
    // A text of LibreOffice, which nobody looks into here.
    if (name === 'mimetype') throw new RefusedFile('UNSUPPORTED');
    const stream = await file.openReadStreamPromise(entry);
    if (name === KINDS_OF_PARTS) kind = kindOf(await buffer(stream));
    else await readPart(name, stream, words);
    isOther ||= ![FOLDER, TEXTS, OTHERS].some((known) => known.test(name));
  }
  if (!kind) throw new RefusedFile('UNSUPPORTED');
  if (isOther) throw new RefusedFile('ACTIVE');
  return { kind, text: words.text() };
}

function judge({ uncompressedSize, compressedSize, generalPurposeBitFlag }: Entry, name: string, left: number): void {
  if ((generalPurposeBitFlag & 1) !== 0) throw new RefusedFile('LOCKED');
  const isSaying = name === KINDS_OF_PARTS || name.endsWith('.rels');
  const most = isSaying ? MOST.said : TEXTS.test(name) ? MOST.text : MOST.bytes;
  if (left < 0 || uncompressedSize > most || (uncompressedSize > MOST.small && uncompressedSize > compressedSize * MOST.ratio)) throw new RefusedFile('TOO_LARGE');
  if (ACTIVE_PARTS.test(name)) throw new RefusedFile('ACTIVE');
}

async function readPart(name: string, stream: Readable, words: OfficeText): Promise<void> {
  if (name.endsWith('.rels')) return refuseRelationships(await buffer(stream));
  if (TEXTS.test(name)) return refuseContent(await buffer(stream), words.visitor());
  await letGo(stream);
}

async function letGo(stream: Readable): Promise<void> {
  for await (const _chunk of stream) { /* Its length and its check sum are compared as it goes by. */ }
}
