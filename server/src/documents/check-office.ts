/** Texts, tables and slides (ISO/IEC 29500, ISO/IEC 26300): archives whose every part is unpacked once, within limits, to see that it is what it says. */
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { SessionDocumentKind } from './document-kind.ts';
import { RefusedFile } from './refused-file.ts';

/** The most parts, bytes of all parts once unpacked, and how often a part of more than a megabyte may be longer than it is packed. */
const MOST = { parts: 2_000, bytes: 150_000_000, ratio: 200, small: 1_000_000 } as const;

/** Parts that act, or are programs of another kind within. */
const ACTIVE_PARTS = /vbaProject|vbaData|(?:^|\/)activeX\/|(?:^|\/)macrosheets\/|oleObject|embeddings\/[^/]*\.bin$|^Basic\/|^Scripts\/|(?:^|\/)(?:customUI|userCustomization)\//i;
const KINDS: readonly (readonly [type: RegExp, kind: SessionDocumentKind])[] = [
  [/wordprocessingml\.document\.main\+xml/, 'DOCX'], [/spreadsheetml\.sheet\.main\+xml/, 'XLSX'], [/presentationml\.presentation\.main\+xml/, 'PPTX'],
];
const OPEN_TEXT = 'application/vnd.oasis.opendocument.text';

/** What it is. Throws RefusedFile. */
export async function checkOffice(bytes: Buffer): Promise<SessionDocumentKind> {
  try {
    const file = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    return kindOf(await readParts(file));
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('UNREADABLE');
  }
}

/** The texts of the parts that say what a file is and where it leads, by name; all others are unpacked and let go of. */
async function readParts(file: ZipFile): Promise<Map<string, string>> {
  if (file.entryCount > MOST.parts) throw new RefusedFile('TOO_LARGE');
  const [parts, seen] = [new Map<string, string>(), new Set<string>()];
  let left: number = MOST.bytes;
  for await (const entry of file.eachEntry()) {
    left -= entry.uncompressedSize;
    judge(entry, left);
    if (seen.has(entry.fileName)) throw new RefusedFile('UNREADABLE');
    seen.add(entry.fileName);
    const stream = await file.openReadStreamPromise(entry);
    if (/^mimetype$|^\[Content_Types\]\.xml$|\.rels$|^META-INF\/manifest\.xml$/.test(entry.fileName)) parts.set(entry.fileName, (await buffer(stream)).toString('utf8'));
    else await letGo(stream);
  }
  return parts;
}

function judge({ fileName, uncompressedSize, compressedSize, generalPurposeBitFlag }: Entry, left: number): void {
  if ((generalPurposeBitFlag & 1) !== 0) throw new RefusedFile('LOCKED');
  if (left < 0 || (uncompressedSize > MOST.small && uncompressedSize > compressedSize * MOST.ratio)) throw new RefusedFile('TOO_LARGE');
  if (ACTIVE_PARTS.test(fileName)) throw new RefusedFile('ACTIVE');
}

async function letGo(stream: Readable): Promise<void> {
  for await (const _chunk of stream) { /* Its length and its check sum are compared as it goes by. */ }
}

function kindOf(parts: ReadonlyMap<string, string>): SessionDocumentKind {
  const said = (name: string): string => parts.get(name) ?? '';
  if (said('mimetype').trim() === OPEN_TEXT) {
    if (said('META-INF/manifest.xml').includes('encryption-data')) throw new RefusedFile('LOCKED');
    return 'ODT';
  }
  return markupKindOf(said('[Content_Types].xml'), [...parts].flatMap(([name, text]) => (name.endsWith('.rels') ? [text] : [])));
}

function markupKindOf(types: string, relationships: readonly string[]): SessionDocumentKind {
  if (/macroEnabled|vbaProject/i.test(types)) throw new RefusedFile('ACTIVE');
  const [, kind] = KINDS.find(([type]) => type.test(types)) ?? [];
  if (!kind) throw new RefusedFile('UNSUPPORTED');
  if (relationships.some(leadsElsewhere)) throw new RefusedFile('ACTIVE');
  return kind;
}

/** Whether something would be fetched from elsewhere when it is opened: templates, pictures, tables. Links to follow are none. */
function leadsElsewhere(relationships: string): boolean {
  return [...relationships.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].some(([one]) => /TargetMode\s*=\s*["']External["']/i.test(one) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(one));
}
