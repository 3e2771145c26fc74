/** Short answers in plain text: probes, and addresses where nothing is. */
import type { ServerResponse } from 'node:http';

/** Answers `text` as a line. Nobody may keep it. */
export function plain(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', Buffer.byteLength(text) + 1);
  response.end(`${text}\n`);
}
