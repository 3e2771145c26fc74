/** Unpacks what is packed in a PDF, within a bound that is the same for all of it: one file at a time, in a process of its own (`file-process.ts`). */
import { decodePDFRawStream, PDFContext, PDFRawStream } from 'pdf-lib';

/** The most that what is packed in a file may become, in bytes. */
const MOST_UNPACKED = 50_000_000;

let unpacked = 0;
boundUnpacking();

/** Begins to count anew. */
export function beginUnpacking(): void {
  unpacked = 0;
}

/** Whether more was packed than may be. */
export const isTooMuch = (): boolean => unpacked > MOST_UNPACKED;

/** A stream that is being unpacked, as the parser has it. */
interface Unpacking {
  readonly buffer: Uint8Array;
  readonly bufferLength: number;
  readonly decode: () => Uint8Array;
}

/** What is packed in a stream, as far as it can be unpacked; nothing of what is packed in a way of pictures or in none that is known. Throws where it is too much. */
export function unpackedOf(stream: PDFRawStream): Uint8Array {
  let decoding: Unpacking | undefined;
  try {
    decoding = decodePDFRawStream(stream) as unknown as Unpacking;
    return decoding.decode();
  } catch (error) {
    if (isTooMuch()) throw error;
    return decoding ? decoding.buffer.subarray(0, decoding.bufferLength) : new Uint8Array(0);
  }
}

/** The parser unpacks without an end: what each buffer grows by, which is doubled at least, is counted. */
function boundUnpacking(): void {
  const some = decodePDFRawStream(PDFRawStream.of(PDFContext.create().obj({ Filter: 'FlateDecode' }), Uint8Array.of(0x78, 0x9c, 3, 0, 0, 0, 0, 1)));
  const all = Object.getPrototypeOf(Object.getPrototypeOf(some)) as { ensureBuffer: (this: { buffer: Uint8Array }, length: number) => Uint8Array };
  const grow = all.ensureBuffer;
  all.ensureBuffer = function bounded(length) {
    const has = this.buffer.length;
    if (length > has) unpacked += Math.max(length - has, has);
    if (isTooMuch()) throw new Error('Too much is packed');
    return grow.call(this, length);
  };
}
