import { comparing } from '../core/editing/index.ts';
import type { SaidOfDocument } from './documentFile.ts';
import type { DocumentFault, SessionDocument } from './useDocuments.ts';

/** What is said of a document, as it is typed. */
export type TypedDocument = Pick<SaidOfDocument, 'title' | 'locale' | 'visibility'>;

export const DOCUMENT_FIELDS = ['title', 'locale', 'visibility'] as const satisfies readonly (keyof TypedDocument)[];
export type DocumentFieldName = (typeof DOCUMENT_FIELDS)[number];

/** What is said of a document that is stored, as if it were typed: its title in its own language, and in no other. */
export function typedOf({ texts, locale, visibility }: Pick<SessionDocument, 'texts' | 'locale' | 'visibility'>): TypedDocument {
  return { title: texts.find(({ isSource }) => isSource)!.title, locale: locale as TypedDocument['locale'], visibility };
}

/** What is wrong with what is typed, as far as the page can know. */
export function faultsOf({ title }: Pick<TypedDocument, 'title'>): DocumentFault[] {
  return title.trim() === '' ? [{ field: 'TITLE', fault: 'MISSING' }] : [];
}

/** What is typed of a document beside what is stored of it. */
export const { isChanged, merge } = comparing<TypedDocument, DocumentFieldName>(DOCUMENT_FIELDS);
