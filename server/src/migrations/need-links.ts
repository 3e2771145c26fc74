/** What the database holds links to needs to. Part of the migration that adds them. */

const DEFINER = 'security definer set search_path = public, pg_temp';
const TABLES = ['session_need', 'mission_objective_need', 'finding_need'] as const;

/**
 * A link is made to a need that stands, and never between what is invented and what is real: a session that is made in a demonstration is invented as all else there. The need is held meanwhile, so that its post does not
 * withdraw it at the same time. Asked once the rules of rows have let it be made: whoever does not see the need learns nothing of it, and holds it from nobody.
 */
const made = `
create function link_need() returns trigger language plpgsql ${DEFINER} as $body$
declare
  row_of constant jsonb := to_jsonb(new);
  n need;
  invented boolean;
begin
  select * into n from need where uuid = new.need_uuid for share;
  invented := case tg_table_name
    when 'session_need' then (select s.is_demonstration or exists (select from demonstration) from training_session s where s.uuid = (row_of ->> 'session_uuid')::uuid)
    when 'finding_need' then (select m.is_demonstration from finding f join mission m on m.uuid = f.mission_uuid where f.uuid = (row_of ->> 'finding_uuid')::uuid)
    else (select m.is_demonstration from mission_objective o join mission m on m.uuid = o.mission_uuid where o.uuid = (row_of ->> 'objective_uuid')::uuid) end;
  if n.status = 'WITHDRAWN' then
    raise exception 'nothing begins to work on a need that is withdrawn' using errcode = 'check_violation', constraint = 'need_link_stands';
  end if;
  if n.is_demonstration is distinct from invented then
    raise exception 'what is invented and what is real are not linked' using errcode = 'check_violation', constraint = 'need_link_apart';
  end if;
  return new;
end $body$`;

/** Which need an objective or a finding works on, from now on or no more; a mission that is just made tells of that it is made. */
const trail = `
create function record_need_links() returns trigger language plpgsql ${DEFINER} as $body$
declare
  row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', m.uuid, tg_argv[0], to_jsonb(old) ->> 'need_uuid', to_jsonb(new) ->> 'need_uuid'
    from mission m where m.version > 1 and m.uuid = coalesce((select o.mission_uuid from mission_objective o where o.uuid = (row_of ->> 'objective_uuid')::uuid), (select f.mission_uuid from finding f where f.uuid = (row_of ->> 'finding_uuid')::uuid));
  return null;
end $body$`;

const told = (table: string, part: string): string => `create trigger "${table}_recorded" after insert or delete on "${table}" for each row when (acting_person() is not null) execute function record_need_links('${part}')`;

export const needLinkFunctions: readonly string[] = [
  made, trail,
  ...TABLES.map((table) => `create trigger "${table}_made" after insert on "${table}" for each row execute function link_need()`),
  'create trigger "finding_need_closed" before insert or update or delete on "finding_need" for each row when (pg_trigger_depth() = 0) execute function keep_closed()',
  told('mission_objective_need', 'need'), told('finding_need', 'finding_need'),
  `create trigger "session_need_made_recorded" after insert on "session_need" referencing new table as linked for each statement when (acting_person() is not null) execute function record_session_links('need', 'need_uuid')`,
  `create trigger "session_need_removed_recorded" after delete on "session_need" referencing old table as linked for each statement when (acting_person() is not null) execute function record_session_links('need', 'need_uuid')`,
];
