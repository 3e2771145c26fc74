/** Naming the team of a mission, as mutations. */
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { ofMission, MissionPayload } from './missions.resolver.ts';
import type { SentMember } from './read-member.ts';
import { MissionMemberInput } from './team-input.type.ts';
import { removeMissionMember, saveMissionMember } from './team.service.ts';

const missionArgument = { description: 'The id of the mission.' };

function sentOf({ expert, colleague, substituteFor, homeCity, mostDays, stays, ...input }: MissionMemberInput): SentMember {
  return {
    ...input, expert: expert ? keyOfId('Expert', expert, 'uuid') : null, colleague: colleague ? keyOfId('NetworkMember', colleague, 'uuid') : null, substituteFor: substituteFor?.toLowerCase() ?? null, homeCity: homeCity ?? null, mostDays: mostDays ?? null,
    stays: stays.map((stay) => ({ ...stay, leg: stay.leg.toLowerCase() })),
  };
}

@Resolver()
export class TeamResolver {
  @Mutation(() => MissionPayload, { description: 'Adds somebody to the team of a mission, or changes as what and when they come. Who would be in two places at once is refused.' })
  saveMissionMember(
    @Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, { description: 'Their key in the team; of somebody new, one that you have drawn at random.' }) key: string,
    @Arg('version', () => Int, { description: 'The `version` that you have read; 0 for somebody new.' }) version: number, @Arg('input', () => MissionMemberInput, { description: 'Somebody, whole.' }) input: MissionMemberInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofMission(context, mission, (em, which) => saveMissionMember(em, { ...which, key: key.toLowerCase() }, { version, input: sentOf(input) }));
  }

  @Mutation(() => MissionPayload, { description: 'Takes somebody out of the team of a mission, and with them who would take their place.' })
  removeMissionMember(
    @Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, { description: 'Their key in the team.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofMission(context, mission, (em, which) => removeMissionMember(em, { ...which, key: key.toLowerCase() }, version));
  }
}
