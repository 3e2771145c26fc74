/** What came of the evaluation of a session, as whoever asks sees it on its page: sums of eleven answers at least, and what was written. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { choicesOf, EVALUATION_QUESTIONS, type EvaluationChoice, type EvaluationQuestion, FEWEST_ANSWERS, isComment } from '@passerelle/shared/evaluation.ts';
import type { Locale } from '@passerelle/shared/locales.ts';
import { filled } from '../core/translation/index.ts';
import { sessionTitle } from './names.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

interface Evaluation {
  readonly session: string;
  readonly questions: readonly EvaluationQuestion[];
  readonly asked: number;
  /** Null for too few, and before it is closed. */
  readonly answered: number | null;
  /** A day; null before it is closed. */
  readonly closed: string | null;
}

interface Result {
  readonly question: EvaluationQuestion;
  readonly answered: number;
  readonly counts: Readonly<Partial<Record<EvaluationChoice, number>>>;
  readonly comments: readonly { readonly text: string; readonly locale: string }[];
}

/** Whose they are to see, and from when on, the rules of the tables say; from how many answers on, what follows says once more. */
const EVALUATION = (locale: Locale): string => `select ${sessionTitle(locale)} as session, e.questions, e.asked, e.answered, to_char(e.closed_at at time zone s.time_zone, 'YYYY-MM-DD') as closed
  from session_evaluation e join training_session s on s.uuid = e.session_uuid where e.session_uuid = ?`;
const RESULTS = 'select question, answered, counts, comments from evaluation_result where session_uuid = ?';

/** The results of a session, by its key; without a line where there are none for who asks. */
export async function evaluationOf(em: EntityManager, session: string, locale: Locale, words: ExportWords): Promise<Sheet> {
  const [evaluation] = await em.execute<Evaluation[]>(EVALUATION(locale), [session]);
  const isShown = (evaluation?.answered ?? 0) >= FEWEST_ANSWERS;
  const results = isShown ? await em.execute<Result[]>(RESULTS, [session]) : [];
  const { head, evaluation: said } = words;
  return {
    title: said.title,
    ...(evaluation?.closed && { about: aboutOf(evaluation, words) }),
    heads: [head.question, head.answer, head.number, head.text, head.language],
    rows: EVALUATION_QUESTIONS.filter((question) => isShown && evaluation!.questions.includes(question)).flatMap((question) => rowsOf(question, results.find((one) => one.question === question), said)),
  };
}

function aboutOf({ session, asked, answered, closed }: Evaluation, { head, about, evaluation: said }: ExportWords): Cell[][] {
  const [count, total] = [String(answered), String(asked)];
  return [
    [said.title], [head.session, session], [about.made, new Date().toISOString().slice(0, 10)], [filled(said.closedOn, { date: closed! })],
    ...(answered === null ? [[filled(said.withheld, { count: String(FEWEST_ANSWERS) })]] : [[filled(said.answered, { count, total })], [said.commentsNote]]),
  ];
}

function rowsOf(question: EvaluationQuestion, result: Result | undefined, { question: asked, choice: choices, tooFew }: ExportWords['evaluation']): Cell[][] {
  if (isComment(question)) return (result?.comments ?? []).map(({ text, locale }) => [asked[question], null, null, text, locale]);
  if (!result || result.answered < FEWEST_ANSWERS) return [[asked[question], tooFew, null, null, null]];
  return choicesOf(question).map((choice) => [asked[question], choices[choice], result.counts[choice] ?? 0, null, null]);
}
