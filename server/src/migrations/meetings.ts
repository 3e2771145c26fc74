/** What the database holds the meetings of a leg to, and what makes them engage those who go. Part of the migration that adds them. */
import { amended } from './amending.ts';

const DEFINER = 'security definer set search_path = public, pg_temp';
const MINE = 'prepares_leg(the_leg) or (is_adviser() and exists (select from mission_leg where uuid = the_leg and (is_demonstration or not acts_invented())))';

/**
 * Whether the place of an organisation is written nowhere: so until somebody who knows has said that it keeps no place secret; those of several countries have offices that everybody finds. One of the country that is
 * written by its name, as the host or as the place, is that one. Told to the adviser, and to a post of its own country.
 */
const protects = [`
create function is_called(the_organisation text, the_name text) returns boolean language sql stable ${DEFINER}
  return exists (select from organisation o where o.slug = the_organisation and o.folded = fold(the_name)) or exists (select from organisation_translation x where x.organisation_slug = the_organisation and fold(x.name) = fold(the_name))`, `
create function hides_place(the_organisation text, the_host text, the_place text, the_country text) returns boolean language sql stable ${DEFINER}
  return exists (select from organisation o where o.is_protected and o.kind <> 'INTERNATIONAL' and (o.slug = the_organisation or o.country_code = the_country and (is_called(o.slug, the_host) or is_called(o.slug, the_place))))`, `
create function keeps_place_secret(the_organisation text, the_host text, the_place text, the_country text) returns boolean language sql stable ${DEFINER}
  return case when is_adviser() or is_post_of(acting_person(), the_country) then hides_place(the_organisation, the_host, the_place, the_country) end`,
  'revoke execute on function is_called(text, text), hides_place(text, text, text, text) from public'];

const NAMED = (organisation: string, host: string, place: string, country: string): string =>
  `perform from organisation o where o.slug = ${organisation} or o.country_code = ${country} and (is_called(o.slug, ${host}) or is_called(o.slug, ${place})) order by o.slug for share`;

/**
 * A meeting stays in its leg; an organisation that hosts it works there, and is invented in an invented leg alone. Where the organisation keeps its place secret no place is written. It is held meanwhile, so that of one who
 * writes a place and one who protects the organisation the second finds what the first did. What the adviser decides of a meeting is no post's to change.
 */
const standing = `
create function stand_meeting() returns trigger language plpgsql ${DEFINER} as $body$
declare
  l mission_leg;
begin
  select * into l from mission_leg where uuid = new.leg_uuid for share;
  if tg_op = 'UPDATE' and old.leg_uuid <> new.leg_uuid then raise exception 'a meeting stays in its leg' using errcode = 'check_violation', constraint = 'meeting_stays'; end if;
  if (tg_op = 'INSERT' or new.organisation_slug is distinct from old.organisation_slug) and new.organisation_slug is not null then
    perform from organisation where slug = new.organisation_slug for share;
    if not exists (select from organisation o where o.slug = new.organisation_slug and coalesce(o.country_code, l.country_code) = l.country_code and (l.is_demonstration or not o.is_demonstration)) then
      raise exception 'a host works in the country of the leg' using errcode = 'check_violation', constraint = 'meeting_host_there';
    end if;
  end if;
  if num_nonnulls(new.place_name, new.place_address) > 0 and (tg_op = 'INSERT' or (new.organisation_slug, new.host_name, new.place_name, new.place_address) is distinct from (old.organisation_slug, old.host_name, old.place_name, old.place_address)) then
    ${NAMED('new.organisation_slug', 'new.host_name', 'new.place_name', 'l.country_code')};
    if hides_place(new.organisation_slug, new.host_name, new.place_name, l.country_code) then
      raise exception 'the place of an organisation that is protected is written nowhere' using errcode = 'check_violation', constraint = 'meeting_place_protected';
    end if;
  end if;
  return new;
end $body$`;

