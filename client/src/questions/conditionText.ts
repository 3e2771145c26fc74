import type { Condition } from '@passerelle/shared/questions.ts';

import { starred } from '../core/ui/index.ts';
import type { Listed, Question } from './useQuestions.ts';
import { useAnswerWords } from './useAnswerWords.ts';

/** The answers of a question that another one can depend on, with their words. */
export function useAnswersOf(countries: () => readonly Listed[]): (question: Question) => { readonly code: string; readonly name: string; readonly lang: string | undefined }[] {
  const words = useAnswerWords();
  return ({ kind, choices }) => {
    if (kind === 'YES_NO') return [true, false].map((isYes) => ({ code: isYes ? 'YES' : 'NO', name: words.yesNo(isYes), lang: undefined }));
    const listed = kind === 'COUNTRY' ? countries() : choices.map(({ code, label }) => ({ code, name: label, nameNote: null }));
    return listed.map(({ code, name, nameNote }) => ({ code, name: starred(name, nameNote).text, lang: name.locale }));
  };
}

/** Gives a condition in words: the question, and the answer. */
export function useConditionText(questions: () => readonly Question[], countries: () => readonly Listed[]): (condition: Condition) => string {
  const answersOf = useAnswersOf(countries);
  return ({ question: key, answer }) => {
    const question = questions().find((one) => one.key === key);
    return question ? `${question.label.text} – ${answersOf(question).find(({ code }) => code === answer)?.name ?? answer}` : answer;
  };
}
