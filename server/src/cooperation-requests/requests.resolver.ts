/** Sending cooperation requests, saying them in other languages, withdrawing them, deciding about them and closing them, as mutations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { closeCooperationRequest, decideCooperationRequest } from './request-decisions.service.ts';
import type { CooperationRequestResult } from './request-fault.ts';
import { CooperationRequestInput, CooperationRequestPayload, CooperationRequestTextsInput, RequestDecisionInput, RequestOpinionInput, RequestResultInput } from './request-input.type.ts';
import { giveRequestOpinion } from './request-opinions.service.ts';
import { CooperationRequest } from './request.entity.ts';
import { CooperationRequestReader } from './request.reader.ts';
import { sendCooperationRequest, translateCooperationRequest, withdrawCooperationRequest } from './requests.service.ts';
import type { WhichRequest } from './stored-request.ts';

const idArgument = { description: 'The id of the request.' };
const versionArgument = { description: 'The `version` that you have read.' };
const keyOf = (id: string): string => keyOfId('CooperationRequest', id, 'uuid');

async function answer({ actor, transact, origin }: Context, key: string, act: (em: EntityManager, which: WhichRequest) => Promise<CooperationRequestResult>): Promise<CooperationRequestPayload> {
  const which = { person: personOf(actor), key, origin };
  return { ...(await transact((em) => act(em, which))), key } as CooperationRequestPayload;
}

@Resolver(() => CooperationRequestPayload)
export class CooperationRequestsResolver {
  @FieldResolver(() => CooperationRequest, { nullable: true, description: 'The request as it is now; null where there is none for you.' })
  request(@Root() { key }: CooperationRequestPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(CooperationRequestReader, key, info);
  }

  @Mutation(() => CooperationRequestPayload, { description: 'Sends a cooperation request to the adviser, at most twenty a day. Sent again under the same key it is the same request, and counts once.' })
  sendCooperationRequest(
    @Arg('key', () => GraphQLUUID, { description: 'The key of the request, which you have drawn at random.' }) key: string, @Arg('input', () => CooperationRequestInput, { description: 'The request, whole.' }) input: CooperationRequestInput, @Ctx() context: Context,
  ): Promise<CooperationRequestPayload> {
    const need = input.need ? keyOfId('Need', input.need, 'uuid') : null;
    return answer(context, key.toLowerCase(), (em, which) => sendCooperationRequest(em, which, { input: { ...input, need }, count: () => context.visit.countCooperationRequest() }));
  }

  @Mutation(() => CooperationRequestPayload, { description: 'Says a cooperation request in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translateCooperationRequest(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('texts', () => CooperationRequestTextsInput, { description: 'The texts.' }) texts: CooperationRequestTextsInput, @Ctx() context: Context): Promise<CooperationRequestPayload> {
    return answer(context, keyOf(id), (em, which) => translateCooperationRequest(em, which, { version, texts }));
  }

  @Mutation(() => CooperationRequestPayload, { description: 'Withdraws a cooperation request that nobody has decided about.' })
  withdrawCooperationRequest(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('reason', () => String, { description: 'Why, of 1000 signs at most, in the language of the request; empty for nothing.' }) reason: string, @Ctx() context: Context,
  ): Promise<CooperationRequestPayload> {
    return answer(context, keyOf(id), (em, which) => withdrawCooperationRequest(em, which, { version, reason, locale: context.locale }));
  }

  @Mutation(() => CooperationRequestPayload, { description: 'Says what your service of the post thinks of a cooperation request, until the last day for it.' })
  giveRequestOpinion(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, { description: 'The `version` of the opinion that you have read.' }) version: number,
    @Arg('input', () => RequestOpinionInput, { description: 'The opinion.' }) input: RequestOpinionInput, @Ctx() context: Context,
  ): Promise<CooperationRequestPayload> {
    return answer(context, keyOf(id), (em, { key }) => giveRequestOpinion(em, key, { ...input, version, locale: context.locale }));
  }

  @Mutation(() => CooperationRequestPayload, { description: 'Decides about a cooperation request, once its embassy was heard, and writes to those who have sent it.' })
  decideCooperationRequest(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => RequestDecisionInput, { description: 'What is decided, and why.' }) input: RequestDecisionInput, @Ctx() context: Context,
  ): Promise<CooperationRequestPayload> {
    return answer(context, keyOf(id), (em, which) => decideCooperationRequest(em, which, { ...input, version, locale: input.reasonLocale ?? context.locale }));
  }

  @Mutation(() => CooperationRequestPayload, { description: 'Closes a cooperation request of which what was granted is done.' })
  closeCooperationRequest(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('reason', () => String, { description: 'What was done, of 1000 signs at most, in the language of the page; empty for nothing.' }) reason: string,
    @Arg('result', () => RequestResultInput, { nullable: true, description: 'What came of it; nothing where it is not said.' }) result: RequestResultInput | null, @Ctx() context: Context,
  ): Promise<CooperationRequestPayload> {
    const { session = null, mission = null } = result ?? {};
    const came = { session: session === null ? null : keyOfId('TrainingSession', session, 'uuid'), mission: mission === null ? null : keyOfId('Mission', mission, 'uuid') };
    return answer(context, keyOf(id), (em, which) => closeCooperationRequest(em, which, { version, reason, locale: context.locale, ...came }));
  }
}
