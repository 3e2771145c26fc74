/** The glossary of the field: the termbase that the interface and the vocabularies are written from. */
export { Term, TermName } from './term.entity.ts';
import './term.reader.ts';
import './term.personal.ts';
