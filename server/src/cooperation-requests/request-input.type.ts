/** What is sent of a cooperation request, and what comes of it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PostService } from '../consultations/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { NeedCriterion } from '../needs/index.ts';
import { type CooperationRequestFault, CooperationRequestFaultKind, CooperationRequestField, CooperationRequestOutcome, type CooperationRequestResult } from './request-fault.ts';
import { CooperationRequestKind, RequestCriterion, RequestDecision, RequestOpinionAnswer } from './request-words.ts';

registerEnumType(CooperationRequestOutcome, {
  name: 'CooperationRequestOutcome', description: 'What came of sending or changing a cooperation request.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed it since it was read, or another one was sent under this key: nothing was written. `request` is what it is now.' },
    NOT_ALLOWED: { description: 'It is not yours to do: nothing was written.' }, TOO_EARLY: { description: 'It is too early: what comes before is not done yet. Nothing was written.' }, TOO_LATE: { description: 'It stands where this is not done any more. `request` is what it is now.' }, GONE: { description: 'There is none, or none for you.' },
  },
});
registerEnumType(CooperationRequestField, {
  name: 'CooperationRequestField', description: 'A field of a cooperation request.',
  valuesConfig: Object.fromEntries(Object.keys(CooperationRequestField).map((field) => [field, { description: `The field \`${field.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}\`.` }])),
});
registerEnumType(CooperationRequestFaultKind, {
  name: 'CooperationRequestFaultKind', description: 'What is wrong with a field of a cooperation request.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' }, UNREADABLE: { description: 'It has signs that are none of a text; a key that is not drawn by chance (UUID version 4).' },
    UNKNOWN: { description: 'There is none of that code, or none for you.' }, REPEATED: { description: 'The same stands in it twice.' }, NOT_HERE: { description: 'It has no place here: the language in which it was first written; a need of another country, or one that is withdrawn.' },
    BEFORE_START: { description: 'It is before the first day.' }, TOO_EARLY: { description: 'The day is over.' },
  },
});

@InputType({ description: 'A cooperation request, whole, in the language in which it is written.' })
export class CooperationRequestInput {
  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => CooperationRequestKind, { description: 'What it asks for.' })
  kind!: CooperationRequestKind;

  @Field(() => GraphQLCountryCode, { description: 'For which country: one of your own.' })
  country!: string;

  @Field(() => String, { description: 'What it is about: a theme, by its code.' })
  theme!: string;

  @Field(() => [String], { description: 'Whose work it concerns: six audiences at most, by their codes.' })
  audiences!: string[];

  @Field(() => [NeedCriterion], { description: 'What makes it urgent; how urgent it is follows from that.' })
  criteria!: NeedCriterion[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'From which day on it is wished for.' })
  wishedFrom!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until which day it is wished for.' })
  wishedUntil!: string | null;

  @Field(() => ID, { nullable: true, description: 'The need of the country that it is to answer.' })
  need!: string | null;

  @Field(() => String, { description: 'What is asked for: one line, of 200 signs at most.' })
  subject!: string;

  @Field(() => String, { description: 'What is asked for, and why: 2000 signs at most.' })
  text!: string;
}

@InputType({ description: 'The texts of a cooperation request in another language. What is empty is missing in that language.' })
export class CooperationRequestTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What is asked for, in one line.' })
  subject!: string;

  @Field(() => String, { description: 'What is asked for, and why.' })
  text!: string;
}

@InputType({ description: 'What a service of a post thinks of a cooperation request.' })
export class RequestOpinionInput {
  @Field(() => PostService, { description: 'Which service.' })
  service!: PostService;

  @Field(() => RequestOpinionAnswer, { description: 'What it thinks.' })
  answer!: RequestOpinionAnswer;

  @Field(() => String, { description: 'Why, of 1000 signs at most, in the language of the request; empty for nothing, unless it is against.' })
  reason!: string;
}

@InputType({ description: 'What the adviser decides about a cooperation request. A criterion that is neither met nor not met is one of which nobody can tell.' })
export class RequestDecisionInput {
  @Field(() => RequestDecision, { description: 'What is decided.' })
  decision!: RequestDecision;

  @Field(() => [RequestCriterion], { description: 'The criteria that it meets.' })
  met!: RequestCriterion[];

  @Field(() => [RequestCriterion], { description: 'Those that it does not meet.' })
  notMet!: RequestCriterion[];

  @Field(() => String, { description: 'Why, of 1000 signs at most: those who have sent it read it.' })
  reason!: string;

  @Field(() => LocaleScalar, { nullable: true, description: 'The language in which that is said: that of the request, where it is answered in it; that of the page where nothing is said.' })
  reasonLocale!: Locale | null;
}

@InputType({ description: 'What came of a cooperation request that is closed.' })
export class RequestResultInput {
  @Field(() => ID, { nullable: true, description: 'The training session, by its id; none where it is not said.' })
  session!: string | null;

  @Field(() => ID, { nullable: true, description: 'The mission, by its id; none where it is not said.' })
  mission!: string | null;
}

@ObjectType('CooperationRequestFault', { description: 'What is wrong with a cooperation request that was sent.' })
export class CooperationRequestFaultType implements CooperationRequestFault {
  @Field(() => CooperationRequestField, { description: 'With which field.' })
  field!: CooperationRequestField;

  @Field(() => CooperationRequestFaultKind, { description: 'What is wrong with it.' })
  fault!: CooperationRequestFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}

@ObjectType({ description: 'What came of sending or changing a cooperation request.' })
export class CooperationRequestPayload implements CooperationRequestResult {
  @Field(() => CooperationRequestOutcome, { description: 'What came of it.' })
  outcome!: CooperationRequestOutcome;

  @Field(() => [CooperationRequestFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: CooperationRequestFaultType[];

  /** The key of the request. */
  key!: string;
}
