/** What the database holds missions and their legs to. Part of the migration that adds them. */

/** The stages from which posts see their legs. */
const SHOWN = `('CONSULTED', 'AGREED', 'REPORTED', 'CLOSED')`;

/**
 * A leg stands where its mission stands, whatever is written; once it is shown it stays so. It is within the mission, and its city in its country.
 * The mission is held meanwhile, so that nobody moves it away from under a leg that is just being written.
 */
const standing = `
create function stand_leg() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  m mission;
begin
  select * into m from mission where uuid = new.mission_uuid for share;
  new.stage := m.stage;
  new.is_demonstration := m.is_demonstration;
  new.is_shown := m.stage in ${SHOWN};
  if tg_op = 'UPDATE' then
    new.is_shown := new.is_shown or old.is_shown;
    if old.is_shown and new.country_code <> old.country_code then raise exception 'a leg that was shown stays in its country' using errcode = 'check_violation', constraint = 'mission_leg_shown'; end if;
  end if;
  if new.starts_on < m.starts_on or new.ends_on > m.ends_on then raise exception 'a leg is within its mission' using errcode = 'check_violation', constraint = 'mission_leg_within'; end if;
  if not exists (select from city where code = new.city_code and country_code = new.country_code) then raise exception 'a leg is in a city of its country' using errcode = 'check_violation', constraint = 'mission_leg_city'; end if;
  return new;
end $body$`;

/** A mission goes from one stage to the next, back to be planned anew, or is given up; it is not moved away from under its legs, and those stand where it stands. */
const moving = `
create function move_mission() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if new.stage <> old.stage and not (old.stage, new.stage) in (('IDEA', 'PLANNED'), ('PLANNED', 'CONSULTED'), ('CONSULTED', 'AGREED'), ('CONSULTED', 'PLANNED'), ('AGREED', 'PLANNED'), ('AGREED', 'REPORTED'), ('REPORTED', 'CLOSED'),
      ('IDEA', 'GIVEN_UP'), ('PLANNED', 'GIVEN_UP'), ('CONSULTED', 'GIVEN_UP'), ('AGREED', 'GIVEN_UP')) then
    raise exception 'a mission does not go from % to %', old.stage, new.stage using errcode = 'check_violation', constraint = 'mission_stage_moves';
  end if;
  if exists (select from mission_leg l where l.mission_uuid = new.uuid and (l.starts_on < new.starts_on or l.ends_on > new.ends_on)) then
    raise exception 'a leg is within its mission' using errcode = 'check_violation', constraint = 'mission_leg_within';
  end if;
  if new.stage <> old.stage then update mission_leg set stage = new.stage where mission_uuid = new.uuid; end if;
  return null;
end $body$`;

/** A mission that is more than an idea has a leg: asked at the end of the transaction. */
const legs = `
create function keep_a_leg() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  the_mission uuid := case tg_table_name when 'mission' then (to_jsonb(new) ->> 'uuid')::uuid else (to_jsonb(old) ->> 'mission_uuid')::uuid end;
begin
  if exists (select from mission m where m.uuid = the_mission and m.stage not in ('IDEA', 'GIVEN_UP') and not exists (select from mission_leg l where l.mission_uuid = m.uuid)) then
    raise exception 'a mission that is planned has a leg' using errcode = 'check_violation', constraint = 'mission_has_leg';
  end if;
  return null;
end $body$`;

/** What is written anew of a mission, or of a leg, by its language. */
const trail = [`
create function record_mission_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', new.mission_uuid, t.part || '.' || new.locale, t.before, t.after
    from (values ('title', old.title, new.title), ('purpose', old.purpose, new.purpose), ('given_up_reason', old.given_up_reason, new.given_up_reason)) t(part, before, after) where t.before is distinct from t.after;
  return null;
end $body$`, `
create function record_leg_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'MISSION_LEG', l.mission_uuid, t.part || '.' || new.locale, t.before, t.after
    from mission_leg l, (values ('purpose', old.purpose, new.purpose), ('note', old.note, new.note)) t(part, before, after) where l.uuid = new.leg_uuid and t.before is distinct from t.after;
  return null;
end $body$`];

export const missionFunctions: readonly string[] = [
  standing, moving, legs, ...trail,
  'create trigger "mission_leg_stands" before insert or update on "mission_leg" for each row execute function stand_leg()',
  'create trigger "mission_moves" after update of "stage", "starts_on", "ends_on" on "mission" for each row execute function move_mission()',
  'create constraint trigger "mission_has_leg" after insert or update of "stage" on "mission" deferrable initially deferred for each row execute function keep_a_leg()',
  'create constraint trigger "mission_leg_leaves" after delete on "mission_leg" deferrable initially deferred for each row execute function keep_a_leg()',
];
