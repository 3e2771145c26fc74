/** What the database holds projects to. Part of the migration that adds them. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** A project goes from one place to the next; when and by whom it was proposed, and what it came from, stays. One that is given up stays as it is, unless it is proposed again. */
const moving = `
create function move_project() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if (new.proposed_at, new.proposed_as, new.is_demonstration) is distinct from (old.proposed_at, old.proposed_as, old.is_demonstration) or new.proposed_by_id is not null and new.proposed_by_id is distinct from old.proposed_by_id
      or new.common_need_uuid is not null and new.common_need_uuid is distinct from old.common_need_uuid then
    raise exception 'when a project was proposed, by whom and from what, stays' using errcode = 'check_violation', constraint = 'project_stays';
  end if;
  if old.status = 'GIVEN_UP' and new.status = 'GIVEN_UP' and (new.source_locale, new.source_version, new.version) is distinct from (old.source_locale, old.source_version, old.version) then
    raise exception 'a project that is given up stays as it is' using errcode = 'check_violation', constraint = 'project_settled';
  end if;
  if new.status <> old.status and not (old.status, new.status) in (('PROPOSED', 'SELECTED'), ('PROPOSED', 'GIVEN_UP'), ('SELECTED', 'GIVEN_UP'), ('GIVEN_UP', 'PROPOSED')) then
    raise exception 'a project does not go from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'project_status_moves';
  end if;
  return new;
end $body$`;

/** Where a project stands is told by the last of its steps, it is with a country at least, and what it answers and works towards is of its countries: asked at the end of the transaction. */
const told = `
create function tell_project() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if exists (select from project p where p.uuid = new.uuid and p.status is distinct from (select s.to_status from project_step s where s.project_uuid = p.uuid order by s.position desc limit 1)) then
    raise exception 'what is decided of a project is told' using errcode = 'check_violation', constraint = 'project_told';
  end if;
  if exists (select from project p where p.uuid = new.uuid and not exists (select from project_country c where c.project_uuid = p.uuid)) then
    raise exception 'a project is with a country' using errcode = 'check_violation', constraint = 'project_of_country';
  end if;
  if acting_person() is not null and exists (
      select from project_need l join need n on n.uuid = l.need_uuid where l.project_uuid = new.uuid and not exists (select from project_country c where c.project_uuid = new.uuid and c.country_code = n.country_code)
      union all select from project_recommendation l join recommendation r on r.slug = l.recommendation_slug where l.project_uuid = new.uuid and not exists (select from project_country c where c.project_uuid = new.uuid and c.country_code = r.country_code)) then
    raise exception 'a project answers needs of its countries' using errcode = 'check_violation', constraint = 'project_of_its_countries';
  end if;
  return null;
end $body$`;

/** What is written anew of a project, by its language; what comes to it and goes from it; and what it may cost. */
const trail = [`
create function record_project_texts() returns trigger language plpgsql ${DEFINER} as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'PROJECT', new.project_uuid, t.part || '.' || new.locale, t.before, t.after
    from (values ('title', old.title, new.title), ('purpose', old.purpose, new.purpose)) t(part, before, after) where t.before is distinct from t.after;
  return null;
end $body$`, `
create function record_project_link() returns trigger language plpgsql ${DEFINER} as $body$
declare
  link constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
  -- Of experts only that there was one: which one is nobody's business once they are erased.
  linked constant text := case tg_argv[0] when 'expert' then 'EXPERT' else link ->> tg_argv[1] end;
begin
  -- Who is none of those who know of projects, and throws away what one is linked to, has done nothing to a project: what they did is theirs to read.
  if not is_adviser() then return null; end if;
  if tg_argv[0] = 'expert' and tg_op = 'DELETE' and not exists (select from expert e where e.uuid::text = link ->> 'expert_uuid') then return null; end if;
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'PROJECT', p.uuid, tg_argv[0], case tg_op when 'DELETE' then linked end, case tg_op when 'INSERT' then linked end
    from project p where p.uuid = (link ->> 'project_uuid')::uuid;
  return null;
end $body$`, `
create function record_project_budget() returns trigger language plpgsql ${DEFINER} as $body$
declare
  line constant project_budget_line := coalesce(new, old);
begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'PROJECT', p.uuid, 'budget.' || line.position, t.before, t.after
    from project p cross join (select case when tg_op <> 'INSERT' then old.label || ' ' || old.cents end, case when tg_op <> 'DELETE' then new.label || ' ' || new.cents end) t(before, after)
    where p.uuid = line.project_uuid and t.before is distinct from t.after;
  return null;
end $body$`];

const LATE = 'deferrable initially deferred for each row execute function';

export const projectFunctions: readonly string[] = [
  moving, told, ...trail,
  'create trigger "project_moves" before update on "project" for each row execute function move_project()',
  `create constraint trigger "project_told" after insert or update on "project" ${LATE} tell_project()`,
];
