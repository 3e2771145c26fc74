/** Where files come in and go out. Nothing of a file is looked at before it is known who brings it, and nothing is stored before it was checked. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Transact } from '../core/database/index.ts';
import { UserError } from '../core/errors.ts';
import { type Handler, isForeign, plain, sendOnce } from '../core/http/index.ts';
import type { ApiLimits } from '../core/limits/index.ts';
import { checkFile } from './check-file.ts';
import { addDocument, type DocumentOutcome, fileOf, FullDisk, MOST, obstacleTo, readDocument, type SentDocument, sliceOf } from './documents.service.ts';
import { costOf, Outgoing, sendHead, sendSlices } from './give-file.ts';
import { RefusedFile } from './refused-file.ts';

/** What their addresses begin with. */
export const DOCUMENTS = '/documents/';

export interface DocumentRoutesOptions {
  /** Who asks with a request. */
  readonly asking: (request: IncomingMessage, response: ServerResponse) => Promise<{ readonly caller: { readonly network: string; readonly standing: { readonly actor: { readonly person: string | null } } } }>;
  readonly limits: Pick<ApiLimits, 'allowanceOf' | 'countUpload'>;
  /** How the person reads and writes; null for a visitor. */
  readonly transactAs: (person: string | null) => Transact;
  /** Where people reach the site, when it is not where requests say that it is. */
  readonly publicUrl: string | undefined;
}

const KEY = String.raw`([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})`;
const FILE = new RegExp(`^/documents/SessionDocument_${KEY}$`);
const SESSION = new RegExp(`^/documents/TrainingSession_${KEY}$`);
/** A file costs as much as so many questions. */
const COST = 10;
/** So many are received and checked at once, by a process, and one of a person: each is whole in memory meanwhile. */
const AT_ONCE = 3;

const STATUS: Readonly<Partial<Record<DocumentOutcome, number>>> = { DONE: 201, TOO_LARGE: 413, UNSUPPORTED: 415, FULL: 507, BUSY: 503, NOT_ALLOWED: 403, GONE: 404, TOO_LATE: 409, TOO_MANY: 409 };

/** Answers GET `/documents/SessionDocument_…` with its file, and POST `/documents/TrainingSession_…` with what came of adding the file in its body. */
export function documentRoutes(options: DocumentRoutesOptions): Handler {
  const coming = new Set<string>();
  const outgoing = new Outgoing();
  return async (request, response) => {
    response.setHeader('vary', 'Cookie');
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('x-robots-tag', 'noindex');
    const path = new URL(request.url!.replace(/^https?:\/\/[^/?]*/i, ''), 'http://localhost').pathname;
    const [file, session] = [FILE.exec(path)?.[1], SESSION.exec(path)?.[1]];
    try {
      if (request.method === 'POST' && session !== undefined) tell(request, response, await receive(options, coming, session, request, response));
      else await give(options, outgoing, file, request, response);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refuse(request, response, error);
    }
  };
}

/** Slice by slice, each asked for when the one before has gone: what a slow reader takes is not in memory. Each asks the rules anew. */
async function give({ asking, limits, transactAs }: DocumentRoutesOptions, outgoing: Outgoing, key: string | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(request, response, 405);
  if (key === undefined) return plain(response, 404, 'Not found');
  const { caller: { network, standing: { actor: { person } } } } = await asking(request, response);
  const allowance = limits.allowanceOf(person, network);
  await allowance.take(1);
  const transact = transactAs(person);
  const found = await transact((em) => fileOf(em, key));
  if (!found) return plain(response, 404, 'Not found');
  if (request.method === 'HEAD') return void sendHead(response, found).end();
  await allowance.take(costOf(found.size));
  const done = outgoing.begin(network);
  if (!done) {
    response.setHeader('retry-after', '5');
    return plain(response, 503, 'Too many files are on their way to your network: try again in a moment');
  }
  try {
    await sendSlices(response, found, (from, length) => transact((em) => sliceOf(em, key, from, length)));
  } finally {
    done();
  }
}

/**
 * Receives a file. What is said of it comes in a header of our own, so that no page of another site can have a browser send one unasked
 * (https://fetch.spec.whatwg.org/#cors-safelisted-request-header). Throws UserError.
 */
async function receive(options: DocumentRoutesOptions, coming: Set<string>, session: string, request: IncomingMessage, response: ServerResponse): Promise<DocumentOutcome> {
  const { asking, limits, transactAs, publicUrl } = options;
  const sent = saidOf(request);
  if (isForeign(request, publicUrl) || request.headers['content-type'] !== 'application/octet-stream' || !sent) throw new UserError('BAD_REQUEST', 'Only pages of this site may send files');
  const { caller: { network, standing: { actor: { person } } } } = await asking(request, response);
  await limits.allowanceOf(person, network).take(COST);
  if (person === null) throw new UserError('UNAUTHENTICATED', 'Sign in first');
  const transact = transactAs(person);
  const obstacle = await transact((em) => obstacleTo(em, person, session, { sent, size: 1 }));
  if (obstacle) return obstacle;
  if (coming.size >= AT_ONCE || coming.has(person)) return 'BUSY';
  coming.add(person);
  try {
    await limits.countUpload(person);
    const file = await checkFile(await bytesOf(request));
    return await transact((em) => addDocument(em, person, session, { sent, file }));
  } catch (error) {
    return faultOf(error);
  } finally {
    coming.delete(person);
  }
}

/** What is told of a file that was not stored. Throws what is no fault of a file. */
function faultOf(error: unknown): DocumentOutcome {
  if (error instanceof RefusedFile) return error.fault;
  if (error instanceof FullDisk) return 'FULL';
  throw error;
}

function saidOf({ headers }: IncomingMessage): SentDocument | undefined {
  const said = headers['x-document'];
  try {
    return typeof said === 'string' ? readDocument(JSON.parse(decodeURIComponent(said))) : undefined;
  } catch {
    return undefined;
  }
}

/** The body, as long as it is no longer than a file may be. Throws RefusedFile, BAD_REQUEST where it ends too early. */
async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MOST.file) throw new RefusedFile('TOO_LARGE');
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MOST.file) throw new RefusedFile('TOO_LARGE');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new UserError('BAD_REQUEST', 'The file ended too early');
  }
  return Buffer.concat(chunks);
}

function json(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  sendOnce(request, response, JSON.stringify(body));
}

function tell(request: IncomingMessage, response: ServerResponse, outcome: DocumentOutcome): void {
  if (outcome === 'BUSY') response.setHeader('retry-after', '5');
  json(request, response, STATUS[outcome] ?? 400, { outcome });
}

/** A refusal is JSON as the API's. */
function refuse(request: IncomingMessage, response: ServerResponse, error: UserError | 405): void {
  if (error === 405) {
    response.setHeader('allow', 'GET, HEAD, POST');
    return json(request, response, 405, {});
  }
  const { code, params, http } = error.extensions as { code: string; params: { seconds?: number }; http: { status: number } };
  if (params.seconds !== undefined) response.setHeader('retry-after', String(params.seconds));
  json(request, response, http.status, { errors: [{ message: error.message, extensions: { code, params } }] });
}
