import { type Editor, useEditor } from '../core/editing/index.ts';
import { locale } from '../core/i18n/index.ts';
import { emptyQuestion, faultsOf, inputOf, isChanged, merge, type QuestionFieldName, typedOf, type TypedQuestion } from './questionForm.ts';
import { type Form, type Question, type QuestionFault, useSaveQuestion } from './useQuestions.ts';
import { useQuestionWords } from './useQuestionWords.ts';

/** The form of a question of `session`: of `question`, or of a new one. */
export function useQuestionForm(session: () => Form, question: () => Question | undefined): Editor<Form, TypedQuestion, QuestionFieldName, QuestionFault> {
  return useEditor({
    doing: useSaveQuestion(), session, start: question(), keyOf: ({ key }) => key, itemsOf: ({ questions }) => questions, empty: () => emptyQuestion(locale.value), typedOf, inputOf, faultsOf, isChanged, merge,
    obstacle: useQuestionWords().obstacle,
  });
}
