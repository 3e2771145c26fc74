/** What tests of files that wait share: a server with a clamd that says what a test has it say, and what becomes of each file. */
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { testServer, type TestServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { type Said, testClamd } from './clamd.fixture.ts';

/** What clamd says of a file that is clean, of one in which it finds something, and where it cannot say. */
export const [CLEAN, FOUND, FAILED] = ['stream: OK', 'stream: Eicar-Test-Signature FOUND', 'stream: Not now ERROR'] as const;

interface Check {
  readonly id: string;
  readonly isChecked: boolean;
  /** The key of who brought the file; null for nobody any more. */
  readonly bringer: string | null;
}

export interface CheckedFiles {
  readonly server: () => TestServer;
  /** The owner of the tables. */
  readonly sql: <T = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<T[]>;
  /** What clamd says from now on. */
  says: Said | Promise<Said>;
  /** Of everybody who is signed in. */
  headers: Headers;
  /** The files that have come to clamd. */
  readonly come: readonly Buffer[];
  /** What clamd says once a test has it say so. */
  readonly later: () => PromiseWithResolvers<Said>;
  /** Of the file that was brought last for a document, an answer or a clearance; undefined where there is none. */
  readonly checkOf: (key: string) => Promise<Check | undefined>;
  readonly isGone: (key: string) => Promise<unknown>;
  readonly isClean: (key: string) => Promise<unknown>;
  /** That clamd has been asked about more files than `before`. */
  readonly wasAsked: (before: number) => Promise<unknown>;
  /** The mails to somebody about files that were removed. */
  readonly mailsOfChecks: (to: string) => Promise<{ locale: string; subject: string; text: string }[]>;
}

/** To be called once by a file of tests, before its own hooks. */
export async function checkedFiles(): Promise<CheckedFiles> {
  let hanging: PromiseWithResolvers<Said>[] = [];
  const clamd = await testClamd(() => files.says);
  const server = testServer({ signInLimits: UNLIMITED }, { scanner: clamd.address });
  const sql: CheckedFiles['sql'] = (text, values = []) => owner(server(), text, values);
  const checkOf: CheckedFiles['checkOf'] = async (key) =>
    (await sql<Check>('select uuid as id, checked_at is not null as "isChecked", brought_by_id as bringer from file_check where ? in (document_uuid, answer_uuid, clearance_uuid) order by brought_at desc limit 1', [key]))[0];
  /** Has what waits be tried at once. */
  const hurry = (): Promise<unknown> => sql('update graphile_worker._private_jobs set run_at = now() where locked_by is null');
  const files: CheckedFiles = {
    server, sql, says: CLEAN, headers: {} as Headers, come: clamd.come, checkOf,
    later() {
      const answer = Promise.withResolvers<Said>();
      hanging.push(answer);
      return answer;
    },
    isGone: (key) => expect.poll(() => checkOf(key)).toBeUndefined(),
    isClean: (key) => expect.poll(async () => (await hurry(), (await checkOf(key))?.isChecked)).toBe(true),
    wasAsked: (before) => expect.poll(() => clamd.come.length).toBeGreaterThan(before),
    mailsOfChecks: (to) => sql(`select locale, subject, text from mail where recipient = ? and template = 'fileRemoved'`, [to]),
  };
  beforeAll(async () => {
    files.headers = await signEverybodyIn(server());
  });
  beforeEach(() => sql(`delete from mail where template = 'fileRemoved'`));
  // What a test that failed has left unsaid keeps no other waiting.
  afterEach(() => {
    for (const answer of hanging) answer.resolve('CUT');
    hanging = [];
  });
  return files;
}
