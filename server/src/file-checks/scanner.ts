/** Asking clamd whether something harmful is in a file: INSTREAM, as `man clamd` has it. The file goes to it and nothing of what is said of it. */
import { connect, type Socket } from 'node:net';

/** Where clamd listens. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** What clamd calls what it found; null where it found nothing. */
export type Finding = string | null;

/** How many bytes go at once, and how many an answer has at most. */
const [CHUNK, LONGEST_ANSWER] = [65_536, 1_000];

/** In milliseconds, for a file from the first byte to the answer. */
const PATIENCE = 60_000;

/** Thrown where there is no answer that could be trusted: `code` says which way it failed, and nothing of the file. */
export class ScannerError extends Error {
  readonly code: string;

  constructor(code: 'SCANNER_SILENT' | 'SCANNER_GONE' | 'SCANNER_REFUSED') {
    super('The scanner did not say whether the file is harmful');
    this.code = code;
  }
}

/** Each chunk has its length before it; the last has none. */
function send(socket: Socket, bytes: Buffer): void {
  socket.cork();
  socket.write('zINSTREAM\0');
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const chunk = bytes.subarray(from, from + CHUNK);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    socket.write(chunk);
  }
  socket.write(Buffer.alloc(4));
  socket.uncork();
}

/** What an answer says that has come whole. Only what says that nothing was found says so. Throws ScannerError. */
function read(answer: string): Finding {
  if (answer === 'stream: OK') return null;
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new ScannerError('SCANNER_REFUSED');
  return found.replaceAll(/[^\w.:/-]+/g, '_').slice(0, 100);
}

/** Has a file looked at. Throws ScannerError where clamd is not there, refuses, ends before its answer does, or takes longer than `patience` milliseconds; and where `signal` says that nobody waits any more. */
export async function scan(address: ScannerAddress, bytes: Buffer, { signal, patience = PATIENCE }: { readonly signal?: AbortSignal; readonly patience?: number } = {}): Promise<Finding> {
  const socket = connect(address);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const clock = setTimeout(() => reject(new ScannerError('SCANNER_SILENT')), patience);
  const stop = (): void => reject(new ScannerError('SCANNER_SILENT'));
  signal?.addEventListener('abort', stop);
  let answer = '';
  socket.setEncoding('latin1');
  socket.on('data', (text) => {
    answer += String(text);
    const end = answer.indexOf('\0');
    if (end !== -1) resolve(answer.slice(0, end));
    else if (answer.length > LONGEST_ANSWER) reject(new ScannerError('SCANNER_REFUSED'));
  });
  // It may refuse before all has gone: what it said is read before what became of the rest.
  socket.once('error', () => setImmediate(reject, new ScannerError('SCANNER_GONE')));
  socket.once('close', () => reject(new ScannerError('SCANNER_GONE')));
  socket.once('connect', () => send(socket, bytes));
  try {
    return read(await promise);
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener('abort', stop);
    socket.destroy();
  }
}
