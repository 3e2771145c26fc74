/** What more or less money would bring to a plan, as it is shown. */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PlanSearchReason, PlanSearchState } from './plan-codes.ts';

@ObjectType({ description: 'What an envelope buys.' })
export class PlanCurvePoint {
  @Field(() => Int, { nullable: true, description: 'The envelope, in cents of euros; null for no limit.' })
  envelopeCents!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many meetings the best plan that was found for it has; null where none was found.' })
  meetings!: number | null;

  @Field(() => Float, { nullable: true, description: 'What that plan is worth at the first level of the goals; null likewise.' })
  value!: number | null;

  @Field(() => Int, { nullable: true, description: 'What that plan costs, in cents of euros: from that amount on as much is had; null likewise.' })
  costCents!: number | null;

  @Field(() => Boolean, { description: 'Whether it is proved that no plan for it is worth more at the first level; without a plan, that there is none. Of the same plans as `isOptimal` of the search.' })
  isProved!: boolean;
}

@ObjectType({ description: 'What more or less money would bring: a handful of envelopes, and what each of them buys.' })
export class PlanCurve {
  @Field(() => PlanSearchState, { description: 'How far finding it out has come.' })
  state!: PlanSearchState;

  @Field(() => PlanSearchReason, { nullable: true, description: 'Why it was ended, or could not go on; null otherwise.' })
  reason!: PlanSearchReason | null;

  @Field(() => [PlanCurvePoint], { description: 'What is known so far, the smallest envelope first.' })
  points!: PlanCurvePoint[];
}
