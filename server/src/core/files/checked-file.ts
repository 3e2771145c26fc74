/** A file as it may be stored. */
import type { FileKind } from './file-kind.ts';

export interface CheckedFile {
  readonly kind: FileKind;
  readonly bytes: Buffer;
}
