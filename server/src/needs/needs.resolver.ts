/** Entering needs, changing and moving them, as mutations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import type { NeedResult } from './need-fault.ts';
import { NeedInput, NeedPayload, NeedTextsInput } from './need-input.type.ts';
import { NeedStatus } from './need-words.ts';
import { Need } from './need.entity.ts';
import { NeedReader } from './need.reader.ts';
import { moveNeed, saveNeed, translateNeed, type WhichNeed } from './needs.service.ts';

const idArgument = { description: 'The id of the need.' };
const versionArgument = { description: 'The `version` that you have read.' };
const keyOf = (id: string): string => keyOfId('Need', id, 'uuid');

async function answer({ actor, transact, origin }: Context, key: string, act: (em: EntityManager, which: WhichNeed) => Promise<NeedResult>): Promise<NeedPayload> {
  const which = { person: personOf(actor), key, origin };
  return { ...(await transact((em) => act(em, which))), key } as NeedPayload;
}

@Resolver(() => NeedPayload)
export class NeedsResolver {
  @FieldResolver(() => Need, { nullable: true, description: 'The need as it is now; null where there is none for you.' })
  need(@Root() { key }: NeedPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(NeedReader, key, info);
  }

  @Mutation(() => NeedPayload, { description: 'Enters a need, or changes it as long as nobody looks into it. Sent again under the same key it is the same need.' })
  saveNeed(
    @Arg('key', () => GraphQLUUID, { description: 'The key of the need; of a new one, one that you have drawn at random.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read; 0 for a new one.' }) version: number,
    @Arg('input', () => NeedInput, { description: 'The need, whole.' }) input: NeedInput, @Ctx() context: Context,
  ): Promise<NeedPayload> {
    return answer(context, key.toLowerCase(), (em, which) => saveNeed(em, which, { version, input }));
  }

  @Mutation(() => NeedPayload, { description: 'Says a need in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translateNeed(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('texts', () => NeedTextsInput, { description: 'The texts.' }) texts: NeedTextsInput, @Ctx() context: Context): Promise<NeedPayload> {
    return answer(context, keyOf(id), (em, which) => translateNeed(em, which, { version, texts }));
  }

  @Mutation(() => NeedPayload, { description: 'Moves a need: the adviser from one place to the next, its post by withdrawing it before anybody looks into it.' })
  moveNeed(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('to', () => NeedStatus, { description: 'Where to.' }) to: NeedStatus,
    @Arg('reason', () => String, { description: 'Why, of 1000 signs at most, in the language of the request; empty for nothing, unless it is declined.' }) reason: string, @Ctx() context: Context,
  ): Promise<NeedPayload> {
    return answer(context, keyOf(id), (em, which) => moveNeed(em, which, { version, to, reason, locale: context.locale }));
  }
}
