/** Compression of what is made for one request; built files are compressed by the build. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import type { Handler } from './handler.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** In bytes. Below, it is not worth its while. */
const compress = compression({ threshold: 1024 }) as unknown as Middleware;

/** The handler, whose longer answers travel compressed to those who take them so. */
export function compressed(handler: Handler): Handler {
  return (request, response) => new Promise((resolve) => compress(request, response, () => resolve(handler(request, response))));
}
