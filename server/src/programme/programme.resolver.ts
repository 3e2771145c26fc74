/** Preparing the programme of a session, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { TrainingSession, TrainingSessionReader } from '../trainings/index.ts';
import { SessionPartFaultType, SessionPartInput, SessionPartTextsInput } from './part-input.type.ts';
import { moveSessionPart, removeSessionPart, saveSessionPart, SessionPartOutcome, type SessionPartResult, translateSessionPart, type Which } from './programme.service.ts';

registerEnumType(SessionPartOutcome, {
  name: 'SessionPartOutcome', description: 'What came of preparing a part of a session.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' },
    INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed it since it was read: nothing was written. `session` is what it is now.' },
    NOT_ALLOWED: { description: 'It is not yours to do: nothing was written.' },
    TOO_LATE: { description: 'The session is over, was called off or put away, and this can no longer be done.' },
    GONE: { description: 'There is none, or none for you.' },
  },
});

@ObjectType({ description: 'What came of preparing a part of a session.' })
export class SessionPartPayload implements SessionPartResult {
  @Field(() => SessionPartOutcome, { description: 'What came of it.' })
  outcome!: SessionPartOutcome;

  @Field(() => [SessionPartFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: SessionPartFaultType[];

  /** The key of its session. */
  key!: string;
}

const sessionArgument = { description: 'The id of the session.' };
const idArgument = { description: 'The id of the part.' };
const versionArgument = { description: 'The `version` of the part that you have read.' };

async function answer({ actor, transact, origin }: Context, session: string, key: string, act: (em: Parameters<Parameters<Context['transact']>[0]>[0], which: Which) => Promise<SessionPartResult>): Promise<SessionPartPayload> {
  const which = { person: personOf(actor), session: keyOfId('TrainingSession', session, 'uuid'), key, origin };
  return { ...(await transact((em) => act(em, which))), key: which.session } as SessionPartPayload;
}

const keyOf = (id: string): string => keyOfId('SessionPart', id, 'uuid');

@Resolver(() => SessionPartPayload)
export class ProgrammeResolver {
  @FieldResolver(() => TrainingSession, { nullable: true, description: 'The session with its parts as they are now; null where there is none for you.' })
  session(@Root() { key }: SessionPartPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(TrainingSessionReader, key, info);
  }

  @Mutation(() => SessionPartPayload, { description: 'Adds a part to a session, or changes it.' })
  saveSessionPart(
    @Arg('session', () => ID, sessionArgument) session: string, @Arg('key', () => GraphQLUUID, { description: 'The key of the part, as its id ends; of a new one, one that you have drawn at random.' }) key: string,
    @Arg('version', () => Int, { description: 'The `version` of the part that you have read; 0 for a new one.' }) version: number,
    @Arg('input', () => SessionPartInput, { description: 'The part, whole.' }) input: SessionPartInput, @Ctx() context: Context,
  ): Promise<SessionPartPayload> {
    const trainers = input.trainers.map((id) => keyOfId('Expert', id, 'uuid'));
    return answer(context, session, key.toLowerCase(), (em, which) => saveSessionPart(em, which, { version, input: { ...input, trainers } }));
  }

  @Mutation(() => SessionPartPayload, { description: 'Says a part of a session in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translateSessionPart(
    @Arg('session', () => ID, sessionArgument) session: string, @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('texts', () => SessionPartTextsInput, { description: 'The texts.' }) texts: SessionPartTextsInput, @Ctx() context: Context,
  ): Promise<SessionPartPayload> {
    return answer(context, session, keyOf(id), (em, which) => translateSessionPart(em, which, { version, texts }));
  }

  @Mutation(() => SessionPartPayload, { description: 'Moves a part to another place of its day: it changes places with those between, each as long as before. Sent again it is so already.' })
  moveSessionPart(
    @Arg('session', () => ID, sessionArgument) session: string, @Arg('id', () => ID, idArgument) id: string,
    @Arg('position', () => Int, { description: 'Its place among the parts of its day from then on; the first is 1.' }) position: number, @Ctx() context: Context,
  ): Promise<SessionPartPayload> {
    return answer(context, session, keyOf(id), (em, which) => moveSessionPart(em, which, position));
  }

  @Mutation(() => SessionPartPayload, { description: 'Takes a part of a session away.' })
  removeSessionPart(@Arg('session', () => ID, sessionArgument) session: string, @Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<SessionPartPayload> {
    return answer(context, session, keyOf(id), removeSessionPart);
  }
}
