/** A document for programs at a fixed address, which stays the same while the server runs. */
import { hash } from 'node:crypto';
import { sendTagged } from './answer.ts';
import { encode } from './encode.ts';
import type { Handler } from './handler.ts';

/** Sends this JSON. Any cache may keep it that asks again each time. */
export function jsonFile(json: string): Handler {
  const bytes = encode(json);
  const tag = `W/"${hash('sha256', bytes, 'base64url').slice(0, 27)}"`;
  return (request, response) => {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    sendTagged(response, bytes, tag, request.headers['if-none-match']);
  };
}
