/** Asking for a plan of a mission, what money would bring, and why a meeting is left out; stopping each of them. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root, type SubscribeResolverData, Subscription } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { type StreamContext, watchSeen } from '../core/live/index.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { pinOf } from './chosen-pins.ts';
import { PlanSearch } from './plan-search.entity.ts';
import type { GoalMeasure } from '../planner/problem/index.ts';
import { PlanSearchPayload, PlanSettingsInput } from './plan-search-input.type.ts';
import { PlanSearchReader } from './plan-search.reader.ts';
import { askPlanCurve, stopPlanCurve } from './plan-curve.service.ts';
import { askPlanWhy, stopPlanWhy } from './plan-why.service.ts';
import type { Chosen } from './pose.ts';
import { showPin } from './show-assumptions.ts';
import { isPlanSearchOutdated, searchPlan, stopPlanSearch } from './plan-search.service.ts';

/** What tells of searches of a mission: see the migration that adds it. */
const PART = '/plans';
/** Of the searches of a mission that who asks may see: how many there are, and how often each has changed. */
const SEEN = `select json_build_array(count(*), sum(hashtextextended(s.uuid || ' ' || s.version || ' ' || s.curve_version || ' ' || s.why_version, 0)))::text from plan_search s where s.mission_uuid = $1`;

type Asked = SubscribeResolverData<unknown, Record<string, unknown>, StreamContext>;

const idArgument = { description: 'The id of the search.' };
const keyOf = (id: string): string => keyOfId('PlanSearch', id, 'uuid');

const orNull = <T>(value: T | null | undefined): T | null => value ?? null;
const goalsOf = (goals: PlanSettingsInput['goals']): Chosen['goals'] => (goals ? { isWeighed: goals.isWeighed, goals: goals.goals.map(({ measure, points }) => ({ measure: measure as GoalMeasure, points: points ?? 1 })) } : null);
const formerOf = (former: PlanSettingsInput['former']): Chosen['former'] => (former ? { search: keyOf(former.search), as: former.as ?? 'BEST' } : null);

/** What was chosen; what was left out is as the mission says. */
const chosenOf = ({ envelopeCents, interpreterCents, taken, isTeamKept, isIdea, mostCountries, goals, kindLimits, pins, former, seed }: Partial<PlanSettingsInput>): Chosen => ({
  envelopeCents: orNull(envelopeCents), interpreterCents: orNull(interpreterCents), taken: taken ?? [], isTeamKept: isTeamKept ?? true, isIdea: isIdea ?? false, mostCountries: orNull(mostCountries),
  goals: goalsOf(goals), kindLimits: (kindLimits ?? []).map(({ kind, cents }) => ({ kind, cents })), pins: (pins ?? []).map(pinOf), former: formerOf(former), seed: seed ?? 0,
});

@Resolver(() => PlanSearchPayload)
export class PlanSearchesResolver {
  @FieldResolver(() => PlanSearch, { nullable: true, description: 'The search as it is now; null where there is none for you.' })
  search(@Root() { key }: PlanSearchPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(PlanSearchReader, key, info);
  }

  @Mutation(() => PlanSearchPayload, { description: 'Has a plan of a mission searched for, of what you may see of it now. Asked again under the same key it is the same search.' })
  async searchPlan(
    @Arg('mission', () => ID, { description: 'The id of the mission.' }) mission: string, @Arg('key', () => GraphQLUUID, { description: 'A key that you have drawn at random (UUID version 4).' }) key: string,
    @Arg('settings', () => PlanSettingsInput, { nullable: true, description: 'What you choose.' }) settings: PlanSettingsInput | null, @Ctx() { actor, transact }: Context,
  ): Promise<PlanSearchPayload> {
    const [which, of] = [{ person: personOf(actor), key: key.toLowerCase() }, keyOfId('Mission', mission, 'uuid')];
    const { outcome, gone } = await transact((em) => searchPlan(em, which, of, chosenOf(settings ?? {})));
    return { outcome, gone: gone.map(showPin), key: which.key };
  }

  @Mutation(() => PlanSearchPayload, { description: 'Stops a search for a plan: the best plan so far stays.' })
  async stopPlanSearch(@Arg('id', () => ID, idArgument) id: string, @Ctx() { actor, transact }: Context): Promise<PlanSearchPayload> {
    const which = { person: personOf(actor), key: keyOf(id) };
    return { outcome: await transact((em) => stopPlanSearch(em, which)), gone: [], key: which.key };
  }

  @Mutation(() => PlanSearchPayload, { description: 'Asks of a search that is over what more or less money would bring. Asked again it is the same; what was ended goes on.' })
  async askPlanCurve(@Arg('id', () => ID, idArgument) id: string, @Ctx() { actor, transact }: Context): Promise<PlanSearchPayload> {
    const which = { person: personOf(actor), key: keyOf(id) };
    return { outcome: await transact((em) => askPlanCurve(em, which)), gone: [], key: which.key };
  }

  @Mutation(() => PlanSearchPayload, { description: 'Stops finding out what more or less money would bring: what is known by then stays.' })
  async stopPlanCurve(@Arg('id', () => ID, idArgument) id: string, @Ctx() { actor, transact }: Context): Promise<PlanSearchPayload> {
    const which = { person: personOf(actor), key: keyOf(id) };
    return { outcome: await transact((em) => stopPlanCurve(em, which)), gone: [], key: which.key };
  }

  @Mutation(() => PlanSearchPayload, { description: 'Asks of a search that is over why its plan leaves a meeting out, with much work for that alone. Asked again it is the same; what was ended goes on; one at a time is asked.' })
  async askPlanWhy(@Arg('id', () => ID, idArgument) id: string, @Arg('meeting', () => GraphQLUUID, { description: 'The key of the meeting.' }) meeting: string, @Ctx() { actor, transact }: Context): Promise<PlanSearchPayload> {
    const which = { person: personOf(actor), key: keyOf(id) };
    return { outcome: await transact((em) => askPlanWhy(em, which, meeting.toLowerCase())), gone: [], key: which.key };
  }

  @Mutation(() => PlanSearchPayload, { description: 'Stops looking into why a meeting is left out: what is known by then stays.' })
  async stopPlanWhy(@Arg('id', () => ID, idArgument) id: string, @Ctx() { actor, transact }: Context): Promise<PlanSearchPayload> {
    const which = { person: personOf(actor), key: keyOf(id) };
    return { outcome: await transact((em) => stopPlanWhy(em, which)), gone: [], key: which.key };
  }

  @Query(() => Boolean, { nullable: true, description: 'Whether the mission, or what is known of travelling, of money or of people, has changed since a plan was asked for, so that something else would be asked now; null where there is no such search, or none for you.' })
  isPlanSearchOutdated(@Arg('id', () => ID, idArgument) id: string, @Ctx() { actor, transact }: Context): Promise<boolean | null> | null {
    const key = keyOf(id);
    return actor.person === null ? null : transact((em) => isPlanSearchOutdated(em, key));
  }

  @Subscription(() => Boolean, {
    description: 'That a search for a plan of a mission has changed, or that there is another one: ask for them again. Nothing of them is told here.',
    subscribe: ({ args, context }: Asked) => {
      personOf(context.actor);
      const mission = keyOfId('Mission', args.mission as string, 'uuid');
      return watchSeen(context, [mission + PART], SEEN, mission);
    },
  })
  planSearchChanged(@Root() isChanged: true, @Arg('mission', () => ID, { description: 'The id of the mission.' }) _mission: string): boolean {
    return isChanged;
  }
}
