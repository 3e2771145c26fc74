/** What the database holds the team of a mission to, and what makes stays engage those who stay. Part of the migration that adds teams. */
import { amended } from './amending.ts';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Somebody who takes a place if need be takes that of somebody of the same team who has one. Invented people are in invented missions alone, and real ones in real missions. */
const member = `
create function stand_member() returns trigger language plpgsql ${DEFINER} as $body$
declare
  m mission;
begin
  select * into m from mission where uuid = new.mission_uuid for share;
  if tg_op = 'UPDATE' and (old.mission_uuid, old.expert_uuid, old.person_id) is distinct from (new.mission_uuid, new.expert_uuid, new.person_id) then
    raise exception 'who it is stays: somebody else is somebody else of the team' using errcode = 'check_violation', constraint = 'mission_member_stays';
  end if;
  if (select e.is_demonstration from expert e where e.uuid = new.expert_uuid union all select p.is_demonstration from person p where p.id = new.person_id) <> m.is_demonstration then
    raise exception 'invented people are in invented missions alone' using errcode = 'check_violation', constraint = 'mission_member_side';
  end if;
  if new.substitute_for_uuid is not null and (exists (select from mission_member s where s.substitute_for_uuid = new.uuid) or exists (select from mission_stay s where s.member_uuid = new.uuid)
      or not exists (select from mission_member o where o.uuid = new.substitute_for_uuid and o.mission_uuid = new.mission_uuid and o.substitute_for_uuid is null and o.uuid <> new.uuid)) then
    raise exception 'a substitute takes the place of somebody of the team, and stays nowhere until then' using errcode = 'check_violation', constraint = 'mission_member_substitutes';
  end if;
  return new;
end $body$`;

const FIT = `s.arrives_at::date < l.starts_on or s.leaves_at::date > l.ends_on`;
const OUTSIDE = `raise exception 'a stay is within its leg' using errcode = 'check_violation', constraint = 'mission_stay_within'`;

/** A stay is about whoever stays, in a leg of their mission, on its days; the leg is held meanwhile, so that its days are not moved away from under it. */
const stay = `
create function stand_stay() returns trigger language plpgsql ${DEFINER} as $body$
declare
  l mission_leg;
begin
  select * into l from mission_leg where uuid = new.leg_uuid for share;
  select m.expert_uuid, m.person_id into new.expert_uuid, new.person_id from mission_member m where m.uuid = new.member_uuid and m.mission_uuid = l.mission_uuid and m.substitute_for_uuid is null;
  if not found then
    raise exception 'somebody who comes stays in a leg of their mission' using errcode = 'check_violation', constraint = 'mission_stay_of_team';
  end if;
  if ${FIT.replaceAll('s.', 'new.')} then ${OUTSIDE}; end if;
  return new;
end $body$`;

/** A leg that is put off as it is takes its stays with it; otherwise it is not moved away from under them. */
const moving = `
create function move_stays() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if new.starts_on - old.starts_on = new.ends_on - old.ends_on then
    update mission_stay set arrives_at = arrives_at + (new.starts_on - old.starts_on) * interval '1 day', leaves_at = leaves_at + (new.starts_on - old.starts_on) * interval '1 day' where leg_uuid = new.uuid;
    update mission_member m set version = version + 1 from mission_stay s where s.member_uuid = m.uuid and s.leg_uuid = new.uuid;
  elsif exists (select from mission_stay s, mission_leg l where s.leg_uuid = new.uuid and l.uuid = new.uuid and (${FIT})) then
    ${OUTSIDE};
  end if;
  return null;
end $body$`;

