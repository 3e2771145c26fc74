/** A meeting as services hold it for a change, and what would be wrong with it afterwards. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Came, type HeldLeg, isJudgedLater, legAbilities, wherePrepared, type WhichLeg } from '../missions/index.ts';
import { fault, type MeetingFault, type MeetingFaultKind, type MeetingField } from './meeting-fault.ts';
import type { MeetingContent } from './read-meeting.ts';

/** Which meeting of which leg, by their keys, and who does it. */
export interface WhichMeeting extends WhichLeg {
  readonly key: string;
}

/** A meeting as it is stored. */
export interface StoredMeeting extends MeetingContent {
  readonly version: number;
  readonly sourceVersion: number;
  readonly people: readonly { readonly member: string; readonly kind: string; readonly isSubstitute: boolean; readonly inPlaceOf: string | null }[];
}

export type Result = Came<MeetingFault>;
export const result = (outcome: Result['outcome']): Result => ({ outcome, faults: [] });
export const invalid = (...faults: readonly MeetingFault[]): Result => ({ outcome: 'INVALID', faults });

const list = (of: string, what: string, where: string): string => `(select coalesce(json_agg(json_build_object(${what})), '[]') from ${of} x where ${where})`;

const STORED = `
  select m.version, m.source_version as "sourceVersion", m.source_locale as "sourceLocale", t.subject, t.note, m.organisation_slug as organisation, m.host_name as "hostName", m.category, m.status, m.minutes, m.is_mandatory as "isMandatory",
    m.is_only_adviser as "isOnlyAdviser", m.day::text as day, to_char(m.starts, 'HH24:MI') as starts, m.override_reason as "overrideReason", m.place_name as "placeName", m.place_address as "placeAddress",
    ${list('meeting_window', `'day', x.day, 'from', to_char(x.from_time, 'HH24:MI'), 'until', to_char(x.until_time, 'HH24:MI')`, 'x.meeting_uuid = m.uuid')} as windows,
    ${list('meeting_need', `'kind', x.role, 'atLeast', x.at_least`, 'x.meeting_uuid = m.uuid')} as needs, ${list('meeting_language', `'language', x.language_code, 'atLeast', x.at_least`, 'x.meeting_uuid = m.uuid')} as languages,
    array(select x.recommendation_slug from meeting_recommendation x where x.meeting_uuid = m.uuid) as recommendations, ${list('meeting_precedence', `'meeting', x.after_uuid, 'gapMinutes', x.gap_minutes`, 'x.before_uuid = m.uuid')} as precedes,
    ${list('meeting_member', `'member', x.member_uuid, 'kind', x.role, 'isSubstitute', x.is_substitute, 'inPlaceOf', x.substitute_for_uuid`, 'x.meeting_uuid = m.uuid')} as people
  from meeting m join meeting_translation t on t.meeting_uuid = m.uuid and t.locale = m.source_locale where m.uuid = ? and m.leg_uuid = ?`;

/** A meeting of a leg as it is stored; undefined for none. */
export async function storedMeeting(em: EntityManager, { leg, key }: WhichMeeting): Promise<StoredMeeting | undefined> {
  const [stored] = await em.execute<StoredMeeting[]>(STORED, [key, leg]);
  return stored;
}

/** The leg, the meeting where there is one, and whether who asks decides about it as the adviser does. */
export interface Held {
  readonly leg: HeldLeg;
  readonly stored: StoredMeeting | undefined;
  readonly decides: boolean;
}

/** Does something with a meeting of a leg that is held, if who asks may prepare that leg. What is so already stays so. */
export function whereHeld(em: EntityManager, which: WhichMeeting, isSo: (stored: StoredMeeting | undefined) => boolean, work: (held: Held) => Promise<Result>): Promise<Result> {
  let stored: StoredMeeting | undefined;
  const isAlready = async (): Promise<boolean> => {
    stored = await storedMeeting(em, which);
    return isSo(stored);
  };
  return wherePrepared<MeetingFault>(em, which, isAlready, (leg, standings) => work({ leg, stored, decides: legAbilities(leg, standings).edit }));
}

/** The database's answer to somebody who would be engaged twice at once. */
const EXCLUSION = '23P01';

/** What is wrong with a meeting as it is now, with its time, its order and who is there; null for nothing, and to whoever may not prepare its leg. */
export async function meetingFaultOf(em: EntityManager, leg: string, key: string): Promise<MeetingFault | null> {
  const [row] = await em.execute<{ fault: string | null }[]>('select fault_of_meeting(?, ?) as fault', [leg, key]);
  if (!row?.fault) return null;
  const [field, kind] = row.fault.split(' ');
  return fault(field as MeetingField, kind as MeetingFaultKind);
}

/** The same, and whether somebody would be engaged twice. */
async function faultOf(em: EntityManager, leg: string, key: string): Promise<MeetingFault | null> {
  const found = await meetingFaultOf(em, leg, key);
  if (found) return found;
  try {
    await em.execute('set constraints "expert_engaged_once", "expert_kinds_apart", "expert_in_one_country" immediate');
    return null;
  } catch (error) {
    if ((error as { code?: unknown }).code === EXCLUSION) return fault('PEOPLE', 'BUSY');
    throw error;
  }
}

/** Writes something of a meeting, and takes it back where it could not be so then. Those who stay in the leg are held before, in the order in which all hold them. */
export async function whereItFits(em: EntityManager, { leg, key }: WhichMeeting, write: () => Promise<Result>): Promise<Result> {
  if (isJudgedLater(em)) return write();
  await em.execute('select hold_those_staying(?)', [leg]);
  await em.execute('savepoint meeting');
  const done = await write();
  const found = done.outcome === 'DONE' ? await faultOf(em, leg, key) : null;
  await em.execute(found === null ? 'release savepoint meeting' : 'rollback to savepoint meeting');
  return found === null ? done : invalid(found);
}
