/** One HTTP server for the API, the page and the probes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { hasBody } from './answer.ts';
import { answerBrokenRequests } from './broken-request.ts';
import { compressed } from './compressed.ts';
import type { Handler } from './handler.ts';
import { jsonFile } from './json-file.ts';
import { pageHandler, type PageOptions } from './page.ts';
import { plain } from './plain.ts';
import { securityHeaders, UNLISTED_HEADER } from './security-headers.ts';
import { type SiteFiles, siteFiles } from './site-files.ts';

/** In milliseconds. */
export interface Timeouts {
  /** For a whole request with its body to arrive. */
  readonly request: number;
  /** For its headers to arrive. */
  readonly headers: number;
  /** How often both are looked at: a request may take so much longer. */
  readonly check: number;
}

export interface HttpOptions {
  readonly graphql: Handler;
  /** Answers subscriptions: what it sends goes out as it is written; left out where there are none. */
  readonly stream?: Handler;
  /** Resolves when the server can answer; rejects when it cannot. */
  readonly ready: () => Promise<unknown>;
  /** Told of errors that no handler answered. */
  readonly logError: (error: unknown) => void;
  /** The built page; left out while a development server serves it. */
  readonly page?: PageOptions | undefined;
  /** What robots.txt, sitemap.xml and security.txt say; left out where there are none. */
  readonly site?: SiteFiles | undefined;
  /** Addresses of features, by path: they are only read, and answer as they like. */
  readonly routes?: Readonly<Record<string, Handler>>;
  /** The same, by what their paths begin with. */
  readonly trees?: Readonly<Record<string, Handler>>;
  /** The same, to which files may be sent, by what their paths begin with: they have more time to arrive. */
  readonly uploads?: Readonly<Record<string, Handler>>;
  /** JSON that anybody may read, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What is read by who is signed in, each their own, by path. */
  readonly own?: Readonly<Record<string, Handler>>;
  /** Pages of development only, by path. */
  readonly extra?: Readonly<Record<string, Handler>>;
  /** Whether to tell browsers to come back by HTTPS only. */
  readonly hsts: boolean;
  readonly timeouts?: Timeouts;
}

const TIMEOUTS: Timeouts = { request: 10_000, headers: 5_000, check: 1_000 };
/** The same for a request that brings a file. */
const UPLOAD = 120_000;
const KEEP_ALIVE = 10_000;
/** A connection on which nothing moves, because its other end does not read, is closed after so long. */
const IDLE = 30_000;

/** Creates the server; its caller listens. Slow or endless requests are cut. */
export function createHttpServer(options: HttpOptions): Server {
  const headers = securityHeaders(options.hsts);
  const timeouts = options.timeouts ?? TIMEOUTS;
  const handlerOf = routes(options);
  const protect = (response: ServerResponse): void => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
  const isUpload = (path: string): boolean => Object.keys(options.uploads ?? {}).some((start) => path.startsWith(start));
  const server = createServer(
    { requestTimeout: options.uploads ? UPLOAD : timeouts.request, headersTimeout: timeouts.headers, connectionsCheckingInterval: timeouts.check, keepAliveTimeout: KEEP_ALIVE, requireHostHeader: false },
    (request, response) => {
      // A response to somebody who has left cannot be written: that is nobody's fault.
      response.on('error', () => undefined);
      protect(response);
      // Node would answer it itself, without these headers.
      if (request.headers.host === undefined && request.httpVersion === '1.1') return plain(response, 400, 'Bad Request');
      const path = pathOf(request);
      if (options.uploads && !isUpload(path)) limitTime(server, request, timeouts.request);
      void guarded(handlerOf(path), options.logError)(request, response);
    },
  );
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    protect(response);
    plain(response, 417, 'Expectation Failed');
  });
  server.timeout = IDLE;
  answerBrokenRequests(server, headers);
  return server;
}

/** Cuts a request whose body does not arrive in time, as the server itself cuts those that bring a file. */
function limitTime(server: Server, request: IncomingMessage, patience: number): void {
  if (!hasBody(request)) return;
  const timer = setTimeout(() => {
    if (!request.complete) server.emit('clientError', Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), request.socket);
  }, patience);
  request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
}

/** The path asked for; a request that goes through a proxy may name the whole address. */
function pathOf(request: IncomingMessage): string {
  return request.url!.replace(/^https?:\/\/[^/?]*/i, '').split('?', 1)[0]!;
}

function routes(options: HttpOptions): (path: string) => Handler {
  const graphql = compressed(options.graphql);
  const site = options.site ? Object.entries(siteFiles(options.site)).map(([path, handler]) => [path, read(compressed(handler))] as const) : [];
  const files = Object.entries(options.files ?? {}).map(([path, json]) => [path, read(compressed(jsonFile(json)))] as const);
  const routed = Object.entries(options.routes ?? {}).map(([path, handler]) => [path, read(handler)] as const);
  const own = Object.entries(options.own ?? {}).map(([path, handler]) => [path, unlisted(read(compressed(handler)))] as const);
  const fixed: Readonly<Record<string, Handler>> = {
    '/graphql': unlisted((request, response) => (request.headers['accept-encoding'] === undefined ? options.graphql : graphql)(request, response)),
    ...(options.stream && { '/graphql/stream': unlisted(options.stream) }),
    '/livez': read((_request, response) => plain(response, 200, 'alive')),
    '/readyz': read((_request, response) => readiness(options.ready, response)),
    ...Object.fromEntries([...site, ...files, ...routed, ...own]),
    ...options.extra,
  };
  const trees = [...Object.entries(options.trees ?? {}).map(([start, handler]) => [start, read(compressed(handler))] as const), ...Object.entries(options.uploads ?? {})];
  const page = options.page ? read(pageHandler(options.page)) : undefined;
  const nothing: Handler = (_request, response) => plain(response, 404, 'Not found');
  return (path) => (Object.hasOwn(fixed, path) ? fixed[path]! : (trees.find(([start]) => path.startsWith(start))?.[1] ?? page ?? nothing));
}

/** What search engines leave out. */
function unlisted(handler: Handler): Handler {
  return (request, response) => {
    response.setHeader(...UNLISTED_HEADER);
    return handler(request, response);
  };
}

/** What is only read: no other method, and no body that would have to be waited for. */
function read(handler: Handler): Handler {
  return (request, response) => {
    if (hasBody(request)) response.setHeader('connection', 'close');
    if (request.method === 'GET' || request.method === 'HEAD') return handler(request, response);
    response.setHeader('allow', 'GET, HEAD');
    return plain(response, 405, 'Only GET');
  };
}

/** The handler; an error that it lets through is logged and ends its response, not the process. */
function guarded(handler: Handler, logError: (error: unknown) => void): Handler {
  return async (request, response) => {
    try {
      await handler(request, response);
    } catch (error) {
      logError(error);
      if (response.headersSent) response.destroy();
      else plain(response, 500, 'Something went wrong on the server');
    }
  };
}

async function readiness(ready: () => Promise<unknown>, response: ServerResponse): Promise<void> {
  try {
    await ready();
    plain(response, 200, 'ready');
  } catch {
    response.setHeader('retry-after', '2');
    plain(response, 503, 'not ready');
  }
}
