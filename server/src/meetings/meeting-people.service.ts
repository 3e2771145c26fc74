/** Who of a team goes to a meeting: named by whoever decides as the adviser. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { canComeAs } from '@passerelle/shared/missionTeam.ts';
import type { TeamRole } from '../missions/index.ts';
import { invalid, type Result, result, type StoredMeeting, whereHeld, whereItFits, type WhichMeeting } from './held-meeting.ts';
import { fault, type MeetingFault } from './meeting-fault.ts';

/** Somebody who goes, by their key in the team. */
export interface Goer {
  readonly member: string;
  readonly kind: TeamRole;
  readonly isSubstitute: boolean;
  /** In whose place, by their key in the team. */
  readonly inPlaceOf: string | null;
}

/** The same as it is sent: a page of before there was one says nothing of whose place is taken. */
export type SentGoer = Omit<Goer, 'inPlaceOf'> & { readonly inPlaceOf?: string | null };

const MOST_PEOPLE = 60;
const sorted = (people: readonly Omit<Goer, 'kind'>[] | readonly Goer[]): string => JSON.stringify(people.map((one) => [one.member, (one as Goer).kind, one.isSubstitute, one.inPlaceOf]).toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)));

/** What is sent, with whose place is taken as it is stored where nothing is said of it: as long as both go as they did. */
function whole(sent: readonly SentGoer[], stored: StoredMeeting): Goer[] {
  const goes = (key: string | null | undefined): boolean => sent.some(({ member, isSubstitute }) => member === key && !isSubstitute);
  return sent.map(({ inPlaceOf, ...one }) => {
    const kept = stored.people.find(({ member }) => member === one.member)?.inPlaceOf;
    return { ...one, inPlaceOf: inPlaceOf === undefined ? (kept && one.isSubstitute && goes(kept) ? kept : null) : inPlaceOf };
  });
}

/** Names who goes to a meeting that was read at `version`: all of them. Somebody who does not stay in the leg is UNKNOWN. */
export function nameMeetingPeople(em: EntityManager, which: WhichMeeting, { version, people: sent }: { readonly version: number; readonly people: readonly SentGoer[] }): Promise<Result> {
  return whereHeld(em, which, (stored) => stored !== undefined && stored.version >= version && sorted(stored.people) === sorted(whole(sent, stored)), async ({ stored, decides }) => {
    if (!decides) return result('NOT_ALLOWED');
    if (!stored) return result('GONE');
    if (stored.version !== version) return result('CONFLICT');
    const people = whole(sent, stored);
    const faults = await peopleFaults(em, which, people, stored);
    return faults.length > 0 ? invalid(...faults) : whereItFits(em, which, () => write(em, which, people));
  });
}

/** Whose place somebody takes goes to the same meeting in nobody's place. */
function isPlaced({ member, isSubstitute, inPlaceOf }: Goer, people: readonly Goer[]): boolean {
  return inPlaceOf === null || (isSubstitute && inPlaceOf !== member && people.some((one) => one.member === inPlaceOf && !one.isSubstitute));
}

const STAYING = 'select m.uuid as member, m.role as kind, e.profession_code as profession from mission_stay s join mission_member m on m.uuid = s.member_uuid left join expert e on e.uuid = m.expert_uuid where s.leg_uuid = ?';

/** Somebody who does not stay in the leg, in the place of nobody who goes, or as what nobody of their profession comes as: what is stored, and what they are in the team, stays. */
async function peopleFaults(em: EntityManager, { leg }: WhichMeeting, people: readonly Goer[], stored: StoredMeeting): Promise<MeetingFault[]> {
  if (people.length > MOST_PEOPLE) return [fault('PEOPLE', 'TOO_LONG', MOST_PEOPLE)];
  if (new Set(people.map(({ member }) => member)).size < people.length) return [fault('PEOPLE', 'REPEATED')];
  const staying = new Map((await em.execute<{ member: string; kind: TeamRole; profession: string | null }[]>(STAYING, [leg])).map((one) => [one.member, one]));
  if (!people.every((one) => staying.has(one.member) && isPlaced(one, people))) return [fault('PEOPLE', 'UNKNOWN')];
  const isSuited = ({ member, kind }: Goer): boolean => {
    const { profession, kind: own } = staying.get(member)!;
    // A colleague of the team serves the State unless they are there for an NGO.
    return kind === own || (profession === null ? kind !== 'NGO' && own !== 'NGO' : canComeAs(profession, kind)) || stored.people.some((one) => one.member === member && one.kind === kind);
  };
  return people.every(isSuited) ? [] : [fault('PEOPLE', 'UNSUITED')];
}

async function write(em: EntityManager, { key }: WhichMeeting, people: readonly Goer[]): Promise<Result> {
  const sent = JSON.stringify(people);
  await em.execute(
    `with gone as (delete from meeting_member o where o.meeting_uuid = ? and not exists (select from jsonb_array_elements(?::jsonb) x where (x->>'member')::uuid = o.member_uuid))
     insert into meeting_member (meeting_uuid, member_uuid, role, is_substitute, substitute_for_uuid) select ?, (x->>'member')::uuid, x->>'kind', (x->>'isSubstitute')::boolean, (x->>'inPlaceOf')::uuid from jsonb_array_elements(?::jsonb) x
     on conflict (meeting_uuid, member_uuid) do update set role = excluded.role, is_substitute = excluded.is_substitute, substitute_for_uuid = excluded.substitute_for_uuid`, [key, sent, key, sent]);
  await em.execute('update meeting set version = version + 1 where uuid = ?', [key]);
  return result('DONE');
}
