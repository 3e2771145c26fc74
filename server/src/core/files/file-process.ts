/** A process for one file: what is read here is anybody's, and may take all the time and memory that there is, or break the engine itself. */
import { findPersonalData, SEVERITY } from '@passerelle/shared/guard/index.ts';
import type { FileKind } from './file-kind.ts';
import { RefusedFile } from './refused-file.ts';

/** What it is given. */
export interface FileTask {
  readonly reader: 'PDF' | 'OFFICE';
  readonly bytes: Uint8Array;
}

async function read({ reader, bytes }: FileTask): Promise<object> {
  const { kind, text, written } = await (reader === 'PDF' ? readPdf(bytes) : readOffice(bytes));
  const victims = findPersonalData(text).filter(({ severity }) => severity === SEVERITY.REFUSE).map((finding) => finding.kind);
  return victims.length > 0 ? { victims: [...new Set(victims)] } : { kind, bytes: written };
}

/** What a file is, what it says, and what is stored of it. */
interface Read {
  readonly kind: FileKind;
  readonly text: string;
  readonly written: Uint8Array;
}

async function readPdf(bytes: Uint8Array): Promise<Read> {
  const { bytes: written, text } = await (await import('./check-pdf.ts')).checkPdf(bytes);
  return { kind: 'PDF', text, written };
}

async function readOffice(bytes: Uint8Array): Promise<Read> {
  return { ...(await (await import('./check-office.ts')).checkOffice(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))), written: bytes };
}

// The reader of PDFs tries by failing: nobody reads where.
Error.stackTraceLimit = 0;
process.once('message', (task: FileTask) => {
  void read(task).catch((error: unknown) => ({ fault: error instanceof RefusedFile ? error.fault : 'UNREADABLE' })).then((came) => process.send!(came));
});
