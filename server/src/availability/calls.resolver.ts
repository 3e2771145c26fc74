/** Making calls for availability and asking experts, as mutations: the adviser's. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { askExperts, remindExperts } from './ask.service.ts';
import { AvailabilityCall } from './availability-call.entity.ts';
import { AvailabilityCallReader } from './availability-call.reader.ts';
import { ASKED_AT_ONCE } from './availability.policy.ts';
import type { CallResult } from './call-fault.ts';
import { AskExpertsPayload, AvailabilityCallInput, AvailabilityCallPayload, AvailabilityCallTextsInput } from './call-input.type.ts';
import { closeAvailabilityCall, saveAvailabilityCall, translateAvailabilityCall } from './calls.service.ts';

const idArgument = { description: 'The id of the call.' };
const keyOf = (id: string): string => keyOfId('AvailabilityCall', id, 'uuid');

async function answer({ actor, transact }: Context, key: string, act: (em: EntityManager) => Promise<CallResult>): Promise<AvailabilityCallPayload> {
  personOf(actor);
  return { ...(await transact(act)), key } as AvailabilityCallPayload;
}

/** The keys of experts to ask: some, not too many, each once. */
function expertsOf(ids: readonly string[]): string[] {
  const keys = ids.map((id) => keyOfId('Expert', id, 'uuid'));
  if (keys.length === 0 || keys.length > ASKED_AT_ONCE || new Set(keys).size < keys.length) throw new UserError('BAD_USER_INPUT', `1 to ${ASKED_AT_ONCE} experts, each once`, { field: 'experts', maximum: ASKED_AT_ONCE });
  return keys;
}

@Resolver(() => AvailabilityCallPayload)
export class AvailabilityCallsResolver {
  @FieldResolver(() => AvailabilityCall, { nullable: true, description: 'The call as it is now; null where there is none for you.' })
  call(@Root() { key }: AvailabilityCallPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(AvailabilityCallReader, key, info);
  }

  @Mutation(() => AvailabilityCallPayload, { description: 'Makes a call for availability, or changes it. Nobody is told before they are asked. For the adviser.' })
  async saveAvailabilityCall(
    @Arg('key', () => GraphQLUUID, { description: 'The key of the call, as its id ends; of a new one, one that you have drawn at random.' }) key: string,
    @Arg('version', () => Int, { description: 'The `version` of the call that you have read; 0 for a new one.' }) version: number,
    @Arg('input', () => AvailabilityCallInput, { description: 'The call, whole.' }) input: AvailabilityCallInput, @Ctx() context: Context,
  ): Promise<AvailabilityCallPayload> {
    const lower = key.toLowerCase();
    return answer(context, lower, (em) => saveAvailabilityCall(em, context.actor, lower, { version, input }));
  }

  @Mutation(() => AvailabilityCallPayload, { description: 'Says a call for availability in another language. What is empty is missing in that language, and the nearest language is shown. For the adviser.' })
  async translateAvailabilityCall(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number,
    @Arg('texts', () => AvailabilityCallTextsInput, { description: 'The texts.' }) texts: AvailabilityCallTextsInput, @Ctx() context: Context,
  ): Promise<AvailabilityCallPayload> {
    const key = keyOf(id);
    return answer(context, key, (em) => translateAvailabilityCall(em, context.actor, key, { version, texts }));
  }

  @Mutation(() => AvailabilityCallPayload, { description: 'Closes a call for availability: nobody answers any more. For the adviser.' })
  async closeAvailabilityCall(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<AvailabilityCallPayload> {
    const key = keyOf(id);
    return answer(context, key, (em) => closeAvailabilityCall(em, context.actor, key));
  }
}

@Resolver(() => AskExpertsPayload)
export class AskExpertsResolver {
  @FieldResolver(() => AvailabilityCall, { nullable: true, description: 'The call as it is now; null where there is none for you.' })
  call(@Root() { key }: AskExpertsPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(AvailabilityCallReader, key, info);
  }

  @Mutation(() => AskExpertsPayload, { description: 'Asks experts on which days they are free, each by a mail with a link of their own. For the adviser.' })
  async askExperts(
    @Arg('call', () => ID, idArgument) call: string, @Arg('submission', () => GraphQLUUID, { description: 'A key that you have drawn at random: what is sent again with it is as sent once.' }) submission: string,
    @Arg('experts', () => [ID], { description: `The ids of the experts: 1 to ${ASKED_AT_ONCE}, each once.` }) experts: string[], @Ctx() context: Context,
  ): Promise<AskExpertsPayload> {
    return write(context, { call, submission, experts }, askExperts);
  }

  @Mutation(() => AskExpertsPayload, { description: 'Writes once more to experts who were asked and have not answered, each a day after the last mail at the earliest, with a new link that voids the one before. For the adviser.' })
  async remindExperts(
    @Arg('call', () => ID, idArgument) call: string, @Arg('submission', () => GraphQLUUID, { description: 'A key that you have drawn at random: what is sent again with it is as sent once.' }) submission: string,
    @Arg('experts', () => [ID], { description: `The ids of the experts: 1 to ${ASKED_AT_ONCE}, each once.` }) experts: string[], @Ctx() context: Context,
  ): Promise<AskExpertsPayload> {
    return write(context, { call, submission, experts }, remindExperts);
  }
}

/** Writes to experts, as many as somebody may within a day. */
async function write(context: Context, { call, submission, experts }: { readonly call: string; readonly submission: string; readonly experts: readonly string[] }, doing: typeof askExperts): Promise<AskExpertsPayload> {
  personOf(context.actor);
  const [key, keys] = [keyOf(call), expertsOf(experts)];
  const count = (mails: number): Promise<void> => context.visit.countAvailabilityRequests(mails);
  const { outcome, experts: told } = await context.transact((em) => doing(em, context.actor, context.origin, { call: key, submission: submission.toLowerCase(), experts: keys, count }));
  return { outcome, experts: told.map((one) => ({ ...one, expert: `Expert_${one.expert}` })), key } as AskExpertsPayload;
}