/** Who stays in a leg is engaged there, firmly once the mission is planned, until it is given up. */
const engaging = [`
create function engage_leg(the_leg uuid) returns void language sql volatile ${DEFINER} as $body$
  with due as (
    select m.expert_uuid, m.person_id, coalesce(m.expert_uuid, m.person_id) as who, l.country_code as place, l.stage <> 'IDEA' as is_firm, tstzmultirange(tstzrange(least(h.one, h.other), greatest(h.one, h.other))) as held
    from mission_leg l join city c on c.code = l.city_code join mission_stay s on s.leg_uuid = l.uuid join mission_member m on m.uuid = s.member_uuid
      cross join lateral (select s.arrives_at at time zone c.time_zone as one, s.leaves_at at time zone c.time_zone as other) h
    where l.uuid = the_leg and l.stage <> 'GIVEN_UP' and h.one <> h.other
  ), gone as (
    delete from expert_engagement e where e.source = the_leg and e.kind = 'STAY' and not exists (select from due d where d.who = e.who)
  )
  insert into expert_engagement as e (source, who, expert_uuid, person_id, kind, place, held, is_firm) select the_leg, d.who, d.expert_uuid, d.person_id, 'STAY', d.place, d.held, d.is_firm from due d
  on conflict (source, who) do update set place = excluded.place, held = excluded.held, is_firm = excluded.is_firm where (e.place, e.held, e.is_firm) is distinct from (excluded.place, excluded.held, excluded.is_firm)
$body$`, `
create function follow_stays() returns trigger language plpgsql ${DEFINER} as $body$ begin
  perform engage_leg(k.key) from (select (to_jsonb(old) ->> tg_argv[0])::uuid as key union select (to_jsonb(new) ->> tg_argv[0])::uuid) k where k.key is not null;
  return null;
end $body$`];

/**
 * A post prepares the sessions of its country, and learns of no mission by it: a session that it gives to somebody who stays in another country then is stored as if they
 * did not, and does not meet stays; the adviser sees that they are engaged elsewhere. All others meet them: the adviser is refused, whichever of the two they plan last.
 */
const apart = [
  amended('engage_trainers(uuid)', 'h.held from training_session', `h.held, acting_person() is null or is_adviser() or not exists (
            select from expert_engagement o where o.who = t.expert_uuid and o.kind = 'STAY' and o.is_firm and o.held && h.held and s.format <> 'ONLINE' and o.place <> s.country_code) as meets_stays from training_session`),
  amended('engage_trainers(uuid)', `kind, place, held) select the_session, d.expert_uuid, d.expert_uuid, 'TRAINING', d.place, d.held`, `kind, place, held, meets_stays) select the_session, d.expert_uuid, d.expert_uuid, 'TRAINING', d.place, d.held, d.meets_stays`),
  amended('engage_trainers(uuid)', 'held = excluded.held, is_firm = true', 'held = excluded.held, meets_stays = excluded.meets_stays, is_firm = true'),
  amended('is_engaged_twice(uuid)', 'or o.place <> e.place)', 'or e.meets_stays and o.meets_stays and o.place <> e.place)'),
];

const TEAM_OF = `select coalesce(m.expert_uuid, m.person_id) as who from mission_member m where m.mission_uuid = the_mission`;
const MINE = `exists (select from mission m where m.uuid = the_mission and is_adviser() and (m.is_demonstration or not acts_invented()))`;

/** Whom a mission needs, whether it has them, and whether somebody would be in two places at once: asked by those who plan it, and told by one word. */
const asking = [`
create function mission_team_has(the_mission uuid, the_role text) returns int language sql stable set search_path = public, pg_temp as $body$
  select count(*)::int from mission_member m where m.mission_uuid = the_mission and m.role = the_role and m.substitute_for_uuid is null and exists (select from mission_stay s where s.member_uuid = m.uuid)
$body$`, `
create function mission_team_kept(the_mission uuid) returns boolean language sql stable set search_path = public, pg_temp as $body$
  select not exists (select from mission_team_rule r where r.mission_uuid = the_mission and r.at_least - r.excused > mission_team_has(the_mission, r.role))
$body$`, `
create function hold_team(the_mission uuid, somebody uuid) returns void language plpgsql volatile ${DEFINER} as $body$ begin
  if ${MINE} then perform pg_advisory_xact_lock(7266026, hashtext(x.who::text)) from (${TEAM_OF} union select somebody where somebody is not null order by 1) x; end if;
end $body$`, `
create function team_fault(the_mission uuid) returns text language plpgsql volatile ${DEFINER} as $body$ begin
  if not ${MINE} then return null; end if;
  perform hold_team(the_mission, null);
  if exists (select from mission_leg l join expert_engagement e on e.source = l.uuid join expert_engagement o on o.who = e.who and o.source <> e.source and o.is_firm and o.held && e.held
      and (o.kind = 'STAY' or o.meets_stays and o.place <> e.place) where l.mission_uuid = the_mission and e.is_firm) then return 'BUSY'; end if;
  if exists (select from mission m where m.uuid = the_mission and m.stage = 'AGREED' and not mission_team_kept(m.uuid)) then return 'LACKING'; end if;
  return null;
end $body$`];

