/** What stands behind consultations: until when posts answer, what an opinion is at a moment, who gives one, and what ends it. Part of the migration that adds them. */

/** A day on which services work: no weekend, no public holiday of the country that is known here. */
const WORKING = (day: string): string => `extract(isodow from ${day}) < 6 and not exists (select from holiday h where h.country_code = the_country and h.date = ${day}::date)`;

/** The working day of a country that is so many after a day, and the last one before a day. */
const days = [`
create function working_days_after(the_country text, the_day date, how_many int) returns date language sql stable
  return (select d::date from generate_series(the_day + 1, the_day + 2 * how_many + 60, interval '1 day') d where ${WORKING('d')} order by d limit 1 offset how_many - 1)`, `
create function working_day_before(the_country text, the_day date) returns date language sql stable
  return (select d::date from generate_series(the_day - 40, the_day - 1, interval '1 day') d where ${WORKING('d')} order by d desc limit 1)`];

/** What an opinion is, by what was answered, the clock and what silence means. The clock stands still where a consultation is closed. */
const states = [`
create function opinion_state(the_answer text, has_remark boolean, is_void boolean, due_at timestamptz, closed_at timestamptz, silence_agrees boolean) returns text language sql stable parallel safe
  return case when the_answer = 'AGREED' and has_remark then 'AGREED_WITH_REMARK' when the_answer is not null then the_answer when is_void then 'VOID'
    when coalesce(closed_at, now()) < due_at then 'ASKED' when silence_agrees then 'SILENT' else 'OVERDUE' end`, `
create function consultation_state(the_consultation uuid) returns text language sql stable
  return (select case when count(*) = 0 then null when bool_or(c.is_void) then 'VOID' when 'OBJECTED' = any(array_agg(s.state)) then 'OBJECTED' when 'ASKED' = any(array_agg(s.state)) then 'ASKED' when 'OVERDUE' = any(array_agg(s.state)) then 'OVERDUE'
      when 'SILENT' = all(array_agg(s.state)) then 'SILENT' when 'AGREED_WITH_REMARK' = any(array_agg(s.state)) then 'AGREED_WITH_REMARK' else 'AGREED' end
    from consultation c join opinion o on o.consultation_uuid = c.uuid cross join lateral opinion_state(o.answer, o.remark is not null, c.is_void, c.due_at, c.closed_at, o.silence_agrees) s(state) where c.uuid = the_consultation)`];

/** Whether somebody acts for this service in this country today. */
const serving = `
create function is_serving(who uuid, the_country text, the_service text) returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (select from member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')
    where a.person_id = who and a.role = the_service and the_service in ('SCAC', 'SSI') and a.country_code = the_country)`;

/** The silence of a service for which nobody could read what is asked agrees to nothing, whatever is chosen for the others. */
const unserved = [`
create function stand_opinion() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  select c.silence_agrees and exists (select from member m where m.role = new.service and m.country_code = c.country_code and is_invented(m.person_id) = l.is_demonstration and is_serving(m.person_id, c.country_code, new.service)) into new.silence_agrees
    from consultation c join mission_leg l on l.uuid = c.leg_uuid where c.uuid = new.consultation_uuid;
  return new;
end $body$`, 'create trigger "opinion_stands" before insert on "opinion" for each row execute function stand_opinion()'];

/** A leg whose last day is over on the clock of its city: nobody is asked about it any more. */
const over = `
create function is_leg_over(the_leg uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  return (select (now() at time zone y.time_zone)::date > l.ends_on from mission_leg l join city y on y.code = l.city_code where l.uuid = the_leg)`;

/**
 * Gives an opinion: a service that of its own post, until the deadline; the adviser one that reached them otherwise, with the reason, as long as the mission waits for it and the service has not answered itself.
 * The mission is held, then the consultation, as by every step: nobody agrees the mission or plans it anew meanwhile, and of two answers at once the second finds another version. An answer raises the version of the mission, so that nobody agrees to it who has read another one;
 * and who answers says which text of the leg they have read. Nothing is held for who may not. What is so already is DONE.
 */