/** What of a meeting the adviser decides: a post adds one without it, and leaves it as it is. */
const kept = `
create function keep_decided_of_meeting() returns trigger language plpgsql set search_path = public, pg_temp as $body$ begin
  if row_security_active('meeting') and not is_adviser() and (new.uuid, new.is_mandatory, new.is_only_adviser) is distinct from (case tg_op when 'UPDATE' then (old.uuid, old.is_mandatory, old.is_only_adviser) else (new.uuid, false, false) end) then
    raise exception 'whether a meeting is mandatory, and for whom it is, is the adviser''s' using errcode = 'insufficient_privilege', constraint = 'meeting_decided_kept';
  end if;
  return new;
end $body$`;

/** Once an organisation is protected, or is called so, no meeting has its place any more. */
const protecting = `
create function hide_meeting_places() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if exists (select from organisation o where o.slug = coalesce(to_jsonb(new) ->> 'slug', to_jsonb(new) ->> 'organisation_slug') and o.is_protected) then
    update meeting m set place_name = null, place_address = null, version = m.version + 1 from mission_leg l where l.uuid = m.leg_uuid and num_nonnulls(m.place_name, m.place_address) > 0 and hides_place(m.organisation_slug, m.host_name, m.place_name, l.country_code);
  end if;
  return null;
end $body$`;

/** Who goes is somebody of the team who stays in the leg, as which that row is about them, and leaves with their stay. */
const going = [`
create function stand_meeting_member() returns trigger language plpgsql ${DEFINER} as $body$ begin
  select s.expert_uuid, s.person_id into new.expert_uuid, new.person_id from mission_stay s join meeting m on m.leg_uuid = s.leg_uuid where m.uuid = new.meeting_uuid and s.member_uuid = new.member_uuid for share of s;
  if not found then raise exception 'who goes to a meeting stays in its leg' using errcode = 'check_violation', constraint = 'meeting_member_stays'; end if;
  return new;
end $body$`, `
create function leave_meetings() returns trigger language plpgsql ${DEFINER} as $body$ begin
  delete from meeting_member g using meeting m where m.uuid = g.meeting_uuid and m.leg_uuid = old.leg_uuid and g.member_uuid = old.member_uuid;
  return null;
end $body$`];

/** Of two meetings one is before the other in the same leg. */
const ordered = `
create function stand_precedence() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if not exists (select from meeting a join meeting b on b.leg_uuid = a.leg_uuid where a.uuid = new.before_uuid and b.uuid = new.after_uuid) then
    raise exception 'meetings in an order are of one leg' using errcode = 'check_violation', constraint = 'meeting_precedence_leg';
  end if;
  return new;
end $body$`;

/**
 * What is wrong with a meeting as it is: its field and the fault, null for nothing. What is refused takes place at no time, so that its time is compared with nothing. \`is_whole\`: also what depends on nothing but
 * itself, its order and the calendar; a holiday that is announced later keeps nobody from changing a leg. Of somebody of whom the post was not told it is told nothing: what it moves onto something else of theirs
 * stands, until the adviser changes it or the post is told of them.
 */
