/** Offering the hosts of meetings slots, as mutations. What they answer is the leg, and nothing of its mission. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { MissionLeg, MissionLegReader } from '../missions/index.ts';
import { offerSlots, type WhichMeeting, withdrawSlots } from './offer.service.ts';
import { SlotOfferInput, SlotsPayload } from './slot-input.type.ts';

const legArgument = { description: 'The id of the leg.' };
const meetingArgument = { description: 'The key of the meeting.' };

const whichOf = ({ actor }: Context, leg: string, meeting: string): WhichMeeting => ({ person: personOf(actor), leg: keyOfId('MissionLeg', leg, 'uuid'), meeting: meeting.toLowerCase() });

@Resolver(() => SlotsPayload)
export class SlotsResolver {
  @FieldResolver(() => MissionLeg, { nullable: true, description: 'The leg as it is now; null where there is none for you.' })
  leg(@Root() { key }: SlotsPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(MissionLegReader, key, info);
  }

  @Mutation(() => SlotsPayload, { description: 'Offers the host of a meeting slots, by a mail with a link. What cannot be is refused, slot by slot.' })
  async offerSlots(
    @Arg('leg', () => ID, legArgument) leg: string, @Arg('meeting', () => GraphQLUUID, meetingArgument) meeting: string, @Arg('version', () => Int, { description: 'The `version` of the meeting that you have read.' }) version: number,
    @Arg('input', () => SlotOfferInput, { description: 'The slots, and who the host is.' }) { submission, ...input }: SlotOfferInput, @Ctx() context: Context,
  ): Promise<SlotsPayload> {
    const which = whichOf(context, leg, meeting);
    const { origin, transact, visit } = context;
    const count = (): Promise<void> => visit.countSlotOffer();
    return { ...(await transact((em) => offerSlots(em, which, { version, submission: submission.toLowerCase(), origin, count, input }))), key: which.leg } as SlotsPayload;
  }

  @Mutation(() => SlotsPayload, { description: 'Takes back the slots that the host of a meeting was offered: the link says so.' })
  async withdrawSlots(
    @Arg('leg', () => ID, legArgument) leg: string, @Arg('meeting', () => GraphQLUUID, meetingArgument) meeting: string, @Arg('version', () => Int, { description: 'The `version` of the offer that you have read.' }) version: number, @Ctx() context: Context,
  ): Promise<SlotsPayload> {
    const which = whichOf(context, leg, meeting);
    return { ...(await context.transact((em) => withdrawSlots(em, which, version))), key: which.leg } as SlotsPayload;
  }
}
