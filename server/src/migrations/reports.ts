/** What the database holds the reports of missions to, and how experts were found there. Part of the migrations that add them. */

/** A mission is over once its last day is, on the clocks of all cities that it leads to. */
const over = `
create function is_mission_over(the_mission uuid) returns boolean language sql stable
  return (select not exists (select from mission_leg l join city c on c.code = l.city_code where l.mission_uuid = m.uuid and (now() at time zone c.time_zone)::date <= m.ends_on) from mission m where m.uuid = the_mission)`;

/** A mission that is reported on is over, has its report, of which the summary is needed, and says of each objective what came of it, whatever statement does it: asked at the end of the transaction. */
const reported = `
create function keep_report() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
  the_mission constant uuid := coalesce((row_of ->> 'mission_uuid')::uuid, (select o.mission_uuid from mission_objective o where o.uuid = (row_of ->> 'objective_uuid')::uuid), (row_of ->> 'uuid')::uuid);
begin
  if exists (select from mission m where m.uuid = the_mission and m.stage in ('REPORTED', 'CLOSED') and (not is_mission_over(m.uuid)
      or not exists (select from mission_report r where r.mission_uuid = m.uuid)
      or exists (select from mission_objective o where o.mission_uuid = m.uuid and not exists (select from objective_result x where x.objective_uuid = o.uuid)))) then
    raise exception 'a mission that is reported on has its report' using errcode = 'check_violation', constraint = 'mission_is_reported';
  end if;
  return null;
end $body$`;

const holds = (table: string, event: string): string => `create constraint trigger "${table}_reported" after ${event} on "${table}" deferrable initially deferred for each row execute function keep_report()`;

/** What was found was found on a day of the mission, in a leg of it. */
const found = `
create function stand_finding() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if not exists (select from mission m where m.uuid = new.mission_uuid and new.found_on between m.starts_on and m.ends_on) then
    raise exception 'a finding is of a day of its mission' using errcode = 'check_violation', constraint = 'finding_within';
  end if;
  if new.leg_uuid is not null and not exists (select from mission_leg l where l.uuid = new.leg_uuid and l.mission_uuid = new.mission_uuid) then
    raise exception 'a finding is of a leg of its mission' using errcode = 'check_violation', constraint = 'finding_leg';
  end if;
  return new;
end $body$`;

/** Once what came of a mission that is over is being written it was where and when it was: neither its days nor those of its legs change, and it is neither planned anew nor given up. */
const settled = `
create function settle_days() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  the_mission constant uuid := (to_jsonb(old) ->> case tg_table_name when 'mission' then 'uuid' else 'mission_uuid' end)::uuid;
begin
  if exists (select from mission_report r where r.mission_uuid = the_mission) and is_mission_over(the_mission) and ((old.starts_on, old.ends_on) is distinct from (new.starts_on, new.ends_on) or (old.stage = 'AGREED' and new.stage in ('PLANNED', 'GIVEN_UP'))) then
    raise exception 'what came of this mission is being written: it stays where it was' using errcode = 'check_violation', constraint = 'mission_days_settled';
  end if;
  return new;
end $body$`;

/** The report of a mission that is closed is said in other languages, and nothing else of it changes but what goes with something else. */
const closed = `
create function keep_closed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  row_of constant jsonb := coalesce(to_jsonb(old), to_jsonb(new));
  source text;
  the_mission uuid;
begin
  select coalesce(o.mission_uuid, f.mission_uuid, (row_of ->> 'mission_uuid')::uuid), coalesce(v.source_locale, f.source_locale, r.source_locale) into the_mission, source from (select) nothing
    left join mission_objective o on o.uuid = (row_of ->> 'objective_uuid')::uuid left join objective_result v on v.objective_uuid = o.uuid
    left join finding f on f.uuid = coalesce(row_of ->> 'finding_uuid', row_of ->> 'uuid')::uuid
    left join mission_report r on r.mission_uuid = (row_of ->> 'mission_uuid')::uuid;
  if exists (select from mission m where m.uuid = the_mission and m.stage = 'CLOSED') and not (tg_table_name ~ '_translation$' and row_of ->> 'locale' <> source) then
    raise exception 'the report of a mission that is closed stays as it is' using errcode = 'check_violation', constraint = 'mission_is_closed';
  end if;
  return coalesce(new, old);
end $body$`;

