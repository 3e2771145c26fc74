/** What those who look at a session are told while they look: numbers for anybody, for who answers for registrations that they have changed. */
import { parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Live, signalOf, type StreamContext, watchSeen } from '../core/live/index.ts';
import { type Actor, RawData, VISITOR } from '../core/reader/index.ts';
import type { SessionState } from '../trainings/index.ts';
import type { ModePlaces } from './mode-places.entity.ts';

export interface PlacesNow {
  readonly places: number;
  readonly placesLeft: number;
  readonly modePlaces: ModePlaces[];
}

/** A session as a calendar shows it. */
export interface SessionNow {
  readonly id: string;
  readonly version: number;
  readonly state: SessionState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly places: number;
  readonly placesLeft: number;
}

type Read = SessionNow & PlacesNow;

const SESSION = parse('query LiveSession($id: ID!) { trainingSession(id: $id) { id version state startsAt endsAt places placesLeft modePlaces { mode places placesLeft } } }');
const idOf = (session: string): string => `TrainingSession_${session}`;

/** A session as somebody may see it now; null for one that is not there, or not for them. Throws UserError. */
async function sessionOf({ engine }: Live, session: string, actor: Actor): Promise<Read | null> {
  const { data, errors } = await engine.execute({ document: SESSION, variables: { id: idOf(session) }, context: { locale: 'fr', actor }, trusted: true });
  if (errors) throw errors[0]!;
  return (data instanceof RawData ? (JSON.parse(data.json) as { data: { trainingSession: Read | null } }).data : (data as { trainingSession: Read | null })).trainingSession;
}

const REMEMBERED = 500;

/** What anybody may see, read once for all who look at the same, after each change. */
const shared = new WeakMap<Live['changes'], LRUCache<string, { readonly epoch: number; readonly read: Promise<Read | null> }>>();

function sharedSession(live: Live, session: string): Promise<Read | null> {
  const epoch = live.changes.epochOf(session);
  if (epoch === undefined) return sessionOf(live, session, VISITOR);
  const known = shared.get(live.changes) ?? new LRUCache({ max: REMEMBERED });
  shared.set(live.changes, known);
  const before = known.get(session);
  if (before?.epoch === epoch) return before.read;
  const read = sessionOf(live, session, VISITOR);
  known.set(session, { epoch, read });
  read.catch(() => known.delete(session));
  return read;
}

/** What is for everybody is read once; a draft, by those who prepare it. */
const sessionFor = async ({ live, actor }: StreamContext, session: string): Promise<Read | null> =>
  (await sharedSession(live, session)) ?? (actor.person === null ? null : sessionOf(live, session, actor));

/** The places of a session: at once, and whenever they have changed. One that is not there, or not for who asks, is null, and the end. */
export async function* watchPlaces(context: StreamContext, session: string): AsyncGenerator<PlacesNow | null> {
  const signal = signalOf(context.live.changes, session, context.over);
  let last: string | undefined;
  try {
    do {
      const read = await sessionFor(context, session);
      const places = read && { places: read.places, placesLeft: read.placesLeft, modePlaces: read.modePlaces };
      const now = JSON.stringify(places);
      if (now !== last) yield places;
      last = now;
      if (places === null) return;
    } while (await signal.next());
  } finally {
    signal.close();
  }
}

/** Each session that has changed and that who asks may see, as it is now: one that is being prepared is told of to those alone who prepare it. */
export async function* watchSessions(context: StreamContext): AsyncGenerator<SessionNow> {
  const signal = signalOf(context.live.changes, null, context.over);
  const told = new LRUCache<string, string>({ max: REMEMBERED });
  try {
    for (let changed = await signal.next(); changed; changed = await signal.next()) {
      for (const one of changed) {
        const session = await sessionFor(context, one);
        const now = JSON.stringify(session);
        if (session && told.get(one) !== now) yield session;
        told.set(one, now);
      }
    }
  } finally {
    signal.close();
  }
}

const COUNTS = `select coalesce((select json_build_array(s.version, s.places, s.places_taken, (select sum(hashtextextended(concat_ws(' ', c.kind, c.value, c.taken, c.waiting), 0)) from place_count c where c.session_uuid = s.uuid))
  from training_session s where s.uuid = $1 and may_prepare(acting_person(), s.country_code)), 'null')::text`;

/** That who has a place in a session and who waits are others by number, for who prepares it, or that its places are. */
export const watchPlaceCounts = (context: StreamContext, session: string): AsyncGenerator<true> => watchSeen(context, [session], COUNTS, session);

interface Mark {
  /** Something else once one of the registrations has changed that they may see. */
  readonly seen: string;
  /** Whether one of them waits: its position changes with others’. */
  readonly waits: boolean;
}

const MARK = `select json_build_object('seen', count(*) || ' ' || coalesce(sum(hashtextextended(r.uuid || r.state, 0)), 0), 'waits', coalesce(bool_or(r.state = 'WAITING'), false))::text from registration r where r.session_uuid = $1`;

/** Read as who asks: the rules of the table say which registrations are theirs to see. */
const markOf = async ({ live, actor }: StreamContext, session: string): Promise<Mark> => JSON.parse(await live.run({ text: MARK, values: [session], person: actor.person })) as Mark;

/**
 * That registrations have changed that who asks may see, of a session or of all (null): nothing of them is told, the page asks again
 * with its rights. Where none of theirs has changed, nothing is told, so that nobody learns of others’.
 */
export async function* watchRegistrations(context: StreamContext, session: string | null): AsyncGenerator<true> {
  const signal = signalOf(context.live.changes, session, context.over);
  const marks = new LRUCache<string, Mark>({ max: REMEMBERED });
  try {
    if (session !== null) marks.set(session, await markOf(context, session));
    for (let changed = await signal.next(); changed; changed = await signal.next()) {
      let isTold = false;
      for (const one of changed) {
        const [before, now] = [marks.get(one), await markOf(context, one)];
        marks.set(one, now);
        isTold ||= now.waits || now.seen !== (before?.seen ?? NONE);
      }
      if (isTold) yield true;
    }
  } finally {
    signal.close();
  }
}

/** What nobody's registrations look like. */
const NONE = '0 0';
