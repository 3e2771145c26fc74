/** Registration forms: the questions that whoever prepares a session asks of those who take part. */
export { FormChoice, FormChoiceTranslation, FormQuestion, FormQuestionTranslation } from './form-question.entity.ts';
export { FormChoiceReader, FormQuestionReader } from './form-question.reader.ts';
export { asked, type FormLine, FORMS, keepForm, readForm } from './form.ts';
export { AccessNeed } from './question-kind.ts';
export { QuestionsResolver } from './questions.resolver.ts';
import './questions.personal.ts';
