/** The journeys and costs of a mission, as mutations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { CostFault, CostOutcome, type CostResult } from '../allowances/index.ts';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { Mission, MissionReader } from '../missions/index.ts';
import { MissionCostInput, MissionTravelInput } from './cost-input.type.ts';
import { noteActualCost, removeMissionCost, saveMissionCost } from './costs.service.ts';
import type { Which } from './held-costs.ts';
import { contentOf, removeMissionTravel, saveMissionTravel } from './journeys.service.ts';

@ObjectType({ description: 'What came of changing the journeys or the costs of a mission.' })
class MissionCostPayload implements CostResult {
  @Field(() => CostOutcome, { description: 'What came of it.' })
  outcome!: CostOutcome;

  @Field(() => [CostFault], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: CostFault[];

  /** The key of the mission. */
  key!: string;
}

const missionArgument = { description: 'The id of the mission.' };
const keyArgument = { description: 'Its key; of a new one, one that you have drawn at random.' };
const readArgument = { description: 'The `version` that you have read.' };
const versionArgument = { description: 'The `version` that you have read; 0 for a new one.' };

async function answer({ actor, transact }: Context, id: string, key: string, act: (em: EntityManager, which: Which) => Promise<CostResult>): Promise<MissionCostPayload> {
  const which = { person: personOf(actor), mission: keyOfId('Mission', id, 'uuid'), key: key.toLowerCase() };
  return { ...(await transact((em) => act(em, which))), key: which.mission } as MissionCostPayload;
}

const lower = (key: string | null | undefined): string | null => key?.toLowerCase() ?? null;

@Resolver(() => MissionCostPayload)
export class CostsResolver {
  @FieldResolver(() => Mission, { nullable: true, description: 'The mission as it is now; null where there is none for you.' })
  mission(@Root() { key }: MissionCostPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(MissionReader, key, info);
  }

  @Mutation(() => MissionCostPayload, { description: 'Adds a line to the costs of a mission, or changes one that was typed.' })
  saveMissionCost(
    @Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('input', () => MissionCostInput, { description: 'The line, whole.' }) input: MissionCostInput, @Ctx() context: Context,
  ): Promise<MissionCostPayload> {
    const sent = { ...input, leg: lower(input.leg), member: lower(input.member), travel: lower(input.travel) };
    return answer(context, mission, key, (em, which) => saveMissionCost(em, which, { version, input: sent }));
  }

  @Mutation(() => MissionCostPayload, { description: 'Says what a line of the costs of a mission came to.' })
  noteActualCost(
    @Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, { description: 'Its key.' }) key: string, @Arg('version', () => Int, readArgument) version: number,
    @Arg('actualCents', () => Int, { nullable: true, description: 'How much, in cents of euros; null for what is not known yet.' }) actualCents: number | null, @Ctx() context: Context,
  ): Promise<MissionCostPayload> {
    return answer(context, mission, key, (em, which) => noteActualCost(em, which, { version, actualCents: actualCents ?? null }));
  }

  @Mutation(() => MissionCostPayload, { description: 'Removes a line of the costs of a mission that was typed.' })
  removeMissionCost(
    @Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, { description: 'Its key.' }) key: string, @Arg('version', () => Int, readArgument) version: number, @Ctx() context: Context,
  ): Promise<MissionCostPayload> {
    return answer(context, mission, key, (em, which) => removeMissionCost(em, which, version));
  }

  @Mutation(() => MissionCostPayload, { description: 'Adds a journey to a mission, or changes it. Who would be in two places at once is refused.' })
  saveMissionTravel(
    @Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('input', () => MissionTravelInput, { description: 'The journey, whole.' }) input: MissionTravelInput, @Ctx() context: Context,
  ): Promise<MissionCostPayload> {
    return answer(context, mission, key, (em, which) => saveMissionTravel(em, which, { version, content: contentOf(input) }));
  }

  @Mutation(() => MissionCostPayload, { description: 'Takes a journey of a mission away. What it costs stays.' })
  removeMissionTravel(
    @Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, { description: 'Its key.' }) key: string, @Arg('version', () => Int, readArgument) version: number, @Ctx() context: Context,
  ): Promise<MissionCostPayload> {
    return answer(context, mission, key, (em, which) => removeMissionTravel(em, which, version));
  }
}