const giving = `
create function give_opinion(the_consultation uuid, the_service text, the_version int, the_purpose_version int, the_answer text, the_remark text, the_reason text, the_locale text) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $body$
declare
  c consultation;
  l mission_leg;
  o opinion;
  is_own boolean;
begin
  select * into c from consultation x where x.uuid = the_consultation;
  select * into l from mission_leg x where x.uuid = c.leg_uuid;
  if l.uuid is null or (acts_invented() and not l.is_demonstration) then return 'GONE'; end if;
  if not is_adviser() and not (c.is_latest and l.is_shown and is_post_of(acting_person(), c.country_code)) then return 'GONE'; end if;
  is_own := is_serving(acting_person(), c.country_code, the_service);
  if (the_reason is null and not is_own) or (the_reason is not null and not is_adviser()) then return 'NOT_ALLOWED'; end if;
  perform from mission x where x.uuid = l.mission_uuid for update;
  select * into c from consultation x where x.uuid = the_consultation for update;
  select * into l from mission_leg x where x.uuid = c.leg_uuid;
  if l.uuid is null or not (c.is_latest or is_adviser()) then return 'GONE'; end if;
  select * into o from opinion x where x.consultation_uuid = c.uuid and x.service = the_service for update;
  if o.answer = the_answer and (o.remark, o.reason) is not distinct from (the_remark, the_reason) then return 'DONE'; end if;
  if c.closed_at is not null or (the_reason is null and now() >= c.due_at) then return 'TOO_LATE'; end if;
  -- What a service has said itself is not written over.
  if the_reason is not null and o.answer is not null and o.reason is null then return 'NOT_ALLOWED'; end if;
  if o.version <> the_version or l.source_version <> the_purpose_version then return 'CONFLICT'; end if;
  update opinion x set answer = the_answer, remark = the_remark, reason = the_reason, locale = case when coalesce(the_remark, the_reason) is not null then the_locale end,
    answered_at = now(), answered_by_id = (select id from person where id = acting_person()), version = x.version + 1 where x.consultation_uuid = c.uuid and x.service = the_service;
  update mission x set version = x.version + 1 where x.uuid = l.mission_uuid;
  return 'DONE';
end $body$`;

/** What has come of consulting about a leg: UNASKED where nobody was, OVER where nobody is any more. */
const agreeing = [`
create function leg_opinion(the_leg uuid) returns text language sql stable security definer set search_path = public, pg_temp
  return case when is_leg_over(the_leg) then 'OVER' else coalesce((select consultation_state(c.uuid) from consultation c where c.leg_uuid = the_leg and c.is_latest), 'UNASKED') end`,
'revoke execute on function leg_opinion(uuid) from public',
/** That of each leg of a mission, in their order. The consultations are held, so that nobody answers otherwise meanwhile; who holds several has the mission. */
`
create function hold_opinions(the_mission uuid) returns table (leg uuid, state text) language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
  if not is_adviser() or not exists (select from mission m where m.uuid = the_mission and (m.is_demonstration or not acts_invented())) then return; end if;
  perform from consultation c join mission_leg l on l.uuid = c.leg_uuid where l.mission_uuid = the_mission and c.is_latest order by c.uuid for update of c;
  return query select l.uuid, leg_opinion(l.uuid) from mission_leg l where l.mission_uuid = the_mission order by l.position;
end $body$`,
/** A mission is agreed where every post agrees, whatever statement does it: asked at the end of the transaction. */
`
create function keep_opinions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if exists (select from mission m join mission_leg l on l.mission_uuid = m.uuid where m.uuid = new.uuid and m.stage = 'AGREED' and leg_opinion(l.uuid) not in ('AGREED', 'AGREED_WITH_REMARK', 'SILENT', 'OVER')) then
    raise exception 'a mission is agreed where every post agrees' using errcode = 'check_violation', constraint = 'mission_posts_agree';
  end if;
  return null;
end $body$`,
`create constraint trigger "mission_posts_agree" after update of "stage" on "mission" deferrable initially deferred for each row when (old.stage = 'CONSULTED' and new.stage = 'AGREED') execute function keep_opinions()`];

