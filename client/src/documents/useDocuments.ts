import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { type BringFile, type FileOutcome, useBringFile } from '../core/files/index.ts';
import { documentFile, type SaidOfDocument } from './documentFile.ts';
import { ChangeDocumentMutation, type DocumentsFields, DocumentsQuery, RemoveDocumentMutation, TranslateDocumentMutation } from './documents.documents.ts';

/** A session with its documents. */
export type WithDocuments = FragmentOf<typeof DocumentsFields>;
export type SessionDocument = WithDocuments['documents'][number];
/** What is sent of a document that is changed. */
export type DocumentInput = VariablesOf<typeof ChangeDocumentMutation>['input'];
/** What a document is called in another language. */
export type DocumentTexts = VariablesOf<typeof TranslateDocumentMutation>['texts'];
type Changed = ResultOf<typeof ChangeDocumentMutation>['changeSessionDocument'];
/** What is wrong with the title of a document: there is none, or it is none that can be stored. */
export interface DocumentFault {
  readonly field: 'TITLE';
  readonly fault: 'MISSING' | 'TITLE';
}

/** The documents of a session, asked anew by each visit. */
export function useDocuments(id: () => string): Answer<ResultOf<typeof DocumentsQuery>> {
  return useAnswer(DocumentsQuery, () => ({ id: id() }), 'network-only');
}

/** What came of a change; what is wrong with a title stands at its field. */
const answerOf = (changed: Changed | undefined): PreparingAnswer<WithDocuments, DocumentFault> | undefined => changed && { ...changed, faults: changed.outcome === 'TITLE' ? [{ field: 'TITLE', fault: 'TITLE' }] : [] };

/** Changes what is said of a document that was read at a version; `key` is its id. */
export function useChangeDocument(): Doing<[session: string, of: { readonly key: string; readonly version: number }, input: DocumentInput], PreparingAnswer<WithDocuments, DocumentFault>> {
  const { act, isActing, failure } = useAct(ChangeDocumentMutation);
  return {
    perform: async (session, { key, version }, input) => answerOf((await act({ session, id: key, version, input }))?.changeSessionDocument), isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Says what a document is called in another language. */
export function useTranslateDocument(): Doing<[session: string, of: Pick<SessionDocument, 'id' | 'version'>, texts: DocumentTexts], PreparingAnswer<WithDocuments, DocumentFault>> {
  const { act, isActing, failure } = useAct(TranslateDocumentMutation);
  return {
    perform: async (session, { id, version }, texts) => answerOf((await act({ session, id, version, texts }))?.translateSessionDocument), isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Takes a document away. */
export function useRemoveDocument(): { readonly perform: (session: string, id: string) => Promise<'DONE' | 'NOT_ALLOWED' | 'GONE' | undefined>; readonly failure: ComputedRef<Failure | undefined> } {
  const { act, failure } = useAct(RemoveDocumentMutation);
  return { perform: async (session, id) => (await act({ session, id }))?.removeSessionDocument.outcome, failure: computed(() => failure.value) };
}

/** Brings a file to a session. Undefined when that failed. */
export function useBringDocument(): Omit<BringFile, 'perform'> & { readonly perform: (session: string, said: SaidOfDocument, file: File) => Promise<FileOutcome | undefined> } {
  const { perform, isActing, failure } = useBringFile();
  return { perform: (session, said, file) => perform({ address: documentFile(session), header: 'x-document', said, file }), isActing, failure };
}
