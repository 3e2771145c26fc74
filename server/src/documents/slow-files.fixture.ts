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

/** In milliseconds: who has waited for so long is in line, or was told that there is no room to wait, and gives up. */
const SHORT = 700;

/** Has somebody hold the place of one who sends: whatever else they bring waits. Gives the way to end it. */
export async function hang(address: string, headers: Cookies, session: string): Promise<() => Promise<unknown>> {
  const end = begin(address, headers, session);
  await vi.waitFor(async () => {
    const outcome = await bringDocument(address, headers, session, { signal: AbortSignal.timeout(SHORT) }).then((came) => came.outcome, () => 'WAITED');
    // Where this one was there first, the other waits, and has the place now.
    expect(outcome).not.toBe('DONE');
  }, { timeout: 8_000, interval: 50 });
  return end;
}
