import { type ANSWER_LEVELS, answerFault, type AnswerFaultKind, type Answers, type AskedQuestion, dueQuestions, type GivenAnswer, isBlank, NO_ANSWER } from '@passerelle/shared/questions.ts';

import type { Asked } from './useQuestions.ts';

/** The most bytes of a file that answers a question, as the server has it. */
export const MOST_BYTES = 5_000_000;

/** A file that was chosen, and how it stands with it: on its way, waiting at the server, or not there. */
export interface ChosenFile {
  readonly name: string;
  readonly state: 'COMING' | 'KEPT' | 'NOT_TAKEN';
}

/** What is typed as an answer, or chosen. */
export interface TypedAnswer extends GivenAnswer {
  readonly chosen?: ChosenFile;
}

/** What is typed as an answer; by the key of its question. */
export type TypedAnswers = Record<string, TypedAnswer>;

/** What is wrong with what is typed, or was found wrong by the server: FILE_DUE for a file that was chosen and is not there. */
export type TypedFault = AnswerFaultKind | 'CHANGED' | 'FILE_GONE' | 'FILE_DUE';

/** The id of a file that was brought under a key. */
export const answerFile = (key: string): string => `AnswerFile_${key}`;

/** Where a file is, by its id. */
export const answerFileAddress = (id: string): string => `/answers/${id}`;

/** An answer with a file that was chosen and is not there yet. */
export const withChosen = ({ name }: Pick<File, 'name'>, state: ChosenFile['state']): TypedAnswer => ({ ...NO_ANSWER, chosen: { name, state } });

/** The same answer without a file. */
export function withoutFile({ chosen: _chosen, ...answer }: TypedAnswer): TypedAnswer {
  return { ...answer, file: '' };
}

const asked = ({ key, kind, isRequired, isClosed, condition, choices }: Asked): AskedQuestion => ({ key, kind, isRequired, isClosed, condition, choices: choices.map(({ code }) => code) });

/** The questions that are asked of somebody who has answered so far. */
export function dueOf(questions: readonly Asked[], answers: Answers): Asked[] {
  return dueQuestions(questions.map((question) => ({ ...asked(question), question })), answers).map(({ question }) => question);
}

/** What is wrong with what was answered, by the keys of the questions. */
export function answerFaults(questions: readonly Asked[], answers: Readonly<Record<string, TypedAnswer | undefined>>): Record<string, TypedFault> {
  return Object.fromEntries(dueOf(questions, answers).flatMap((question) => {
    const { chosen } = answers[question.key] ?? {};
    const fault = chosen && chosen.state !== 'KEPT' ? 'FILE_DUE' : answerFault(asked(question), answers[question.key]);
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
  readonly file: string | null;
}

/** What is sent of what was answered: to what is asked, and nothing else. */
export function sentOf(questions: readonly Asked[], answers: Answers): SentAnswer[] {
  return dueOf(questions, answers).flatMap(({ id, key }) => {
    const { text, codes, level, day, file } = answers[key] ?? NO_ANSWER;
    if (isBlank(answers[key] ?? NO_ANSWER)) return [];
    return [{
      question: id, text: text.trim() === '' ? null : text, codes: codes.length === 0 ? null : [...codes], level: level === '' ? null : (level as SentAnswer['level']), day: day === '' ? null : day, file: file === '' ? null : file,
    }];
  });
}
