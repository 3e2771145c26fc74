/** How papers of missions are renewed by themselves. Part of the migration that adds it. */

const DEFINER = 'security definer set search_path = public, pg_temp';
const OF_LEG = `'PROGRAMME_POST', 'INVITATION', 'CONTACTS', 'INTERPRETER'`;
/** As long as a mission is being prepared. */
const OPEN = `'IDEA', 'PLANNED', 'CONSULTED', 'AGREED'`;
const ADVISER = '(is_adviser() and (t.is_demonstration or not acts_invented()))';
/** Who renews: no person, and nobody for whom a request is answered. */
export const RENEWS = `(acts_for('papers') and acting_person() is null)`;
/** Once it is agreed a paper is out of the house; when it is over, what was planned concerns nobody any more. A day more than the calendar of the database: it is over where it ends. */
const IS_RENEWED = (row: string): string => `${row}.stage = 'AGREED' and ${row}.ends_on >= current_date - 1`;

/** Keeps a version under its next number, and whom it names apart. Of whoever may is asked before. */
const keeping = `
create function keep_paper(the_key uuid, the_kind text, the_subject uuid, the_facts jsonb, by_itself boolean) returns int language plpgsql volatile ${DEFINER} as $body$
declare
  the_leg constant uuid := case when the_kind = 'INVITATION' then (select m.leg_uuid from meeting m where m.uuid = the_subject) when the_kind in (${OF_LEG}) then the_subject end;
  m mission_member;
  t mission;
  the_number int;
begin
  if the_leg is null then select * into m from mission_member where uuid = the_subject; end if;
  select * into t from mission where uuid = coalesce((select l.mission_uuid from mission_leg l where l.uuid = the_leg), m.mission_uuid);
  select 1 + coalesce(max(p.number), 0) into the_number from mission_paper p where p.kind = the_kind and p.subject_uuid = the_subject;
  insert into mission_paper (uuid, mission_uuid, leg_uuid, meeting_uuid, member_uuid, expert_uuid, person_id, kind, subject_uuid, number, is_given, is_renewed, facts)
    values (the_key, t.uuid, the_leg, case when the_kind = 'INVITATION' then the_subject end, m.uuid, m.expert_uuid, m.person_id, the_kind, the_subject, the_number, t.stage = 'AGREED', by_itself, the_facts - 'names');
  -- What it differed by is told by the version that takes its place.
  update mission_paper p set difference = null, differs_since = null where p.kind = the_kind and p.subject_uuid = the_subject and p.number < the_number and p.difference is not null;
  -- Whoever has an account and moves or goes takes an address away without holding the mission.
  perform from leg_contact c where c.uuid in (select n.key::uuid from jsonb_object_keys(the_facts -> 'names') n(key)) order by c.uuid for share;
  insert into mission_paper_person (paper_uuid, key, expert_uuid, person_id, contact_uuid, name, function, organisation, email, phone)
    select the_key, n.key::uuid, o.expert_uuid, o.person_id, c.uuid, n.value ->> 'name', n.value ->> 'function', n.value ->> 'organisation', case when n.value ? 'email' then c.email end, n.value ->> 'phone'
    from jsonb_each(the_facts -> 'names') n left join mission_member o on o.uuid = n.key::uuid and o.mission_uuid = t.uuid left join leg_contact c on c.uuid = n.key::uuid
        and (c.leg_uuid = the_leg or the_leg is null and exists (select from mission_stay s where s.member_uuid = m.uuid and s.leg_uuid = c.leg_uuid)) where num_nonnulls(o.uuid, c.uuid) = 1;
  if the_number > 1 then update mission_paper set told = jsonb_array_length(paper_readers(the_key) -> 'readers') where uuid = the_key; end if;
  return the_number;
end $body$`;

/** A person makes it: the adviser all of them, whoever prepares a leg those of the leg. Whoever calls it holds the mission, so that two who make one at once do not give one number twice. */
const making = `
create or replace function make_paper(the_key uuid, the_kind text, the_subject uuid, the_facts jsonb) returns int language plpgsql volatile ${DEFINER} as $body$
declare
  the_leg constant uuid := case when the_kind = 'INVITATION' then (select m.leg_uuid from meeting m where m.uuid = the_subject) when the_kind in (${OF_LEG}) then the_subject end;
  t mission;
begin
  select * into t from mission where uuid = case when the_leg is null then (select m.mission_uuid from mission_member m where m.uuid = the_subject) else (select l.mission_uuid from mission_leg l where l.uuid = the_leg) end;
  if t.uuid is null or not (${ADVISER} or (the_leg is not null and prepares_leg(the_leg))) then
    raise exception 'a paper is made by the adviser, or by who prepares the leg' using errcode = 'insufficient_privilege', constraint = 'mission_paper_made';
  end if;
  if t.stage not in (${OPEN}) then raise exception 'a paper is made until the mission is reported on' using errcode = 'check_violation', constraint = 'mission_paper_in_time'; end if;
  return keep_paper(the_key, the_kind, the_subject, the_facts, false);
end $body$`;

