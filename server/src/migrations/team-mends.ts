/** What mends the teams of missions: one human being is one, whoever comes is told to posts from the moment they are consulted, and who stayed was on mission once it is closed. Part of the migration that mends teams. */
import { amended } from './amending.ts';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Who else a key stands for is told to those who plan alone; a change of one's keys compares what overlaps nothing, the first before the others. */
const keying = [
  'revoke execute on function human_of(uuid, uuid) from public', `
create function known_human(the_expert uuid, the_person uuid) returns uuid language sql stable ${DEFINER}
  return case when is_adviser() then human_of(the_expert, the_person) end`, `
create function key_engagements(the_source uuid) returns void language plpgsql volatile ${DEFINER} as $body$
declare
  one record;
begin
  for one in select e.source, e.who, human_of(null, e.person_id) as human from expert_engagement e
      where e.expert_uuid is null and e.who <> human_of(null, e.person_id)
        and (the_source is null or e.person_id in (select coalesce(x.person_id, (select p.person_id from expert p where p.uuid = x.expert_uuid)) from expert_engagement x where x.source = the_source)) order by lower(e.held), e.source, e.who loop
    update expert_engagement e set who = one.human where e.source = one.source and e.who = one.who
      and not exists (select from expert_engagement o where o.who = one.human and (o.source = e.source or o.is_firm and o.held && e.held));
  end loop;
end $body$`,
  'revoke execute on function key_engagements(uuid) from public'];

/** What a post prepared without knowing of something else that engages them meets it again once there is none: of those whose engagements have changed, whatever changed them. */
const meeting = [`
create function meet_again() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if exists (select from changed) then
    update expert_engagement t set meets_stays = true where t.who in (select c.who from changed c) and not t.meets_stays and (t.kind = 'TRAINING'
      and not exists (select from expert_engagement s where s.who = t.who and s.is_firm and s.held && t.held and (s.kind in ('MEETING', 'TRAVEL') or s.kind = 'STAY' and s.place <> t.place)));
  end if;
  return null;
end $body$`,
  ...([['insert', 'new'], ['update', 'old'], ['delete', 'old']] as const).map(([event, table]) => `create trigger "expert_engagement_meets_again_${event}" after ${event} on "expert_engagement" referencing ${table} table as changed for each statement execute function meet_again()`)];

/** An expert who acts for the adviser has two keys, that of the sheet and that of the account: the sheet's stands for both. Whose engagement has one keeps it, as long as another would overlap. */
const humans = [`
create function human_of(the_expert uuid, the_person uuid) returns uuid language sql stable ${DEFINER}
  return coalesce(the_expert, (select e.uuid from expert e where e.person_id = the_person), the_person)`, `
create or replace function engage_leg(the_leg uuid) returns void language sql volatile ${DEFINER} as $body$
  with stays as (
    select m.expert_uuid, m.person_id, coalesce((select min(e.who::text)::uuid from expert_engagement e where e.source = the_leg and e.kind = 'STAY' and (e.expert_uuid = m.expert_uuid or e.person_id = m.person_id)), human_of(m.expert_uuid, m.person_id)) as who, l.country_code as place, l.stage <> 'IDEA' as is_firm, tstzrange(least(h.one, h.other), greatest(h.one, h.other)) as held
    from mission_leg l join city c on c.code = l.city_code join mission_stay s on s.leg_uuid = l.uuid join mission_member m on m.uuid = s.member_uuid
      cross join lateral (select s.arrives_at at time zone c.time_zone as one, s.leaves_at at time zone c.time_zone as other) h
    where l.uuid = the_leg and l.stage <> 'GIVEN_UP' and h.one <> h.other
  ), due as (
    select s.who, (array_agg(s.expert_uuid order by s.expert_uuid))[1] as expert_uuid, case when not bool_or(s.expert_uuid is not null) then (array_agg(s.person_id))[1] end as person_id, s.place, s.is_firm, range_agg(s.held) as held
    from stays s group by s.who, s.place, s.is_firm
  ), gone as (
    delete from expert_engagement e where e.source = the_leg and e.kind = 'STAY' and not exists (select from due d where d.who = e.who)
  )
  insert into expert_engagement as e (source, who, expert_uuid, person_id, kind, place, held, is_firm) select the_leg, d.who, d.expert_uuid, d.person_id, 'STAY', d.place, d.held, d.is_firm from due d
  on conflict (source, who) do update set expert_uuid = excluded.expert_uuid, person_id = excluded.person_id, place = excluded.place, held = excluded.held, is_firm = excluded.is_firm
    where (e.expert_uuid, e.person_id, e.place, e.held, e.is_firm) is distinct from (excluded.expert_uuid, excluded.person_id, excluded.place, excluded.held, excluded.is_firm);
  select key_engagements(the_leg)
$body$`, `
create function join_engagements() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update expert_engagement e set who = old.person_id where old.person_id is not null and e.person_id = old.person_id and e.who = old.uuid;
  if tg_op = 'UPDATE' then
    -- What overlaps already when an account comes to a sheet is kept as it is: nobody is kept from their account by it.
    update expert_engagement e set who = new.uuid where e.person_id = new.person_id and not exists (select from expert_engagement o where o.who = new.uuid and (o.source = e.source or o.is_firm and o.held && e.held));
  end if;
  return null;
end $body$`,
'create trigger "expert_joins_engagements" after update of "person_id" on "expert" for each row when (old.person_id is distinct from new.person_id) execute function join_engagements()',
'create trigger "expert_leaves_engagements" after delete on "expert" for each row execute function join_engagements()',
...['hold_team(uuid, uuid)'].map((signature) => amended(signature, 'select coalesce(m.expert_uuid, m.person_id) as who', 'select human_of(m.expert_uuid, m.person_id) as who')),
amended('hold_team(uuid, uuid)', 'union select somebody where', 'union select human_of(null, somebody) where'),
// Of who acts: what is brought in otherwise is not asked.
amended('stand_member()', '  if new.substitute_for_uuid is not null and', `  if acting_person() is not null and exists (select from mission_member o where o.mission_uuid = new.mission_uuid and o.uuid <> new.uuid and human_of(o.expert_uuid, o.person_id) = human_of(new.expert_uuid, new.person_id)) then
    raise exception 'somebody is in a team once' using errcode = 'check_violation', constraint = 'mission_member_once';
  end if;
  if new.substitute_for_uuid is not null and`),
];

