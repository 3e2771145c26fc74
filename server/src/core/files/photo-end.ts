/** What picture a file is by its beginning, where it ends by its own format, and whether it moves: what follows it belongs to another file. */
import type { FileKind } from './file-kind.ts';
import { RefusedFile } from './refused-file.ts';

export type PictureKind = Extract<FileKind, 'PNG' | 'JPEG' | 'WEBP'>;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** Whether it begins as a picture does, and which; undefined for anything else. */
export function kindOfPicture(bytes: Buffer): PictureKind | undefined {
  const begins = (start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);
  if (begins(PNG)) return 'PNG';
  if (begins(JPEG)) return 'JPEG';
  return begins(Buffer.from('RIFF')) && bytes.subarray(8, 12).equals(Buffer.from('WEBP')) ? 'WEBP' : undefined;
}

const broken = (): RefusedFile => new RefusedFile('UNREADABLE');

/** https://www.w3.org/TR/png-3/#5DataRep: a length, a name, the data, a checksum; the last is IEND. */
function endOfPng(bytes: Buffer): number {
  for (let at = 8; at + 12 <= bytes.length;) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'acTL') throw new RefusedFile('ANIMATED');
    at += 12 + bytes.readUInt32BE(at);
    if (name === 'IEND') return at;
  }
  throw broken();
}

/** https://developers.google.com/speed/webp/docs/riff_container: the second bit of the flags says that it moves. */
function endOfWebp(bytes: Buffer): number {
  if (bytes.length < 21) throw broken();
  if (bytes.toString('latin1', 12, 16) === 'VP8X' && (bytes[20]! & 0x02) !== 0) throw new RefusedFile('ANIMATED');
  return 8 + bytes.readUInt32LE(4);
}

/** What a marker has no length behind it: those that stand alone, and the restarts within what is packed. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Where the next marker is that is not within what is packed; -1 for none. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1]!;
    if (marker !== 0x00 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return -1;
}

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1: markers, most of them with a length; after that of a scan what is packed goes on until the next one. */
function endOfJpeg(bytes: Buffer, from = 0): number {
  for (let at = from + 2; at !== -1 && at + 2 <= bytes.length;) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) throw broken();
    if (marker === 0xd9) return at + 2;
    at = afterMarker(bytes, at, marker);
  }
  throw broken();
}

/** Where the one after a marker is; -1 where it ends before that. */
function afterMarker(bytes: Buffer, at: number, marker: number): number {
  // Any number of these may stand before a marker.
  if (marker === 0xff) return at + 1;
  if (standsAlone(marker)) return at + 2;
  if (at + 4 > bytes.length) return -1;
  const next = at + 2 + bytes.readUInt16BE(at + 2);
  return marker === 0xda ? nextMarker(bytes, next) : next;
}

const END: Readonly<Record<PictureKind, (bytes: Buffer) => number>> = { PNG: endOfPng, JPEG: endOfJpeg, WEBP: endOfWebp };

/** What cameras write behind a picture: further pictures of the same moment, a film of it, or a list of theirs that ends with a word. All of it is left out. */
function isOfCamera(rest: Buffer): boolean {
  return (rest[0] === 0xff && rest[1] === 0xd8) || rest.toString('latin1', 4, 8) === 'ftyp' || rest.toString('latin1', rest.length - 4) === 'SEFT';
}

/** The longest remark at the end of an archive, with the record before it (APPNOTE.TXT, 4.3.16). */
const [RECORD, REMARK] = [22, 65_535];

/** Whether programs would open it as an archive: by the record that ends one. */
function isArchive(bytes: Buffer): boolean {
  const first = Math.max(0, bytes.length - RECORD - REMARK);
  for (let at = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1'); at >= first; at = bytes.lastIndexOf('PK\u0005\u0006', at - 1, 'latin1')) {
    if (at + RECORD <= bytes.length && at + RECORD + bytes.readUInt16LE(at + 20) === bytes.length) return true;
    if (at === 0) break;
  }
  return false;
}

/** Within so many bytes a reader looks for what a PDF begins with. */
const PDF_WITHIN = 1_024;

/** Lets a picture through that is one, stands still and is nothing else. Throws RefusedFile: UNREADABLE for one that does not end, ANIMATED for one that moves, MIXED for one that is another file too. */
export function requireOnePicture(bytes: Buffer, kind: PictureKind): void {
  const end = END[kind](bytes);
  if (end > bytes.length) throw broken();
  const rest = bytes.subarray(end);
  const hasMore = rest.some((byte) => byte !== 0) && !(kind === 'JPEG' && isOfCamera(rest));
  if (hasMore || isArchive(bytes) || bytes.subarray(0, PDF_WITHIN).includes('%PDF-')) throw new RefusedFile('MIXED');
}
