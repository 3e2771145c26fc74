/** What a line of costs was computed from, as it was then: what changes later does not change what was. */
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

const THEN = 'null where there was none.';

@ObjectType({ description: 'What a line of the costs of a mission was computed from, as it was then. Of what is typed in euros nothing.' })
export class CostBasis {
  @Field(() => String, { nullable: true, description: `When they arrive, as the clocks of the place show it: \`2027-11-08T09:30\`; ${THEN}` })
  arrivesAt!: string | null;

  @Field(() => String, { nullable: true, description: `When they leave; ${THEN}` })
  leavesAt!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: `The first of the days that it counts; ${THEN}` })
  since!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: `The last of them; ${THEN}` })
  until!: string | null;

  @Field(() => Boolean, { nullable: true, description: `Whether a host provides the lodging; ${THEN}` })
  isLodgingProvided!: boolean | null;

  @Field(() => Int, { nullable: true, description: `How many midday meals of the whole stay a host provides; ${THEN}` })
  lunchesProvided!: number | null;

  @Field(() => Int, { nullable: true, description: `How many evening meals; ${THEN}` })
  dinnersProvided!: number | null;

  @Field(() => String, { nullable: true, description: `The code of the rule; ${THEN}` })
  rule!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: `From which day on the rule is in force; ${THEN}` })
  ruleFrom!: string | null;

  @Field(() => String, { nullable: true, description: `Where the rule is known from; ${THEN}` })
  ruleSource!: string | null;

  @Field(() => Int, { nullable: true, description: `What a night gives, in per mille of the rate; ${THEN}` })
  nightPermille!: number | null;

  @Field(() => String, { nullable: true, description: `From which hour a night counts; ${THEN}` })
  nightFrom!: string | null;

  @Field(() => String, { nullable: true, description: `Until which hour; ${THEN}` })
  nightUntil!: string | null;

  @Field(() => Boolean, { nullable: true, description: `Whether all of these hours are needed; ${THEN}` })
  isNightWhole!: boolean | null;

  @Field(() => Int, { nullable: true, description: `What a midday meal gives; ${THEN}` })
  lunchPermille!: number | null;

  @Field(() => String, { nullable: true, description: `From which hour; ${THEN}` })
  lunchFrom!: string | null;

  @Field(() => String, { nullable: true, description: `Until which hour; ${THEN}` })
  lunchUntil!: string | null;

  @Field(() => Int, { nullable: true, description: `What an evening meal gives; ${THEN}` })
  dinnerPermille!: number | null;

  @Field(() => String, { nullable: true, description: `From which hour; ${THEN}` })
  dinnerFrom!: string | null;

  @Field(() => String, { nullable: true, description: `Until which hour; ${THEN}` })
  dinnerUntil!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: `From which day on the rate is in force; ${THEN}` })
  rateFrom!: string | null;

  @Field(() => String, { nullable: true, description: `Where the rate is known from; ${THEN}` })
  rateSource!: string | null;

  @Field(() => Int, { nullable: true, description: `What a unit of the currency was worth, in millionths of a euro; ${THEN}` })
  micros!: number | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: `From which day on it was; ${THEN}` })
  exchangeFrom!: string | null;

  @Field(() => String, { nullable: true, description: `Where that is known from; ${THEN}` })
  exchangeSource!: string | null;
}
