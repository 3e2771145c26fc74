/** Where files come in and go out. Nothing of a file is looked at before it is known who brings it, and nothing is stored before it was checked. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Transact } from '../database/index.ts';
import { UserError } from '../errors.ts';
import { type Handler, isForeign, plain, sendOnce } from '../http/index.ts';
import type { ApiLimits, CountedFile } from '../limits/index.ts';
import type { Visit } from '../visit.ts';
import { checkFile } from './check-file.ts';
import type { CheckedFile } from './checked-file.ts';
import type { CheckedAs, HoldFile } from './file-check.ts';
import { type FileOutcome, FullDisk } from './file-outcome.ts';
import type { FileTraffic, Sender } from './file-traffic.ts';
import { costOf, type GivenFile, sendHead, sendSlices } from './give-file.ts';
import { tellHeld } from './held-file.ts';
import { bytesOf, saidIn } from './receive-file.ts';
import { RefusedFile } from './refused-file.ts';

export interface FileRoutesOptions {
  /** Who asks with a request. */
  readonly asking: (request: IncomingMessage, response: ServerResponse) => Promise<{
    readonly caller: { readonly network: string; readonly standing: { readonly actor: { readonly person: string | null; readonly session: string | null } } };
    readonly visit: Pick<Visit, 'requireStepUp'>;
  }>;
  readonly limits: Pick<ApiLimits, 'allowanceOf' | 'countUpload'>;
  /** How the person reads and writes; null for a visitor. */
  readonly transactAs: (person: string | null) => Transact;
  /** Where people reach the site, when it is not where requests say that it is. */
  readonly publicUrl: string | undefined;
  /** Has a file wait until it was looked at for viruses; undefined where there is nothing to look with. */
  readonly hold: HoldFile | undefined;
  /** What the process takes and gives at once, the same for all that take files. */
  readonly traffic: FileTraffic;
}

/** Who brings a file, and what to: by their keys. */
export interface Bringing<Said> {
  readonly person: string;
  /** The session in which they are signed in. */
  readonly signIn: string;
  readonly to: string;
  /** What is said of the file. */
  readonly sent: Said;
}

/** A file that is brought by a link. */
export interface BringingByLink<Said> extends Pick<Bringing<Said>, 'to' | 'sent'> {
  /** What stands for the link: nobody has the secret by it. */
  readonly link: string;
}

/** Files that whoever has a link brings by its secret, signed in or not: nothing of an account counts then. As of `FilesOf` otherwise. */
export interface FilesByLink<Said> {
  /** What stands for the link of which the secret is sent; undefined where none is. */
  readonly linkOf: (sent: Said) => string | undefined;
  readonly obstacleTo: (em: EntityManager, bringing: BringingByLink<Said>, size: number) => Promise<FileOutcome | undefined>;
  readonly store: (em: EntityManager, bringing: BringingByLink<Said>, file: CheckedFile) => Promise<FileOutcome>;
}

/** The files of a feature. */
export interface FilesOf<Said> {
  /** The address of a file, and of what files are brought to; the first group of each is a key. */
  readonly file: RegExp;
  readonly to: RegExp;
  /** The header of ours in which something is said of a file that is brought. */
  readonly header: string;
  /** The most bytes of a file. */
  readonly most: number;
  /** What a person may bring so many of in a day. */
  readonly counted: CountedFile;
  /** Reads what is said of a file; undefined for what no page of ours sends. */
  readonly read: (said: unknown) => Said | undefined;
  /** Checks a file, where not every kind of file is taken as it is. Throws RefusedFile. */
  readonly check?: (bytes: Buffer) => Promise<CheckedFile>;
  /** What keeps a file of so many bytes from being brought now; undefined for nothing. Asked before it has come, of one byte. */
  readonly obstacleTo: (em: EntityManager, bringing: Bringing<Said>, size: number) => Promise<FileOutcome | undefined>;
  /** Stores a file that was checked. Throws FullDisk. */
  readonly store: (em: EntityManager, bringing: Bringing<Said>, file: CheckedFile) => Promise<FileOutcome>;
  /** Where whoever has a link brings files too. */
  readonly byLink?: FilesByLink<Said>;
  /** What a file is; undefined for one that is not there, or not for who asks: the rules of the tables say which. */
  readonly find: (em: EntityManager, key: string) => Promise<GivenFile | undefined>;
  /** So many bytes of it, after the first `from`; undefined as above. */
  readonly slice: (em: EntityManager, key: string, from: number, length: number) => Promise<Buffer | undefined>;
  /** As what its checks for viruses stand, and the key of the file that is brought; pictures that are drawn anew are another file than the one that came, and are not looked at. */
  readonly checked: { readonly as: CheckedAs; readonly keyOf: (bringing: Pick<Bringing<Said>, 'to' | 'sent'>) => string } | 'DRAWN_ANEW';
  /** Whether a file can be about somebody, who then has it as the rest of what is kept about them: once they have shown that it is them. */
  readonly isAboutPeople?: boolean;
  /** Whether they are pictures of pages, small ones: a page asks for many at once, and they are not counted as files that are on their way. */
  readonly areShown?: boolean;
}

