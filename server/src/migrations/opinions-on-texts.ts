/** What ties an opinion to the text that it was given about, and keeps deadlines before legs. Part of the migration that mends consultations. */
import { amended } from './amending.ts';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whether what a service said, or did not say, was about an earlier text of the leg. An objection stands until it is taken back. */
const OUTDATED = `o.answer is distinct from 'OBJECTED' and coalesce(o.source_version, c.asked_version) < c.source_version`;

const states = [`
create function opinion_state(the_answer text, has_remark boolean, is_outdated boolean, is_void boolean, due_at timestamptz, closed_at timestamptz, silence_agrees boolean) returns text language sql stable parallel safe
  return case when the_answer = 'OBJECTED' then 'OBJECTED' when the_answer is not null and is_outdated then 'OUTDATED' when has_remark then 'AGREED_WITH_REMARK' when the_answer is not null then the_answer when is_void then 'VOID'
    when coalesce(closed_at, now()) < due_at then 'ASKED' when silence_agrees and is_outdated then 'OUTDATED' when silence_agrees then 'SILENT' else 'OVERDUE' end`, `
create or replace function consultation_state(the_consultation uuid) returns text language sql stable
  return (select case when count(*) = 0 then null when bool_or(c.is_void) then 'VOID' when 'OBJECTED' = any(array_agg(s.state)) then 'OBJECTED' when 'ASKED' = any(array_agg(s.state)) then 'ASKED' when 'OUTDATED' = any(array_agg(s.state)) then 'OUTDATED'
      when 'OVERDUE' = any(array_agg(s.state)) then 'OVERDUE' when 'SILENT' = all(array_agg(s.state)) then 'SILENT' when 'AGREED_WITH_REMARK' = any(array_agg(s.state)) then 'AGREED_WITH_REMARK' else 'AGREED' end
    from consultation c join opinion o on o.consultation_uuid = c.uuid
      cross join lateral opinion_state(o.answer, o.remark is not null, ${OUTDATED}, c.is_void, c.due_at, c.closed_at, o.silence_agrees) s(state) where c.uuid = the_consultation)`,
'drop function opinion_state(text, boolean, boolean, timestamptz, timestamptz, boolean)'];

/** A consultation knows which text of the leg it is about; that of a leg that is agreed, or of which nothing comes, stands still. Its post answers before the leg begins. */
const texts = [`
create or replace function keep_latest_consultation() returns trigger language plpgsql ${DEFINER} as $body$
declare
  l mission_leg;
begin
  select * into l from mission_leg where uuid = new.leg_uuid;
  if new.due_on >= l.starts_on then raise exception 'a post answers before its leg begins' using errcode = 'check_violation', constraint = 'consultation_before_leg'; end if;
  new.source_version := l.source_version;
  new.asked_version := l.source_version;
  new.is_latest := true;
  new.round := 1 + (select count(*) from consultation where leg_uuid = new.leg_uuid);
  update consultation set is_latest = false, closed_at = coalesce(closed_at, now()) where leg_uuid = new.leg_uuid and is_latest;
  return new;
end $body$`, `
create function follow_leg_text() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update consultation set source_version = new.source_version where leg_uuid = new.uuid and is_latest and not is_void and source_version <> new.source_version;
  return null;
end $body$`, `
create trigger "mission_leg_says_anew" after update on "mission_leg" for each row
  when (new.stage in ('PLANNED', 'CONSULTED') and (old.source_version, old.stage) is distinct from (new.source_version, new.stage)) execute function follow_leg_text()`];

/** An opinion begins as what its service agreed to before, where that was the same text of the same leg, else as nothing, whatever somebody’s statement says: nobody is asked twice. What nobody brings in stays as it is brought. */
const standing = `
create or replace function stand_opinion() returns trigger language plpgsql ${DEFINER} as $body$
declare
  c consultation;
  said opinion;
begin
  select * into c from consultation where uuid = new.consultation_uuid;
  select c.silence_agrees and exists (select from member m where m.role = new.service and m.country_code = c.country_code and is_invented(m.person_id) = l.is_demonstration and is_serving(m.person_id, c.country_code, new.service)) into new.silence_agrees
    from mission_leg l where l.uuid = c.leg_uuid;
  if acting_person() is null and new.answer is not null then
    new.source_version := coalesce(new.source_version, c.source_version);
    return new;
  end if;
  select o.* into said from consultation p join opinion o on o.consultation_uuid = p.uuid and o.service = new.service
    where p.leg_uuid = c.leg_uuid and p.round = c.round - 1 and not p.is_void and o.answer = 'AGREED' and o.source_version = c.source_version;
  new.answer := said.answer;
  new.remark := said.remark;
  new.reason := said.reason;
  new.locale := said.locale;
  new.answered_at := said.answered_at;
  new.answered_by_id := said.answered_by_id;
  new.source_version := said.source_version;
  return new;
end $body$`;

const GIVE = 'give_opinion(uuid, text, integer, integer, text, text, text, text)';

/** What is given is about the text that was read; about a leg that is over nothing is. What a service has said itself about an earlier text can be noted anew. */
const giving = [
  amended(GIVE, 'is not distinct from (the_remark, the_reason) then', `is not distinct from (the_remark, the_reason) and (the_answer = 'OBJECTED' or o.source_version = l.source_version) then`),
  amended(GIVE, 'if c.closed_at is not null or', 'if c.closed_at is not null or is_leg_over(l.uuid) or'),
  amended(GIVE, 'o.answer is not null and o.reason is null then', `o.answer is not null and o.reason is null and (o.answer = 'OBJECTED' or o.source_version = l.source_version) then`),
  amended(GIVE, 'answered_at = now(),', 'source_version = l.source_version, answered_at = now(),'),
];

