/** What a file is, by its first bytes and then by all of them. What anybody calls it is of no account. */
import { redrawn } from './check-image.ts';
import type { CheckedFile } from './checked-file.ts';
import { kindOfPicture } from './photo-end.ts';
import { readApart } from './read-apart.ts';
import { RefusedFile } from './refused-file.ts';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Checks a file. Until then it is nowhere but in the memory of the process. Throws RefusedFile, VICTIM_DATA for a PDF or one of an office in which it stands who a person is. */
export async function checkFile(bytes: Buffer): Promise<CheckedFile> {
  const begins = (start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);
  if (begins(Buffer.from('%PDF-'))) return readApart({ reader: 'PDF', bytes });
  if (begins(ZIP)) return readApart({ reader: 'OFFICE', bytes });
  const picture = kindOfPicture(bytes);
  if (!picture) throw new RefusedFile('UNSUPPORTED');
  return { kind: picture, bytes: await redrawn(bytes, picture) };
}