const SHOWN = `('CONSULTED', 'AGREED', 'REPORTED', 'CLOSED')`;

/** A stay is told to the post once it is consulted, and stays told; whoever is added while a mission is planned anew is not, until then. */
const telling = [
  amended('stand_stay()', '  return new;', `  new.is_told := l.stage in ${SHOWN} or (tg_op = 'UPDATE' and old.is_told);\n  return new;`), `
create function tell_stays() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update mission_stay set is_told = true where leg_uuid = new.uuid and not is_told;
  return null;
end $body$`, `
create trigger "mission_leg_tells_stays" after update of "stage" on "mission_leg" for each row when (new.stage in ${SHOWN} and old.stage <> new.stage) execute function tell_stays()`];

/** Once a mission is closed, and not before, who stayed was on mission until they left: that day is public. */
const closing = [`
create function tell_last_mission() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update expert e set last_mission_on = s.last_on from (
    select x.expert_uuid, max(x.leaves_at)::date as last_on from mission_stay x join mission_leg l on l.uuid = x.leg_uuid where l.mission_uuid = new.uuid and x.expert_uuid is not null and x.leaves_at::date <= current_date group by x.expert_uuid) s
  where e.uuid = s.expert_uuid and (e.last_mission_on is null or e.last_mission_on < s.last_on);
  return null;
end $body$`, `
create trigger "mission_closes" after update of "stage" on "mission" for each row when (new.stage = 'CLOSED' and old.stage <> 'CLOSED') execute function tell_last_mission()`];

/** Whoever is forgotten is let go, whatever the mission needs: nobody is asked for in their place any more. */
const forgetting = amended('keep_team()', `    if row_of ->> 'substitute_for_uuid' is not null then return null; end if;`, `    if row_of ->> 'substitute_for_uuid' is not null or acts_for('retention') then return null; end if;`);

/** Whoever is erased has prepared missions, consulted posts and answered: those missions are held first, too, in the order of their keys. */
const erasing = amended('erase_person(uuid, text)', 'where who in (t.person_id, e.person_id)) order by m.uuid', `where who in (t.person_id, e.person_id)
    union select p.uuid from mission p where p.prepared_by_id = who
    union select l.mission_uuid from mission_leg l join consultation c on c.leg_uuid = l.uuid left join opinion o on o.consultation_uuid = c.uuid where who in (c.asked_by_id, o.answered_by_id)) order by m.uuid`);

export const teamMends: readonly string[] = [humans[0]!, ...keying, ...humans.slice(1), ...meeting, ...telling, ...closing, forgetting, erasing];
