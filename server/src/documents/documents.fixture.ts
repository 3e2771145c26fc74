/** Bringing a document to a session as the page does, and documents that are there without having been brought. */
import { randomUUID } from 'node:crypto';
import { ask, post, type TestServer } from '../../test/http/harness.ts';
import { pdf } from '../core/files/files.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';

/** What is brought; what is left out is as it should be. `more` are headers. */
export interface GivenDocument {
  readonly key?: string;
  readonly title?: string;
  readonly locale?: string;
  readonly visibility?: string;
  readonly file?: Buffer;
  readonly more?: Readonly<Record<string, string>>;
  /** Gives it up. */
  readonly signal?: AbortSignal;
}

/** What came of it. */
export interface BroughtDocument {
  readonly key: string;
  readonly status: number;
  readonly outcome: string | undefined;
  readonly code: string | undefined;
}

/** Brings a document to the session with the key `to`, as whoever the headers are of. */
export async function bringDocument(address: string, headers: Readonly<Record<string, string>>, to: string, given: GivenDocument = {}): Promise<BroughtDocument> {
  const { key, title, locale, visibility, file, more, signal } = { key: randomUUID(), title: 'Програма', locale: 'mk', visibility: 'EVERYBODY', file: pdf(), more: {}, signal: null, ...given };
  const said = encodeURIComponent(JSON.stringify({ key, title, locale, visibility }));
  const response = await fetch(`${address}/documents/TrainingSession_${to}`, { method: 'POST', body: new Uint8Array(file), headers: { 'content-type': 'application/octet-stream', 'x-document': said, ...headers, ...more }, signal });
  const body = (await response.json()) as { outcome?: string; errors?: { extensions: { code: string } }[] };
  return { key, status: response.status, outcome: body.outcome, code: body.errors?.[0]?.extensions.code };
}

/** A document of a session as it is there, without a file. */
export interface DocumentThere {
  readonly visibility?: string;
  readonly title?: string;
  readonly locale?: string;
  readonly size?: number;
}

/** Has a document stand in a session, written by the owner of the tables: its key. */
export async function documentIn(server: Pick<TestServer, 'database'>, session: string, { visibility = 'TRAINERS', title = 'Програма', locale = 'mk', size = 1 }: DocumentThere = {}): Promise<string> {
  const key = randomUUID();
  await owner(server, `with d as (insert into session_document (uuid, session_uuid, source_locale, kind, visibility, size) values (?, ?, ?, 'PDF', ?, ?) returning uuid, source_locale)
    insert into session_document_translation (document_uuid, locale, title) select uuid, source_locale, ? from d`, [key, session, locale, visibility, size, title]);
  return key;
}

/** A document as it is read. */
export interface DocumentRead {
  readonly id: string;
  readonly version: number;
  readonly locale: string;
  readonly visibility: string;
  readonly title: { readonly text: string; readonly locale: string; readonly isFallback: boolean; readonly isOutdated: boolean };
  readonly texts: readonly { readonly locale: string; readonly title: string; readonly isSource: boolean; readonly isOutdated: boolean }[];
}

/** What came of changing one, and the documents of its session as who asks sees them then. */
export interface DocumentBack {
  readonly outcome: string;
  readonly session: { readonly documents: readonly DocumentRead[] } | null;
}

const DOCUMENTS = 'documents { id version locale visibility title { text locale isFallback isOutdated } texts { locale title isSource isOutdated } }';

/** Says what a document that was read at `version` is called in another language. Throws the code of the error where there is one. */
export async function translateDocument(server: TestServer, headers: Record<string, string>, session: string, { key, version, ...texts }: { readonly key: string; readonly version: number; readonly locale: string; readonly title: string }): Promise<DocumentBack> {
  const document = `mutation ($session: ID!, $id: ID!, $version: Int!, $texts: SessionDocumentTextsInput!) { translateSessionDocument(session: $session, id: $id, version: $version, texts: $texts) { outcome session { ${DOCUMENTS} } } }`;
  return backOf(await ask(server, document, { session: `TrainingSession_${session}`, id: `SessionDocument_${key}`, version, texts }, headers));
}

/** Changes what is said of one. Throws the code of the error where there is one. */
export async function changeDocument(server: TestServer, headers: Record<string, string>, session: string, { key, version, ...changes }: { readonly key: string; readonly version: number } & Readonly<Record<string, unknown>>): Promise<DocumentBack> {
  const document = `mutation ($session: ID!, $id: ID!, $version: Int!, $input: SessionDocumentInput!) { changeSessionDocument(session: $session, id: $id, version: $version, input: $input) { outcome session { ${DOCUMENTS} } } }`;
  return backOf(await ask(server, document, { session: `TrainingSession_${session}`, id: `SessionDocument_${key}`, version, input: { title: 'Programme', locale: 'fr', visibility: 'EVERYBODY', ...changes } }, headers));
}

function backOf({ data, code, text }: Awaited<ReturnType<typeof ask>>): DocumentBack {
  if (!data) throw new Error(code ?? text);
  return Object.values(data)[0] as DocumentBack;
}

/** The documents of a session as somebody sees them in a language. */
export async function documentsOf(server: TestServer, headers: Record<string, string>, session: string, locale: string): Promise<readonly DocumentRead[]> {
  const answer = await post(server, JSON.stringify({ query: `query ($id: ID!) { trainingSession(id: $id) { ${DOCUMENTS} } }`, variables: { id: `TrainingSession_${session}` } }), headers, `/graphql?locale=${locale}`);
  return (answer.data!.trainingSession as { documents: DocumentRead[] }).documents;
}
