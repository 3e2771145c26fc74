import { type ANSWER_LEVELS, answerFault, type AnswerFaultKind, type Answers, type AskedQuestion, dueQuestions, type GivenAnswer, isBlank, NO_ANSWER } from '@passerelle/shared/questions.ts';

import type { Asked } from './useQuestions.ts';

/** What is typed as an answer; by the key of its question. */
export type TypedAnswers = Record<string, GivenAnswer>;

const asked = ({ key, kind, isRequired, isClosed, condition, choices }: Asked): AskedQuestion => ({ key, kind, isRequired, isClosed, condition, choices: choices.map(({ code }) => code) });

/** The questions that are asked of somebody who has answered so far. */
export function dueOf(questions: readonly Asked[], answers: Answers): Asked[] {
  return dueQuestions(questions.map((question) => ({ ...asked(question), question })), answers).map(({ question }) => question);
}

/** What is wrong with what was answered, by the keys of the questions. */
export function answerFaults(questions: readonly Asked[], answers: Answers): Record<string, AnswerFaultKind> {
  return Object.fromEntries(dueOf(questions, answers).flatMap((question) => {
    const fault = answerFault(asked(question), answers[question.key]);
    return fault ? [[question.key, fault]] : [];
  }));
}

/** An answer as it is sent. */
export interface SentAnswer {
  readonly question: string;
  readonly text: string | null;
  readonly codes: string[] | null;
  readonly level: (typeof ANSWER_LEVELS)[number] | null;
  readonly day: string | null;
}

/** What is sent of what was answered: to what is asked, and nothing else. */
export function sentOf(questions: readonly Asked[], answers: Answers): SentAnswer[] {
  return dueOf(questions, answers).flatMap(({ id, key }) => {
    const { text, codes, level, day } = answers[key] ?? NO_ANSWER;
    if (isBlank(answers[key] ?? NO_ANSWER)) return [];
    return [{ question: id, text: text.trim() === '' ? null : text, codes: codes.length === 0 ? null : [...codes], level: level === '' ? null : (level as SentAnswer['level']), day: day === '' ? null : day }];
  });
}
