/** Who of a team goes to a meeting: named by whoever decides as the adviser. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { TeamRole } from '../missions/index.ts';
import { invalid, type Result, result, whereHeld, whereItFits, type WhichMeeting } from './held-meeting.ts';
import { fault, type MeetingFault } from './meeting-fault.ts';

/** Somebody who goes, by their key in the team. */
export interface Goer {
  readonly member: string;
  readonly kind: TeamRole;
  readonly isSubstitute: boolean;
}

const MOST_PEOPLE = 60;
const sorted = (people: readonly Omit<Goer, 'kind'>[] | readonly Goer[]): string => JSON.stringify(people.map((one) => [one.member, (one as Goer).kind, one.isSubstitute]).toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)));

/** Names who goes to a meeting that was read at `version`: all of them. Somebody who does not stay in the leg is UNKNOWN. */
export function nameMeetingPeople(em: EntityManager, which: WhichMeeting, { version, people }: { readonly version: number; readonly people: readonly Goer[] }): Promise<Result> {
  return whereHeld(em, which, (stored) => stored !== undefined && stored.version >= version && sorted(stored.people) === sorted(people), async ({ stored, decides }) => {
    if (!decides) return result('NOT_ALLOWED');
    if (!stored) return result('GONE');
    if (stored.version !== version) return result('CONFLICT');
    const faults = await peopleFaults(em, which, people);
    return faults.length > 0 ? invalid(...faults) : whereItFits(em, which, () => write(em, which, people));
  });
}

async function peopleFaults(em: EntityManager, { leg }: WhichMeeting, people: readonly Goer[]): Promise<MeetingFault[]> {
  if (people.length > MOST_PEOPLE) return [fault('PEOPLE', 'TOO_LONG', MOST_PEOPLE)];
  const keys = people.map(({ member }) => member);
  if (new Set(keys).size < keys.length) return [fault('PEOPLE', 'REPEATED')];
  const away = await em.execute<unknown[]>('select from jsonb_array_elements_text(?::jsonb) k where not exists (select from mission_stay s where s.leg_uuid = ? and s.member_uuid::text = k) limit 1', [JSON.stringify(keys), leg]);
  return away.length > 0 ? [fault('PEOPLE', 'UNKNOWN')] : [];
}

async function write(em: EntityManager, { key }: WhichMeeting, people: readonly Goer[]): Promise<Result> {
  const sent = JSON.stringify(people);
  await em.execute(
    `with gone as (delete from meeting_member o where o.meeting_uuid = ? and not exists (select from jsonb_array_elements(?::jsonb) x where (x->>'member')::uuid = o.member_uuid))
     insert into meeting_member (meeting_uuid, member_uuid, role, is_substitute) select ?, (x->>'member')::uuid, x->>'kind', (x->>'isSubstitute')::boolean from jsonb_array_elements(?::jsonb) x
     on conflict (meeting_uuid, member_uuid) do update set role = excluded.role, is_substitute = excluded.is_substitute`, [key, sent, key, sent]);
  await em.execute('update meeting set version = version + 1 where uuid = ?', [key]);
  return result('DONE');
}
