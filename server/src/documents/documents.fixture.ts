/** Bringing a document to a session as the page does. */
import { randomUUID } from 'node:crypto';
import { pdf } from '../core/files/files.fixture.ts';

/** What is brought; what is left out is as it should be. `more` are headers. */
export interface GivenDocument {
  readonly key?: string;
  readonly title?: string;
  readonly locale?: string;
  readonly visibility?: string;
  readonly file?: Buffer;
  readonly more?: Readonly<Record<string, string>>;
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
  const { key = randomUUID(), title = 'Програма', locale = 'mk', visibility = 'EVERYBODY', file = pdf(), more = {} } = given;
  const said = encodeURIComponent(JSON.stringify({ key, title, locale, visibility }));
  const response = await fetch(`${address}/documents/TrainingSession_${to}`, { method: 'POST', body: new Uint8Array(file), headers: { 'content-type': 'application/octet-stream', 'x-document': said, ...headers, ...more } });
  const body = (await response.json()) as { outcome?: string; errors?: { extensions: { code: string } }[] };
  return { key, status: response.status, outcome: body.outcome, code: body.errors?.[0]?.extensions.code };
}
