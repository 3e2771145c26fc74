/** Asking those who were at a session what it was like, and taking what they answer, which leads to nobody. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { choicesOf, EVALUATION_QUESTIONS, type EvaluationQuestion, FEWEST_ANSWERS, isComment, LONGEST_COMMENT } from '@passerelle/shared/evaluation.ts';
import type { Locale } from '@passerelle/shared/locales.ts';
import { UserError } from '../core/errors.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { hashOf, newSecret, paragraphs, standingsOf } from '../members/index.ts';
import { openPlaces, sendLetters } from '../registrations/index.ts';
import { evaluationAbilities, type EvaluatedSession } from './evaluation.policy.ts';

/** What came of asking: TOO_FEW where fewer people, by their addresses, were there than must answer before anything is shown; ALREADY where they were asked before. */
export const OpenOutcome = { DONE: 'DONE', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED', TOO_EARLY: 'TOO_EARLY', TOO_FEW: 'TOO_FEW', ALREADY: 'ALREADY' } as const;
export type OpenOutcome = keyof typeof OpenOutcome;

export interface NewEvaluation {
  /** The key of the session. */
  readonly session: string;
  readonly questions: readonly EvaluationQuestion[];
  /** For how many days people can answer. */
  readonly days: number;
}

const HELD = `select s.stage, s.country_code as country, s.ends_at <= now() as "isOver", exists (select from session_evaluation e where e.session_uuid = s.uuid and e.opened_at is not null) as "isOpened"
  from training_session s where s.uuid = ?`;
/** Asks everybody who was at a session, by mail, each with a secret of their own. `origin` is where people reach the site. */
export async function openEvaluation(em: EntityManager, { person, origin }: { readonly person: string; readonly origin: string }, { session, questions, days }: NewEvaluation): Promise<OpenOutcome> {
  // Held first and read then: of two who ask at once, one sees what the other has done.
  const isHeld = (await em.execute<unknown[]>('select from training_session where uuid = ? for no key update', [session])).length > 0;
  const [held] = isHeld ? await em.execute<EvaluatedSession[]>(HELD, [session]) : [];
  if (!held) return (await em.execute<unknown[]>('select from training_session where uuid = ?', [session])).length > 0 ? 'NOT_ALLOWED' : 'GONE';
  const refusal = refusalOf(await standingsOf(em, person), held);
  if (refusal) return refusal;
  const present = await em.execute<{ id: string }[]>('select id from asked_for_evaluation(?) id', [session]);
  if (present.length < FEWEST_ANSWERS) return 'TOO_FEW';
  const asked = present.map(({ id }) => ({ id, ...newSecret() }));
  const [opened] = await em.execute<{ until: Date }[]>(
    `update session_evaluation set questions = string_to_array(?, ' '), opened_at = now(), opened_by_id = ?, closes_at = now() + make_interval(days => ?), asked = ? where session_uuid = ? returning closes_at as until`,
    [EVALUATION_QUESTIONS.filter((one) => questions.includes(one)).join(' '), person, days, asked.length, session]);
  await em.execute(`insert into evaluation_invitation (registration_uuid, session_uuid, secret_hash) select id, ?, hash from jsonb_to_recordset(?::jsonb) x(id uuid, hash text)`,
    [session, JSON.stringify(asked.map(({ id, hash }) => ({ id, hash })))]);
  await openPlaces(em);
  await sendLetters(em, origin, asked.map(({ id, secret }) => ({ registration: id, change: 'EVALUATION', secret, until: new Date(opened!.until), toCoordinator: false })));
  return 'DONE';
}

/** Why somebody may not ask, if they may not: whose session it is comes first. */
function refusalOf(standings: Awaited<ReturnType<typeof standingsOf>>, held: EvaluatedSession): OpenOutcome | undefined {
  if (evaluationAbilities(standings, held).open) return undefined;
  if (!evaluationAbilities(standings, { ...held, stage: 'OPEN', isOver: true, isOpened: false }).open) return 'NOT_ALLOWED';
  if (held.isOpened) return 'ALREADY';
  return held.isOver ? 'GONE' : 'TOO_EARLY';
}

/** What came of a secret: GONE for one that nobody has, or no longer; TOO_LATE once the time is over. */
export const AnswerOutcome = { DONE: 'DONE', GONE: 'GONE', TOO_LATE: 'TOO_LATE', ALREADY: 'ALREADY' } as const;
export type AnswerOutcome = keyof typeof AnswerOutcome;

/** What whoever has a secret is asked. */
export interface AskedEvaluation {
  /** OPEN where they can answer. */
  readonly state: Exclude<AnswerOutcome, 'DONE'> | 'OPEN';
  /** The key of the session; null for a secret that nobody has. */
  readonly session: string | null;
  readonly questions: readonly EvaluationQuestion[];
  readonly until: Date | null;
}

/** What whoever has the secret of a link is asked. */
export async function readEvaluation(em: EntityManager, secret: string): Promise<AskedEvaluation> {
  const [found] = await em.execute<{ session: string; asked: EvaluationQuestion[]; until: Date; state: AskedEvaluation['state'] }[]>(
    'select session, array_to_json(asked) as asked, until, state from read_evaluation(?)', [hashOf(secret)]);
  return found ? { state: found.state, session: found.session, questions: found.asked, until: new Date(found.until) } : { state: 'GONE', session: null, questions: [], until: null };
}

/** An answer as it is sent: a choice, or a text. */
export interface SentEvaluation {
  readonly question: EvaluationQuestion;
  readonly choice: string | null;
  readonly text: string | null;
}

/**
 * Takes what whoever has the secret of a link answers, once. `locale` is the language of the page.
 * Throws BAD_USER_INPUT for what is no answer to its question, and for none at all, VICTIM_DATA for a text that tells who a person is.
 */
export async function answerEvaluation(em: EntityManager, secret: string, sent: readonly SentEvaluation[], locale: Locale): Promise<AnswerOutcome> {
  if (sent.length > EVALUATION_QUESTIONS.length) throw new UserError('BAD_USER_INPUT', `${EVALUATION_QUESTIONS.length} answers at most`, { field: 'answers', maximum: EVALUATION_QUESTIONS.length });
  const given = sent.flatMap((one) => countedOf(one, locale));
  if (given.length === 0 || new Set(given.map(({ question }) => question)).size < given.length) throw new UserError('BAD_USER_INPUT', 'One answer to each question, and one at least', { field: 'answers' });
  for (const one of given) if ('text' in one) refuseVictimsData('answers', one.text);
  const [came] = await em.execute<{ outcome: AnswerOutcome }[]>('select answer_evaluation(?, ?::jsonb) as outcome', [hashOf(secret), JSON.stringify(given)]);
  return came!.outcome;
}

type Given = { readonly question: string; readonly choice: string } | { readonly question: string; readonly text: string; readonly locale: Locale };

/** An answer as it is counted; none for a text of nothing. */
function countedOf({ question, choice, text: typed }: SentEvaluation, locale: Locale): Given[] {
  if (!isComment(question)) {
    if (!choicesOf(question).some((one) => one === choice)) throw new UserError('BAD_USER_INPUT', `${question} is answered by one of its choices`, { field: 'answers' });
    return [{ question, choice: choice! }];
  }
  const text = paragraphs('answers', typed ?? '').trim();
  if (text.length > LONGEST_COMMENT) throw new UserError('BAD_USER_INPUT', `A comment has ${LONGEST_COMMENT} signs at most`, { field: 'answers', maximum: LONGEST_COMMENT });
  return text === '' ? [] : [{ question, text, locale }];
}

/** Closes the evaluations whose time is over; how many. */
export async function closeEvaluations(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ closed: number }[]>('select close_evaluations() as closed');
  return row!.closed;
}
