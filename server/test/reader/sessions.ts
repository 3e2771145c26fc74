/** Training sessions of the reference: what the reader's statements must say of them, of their parts and of their texts. */
import { instantsOf, wallTimeAt } from '@passerelle/shared/wallTime.ts';
import { stateOf } from './lists.ts';
import { NEEDS } from './needs.ts';
import { at, by, type Context, id, oneOf, paged, ranked, type Resolve, rowsOf, text, through } from './resolve.ts';
import type { Cell, Row } from './rows.ts';

/** The day of a part, by the clock of its session. */
function dateOf({ session_uuid: key, day }: Row, _args: unknown, { world }: Context): string {
  const { starts_at: starts, time_zone: zone } = world.rows.one('training_session', 'uuid', key!)!;
  return new Date(Date.parse(`${wallTimeAt(starts as Date, zone as string).slice(0, 10)}T00:00Z`) + (Number(day) - 1) * 86_400_000).toISOString().slice(0, 10);
}

const instantOf = (row: Row, hour: Cell, context: Context): string =>
  instantsOf(`${dateOf(row, {}, context)}T${String(hour)}`, context.world.rows.one('training_session', 'uuid', row.session_uuid!)!.time_zone as string)[0]!.toISOString();

/** The place of an expert among the trainers of the session of a part. */
const positionIn = ({ session_uuid: key }: Row, { world }: Context) => (expert: Row): Cell =>
  world.rows.where('session_trainer', 'session_uuid', key!).find((link) => link.expert_uuid === expert.uuid)!.position!;

/** How many can take part in each way, those in the place first. */
function waysOf({ uuid, format, places, places_taken: taken, places_shared: shared }: Row, _args: unknown, { world }: Context): object[] {
  const quotas = world.rows.where('session_quota', 'session_uuid', uuid!).filter(({ kind, key }) => kind === 'MODE' && key !== '' && format === 'HYBRID');
  const heldOf = (quota: Row): number => {
    const count = world.rows.where('quota_count', 'quota_uuid', quota.uuid!).find(({ value }) => value === quota.key);
    return Number(count?.taken ?? 0) + Number(count?.shared ?? 0);
  };
  return quotas.toSorted((one, other) => Number(one.key === 'ONLINE') - Number(other.key === 'ONLINE'))
    .map((quota) => ({ mode: quota.key, places: quota.places, places_left: Math.max(0, Math.min(Number(quota.places) - heldOf(quota), Number(places) - Number(taken) - Number(shared))) }));
}

/** By type and field. */
export const SESSIONS: Readonly<Record<string, Readonly<Record<string, Resolve>>>> = {
  TrainingSession: {
    id: id('TrainingSession', 'uuid'), theme: oneOf('theme', 'theme_code'), country: oneOf('country', 'country_code'),
    title: text('training_session_translation', 'session_uuid', 'uuid', 'title'),
    summary: text('training_session_translation', 'session_uuid', 'uuid', 'summary'),
    programme: text('training_session_translation', 'session_uuid', 'uuid', 'programme'),
    objectives: text('training_session_translation', 'session_uuid', 'uuid', 'objectives'),
    cancelledReason: text('training_session_translation', 'session_uuid', 'uuid', 'cancelled_reason'),
    state: stateOf, ...NEEDS.TrainingSession,
    audiences: by(through('session_audience', 'session_uuid', 'uuid', 'audience', 'audience_code'), at('position')),
    trainers: by(through('session_trainer', 'session_uuid', 'uuid', 'listed_expert', 'expert_uuid'), at('link_position')),
    languages: by(rowsOf('session_language', 'session_uuid', 'uuid'), (use, { world }) => -world.textRank(use.use), ranked('language_code')),
    recommendations: by(through('session_recommendation', 'session_uuid', 'uuid', 'recommendation', 'recommendation_slug'), ({ year }) => -Number(year ?? 0), ranked('slug')),
    texts: by(rowsOf('training_session_translation', 'session_uuid', 'uuid'), ranked('locale')),
    placesLeft: ({ places, places_taken: taken, places_shared: shared }) => Math.max(Number(places) - Number(taken) - Number(shared), 0),
    modePlaces: waysOf,
    placeCounts: () => [],
    quotas: () => [],
    untoldTrainers: () => [],
    // Those of a demonstration are for whoever is signed in.
    documents: () => [],
    venue: ({ uuid }, _args, { world }) => world.rows.one('session_venue', 'session_uuid', uuid!) ?? null,
    parts: by(rowsOf('session_part', 'session_uuid', 'uuid'), at('day'), at('starts'), at('ends'), at('uuid')),
    // For those who prepare it, and for who registers.
    evaluation: () => null, attendance: () => null, attendees: paged('Attendee'), invitations: paged('SessionInvitation'),
    can: (session, _args, { world }) => world.sight.onSession(session, stateOf(session)),
  },
  SessionDocument: { id: id('SessionDocument', 'uuid') },
  SessionPart: {
    id: id('SessionPart', 'uuid'), title: text('session_part_translation', 'part_uuid', 'uuid', 'title'),
    date: dateOf, startsAt: (row, _args, context) => instantOf(row, row.starts!, context), endsAt: (row, _args, context) => instantOf(row, row.ends!, context),
    format: ({ session_uuid: key, format }, _args, { world }) => { const session = world.rows.one('training_session', 'uuid', key!)!; return session.format === 'HYBRID' ? format : session.format; },
    trainers: (row, args, context) => by(through('session_part_trainer', 'part_uuid', 'uuid', 'listed_expert', 'expert_uuid'), positionIn(row, context))(row, args, context),
    texts: by(rowsOf('session_part_translation', 'part_uuid', 'uuid'), ranked('locale')),
  },
  SessionPartTranslation: {
    isSource: ({ part_uuid: key, locale }, _args, { world }) => world.rows.one('session_part', 'uuid', key!)!.source_locale === locale,
    isOutdated: ({ part_uuid: key, source_version: version }, _args, { world }) => Number(version) < Number(world.rows.one('session_part', 'uuid', key!)!.source_version),
  },
  TrainingSessionTranslation: {
    isSource: ({ session_uuid: key, locale }, _args, { world }) => world.rows.one('training_session', 'uuid', key!)!.source_locale === locale,
    isOutdated: ({ session_uuid: key, source_version: version }, _args, { world }) => Number(version) < Number(world.rows.one('training_session', 'uuid', key!)!.source_version),
  },
  SessionLanguage: { language: oneOf('language', 'language_code') },
};
