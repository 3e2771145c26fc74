/** What the database holds cooperation requests to. Part of the migration that adds them. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whether somebody acts for an authority of this country today. */
const authorities = `
create function is_authority_of(who uuid, the_country text) returns boolean language sql stable ${DEFINER}
  return exists (select from member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')
    where a.person_id = who and a.role = 'AUTHORITY' and a.country_code = the_country)`;

/** What was sent stays as it was written. A request goes from one place to the next: withdrawn by those who have sent it, the rest by the adviser or by itself. */
const moving = `
create function move_cooperation_request() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if (new.source_locale, new.source_version, new.kind, new.country_code, new.theme_code, new.criteria, new.wished_from, new.wished_until, new.sent_at, new.sent_as, new.is_demonstration)
      is distinct from (old.source_locale, old.source_version, old.kind, old.country_code, old.theme_code, old.criteria, old.wished_from, old.wished_until, old.sent_at, old.sent_as, old.is_demonstration)
      or new.sent_by_id is not null and new.sent_by_id is distinct from old.sent_by_id or new.need_uuid is not null and new.need_uuid is distinct from old.need_uuid then
    raise exception 'a request stays as it was sent' using errcode = 'check_violation', constraint = 'cooperation_request_stays';
  end if;
  if new.status <> old.status then
    if not (old.status, new.status) in (('SENT', 'CONSULTED'), ('SENT', 'DECIDED'), ('CONSULTED', 'DECIDED'), ('DECIDED', 'CLOSED'), ('SENT', 'WITHDRAWN'), ('CONSULTED', 'WITHDRAWN')) then
      raise exception 'a request does not go from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'cooperation_request_moves';
    end if;
    if acting_person() is not null and not (case when new.status = 'WITHDRAWN' then (old.sent_as in ('SCAC', 'SSI') and is_post_of(acting_person(), old.country_code)) or (old.sent_as = 'AUTHORITY' and is_authority_of(acting_person(), old.country_code))
        when new.status = 'CONSULTED' then old.sent_by_id = acting_person() else is_adviser() end) then
      raise exception 'a request is withdrawn by those who have sent it and moved by the adviser' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $body$`;

/** Each move of a request is told by the last of its steps: asked at the end of the transaction. */
const told = `
create function tell_cooperation_request() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if exists (select from cooperation_request r where r.uuid = new.uuid and r.status is distinct from (select s.to_status from cooperation_request_step s where s.request_uuid = r.uuid order by s.position desc limit 1)) then
    raise exception 'a move of a request is told' using errcode = 'check_violation', constraint = 'cooperation_request_told';
  end if;
  return null;
end $body$`;

/** What is written anew of a request, by its language. */
const trail = `
create function record_cooperation_request_texts() returns trigger language plpgsql ${DEFINER} as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'COOPERATION_REQUEST', new.request_uuid, t.part || '.' || new.locale, t.before, t.after
    from (values ('subject', old.subject, new.subject), ('text', old.text, new.text)) t(part, before, after) where t.before is distinct from t.after;
  return null;
end $body$`;

export const cooperationRequestFunctions: readonly string[] = [
  authorities, moving, told, trail,
  'create trigger "cooperation_request_moves" before update on "cooperation_request" for each row execute function move_cooperation_request()',
  'create constraint trigger "cooperation_request_told" after insert or update of "status" on "cooperation_request" deferrable initially deferred for each row execute function tell_cooperation_request()',
];