const faults = `
create function meeting_fault(the_meeting uuid, is_whole boolean) returns text language sql stable ${DEFINER} as $body$
  with recursive m as (
    select m.*, l.country_code, l.starts_on, l.ends_on, l.stage as leg_stage, m.day + m.starts as begins, m.day + m.starts + m.minutes * interval '1 minute' as ends, m.day is not null and m.status <> 'REFUSED' as is_fixed
    from meeting m join mission_leg l on l.uuid = m.leg_uuid where m.uuid = the_meeting
  ), goes as (
    select s.is_told, s.arrives_at, s.leaves_at, g.member_uuid, human_of(s.expert_uuid, s.person_id) as who from m join meeting_member g on g.meeting_uuid = m.uuid and not g.is_substitute join mission_stay s on s.leg_uuid = m.leg_uuid and s.member_uuid = g.member_uuid
    where m.is_fixed and (s.is_told or acting_person() is null or is_adviser())
  ), later(key) as (
    select p.after_uuid from meeting_precedence p where p.before_uuid = the_meeting union select p.after_uuid from later x join meeting_precedence p on p.before_uuid = x.key
  )
  select case
    when is_whole and m.status <> 'REFUSED' and exists (select from meeting_window w where w.meeting_uuid = m.uuid and (w.day < m.starts_on or w.day > m.ends_on)) then 'WINDOWS OUTSIDE'
    when m.is_fixed and (m.day < m.starts_on or m.day > m.ends_on) then 'DAY OUTSIDE'
    when exists (select from goes g where not (g.arrives_at <= m.begins and g.leaves_at >= m.ends)
      and (g.is_told or not exists (select from expert_engagement e where e.source = m.uuid and e.who = g.who and not e.meets_stays))) then 'PEOPLE AWAY'
    when m.leg_stage not in ('IDEA', 'GIVEN_UP') and exists (select from goes g join meeting_member h on h.member_uuid = g.member_uuid and h.meeting_uuid <> m.uuid and not h.is_substitute
      join meeting o on o.uuid = h.meeting_uuid and o.leg_uuid = m.leg_uuid and o.status <> 'REFUSED' and o.day + o.starts < m.ends and m.begins < o.day + o.starts + o.minutes * interval '1 minute'
      where g.is_told or not exists (select from expert_engagement e where e.source in (m.uuid, o.uuid) and e.who = g.who and not e.meets_stays)) then 'PEOPLE BUSY'
    when not is_whole then null
    when m.is_fixed and exists (select from meeting_window w where w.meeting_uuid = m.uuid)
      and not exists (select from meeting_window w where w.meeting_uuid = m.uuid and w.day = m.day and w.from_time <= m.starts and m.day + w.until_time >= m.ends) then 'STARTS OUTSIDE_WINDOWS'
    when m.is_fixed and m.override_reason is null and is_day_off(m.country_code, m.day) then 'DAY DAY_OFF'
    when m.is_only_adviser and exists (select from meeting_member g join mission_member t on t.uuid = g.member_uuid where g.meeting_uuid = m.uuid and t.role <> 'ADVISER') then 'PEOPLE ONLY_ADVISER'
    when exists (select from later x where x.key = m.uuid) then 'PRECEDES CIRCLE'
    when m.is_fixed and exists (select from meeting_precedence p join meeting o on o.uuid = p.after_uuid where p.before_uuid = m.uuid and o.day is not null and o.status <> 'REFUSED' and o.day + o.starts < m.ends + p.gap_minutes * interval '1 minute') then 'STARTS ORDER'
    when m.is_fixed and exists (select from meeting_precedence p join meeting o on o.uuid = p.before_uuid where p.after_uuid = m.uuid and o.day is not null and o.status <> 'REFUSED'
      and m.begins < o.day + o.starts + (o.minutes + p.gap_minutes) * interval '1 minute') then 'STARTS ORDER'
  end from m
$body$`;

const dayOff = `
create function is_day_off(the_country text, the_day date) returns boolean language sql stable
  return extract(isodow from the_day) > 5 or exists (select from holiday h where h.country_code = the_country and h.date = the_day)`;

