/** Where documents come in and go out. */
import type { Handler } from '../core/http/index.ts';
import { fileRoutes, type FileRoutesOptions } from '../core/files/index.ts';
import { addDocument, fileOf, MOST, obstacleTo, readDocument, sliceOf } from './documents.service.ts';

/** What their addresses begin with. */
export const DOCUMENTS = '/documents/';

const KEY = String.raw`([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})`;

/** Answers GET `/documents/SessionDocument_…` with its file, and POST `/documents/TrainingSession_…` with what came of adding the file in its body. */
export function documentRoutes(options: FileRoutesOptions): Handler {
  return fileRoutes(options, {
    file: new RegExp(`^/documents/SessionDocument_${KEY}$`), to: new RegExp(`^/documents/TrainingSession_${KEY}$`), header: 'x-document', most: MOST.file, counted: 'bringFile', read: readDocument,
    obstacleTo: (em, { person, to, sent }, size) => obstacleTo(em, person, to, { sent, size }),
    store: (em, { person, to, sent }, file) => addDocument(em, person, to, { sent, file }),
    checked: { as: 'document', keyOf: ({ sent }) => sent.key }, find: fileOf, slice: sliceOf,
  });
}
