/** Where documents of clearances come in and go out. */
import { fileRoutes, type FileRoutesOptions } from '../core/files/index.ts';
import type { Handler } from '../core/http/index.ts';
import { addClearanceFile, clearanceFileOf, clearanceFileSlice, MOST_BYTES, obstacleTo, readSent } from './clearance-files.service.ts';

/** What their addresses begin with. */
export const CLEARANCES = '/clearances/';

const ADDRESS = /^\/clearances\/Clearance_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Answers GET `/clearances/Clearance_…` with its document, and POST with what came of bringing the one in its body. */
export function clearanceRoutes(options: FileRoutesOptions): Handler {
  return fileRoutes(options, {
    file: ADDRESS, to: ADDRESS, header: 'x-clearance', most: MOST_BYTES, counted: 'bringFile', read: readSent,
    obstacleTo: (em, { to }, size) => obstacleTo(em, to, size), store: (em, { to }, file) => addClearanceFile(em, to, file),
    checked: { as: 'clearance', keyOf: ({ to }) => to }, find: clearanceFileOf, slice: clearanceFileSlice,
  });
}
