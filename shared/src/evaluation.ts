/** The evaluation of a training session by those who were there: what is asked, and from how many answers on anything is shown. The page and the server ask the same. */

/** Fewer answers than this are never shown: somebody could be recognised. */
export const FEWEST_ANSWERS = 11;

/** The questions that are answered on a scale. */
export const EVALUATION_SCALES = ['OVERALL', 'CONTENT', 'TRAINERS', 'EXCHANGE', 'LANGUAGES', 'ORGANISATION'] as const;
/** The questions that are answered in words. */
export const EVALUATION_COMMENTS = ['USEFUL', 'BETTER'] as const;
/** All of them, in the order in which they are asked. */
export const EVALUATION_QUESTIONS = [...EVALUATION_SCALES, 'USE', ...EVALUATION_COMMENTS] as const;
export type EvaluationQuestion = (typeof EVALUATION_QUESTIONS)[number];
export type CommentQuestion = (typeof EVALUATION_COMMENTS)[number];

const LEVELS = ['VERY_GOOD', 'GOOD', 'FAIR', 'POOR', 'VERY_POOR'] as const;
const USES = ['YES', 'PARTLY', 'NO'] as const;
export const EVALUATION_CHOICES = [...LEVELS, ...USES] as const;
export type EvaluationChoice = (typeof EVALUATION_CHOICES)[number];

/** For how many days people can answer. */
export const EVALUATION_DAYS = [7, 14, 28] as const;

/** The most signs of a comment. */
export const LONGEST_COMMENT = 1_000;

/** Whether a question is answered in words. */
export function isComment(question: EvaluationQuestion): question is CommentQuestion {
  return (EVALUATION_COMMENTS as readonly string[]).includes(question);
}

/** What can be answered to a question, the best first; nothing for one that is answered in words. */
export function choicesOf(question: EvaluationQuestion): readonly EvaluationChoice[] {
  if (isComment(question)) return [];
  return question === 'USE' ? USES : LEVELS;
}
