/** Answers to the questions of a session, given with the registration of who is asked. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { type Answers, answerFault, type AnswerFaultKind as Kind, dueQuestions, type GivenAnswer, isBlank, LONGEST_ANSWER, NO_ANSWER } from '@passerelle/shared/questions.ts';
import { UserError } from '../core/errors.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { asked, type FormLine, keepForm, readForm } from '../questions/index.ts';
import { attachFiles, heldFiles, type WithFiles } from './answer-files.service.ts';

/** What is wrong with an answer: CHANGED for one to a question that is not asked of them, as the form is now; FILE_GONE for a file that does not wait with who registers. */
export type AnswerFaultKind = Kind | 'CHANGED' | 'FILE_GONE';
export const AnswerFaultKind = {
  MISSING: 'MISSING', TOO_LONG: 'TOO_LONG', UNREADABLE: 'UNREADABLE', UNKNOWN: 'UNKNOWN', LEVEL_MISSING: 'LEVEL_MISSING', CHANGED: 'CHANGED', FILE_GONE: 'FILE_GONE',
} as const satisfies { readonly [K in AnswerFaultKind]: K };

export interface AnswerFault {
  /** Whose answer, by their place among those who are registered at once, from 0. */
  readonly person: number;
  /** The key of the question. */
  readonly question: string;
  readonly fault: AnswerFaultKind;
  /** The most signs, where that is what is wrong. */
  readonly maximum: number | null;
}

/** An answer to a question as it stood when it was read. */
export interface SentAnswer extends GivenAnswer {
  /** The row that was asked. */
  readonly question: string;
}

/** An answer as it is stored. */
interface Row {
  readonly question: string;
  readonly text: string | null;
  readonly locale: Locale | null;
  readonly codes: readonly string[] | null;
  readonly level: string | null;
  readonly day: string | null;
  readonly needs: readonly string[] | null;
  readonly needsText: string | null;
  /** The key of a file; null for none. */
  readonly file: string | null;
}

/** The rows to store, by person; or what is wrong. */
export type ReadAnswers = { readonly faults: readonly AnswerFault[] } | { readonly rows: readonly (readonly Row[])[] };

/**
 * Reads what was answered for each, in their order; null for somebody whose answers are kept already. The form stays as it is until
 * the transaction ends, and so do the files. `locale` is the language of the page. Throws BAD_USER_INPUT for more answers than questions, VICTIM_DATA for a text that tells who a person is.
 */
export async function readAnswers(em: EntityManager, given: WithFiles, people: readonly (readonly SentAnswer[] | null)[], locale: Locale): Promise<ReadAnswers> {
  await keepForm(em, given.session);
  const form = (await readForm(em, given.session)).filter(({ kind }) => given.keeper !== null || kind !== 'FILE');
  if (form.length === 0 && people.every((sent) => !sent?.length)) return { rows: people.map(() => []) };
  const known = await knownCodes(em);
  const files = new Map(await heldFiles(em, given, people.flatMap((sent) => (sent ?? []).map(({ file }) => file).filter((file) => file !== ''))));
  const read = people.map((sent, person) => (sent === null ? { faults: [], rows: [], texts: [] } : readPerson({ form, known, files, locale, person }, sent)));
  const faults = read.flatMap((one) => one.faults);
  if (faults.length > 0) return { faults };
  // Of what is right alone: reading takes time in proportion.
  for (const [person, { texts }] of read.entries()) for (const text of texts) refuseVictimsData(`people.${person}.answers`, text);
  return { rows: read.map(({ rows }) => rows) };
}

type Known = Readonly<Record<'COUNTRY' | 'LANGUAGE', readonly string[]>>;

async function knownCodes(em: EntityManager): Promise<Known> {
  const [row] = await em.execute<Known[]>(`select array(select code from country) as "COUNTRY", array(select code from language) as "LANGUAGE"`);
  return row!;
}

interface Asking {
  readonly form: readonly FormLine[];
  readonly known: Known;
  /** The files that can be answered with, by their keys, with the key of the question of each: one that was used is left out. */
  readonly files: Map<string, string>;
  readonly locale: Locale;
  readonly person: number;
}

