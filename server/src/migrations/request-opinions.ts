/** What stands behind the opinions of posts about cooperation requests: asking, what an opinion is at a moment, giving one, and what the clock says. Part of the migration that adds them. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** What an opinion is, by what was answered, the clock and what silence means. The clock stands still once the request is decided about or withdrawn. */
const states = `
create function request_opinion_state(the_answer text, the_due timestamptz, the_end timestamptz, does_silence_agree boolean) returns text language sql stable parallel safe
  return case when the_answer is not null then the_answer when coalesce(the_end, now()) < the_due then case when the_end is null then 'ASKED' else 'NOT_GIVEN' end when does_silence_agree then 'SILENT' else 'OVERDUE' end`;

/**
 * Consults the services of the post about a request that was just sent, in the transaction in which it is: each but the one that has sent it. The deadline is the end of a working day of the country on its clock, and is settled.
 * The silence of a service for which nobody could read what is asked agrees to nothing.
 */
const asking = `
create function consult_about_request(the_request uuid, the_days int) returns boolean language plpgsql volatile ${DEFINER} as $body$
declare
  r cooperation_request;
  due date;
  zone text;
begin
  select * into r from cooperation_request x where x.uuid = the_request and x.status = 'SENT' and x.sent_by_id = acting_person() and x.is_demonstration = acts_invented() for update;
  if r.uuid is null then return false; end if;
  select c.time_zone into zone from country c where c.code = r.country_code;
  due := working_days_after(r.country_code, (now() at time zone zone)::date, the_days);
  update cooperation_request set status = 'CONSULTED', due_on = due, due_at = (due + 1)::timestamp at time zone zone, rule_days = the_days where uuid = r.uuid;
  insert into cooperation_request_opinion (request_uuid, service, silence_agrees)
    select r.uuid, s.service, exists (select from member m where m.role = s.service and m.country_code = r.country_code and is_invented(m.person_id) = r.is_demonstration and is_serving(m.person_id, r.country_code, s.service))
    from (values ('SCAC'), ('SSI')) s(service) where s.service <> r.sent_as;
  insert into cooperation_request_step (request_uuid, position, by_id, by_role, to_status) select r.uuid, max(s.position) + 1, acting_person(), r.sent_as, 'CONSULTED' from cooperation_request_step s where s.request_uuid = r.uuid;
  return true;
end $body$`;

/** Gives an opinion: a service that of its own post, until the deadline, as long as nobody has decided. Of two answers at once the second finds another version of the opinion; that of the request, which an authority reads too, stays. What is so already is DONE. */
const giving = `
create function give_request_opinion(the_request uuid, the_service text, the_version int, the_answer text, the_reason text, the_locale text) returns text language plpgsql volatile ${DEFINER} as $body$
declare
  r cooperation_request;
  o cooperation_request_opinion;
begin
  select * into r from cooperation_request x where x.uuid = the_request for update;
  if r.uuid is null or (acts_invented() and not r.is_demonstration) or not (is_adviser() or is_post_of(acting_person(), r.country_code)) then return 'GONE'; end if;
  select * into o from cooperation_request_opinion x where x.request_uuid = r.uuid and x.service = the_service for update;
  if o.service is null or not is_serving(acting_person(), r.country_code, the_service) then return 'NOT_ALLOWED'; end if;
  if o.answer = the_answer and o.reason is not distinct from the_reason then return 'DONE'; end if;
  if r.status <> 'CONSULTED' or now() >= r.due_at then return 'TOO_LATE'; end if;
  if o.version <> the_version then return 'CONFLICT'; end if;
  update cooperation_request_opinion x set answer = the_answer, reason = the_reason, locale = case when the_reason is not null then the_locale end, answered_at = now(), answered_by_id = acting_person(), version = x.version + 1 where x.request_uuid = r.uuid and x.service = the_service;
  return 'DONE';
end $body$`;

