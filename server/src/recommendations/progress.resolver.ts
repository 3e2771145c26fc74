/** Saying what has become of recommendations, as mutations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import type { ProgressResult } from './progress-fault.ts';
import { RecommendationProgressInput, RecommendationProgressPayload, RecommendationProgressTextsInput } from './progress-input.type.ts';
import { enterRecommendationProgress, translateRecommendationProgress, type WhichRecommendation } from './progress.service.ts';
import { Recommendation } from './recommendation.entity.ts';
import { RecommendationReader } from './recommendation.reader.ts';

const idArgument = { description: 'The id of the recommendation.' };

async function answer({ actor, transact }: Context, id: string, act: (em: EntityManager, which: WhichRecommendation) => Promise<ProgressResult>): Promise<RecommendationProgressPayload> {
  const slug = keyOfId('Recommendation', id, 'text');
  const person = personOf(actor);
  return { ...(await transact((em) => act(em, { person, slug }))), key: slug } as RecommendationProgressPayload;
}

@Resolver(() => RecommendationProgressPayload)
export class RecommendationProgressResolver {
  @FieldResolver(() => Recommendation, { nullable: true, description: 'The recommendation as it is now; null where there is none.' })
  recommendation(@Root() { key }: RecommendationProgressPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(RecommendationReader, key, info);
  }

  @Mutation(() => RecommendationProgressPayload, { description: 'Says what has become of a recommendation. Sent again under the same key it is the same entry.' })
  enterRecommendationProgress(
    @Arg('id', () => ID, idArgument) id: string, @Arg('key', () => GraphQLUUID, { description: 'The key of the entry, which you have drawn at random.' }) key: string,
    @Arg('after', () => GraphQLUUID, { nullable: true, description: 'The key of the entry made last that you have read; null for none.' }) after: string | null,
    @Arg('input', () => RecommendationProgressInput, { description: 'The entry.' }) input: RecommendationProgressInput, @Ctx() context: Context,
  ): Promise<RecommendationProgressPayload> {
    return answer(context, id, (em, which) => enterRecommendationProgress(em, which, { key: key.toLowerCase(), after: after?.toLowerCase() ?? null, input }));
  }

  @Mutation(() => RecommendationProgressPayload, { description: 'Says in another language what was seen. What is empty is missing in that language, and the nearest language is shown.' })
  translateRecommendationProgress(
    @Arg('id', () => ID, idArgument) id: string, @Arg('key', () => GraphQLUUID, { description: 'The key of the entry.' }) key: string, @Arg('version', () => Int, { description: 'The `version` of the entry that you have read.' }) version: number,
    @Arg('texts', () => RecommendationProgressTextsInput, { description: 'The texts.' }) texts: RecommendationProgressTextsInput, @Ctx() context: Context,
  ): Promise<RecommendationProgressPayload> {
    return answer(context, id, (em, which) => translateRecommendationProgress(em, which, { key: key.toLowerCase(), version, ...texts }));
  }
}
