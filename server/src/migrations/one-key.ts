/** That an account which comes to a sheet breaks no later step off: who is engaged twice by what was there before keeps both keys, in whatever engages them. Part of the migration that keeps keys. */
import { amended } from './amending.ts';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** The key under which something engages somebody already, else that of the human being; and whether two engagements of one could not both be. */
const keys = [`
create function key_in(the_source uuid, the_expert uuid, the_person uuid) returns uuid language sql stable ${DEFINER}
  return coalesce((select min(e.who::text)::uuid from expert_engagement e where e.source = the_source and (e.expert_uuid = the_expert or e.person_id = the_person)), human_of(the_expert, the_person))`, `
create function excludes(one expert_engagement, other expert_engagement) returns boolean language sql immutable
  return other.is_firm and one.held && other.held and (one.kind = other.kind or one.meets_stays and other.meets_stays and (one.place <> other.place or 'STAY' not in (one.kind, other.kind)))`, `
create function known_keys(the_expert uuid, the_person uuid) returns uuid[] language sql stable ${DEFINER}
  return case when is_adviser() then array[human_of(the_expert, the_person), coalesce(the_person, (select e.person_id from expert e where e.uuid = the_expert))] end`,
  'revoke execute on function key_in(uuid, uuid, uuid), excludes(expert_engagement, expert_engagement) from public'];

/** A stay and what is done during it move to the one key together: nothing of one's own stands in the way. */
const joining = [
  amended('key_engagements(uuid)', 'o.is_firm and o.held && e.held', 'excludes(e, o)'),
  amended('join_engagements()', 'o.is_firm and o.held && e.held', 'excludes(e, o)'),
  // What would not fit under the account alone stays under the sheet, until it does.
  amended('join_engagements()', 'and e.who = old.uuid;', 'and e.who = old.uuid\n    and not exists (select from expert_engagement o where o.who = old.person_id and (o.source = e.source or excludes(e, o)));'),
];

const engaging = [
  amended('engage_meeting(uuid)', 'human_of(g.expert_uuid, g.person_id)', 'key_in(m.uuid, g.expert_uuid, g.person_id)'),
  amended('engage_travel(uuid)', 'human_of(x.expert_uuid, x.person_id)', 'key_in(j.uuid, x.expert_uuid, x.person_id)'),
  amended('engage_meeting(uuid)', `do update set place = excluded.place,`, `do update set expert_uuid = excluded.expert_uuid, person_id = excluded.person_id, place = excluded.place,`),
  amended('engage_travel(uuid)', `do update set place = excluded.place,`, `do update set expert_uuid = excluded.expert_uuid, person_id = excluded.person_id, place = excluded.place,`),
  ...[['engage_meeting(uuid)', 'the_meeting'], ['engage_travel(uuid)', 'the_travel']].map(([signature, source]) =>
    amended(signature!, 'where (e.place, e.held, e.is_firm) is distinct from (excluded.place, excluded.held, excluded.is_firm)',
      `where (e.expert_uuid, e.person_id, e.place, e.held, e.is_firm) is distinct from (excluded.expert_uuid, excluded.person_id, excluded.place, excluded.held, excluded.is_firm);\n  select key_engagements(${source})`)),
];

/** Of a meeting and the stay in which it is, whichever keys they have. */
const asking = [`
create or replace function meeting_clashes(the_meeting uuid, somebody uuid, hours tstzmultirange) returns boolean language sql stable ${DEFINER}
  return exists (select from meeting m where m.uuid = the_meeting
    and (not exists (select from expert_engagement s where s.source = m.leg_uuid and human_of(s.expert_uuid, s.person_id) = human_of(null, somebody) and s.held @> hours)
      or exists (select from expert_engagement o where o.who = somebody and o.source not in (m.uuid, m.leg_uuid) and o.is_firm and o.held && hours)))`,
  amended('meeting_fault(uuid, boolean)', 'e.who = g.who', 'human_of(e.expert_uuid, e.person_id) = g.who'),
];

export const keyFunctions: readonly string[] = [...keys, ...joining, ...engaging, ...asking];