/** Notes that silence has taken effect: what the clock says already, for the trail. How many opinions. */
const silence = `
create function note_request_silence() returns int language plpgsql volatile ${DEFINER} as $body$
declare
  noted int;
begin
  if not acts_for('consultations') then return 0; end if;
  with due as (select o.request_uuid, o.service, r.due_at from cooperation_request_opinion o join cooperation_request r on r.uuid = o.request_uuid
    where o.answer is null and o.noted_silent_at is null and o.silence_agrees and r.due_at <= coalesce(r.settled_at, now()) order by o.request_uuid, o.service for update of o skip locked)
  update cooperation_request_opinion o set noted_silent_at = d.due_at from due d where (o.request_uuid, o.service) = (d.request_uuid, d.service);
  get diagnostics noted = row_count;
  return noted;
end $body$`;

/** When a request was decided about, or withdrawn: from then on the clock of its opinions stands still. */
const settling = [`
create function settle_cooperation_request() returns trigger language plpgsql ${DEFINER} as $body$ begin
  new.settled_at := coalesce(old.settled_at, now());
  return new;
end $body$`, `create trigger "cooperation_request_settles" before update of "status" on "cooperation_request" for each row when (new.status in ('DECIDED', 'WITHDRAWN') and old.status <> new.status) execute function settle_cooperation_request()`];

/** Until when a post answers is settled when it is asked. */
const due = [`
create function keep_request_due() returns trigger language plpgsql ${DEFINER} as $body$ begin
  raise exception 'until when a post answers stays' using errcode = 'check_violation', constraint = 'cooperation_request_due_stays';
end $body$`, `create trigger "cooperation_request_due_stays" before update on "cooperation_request" for each row when (old.due_on is not null and (old.due_on, old.due_at, old.rule_days) is distinct from (new.due_on, new.due_at, new.rule_days)) execute function keep_request_due()`];

/** What is told: what each service answered, and that silence has taken effect. No reason. */
const trail = [`
create function record_request_opinion() returns trigger language plpgsql ${DEFINER} as $body$
declare
  is_silence constant boolean := new.answer is null;
begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select case when not is_silence then (select id from person where id = acting_person()) end, 'CHANGED', 'COOPERATION_REQUEST', r.uuid, case when is_silence then 'silence.' else '' end || new.service, case when not is_silence then old.answer end, case when is_silence then r.due_on::text else new.answer end
    from cooperation_request r where r.uuid = new.request_uuid;
  return null;
end $body$`, `create trigger "cooperation_request_opinion_recorded" after update on "cooperation_request_opinion" for each row when ((old.answer, old.reason, old.noted_silent_at) is distinct from (new.answer, new.reason, new.noted_silent_at)) execute function record_request_opinion()`];

/** Who is written to that a service is asked: for who has just sent the request. */
const letters = `
create function request_letter(the_request uuid) returns jsonb language sql stable ${DEFINER}
  return (select jsonb_build_object('key', r.uuid, 'dueOn', r.due_on, 'sourceLocale', r.source_locale, 'sourceVersion', r.source_version,
      'texts', (select jsonb_object_agg(t.locale, jsonb_build_object('subject', t.subject, 'version', t.source_version)) from cooperation_request_translation t where t.request_uuid = r.uuid),
      'readers', (select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'locale', coalesce(p.locale, 'fr'), 'silenceAgrees', o.silence_agrees) order by p.email collate "C"), '[]')
        from cooperation_request_opinion o join member m on m.role = o.service and m.country_code = r.country_code join person p on p.id = m.person_id where o.request_uuid = r.uuid and is_invented(p.id) = r.is_demonstration and is_serving(p.id, r.country_code, m.role)))
    from cooperation_request r where r.uuid = the_request and r.sent_by_id = acting_person() and r.status = 'CONSULTED')`;

export const requestOpinionFunctions: readonly string[] = [states, asking, giving, silence, ...settling, ...due, ...trail, letters];
