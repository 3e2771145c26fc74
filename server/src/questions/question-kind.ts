/** What questions ask for, for the API. */
import { ACCESS_NEEDS, type AccessNeed as Need, QUESTION_KINDS, type QuestionKind as Kind } from '@passerelle/shared/questions.ts';
import { registerEnumType } from 'type-graphql';

const named = <T extends string>(codes: readonly T[]): { readonly [K in T]: K } => Object.fromEntries(codes.map((code) => [code, code])) as never;

export const QuestionKind = named(QUESTION_KINDS);
export type QuestionKind = Kind;
registerEnumType(QuestionKind, {
  name: 'QuestionKind',
  description: 'What a question asks for.',
  valuesConfig: {
    TEXT: { description: 'Some lines of free text.' }, CHOICE: { description: 'One of its choices.' }, CHOICES: { description: 'Any of its choices.' }, COUNTRY: { description: 'A country, by its code.' },
    LANGUAGE: { description: 'A language, by its code, and how well it is spoken.' }, DATE: { description: 'A day.' }, YES_NO: { description: 'YES or NO.' }, FILE: { description: 'A file that whoever registers somebody brings.' },
    DIET_ACCESS: { description: 'What somebody needs at table and to take part: read by who prepares the session alone, erased soon after it.' },
  },
});

export const AccessNeed = named(ACCESS_NEEDS);
export type AccessNeed = Need;
registerEnumType(AccessNeed, {
  name: 'AccessNeed',
  description: 'What somebody needs at table or to take part.',
  valuesConfig: {
    VEGETARIAN: { description: 'Vegetarian meals.' }, VEGAN: { description: 'Vegan meals.' }, NO_PORK: { description: 'Meals without pork.' }, GLUTEN_FREE: { description: 'Meals without gluten.' },
    LACTOSE_FREE: { description: 'Meals without lactose.' }, STEP_FREE: { description: 'A way without steps.' }, HEARING: { description: 'Help with hearing.' }, SIGHT: { description: 'Help with seeing.' },
  },
});
