/** What a camera sees that is held before a QR code: a film of one picture (YUV4MPEG2), as the fake camera of Chromium plays it. */
import encodeQR from 'qr';

const [WIDTH, HEIGHT, SQUARE] = [640, 480, 8];
const [DARK, LIGHT, GREY] = [16, 235, 128];

/** The film, in which the code stands in the middle. */
export function pictureOf(text: string): Buffer {
  const rows = encodeQR(text, 'raw', { border: 4, ecc: 'medium' });
  const size = rows.length * SQUARE;
  const [left, top] = [(WIDTH - size) >> 1, (HEIGHT - size) >> 1];
  const luma = Buffer.alloc(WIDTH * HEIGHT, LIGHT);
  rows.forEach((row, y) => row.forEach((isDark, x) => {
    for (let line = 0; isDark && line < SQUARE; line += 1) luma.fill(DARK, (top + y * SQUARE + line) * WIDTH + left + x * SQUARE, (top + y * SQUARE + line) * WIDTH + left + (x + 1) * SQUARE);
  }));
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F5:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}
