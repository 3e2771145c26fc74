/** One HTTP server for the API, the page and the probes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import compression from 'compression';
import helmet from 'helmet';
import sirv from 'sirv';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface HttpOptions {
  readonly graphql: Handler;
  /** Resolves when the server can answer; rejects when it cannot. */
  readonly ready: () => Promise<unknown>;
  /** The built page's folder; left out while a development server serves it. */
  readonly pageFolder?: string | undefined;
  /** Pages of development only, by path. */
  readonly extra?: Readonly<Record<string, Handler>>;
  /** Whether to tell browsers to come back by HTTPS only. */
  readonly hsts: boolean;
}

const PERMISSIONS = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics'].map((name) => `${name}=()`).join(', ');

function securityHeaders(hsts: boolean): Middleware {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'"], fontSrc: ["'self'"],
        connectSrc: ["'self'"], manifestSrc: ["'self'"], workerSrc: ["'self'"], baseUri: ["'none'"], formAction: ["'self'"],
        frameAncestors: ["'none'"], objectSrc: ["'none'"], requireTrustedTypesFor: ["'script'"], trustedTypes: ['vue'],
      },
    },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: hsts ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    xPoweredBy: false,
  });
  return (request, response, next) => {
    response.setHeader('permissions-policy', PERMISSIONS);
    protect(request, response, next);
  };
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Creates the server; its caller listens. Slow or endless requests are cut. */
export function createHttpServer(options: HttpOptions): Server {
  const protect = securityHeaders(options.hsts);
  const compress = compression({ threshold: 1024 }) as unknown as Middleware;
  const page = options.pageFolder ? pageHandler(options.pageFolder) : undefined;
  const server = createServer((request, response) => {
    protect(request, response, () => {
      const path = request.url!.split('?', 1)[0]!;
      const extra = options.extra?.[path];
      if (path === '/graphql') compress(request, response, () => void options.graphql(request, response));
      else if (path === '/livez') plain(response, 200, 'alive');
      else if (path === '/readyz') void readiness(options.ready, response);
      else if (extra) void extra(request, response);
      else if (page && (request.method === 'GET' || request.method === 'HEAD')) page(request, response);
      else plain(response, page ? 405 : 404, page ? 'Only GET' : 'Not found');
    });
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5_000;
  server.keepAliveTimeout = 10_000;
  return server;
}

/** Built files under their hashed names are kept for ever; every other address is the page's. */
function pageHandler(folder: string): Handler {
  const files = sirv(folder, {
    single: true, etag: true, gzip: true, brotli: true,
    setHeaders: (response, path) => response.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, no-cache'),
  });
  return (request, response) => {
    files(request, response, () => plain(response, 404, 'Not found'));
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

function plain(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(`${text}\n`);
}
