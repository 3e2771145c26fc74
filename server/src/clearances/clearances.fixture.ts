/** Clearances that are there without having been entered, and their documents, brought as the page does it. */
import { randomUUID } from 'node:crypto';
import type { TestServer } from '../../test/http/harness.ts';
import { pdf } from '../core/files/files.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';

/** Has an expert be cleared for March 2027, with a document unless said otherwise: the key. */
export async function clearanceOf(server: Pick<TestServer, 'database'>, expert: string, { hasFile = true }: { readonly hasFile?: boolean } = {}): Promise<string> {
  const key = randomUUID();
  await owner(server, `insert into clearance (uuid, expert_uuid, from_on, until_on, given_by, given_on, locale) values (?, ?, '2027-03-01', '2027-03-31', 'Cour d’appel', '2025-01-15', 'fr')`, [key, expert]);
  if (hasFile) {
    await owner(server, `insert into clearance_file (clearance_uuid, kind, size) values (?, 'PDF', ?)`, [key, pdf().length]);
    await owner(server, 'insert into clearance_file_content (clearance_uuid, bytes) values (?, ?)', [key, pdf()]);
  }
  return key;
}

/** What came of bringing a document. */
export interface Brought {
  readonly status: number;
  readonly outcome: string | undefined;
  readonly code: string | undefined;
}

/** Brings a document to the clearance with the key `to`, as whoever the headers are of. `more` are headers. */
export async function bringClearanceFile(address: string, headers: Readonly<Record<string, string>>, to: string, { file = pdf(), more = {} }: { readonly file?: Buffer; readonly more?: Readonly<Record<string, string>> } = {}): Promise<Brought> {
  const response = await fetch(`${address}/clearances/Clearance_${to}`, { method: 'POST', body: new Uint8Array(file), headers: { 'content-type': 'application/octet-stream', 'x-clearance': encodeURIComponent('{}'), ...headers, ...more } });
  const body = (await response.json()) as { outcome?: string; errors?: { extensions: { code: string } }[] };
  return { status: response.status, outcome: body.outcome, code: body.errors?.[0]?.extensions.code };
}
