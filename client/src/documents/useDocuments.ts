import { ERROR_CODES } from '@passerelle/shared/errors.ts';
import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type ComputedRef, ref, type Ref, shallowRef, type ShallowRef } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../preparing/parts/index.ts';
import { documentFile, type SaidOfDocument } from './documentFile.ts';
import { ChangeDocumentMutation, type DocumentsFields, DocumentsQuery, RemoveDocumentMutation } from './documents.documents.ts';

/** A session with its documents. */
export type WithDocuments = FragmentOf<typeof DocumentsFields>;
export type SessionDocument = WithDocuments['documents'][number];
/** What is sent of a document that is changed. */
export type DocumentInput = VariablesOf<typeof ChangeDocumentMutation>['input'];
/** What is wrong with the title of a document: there is none, or it is none that can be stored. */
export interface DocumentFault {
  readonly field: 'TITLE';
  readonly fault: 'MISSING' | 'TITLE';
}
/** What came of bringing a file. */
export type DocumentOutcome = (typeof OUTCOMES)[number];

const OUTCOMES = ['DONE', 'TITLE', 'TOO_MANY', 'FULL', 'BUSY', 'NOT_ALLOWED', 'TOO_LATE', 'GONE', 'UNSUPPORTED', 'UNREADABLE', 'LOCKED', 'ACTIVE', 'TOO_LARGE'] as const;

/** The documents of a session, asked anew by each visit. */
export function useDocuments(id: () => string): Answer<ResultOf<typeof DocumentsQuery>> {
  return useAnswer(DocumentsQuery, () => ({ id: id() }), 'network-only');
}

/** Changes what is said of a document that was read at a version; `key` is its id. */
export function useChangeDocument(): Doing<[session: string, of: { readonly key: string; readonly version: number }, input: DocumentInput], PreparingAnswer<WithDocuments, DocumentFault>> {
  const { act, isActing, failure } = useAct(ChangeDocumentMutation);

  async function perform(session: string, { key, version }: { readonly key: string; readonly version: number }, input: DocumentInput): Promise<PreparingAnswer<WithDocuments, DocumentFault> | undefined> {
    const answer = (await act({ session, id: key, version, input }))?.changeSessionDocument;
    return answer && { ...answer, faults: answer.outcome === 'TITLE' ? [{ field: 'TITLE', fault: 'TITLE' }] : [] };
  }

  return { perform, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Takes a document away. */
export function useRemoveDocument(): { readonly perform: (session: string, id: string) => Promise<'DONE' | 'NOT_ALLOWED' | 'GONE' | undefined>; readonly failure: ComputedRef<Failure | undefined> } {
  const { act, failure } = useAct(RemoveDocumentMutation);
  return { perform: async (session, id) => (await act({ session, id }))?.removeSessionDocument.outcome, failure: computed(() => failure.value) };
}

interface Brought {
  readonly outcome?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

/** Why nothing came of it, from the body of the answer. */
function failureIn({ errors }: Brought): Failure {
  const code = errors?.[0]?.extensions?.code;
  return { code: ERROR_CODES.find((known) => known === code) ?? 'INTERNAL_SERVER_ERROR' };
}

/** Brings a file to a session: sent by itself, as it is, since the API takes none. Undefined when that failed. */
export function useBringDocument(): { readonly perform: (session: string, said: SaidOfDocument, file: File) => Promise<DocumentOutcome | undefined>; readonly isActing: Ref<boolean>; readonly failure: ShallowRef<Failure | undefined> } {
  const isActing = ref(false);
  const failure = shallowRef<Failure>();

  async function send(session: string, said: SaidOfDocument, file: File): Promise<DocumentOutcome | undefined> {
    const headers = { 'content-type': 'application/octet-stream', 'x-document': encodeURIComponent(JSON.stringify(said)) };
    const response = await fetch(documentFile(session), { method: 'POST', credentials: 'same-origin', headers, body: file });
    const body = (await response.json().catch(() => ({}))) as Brought;
    const outcome = OUTCOMES.find((known) => known === body.outcome);
    if (!outcome) failure.value = failureIn(body);
    return outcome;
  }

  async function perform(session: string, said: SaidOfDocument, file: File): Promise<DocumentOutcome | undefined> {
    if (isActing.value) return undefined;
    [isActing.value, failure.value] = [true, undefined];
    const outcome = await send(session, said, file).catch(() => void (failure.value = { code: 'NETWORK' }));
    isActing.value = false;
    return outcome ?? undefined;
  }

  return { perform, isActing, failure };
}
