/** Accepting groups of needs and working on them, as mutations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import type { CommonNeedResult } from './common-need-fault.ts';
import { CommonNeedInput, CommonNeedPayload, CommonNeedTextsInput, NeedReadInput, NeedsApartPayload, SplitCommonNeedArgs } from './common-need-input.type.ts';
import { CommonNeed } from './common-need.entity.ts';
import { CommonNeedReader } from './common-need.reader.ts';
import { acceptCommonNeed, addToCommonNeed, closeCommonNeed, editCommonNeed, type NeedRead, translateCommonNeed } from './common-needs.service.ts';
import type { WhichGroup } from './held-common-need.ts';
import { mergeCommonNeeds, sayNeedsApart, splitCommonNeed, takeNeedsApartBack, takeOutOfCommonNeed } from './regroup.service.ts';

const ID_OF = { description: 'The id of the group.' };
const VERSION = { description: 'The `version` of the group that you have read.' };
const REASON = 'Why, of 1000 signs at most, in the language of the request';
const groupKey = (id: string): string => keyOfId('CommonNeed', id, 'uuid');
const needKey = (id: string): string => keyOfId('Need', id, 'uuid');
const asRead = ({ id, version }: NeedReadInput): NeedRead => ({ key: needKey(id), version });

async function answer({ actor, transact }: Context, key: string, act: (em: EntityManager, which: WhichGroup) => Promise<CommonNeedResult>): Promise<CommonNeedPayload> {
  const which = { person: personOf(actor), key };
  return { ...(await transact((em) => act(em, which))), key } as CommonNeedPayload;
}

async function answerApart({ actor, transact }: Context, act: (em: EntityManager, person: string) => Promise<CommonNeedResult>): Promise<NeedsApartPayload> {
  const person = personOf(actor);
  return (await transact((em) => act(em, person))) as NeedsApartPayload;
}

@Resolver(() => CommonNeedPayload)
export class CommonNeedsResolver {
  @FieldResolver(() => CommonNeed, { nullable: true, description: 'The group as it is now; null where there is none for you.' })
  commonNeed(@Root() { key }: CommonNeedPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(CommonNeedReader, key, info);
  }

  @Mutation(() => CommonNeedPayload, { description: 'Says that needs of two countries at least are one. Sent again under the same key it is the same group.' })
  acceptCommonNeed(
    @Arg('key', () => GraphQLUUID, { description: 'The key of the group, which you have drawn at random.' }) key: string, @Arg('needs', () => [NeedReadInput], { description: 'The needs, as you have read them: 100 at most.' }) needs: NeedReadInput[],
    @Arg('input', () => CommonNeedInput, { description: 'What is said of the group.' }) input: CommonNeedInput, @Ctx() context: Context,
  ): Promise<CommonNeedPayload> {
    return answer(context, key.toLowerCase(), (em, which) => acceptCommonNeed(em, which, { needs: needs.map(asRead), input, locale: context.locale }));
  }

  @Mutation(() => CommonNeedPayload, { description: 'Adds a need to a group. That it was said to be apart from others in it is taken back.' })
  addToCommonNeed(@Arg('id', () => ID, ID_OF) id: string, @Arg('version', () => Int, VERSION) version: number, @Arg('need', () => NeedReadInput, { description: 'The need, as you have read it.' }) need: NeedReadInput, @Ctx() context: Context): Promise<CommonNeedPayload> {
    return answer(context, groupKey(id), (em, which) => addToCommonNeed(em, which, { version, need: asRead(need), locale: context.locale }));
  }

  @Mutation(() => CommonNeedPayload, { description: 'Takes a need out of a group, because it does not belong to the others: it is not suggested with them again.' })
  takeOutOfCommonNeed(
    @Arg('id', () => ID, ID_OF) id: string, @Arg('version', () => Int, VERSION) version: number, @Arg('need', () => ID, { description: 'The id of the need.' }) need: string, @Arg('reason', () => String, { description: `${REASON}; empty for nothing.` }) reason: string,
    @Ctx() context: Context,
  ): Promise<CommonNeedPayload> {
    return answer(context, groupKey(id), (em, which) => takeOutOfCommonNeed(em, which, { version, need: needKey(need), reason, locale: context.locale }));
  }

  @Mutation(() => CommonNeedPayload, { description: 'Splits a group in two, each with needs of two countries at least. `commonNeed` is what stays of the first.' })
  splitCommonNeed(@Args(() => SplitCommonNeedArgs) { id, version, key, needs, input }: SplitCommonNeedArgs, @Ctx() context: Context): Promise<CommonNeedPayload> {
    return answer(context, groupKey(id), (em, which) => splitCommonNeed(em, which, { version, newKey: key.toLowerCase(), needs: needs.map(needKey), input, locale: context.locale }));
  }

  @Mutation(() => CommonNeedPayload, { description: 'Merges another group into this one, which then has the needs of both; the other is closed.' })
  mergeCommonNeeds(
    @Arg('id', () => ID, ID_OF) id: string, @Arg('version', () => Int, VERSION) version: number, @Arg('other', () => ID, { description: 'The id of the other group.' }) other: string,
    @Arg('otherVersion', () => Int, { description: 'The `version` of the other group that you have read.' }) otherVersion: number, @Ctx() context: Context,
  ): Promise<CommonNeedPayload> {
    return answer(context, groupKey(id), (em, which) => mergeCommonNeeds(em, which, { version, other: groupKey(other), otherVersion, locale: context.locale }));
  }

  @Mutation(() => CommonNeedPayload, { description: 'Changes what is said of a group.' })
  editCommonNeed(@Arg('id', () => ID, ID_OF) id: string, @Arg('version', () => Int, VERSION) version: number, @Arg('input', () => CommonNeedInput, { description: 'What is said of it.' }) input: CommonNeedInput, @Ctx() context: Context): Promise<CommonNeedPayload> {
    return answer(context, groupKey(id), (em, which) => editCommonNeed(em, which, { version, input, locale: context.locale }));
  }

  @Mutation(() => CommonNeedPayload, { description: 'Says a group in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translateCommonNeed(@Arg('id', () => ID, ID_OF) id: string, @Arg('version', () => Int, VERSION) version: number, @Arg('texts', () => CommonNeedTextsInput, { description: 'The texts.' }) texts: CommonNeedTextsInput, @Ctx() context: Context): Promise<CommonNeedPayload> {
    return answer(context, groupKey(id), (em, which) => translateCommonNeed(em, which, { version, texts, locale: context.locale }));
  }

  @Mutation(() => CommonNeedPayload, { description: 'Closes a group, for a reason.' })
  closeCommonNeed(
    @Arg('id', () => ID, ID_OF) id: string, @Arg('version', () => Int, VERSION) version: number, @Arg('reason', () => String, { description: `${REASON}.` }) reason: string,
    @Arg('keepsNeeds', () => Boolean, { description: 'Whether its needs stay in it; those that do not may be suggested again.' }) keepsNeeds: boolean, @Ctx() context: Context,
  ): Promise<CommonNeedPayload> {
    return answer(context, groupKey(id), (em, which) => closeCommonNeed(em, which, { version, reason, keepsNeeds, locale: context.locale }));
  }

  @Mutation(() => NeedsApartPayload, { description: 'Says that a need does not belong to others: they are not suggested together.' })
  sayNeedsApart(
    @Arg('need', () => ID, { description: 'The id of the need.' }) need: string, @Arg('others', () => [ID], { description: 'The ids of the others: 100 at most.' }) others: string[], @Arg('reason', () => String, { description: `${REASON}; empty for nothing.` }) reason: string,
    @Ctx() context: Context,
  ): Promise<NeedsApartPayload> {
    return answerApart(context, (em, person) => sayNeedsApart(em, person, { need: needKey(need), others: others.map(needKey), reason, locale: context.locale }));
  }

  @Mutation(() => NeedsApartPayload, { description: 'Takes back that two needs do not belong together.' })
  takeNeedsApartBack(@Arg('id', () => ID, { description: 'The id of what was said.' }) id: string, @Ctx() context: Context): Promise<NeedsApartPayload> {
    return answerApart(context, (em, person) => takeNeedsApartBack(em, person, keyOfId('NeedsApart', id, 'uuid')));
  }
}
