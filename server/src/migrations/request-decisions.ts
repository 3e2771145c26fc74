/** What stands behind the decision about a cooperation request: when its post was heard, that a decision stays, and who is written to. Part of the migration that adds decisions. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whether each service that was asked about a request has answered, or the last day for it is over: as far as who asks reads opinions. */
const heard = `
create function request_is_heard(the_request uuid) returns boolean language sql stable set search_path = public, pg_temp
  return exists (select from cooperation_request r where r.uuid = the_request and (r.due_at is null or now() >= r.due_at or not exists (select from cooperation_request_opinion o where o.request_uuid = r.uuid and o.answer is null)))`;

/** Nobody decides before the post was heard, and what was decided stays. By its name it fires after the trigger that asks who moves what. */
const deciding = [`
create function decide_cooperation_request() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if (new.decision, new.met, new.not_met) is distinct from (old.decision, old.met, old.not_met) and (old.decision is not null or new.status <> 'DECIDED') then
    raise exception 'what was decided about a request stays' using errcode = 'check_violation', constraint = 'cooperation_request_decision_stays';
  end if;
  if new.status = 'DECIDED' and old.status <> 'DECIDED' and not request_is_heard(old.uuid) then
    raise exception 'a request is decided about once its post was heard' using errcode = 'check_violation', constraint = 'cooperation_request_heard';
  end if;
  return new;
end $body$`, `create trigger "cooperation_request_moves_heard" before update of "status", "decision", "met", "not_met" on "cooperation_request" for each row execute function decide_cooperation_request()`];

/** Who is written to of a decision, by who has just decided: the services of the post, and of an authority whoever has sent the request and still acts for it. */
const letters = `
create function request_decision_letter(the_request uuid) returns jsonb language sql stable ${DEFINER}
  return (select jsonb_build_object('sourceLocale', r.source_locale, 'sourceVersion', r.source_version,
      'texts', (select jsonb_object_agg(t.locale, jsonb_build_object('subject', t.subject, 'version', t.source_version)) from cooperation_request_translation t where t.request_uuid = r.uuid),
      'readers', (select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'locale', coalesce(p.locale, 'fr')) order by p.email collate "C"), '[]')
        from (select m.person_id as id from member m where m.role in ('SCAC', 'SSI') and m.country_code = r.country_code and is_serving(m.person_id, r.country_code, m.role)
          union select r.sent_by_id where r.sent_as = 'AUTHORITY' and is_authority_of(r.sent_by_id, r.country_code)) reader join person p on p.id = reader.id where is_invented(p.id) = r.is_demonstration))
    from cooperation_request r where r.uuid = the_request and r.status = 'DECIDED' and is_adviser() and (r.is_demonstration or not acts_invented()))`;

export const requestDecisionFunctions: readonly string[] = [heard, ...deciding, letters];
