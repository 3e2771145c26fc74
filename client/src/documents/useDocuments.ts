import type { ResultOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import { type BringFile, type FileOutcome, useBringFile } from '../core/files/index.ts';
import { documentFile, type SaidOfDocument } from './documentFile.ts';
import { DocumentsQuery, RemoveDocumentMutation } from './documents.documents.ts';

export type WithDocuments = NonNullable<ResultOf<typeof DocumentsQuery>['trainingSession']>;
export type SessionDocument = WithDocuments['documents'][number];

/** The documents of a session, asked anew by each visit. */
export function useDocuments(id: () => string): Answer<ResultOf<typeof DocumentsQuery>> {
  return useAnswer(DocumentsQuery, () => ({ id: id() }), 'network-only');
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
