/** Preparing a leg by itself, as mutations: for the post of its country, and for the adviser. What they answer is the leg, and nothing of its mission. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import type { WhichLeg } from './held-leg.ts';
import { removeLegContact, saveLegContact } from './leg-contacts.service.ts';
import { MissionLegTextsInput } from './mission-input.type.ts';
import { MissionLeg } from './mission-leg.entity.ts';
import { MissionLegReader } from './mission-leg.reader.ts';
import type { MissionResult } from './mission-result.ts';
import { prepareMissionLeg, translatePreparedLeg } from './prepare-leg.service.ts';
import { LegContactInput, MissionLegPayload, PreparedLegInput } from './prepare-leg.types.ts';

const legArgument = { description: 'The id of the leg.' };
const versionArgument = { description: 'The `version` of the leg that you have read.' };
const contactArgument = { description: 'The key of the contact; of a new one, one that you have drawn at random.' };

async function answer({ actor, transact }: Context, id: string, act: (em: EntityManager, which: WhichLeg) => Promise<MissionResult>): Promise<MissionLegPayload> {
  const which = { person: personOf(actor), leg: keyOfId('MissionLeg', id, 'uuid') };
  return { ...(await transact((em) => act(em, which))), key: which.leg } as MissionLegPayload;
}

@Resolver(() => MissionLegPayload)
export class PrepareLegResolver {
  @FieldResolver(() => MissionLeg, { nullable: true, description: 'The leg as it is now; null where there is none for you.' })
  leg(@Root() { key }: MissionLegPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(MissionLegReader, key, info);
  }

  @Mutation(() => MissionLegPayload, { description: 'Changes what is said of a leg: its texts in the language in which they were first written, the lodging and how people get about.' })
  prepareMissionLeg(@Arg('id', () => ID, legArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => PreparedLegInput, { description: 'All of it.' }) input: PreparedLegInput, @Ctx() context: Context): Promise<MissionLegPayload> {
    return answer(context, id, (em, which) => prepareMissionLeg(em, which, { version, input }));
  }

  @Mutation(() => MissionLegPayload, { description: 'Says a leg that you prepare in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translatePreparedLeg(@Arg('id', () => ID, legArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('texts', () => MissionLegTextsInput, { description: 'The texts.' }) texts: MissionLegTextsInput, @Ctx() context: Context): Promise<MissionLegPayload> {
    return answer(context, id, (em, which) => translatePreparedLeg(em, which, { version, texts }));
  }

  @Mutation(() => MissionLegPayload, { description: 'Adds a contact to a leg, or changes it.' })
  saveLegContact(
    @Arg('leg', () => ID, legArgument) leg: string, @Arg('key', () => GraphQLUUID, contactArgument) key: string,
    @Arg('version', () => Int, { description: 'The `version` of the contact that you have read; 0 for a new one.' }) version: number, @Arg('input', () => LegContactInput, { description: 'The contact, whole.' }) input: LegContactInput, @Ctx() context: Context,
  ): Promise<MissionLegPayload> {
    return answer(context, leg, (em, which) => saveLegContact(em, { ...which, key: key.toLowerCase() }, { version, input }));
  }

  @Mutation(() => MissionLegPayload, { description: 'Removes a contact of a leg.' })
  removeLegContact(
    @Arg('leg', () => ID, legArgument) leg: string, @Arg('key', () => GraphQLUUID, contactArgument) key: string, @Arg('version', () => Int, { description: 'The `version` of the contact that you have read.' }) version: number, @Ctx() context: Context,
  ): Promise<MissionLegPayload> {
    return answer(context, leg, (em, which) => removeLegContact(em, { ...which, key: key.toLowerCase() }, version));
  }
}