/** The same, for whatever writes: asked at the end of the transaction, of whatever the change concerns. The leg is held meanwhile. */
const keeping = `
create function keep_meeting() returns trigger language plpgsql ${DEFINER} as $body$
declare
  row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
  -- What is only another version of itself, or has lost its place, is compared with nothing anew.
  is_whole constant boolean := tg_table_name not in ('mission_leg', 'mission_stay') and (tg_table_name <> 'meeting'
    or exists (select from unnest(array['day', 'starts', 'minutes', 'status', 'override_reason', 'is_only_adviser']) k where to_jsonb(old) ->> k is distinct from to_jsonb(new) ->> k));
  found text;
begin
  perform from mission_leg l where l.uuid = case tg_table_name when 'mission_leg' then (row_of ->> 'uuid')::uuid when 'mission_stay' then (row_of ->> 'leg_uuid')::uuid
    else (select m.leg_uuid from meeting m where m.uuid = coalesce(row_of ->> 'meeting_uuid', row_of ->> 'before_uuid', row_of ->> 'uuid')::uuid) end for no key update;
  select meeting_fault(m.uuid, is_whole) into found from meeting m where case tg_table_name when 'mission_leg' then m.leg_uuid = (row_of ->> 'uuid')::uuid when 'mission_stay' then m.leg_uuid = (row_of ->> 'leg_uuid')::uuid
    else m.uuid = coalesce(row_of ->> 'meeting_uuid', row_of ->> 'before_uuid', row_of ->> 'uuid')::uuid end and meeting_fault(m.uuid, is_whole) is not null limit 1;
  if found is not null then raise exception 'a meeting cannot be so: %', found using errcode = 'check_violation', constraint = 'meeting_' || lower(replace(found, ' ', '_')); end if;
  return null;
end $body$`;

/**
 * Who goes is engaged, firmly once the mission is planned, as long as the meeting has a time and is neither refused nor given up. A post moves a meeting without learning of what else engages those who go: what it
 * moves onto something else, or to when somebody of whom it was not told is not there, is stored as if it were not so, and does not meet it; the adviser sees it. Hours that stay are compared as they were.
 */
const engaging = [`
create function meeting_clashes(the_meeting uuid, somebody uuid, hours tstzmultirange) returns boolean language sql stable ${DEFINER}
  return exists (select from meeting m where m.uuid = the_meeting and (not exists (select from expert_engagement s where s.who = somebody and s.source = m.leg_uuid and s.held @> hours)
    or exists (select from expert_engagement o where o.who = somebody and o.source not in (m.uuid, m.leg_uuid) and o.is_firm and o.held && hours)))`, `
create function engage_meeting(the_meeting uuid) returns void language sql volatile ${DEFINER} as $body$
  with due as (
    select distinct on (who) g.expert_uuid, g.person_id, human_of(g.expert_uuid, g.person_id) as who, l.country_code as place, l.stage <> 'IDEA' as is_firm, h.held,
      acting_person() is null or is_adviser() or not meeting_clashes(m.uuid, human_of(g.expert_uuid, g.person_id), h.held) as meets_stays
    from meeting m join mission_leg l on l.uuid = m.leg_uuid join city c on c.code = l.city_code join meeting_member g on g.meeting_uuid = m.uuid and not g.is_substitute
      cross join lateral (select (m.day + m.starts) at time zone c.time_zone as begins) b cross join lateral (select tstzmultirange(tstzrange(b.begins, b.begins + m.minutes * interval '1 minute')) as held) h
    where m.uuid = the_meeting and m.day is not null and m.status <> 'REFUSED' and l.stage <> 'GIVEN_UP' order by who, g.expert_uuid
  ), gone as (
    delete from expert_engagement e where e.source = the_meeting and e.kind = 'MEETING' and not exists (select from due d where d.who = e.who)
  )
  insert into expert_engagement as e (source, who, expert_uuid, person_id, kind, place, held, is_firm, meets_stays) select the_meeting, d.who, d.expert_uuid, d.person_id, 'MEETING', d.place, d.held, d.is_firm, d.meets_stays from due d
  on conflict (source, who) do update set place = excluded.place, held = excluded.held, is_firm = excluded.is_firm, meets_stays = case when e.held = excluded.held then e.meets_stays else excluded.meets_stays end
    where (e.place, e.held, e.is_firm) is distinct from (excluded.place, excluded.held, excluded.is_firm)
$body$`, `
create function follow_meetings() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if tg_table_name = 'mission_leg' then perform engage_meeting(m.uuid) from meeting m where m.leg_uuid = new.uuid;
  else perform engage_meeting(k.key) from (select (to_jsonb(old) ->> tg_argv[0])::uuid as key union select (to_jsonb(new) ->> tg_argv[0])::uuid) k where k.key is not null;
  end if;
  return null;
end $body$`];

