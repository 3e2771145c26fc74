/** Why a meeting is left out of a plan, looked into further, as it is shown. */
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { PlanSearchReason, PlanSearchState } from './plan-codes.ts';

@ObjectType({ description: 'Looking further into why a meeting is not in a plan: what is found stands with the meeting.' })
export class PlanWhy {
  @Field(() => GraphQLUUID, { description: 'The key of the meeting.' })
  meetingKey!: string;

  @Field(() => PlanSearchState, { description: 'How far it has come.' })
  state!: PlanSearchState;

  @Field(() => PlanSearchReason, { nullable: true, description: 'Why it was ended, or could not go on; null otherwise.' })
  reason!: PlanSearchReason | null;
}
