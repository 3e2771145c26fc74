/** Has a file read in a process of its own, which is ended when it takes too long: nobody else waits for it, and nobody falls with it. */
import { fork } from 'node:child_process';
import type { FindingKind } from '@passerelle/shared/guard/index.ts';
import { UserError } from '../errors.ts';
import type { CheckedFile } from './checked-file.ts';
import type { FileTask } from './file-process.ts';
import { type FileFault, RefusedFile } from './refused-file.ts';

/** In milliseconds and megabytes. Files that people make take a second or two. */
const [MOST_TIME, MOST_MEMORY] = [10_000, 384];

// The built server has one file for the process, beside its own.
const READER = new URL(import.meta.url.endsWith('.ts') ? './file-process.ts' : './file-process.js', import.meta.url);

/** `victims`: of which kinds what stands in it and tells who a person is. */
type Came = { readonly fault: FileFault } | { readonly victims: readonly FindingKind[] } | { readonly kind: CheckedFile['kind']; readonly bytes: Uint8Array };

/** The file as it may be stored, within `time` milliseconds. Throws RefusedFile: TOO_LARGE for one that takes more time or memory than it may; VICTIM_DATA for one in which it stands who a person is, with the kinds and nothing of the text. */
export async function readApart(task: FileTask, time = MOST_TIME): Promise<CheckedFile> {
  const reader = fork(READER, { execArgv: [`--max-old-space-size=${MOST_MEMORY}`], env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  let clock: NodeJS.Timeout | undefined;
  try {
    const came = await new Promise<Came>((resolve, reject) => {
      clock = setTimeout(() => resolve({ fault: 'TOO_LARGE' }), time);
      reader.once('message', (message) => resolve(message as Came)).once('error', reject);
      // Out of memory is the one end of its own that a file can bring about; a fault of ours is none of the file's.
      reader.once('exit', (code, signal) => (signal === 'SIGABRT' ? resolve({ fault: 'TOO_LARGE' }) : reject(new Error(`The reader of a file ended with ${code ?? signal}`))));
      reader.send(task);
    });
    if ('fault' in came) throw new RefusedFile(came.fault);
    if ('victims' in came) throw new UserError('VICTIM_DATA', 'The file seems to tell who a person is: it is not stored', { field: 'file', findings: came.victims.map((kind) => ({ kind })) });
    return { kind: came.kind, bytes: Buffer.from(came.bytes.buffer, came.bytes.byteOffset, came.bytes.byteLength) };
  } finally {
    clearTimeout(clock);
    reader.kill('SIGKILL');
  }
}
