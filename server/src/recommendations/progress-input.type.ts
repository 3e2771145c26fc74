/** What is sent and answered of what has become of recommendations. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type ProgressFault, ProgressFaultKind, ProgressField, ProgressOutcome, type ProgressResult } from './progress-fault.ts';
import { RecommendationStatus } from './progress-words.ts';
import type { Link, ProgressContent } from './read-progress.ts';

registerEnumType(ProgressField, {
  name: 'RecommendationProgressField', description: 'A field of what is said of a recommendation.',
  valuesConfig: {
    KEY: { description: 'The key of the entry.' }, STATUS: { description: 'What has become of it.' }, AS_OF: { description: 'The day of which it is said.' }, SEEN: { description: 'What was seen.' }, LINKS: { description: 'Where it can be read.' },
    LOCALE: { description: 'The language.' },
  },
});
registerEnumType(ProgressFaultKind, {
  name: 'RecommendationProgressFaultKind', description: 'What is wrong with a field of what is said of a recommendation.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' }, UNREADABLE: { description: 'It has signs that are none of a text; a key that is not drawn by chance (UUID version 4).' },
    NOT_AN_ADDRESS: { description: 'It is no address of the web.' }, TO_COME: { description: 'It is a day to come.' }, NOT_HERE: { description: 'It has no place here: the language in which it was first written.' },
  },
});
registerEnumType(ProgressOutcome, {
  name: 'RecommendationProgressOutcome', description: 'What came of saying what has become of a recommendation.',
  valuesConfig: {
    DONE: { description: 'It is as it was sent.' }, INVALID: { description: 'Something that was sent is wrong: `faults` says what.' }, CONFLICT: { description: 'Somebody else has said something meanwhile: nothing was written.' },
    NOT_ALLOWED: { description: 'It is not for you to say.' }, GONE: { description: 'There is none for you.' },
  },
});

@InputType({ description: 'Where what was seen can be read.' })
export class RecommendationProgressLinkInput implements Link {
  @Field(() => String, { description: 'Its address: of 500 signs at most.' })
  url!: string;

  @Field(() => String, { description: 'What it is called: one line, of 200 signs at most.' })
  label!: string;
}

@InputType({ description: 'What has become of a recommendation.' })
export class RecommendationProgressInput implements ProgressContent {
  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => RecommendationStatus, { description: 'What has become of it.' })
  status!: RecommendationStatus;

  @Field(() => GraphQLLocalDate, { description: 'The day of which it is said: none to come.' })
  asOf!: string;

  @Field(() => String, { description: 'What was seen: 3000 signs at most.' })
  seen!: string;

  @Field(() => [RecommendationProgressLinkInput], { description: 'Where it can be read: ten at most.' })
  links!: RecommendationProgressLinkInput[];
}

@InputType({ description: 'What was seen, in another language. What is empty is missing in that language.' })
export class RecommendationProgressTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What was seen: 3000 signs at most.' })
  seen!: string;
}

@ObjectType('RecommendationProgressFault', { description: 'What is wrong with what was said of a recommendation.' })
export class RecommendationProgressFaultType implements ProgressFault {
  @Field(() => ProgressField, { description: 'With which field.' })
  field!: ProgressField;

  @Field(() => ProgressFaultKind, { description: 'What is wrong with it.' })
  fault!: ProgressFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;

  @Field(() => Int, { nullable: true, description: 'Which of a list, from 0.' })
  position!: number | null;
}

@ObjectType({ description: 'What came of saying what has become of a recommendation.' })
export class RecommendationProgressPayload implements ProgressResult {
  @Field(() => ProgressOutcome, { description: 'What came of it.' })
  outcome!: ProgressOutcome;

  @Field(() => [RecommendationProgressFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: RecommendationProgressFaultType[];

  /** The key of the recommendation. */
  key!: string;
}
