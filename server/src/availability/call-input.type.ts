/** What is sent of a call for availability, and what came of it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { AskedOutcome, AskOutcome } from './ask.service.ts';
import { type CallFault, CallFaultKind, CallField, CallOutcome, type CallResult } from './call-fault.ts';

registerEnumType(CallField, {
  name: 'AvailabilityCallField', description: 'A field of a call for availability.',
  valuesConfig: Object.fromEntries(Object.keys(CallField).map((field) => [field, { description: `The field \`${field.toLowerCase()}\`.` }])),
});
registerEnumType(CallFaultKind, {
  name: 'AvailabilityCallFaultKind', description: 'What is wrong with a field of a call for availability.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs.' }, UNREADABLE: { description: 'It has signs that are none of a text.' }, NOT_AFTER: { description: 'It is before the first day.' },
    TOO_MANY_DAYS: { description: 'From the first to the last day there are more than `maximum`.' }, AFTER_START: { description: 'It is after the first day.' }, PAST: { description: 'It is over.' },
    SETTLED: { description: 'Somebody is asked for these days: they stay.' }, NOT_HERE: { description: 'It was first written in this language.' },
  },
});
registerEnumType(CallOutcome, {
  name: 'AvailabilityCallOutcome', description: 'What came of making a call for availability, or of changing it.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' }, CONFLICT: { description: 'Somebody else has changed it since it was read: nothing was written. `call` is what it is now.' },
    TOO_LATE: { description: 'It is closed.' }, GONE: { description: 'There is none, or none for you.' },
  },
});
registerEnumType(AskOutcome, {
  name: 'AskExpertsOutcome', description: 'What came of asking experts, as a whole.',
  valuesConfig: { DONE: { description: 'Each is told apart.' }, TOO_LATE: { description: 'The call takes no answers: nobody was asked.' }, GONE: { description: 'There is none, or none for you.' } },
});
registerEnumType(AskedOutcome, {
  name: 'AskedOutcome', description: 'What came of asking one expert.',
  valuesConfig: {
    ASKED: { description: 'They are written to.' }, ALREADY_ASKED: { description: 'They were asked before.' },
    ANSWERED: { description: 'They have answered already: they are not reminded.' }, TOO_SOON: { description: 'They were written to within a day: they are not reminded yet.' }, NO_ADDRESS: { description: 'Nobody knows where they are written to: they were not asked.' }, UNKNOWN: { description: 'There is no such expert for you.' },
  },
});

@InputType({ description: 'A call for availability, whole.' })
export class AvailabilityCallInput {
  @Field(() => LocaleScalar, { description: 'The language in which its texts are written.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'What it is for: one line of 200 signs at most. Those who are asked read it.' })
  title!: string;

  @Field(() => String, { description: 'What else they are to know: 1,000 signs at most; empty for nothing.' })
  note!: string;

  @Field(() => GraphQLLocalDate, { description: 'The first day that is asked for.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day, at most 62 with the first.' })
  untilOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day on which it can be answered, on the clock of France: the first day at the latest.' })
  answersUntil!: string;
}

@InputType({ description: 'What is said of a call for availability in another language; what is empty is missing in it.' })
export class AvailabilityCallTextsInput {
  @Field(() => LocaleScalar, { description: 'Which language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What it is for.' })
  title!: string;

  @Field(() => String, { description: 'What else is to be known.' })
  note!: string;
}

@ObjectType('AvailabilityCallFault', { description: 'What is wrong with a call for availability that was sent.' })
export class CallFaultType implements CallFault {
  @Field(() => CallField, { description: 'With which field.' })
  field!: CallField;

  @Field(() => CallFaultKind, { description: 'What is wrong with it.' })
  fault!: CallFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}

@ObjectType({ description: 'What came of making a call for availability, or of changing it.' })
export class AvailabilityCallPayload implements CallResult {
  @Field(() => CallOutcome, { description: 'What came of it.' })
  outcome!: CallOutcome;

  @Field(() => [CallFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: CallFaultType[];

  /** Its key. */
  key!: string;
}

@ObjectType({ description: 'What came of asking one expert.' })
export class AskedExpert {
  @Field(() => ID, { description: 'The id of the expert, as it was sent.' })
  expert!: string;

  @Field(() => AskedOutcome, { description: 'What came of it.' })
  outcome!: AskedOutcome;
}

@ObjectType({ description: 'What came of asking experts.' })
export class AskExpertsPayload {
  @Field(() => AskOutcome, { description: 'What came of it as a whole.' })
  outcome!: AskOutcome;

  @Field(() => [AskedExpert], { description: 'Each of them, in the order in which they were sent; empty unless it is DONE.' })
  experts!: AskedExpert[];

  /** The key of the call. */
  key!: string;
}
