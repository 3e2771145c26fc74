/** How many places a session has, and for whom, as a mutation. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { TrainingSession, TrainingSessionReader } from '../trainings/index.ts';
import { changePlaces, PlacesOutcome, type PlacesResult } from './quotas.service.ts';
import { QuotaKind } from './session-quota.entity.ts';

registerEnumType(PlacesOutcome, {
  name: 'PlacesOutcome', description: 'What came of changing the places of a session.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already; of a trial, it could be.' },
    GONE: { description: 'There is none, or none for you.' },
    NOT_ALLOWED: { description: 'It is not yours to do.' },
    TOO_LATE: { description: 'The session is over, was called off or put away.' },
    CONFLICT: { description: 'The session was changed since it was read; nothing was changed. `session` is what it is now.' },
  },
});

@InputType({ description: 'How many places of a session those of a kind can have at most.' })
export class QuotaInput {
  @Field(() => QuotaKind, { description: 'What it looks at.' })
  kind!: QuotaKind;

  @Field(() => String, { description: 'For which value of that: a code; empty when each value has as many for itself.' })
  key!: string;

  @Field(() => Int, { description: 'How many places, 0 to 10000.' })
  places!: number;
}

@InputType({ description: 'The places of a session.' })
export class ChangePlacesInput {
  @Field(() => ID, { description: 'The session, by its id.' })
  session!: string;

  @Field(() => Int, { description: 'The `version` of the session that was read.' })
  version!: number;

  @Field(() => Int, { description: 'How many can take part, 0 to 10000.' })
  places!: number;

  @Field(() => [QuotaInput], { description: 'All its quotas, 40 at most; those that are not named are taken away.' })
  quotas!: QuotaInput[];

  @Field(() => Boolean, { nullable: true, description: 'True to know what would come of it: nothing is changed.' })
  isTrial!: boolean | null;
}

@ObjectType({ description: 'What came of changing the places of a session.' })
export class PlacesPayload implements PlacesResult {
  @Field(() => PlacesOutcome, { description: 'What came of it.' })
  outcome!: PlacesOutcome;

  @Field(() => Int, { description: 'To how many who wait a place was offered; of a trial, would be.' })
  offered!: number;

  /** The key of the session. */
  key!: string;
}

const MOST_PLACES = 10_000;
const MOST_QUOTAS = 40;

function countOf(field: string, given: number): number {
  if (given < 0 || given > MOST_PLACES) throw new UserError('BAD_USER_INPUT', `${field} is 0 to ${MOST_PLACES}`, { field, maximum: MOST_PLACES });
  return given;
}

@Resolver(() => PlacesPayload)
export class PlacesResolver {
  @FieldResolver(() => TrainingSession, { nullable: true, description: 'The session as it is now; null where there is none for you.' })
  session(@Root() { key }: PlacesPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(TrainingSessionReader, key, info);
  }

  @Mutation(() => PlacesPayload, { description: 'Changes how many places a session has, and its quotas. Nobody loses a place; those that are free are offered to who waits.' })
  async changePlaces(@Arg('input', () => ChangePlacesInput, { description: 'Of which session, and how many.' }) input: ChangePlacesInput, @Ctx() context: Context): Promise<PlacesPayload> {
    const who = { person: personOf(context.actor), origin: context.origin };
    if (input.quotas.length > MOST_QUOTAS) throw new UserError('BAD_USER_INPUT', `${MOST_QUOTAS} quotas at most`, { field: 'quotas', maximum: MOST_QUOTAS });
    const key = keyOfId('TrainingSession', input.session, 'uuid');
    const given = {
      session: key, version: input.version, places: countOf('places', input.places), isTrial: input.isTrial ?? false,
      quotas: input.quotas.map((quota) => ({ ...quota, places: countOf('quotas', quota.places) })),
    };
    return { ...(await context.transact((em) => changePlaces(em, who, given))), key };
  }
}
