/** What came of a cooperation request that is closed: that it is said then, stays, and is no mixture of what is invented and what is real. Part of the migration that follows requests. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** It goes only with the session or the mission itself. In a demonstration each session counts as invented, as where sessions are linked to needs. By its name it fires after the trigger that asks who moves what. */
export const requestResultFunctions: readonly string[] = [`
create function keep_request_result() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if (new.session_uuid is not null or new.mission_uuid is not null) and (old.status, new.status) <> ('DECIDED', 'CLOSED')
      or new.session_uuid is null and exists (select from training_session s where s.uuid = old.session_uuid) or new.mission_uuid is null and exists (select from mission m where m.uuid = old.mission_uuid) then
    raise exception 'what came of a request is said when it is closed, and stays' using errcode = 'check_violation', constraint = 'cooperation_request_result_stays';
  end if;
  if exists (select from training_session s where s.uuid = new.session_uuid and (s.is_demonstration or exists (select from demonstration)) <> new.is_demonstration)
      or exists (select from mission m where m.uuid = new.mission_uuid and m.is_demonstration <> new.is_demonstration) then
    raise exception 'what is invented and what is real are not linked' using errcode = 'check_violation', constraint = 'cooperation_request_result_apart';
  end if;
  return new;
end $body$`, `
create trigger "cooperation_request_moves_results" before update on "cooperation_request" for each row when ((old.session_uuid, old.mission_uuid) is distinct from (new.session_uuid, new.mission_uuid)) execute function keep_request_result()`];
