/** What is sent of a search for a plan, and what comes of it. */
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PlanCostKind, PlanMeasure, PlanPin, PlanSearchOutcome, PlanTaken, PlanTakenAs } from './plan-codes.ts';
import { PlanChosenPin } from './plan-settings.type.ts';

@InputType({ description: 'Something that is fixed, whatever else is planned.' })
export class PlanPinInput {
  @Field(() => PlanPin, { description: 'What: no TRAVELS and no ORDER.' })
  pin!: PlanPin;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of the meeting; of IN, OUT, AT, ATTENDS, ABSENT.' })
  meetingKey?: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of `people`; of GOES, STAYS, ATTENDS, ABSENT.' })
  personKey?: string | null;

  @Field(() => Date, { nullable: true, description: 'When it begins, to the minute; of AT.' })
  startsAt?: Date | null;
}

@InputType({ description: 'A plan to stay near to.' })
export class PlanFormerInput {
  @Field(() => ID, { description: 'The id of its search, of the same mission.' })
  search!: string;

  @Field(() => PlanTakenAs, { nullable: true, description: 'Which plan of it; the best where it is left out.' })
  as?: PlanTakenAs | null;
}

@InputType({ description: 'A goal that counts.' })
export class PlanGoalInput {
  @Field(() => PlanMeasure, { description: 'What is measured: PROFIT, COUNTRIES_SERVED, COST_CENTS, TRAVEL_MINUTES, NIGHTS, BALANCE, SHORT_SLACK, FRESH or KEPT.' })
  measure!: PlanMeasure;

  @Field(() => Int, { nullable: true, description: 'Its points, from 1 to 1,000: for each point of a meeting, for each hundred euros, for each hour, or for each one; 1 where it is left out. They count where goals are weighed against each other alone.' })
  points?: number | null;
}

@InputType({ description: 'What counts.' })
export class PlanGoalsInput {
  @Field(() => Boolean, { description: 'Whether goals are weighed against each other by their points; otherwise each is before all that follow.' })
  isWeighed!: boolean;

  @Field(() => [PlanGoalInput], { description: 'The goals, each once, in their order: at least one.' })
  goals!: PlanGoalInput[];
}

@InputType({ description: 'What may be spent of one kind, within the envelope.' })
export class PlanKindLimitInput {
  @Field(() => PlanCostKind, { description: 'For what: FARE, ALLOWANCE or INTERPRETER.' })
  kind!: PlanCostKind;

  @Field(() => Int, { description: 'How much, in cents of euros.' })
  cents!: number;
}

@InputType({ description: 'What whoever asks for a plan chooses; what is left out is as the mission says.' })
export class PlanSettingsInput {
  @Field(() => Int, { nullable: true, description: 'What it may cost, in cents of euros, instead of what the mission says.' })
  envelopeCents!: number | null;

  @Field(() => [PlanTaken], { nullable: true, description: 'Who counts as free although nobody knows it; nobody where it is left out.' })
  taken!: PlanTaken[] | null;

  @Field(() => Int, { nullable: true, description: 'What somebody who interprets costs for half a day, in cents of euros, where no price is known: then somebody does wherever nobody of the team speaks the language. Where it is left out those alone do whose price is known.' })
  interpreterCents!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether who is in the team goes in any case; they do where it is left out.' })
  isTeamKept!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether countries are asked for: open needs and recommendations – those of the objectives of the mission, or all where it has none – count as meetings that could be. They do not where it is left out.' })
  isIdea?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'How many countries there are at most; as many as there are where it is left out.' })
  mostCountries?: number | null;

  @Field(() => PlanGoalsInput, { nullable: true, description: 'What counts; meetings, then cost, then nights where it is left out.' })
  goals?: PlanGoalsInput | null;

  @Field(() => [PlanKindLimitInput], { nullable: true, description: 'What may be spent of single kinds, each once; no limit of any where it is left out.' })
  kindLimits?: PlanKindLimitInput[] | null;

  @Field(() => [PlanPinInput], { nullable: true, description: 'What is fixed, each once; nothing where it is left out.' })
  pins?: PlanPinInput[] | null;

  @Field(() => PlanFormerInput, { nullable: true, description: 'A plan to stay near to: of plans with meetings that are worth as much, one that keeps most of its hours and of who is where is better. None where it is left out.' })
  former?: PlanFormerInput | null;

  @Field(() => Int, { nullable: true, description: 'From what chance is drawn, from 0 on: the same number gives the same answer; 0 where it is left out.' })
  seed!: number | null;
}

@ObjectType({ description: 'What came of asking for a plan, or of stopping a search.' })
export class PlanSearchPayload {
  @Field(() => PlanSearchOutcome, { description: 'What came of it.' })
  outcome!: PlanSearchOutcome;

  @Field(() => [PlanChosenPin], { description: 'Of NOT_THERE: what is fixed of a meeting or of somebody who is not there any more; none otherwise.' })
  gone!: readonly PlanChosenPin[];

  /** The key of the search. */
  key!: string;
}
