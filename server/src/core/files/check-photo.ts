/** Photos that are shown on pages: drawn anew, small, upright and alone, whatever they came as. */
import sharp from 'sharp';
import type { CheckedFile } from './checked-file.ts';
import { kindOfPicture, requireOnePicture } from './photo-end.ts';
import { RefusedFile } from './refused-file.ts';

/** The most pixels of a picture that comes, and the most seconds that drawing it anew may take. */
const [MOST_PIXELS, MOST_SECONDS] = [50_000_000, 20];

/**
 * Draws a photo anew as WebP in the colours of the web, `most` pixels at most on a side: where, when and by whom it was taken is gone, and whatever else stood in the file.
 * The same picture gives the same bytes. Throws RefusedFile.
 */
export async function checkPhoto(bytes: Buffer, most: number): Promise<CheckedFile> {
  const kind = kindOfPicture(bytes);
  if (!kind) throw new RefusedFile('UNSUPPORTED');
  requireOnePicture(bytes, kind);
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 }).autoOrient().resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await picture.flatten({ background: '#fff' }).toColourspace('srgb').webp({ quality: 80 }).timeout({ seconds: MOST_SECONDS }).toBuffer({ resolveWithObject: true });
    return { kind: 'WEBP', bytes: data, sides: { width: info.width, height: info.height } };
  } catch (error) {
    throw new RefusedFile(/pixel limit|timeout/i.test((error as Error).message) ? 'TOO_LARGE' : 'UNREADABLE');
  }
}
