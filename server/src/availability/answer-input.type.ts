/** What somebody answers to a call for availability, and what came of it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar, LocalizedText } from '../core/translation/index.ts';
import { type AnswerFault, AnswerFaultKind, AnswerField, AnswerOutcome, LONGEST_REMARK, LONGEST_SUBSTITUTE } from './answer.service.ts';
import { Availability } from './availability-request.entity.ts';

registerEnumType(AnswerOutcome, {
  name: 'AvailabilityOutcome', description: 'What came of answering a call for availability.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' }, CONFLICT: { description: 'It was answered since it was read: nothing was written.' },
    TOO_LATE: { description: 'The call takes no answers any more.' }, GONE: { description: 'There is nothing, or nothing for you.' },
  },
});
registerEnumType(AnswerField, { name: 'AvailabilityField', description: 'A field of an answer to a call for availability.', valuesConfig: { DAY: { description: 'A day.' }, REMARK: { description: 'What they add.' }, SUBSTITUTE: { description: 'Who could come in their place.' } } });
registerEnumType(AnswerFaultKind, {
  name: 'AvailabilityFaultKind', description: 'What is wrong with a field of an answer to a call for availability.',
  valuesConfig: {
    MISSING: { description: 'It is not answered.' }, REPEATED: { description: 'It is answered twice.' }, OUTSIDE: { description: 'It was not asked for.' }, TOO_LONG: { description: 'It has more signs than it may have.' }, NOT_A_LINE: { description: 'It is no single line of text.' },
    HAS_CONTACT: { description: 'It has more than a name: an address, or a number.' }, NOT_HERE: { description: 'It has no place in an answer in which no day is a no.' },
  },
});

@InputType({ description: 'Whether somebody is free on a day.' })
export class DayAnswerInput {
  @Field(() => GraphQLLocalDate, { description: 'Which day.' })
  day!: string;

  @Field(() => Availability, { description: 'Whether they are free.' })
  answer!: Availability;
}

@InputType({ description: 'An answer to a call for availability, whole.' })
export class AvailabilityInput {
  @Field(() => [DayAnswerInput], { description: 'Each day that was asked for, once.' })
  answers!: DayAnswerInput[];

  @Field(() => String, { description: `What they add: one line of ${LONGEST_REMARK} signs at most, in the language of the page; empty for nothing.` })
  remark!: string;

  @Field(() => String, { nullable: true, description: `Who could come in their place, where they are not free on some day: a name alone, in one line of ${LONGEST_SUBSTITUTE} signs at most; empty, null or not sent for nobody.` })
  substitute?: string | null;
}

@ObjectType('AvailabilityFault', { description: 'What is wrong with an answer to a call for availability.' })
export class AnswerFaultType implements AnswerFault {
  @Field(() => AnswerField, { description: 'With which field.' })
  field!: AnswerField;

  @Field(() => AnswerFaultKind, { description: 'What is wrong with it.' })
  fault!: AnswerFaultKind;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'With which day; null for what they add, and for who could come in their place.' })
  day!: string | null;
}

@ObjectType({ description: 'What came of answering a call for availability.' })
export class AnswerAvailabilityPayload {
  @Field(() => AnswerOutcome, { description: 'What came of it.' })
  outcome!: AnswerOutcome;

  @Field(() => [AnswerFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: AnswerFaultType[];

  /** The key of what was asked. */
  key!: string;
}

@ObjectType({ description: 'What came of answering a call for availability by a link.' })
export class AnswerAvailabilityByLinkPayload {
  @Field(() => AnswerOutcome, { description: 'What came of it.' })
  outcome!: AnswerOutcome;

  @Field(() => [AnswerFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: AnswerFaultType[];
}

@ObjectType({ description: 'What the link of a call for availability asks, and what was answered by it.' })
export class AskedAvailability {
  @Field(() => LocalizedText, { description: 'What the call is for.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'What else is to be known of it.' })
  note!: LocalizedText | null;

  @Field(() => GraphQLLocalDate, { description: 'The first day that is asked for.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day that is asked for.' })
  untilOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day on which it can be answered, on the clock of France.' })
  answersUntil!: string;

  @Field(() => Int, { description: 'Raised by each answer: whoever answers says which one they have read.' })
  version!: number;

  @Field(() => Date, { nullable: true, description: 'When it was last answered; null while it was not.' })
  answeredAt!: Date | null;

  @Field(() => [Availability], { description: 'What was answered, for each day in order; empty while nothing was.' })
  answers!: Availability[];

  @Field(() => String, { nullable: true, description: 'What was added.' })
  remark!: string | null;

  @Field(() => LocaleScalar, { nullable: true, description: 'The language of what was added.' })
  remarkLocale!: Locale | null;

  @Field(() => String, { nullable: true, description: 'Who could come in their place, as they named them.' })
  substitute!: string | null;
}

@ObjectType({ description: 'What the link of a call for availability leads to.' })
export class ReadAvailabilityRequestPayload {
  @Field(() => Boolean, { nullable: true, description: 'Whether it can be answered now; null for a secret that is nobody’s, or no longer.' })
  isOpen!: boolean | null;

  @Field(() => AskedAvailability, { nullable: true, description: 'What is asked; null unless it can be answered now.' })
  asked!: AskedAvailability | null;
}
