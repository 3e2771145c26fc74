/** Pictures: drawn anew, so that nothing is left of what a camera or anybody else has written beside the picture. */
import sharp, { type Sharp } from 'sharp';
import type { PictureKind } from './photo-end.ts';
import { RefusedFile } from './refused-file.ts';

/** The most that a picture may have, and be given back with on a side, in pixels. */
const [MOST_PIXELS, MOST_SIDE] = [60_000_000, 4_096];

// Several uploads at once must not take all processors, nor keep pictures.
sharp.concurrency(1);
sharp.cache(false);

const WRITTEN: Readonly<Record<PictureKind, (picture: Sharp) => Sharp>> = {
  PNG: (picture) => picture.png(), JPEG: (picture) => picture.jpeg({ quality: 88 }), WEBP: (picture) => picture.webp({ quality: 88 }),
};

/** The picture, upright and alone. Throws RefusedFile. */
export async function redrawn(bytes: Buffer, kind: PictureKind): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient().resize({ width: MOST_SIDE, height: MOST_SIDE, fit: 'inside', withoutEnlargement: true });
    return await WRITTEN[kind](picture).toBuffer();
  } catch (error) {
    throw new RefusedFile(/pixel limit/i.test((error as Error).message) ? 'TOO_LARGE' : 'UNREADABLE');
  }
}
