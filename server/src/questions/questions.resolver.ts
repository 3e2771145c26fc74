/** Preparing questions, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { TrainingSession, TrainingSessionReader } from '../trainings/index.ts';
import { QuestionFaultType, QuestionInput, QuestionTextsInput } from './question-input.type.ts';
import { closeQuestion, moveQuestion, QuestionOutcome, type QuestionResult, removeQuestion, saveQuestion, translateQuestion, type Which } from './questions.service.ts';

registerEnumType(QuestionOutcome, {
  name: 'QuestionOutcome', description: 'What came of preparing a question.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' },
    INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed it since it was read: nothing was written. `session` is what it is now.' },
    ANSWERED: { description: 'It has answers: it can be closed, and is not taken away.' },
    NOT_ALLOWED: { description: 'It is not yours to do: nothing was written.' },
    TOO_LATE: { description: 'The session is over, was called off or put away, and this can no longer be done.' },
    GONE: { description: 'There is none, or none for you.' },
  },
});

@ObjectType({ description: 'What came of preparing a question.' })
export class QuestionPayload implements QuestionResult {
  @Field(() => QuestionOutcome, { description: 'What came of it.' })
  outcome!: QuestionOutcome;

  @Field(() => [QuestionFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: QuestionFaultType[];

  /** The key of its session. */
  key!: string;
}

const sessionArgument = { description: 'The id of the session.' };
const keyArgument = { description: 'The `key` of the question.' };
const versionArgument = { description: 'The `version` of the question that you have read; 0 for a new one.' };

async function answer({ actor, transact }: Context, session: string, key: string, act: (em: Parameters<Parameters<Context['transact']>[0]>[0], which: Which) => Promise<QuestionResult>): Promise<QuestionPayload> {
  const which = { person: personOf(actor), session: keyOfId('TrainingSession', session, 'uuid'), key: key.toLowerCase() };
  return { ...(await transact((em) => act(em, which))), key: which.session } as QuestionPayload;
}

@Resolver(() => QuestionPayload)
export class QuestionsResolver {
  @FieldResolver(() => TrainingSession, { nullable: true, description: 'The session with its questions as they are now; null where there is none for you.' })
  session(@Root() { key }: QuestionPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(TrainingSessionReader, key, info);
  }

  @Mutation(() => QuestionPayload, { description: 'Adds a question to the form of a session, at its end, or changes it. What was answered stays with what was asked.' })
  saveQuestion(
    @Arg('session', () => ID, sessionArgument) session: string, @Arg('key', () => GraphQLUUID, { description: 'The `key` of the question; of a new one, one that you have drawn at random.' }) key: string,
    @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => QuestionInput, { description: 'The question, whole.' }) input: QuestionInput, @Ctx() context: Context,
  ): Promise<QuestionPayload> {
    return answer(context, session, key, (em, which) => saveQuestion(em, which, { version, input: { ...input, condition: input.condition ?? null } }));
  }

  @Mutation(() => QuestionPayload, { description: 'Says a question in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translateQuestion(
    @Arg('session', () => ID, sessionArgument) session: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('texts', () => QuestionTextsInput, { description: 'The texts.' }) texts: QuestionTextsInput, @Ctx() context: Context,
  ): Promise<QuestionPayload> {
    return answer(context, session, key, (em, which) => translateQuestion(em, which, { version, texts }));
  }

  @Mutation(() => QuestionPayload, { description: 'Moves a question within the form; the others keep their order.' })
  moveQuestion(
    @Arg('session', () => ID, sessionArgument) session: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('position', () => Int, { description: 'Its new place, from 1.' }) position: number,
    @Ctx() context: Context,
  ): Promise<QuestionPayload> {
    return answer(context, session, key, (em, which) => moveQuestion(em, which, position));
  }

  @Mutation(() => QuestionPayload, { description: 'Closes a question: it is asked of nobody any more, and its answers stay until their time is over.' })
  closeQuestion(@Arg('session', () => ID, sessionArgument) session: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Ctx() context: Context): Promise<QuestionPayload> {
    return answer(context, session, key, (em, which) => closeQuestion(em, which, true));
  }

  @Mutation(() => QuestionPayload, { description: 'Opens a question that was closed.' })
  reopenQuestion(@Arg('session', () => ID, sessionArgument) session: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Ctx() context: Context): Promise<QuestionPayload> {
    return answer(context, session, key, (em, which) => closeQuestion(em, which, false));
  }

  @Mutation(() => QuestionPayload, { description: 'Takes away a question that nobody has answered.' })
  removeQuestion(@Arg('session', () => ID, sessionArgument) session: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Ctx() context: Context): Promise<QuestionPayload> {
    return answer(context, session, key, removeQuestion);
  }
}
