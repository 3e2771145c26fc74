/** What answers a request. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request, at once or later. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
