/** What those who look at who was at a session are told while they look, as a subscription. */
import { Arg, ID, Resolver, Root, type SubscribeResolverData, Subscription } from 'type-graphql';
import { type StreamContext, watchSeen } from '../core/live/index.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';

/** What tells of presence and certificates: see the migration that adds it. */
const PART = '/attendance';

/** Of everybody whom who asks may see here (`attendee`): what was said of them, and their certificates. */
const SEEN = `select json_build_array(
    (select json_build_array(count(*), sum(hashtextextended(a.uuid || a.name, 0))) from attendee a where a.session_uuid = $1),
    (select sum(hashtextextended(concat_ws(' ', p.registration_uuid, p.day, p.state), 0)) from presence p where p.session_uuid = $1 and p.registration_uuid in (select a.uuid from attendee a where a.session_uuid = $1)),
    (select sum(hashtextextended(concat_ws(' ', c.uuid, c.revoked_at), 0)) from certificate c where c.session_uuid = $1 and c.registration_uuid in (select a.uuid from attendee a where a.session_uuid = $1)),
    (select t.required_share from session_attendance t where t.session_uuid = $1)
  )::text`;

type Asked = SubscribeResolverData<unknown, Record<string, unknown>, StreamContext>;

@Resolver()
export class AttendanceLiveResolver {
  @Subscription(() => Boolean, {
    description: 'That something has changed of who was at a session, or has a place in it, that you may see: ask for it again. Nothing of it is told here.',
    subscribe: ({ args, context }: Asked) => {
      personOf(context.actor);
      const session = keyOfId('TrainingSession', args.session as string, 'uuid');
      return watchSeen(context, [session, session + PART], SEEN, session);
    },
  })
  attendanceChanged(@Root() isChanged: true, @Arg('session', () => ID, { description: 'The id of the session.' }) _session: string): boolean {
    return isChanged;
  }
}
