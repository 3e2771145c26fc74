/** What those who look at a session are told while they look, as subscriptions. */
import { Arg, Field, ID, Int, ObjectType, Resolver, Root, type SubscribeResolverData, Subscription } from 'type-graphql';
import type { StreamContext } from '../core/live/index.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { SessionState } from '../trainings/index.ts';
import { ModePlaces } from './mode-places.entity.ts';
import { type PlacesNow, type SessionNow, watchPlaceCounts, watchPlaces, watchRegistrations, watchSessions } from './live.service.ts';

@ObjectType({ description: 'The places of a session at a moment.' })
export class SessionPlaces implements PlacesNow {
  @Field(() => Int, { description: 'How many can take part.' })
  places!: number;

  @Field(() => Int, { description: 'How many places are left.' })
  placesLeft!: number;

  @Field(() => [ModePlaces], { description: 'Of a session that is held in both ways, how many can take part in each; none where that is not said.' })
  modePlaces!: ModePlaces[];
}

@ObjectType({ description: 'A session at a moment, as a calendar shows it.' })
export class SessionAtMoment {
  @Field(() => ID, { description: 'The id of the session.' })
  id!: string;

  @Field(() => Int, { description: 'A higher number once something else has been said of it.' })
  version!: number;

  @Field(() => SessionState, { description: 'How it stands.' })
  state!: SessionState;

  @Field(() => Date, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => Date, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => Int, { description: 'How many can take part.' })
  places!: number;

  @Field(() => Int, { description: 'How many places are left.' })
  placesLeft!: number;
}

type Asked = SubscribeResolverData<unknown, Record<string, unknown>, StreamContext>;

const keyOf = (id: string): string => keyOfId('TrainingSession', id, 'uuid');

@Resolver()
export class LiveResolver {
  @Subscription(() => SessionPlaces, {
    nullable: true, description: 'The places of a session, at once and whenever they change; null, and the end, when there is none, or none for you.',
    subscribe: ({ args, context }: Asked) => watchPlaces(context, keyOf(args.id as string)),
  })
  sessionPlaces(@Root() places: PlacesNow | null, @Arg('id', () => ID, { description: 'The id of the session.' }) _id: string): SessionPlaces | null {
    return places;
  }

  @Subscription(() => Boolean, {
    description: 'That registrations have changed that you may see: ask for them again. Nothing of them is told here.',
    subscribe: ({ args, context }: Asked) => {
      personOf(context.actor);
      return watchRegistrations(context, args.session ? keyOf(args.session as string) : null);
    },
  })
  registrationsChanged(@Root() isChanged: true, @Arg('session', () => ID, { nullable: true, description: 'For this session, by its id; for all of them when it is left out.' }) _session: string | null): boolean {
    return isChanged;
  }

  @Subscription(() => SessionAtMoment, { description: 'Each session that changes, or whose places do, as far as you may see it.', subscribe: ({ context }: Asked) => watchSessions(context) })
  sessionsChanged(@Root() session: SessionNow): SessionAtMoment {
    return { ...session, startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt) };
  }

  @Subscription(() => Boolean, {
    description: 'That the places of a session that you prepare have changed, or how many have one and wait: ask for them again. Nothing of them is told here.',
    subscribe: ({ args, context }: Asked) => {
      personOf(context.actor);
      return watchPlaceCounts(context, keyOf(args.session as string));
    },
  })
  placeCountsChanged(@Root() isChanged: true, @Arg('session', () => ID, { description: 'The id of the session.' }) _session: string): boolean {
    return isChanged;
  }
}