/** A file costs as much as so many questions. */
const COST = 10;

const STATUS: Readonly<Partial<Record<FileOutcome, number>>> = { DONE: 201, TOO_LARGE: 413, TOO_LONG: 413, UNSUPPORTED: 415, FULL: 507, BUSY: 503, NOT_ALLOWED: 403, GONE: 404, TOO_LATE: 409, TOO_MANY: 409, CONFLICT: 409, MIXED: 415, ANIMATED: 415 };

/** Answers GET with a file, and POST with what came of bringing the file in its body. */
export function fileRoutes<Said>(options: FileRoutesOptions, files: FilesOf<Said>): Handler {
  return async (request, response) => {
    response.setHeader('vary', 'Cookie');
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('x-robots-tag', 'noindex');
    const path = new URL(request.url!.replace(/^https?:\/\/[^/?]*/i, ''), 'http://localhost').pathname;
    const [file, to] = [files.file.exec(path)?.[1], files.to.exec(path)?.[1]];
    try {
      if (request.method === 'POST' && to !== undefined) tell(request, response, await receive(options, files, to, { request, response }));
      else await give(options, files, file, { request, response });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refuse(request, response, error);
    }
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Slice by slice, each asked for when the one before has gone: what a slow reader takes is not in memory. Each asks the rules anew. */
async function give<Said>({ asking, limits, transactAs, traffic }: FileRoutesOptions, files: FilesOf<Said>, key: string | undefined, { request, response }: Exchange): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(request, response, 405);
  if (key === undefined) return plain(response, 404, 'Not found');
  const { caller: { network, standing: { actor: { person } } }, visit } = await asking(request, response);
  const allowance = limits.allowanceOf(person, network);
  await allowance.take(1);
  const given = await findFor(files, key, transactAs(person), person !== null, visit);
  if (!given) return plain(response, 404, 'Not found');
  const { found, read } = given;
  if (found.isHeld) return tellHeld(request, response);
  if (request.method === 'HEAD') return void sendHead(response, found).end();
  await allowance.take(costOf(found.size));
  const done = files.areShown ? () => undefined : traffic.outgoing.begin(network);
  if (!done) {
    response.setHeader('retry-after', '5');
    return plain(response, 503, 'Too many files are on their way to your network: try again in a moment');
  }
  try {
    await sendSlices(response, found, (from, length) => read((em) => files.slice(em, key, from, length)));
  } finally {
    done();
  }
}

/** The file, and how it is read: as who asks, or as somebody who reads what is kept about them. Throws STEP_UP_REQUIRED. */
async function findFor<Said>(files: FilesOf<Said>, key: string, transact: Transact, isSignedIn: boolean, visit: Pick<Visit, 'requireStepUp'>): Promise<{ readonly found: GivenFile; readonly read: Transact } | undefined> {
  const found = await transact((em) => files.find(em, key));
  if (found) return { found, read: transact };
  if (!files.isAboutPeople || !isSignedIn) return undefined;
  const read: Transact = (work) => transact(async (em) => {
    await em.execute(`select set_config('passerelle.purpose', 'my-data', true)`);
    return work(em);
  });
  const own = await read((em) => files.find(em, key));
  if (!own) return undefined;
  visit.requireStepUp();
  return { found: own, read };
}

/**
 * Receives a file. What is said of it comes in a header of our own, so that no page of another site can have a browser send one unasked
 * (https://fetch.spec.whatwg.org/#cors-safelisted-request-header). Throws UserError.
 */
async function receive<Said>(options: FileRoutesOptions, files: FilesOf<Said>, to: string, { request, response }: Exchange): Promise<FileOutcome> {
  const { asking, limits, transactAs, publicUrl, traffic, hold } = options;
  const sent = saidIn(request, files.header, files.read);
  if (isForeign(request, publicUrl) || request.headers['content-type'] !== 'application/octet-stream' || !sent) throw new UserError('BAD_REQUEST', 'Only pages of this site may send files');
  const { caller: { network, standing: { actor } } } = await asking(request, response);
  await limits.allowanceOf(actor.person, network).take(COST);
  const { sender, counted, transact, obstacleTo, store } = bringerOf(files, { to, sent }, { ...actor, network }, transactAs);
  const obstacle = await transact((em) => obstacleTo(em, 1));
  if (obstacle) return obstacle;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const place = await traffic.enter(sender, gone.signal);
  if (!place) return 'BUSY';
  try {
    await limits.countUpload(sender.subject, counted);
    const bytes = await bytesOf(request, files.most, place.isDue);
    const file = await traffic.check(() => (files.check ?? checkFile)(bytes));
    return await transact(async (em) => {
      const outcome = await store(em, file);
      if (outcome === 'DONE' && hold && files.checked !== 'DRAWN_ANEW') await hold(em, files.checked.as, files.checked.keyOf({ to, sent }));
      return outcome;
    });
  } catch (error) {
    return faultOf(error);
  } finally {
    place.leave();
  }
}

/** Who brings a file: what they are counted and have a place as, and what is asked and done of what they bring. */
interface Bringer {
  readonly sender: Sender;
  readonly counted: CountedFile;
  readonly transact: Transact;
  readonly obstacleTo: (em: EntityManager, size: number) => Promise<FileOutcome | undefined>;
  readonly store: (em: EntityManager, file: CheckedFile) => Promise<FileOutcome>;
}

interface Asking {
  readonly person: string | null;
  readonly session: string | null;
  readonly network: string;
}

/** Whoever has a link, where its secret is sent, else who is signed in. Throws UNAUTHENTICATED. */
function bringerOf<Said>(files: FilesOf<Said>, brought: Pick<Bringing<Said>, 'to' | 'sent'>, { person, session: signIn, network }: Asking, transactAs: FileRoutesOptions['transactAs']): Bringer {
  const { byLink, counted } = files;
  const link = byLink?.linkOf(brought.sent);
  if (byLink && link !== undefined) {
    const bringing = { ...brought, link };
    return { sender: { subject: link, network }, counted: 'bringFileByLink', transact: transactAs(null), obstacleTo: (em, size) => byLink.obstacleTo(em, bringing, size), store: (em, file) => byLink.store(em, bringing, file) };
  }
  if (person === null || signIn === null) throw new UserError('UNAUTHENTICATED', 'Sign in first');
  const bringing = { ...brought, person, signIn };
  return { sender: { subject: person }, counted, transact: transactAs(person), obstacleTo: (em, size) => files.obstacleTo(em, bringing, size), store: (em, file) => files.store(em, bringing, file) };
}

/** What is told of a file that was not stored. Throws what is no fault of a file. */
function faultOf(error: unknown): FileOutcome {
  if (error instanceof RefusedFile) return error.fault;
  if (error instanceof FullDisk) return 'FULL';
  throw error;
}

function json(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  sendOnce(request, response, JSON.stringify(body));
}

function tell(request: IncomingMessage, response: ServerResponse, outcome: FileOutcome): void {
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