/** What renews by itself: which missions, one of them held where nobody else holds it, what its newest papers say and what is so now, and the next version of one that is there. */
const renewal = [`
create function renewed_missions() returns setof uuid language sql stable ${DEFINER} as $body$
  select t.uuid from mission t where ${RENEWS} and ${IS_RENEWED('t')} and exists (select from mission_paper p where p.mission_uuid = t.uuid) order by t.uuid
$body$`, `
create function hold_renewed_mission(the_mission uuid) returns boolean language plpgsql volatile ${DEFINER} as $body$ begin
  if not ${RENEWS} then return false; end if;
  perform from mission t where t.uuid = the_mission and ${IS_RENEWED('t')} for update skip locked;
  return found;
end $body$`, `
create function papers_to_renew(the_mission uuid) returns jsonb language sql stable ${DEFINER} as $body$
  with newest as (
    select distinct on (p.kind, p.subject_uuid) p.*, case when p.kind = 'INVITATION' then (select m.leg_uuid from meeting m where m.uuid = p.subject_uuid) else p.subject_uuid end as source
    from mission_paper p where ${RENEWS} and p.mission_uuid = the_mission order by p.kind, p.subject_uuid, p.number desc
  ), sources as (
    select distinct n.source, n.kind in (${OF_LEG}) as is_leg from newest n where n.source is not null
  )
  select jsonb_build_object(
    'papers', (select coalesce(jsonb_agg(jsonb_build_object('key', n.uuid, 'kind', n.kind, 'subject', n.subject_uuid, 'source', n.source, 'kept', paper_kept(n.uuid), 'difference', n.difference,
      'isAtRest', coalesce(n.differs_since <= now() - interval '15 minutes', false)) order by n.kind, n.subject_uuid), '[]') from newest n),
    'given', (select coalesce(jsonb_object_agg(s.source, case when s.is_leg then leg_on_paper(s.source, null) else member_on_paper(s.source) end), '{}') from sources s))
$body$`, `
create function note_paper_differences(the_differences jsonb) returns void language sql volatile ${DEFINER} as $body$
  update mission_paper p set difference = d.value #>> '{}', differs_since = case when d.value <> 'null' then now() end from jsonb_each(the_differences) d where ${RENEWS} and p.uuid = d.key::uuid
$body$`, `
create function renew_paper(the_key uuid, the_kind text, the_subject uuid, the_facts jsonb) returns int language plpgsql volatile ${DEFINER} as $body$ begin
  if not ${RENEWS} or not exists (select from mission_paper p join mission t on t.uuid = p.mission_uuid where p.kind = the_kind and p.subject_uuid = the_subject and ${IS_RENEWED('t')}
      and p.differs_since <= now() - interval '15 minutes' and not exists (select from mission_paper n where n.kind = p.kind and n.subject_uuid = p.subject_uuid and n.number > p.number)) then
    raise exception 'a paper is renewed by itself where it is there, its mission is agreed and what is so has not changed for a while' using errcode = 'insufficient_privilege', constraint = 'mission_paper_renewed_so';
  end if;
  return keep_paper(the_key, the_kind, the_subject, the_facts, true);
end $body$`];

/** That a paper was made, which and its number; nobody whom it names. One that was renewed by itself is nobody's act. */
const trail = [`
create or replace function record_paper() returns trigger language plpgsql ${DEFINER} as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, after)
    values ((select p.id from person p where p.id = acting_person()), 'CHANGED', case when new.leg_uuid is null then 'MISSION' else 'MISSION_LEG' end, new.mission_uuid, case when new.is_renewed then 'paper_renewed' else 'paper_made' end, new.kind || ' ' || new.number);
  return null;
end $body$`,
'drop trigger "mission_paper_recorded" on "mission_paper"',
'create trigger "mission_paper_recorded" after insert on "mission_paper" for each row when (acting_person() is not null or new.is_renewed) execute function record_paper()'];

export const renewing: readonly string[] = [keeping, 'revoke execute on function keep_paper(uuid, text, uuid, jsonb, boolean) from public', making, ...renewal, ...trail];
