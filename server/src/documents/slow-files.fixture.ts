/** Somebody who begins to send a document and goes no further. */
import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { bringDocument } from './documents.fixture.ts';

type Cookies = Readonly<Record<string, string>>;

/** Begins to send one; gives the way to end it. */
function begin(address: string, headers: Cookies, session: string): () => Promise<unknown> {
  let close: () => void;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => { controller.enqueue(new Uint8Array(9)); close = () => controller.close(); } });
  const said = encodeURIComponent(JSON.stringify({ key: randomUUID(), title: 'T', locale: 'fr', visibility: 'EVERYBODY' }));
  const sent = fetch(`${address}/documents/TrainingSession_${session}`, { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/octet-stream', 'x-document': said, ...headers } } as RequestInit);
  sent.catch(() => undefined);
  return async () => { close(); return sent.catch(() => undefined); };
}

/** Has somebody hold the place of one who sends: whatever else they bring is told to wait. Gives the way to end it. */
export async function hang(address: string, headers: Cookies, session: string): Promise<() => Promise<unknown>> {
  const ends = [begin(address, headers, session)];
  await vi.waitFor(async () => {
    const { outcome } = await bringDocument(address, headers, session);
    // Where this one was there first, the other was told to wait and has gone.
    if (outcome === 'DONE') ends.push(begin(address, headers, session));
    expect(outcome).toBe('BUSY');
  }, { timeout: 8_000, interval: 200 });
  return async () => { for (const end of ends) await end(); };
}
