/** Questions name nobody: what people answer stands with their registration. */
import { noPersons } from '../core/personal/index.ts';
import { FormChoice, FormChoiceTranslation, FormQuestion, FormQuestionTranslation } from './form-question.entity.ts';

noPersons('EVENTS', [FormQuestion, FormQuestionTranslation, FormChoice, FormChoiceTranslation]);
