/** A file as it may be stored. */
import type { SessionDocumentKind } from './document-kind.ts';

export interface CheckedFile {
  readonly kind: SessionDocumentKind;
  readonly bytes: Buffer;
}
