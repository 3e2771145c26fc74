/** Photos: nothing of what a camera has written beside them stays, and what is more than a picture, moves or would become huge is not taken. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkPhoto } from './check-photo.ts';
import { pdf, zip } from './files.fixture.ts';
import { RefusedFile } from './refused-file.ts';

const fault = async (bytes: Buffer): Promise<string> => checkPhoto(bytes, 640).then(() => 'TAKEN', (error: unknown) => (error instanceof RefusedFile ? error.fault : Promise.reject(error)));
const drawn = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#a33' } });

/** A photograph with where, when and by whom it was taken, turned by a quarter, in the colours of another screen. */
const taken = (): Promise<Buffer> =>
  drawn(1_600, 1_200).withExif({ IFD0: { Artist: 'Somebody', Copyright: 'Somebody', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 59/1 0/1' } }).withMetadata({ orientation: 6 }).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Somebody</x:xmpmeta>').withIccProfile('p3').jpeg().toBuffer();

describe('a photo', () => {
  test('is drawn anew: upright, small, in the colours of the web, without where and by whom it was taken', async () => {
    const brought = await taken();
    const before = await sharp(brought).metadata();
    // The control: all of it is there.
    expect([before.exif !== undefined, before.xmp !== undefined, before.icc !== undefined, before.orientation, [[0x25, 0x88], [0x88, 0x25]].some((tag) => before.exif!.includes(Buffer.from(tag)))]).toEqual([true, true, true, 6, true]);
    const { kind, bytes, sides } = await checkPhoto(brought, 640);
    const { exif, xmp, iptc, icc, orientation, format, width, height, space, pages } = await sharp(bytes).metadata();
    expect({ kind, sides, exif, xmp, iptc, icc, orientation, format, width, height, space, pages }).toEqual({ kind: 'WEBP', sides: { width: 480, height: 640 }, exif: undefined, xmp: undefined, iptc: undefined, icc: undefined, orientation: undefined, format: 'webp', width: 480, height: 640, space: 'srgb', pages: undefined });
    expect(bytes.includes('Somebody')).toBe(false);
    expect((await checkPhoto(brought, 640)).bytes.equals(bytes)).toBe(true);
  });

  test('is taken as PNG, JPEG and WebP, not made larger, and on white where it is nowhere', async () => {
    for (const format of ['png', 'jpeg', 'webp'] as const) expect((await checkPhoto(await drawn(60, 40).toFormat(format).toBuffer(), 640)).sides).toEqual({ width: 60, height: 40 });
    const { bytes } = await checkPhoto(await sharp({ create: { width: 9, height: 9, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer(), 640);
    expect([...(await sharp(bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  test('that would become huge is not taken, however small its file is', async () => {
    const bomb = await sharp({ create: { width: 9_000, height: 7_000, channels: 3, background: '#fff' } }).png({ compressionLevel: 9 }).toBuffer();
    expect([bomb.length < 300_000, await fault(bomb)]).toEqual([true, 'TOO_LARGE']);
    expect(await fault(await drawn(7_000, 7_000).png().toBuffer())).toBe('TAKEN');
  });

  test('that moves is not taken', async () => {
    const frames = await sharp({ create: { width: 20, height: 40, channels: 3, background: '#a33' } }).png().toBuffer();
    const moving = await sharp([frames, await sharp(frames).negate().toBuffer()], { join: { animated: true } }).webp({ loop: 0, delay: [100, 100] }).toBuffer();
    expect(await fault(moving)).toBe('ANIMATED');
    const still = await drawn(20, 20).png().toBuffer();
    expect(await fault(Buffer.concat([still.subarray(0, 33), Buffer.from([0, 0, 0, 8]), Buffer.from('acTL'), Buffer.alloc(12), still.subarray(33)]))).toBe('ANIMATED');
    expect(await fault(await drawn(20, 20).gif().toBuffer())).toBe('UNSUPPORTED');
  });

  test.each(['png', 'jpeg', 'webp'] as const)('that is cut short as %s, or is no picture, is not taken', async (format) => {
    const whole = await drawn(200, 200).toFormat(format).toBuffer();
    for (const length of [12, Math.floor(whole.length / 2), whole.length - 1]) expect([length, await fault(whole.subarray(0, length))]).toEqual([length, 'UNREADABLE']);
    const wrong = Buffer.from(whole);
    wrong.fill(0x41, format === 'jpeg' ? 3 : 12, 40);
    expect(await fault(wrong)).toBe('UNREADABLE');
  });

  test('is none: SVG, a PDF, nothing, HEIC', async () => {
    for (const bytes of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), pdf(), Buffer.alloc(0), Buffer.from('\0\0\0\x18ftypheic')]) expect(await fault(bytes)).toBe('UNSUPPORTED');
  });
});

describe('a picture that is another file too', () => {
  const archive = zip([{ name: 'x.html', content: '<script>alert(1)</script>' }]);

  test.each(['png', 'jpeg', 'webp'] as const)('is not taken: a %s with an archive, a page, a program or a PDF behind it', async (format) => {
    const picture = await drawn(60, 40).toFormat(format).toBuffer();
    for (const rest of [archive, Buffer.from('<html><script>alert(1)</script></html>'), Buffer.from('MZ'), pdf(), Buffer.from('\n')]) expect(await fault(Buffer.concat([picture, rest]))).toBe('MIXED');
    // The control: the same picture alone, and with nothing behind it.
    expect([await fault(picture), await fault(Buffer.concat([picture, Buffer.alloc(40)]))]).toEqual(['TAKEN', 'TAKEN']);
  });

  test('is not taken where the other is in a remark of it', async () => {
    const picture = await drawn(60, 40).jpeg().toBuffer();
    const remark = (text: Buffer): Buffer => Buffer.concat([picture.subarray(0, 2), Buffer.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 0xff]), text, picture.subarray(2)]);
    expect(await fault(remark(Buffer.from('%PDF-1.4')))).toBe('MIXED');
    const whole = remark(archive);
    // An archive may say that so many bytes of a remark follow it: those of the picture.
    const at = whole.indexOf('PK\u0005\u0006', 0, 'latin1');
    whole.writeUInt16LE(whole.length - at - 22, at + 20);
    expect(await fault(whole)).toBe('MIXED');
    const harmless = await checkPhoto(remark(Buffer.from('<script>alert(1)</script>')), 640);
    expect(harmless.bytes.includes('script')).toBe(false);
  });

  test('is one of a camera: what it has written behind its picture is left out', async () => {
    const picture = await drawn(60, 40).jpeg().toBuffer();
    for (const rest of [picture, Buffer.from('\0\0\0\x18ftypmp42 a film'), Buffer.from('a list SEFT')]) {
      const { bytes } = await checkPhoto(Buffer.concat([picture, rest]), 640);
      expect(bytes.equals((await checkPhoto(picture, 640)).bytes)).toBe(true);
    }
    expect(await fault(Buffer.concat([picture, picture, archive]))).toBe('MIXED');
  });
});
