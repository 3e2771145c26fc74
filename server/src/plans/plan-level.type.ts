/** What a plan is worth, level by level, as it is shown. */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PlanMeasure } from './plan-codes.ts';

@ObjectType({ description: 'What is measured at a level of the goals, with its weight.' })
export class PlanTerm {
  @Field(() => PlanMeasure, { description: 'What.' })
  measure!: PlanMeasure;

  @Field(() => Int, { description: 'Its weight: below zero where less is better. Where goals are weighed against each other a point is 30,000.' })
  weight!: number;

  @Field(() => Float, { description: 'What is measured of the plan, before its weight: points of meetings, cents of euros, minutes, or a number.' })
  amount!: number;

  @Field(() => Float, { nullable: true, description: 'What that comes to in points, below zero where less is better; null where goals count one after the other.' })
  points!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many of the team what would count is not known, which is why they do not; null where the goal is not about people.' })
  unknown!: number | null;
}

@ObjectType({ description: 'What a plan is worth at a level of the goals. An earlier level is before all later ones.' })
export class PlanLevel {
  @Field(() => String, { description: 'The name of the goal, as a code: `meetings`, `cost`, `nights`; `weighed` for goals that are weighed against each other.' })
  goal!: string;

  @Field(() => [PlanTerm], { description: 'What is measured.' })
  terms!: PlanTerm[];

  @Field(() => Float, { description: 'What the plan is worth there: the sum of the weights times what is measured.' })
  value!: number;

  @Field(() => Float, { nullable: true, description: 'What no plan exceeds there, of those in which nobody travels alone for more than one direct link, or two where there is none; null where nothing is proved of that level.' })
  bound!: number | null;

  @Field(() => Boolean, { description: 'Whether nothing better is possible there, of the same plans, with what the levels before it have.' })
  isProved!: boolean;
}
