/** Preparing sessions and deciding about them, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { LocaleTextInput } from '../core/translation/index.ts';
import { personOf } from '../members/index.ts';
import { createSession, type Preparing, type SentSession, SessionOutcome, type SessionResult, updateSession } from './prepare.service.ts';
import { SessionFaultType, SessionInput, SessionTextsInput } from './session-input.type.ts';
import { cancelSession, discardSession, type SessionAct, stepSession, translateSession } from './stages.service.ts';
import { TrainingSession } from './training-session.entity.ts';
import { TrainingSessionReader } from './training.reader.ts';

registerEnumType(SessionOutcome, {
  name: 'SessionOutcome', description: 'What came of preparing a session or deciding about it.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' },
    INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed it since it was read: nothing was written. `session` is what it is now.' },
    NOT_ALLOWED: { description: 'It is not yours to do, or not in this country: nothing was written.' },
    TOO_LATE: { description: 'It has begun, is over, was called off or put away, and this can no longer be done.' },
    GONE: { description: 'There is none, or none for you.' },
  },
});

@ObjectType({ description: 'What came of preparing a session or deciding about it.' })
export class SessionPayload implements SessionResult {
  @Field(() => SessionOutcome, { description: 'What came of it.' })
  outcome!: SessionOutcome;

  @Field(() => [SessionFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: SessionFaultType[];

  /** Its key. */
  key!: string;
}

const idArgument = { description: 'The id of the session.' };
const versionArgument = { description: 'The version that you have read.' };

function doing({ actor, origin }: Context): Preparing {
  return { person: personOf(actor), origin };
}

const keyOf = (id: string): string => keyOfId('TrainingSession', id, 'uuid');
/** The keys of what is sent, undefined for what is not; null says that there is none. */
const keysIn = (ids: readonly string[] | null | undefined, type: 'Recommendation' | 'Need', kind: 'text' | 'uuid'): string[] | undefined => (ids === undefined ? undefined : (ids ?? []).map((id) => keyOfId(type, id, kind)));
const sent = (input: SessionInput): SentSession => ({ input, trainers: input.trainers.map((id) => keyOfId('Expert', id, 'uuid')), recommendations: keysIn(input.recommendations, 'Recommendation', 'text'), needs: keysIn(input.needs, 'Need', 'uuid'), needsRead: keysIn(input.needsRead ?? [], 'Need', 'uuid')! });
const payload = async (key: string, outcome: Promise<SessionResult>): Promise<SessionPayload> => ({ ...(await outcome), key }) as SessionPayload;

async function step(context: Context, id: string, act: SessionAct): Promise<SessionPayload> {
  const [who, key] = [doing(context), keyOf(id)];
  return payload(key, context.transact((em) => stepSession(em, who, key, act)));
}

@Resolver(() => SessionPayload)
export class TrainingsResolver {
  @FieldResolver(() => TrainingSession, { nullable: true, description: 'The session as it is now; null where there is none for you.' })
  session(@Root() { key }: SessionPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(TrainingSessionReader, key, info);
  }

  @Mutation(() => SessionPayload, { description: 'Makes a session, as a draft. Sent again under the same key it is the same session, with what was sent last.' })
  async createSession(
    @Arg('key', () => GraphQLUUID, { description: 'A key that you have chosen for it, at random.' }) key: string,
    @Arg('input', () => SessionInput, { description: 'The session.' }) input: SessionInput,
    @Ctx() context: Context,
  ): Promise<SessionPayload> {
    const who = doing(context);
    const lower = key.toLowerCase();
    return payload(lower, context.transact((em) => createSession(em, who, lower, sent(input))));
  }

  @Mutation(() => SessionPayload, { description: 'Changes what is said of a session. Who is registered is told when its time or place changes.' })
  async updateSession(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('version', () => Int, versionArgument) version: number,
    @Arg('input', () => SessionInput, { description: 'The session. What may be null and is not sent stays as it is.' }) input: SessionInput,
    @Ctx() context: Context,
  ): Promise<SessionPayload> {
    const [who, key] = [doing(context), keyOf(id)];
    return payload(key, context.transact((em) => updateSession(em, who, key, { version, sent: sent(input) })));
  }

  @Mutation(() => SessionPayload, { description: 'Says a session in another language. What is empty is missing in that language, and the nearest language is shown.' })
  async translateSession(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('version', () => Int, versionArgument) version: number,
    @Arg('texts', () => SessionTextsInput, { description: 'The texts.' }) texts: SessionTextsInput,
    @Ctx() context: Context,
  ): Promise<SessionPayload> {
    const [who, key] = [doing(context), keyOf(id)];
    return payload(key, context.transact((em) => translateSession(em, who, key, { version, texts })));
  }

  @Mutation(() => SessionPayload, { description: 'Announces a draft: everybody sees it, and people can be registered.' })
  openSession(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<SessionPayload> {
    return step(context, id, 'open');
  }

  @Mutation(() => SessionPayload, { description: 'Closes registration before its time.' })
  closeSession(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<SessionPayload> {
    return step(context, id, 'close');
  }

  @Mutation(() => SessionPayload, { description: 'Opens registration again.' })
  reopenSession(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<SessionPayload> {
    return step(context, id, 'reopen');
  }

  @Mutation(() => SessionPayload, { description: 'Calls a session off. Who is registered is told.' })
  async cancelSession(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('reasons', () => [LocaleTextInput], { description: 'Why, in some languages: the one in which it was first written, English or French among them.' }) reasons: LocaleTextInput[],
    @Ctx() context: Context,
  ): Promise<SessionPayload> {
    const [who, key] = [doing(context), keyOf(id)];
    return payload(key, context.transact((em) => cancelSession(em, who, key, reasons)));
  }

  @Mutation(() => SessionPayload, { description: 'Puts away a session that is over or was called off: lists leave it out unless they are asked for such.' })
  archiveSession(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<SessionPayload> {
    return step(context, id, 'archive');
  }

  @Mutation(() => SessionPayload, { description: 'Throws away a draft.' })
  async discardSession(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<SessionPayload> {
    const [who, key] = [doing(context), keyOf(id)];
    return payload(key, context.transact((em) => discardSession(em, who, key)));
  }
}
