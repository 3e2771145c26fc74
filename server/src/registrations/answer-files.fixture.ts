/** What the tests of files as answers share: bringing them, registering people with them, fetching them. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestServer } from '../../test/http/harness.ts';
import { pdf } from '../core/files/files.fixture.ts';
import { type Question, save, told } from '../questions/world.fixture.ts';
import { cameOf, registerWith } from './answers.fixture.ts';
import { addSession, type Cookies, owner, type SessionWanted } from './world.fixture.ts';
import { untilWaiting } from '../../test/waiting.ts';

export interface Brought {
  readonly key: string;
  readonly status: number;
  readonly outcome: string | undefined;
  readonly code: string | undefined;
}

export interface Bring {
  readonly key?: string;
  readonly name?: string;
  readonly file?: Buffer | ReadableStream;
  readonly more?: Readonly<Record<string, string>>;
  /** What stands in the link by which it is brought. */
  readonly secret?: string;
}

/** Brings a file to a question, by its id. */
export async function bring(server: Pick<TestServer, 'address'>, headers: Cookies, question: string, { key = randomUUID(), name = 'Потврда', file = pdf(), more = {}, secret }: Bring = {}): Promise<Brought> {
  const said = encodeURIComponent(JSON.stringify({ key, name, secret }));
  const response = await fetch(`${server.address}/answers/${question}`, {
    method: 'POST', body: Buffer.isBuffer(file) ? new Uint8Array(file) : file, duplex: 'half', headers: { 'content-type': 'application/octet-stream', 'x-answer-file': said, ...headers, ...more },
  } as RequestInit);
  const body = (await response.json()) as { outcome?: string; errors?: { extensions: { code: string } }[] };
  return { key, status: response.status, outcome: body.outcome, code: body.errors?.[0]?.extensions.code };
}

/** What answers with a file that was brought. */
export const withFile = (question: Pick<Question, 'id'>, key: string): { question: string; file: string } => ({ question: question.id, file: `AnswerFile_${key}` });

/** Fetches a file. */
export const fetchFile = (server: Pick<TestServer, 'address'>, headers: Cookies, key: string): Promise<Response> => fetch(`${server.address}/answers/AnswerFile_${key}`, { headers });

/** A session with questions for files, prepared by the adviser: these, by what they are called. */
export async function askingForFiles(server: TestServer, adviser: Cookies, questions: Readonly<Record<string, object>>, wanted: Partial<SessionWanted> = {}): Promise<{ session: string; asked: Record<string, Question> }> {
  const session = await addSession(server, { places: 50, country: 'AL', inDays: 40, ...wanted });
  const asked: Record<string, Question> = {};
  for (const [label, changes] of Object.entries(questions)) {
    const { key, session: now, ...back } = await save(server, adviser, session, { kind: 'FILE', label, ...changes });
    if (told({ session: now, ...back }) !== 'DONE') throw new Error(told({ session: now, ...back }));
    asked[label] = now!.questions.find((one) => one.key === key)!;
  }
  return { session, asked };
}

/** What comes of registering two people with the same file when both have come to it before either is done: until then nobody can be added who takes part. */
export async function atOnce(server: TestServer, { adviser, coordinator, organisation }: Readonly<Record<'adviser' | 'coordinator', Cookies>> & { readonly organisation: string }): Promise<string[]> {
  const { session, asked } = await askingForFiles(server, adviser, { file: {} }, { inDays: 66 });
  const { key } = await bring(server, coordinator, asked.file!.id);
  const holder = new pg.Client({ connectionString: server.database.owner });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query('lock table participant in share mode');
    const both = ['first', 'second'].map((name) => registerWith(server, coordinator, { session, organisation, people: { [`${name}@ngo.example`]: [withFile(asked.file!, key)] } }).then(cameOf));
    await untilWaiting(server.database, 2);
    await holder.query('commit');
    return (await Promise.all(both)).sort();
  } finally {
    await holder.end();
  }
}

/** Of a file, how many rows there are of it and of what is in it. */
export async function storedOf(server: Pick<TestServer, 'database'>, key: string): Promise<readonly [rows: number, contents: number]> {
  const [row] = await owner<{ rows: number; contents: number }>(server, 'select (select count(*)::int from answer_file where uuid = ?) as rows, (select count(*)::int from answer_file_content where file_uuid = ?) as contents', [key, key]);
  return [row!.rows, row!.contents];
}
