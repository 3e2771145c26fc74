/** What is sent of a project, and what comes of it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type ProjectFault, ProjectFaultKind, ProjectField, ProjectOutcome, type ProjectResult } from './project-fault.ts';

registerEnumType(ProjectOutcome, {
  name: 'ProjectOutcome', description: 'What came of something that was done with a project.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' }, CONFLICT: { description: 'Somebody else has changed the project since it was read: nothing was written. `project` is what it is now.' },
    NOT_ALLOWED: { description: 'It is not yours to do: nothing was written.' }, TOO_LATE: { description: 'It stands where this is not done. `project` is what it is now.' }, GONE: { description: 'There is none, or none for you.' },
  },
});
registerEnumType(ProjectField, {
  name: 'ProjectField', description: 'What is sent of a project.',
  valuesConfig: Object.fromEntries(Object.keys(ProjectField).map((field) => [field, { description: `The field \`${field.toLowerCase().replace('_n', 'N')}\`.` }])),
});
registerEnumType(ProjectFaultKind, {
  name: 'ProjectFaultKind', description: 'What is wrong with what was sent of a project.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' }, UNREADABLE: { description: 'It has signs that are none of a text; a key that is not drawn by chance (UUID version 4).' },
    UNKNOWN: { description: 'There is no such one, or none for you.' }, REPEATED: { description: 'The same stands in it twice.' }, SETTLED: { description: 'It stays as it was when the project was proposed.' }, OUT_OF_RANGE: { description: 'It is below 0 or above `maximum`.' },
    NOT_HERE: { description: 'It has no place in this project: it is of another country, withdrawn, not over, protected, invented beside what is real, or the language in which the project was first written.' },
  },
});

@InputType({ description: 'A line of what a project may cost.' })
export class ProjectBudgetLineInput {
  @Field(() => String, { description: 'What it is for: one line, of 200 signs at most.' })
  label!: string;

  @Field(() => Int, { description: 'How much, in cents of euros: 1000000000 at most.' })
  cents!: number;
}

@InputType({ description: 'A project, whole.' })
export class ProjectInput {
  @Field(() => LocaleScalar, { description: 'The language of the texts and of the lines of the budget.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'What it is called: one line, of 200 signs at most.' })
  title!: string;

  @Field(() => String, { description: 'What it is for: 5000 signs at most.' })
  purpose!: string;

  @Field(() => [GraphQLCountryCode], { description: 'The countries that it is with: one makes it bilateral.' })
  countries!: string[];

  @Field(() => ID, { nullable: true, description: 'The id of the group of needs that it comes from; stays as it was when the project was proposed.' })
  commonNeed!: string | null;

  @Field(() => [ID], { description: 'The ids of the needs that it answers, of its countries: 100 at most, as of each list.' })
  needs!: string[];

  @Field(() => [ID], { description: 'The ids of the recommendations that it works towards, to its countries.' })
  recommendations!: string[];

  @Field(() => [ID], { description: 'The ids of published organisations, none of which keeps a place secret.' })
  partners!: string[];

  @Field(() => [ID], { description: 'The ids of experts.' })
  experts!: string[];

  @Field(() => [ID], { description: 'The ids of training sessions that are over.' })
  sessions!: string[];

  @Field(() => [ProjectBudgetLineInput], { description: 'What it may cost, in lines: 30 at most.' })
  budget!: ProjectBudgetLineInput[];
}

@InputType({ description: 'What is said of a project in another language. What is empty is missing in that language.' })
export class ProjectTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What it is called, in one line.' })
  title!: string;

  @Field(() => String, { description: 'What it is for.' })
  purpose!: string;
}

@ObjectType('ProjectFault', { description: 'What is wrong with what was sent of a project.' })
export class ProjectFaultType implements ProjectFault {
  @Field(() => ProjectField, { description: 'With which field.' })
  field!: ProjectField;

  @Field(() => ProjectFaultKind, { description: 'What is wrong with it.' })
  fault!: ProjectFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;

  @Field(() => Int, { nullable: true, description: 'Which of a list, from 0; of what a project is linked to, in the order of the keys.' })
  position!: number | null;
}

@ObjectType({ description: 'What came of something that was done with a project.' })
export class ProjectPayload implements ProjectResult {
  @Field(() => ProjectOutcome, { description: 'What came of it.' })
  outcome!: ProjectOutcome;

  @Field(() => [ProjectFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: ProjectFaultType[];

  /** The key of the project. */
  key!: string;
}
