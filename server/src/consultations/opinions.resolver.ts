/** Giving opinions about the legs of missions, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { Consultation } from './consultation.entity.ts';
import { ConsultationReader } from './consultation.reader.ts';
import { OpinionInput, OpinionPayload } from './opinion-input.type.ts';
import { giveOpinion } from './opinions.service.ts';

const idArgument = { description: 'The id of the consultation.' };
const inputArgument = { description: 'The opinion.' };

async function give({ actor, locale, transact }: Context, id: string, input: OpinionInput, reason: string | null): Promise<OpinionPayload> {
  personOf(actor);
  const key = keyOfId('Consultation', id, 'uuid');
  return { ...(await transact((em) => giveOpinion(em, key, { ...input, reason, locale }))), key } as OpinionPayload;
}

@Resolver(() => OpinionPayload)
export class OpinionsResolver {
  @FieldResolver(() => Consultation, { nullable: true, description: 'The consultation as it is now; null where there is none for you.' })
  consultation(@Root() { key }: OpinionPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(ConsultationReader, key, info);
  }

  @Mutation(() => OpinionPayload, { description: 'Gives the opinion of your own service of a post about a leg of a mission; again until the last day is over.' })
  giveOpinion(@Arg('id', () => ID, idArgument) id: string, @Arg('input', () => OpinionInput, inputArgument) input: OpinionInput, @Ctx() context: Context): Promise<OpinionPayload> {
    return give(context, id, input, null);
  }

  @Mutation(() => OpinionPayload, { description: 'Notes an opinion that reached the adviser otherwise, for a service that has not answered itself, as long as the mission waits for it. Everybody who reads it reads that it was noted, and why.' })
  noteOpinion(
    @Arg('id', () => ID, idArgument) id: string, @Arg('input', () => OpinionInput, inputArgument) input: OpinionInput,
    @Arg('reason', () => String, { description: 'Why it is noted and how it came, of 500 signs at most: the post reads it.' }) reason: string, @Ctx() context: Context,
  ): Promise<OpinionPayload> {
    return give(context, id, input, reason);
  }
}
