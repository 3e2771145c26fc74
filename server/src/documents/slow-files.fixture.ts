/** Somebody who begins to send a document and goes no further. */
import { randomUUID } from 'node:crypto';

/** Gives the way to end it. */
export async function hang(address: string, headers: Readonly<Record<string, string>>, session: string): Promise<{ readonly end: () => Promise<unknown> }> {
  let close: () => void;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => { controller.enqueue(new Uint8Array(9)); close = () => controller.close(); } });
  const said = encodeURIComponent(JSON.stringify({ key: randomUUID(), title: 'T', locale: 'fr', visibility: 'EVERYBODY' }));
  const sent = fetch(`${address}/documents/TrainingSession_${session}`, { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/octet-stream', 'x-document': said, ...headers } } as RequestInit);
  sent.catch(() => undefined);
  return { end: async () => { close(); return sent.catch(() => undefined); } };
}
