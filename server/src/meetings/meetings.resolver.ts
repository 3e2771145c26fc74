/** Preparing the meetings of a leg, as mutations. What they answer is the leg, and nothing of its mission. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { MissionLeg, MissionLegReader } from '../missions/index.ts';
import type { Result, WhichMeeting } from './held-meeting.ts';
import { MeetingInput, MeetingPayload, MeetingPersonInput, MeetingTextsInput } from './meeting-input.type.ts';
import { nameMeetingPeople } from './meeting-people.service.ts';
import { removeMeeting, saveMeeting, translateMeeting } from './meetings.service.ts';
import type { SentMeeting } from './read-meeting.ts';

const legArgument = { description: 'The id of the leg.' };
const keyArgument = { description: 'The key of the meeting; of a new one, one that you have drawn at random.' };
const versionArgument = { description: 'The `version` of the meeting that you have read; 0 for a new one.' };

async function answer({ actor, transact }: Context, leg: string, key: string, act: (em: EntityManager, which: WhichMeeting) => Promise<Result>): Promise<MeetingPayload> {
  const which = { person: personOf(actor), leg: keyOfId('MissionLeg', leg, 'uuid'), key: key.toLowerCase() };
  return { ...(await transact((em) => act(em, which))), key: which.leg } as MeetingPayload;
}

function sentOf({ organisation, day, recommendations, precedes, ...input }: MeetingInput): SentMeeting {
  return {
    ...input, organisation: organisation ? keyOfId('Organisation', organisation, 'text') : null, day: day ?? null, recommendations: recommendations.map((id) => keyOfId('Recommendation', id, 'text')),
    precedes: precedes.map(({ meeting, gapMinutes }) => ({ meeting: meeting.toLowerCase(), gapMinutes })),
  };
}

@Resolver(() => MeetingPayload)
export class MeetingsResolver {
  @FieldResolver(() => MissionLeg, { nullable: true, description: 'The leg as it is now; null where there is none for you.' })
  leg(@Root() { key }: MeetingPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(MissionLegReader, key, info);
  }

  @Mutation(() => MeetingPayload, { description: 'Adds a meeting to a leg, or changes it. What cannot be is refused: a time at which the host cannot, a day off without a reason, somebody in two places at once, another order than is said, the place of a host whose place must not be found.' })
  saveMeeting(
    @Arg('leg', () => ID, legArgument) leg: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('input', () => MeetingInput, { description: 'The meeting, whole.' }) input: MeetingInput, @Ctx() context: Context,
  ): Promise<MeetingPayload> {
    return answer(context, leg, key, (em, which) => saveMeeting(em, which, { version, input: sentOf(input) }));
  }

  @Mutation(() => MeetingPayload, { description: 'Says a meeting in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translateMeeting(
    @Arg('leg', () => ID, legArgument) leg: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('texts', () => MeetingTextsInput, { description: 'The texts.' }) texts: MeetingTextsInput, @Ctx() context: Context,
  ): Promise<MeetingPayload> {
    return answer(context, leg, key, (em, which) => translateMeeting(em, which, { version, texts }));
  }

  @Mutation(() => MeetingPayload, { description: 'Names who of the team goes to a meeting, as what: decided by the adviser.' })
  nameMeetingPeople(
    @Arg('leg', () => ID, legArgument) leg: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('people', () => [MeetingPersonInput], { description: 'All of them.' }) people: MeetingPersonInput[], @Ctx() context: Context,
  ): Promise<MeetingPayload> {
    return answer(context, leg, key, (em, which) => nameMeetingPeople(em, which, { version, people: people.map(({ member, kind, isSubstitute, inPlaceOf }) => ({ member: member.toLowerCase(), kind, isSubstitute, ...(inPlaceOf !== undefined && { inPlaceOf: inPlaceOf?.toLowerCase() ?? null }) })) }));
  }

  @Mutation(() => MeetingPayload, { description: 'Removes a meeting: decided by the adviser.' })
  removeMeeting(@Arg('leg', () => ID, legArgument) leg: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<MeetingPayload> {
    return answer(context, leg, key, (em, which) => removeMeeting(em, which, version));
  }
}