/** Of a leg one consultation counts, the last one. */
const latest = [`
create function keep_latest_consultation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  new.is_latest := true;
  new.round := 1 + (select count(*) from consultation where leg_uuid = new.leg_uuid);
  update consultation set is_latest = false, closed_at = coalesce(closed_at, now()) where leg_uuid = new.leg_uuid and is_latest;
  return new;
end $body$`, 'create trigger "consultation_counts" before insert on "consultation" for each row execute function keep_latest_consultation()'];

/**
 * A consultation is closed once its leg is not what posts are consulted about any more; it is void where nothing comes of the leg, or where the leg is elsewhere or on other days than was asked. Planned anew and left as it
 * is, a leg keeps what was said of it: its post does not learn that something moved elsewhere, and is not asked twice. Where somebody objects, or is left less than two days to answer, it is asked anew: what was said against a
 * leg can be said otherwise, and nobody is silent who had no time.
 */
const closing = [`
create function close_consultation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  update consultation set closed_at = coalesce(closed_at, now()), is_void = is_void or new.stage = 'GIVEN_UP' or (old.country_code, old.city_code, old.starts_on, old.ends_on) <> (new.country_code, new.city_code, new.starts_on, new.ends_on)
    where leg_uuid = new.uuid and is_latest;
  return null;
end $body$`, `
create trigger "mission_leg_closes_consultation" after update on "mission_leg" for each row
  when ((old.stage in ('CONSULTED', 'AGREED') and new.stage <> old.stage) or (new.stage = 'GIVEN_UP' and old.stage <> new.stage) or (old.country_code, old.city_code, old.starts_on, old.ends_on) <> (new.country_code, new.city_code, new.starts_on, new.ends_on)) execute function close_consultation()`, `
create function reopen_consultation(the_leg uuid, the_days int, does_silence_agree boolean) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
  if not is_adviser() or not exists (select from mission_leg l where l.uuid = the_leg and l.stage = 'CONSULTED' and (l.is_demonstration or not acts_invented())) then return false; end if;
  update consultation c set closed_at = null where c.leg_uuid = the_leg and c.is_latest and not c.is_void and (not exists (select from opinion o where o.consultation_uuid = c.uuid and (o.answer = 'OBJECTED' or (o.answer is null and not (o.silence_agrees and c.due_at <= c.closed_at))))
    or (now() < c.due_at - interval '2 days' and (c.rule_days, c.silence_agrees) = (the_days, does_silence_agree)));
  return found;
end $body$`, `
create function are_terms(the_mission uuid, the_days int, does_silence_agree boolean) returns boolean language sql stable security definer set search_path = public, pg_temp
  return (select is_adviser()) and not exists (select from consultation c join mission_leg l on l.uuid = c.leg_uuid where l.mission_uuid = the_mission and c.is_latest and c.closed_at is null and (c.rule_days, c.silence_agrees) <> (the_days, does_silence_agree)
    and exists (select from opinion o where o.consultation_uuid = c.uuid and o.answer is null and not (o.silence_agrees and c.due_at <= now())))`];

/** Notes that silence has taken effect: what the clock says already, for the trail. How many opinions. */
const silence = `
create function note_silence() returns int language plpgsql volatile security definer set search_path = public, pg_temp as $body$
declare
  noted int;
begin
  if not acts_for('consultations') then return 0; end if;
  with due as (select o.consultation_uuid, o.service, c.due_at from opinion o join consultation c on c.uuid = o.consultation_uuid
    where o.answer is null and o.noted_silent_at is null and o.silence_agrees and not c.is_void and c.due_at <= coalesce(c.closed_at, now()) order by o.consultation_uuid, o.service for update of o skip locked)
  update opinion o set noted_silent_at = d.due_at from due d where (o.consultation_uuid, o.service) = (d.consultation_uuid, d.service);
  get diagnostics noted = row_count;
  return noted;
end $body$`;

