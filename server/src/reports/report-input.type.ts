/** What is sent of the report of a mission, of a finding, of what is published and of how an expert was found. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { ObjectiveOutcome } from './report.entity.ts';

@InputType({ description: 'What came of an objective of a mission.' })
export class ObjectiveResultInput {
  @Field(() => GraphQLUUID, { description: 'The key of the objective.' })
  key!: string;

  @Field(() => ObjectiveOutcome, { description: 'What came of it.' })
  outcome!: ObjectiveOutcome;

  @Field(() => String, { description: 'What is said of it.' })
  text!: string;
}

@InputType({ description: 'The report of a mission, whole, in the language in which it is first written.' })
export class MissionReportInput {
  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'What came of the mission.' })
  summary!: string;

  @Field(() => String, { description: 'How it went, and what would be done otherwise; may be empty.' })
  evaluation!: string;

  @Field(() => [ObjectiveResultInput], { description: 'What came of the objectives; of one that is not sent nothing is said.' })
  results!: ObjectiveResultInput[];
}

@InputType({ description: 'A text of the report of a mission in another language.' })
export class ReportTextInput {
  @Field(() => GraphQLUUID, { description: 'The key of what it is about.' })
  key!: string;

  @Field(() => String, { description: 'The text.' })
  text!: string;
}

@InputType({ description: 'The texts of the report of a mission in another language. What is empty is missing in that language.' })
export class MissionReportTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What came of the mission.' })
  summary!: string;

  @Field(() => String, { description: 'How it went.' })
  evaluation!: string;

  @Field(() => [ReportTextInput], { description: 'What is said of what came of the objectives, by their keys; those that are not sent stay as they are.' })
  results!: ReportTextInput[];

  @Field(() => [ReportTextInput], { description: 'What was found, by the keys of the findings; those that are not sent stay as they are.' })
  findings!: ReportTextInput[];
}

@InputType({ description: 'Something that a mission has found, in the language in which it is first written.' })
export class FindingInput {
  @Field(() => LocaleScalar, { description: 'The language of the text.' })
  sourceLocale!: Locale;

  @Field(() => GraphQLUUID, { nullable: true, description: 'In which leg, by its key; null for one of the mission as a whole.' })
  leg!: string | null;

  @Field(() => String, { nullable: true, description: 'About which theme, by its code; null where it is about none of them.' })
  theme!: string | null;

  @Field(() => GraphQLLocalDate, { description: 'On which day of the mission.' })
  foundOn!: string;

  @Field(() => String, { description: 'What was found.' })
  text!: string;

  @Field(() => [ID], { description: 'The ids of the recommendations on which it bears; may be empty.' })
  recommendations!: string[];

  @Field(() => [ID], { nullable: true, description: 'The ids of the needs on which it bears; null or not sent for those that there are.' })
  needs?: string[] | null;
}

@InputType({ description: 'What comes of something that a mission has found.' })
export class FindingFollowUpInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until when what it calls for is to be done; null for nothing.' })
  dueOn!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'On which day that was done, not one that is still to come in Paris; null while it is not.' })
  doneOn!: string | null;
}

@InputType({ description: 'What of the report of a mission is published.' })
export class MissionPublicationInput {
  @Field(() => Boolean, { description: 'The summary.' })
  hasSummary!: boolean;

  @Field(() => Boolean, { description: 'Its days, and not the month and the year alone.' })
  hasDays!: boolean;

  @Field(() => [GraphQLCountryCode], { description: 'The countries that are named: of those to which it went, one at least.' })
  countries!: string[];

  @Field(() => [GraphQLUUID], { description: 'What came of these objectives, by their keys.' })
  results!: string[];

  @Field(() => [GraphQLUUID], { description: 'These findings, by their keys: of a country that is named, or of the mission as a whole.' })
  findings!: string[];
}

@InputType({ description: 'How an expert was found on a mission.' })
export class AppraisalInput {
  @Field(() => Int, { description: 'What they know and can do, from 1 to 4.' })
  expertise!: number;

  @Field(() => Int, { description: 'How they exchanged with those whom they met, from 1 to 4.' })
  exchange!: number;

  @Field(() => Int, { description: 'How far they could be relied on, from 1 to 4.' })
  reliability!: number;

  @Field(() => String, { description: 'What else is said of it; may be empty.' })
  text!: string;

  @Field(() => LocaleScalar, { description: 'The language of the text.' })
  locale!: Locale;
}