/** What is missing: an answer, one about the text as it is, or the silence that stands for it. */
const MISSING = `(o.answer is null and not (o.silence_agrees and c.due_at <= coalesce(c.closed_at, now())) or (${OUTDATED}))`;

const again = [`
create or replace function reopen_consultation(the_leg uuid, the_days int, does_silence_agree boolean) returns boolean language plpgsql volatile ${DEFINER} as $body$ begin
  if not is_adviser() or not exists (select from mission_leg l where l.uuid = the_leg and l.stage = 'CONSULTED' and (l.is_demonstration or not acts_invented())) then return false; end if;
  update consultation c set closed_at = null where c.uuid = (select uuid from consultation where leg_uuid = the_leg and is_latest) and is_consultation_kept(c, the_days, does_silence_agree);
  return found;
end $body$`, `
create function is_consultation_kept(c consultation, the_days int, does_silence_agree boolean) returns boolean language sql stable
  return not c.is_void and not exists (select from opinion o where o.consultation_uuid = c.uuid and ${OUTDATED})
    and (not exists (select from opinion o where o.consultation_uuid = c.uuid and (o.answer = 'OBJECTED' or ${MISSING})) or (now() < c.due_at - interval '2 days' and (c.rule_days, c.silence_agrees) = (the_days, does_silence_agree)))`, `
create or replace function are_terms(the_mission uuid, the_days int, does_silence_agree boolean) returns boolean language sql stable ${DEFINER}
  return (select is_adviser()) and not exists (select from consultation c join mission_leg l on l.uuid = c.leg_uuid where l.mission_uuid = the_mission and c.is_latest and c.closed_at is null and (c.rule_days, c.silence_agrees) <> (the_days, does_silence_agree)
    and exists (select from opinion o where o.consultation_uuid = c.uuid and ${MISSING}))`];

/** Legs of a mission that would begin before their posts have had their days: what a consultation that is opened now would be refused for. */
const early = `
create function legs_too_soon(the_mission uuid, the_days int, does_silence_agree boolean) returns setof uuid language sql stable ${DEFINER}
begin atomic
  select l.uuid from mission_leg l join city y on y.code = l.city_code left join consultation c on c.leg_uuid = l.uuid and c.is_latest
    where l.mission_uuid = the_mission and (select is_adviser()) and (l.is_demonstration or not (select acts_invented())) and not is_leg_over(l.uuid)
      and working_days_after(l.country_code, (now() at time zone y.time_zone)::date, the_days) >= l.starts_on and (c.uuid is null or not is_consultation_kept(c, the_days, does_silence_agree)) order by l.position;
end`;

const silence = amended('note_silence()', 'and not c.is_void and', 'and not c.is_void and c.asked_version = c.source_version and c.due_on <= (select l.ends_on from mission_leg l where l.uuid = c.leg_uuid) and');

/** Only who owes an answer is written to; about a leg that is over nobody is. */
const letters = [`
create or replace function leg_letter(the_leg uuid) returns jsonb language sql stable ${DEFINER}
  return (select jsonb_build_object('key', l.uuid, 'startsOn', l.starts_on, 'endsOn', l.ends_on, 'sourceLocale', l.source_locale, 'sourceVersion', l.source_version, 'texts', leg_words(l.uuid),
      'city', (select jsonb_object_agg(t.locale, t.name) from city_translation t where t.city_code = l.city_code),
      'dueOn', c.due_on, 'silenceAgrees', c.silence_agrees,
      'readers', (select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'locale', coalesce(p.locale, 'fr'), 'owes', p.owes) order by p.email collate "C"), '[]') from (
        select p.email, p.locale, bool_or(o.answer is null or (${OUTDATED})) as owes from person p join member m on m.person_id = p.id and m.role in ('SCAC', 'SSI') and m.country_code = l.country_code
          left join opinion o on o.consultation_uuid = c.uuid and o.service = m.role
        where is_invented(p.id) = l.is_demonstration and is_serving(p.id, l.country_code, m.role) group by p.id) p))
    from mission_leg l left join consultation c on c.leg_uuid = l.uuid and c.is_latest where l.uuid = the_leg and l.is_shown and (((select is_adviser()) and (l.is_demonstration or not acts_invented())) or acts_for('consultations')))`,
'drop function take_reminder()', `
create function take_reminder(passed uuid[]) returns uuid language sql volatile ${DEFINER}
begin atomic
  update consultation set reminded_at = now() where uuid = (select c.uuid from consultation c join mission_leg l on l.uuid = c.leg_uuid join city y on y.code = l.city_code
    where acts_for('consultations') and c.is_latest and c.closed_at is null and c.reminded_at is null and now() < c.due_at and l.uuid <> all(passed) and not is_leg_over(l.uuid)
      and now() >= (working_day_before(c.country_code, c.due_on) + time '08:00') at time zone y.time_zone
      and exists (select from opinion o where o.consultation_uuid = c.uuid and (o.answer is null or (${OUTDATED})))
    order by c.uuid limit 1 for update of c skip locked)
    returning leg_uuid;
end`];

/** Whoever is erased leaves an answer and no words: that it was noted for a service stays, with an empty reason. */
const erasing = [`
create function empty_opinion() returns trigger language plpgsql ${DEFINER} as $body$ begin
  new.remark := null;
  new.reason := case when old.reason is not null then '' end;
  new.locale := case when old.reason is not null then old.locale end;
  return new;
end $body$`,
'create trigger "opinion_emptied" before update of "answered_by_id" on "opinion" for each row when (old.answered_by_id is not null and new.answered_by_id is null) execute function empty_opinion()'];

export const opinionMends: readonly string[] = [...states, ...texts, standing, ...giving, again[1]!, again[0]!, again[2]!, early, silence, ...letters, ...erasing];
