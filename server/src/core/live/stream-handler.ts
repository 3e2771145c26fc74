/** Answers `/graphql/stream`: a subscription as server-sent events, by the protocol of graphql-sse in its mode of distinct connections. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Locale } from '@passerelle/shared/locales.ts';
import { type ExecutionArgs, type ExecutionResult, type GraphQLSchema, GraphQLError } from 'graphql';
import { createHandler } from 'graphql-sse';
import { type LogError, errorFormatter, type TrustedDocuments } from '../graphql/index.ts';
import type { Context } from '../context.ts';
import { graphqlRequest, isForeign, localeOf, MAX_VISITOR_BODY, Refusal, refuse, searchOf, type Handler } from '../http/index.ts';
import type { Live, StreamContext } from './stream-context.ts';
import { type StreamQuery, streamDocuments } from './stream-document.ts';
import type { StreamEnd, Streams } from './streams.ts';

export interface StreamHandlerOptions {
  readonly schema: GraphQLSchema;
  readonly documents: TrustedDocuments;
  readonly contextFor: (locale: Locale, request: IncomingMessage, response: ServerResponse) => Promise<Context>;
  /** The network that a request comes from. */
  readonly network: (request: IncomingMessage) => string;
  readonly publicUrl?: string | undefined;
  readonly live: Live;
  readonly streams: Streams;
  readonly logError: LogError;
}

const EVENTS = 'text/event-stream';
/** How long an end that does not read is waited for, in milliseconds. */
const PATIENCE = 15_000;

/** Nothing on the way may keep it, change it, pack it or wait for more of it. Its connection ends with it. */
const HEADERS = { 'content-type': `${EVENTS}; charset=utf-8`, 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no', connection: 'close' } as const;

/** The context, as the library knows it. */
type Told = StreamContext & Record<PropertyKey, unknown>;

type Body = AsyncGenerator<string, void, undefined>;

/** Answers streams. What is refused is refused as `/graphql` refuses it. */
export function streamHandler(options: StreamHandlerOptions): Handler {
  const documentOf = streamDocuments(options.schema, options.documents);
  const format = errorFormatter(options.logError);
  const formatted = (result: ExecutionResult): ExecutionResult =>
    (result.errors ? { ...result, errors: result.errors.map((error) => format(error.toJSON(), error)) as unknown as GraphQLError[] } : result);
  const events = createHandler<IncomingMessage, { readonly args: ExecutionArgs }, Told>({
    authenticate: () => undefined as never, // No tokens: a connection for each subscription.
    validate: () => [],
    onSubscribe: ({ context: { args } }) => args as ExecutionArgs & { contextValue: Told },
    onNext: (_context, _request, result) => formatted(result as ExecutionResult) as never,
  });
  return async (request, response) => {
    try {
      await open(request, response);
    } catch (error) {
      if (!response.headersSent && !response.destroyed) refuse(options, request, response, error);
    }
  };

  async function open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const search = searchOf(request.url!);
    refuseOthers(request);
    if (isForeign(request, options.publicUrl)) throw new Refusal('BAD_REQUEST', 'Only pages of this site may ask', { status: 403 });
    const locale = localeOf(search, request.headers['accept-language']);
    const context = await options.contextFor(locale, request, response);
    const asked = await readQuery(request, search, () => context.allowance.take(1));
    const document = await documentOf(asked);
    const over = new AbortController();
    let why: StreamEnd | undefined;
    const { person, session } = context.actor;
    const left = await options.streams.admit({ person, session, network: options.network(request) }, (end) => {
      why = end;
      over.abort();
    });
    response.once('close', () => over.abort());
    try {
      const contextValue: StreamContext = { ...context, live: options.live, over: over.signal };
      const args: ExecutionArgs = { schema: options.schema, document, operationName: asked.operationName ?? null, variableValues: asked.variables ?? null, contextValue };
      const [body] = await events({ method: 'GET', url: '/?query=', headers: { get: (name) => (name === 'accept' ? EVENTS : null) }, body: null, raw: request, context: { args } });
      if (body === null || typeof body === 'string') throw new Refusal('BAD_REQUEST', 'This cannot be subscribed to');
      await send(response, body as Body, over.signal);
      // Whoever is told that it is complete does not come back by themselves; whoever is told nothing does.
      response.end(why === 'OVER' ? 'event: complete\ndata:\n\n' : undefined);
    } finally {
      over.abort();
      left();
    }
  }
}

function refuseOthers({ method, headers }: IncomingMessage): void {
  if (method !== 'GET' && method !== 'POST') throw new Refusal('BAD_REQUEST', 'Ask by GET, POST', { status: 405, headers: { allow: 'GET, POST' } });
  if (!(headers.accept ?? '').split(',').some((type) => type.split(';', 1)[0]!.trim().toLowerCase() === EVENTS)) throw new Refusal('BAD_REQUEST', `Streams are ${EVENTS}`, { status: 406 });
}

interface Asked {
  readonly query?: string | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: string } };
}

/** What is asked, by GET or POST, as `/graphql` reads it, counted before it is read. No subscription needs more than what visitors send. */
async function readQuery(request: IncomingMessage, search: URLSearchParams, count: () => Promise<void>): Promise<StreamQuery> {
  const { body, search: read } = await graphqlRequest(request, search, {}, async () => {
    await count();
    return { bytes: MAX_VISITOR_BODY };
  });
  const given = (body ?? searchedFor(new URLSearchParams(read))) as Asked;
  if (typeof given !== 'object' || Array.isArray(given)) throw new Refusal('BAD_REQUEST', 'Send one subscription');
  const hash = given.extensions?.persistedQuery?.sha256Hash;
  return { query: given.query, operationName: given.operationName ?? undefined, variables: given.variables, hash: typeof hash === 'string' ? hash : undefined };
}

function searchedFor(search: URLSearchParams): Asked {
  try {
    const json = (name: string): unknown => JSON.parse(search.get(name) ?? 'null') ?? undefined;
    return { query: search.get('query') ?? undefined, operationName: search.get('operationName') ?? undefined, variables: json('variables'), extensions: json('extensions') } as Asked;
  } catch {
    throw new Refusal('BAD_REQUEST', 'The address cannot be read');
  }
}

/** Writes events as they come, as fast as the other end reads them and no faster, until it is over. */
async function send(response: ServerResponse, body: Body, over: AbortSignal): Promise<void> {
  const stop = (): void => void body.return();
  over.addEventListener('abort', stop, { once: true });
  if (over.aborted) stop();
  response.writeHead(200, HEADERS);
  for await (const event of body) {
    if (over.aborted) break;
    if (!response.write(event)) await drained(response, over);
  }
  over.removeEventListener('abort', stop);
}

/** Settles when the other end has read; one that does not is let go of. */
function drained(response: ServerResponse, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => response.destroy(), PATIENCE).unref();
    const done = (): void => {
      clearTimeout(timer);
      response.off('drain', done);
      over.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    over.addEventListener('abort', done, { once: true });
  });
}
