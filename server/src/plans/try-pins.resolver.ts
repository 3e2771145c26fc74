/** Trying an hour of a meeting before it is fixed. */
import { GraphQLUUID } from 'graphql-scalars';
import { Args, ArgsType, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { PlanSearchOutcome, PlanTaken, PlanTakenAs } from './plan-codes.ts';
import { PlanRef } from './plan-sentence.type.ts';
import { showRef } from './show-ref.ts';
import { tryPlanHour } from './try-hour.service.ts';

@ArgsType()
class TriedHourArgs {
  @Field(() => ID, { description: 'The id of the search.' })
  id!: string;

  @Field(() => GraphQLUUID, { description: 'The key of the meeting.' })
  meetingKey!: string;

  @Field(() => Date, { description: 'When it would begin, to the minute.' })
  startsAt!: Date;

  @Field(() => [GraphQLUUID], { nullable: true, description: 'The keys of those who are to attend it; nobody where it is left out.' })
  attends!: string[] | null;

  @Field(() => [PlanTaken], { nullable: true, description: 'Who counts as free although nobody knows it; as in the search where it is left out.' })
  taken!: PlanTaken[] | null;

  @Field(() => PlanTakenAs, { nullable: true, description: 'The plan of the search in which it is tried; none where it is left out.' })
  plan!: PlanTakenAs | null;

  @Field(() => [GraphQLUUID], { nullable: true, description: 'The keys of meetings of that plan that do not stay at their hours.' })
  free!: string[] | null;
}

@ObjectType({ description: 'What came of trying an hour of a meeting.' })
export class PlanHourPayload {
  @Field(() => PlanSearchOutcome, { description: 'Whether it could be tried.' })
  outcome!: PlanSearchOutcome;

  @Field(() => [PlanRef], { description: 'What refuses the meeting at this hour, whatever else is planned; nothing where only a search can tell.' })
  refusedBy!: PlanRef[];

  @Field(() => [PlanRef], { description: 'The rules of borders that refuse it in the plan as long as its other meetings stay at their hours, and to which meetings nobody comes then; nothing where a search mends it.' })
  refusedInPlan!: PlanRef[];
}

@Resolver()
export class TryPlanHourResolver {
  @Mutation(() => PlanHourPayload, { description: 'Says what refuses a meeting at an hour, by what is known now of the mission of a search, and not only when that was asked: hours of its host and of its country, days off, the days of the mission, who cannot; and which rules of borders do in a plan of it. It writes nothing.' })
  async tryPlanHour(@Args(() => TriedHourArgs) { id, meetingKey, startsAt, attends, taken, plan, free }: TriedHourArgs, @Ctx() { actor, transact }: Context): Promise<PlanHourPayload> {
    const which = { person: personOf(actor), key: keyOfId('PlanSearch', id, 'uuid') };
    const hour = { meetingId: meetingKey.toLowerCase(), startsAt: Math.floor(startsAt.getTime() / 60_000), attends: (attends ?? []).map((key) => key.toLowerCase()) };
    const within = plan ? { as: plan, free: (free ?? []).map((key) => key.toLowerCase()) } : null;
    const { outcome, problem, refs, inPlan } = await transact((em) => tryPlanHour(em, which, hour, { taken: taken ?? null, within }));
    const shown = (of: typeof refs): PlanRef[] => (problem ? of.map((ref) => showRef(problem, ref)) : []);
    return { outcome, refusedBy: shown(refs), refusedInPlan: shown(inPlan) };
  }
}
