/** What cannot be read as HTTP, or not in time, is answered as well as it can be, and its connection ends. */
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { headerLines } from './security-headers.ts';

/** How long the sender is listened to, so that it reads the answer before the connection closes. */
const LINGER = 500;

const STATUS_OF: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, HPE_CHUNK_EXTENSIONS_OVERFLOW: 413, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers broken requests to `server` with these headers. */
export function answerBrokenRequests(server: Server, headers: Readonly<Record<string, string>>): void {
  const responses = new WeakMap<Duplex, ServerResponse>();
  const ended = new WeakSet<Duplex>();
  server.on('request', (request, response) => responses.set(request.socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (ended.has(socket)) return;
    ended.add(socket);
    const response = responses.get(socket);
    const isAnswered = response?.headersSent === true && !response.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswered) {
      socket.destroy();
      return;
    }
    const status = STATUS_OF[error.code ?? ''] ?? 400;
    const said = `${STATUS_CODES[status]}\n`;
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headerLines({
      ...headers, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', connection: 'close', 'content-length': said.length,
    })}\r\n${said}`);
    socket.resume();
    setTimeout(() => socket.destroy(), LINGER).unref();
  });
}