/**
 * A post prepares sessions and meetings, and learns of neither by the other: what it moves onto something else is stored, and does not meet it. Two trainings are compared whoever prepares them, and so are two meetings.
 */
const apart = [
  'alter table "expert_engagement" drop constraint "expert_engaged_once"',
  `alter table "expert_engagement" add constraint "expert_engaged_once" exclude using gist ("who" with =, "kind" with =, "held" with &&) where (is_firm and kind <> 'STAY' and (kind <> 'MEETING' or meets_stays)) deferrable initially deferred`,
  `alter table "expert_engagement" add constraint "expert_kinds_apart" exclude using gist ("who" with =, "kind" with <>, "held" with &&) where (is_firm and meets_stays and kind <> 'STAY') deferrable initially deferred`,
  amended('engage_trainers(uuid)', `o.kind = 'STAY' and o.is_firm and o.held && h.held and s.format <> 'ONLINE' and o.place <> s.country_code`, `o.is_firm and o.held && h.held and (o.kind in ('MEETING', 'TRAVEL') or o.kind = 'STAY' and s.format <> 'ONLINE' and o.place <> s.country_code)`),
  amended('is_engaged_twice(uuid)', `((o.kind = 'STAY') = (e.kind = 'STAY') or e.meets_stays`, `((o.kind = e.kind) or (o.kind = 'STAY') = (e.kind = 'STAY') and e.meets_stays and o.meets_stays or e.meets_stays`),
  amended('meet_again()', `(t.kind = 'TRAINING'`, `(t.kind = 'MEETING' and not meeting_clashes(t.source, t.who, t.held) or t.kind = 'TRAINING'`),
  // A meeting holds whoever changes the leg, the stays or the team of it to where and when it is.
  amended('team_fault(uuid)', `  if exists (select from mission m where m.uuid = the_mission and m.stage = 'AGREED'`, `  if exists (select from mission_leg l join meeting m on m.leg_uuid = l.uuid where l.mission_uuid = the_mission and meeting_fault(m.uuid, false) is not null) then return 'MEETINGS'; end if;
  if exists (select from mission m where m.uuid = the_mission and m.stage = 'AGREED'`),
];

/** Whoever writes a meeting holds its host before the mission, and those who stay in the leg after it, in the order in which all hold them. Nothing is held for who may not, nor told. */
const holding = [`
create function fault_of_meeting(the_leg uuid, the_meeting uuid) returns text language sql stable ${DEFINER}
  return case when (${MINE}) and exists (select from meeting m where m.uuid = the_meeting and m.leg_uuid = the_leg) then meeting_fault(the_meeting, true) end`, `
create function hold_host(the_leg uuid, the_organisation text, the_host text, the_place text) returns void language plpgsql volatile ${DEFINER} as $body$ begin
  if ${MINE} then ${NAMED('the_organisation', 'the_host', 'the_place', '(select l.country_code from mission_leg l where l.uuid = the_leg)')}; end if;
end $body$`, `
create function hold_those_staying(the_leg uuid) returns void language plpgsql volatile ${DEFINER} as $body$ begin
  if ${MINE} then perform pg_advisory_xact_lock(7266026, hashtext(x.who::text)) from (select human_of(s.expert_uuid, s.person_id) as who from mission_stay s where s.leg_uuid = the_leg order by 1) x; end if;
end $body$`];

/** A change of a meeting is a change of its mission, whoever makes it. */
const raising = `
create function raise_mission_of_meeting() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update mission set version = version + 1 where uuid = (select l.mission_uuid from mission_leg l where l.uuid = coalesce(new.leg_uuid, old.leg_uuid));
  return null;
end $body$`;

