/** The documents of a training session: files for everybody, for those with a place, or for its trainers. */
export { SessionDocument, SessionDocumentFile, SessionDocumentTranslation } from './session-document.entity.ts';
export { DOCUMENTS, documentRoutes } from './document-routes.ts';
export { DocumentsResolver } from './documents.resolver.ts';
import './documents.personal.ts';
import './documents.reader.ts';
