/** What the tests of evaluations share: a session that is over with people who were there, and what is done by the API. */
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';
import { heldSession, record } from '../attendance/world.fixture.ts';
import { type Cookies, owner } from '../registrations/world.fixture.ts';

type At = Pick<TestServer, 'address' | 'database'>;

export interface EvaluatedWanted {
  readonly country?: string;
  readonly present: number;
  readonly absent?: number;
  readonly organisation: string;
  readonly coordinator: Cookies;
  readonly adviser: Cookies;
  readonly began?: string;
}

export interface Evaluated {
  readonly session: string;
  readonly emails: readonly string[];
}

let n = 0;

/** A session that is over, and the addresses of those who were there. */
export async function evaluatedSession(server: At, { country = 'RS', present, absent = 0, organisation, coordinator, adviser, began = '8 hours' }: EvaluatedWanted): Promise<Evaluated> {
  const people = Array.from({ length: present + absent }, (_, i) => ({ email: `asked${(n += 1)}@ngo.example`, locale: i === 0 ? 'mk' : 'fr' }));
  const { session, registrations } = await heldSession(server, { country, people, began, organisation, coordinator });
  await record(server, adviser, ...registrations.map((registration, i) => ({ registration, state: i < present ? 'PRESENT' : 'ABSENT' })));
  return { session, emails: people.slice(0, present).map(({ email }) => email) };
}

const ALL = ['OVERALL', 'CONTENT', 'USE', 'USEFUL', 'BETTER'];

/** Asks those who were there: the outcome, or the code of the error. */
export async function open(server: At, headers: Cookies, session: string, { questions = ALL, days = 14 }: { readonly questions?: readonly string[]; readonly days?: number } = {}): Promise<string> {
  const answer = await ask(server, 'mutation ($input: OpenEvaluationInput!) { openEvaluation(input: $input) { outcome } }', { input: { session: `TrainingSession_${session}`, questions, days } }, headers);
  return answer.code ?? (answer.data!.openEvaluation as { outcome: string }).outcome;
}

/** The secret that somebody was sent. */
export async function secretOf(server: At, email: string): Promise<string> {
  const [mail] = await owner<{ text: string }>(server, `select text from mail where recipient = ? and template = 'registrationEvaluation'`, [email]);
  return /\/evaluation#([\w-]+)/.exec(mail!.text)![1]!;
}

export type Given = Readonly<Record<string, string>>;

/** Answers: a choice by its code, a text in small letters. */
export function answer(server: At, secret: string, given: Given, headers: Cookies = {}, locale = 'fr'): Promise<Answer> {
  const answers = Object.entries(given).map(([question, value]) => (/^[A-Z_]+$/.test(value) ? { question, choice: value } : { question, text: value }));
  return ask(server, 'mutation ($secret: String!, $answers: [EvaluationAnswerInput!]!) { answerEvaluation(secret: $secret, answers: $answers) { outcome } }', { secret, answers }, { ...headers, 'accept-language': locale });
}

export async function answered(server: At, secret: string, given: Given, headers: Cookies = {}): Promise<string> {
  const came = await answer(server, secret, given, headers);
  return came.code ?? (came.data!.answerEvaluation as { outcome: string }).outcome;
}

/** Lets the time to answer be over, and closes what is to be closed. */
export async function closeNow(server: At, session: string): Promise<void> {
  await owner(server, `update session_evaluation set closes_at = now() - interval '1 second' where session_uuid = ?`, [session]);
  await owner(server, 'select close_evaluations()');
}

const READ = 'query ($id: ID!) { trainingSession(id: $id) { evaluation { state questions asked answered closedAt results { question answered counts { choice count } comments { text locale } } can { open } } } }';

export interface Read {
  readonly state: string;
  readonly questions: readonly string[];
  readonly asked: number;
  readonly answered: number | null;
  readonly closedAt: string | null;
  readonly results: readonly { readonly question: string; readonly answered: number; readonly counts: readonly { readonly choice: string; readonly count: number }[]; readonly comments: readonly { readonly text: string; readonly locale: string }[] }[];
  readonly can: { readonly open: boolean };
}

/** The evaluation of a session as somebody reads it; null where it is not for them. */
export async function readBy(server: At, headers: Cookies, session: string): Promise<Read | null> {
  const { data } = await ask(server, READ, { id: `TrainingSession_${session}` }, headers);
  return (data!.trainingSession as { evaluation: Read | null }).evaluation;
}
