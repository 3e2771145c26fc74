/** A file as it is stored: what its content is, and nothing of what whoever brought it said of it. */
import type { FileKind } from './file-kind.ts';

export interface CheckedFile {
  readonly kind: FileKind;
  readonly bytes: Buffer;
  /** Of a photo, in pixels. */
  readonly sides?: { readonly width: number; readonly height: number };
}