const HAS = 'mission_team_has(r.mission_uuid, r.role)';

/**
 * A mission that is agreed has the team that it needs: asked at the end of the transaction. The mission is held meanwhile, so that of one who agrees and one who
 * takes somebody away the second finds what the first did. Who is erased is let go, whatever the mission needs, and excused until somebody comes in their place: what
 * is lacking then keeps nobody from going on, nor from adding somebody. No mission is held for that: whoever erases holds none after the rows that go.
 */
const rule = [`
create function keep_team() returns trigger language plpgsql ${DEFINER} as $body$
declare
  row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
  the_mission constant uuid := case tg_table_name when 'mission' then row_of ->> 'uuid' when 'mission_stay' then (select m.mission_uuid::text from mission_member m where m.uuid::text = row_of ->> 'member_uuid') else row_of ->> 'mission_uuid' end;
  is_agreed boolean;
begin
  if tg_table_name = 'mission_member' and tg_op = 'DELETE' then
    if row_of ->> 'substitute_for_uuid' is not null then return null; end if;
    if not exists (select from expert e where e.uuid::text = row_of ->> 'expert_uuid' union all select from person p where p.id::text = row_of ->> 'person_id') then
      update mission_team_rule r set excused = r.at_least - ${HAS} where r.mission_uuid = the_mission and r.role = row_of ->> 'role' and r.at_least - ${HAS} > r.excused;
      return null;
    end if;
  end if;
  select m.stage = 'AGREED' into is_agreed from mission m where m.uuid = the_mission for share;
  if is_agreed and not (tg_op = 'INSERT' and tg_table_name in ('mission_member', 'mission_stay')) and not mission_team_kept(the_mission) then
    raise exception 'a mission that is agreed has the team that it needs' using errcode = 'check_violation', constraint = 'mission_team_complete';
  end if;
  update mission_team_rule r set excused = greatest(r.at_least - ${HAS}, 0) where r.mission_uuid = the_mission and r.excused > greatest(r.at_least - ${HAS}, 0);
  return null;
end $body$`, `
create function excuse_nobody() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update mission_team_rule r set excused = 0 where r.mission_uuid = new.uuid and r.excused > 0;
  return new;
end $body$`];

const holds = (table: string, on: string): string => `create constraint trigger "${table}_keeps_team" after ${on} on "${table}" deferrable initially deferred for each row execute function keep_team()`;

export const teamFunctions: readonly string[] = [
  member, stay, moving, ...engaging, ...asking, ...rule, ...apart,
  'revoke execute on function engage_leg(uuid) from public',
  'create trigger "mission_member_stands" before insert or update on "mission_member" for each row execute function stand_member()',
  'create trigger "mission_stay_stands" before insert or update on "mission_stay" for each row execute function stand_stay()',
  'create trigger "mission_leg_moves_stays" after update of "starts_on", "ends_on" on "mission_leg" for each row when ((old.starts_on, old.ends_on) is distinct from (new.starts_on, new.ends_on)) execute function move_stays()',
  `create trigger "mission_stay_engages" after insert or delete or update of "leg_uuid", "member_uuid", "arrives_at", "leaves_at" on "mission_stay" for each row execute function follow_stays('leg_uuid')`,
  `create trigger "mission_leg_engages" after update of "country_code", "city_code", "stage" on "mission_leg" for each row when ((old.country_code, old.city_code, old.stage) is distinct from (new.country_code, new.city_code, new.stage)) execute function follow_stays('uuid')`,
  holds('mission', 'insert or update of "stage"'), holds('mission_member', 'insert or update or delete'), holds('mission_stay', 'insert or delete or update of "member_uuid"'), holds('mission_team_rule', 'insert or update of "at_least", "role"'),
  `create trigger "mission_agreed_strictly" before update of "stage" on "mission" for each row when (new.stage = 'AGREED' and old.stage <> 'AGREED') execute function excuse_nobody()`,
];
