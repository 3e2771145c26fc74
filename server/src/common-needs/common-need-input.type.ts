/** What is sent of a group of needs, and what comes of it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type CommonNeedFault, CommonNeedFaultKind, CommonNeedField, CommonNeedOutcome, type CommonNeedResult } from './common-need-fault.ts';

registerEnumType(CommonNeedOutcome, {
  name: 'CommonNeedOutcome', description: 'What came of something that was done with a group of needs.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed the group, or one of the needs, since they were read: nothing was written. `commonNeed` is what it is now.' },
    NOT_ALLOWED: { description: 'It is not yours to do: nothing was written.' }, TOO_LATE: { description: 'The group is closed. `commonNeed` is what it is now.' }, GONE: { description: 'There is none, or none for you.' },
  },
});
registerEnumType(CommonNeedField, {
  name: 'CommonNeedField', description: 'What is sent of a group of needs.',
  valuesConfig: Object.fromEntries(Object.keys(CommonNeedField).map((field) => [field, { description: `The ${field === 'NEEDS' ? 'needs' : `field \`${field.toLowerCase()}\``}.` }])),
});
registerEnumType(CommonNeedFaultKind, {
  name: 'CommonNeedFaultKind', description: 'What is wrong with what was sent of a group of needs.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' }, UNREADABLE: { description: 'It has signs that are none of a text; a key that is not drawn by chance (UUID version 4).' },
    UNKNOWN: { description: 'There is no such need, or none of it in this group.' }, REPEATED: { description: 'The same stands in it twice.' }, NOT_HERE: { description: 'It has no place here: the language in which it was first written.' },
    TOO_FEW: { description: 'Needs of fewer than two countries would be in the group.' }, MIXED: { description: 'Invented and real needs are never in one group.' }, NOT_OPEN: { description: 'It is withdrawn or declined.' },
    TOGETHER: { description: 'They are in one group: one of them is taken out first.' },
  },
});

@InputType({ description: 'A need, as it was read.' })
export class NeedReadInput {
  @Field(() => ID, { description: 'The id of the need.' })
  id!: string;

  @Field(() => Int, { description: 'Its `version` that you have read.' })
  version!: number;
}

@InputType({ description: 'What is said of a group of needs, in the language in which it is first written.' })
export class CommonNeedInput {
  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'What the needs have in common: one line, of 200 signs at most.' })
  title!: string;

  @Field(() => String, { description: 'Why they are one: 2000 signs at most.' })
  why!: string;
}

@InputType({ description: 'What is said of a group of needs in another language. What is empty is missing in that language.' })
export class CommonNeedTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What the needs have in common, in one line.' })
  title!: string;

  @Field(() => String, { description: 'Why they are one.' })
  why!: string;
}

/** What a group is split by. */
@ArgsType()
export class SplitCommonNeedArgs {
  @Field(() => ID, { description: 'The id of the group.' })
  id!: string;

  @Field(() => Int, { description: 'The `version` of the group that you have read.' })
  version!: number;

  @Field(() => GraphQLUUID, { description: 'The key of the new group, which you have drawn at random.' })
  key!: string;

  @Field(() => [ID], { description: 'The ids of the needs that go into it.' })
  needs!: string[];

  @Field(() => CommonNeedInput, { description: 'What is said of the new group.' })
  input!: CommonNeedInput;
}

@ObjectType('CommonNeedFault', { description: 'What is wrong with what was sent of a group of needs.' })
export class CommonNeedFaultType implements CommonNeedFault {
  @Field(() => CommonNeedField, { description: 'With which field.' })
  field!: CommonNeedField;

  @Field(() => CommonNeedFaultKind, { description: 'What is wrong with it.' })
  fault!: CommonNeedFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;

  @Field(() => Int, { nullable: true, description: 'Which of a list, from 0.' })
  position!: number | null;
}

@ObjectType({ description: 'What came of something that was done with a group of needs.' })
export class CommonNeedPayload implements CommonNeedResult {
  @Field(() => CommonNeedOutcome, { description: 'What came of it.' })
  outcome!: CommonNeedOutcome;

  @Field(() => [CommonNeedFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: CommonNeedFaultType[];

  /** The key of the group. */
  key!: string;
}

@ObjectType({ description: 'What came of saying which needs do not belong together.' })
export class NeedsApartPayload implements CommonNeedResult {
  @Field(() => CommonNeedOutcome, { description: 'What came of it.' })
  outcome!: CommonNeedOutcome;

  @Field(() => [CommonNeedFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: CommonNeedFaultType[];
}
