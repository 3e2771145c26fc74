/** What was chosen for a search for a plan, as it is shown. */
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PlanCostKind, PlanMeasure, PlanPin, PlanTaken, PlanTakenAs } from './plan-codes.ts';

@ObjectType({ description: 'A goal that counts.' })
export class PlanGoal {
  @Field(() => PlanMeasure, { description: 'What is measured.' })
  measure!: PlanMeasure;

  @Field(() => Int, { description: 'Its points: for each point of a meeting, for each hundred euros, for each hour, or for each one. Where goals count one after the other they say nothing.' })
  points!: number;
}

@ObjectType({ description: 'What counts.' })
export class PlanGoals {
  @Field(() => Boolean, { description: 'Whether goals are weighed against each other by their points; otherwise each is before all that follow.' })
  isWeighed!: boolean;

  @Field(() => [PlanGoal], { description: 'The goals, in their order.' })
  goals!: readonly PlanGoal[];
}

@ObjectType({ description: 'What may be spent of one kind, within the envelope.' })
export class PlanKindLimit {
  @Field(() => PlanCostKind, { description: 'For what.' })
  kind!: PlanCostKind;

  @Field(() => Int, { description: 'How much, in cents of euros.' })
  cents!: number;
}

@ObjectType({ description: 'Something that whoever asked for a plan has fixed.' })
export class PlanChosenPin {
  @Field(() => PlanPin, { description: 'What.' })
  pin!: PlanPin;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of the meeting; null where it is about none.' })
  meetingKey!: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of `people`; null where it is about nobody.' })
  personKey!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the meeting begins; of AT alone.' })
  startsAt!: Date | null;
}

@ObjectType({ description: 'A plan to stay near to.' })
export class PlanFormer {
  @Field(() => ID, { description: 'The id of its search, which may not be kept any more.' })
  search!: string;

  @Field(() => PlanTakenAs, { description: 'Which plan of it.' })
  as!: PlanTakenAs;
}

@ObjectType({ description: 'What whoever asked for a plan has chosen.' })
export class PlanSettings {
  @Field(() => Int, { nullable: true, description: 'What it may cost, in cents of euros, instead of what the mission says; null for what the mission says.' })
  envelopeCents!: number | null;

  @Field(() => [PlanTaken], { description: 'Who counts as free although nobody knows it.' })
  taken!: readonly PlanTaken[];

  @Field(() => Int, { nullable: true, description: 'What somebody who interprets costs for half a day where no price is known, in cents of euros; null where nobody does then.' })
  interpreterCents!: number | null;

  @Field(() => Boolean, { description: 'Whether who is in the team goes in any case.' })
  isTeamKept!: boolean;

  @Field(() => Boolean, { description: 'Whether countries were asked for: open needs and recommendations count as meetings that could be.' })
  isIdea!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many countries there are at most; null for as many as there are.' })
  mostCountries!: number | null;

  @Field(() => PlanGoals, { nullable: true, description: 'What counts; null for meetings, then cost, then nights.' })
  goals!: PlanGoals | null;

  @Field(() => [PlanKindLimit], { description: 'What may be spent of single kinds.' })
  kindLimits!: readonly PlanKindLimit[];

  @Field(() => [PlanChosenPin], { description: 'What is fixed.' })
  pins!: readonly PlanChosenPin[];

  @Field(() => PlanFormer, { nullable: true, description: 'The plan to stay near to; null for none.' })
  former!: PlanFormer | null;

  @Field(() => Int, { description: 'From what chance is drawn: the same number gives the same answer.' })
  seed!: number;
}
