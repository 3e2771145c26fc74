/** Trying something before it is fixed. */
import { Args, ArgsType, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { pinOf } from './chosen-pins.ts';
import { PlanSearchOutcome, PlanTaken, PlanTakenAs } from './plan-codes.ts';
import { PlanPinInput } from './plan-search-input.type.ts';
import { PlanRef } from './plan-sentence.type.ts';
import { tryPlanPins } from './try-pins.service.ts';

@ArgsType()
class TriedPinsArgs {
  @Field(() => ID, { description: 'The id of the search.' })
  id!: string;

  @Field(() => [PlanPinInput], { description: 'All that would be fixed, each once: with what is tried.' })
  pins!: PlanPinInput[];

  @Field(() => [PlanPinInput], { description: 'What of it is tried.' })
  tried!: PlanPinInput[];

  @Field(() => [PlanTaken], { nullable: true, description: 'Who counts as free although nobody knows it; as in the search where it is left out.' })
  taken!: PlanTaken[] | null;

  @Field(() => Int, { nullable: true, description: 'What somebody who interprets costs for half a day, in cents of euros, where no price is known; null where nobody does then, as in the search where it is left out.' })
  interpreterCents?: number | null;

  @Field(() => PlanTakenAs, { nullable: true, description: 'The plan of the search in which hours are tried, too; none where it is left out.' })
  plan!: PlanTakenAs | null;
}

@ObjectType({ description: 'What came of trying something before it is fixed.' })
export class TriedPinsPayload {
  @Field(() => PlanSearchOutcome, { description: 'Whether it could be tried.' })
  outcome!: PlanSearchOutcome;

  @Field(() => [PlanRef], { description: 'What refuses it, whatever else is planned; nothing where only a search can tell.' })
  refusedBy!: readonly PlanRef[];

  @Field(() => [PlanRef], { description: 'The rules of borders that refuse an hour of it in the plan as long as its other meetings stay at their hours, and to which meetings nobody comes then; nothing where a search mends it.' })
  refusedInPlan!: readonly PlanRef[];
}

@Resolver()
export class TryPlanPinsResolver {
  @Mutation(() => TriedPinsPayload, { description: 'Says what refuses that something is fixed, by what is known now of the mission of a search, and not only when that was asked: of a meeting that has to be that no hour of its host or of its country is left, that somebody fixed cannot at any, or that nobody has a role or a language that it needs; of an hour the same, and its order; of somebody that they cannot go on any day; of the team that nobody is left for it; and which rules of borders refuse an hour in a plan. It writes nothing.' })
  async tryPlanPins(@Args(() => TriedPinsArgs) { id, pins, tried, taken, interpreterCents, plan }: TriedPinsArgs, @Ctx() { actor, transact }: Context): Promise<TriedPinsPayload> {
    const which = { person: personOf(actor), key: keyOfId('PlanSearch', id, 'uuid') };
    return transact((em) => tryPlanPins(em, which, { pins: pins.map(pinOf), tried: tried.map(pinOf) }, { chosen: { ...(taken && { taken }), ...(interpreterCents !== undefined && { interpreterCents }) }, plan: plan ?? null }));
  }
}
