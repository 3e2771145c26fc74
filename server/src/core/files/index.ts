/** Files that people bring: checked by their content, kept in the database, given to be saved and never shown as a page of ours. */
export type { CheckedFile } from './checked-file.ts';
export { type CheckedAs, checkFields, FileCheckState, type HoldFile } from './file-check.ts';
export { FileKind } from './file-kind.ts';
export { type FileOutcome, isDrawnKey, isName, tidyName, whereRoom } from './file-outcome.ts';
export { type Bringing, type BringingByLink, fileRoutes, type FileRoutesOptions } from './file-routes.ts';
export { FileTraffic } from './file-traffic.ts';
export type { GivenFile } from './give-file.ts';
export { checkPhoto } from './check-photo.ts';
