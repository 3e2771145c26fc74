/** What a file is, by its first bytes and then by all of them. What anybody calls it is of no account. */
import { redrawn } from './check-image.ts';
import type { CheckedFile } from './checked-file.ts';
import type { PictureKind } from './photo-end.ts';
import { readApart } from './read-apart.ts';
import { RefusedFile } from './refused-file.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Whether it begins as a picture does, and which; undefined for anything else. */
export function kindOfPicture(bytes: Buffer): PictureKind | undefined {
  const begins = (start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);
  if (begins(PNG)) return 'PNG';
  if (begins(JPEG)) return 'JPEG';
  return begins(Buffer.from('RIFF')) && bytes.subarray(8, 12).equals(Buffer.from('WEBP')) ? 'WEBP' : undefined;
}

/** Checks a file. Until then it is nowhere but in the memory of the process. Throws RefusedFile, VICTIM_DATA for a PDF or one of an office in which it stands who a person is. */
export async function checkFile(bytes: Buffer): Promise<CheckedFile> {
  const begins = (start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);
  if (begins(Buffer.from('%PDF-'))) return readApart({ reader: 'PDF', bytes });
  if (begins(ZIP)) return readApart({ reader: 'OFFICE', bytes });
  const picture = kindOfPicture(bytes);
  if (!picture) throw new RefusedFile('UNSUPPORTED');
  return { kind: picture, bytes: await redrawn(bytes, picture) };
}
