/** Answers that are another address. */
import type { ServerResponse } from 'node:http';

/** Sends the browser on, by GET. `to` is an address made of signs that an address may have. Nobody may keep it. */
export function redirect(response: ServerResponse, to: string): void {
  response.statusCode = 303;
  response.setHeader('location', to);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', 0);
  response.end();
}