const closes = (table: string): string => `create trigger "${table}_closed" before insert or update or delete on "${table}" for each row when (pg_trigger_depth() = 0) execute function keep_closed()`;

const ENTRY = `insert into audit_entry (by_id, action, subject, object, part, before, after) select (select id from person where id = acting_person()), 'CHANGED', 'MISSION'`;

/** That what is said in a report, of an objective and in a finding has changed, by its language, or was taken away; and nothing of what it says: the trail stays longer than it. Of an objective what came of it. */
const trail = [`
create function record_report_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  ${ENTRY}, new.mission_uuid, t.part || '.' || new.locale, null, null
    from (values ('report_summary', old.summary, new.summary), ('report_evaluation', old.evaluation, new.evaluation)) t(part, before, after) where t.before is distinct from t.after;
  return null;
end $body$`, `
create function record_result() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  ${ENTRY}, o.mission_uuid, 'result', old.outcome, new.outcome from mission_objective o where o.uuid = new.objective_uuid and old.outcome is distinct from new.outcome;
  return null;
end $body$`, `
create function record_result_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
begin
  ${ENTRY}, o.mission_uuid, 'result.' || (row_of ->> 'locale'), null, null
    from mission_objective o where o.uuid = (row_of ->> 'objective_uuid')::uuid and (to_jsonb(old) ->> 'text') is distinct from (to_jsonb(new) ->> 'text');
  return null;
end $body$`, `
create function record_finding_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
begin
  ${ENTRY}, f.mission_uuid, 'finding.' || (row_of ->> 'locale'), null, null
    from finding f where f.uuid = (row_of ->> 'finding_uuid')::uuid and (to_jsonb(old) ->> 'text') is distinct from (to_jsonb(new) ->> 'text');
  return null;
end $body$`, `
create function record_finding_removed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  ${ENTRY}, old.mission_uuid, 'finding.' || t.locale, null, null from finding_translation t where t.finding_uuid = old.uuid and t.locale = old.source_locale;
  return old;
end $body$`];

const told = (table: string, event: string, by: string, when = 'after'): string => `create trigger "${table}_${when === 'after' ? 'recorded' : 'removed'}" ${when} ${event} on "${table}" for each row when (acting_person() is not null) execute function ${by}()`;

export const reportFunctions: readonly string[] = [
  over, reported, holds('mission', 'update of "stage"'), holds('mission_report', 'delete'), holds('objective_result', 'delete'), holds('mission_objective', 'insert'),
  found, 'create trigger "finding_stands" before insert or update on "finding" for each row execute function stand_finding()',
  settled, ...['mission', 'mission_leg'].map((table) => `create trigger "${table}_settled" before update of "stage", "starts_on", "ends_on" on "${table}" for each row execute function settle_days()`),
  closed, ...['mission_report', 'mission_report_translation', 'objective_result', 'objective_result_translation', 'finding', 'finding_translation', 'finding_recommendation'].map(closes),
  ...trail, told('mission_report_translation', 'insert or update', 'record_report_texts'), told('objective_result', 'insert or update', 'record_result'), told('objective_result_translation', 'insert or update or delete', 'record_result_texts'),
  told('finding_translation', 'insert or update or delete', 'record_finding_texts'), told('finding', 'delete', 'record_finding_removed', 'before'),
];

/** Of somebody who stayed in a leg of a mission that is reported on. */
const appraised = `
create function stand_appraisal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if not exists (select from mission m where m.uuid = new.mission_uuid and m.stage in ('REPORTED', 'CLOSED'))
      or not exists (select from mission_member b join mission_stay s on s.member_uuid = b.uuid where b.mission_uuid = new.mission_uuid and b.expert_uuid = new.expert_uuid) then
    raise exception 'who is appraised was on a mission that is reported on' using errcode = 'check_violation', constraint = 'appraisal_of_stay';
  end if;
  return new;
end $body$`;

/** That somebody was appraised, and neither who nor how. */
const appraisalTold = `
create function record_appraisal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  ${ENTRY}, (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'mission_uuid')::uuid, case tg_op when 'DELETE' then 'appraisal_removed' else 'appraised' end, null, null;
  return null;
end $body$`;

export const appraisalFunctions: readonly string[] = [
  appraised, 'create trigger "appraisal_stands" before insert or update of "mission_uuid", "expert_uuid" on "appraisal" for each row execute function stand_appraisal()',
  appraisalTold, told('appraisal', 'insert or update or delete', 'record_appraisal'),
];
