/** Entering experts, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { createExpert, ExpertOutcome, type ExpertResult, removeExpert, translateExpert, updateExpert } from './enter-experts.service.ts';
import { ExpertFaultType, ExpertInput, ExpertTextsInput } from './expert-input.type.ts';
import { Expert } from './expert.entity.ts';
import { ExpertReader } from './expert.reader.ts';

registerEnumType(ExpertOutcome, {
  name: 'ExpertOutcome', description: 'What came of entering an expert, or of changing their sheet.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' },
    INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed it since it was read: nothing was written. `expert` is what it is now.' },
    NOT_ALLOWED: { description: 'It is not yours to do: nothing was written.' },
    TEACHES: { description: 'They teach in a session, or are to: the sheet stays.' },
    BOUND: { description: 'It belongs to an account: say first that it belongs to nobody’s.' },
    GONE: { description: 'There is none.' },
  },
});

@ObjectType({ description: 'What came of entering an expert, or of changing their sheet.' })
export class ExpertPayload implements ExpertResult {
  @Field(() => ExpertOutcome, { description: 'What came of it.' })
  outcome!: ExpertOutcome;

  @Field(() => [ExpertFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: ExpertFaultType[];

  /** Their key. */
  key!: string;
}

const idArgument = { description: 'The id of the expert.' };
const versionArgument = { description: 'The `version` of the sheet that you have read.' };
const keyOf = (id: string): string => keyOfId('Expert', id, 'uuid');

async function answer({ actor, transact }: Context, key: string, act: (em: Parameters<Parameters<Context['transact']>[0]>[0]) => Promise<ExpertResult>): Promise<ExpertPayload> {
  if (actor.person === null) throw new UserError('UNAUTHENTICATED', 'Sign in first');
  return { ...(await transact(act)), key } as ExpertPayload;
}

@Resolver(() => ExpertPayload)
export class EnterExpertsResolver {
  @FieldResolver(() => Expert, { nullable: true, description: 'The expert as they are listed now; null where there is none.' })
  expert(@Root() { key }: ExpertPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(ExpertReader, key, info);
  }

  @Mutation(() => ExpertPayload, { description: 'Enters an expert. Sent again under the same key it is the same sheet, with what was sent last. For the adviser.' })
  async createExpert(
    @Arg('key', () => GraphQLUUID, { description: 'A key that you have chosen for it, at random.' }) key: string,
    @Arg('input', () => ExpertInput, { description: 'The sheet.' }) input: ExpertInput,
    @Ctx() context: Context,
  ): Promise<ExpertPayload> {
    const lower = key.toLowerCase();
    return answer(context, lower, (em) => createExpert(em, context.actor, lower, input));
  }

  @Mutation(() => ExpertPayload, { description: 'Changes the sheet of an expert. For the adviser.' })
  async updateExpert(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('version', () => Int, versionArgument) version: number,
    @Arg('input', () => ExpertInput, { description: 'The sheet, whole.' }) input: ExpertInput,
    @Ctx() context: Context,
  ): Promise<ExpertPayload> {
    const key = keyOf(id);
    return answer(context, key, (em) => updateExpert(em, context.actor, key, { version, sent: input }));
  }

  @Mutation(() => ExpertPayload, { description: 'Says an expert in another language. What is empty is missing in that language, and the nearest language is shown. For the adviser.' })
  async translateExpert(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('version', () => Int, versionArgument) version: number,
    @Arg('texts', () => ExpertTextsInput, { description: 'The texts.' }) texts: ExpertTextsInput,
    @Ctx() context: Context,
  ): Promise<ExpertPayload> {
    const key = keyOf(id);
    return answer(context, key, (em) => translateExpert(em, context.actor, key, { version, texts }));
  }

  @Mutation(() => ExpertPayload, { description: 'Takes away the sheet of an expert who teaches in no session, and that belongs to no account. For the adviser.' })
  async removeExpert(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<ExpertPayload> {
    const key = keyOf(id);
    return answer(context, key, (em) => removeExpert(em, context.actor, key, version));
  }
}
