/** Photos of missions, as mutations. The pictures are brought where files are sent to (`photo-routes.ts`). */
import type { EntityManager } from '@mikro-orm/postgresql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { MissionPayload, type MissionResult, ofMission } from '../missions/index.ts';
import { removeMissionPhoto, saveMissionPhoto, translateMissionPhoto, type WhichPhoto } from './mission-photos.service.ts';
import { MissionPhotoInput, MissionPhotoTextsInput } from './photos.types.ts';
import { publishMissionPhoto, withdrawMissionPhoto } from './publish-photos.service.ts';

const missionArgument = { description: 'The id of the mission.' };
const keyArgument = { description: 'The key of the photo.' };
const versionArgument = { description: 'The `version` of the photo that you have read.' };

const ofPhoto = (context: Context, mission: string, key: string, act: (em: EntityManager, which: WhichPhoto) => Promise<MissionResult>): Promise<MissionPayload> =>
  ofMission(context, mission, (em, which) => act(em, { ...which, key: key.toLowerCase() }));

@Resolver()
export class MissionPhotosResolver {
  @Mutation(() => MissionPayload, { description: 'Changes what is said of a photo of a mission that is over, and its place.' })
  saveMissionPhoto(
    @Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('input', () => MissionPhotoInput, { description: 'What is said of it.' }) input: MissionPhotoInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofPhoto(context, mission, key, (em, which) => saveMissionPhoto(em, which, { version, sent: input }));
  }

  @Mutation(() => MissionPayload, { description: 'Says what can be seen on a photo of a mission in another language.' })
  translateMissionPhoto(
    @Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('texts', () => MissionPhotoTextsInput, { description: 'The texts.' }) texts: MissionPhotoTextsInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofPhoto(context, mission, key, (em, which) => translateMissionPhoto(em, which, { version, texts }));
  }

  @Mutation(() => MissionPayload, { description: 'Removes a photo of a mission, with what is public of it.' })
  removeMissionPhoto(@Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<MissionPayload> {
    return ofPhoto(context, mission, key, (em, which) => removeMissionPhoto(em, which, version));
  }

  @Mutation(() => MissionPayload, { description: 'Makes a photo public with what is published of its mission, in place of what was public of it before.' })
  publishMissionPhoto(
    @Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('isConfirmed', () => Boolean, { description: 'That you have looked at it: no victim, no protected place and nobody without their consent can be recognised. Without that nothing becomes public; that you have said it is kept.' }) isConfirmed: boolean, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofPhoto(context, mission, key, (em, which) => publishMissionPhoto(em, which, { version, isConfirmed }));
  }

  @Mutation(() => MissionPayload, { description: 'Takes back that a photo of a mission is public, at once.' })
  withdrawMissionPhoto(@Arg('mission', () => ID, missionArgument) mission: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Ctx() context: Context): Promise<MissionPayload> {
    return ofPhoto(context, mission, key, withdrawMissionPhoto);
  }
}
