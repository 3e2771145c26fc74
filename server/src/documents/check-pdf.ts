/** PDFs (ISO 32000): that they are whole, ask for no password and do nothing. Not opened: what draws a page is left to whoever shows it. */
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { RefusedFile } from './refused-file.ts';

const inflated = promisify(inflate);

/** The most that the objects of a file may become, in bytes. */
const MOST_OBJECTS = 50_000_000;
/** Where the end of a file must be marked, in bytes from it. */
const TAIL = 2_048;

/** Names of what acts: scripts, programs, files within, forms of another kind, what is sent or played. */
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|Filespec|RichMedia|XFA|ImportData|SubmitForm|GoToE|Rendition|Movie|Sound)(?![A-Za-z0-9])/;
const LOCKED = /\/Encrypt(?![A-Za-z0-9])/;

/** Text in which each name is written in one way: `#4a` in a name stands for `J`. */
const plain = (text: string): string => text.replace(/#([\dA-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Gives nothing back. Throws RefusedFile. */
export async function checkPdf(bytes: Buffer): Promise<void> {
  const text = bytes.toString('latin1');
  const tail = text.slice(-TAIL);
  if (!/^%PDF-[12]\.\d/.test(text) || !tail.includes('%%EOF') || !tail.includes('startxref')) throw new RefusedFile('UNREADABLE');
  let left = MOST_OBJECTS;
  refuse(outsideStreams(text));
  for (const packed of objectStreams(text)) {
    const objects = await unpacked(Buffer.from(packed, 'latin1'), left);
    left -= objects.length;
    refuse(objects.toString('latin1'));
  }
}

function refuse(text: string): void {
  const names = plain(text);
  if (LOCKED.test(names)) throw new RefusedFile('LOCKED');
  if (ACTIVE.test(names)) throw new RefusedFile('ACTIVE');
}

/** What is not within a stream: the bytes of a picture may look like anything. */
function outsideStreams(text: string): string {
  return text.replace(/(?<=[>\s])stream\r?\n[^]*?endstream/g, ' ');
}

/** The packed objects of a file. Throws RefusedFile for some that are packed in a way that is not read here. */
function* objectStreams(text: string): Generator<string> {
  for (const { index } of text.matchAll(/\/(?:ObjStm|Obj#53tm)(?![A-Za-z0-9])/g)) {
    const start = /stream\r?\n/g;
    start.lastIndex = index;
    const begin = start.exec(text);
    const end = begin ? text.indexOf('endstream', begin.index) : -1;
    if (!begin || end < 0) throw new RefusedFile('UNREADABLE');
    const dictionary = text.slice(text.lastIndexOf('obj', index), begin.index);
    if (!/\/FlateDecode(?![A-Za-z0-9])/.test(dictionary) || /\/(?:ASCII\w*|LZW|RunLength|Crypt)Decode/.test(dictionary)) throw new RefusedFile('UNREADABLE');
    yield text.slice(begin.index + begin[0].length, end);
  }
}

async function unpacked(packed: Buffer, most: number): Promise<Buffer> {
  try {
    return await inflated(packed, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    throw new RefusedFile((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'TOO_LARGE' : 'UNREADABLE');
  }
}
