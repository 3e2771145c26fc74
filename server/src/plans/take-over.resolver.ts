/** Taking a plan over into its mission, and what that would change. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { PlanAlternativeKind } from './plan-codes.ts';
import { PlanSearch } from './plan-search.entity.ts';
import { PlanSearchReader } from './plan-search.reader.ts';
import { planTakeOver, takeOverPlan } from './take-over.service.ts';
import { PlanShownInput, PlanTakeOver, PlanTakeOverPayload } from './take-over.type.ts';

const idArgument = { description: 'The id of the search.' };
const whichArgument = { nullable: true, description: 'Which of its other plans; the best where it is left out.' };
const keyOf = (id: string): string => keyOfId('PlanSearch', id, 'uuid');

@Resolver(() => PlanTakeOverPayload)
export class PlanTakeOverResolver {
  @FieldResolver(() => PlanSearch, { nullable: true, description: 'The search as it is now; null where there is none for you.' })
  search(@Root() { key }: PlanTakeOverPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(PlanSearchReader, key, info);
  }

  @Query(() => PlanTakeOver, { nullable: true, description: 'What taking a plan over into its mission would change now, and what would come of it; null where there is no such search, or none for you.' })
  planTakeOver(@Arg('id', () => ID, idArgument) id: string, @Arg('alternative', () => PlanAlternativeKind, whichArgument) alternative: PlanAlternativeKind | null, @Ctx() { actor, origin, transact }: Context): Promise<PlanTakeOver | null> | null {
    const key = keyOf(id);
    const { person } = actor;
    return person === null ? null : transact((em) => planTakeOver(em, { person, key, origin, alternative: alternative ?? null }));
  }

  @Mutation(() => PlanTakeOverPayload, { description: 'Takes a plan over into its mission: days of legs, team, meetings, journeys and costs become as it says, all of it or nothing. What was shown by `planTakeOver` is done, and nothing else.' })
  async takeOverPlan(
    @Arg('id', () => ID, idArgument) id: string, @Arg('alternative', () => PlanAlternativeKind, whichArgument) alternative: PlanAlternativeKind | null,
    @Arg('shown', () => PlanShownInput, { description: 'What was shown by `planTakeOver`.' }) { missionVersion, searchVersion, seal }: PlanShownInput, @Ctx() { actor, origin, transact }: Context,
  ): Promise<PlanTakeOverPayload> {
    const which = { person: personOf(actor), key: keyOf(id), origin, alternative: alternative ?? null };
    const { outcome, faults } = await transact((em) => takeOverPlan(em, which, { missionVersion, searchVersion, seal }));
    return { outcome, faults, key: which.key };
  }
}