function readPerson({ form, known, files, locale, person }: Asking, sent: readonly SentAnswer[]): { readonly faults: AnswerFault[]; readonly rows: Row[]; readonly texts: readonly string[] } {
  const said = (question: string, fault: AnswerFaultKind): AnswerFault => ({ person, question, fault, maximum: fault === 'TOO_LONG' ? LONGEST_ANSWER : null });
  const given = sent.filter((one) => !isBlank(one));
  const answers: Answers = Object.fromEntries(form.flatMap(({ uuid, key }) => given.filter(({ question }) => question === uuid).map((one) => [key, one])));
  const due = dueQuestions(form.map((line) => ({ ...asked(line), line })), answers);
  const strangers = given.filter(({ question }) => !due.some(({ line }) => line.uuid === question)).map(({ question }) => said(form.find(({ uuid }) => uuid === question)?.key ?? question, 'CHANGED'));
  const faults = due.flatMap((question) => {
    const answer = answers[question.key] ?? NO_ANSWER;
    const fault = answerFault(question, answer) ?? (isUnlisted(known, question.kind, answer) ? 'UNKNOWN' : undefined) ?? fileFault(files, question.key, answer);
    return fault ? [said(question.key, fault)] : [];
  });
  const rows = due.flatMap(({ key, line }) => (answers[key] ? [rowOf(line, answers[key], locale)] : []));
  // One that is given twice stands among them.
  if (strangers.length === 0 && given.length > due.length) throw new UserError('BAD_USER_INPUT', 'One answer for each question', { field: 'answers', maximum: due.length });
  return { faults: [...strangers, ...faults], rows, texts: given.map(({ text }) => text) };
}

function isUnlisted(known: Known, kind: string, { codes }: GivenAnswer): boolean {
  return (kind === 'COUNTRY' || kind === 'LANGUAGE') && codes.some((code) => !known[kind].includes(code));
}

/** What is wrong with a file; one that is right is used, and can be answered with no more. */
function fileFault(files: Map<string, string>, question: string, { file }: GivenAnswer): 'FILE_GONE' | undefined {
  if (file === '') return undefined;
  const isRight = files.get(file) === question;
  files.delete(file);
  return isRight ? undefined : 'FILE_GONE';
}

function rowOf({ uuid, kind }: FormLine, { text: typed, codes, level, day, file }: GivenAnswer, locale: Locale): Row {
  const text = typed.replaceAll('\r\n', '\n').normalize('NFC').trim() || null;
  const own = { question: uuid, locale: text === null ? null : locale, level: level || null, day: day || null, file: file || null };
  if (kind === 'DIET_ACCESS') return { ...own, needs: codes, needsText: text, text: null, codes: null };
  return { ...own, needs: null, needsText: null, text, codes: codes.length === 0 ? null : codes };
}

/** Keeps the answers of those who were registered just now, by the keys of their registrations; their files wait by a link, or with who registers. */
export async function keepAnswers(em: EntityManager, isByLink: boolean, registered: readonly { readonly registration: string; readonly rows: readonly Row[] }[]): Promise<void> {
  const answered = registered.filter(({ rows: own }) => own.length > 0);
  if (answered.length === 0) return;
  // Under the address that the registration has: somebody who is known by several has one of them.
  const known = await em.execute<{ id: string; email: string }[]>(`select uuid as id, email from registration where uuid = any(string_to_array(?, ' ')::uuid[])`, [answered.map(({ registration }) => registration).join(' ')]);
  const emails = new Map(known.map(({ id, email }) => [id, email]));
  const rows = answered.flatMap(({ registration, rows: own }) => own.map((row) => ({ ...row, registration, email: emails.get(registration)!, needs_text: row.needsText })));
  await em.execute(
    `insert into registration_answer (registration_uuid, question_uuid, email, text, locale, codes, level, day, needs, needs_text)
       select registration, question, email, text, locale, codes, level, day, needs, needs_text
       from jsonb_to_recordset(?::jsonb) as x (registration uuid, question uuid, email text, text text, locale text, codes text[], level text, day date, needs text[], needs_text text)`, [JSON.stringify(rows)]);
  await attachFiles(em, isByLink, rows.flatMap(({ file, registration, question, email }) => (file === null ? [] : [{ file, registration, question, email }])));
}

/** How many of them a submission has not registered before. */
export async function countUnregistered(em: EntityManager, { session, submission, people }: { readonly session: string; readonly submission: string; readonly people: readonly { readonly email: string }[] }): Promise<number> {
  const before = await registeredBefore(em, session, submission);
  return people.filter(({ email }) => !before.has(email)).length;
}

/** Whose answers a submission that is sent again has kept already: their addresses. */
export async function registeredBefore(em: EntityManager, session: string, submission: string): Promise<ReadonlySet<string>> {
  // Also the addresses that lead to somebody whom another address has.
  const rows = await em.execute<{ email: string }[]>(
    `with r as (select email, participant_uuid from registration where session_uuid = ? and submission = ?) select email from r union select s.email from r join participant s on s.merged_into_uuid = r.participant_uuid`, [session, submission]);
  return new Set(rows.map(({ email }) => email));
}
