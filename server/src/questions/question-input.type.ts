/** What is sent of a question that is prepared, and what is wrong with it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type QuestionFault, QuestionFaultKind, QuestionField } from './question-fault.ts';
import { QuestionKind } from './question-kind.ts';
import { MOST } from './read-question.ts';

registerEnumType(QuestionField, {
  name: 'QuestionField', description: 'A field of a question that is prepared.',
  valuesConfig: Object.fromEntries(Object.keys(QuestionField).map((field) => [field, { description: `The field \`${field.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}\`.` }])),
});
registerEnumType(QuestionFaultKind, {
  name: 'QuestionFaultKind', description: 'What is wrong with a field of a question.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty; a choice is made of two at least.' },
    TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' },
    UNREADABLE: { description: 'It has signs that are none of a text.' },
    REPEATED: { description: 'The same stands in it twice.' },
    OUT_OF_RANGE: { description: 'It is less than 1 or more than `maximum`.' },
    NOT_HERE: { description: 'It has no place in a question of this kind.' },
    NO_WAY: { description: 'It would never be asked: what it depends on does not stand before it, is closed, or has no such answer.' },
    NEEDED: { description: 'Another question depends on it as it is.' },
  },
});

@InputType({ description: 'A choice of a question.' })
export class FormChoiceInput {
  @Field(() => String, { description: 'Its code: 1 to 20 small letters and digits, its own in its question. It stays the same when its words change.' })
  code!: string;

  @Field(() => String, { description: 'What it says: one line.' })
  label!: string;
}

@InputType({ description: 'When a question is asked.' })
export class FormConditionInput {
  @Field(() => GraphQLUUID, { description: 'The other question, by its `key`: it stands before this one.' })
  question!: string;

  @Field(() => String, { description: 'Its answer: the code of a choice or of a country, or YES or NO.' })
  answer!: string;
}

@InputType({ description: 'A question as it is prepared: all that is said of it, in the language in which it is first written.' })
export class QuestionInput {
  @Field(() => QuestionKind, { description: 'What it asks for.' })
  kind!: QuestionKind;

  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'The question: one line.' })
  label!: string;

  @Field(() => String, { description: 'What helps to answer it; may be empty.' })
  help!: string;

  @Field(() => [FormChoiceInput], { description: `Its choices, 2 to ${MOST.CHOICES}; none for a kind that has none of its own.` })
  choices!: FormChoiceInput[];

  @Field(() => Boolean, { description: 'Whether it must be answered; never what somebody needs at table or to take part.' })
  isRequired!: boolean;

  @Field(() => FormConditionInput, { nullable: true, description: 'When it is asked; null for always.' })
  condition!: FormConditionInput | null;

  @Field(() => Int, { description: `For how many days after the session its answers are kept: 1 to ${MOST.days}; to ${MOST.needsDays} for what somebody needs.` })
  retentionDays!: number;
}

@InputType({ description: 'A question in another language. What is empty is missing in that language.' })
export class QuestionTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'The question: one line.' })
  label!: string;

  @Field(() => String, { description: 'What helps to answer it.' })
  help!: string;

  @Field(() => [FormChoiceInput], { description: 'What its choices say, by their codes.' })
  choices!: FormChoiceInput[];
}

@ObjectType('QuestionFault', { description: 'What is wrong with a field of a question that is prepared.' })
export class QuestionFaultType implements QuestionFault {
  @Field(() => QuestionField, { description: 'Which field.' })
  field!: QuestionField;

  @Field(() => QuestionFaultKind, { description: 'What is wrong with it.' })
  fault!: QuestionFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}
