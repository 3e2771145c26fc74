/** What is sent and answered of the dates of monitoring bodies. */
import { GraphQLCountryCode, GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type MonitoringFault, MonitoringFaultKind, MonitoringField, MonitoringOutcome, type MonitoringResult } from './monitoring-fault.ts';
import type { CycleContent } from './read-cycle.ts';

registerEnumType(MonitoringField, {
  name: 'MonitoringField', description: 'A field of the dates of a round.',
  valuesConfig: {
    KEY: { description: 'The key.' }, COUNTRY: { description: 'The country.' }, BODY: { description: 'The body.' }, ROUND: { description: 'The round.' }, SOURCE: { description: 'Where it is known from.' }, SOURCE_URL: { description: 'The address of the source.' },
    CHECKED_ON: { description: 'When somebody checked it.' },
  },
});
registerEnumType(MonitoringFaultKind, {
  name: 'MonitoringFaultKind', description: 'What is wrong with a field of the dates of a round.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs.' }, UNREADABLE: { description: 'It has signs that are none of a line; a key that is not drawn by chance (UUID version 4).' }, OUT_OF_RANGE: { description: 'It is not between 1 and `maximum`.' },
    NOT_AN_ADDRESS: { description: 'It is no address of the web.' }, TO_COME: { description: 'It is a day to come.' }, REPEATED: { description: 'This round of this body is there already.' }, UNKNOWN: { description: 'It is no country of the site.' },
  },
});
registerEnumType(MonitoringOutcome, {
  name: 'MonitoringOutcome', description: 'What came of entering, changing or removing the dates of a round.',
  valuesConfig: {
    DONE: { description: 'They are as they were sent, or removed.' }, INVALID: { description: 'Something that was sent is wrong: `faults` says what.' }, CONFLICT: { description: 'Somebody else has changed them meanwhile: nothing was written.' }, NOT_ALLOWED: { description: 'They are not yours to keep.' },
    GONE: { description: 'There are none for you.' },
  },
});

@InputType({ description: 'The dates of a round of a monitoring body for a country. A date that nobody knows is null.' })
export class MonitoringCycleInput implements CycleContent {
  @Field(() => GraphQLCountryCode, { description: 'The country; it stays.' })
  country!: string;

  @Field(() => String, { description: 'The body, in one line of 100 signs at most: GRETA.' })
  body!: string;

  @Field(() => Int, { description: 'The evaluation round, from 1 to 99.' })
  round!: number;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the answers to the questionnaire are due.' })
  questionnaireOn!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the visit begins.' })
  visitOn!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the draft report is sent to the country.' })
  draftReportOn!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the comments of the country are due.' })
  commentsOn!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the report is published.' })
  publicationOn!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When what has been done is due to be reported.' })
  followUpOn!: string | null;

  @Field(() => String, { description: 'What was read, in words, a letter or a page; nobody’s name: one line of 300 signs at most.' })
  source!: string;

  @Field(() => String, { description: 'Its address; may be empty.' })
  sourceUrl!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which somebody checked it there: not one that is still to come; null where nobody has.' })
  checkedOn!: string | null;
}

@ObjectType('MonitoringFault', { description: 'What is wrong with what was sent of the dates of a round.' })
export class MonitoringFaultType implements MonitoringFault {
  @Field(() => MonitoringField, { description: 'With which field.' })
  field!: MonitoringField;

  @Field(() => MonitoringFaultKind, { description: 'What is wrong with it.' })
  fault!: MonitoringFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}

@ObjectType({ description: 'What came of entering, changing or removing the dates of a round.' })
export class MonitoringPayload implements MonitoringResult {
  @Field(() => MonitoringOutcome, { description: 'What came of it.' })
  outcome!: MonitoringOutcome;

  @Field(() => [MonitoringFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: MonitoringFaultType[];

  key!: string;
}