/** When it is to be and where it stands, with before and after; of all else that it was changed. No place, which may have to be forgotten, and nobody. */
const trail = `
create function record_meeting() returns trigger language plpgsql ${DEFINER} as $body$
declare
  the_mission constant uuid := (select l.mission_uuid from mission_leg l where l.uuid = coalesce(new.leg_uuid, old.leg_uuid));
  before constant text := to_char(old.day + old.starts, 'YYYY-MM-DD HH24:MI');
  after constant text := to_char(new.day + new.starts, 'YYYY-MM-DD HH24:MI');
begin
  -- Of what goes with its leg nothing is told.
  if the_mission is null then return null; end if;
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select p.id, 'CHANGED', 'MISSION_LEG', the_mission, t.part, t.before, t.after
    from person p, (values ('meeting_added', tg_op = 'INSERT', null, null), ('meeting_removed', tg_op = 'DELETE', null, null), ('meeting_status', tg_op = 'UPDATE' and old.status <> new.status, old.status, new.status),
      ('meeting_time', tg_op = 'UPDATE' and before is distinct from after, before, after),
      ('meeting_changed', tg_op = 'UPDATE' and (old.status, before) is not distinct from (new.status, after), null, null)) t(part, is_so, before, after) where p.id = acting_person() and t.is_so;
  return null;
end $body$`;

const keeps = (table: string, on: string): string => `create constraint trigger "${table}_keeps_meeting" after ${on} on "${table}" deferrable initially deferred for each row execute function keep_meeting()`;

export const meetingFunctions: readonly string[] = [
  ...protects, standing, kept, protecting, ...going, ordered, dayOff, faults, keeping, ...engaging, ...apart, ...holding, raising, trail,
  'revoke execute on function engage_meeting(uuid), meeting_fault(uuid, boolean), meeting_clashes(uuid, uuid, tstzmultirange) from public',
  'create trigger "meeting_decided_kept" before insert or update on "meeting" for each row execute function keep_decided_of_meeting()',
  'create trigger "meeting_stands" before insert or update on "meeting" for each row execute function stand_meeting()',
  'create trigger "organisation_hides_places" after insert or update of "is_protected", "kind", "acronym", "country_code" on "organisation" for each row when (new.is_protected) execute function hide_meeting_places()',
  'create trigger "organisation_translation_hides_places" after insert or update of "name" on "organisation_translation" for each row execute function hide_meeting_places()',
  'create trigger "meeting_member_stands" before insert or update on "meeting_member" for each row execute function stand_meeting_member()',
  'create trigger "mission_stay_leaves_meetings" after delete on "mission_stay" for each row execute function leave_meetings()',
  'create trigger "meeting_precedence_stands" before insert or update on "meeting_precedence" for each row execute function stand_precedence()',
  keeps('meeting', 'insert or update'), keeps('meeting_window', 'insert or update or delete'), keeps('meeting_member', 'insert or update'), keeps('meeting_precedence', 'insert or update'),
  keeps('mission_stay', 'update'), keeps('mission_leg', 'update of "starts_on", "ends_on"'),
  `create trigger "meeting_engages" after insert or delete or update of "day", "starts", "minutes", "status" on "meeting" for each row execute function follow_meetings('uuid')`,
  `create trigger "meeting_member_engages" after insert or delete or update on "meeting_member" for each row execute function follow_meetings('meeting_uuid')`,
  `create trigger "mission_leg_engages_meetings" after update of "country_code", "city_code", "stage" on "mission_leg" for each row when ((old.country_code, old.city_code, old.stage) is distinct from (new.country_code, new.city_code, new.stage)) execute function follow_meetings()`,
  'create trigger "meeting_raises" after insert or update or delete on "meeting" for each row execute function raise_mission_of_meeting()',
  'create trigger "meeting_recorded" after insert or update or delete on "meeting" for each row when (acting_person() is not null) execute function record_meeting()',
];