/** What those who are consulted about a leg are written: of the leg what they read of it, and where to. For the adviser, and for what reminds. */
const letters = [`
create function leg_words(the_leg uuid) returns jsonb language sql stable
  return (select jsonb_object_agg(t.locale, jsonb_build_object('purpose', t.purpose, 'version', t.source_version)) from (
    select x.locale, x.purpose, x.source_version from mission_leg_translation x where x.leg_uuid = the_leg
    union all select 'sr-Cyrl in sr-Latn', serbian_latin(x.purpose), x.source_version from mission_leg_translation x where x.leg_uuid = the_leg and x.locale = 'sr-Cyrl') t)`, `
create function leg_letter(the_leg uuid) returns jsonb language sql stable security definer set search_path = public, pg_temp
  return (select jsonb_build_object('key', l.uuid, 'startsOn', l.starts_on, 'endsOn', l.ends_on, 'sourceLocale', l.source_locale, 'sourceVersion', l.source_version, 'texts', leg_words(l.uuid),
      'city', (select jsonb_object_agg(t.locale, t.name) from city_translation t where t.city_code = l.city_code),
      'dueOn', c.due_on, 'silenceAgrees', c.silence_agrees,
      'readers', (select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'locale', coalesce(p.locale, 'fr'), 'owes', p.owes) order by p.email collate "C"), '[]') from (
        select p.email, p.locale, bool_or(o.answer is null) as owes from person p join member m on m.person_id = p.id and m.role in ('SCAC', 'SSI') and m.country_code = l.country_code
          left join opinion o on o.consultation_uuid = c.uuid and o.service = m.role
        where is_invented(p.id) = l.is_demonstration and is_serving(p.id, l.country_code, m.role) group by p.id) p))
    from mission_leg l left join consultation c on c.leg_uuid = l.uuid and c.is_latest where l.uuid = the_leg and l.is_shown and (((select is_adviser()) and (l.is_demonstration or not acts_invented())) or acts_for('consultations')))`];

/** A leg about which who is consulted is reminded: from the morning of the last working day before the deadline on, on the clock of its city, once. One at a time, and none that somebody holds: who reminds waits for nobody. */
const reminders = `
create function take_reminder() returns uuid language sql volatile security definer set search_path = public, pg_temp
begin atomic
  update consultation set reminded_at = now() where uuid = (select c.uuid from consultation c join mission_leg l on l.uuid = c.leg_uuid join city y on y.code = l.city_code
    where acts_for('consultations') and c.is_latest and c.closed_at is null and c.reminded_at is null and now() < c.due_at
      and now() >= (working_day_before(c.country_code, c.due_on) + time '08:00') at time zone y.time_zone
      and exists (select from opinion o where o.consultation_uuid = c.uuid and o.answer is null)
    order by c.uuid limit 1 for update of c skip locked)
    returning leg_uuid;
end`;

/** What is told: which post was consulted, what each service answered or had noted, and that silence has taken effect. No remark and no reason. */
const trail = [`
create function record_consultation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'CONSULTATION', l.mission_uuid, 'country_code', new.country_code from mission_leg l where l.uuid = new.leg_uuid;
  return null;
end $body$`, `
create function record_opinion() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  is_silence constant boolean := new.answer is null;
begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select case when not is_silence then (select id from person where id = acting_person()) end, 'CHANGED', 'OPINION', l.mission_uuid, case when is_silence then 'silence.' when new.reason is not null then 'noted.' else '' end || new.service,
      case when not is_silence then old.answer end, case when is_silence then c.due_on::text else new.answer end
    from consultation c join mission_leg l on l.uuid = c.leg_uuid where c.uuid = new.consultation_uuid;
  return null;
end $body$`,
'create trigger "consultation_recorded" after insert on "consultation" for each row when (acting_person() is not null) execute function record_consultation()',
`create trigger "opinion_recorded" after update on "opinion" for each row
  when ((old.answer, old.remark, old.reason, old.noted_silent_at) is distinct from (new.answer, new.remark, new.reason, new.noted_silent_at)) execute function record_opinion()`];

export const consultationFunctions: readonly string[] = [...days, ...states, serving, ...unserved, over, giving, ...agreeing, ...latest, ...closing, silence, ...letters, reminders, ...trail];
