/** What the database holds groups of needs to. Part of the migration that adds them. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whoever groups needs, or says that some are apart, does so alone. */
const LOCK = 7_266_198;

/** When a group was accepted, by whom and as what stays; one that is closed stays as it is, but for who has accepted it. */
const groups = `
create function change_common_need() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if (new.accepted_at, new.accepted_as, new.is_demonstration) is distinct from (old.accepted_at, old.accepted_as, old.is_demonstration) or new.accepted_by_id is not null and new.accepted_by_id is distinct from old.accepted_by_id then
    raise exception 'when a group of needs was accepted, and by whom, stays' using errcode = 'check_violation', constraint = 'common_need_stays';
  end if;
  if old.status = 'CLOSED' and (new.status, new.source_locale, new.source_version, new.version) is distinct from (old.status, old.source_locale, old.source_version, old.version) then
    raise exception 'a group of needs that is closed stays as it is' using errcode = 'check_violation', constraint = 'common_need_closed';
  end if;
  return new;
end $body$`;

/** Whatever is done with a group is told by a step of it, and its version is that of the last: asked at the end of the transaction. */
const told = `
create function tell_common_need() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if exists (select from common_need g where g.uuid = new.uuid and (g.version is distinct from (select max(s.position) from common_need_step s where s.common_need_uuid = g.uuid)
      or (g.status = 'CLOSED') is distinct from exists (select from common_need_step s where s.common_need_uuid = g.uuid and s.act in ('CLOSED', 'MERGED_INTO')))) then
    raise exception 'what is done with a group of needs is told' using errcode = 'check_violation', constraint = 'common_need_told';
  end if;
  return null;
end $body$`;

/** A need comes into a group that is open, of its own side, as long as it is neither withdrawn nor declined, and not beside one from which it was said to be apart. */
const joining = `
create function join_common_need() returns trigger language plpgsql ${DEFINER} as $body$ begin
  perform pg_advisory_xact_lock(${LOCK});
  if not exists (select from common_need g join need n on n.uuid = new.need_uuid where g.uuid = new.common_need_uuid and g.status = 'ACCEPTED' and g.is_demonstration = n.is_demonstration) then
    raise exception 'a need comes into a group that is open, invented ones among invented ones' using errcode = 'check_violation', constraint = 'common_need_joined';
  end if;
  if tg_op = 'INSERT' and exists (select from need n where n.uuid = new.need_uuid and n.status in ('WITHDRAWN', 'DECLINED')) then
    raise exception 'a need that is withdrawn or declined is not grouped' using errcode = 'check_violation', constraint = 'common_need_open';
  end if;
  if exists (select from common_need_member m join needs_apart a on (a.one_uuid, a.other_uuid) = (least(m.need_uuid, new.need_uuid), greatest(m.need_uuid, new.need_uuid)) where m.common_need_uuid = new.common_need_uuid) then
    raise exception 'needs that are apart are not grouped' using errcode = 'check_violation', constraint = 'needs_apart_grouped';
  end if;
  return new;
end $body$`;

/** Needs of one group are not said to be apart, nor invented from real ones. */
const parting = `
create function part_needs() returns trigger language plpgsql ${DEFINER} as $body$ begin
  perform pg_advisory_xact_lock(${LOCK});
  if exists (select from common_need_member one join common_need_member other using (common_need_uuid) where one.need_uuid = new.one_uuid and other.need_uuid = new.other_uuid) then
    raise exception 'needs of one group are not apart' using errcode = 'check_violation', constraint = 'needs_apart_grouped';
  end if;
  if not exists (select from need one join need other on other.is_demonstration = one.is_demonstration where one.uuid = new.one_uuid and other.uuid = new.other_uuid) then
    raise exception 'invented needs and real ones are never compared' using errcode = 'check_violation', constraint = 'needs_apart_mixed';
  end if;
  return new;
end $body$`;

/** What is common is common to two countries at least: asked at the end of the transaction, of whatever somebody does. That needs go with their database is nobody's act. */
const shared = `
create function share_common_need() returns trigger language plpgsql ${DEFINER} as $body$
declare
  the_group constant uuid := coalesce(to_jsonb(old) ->> 'common_need_uuid', to_jsonb(new) ->> 'common_need_uuid', to_jsonb(new) ->> 'uuid')::uuid;
begin
  if acting_person() is not null and exists (select from common_need g where g.uuid = the_group and g.status = 'ACCEPTED'
      and (select count(distinct n.country_code) from common_need_member m join need n on n.uuid = m.need_uuid where m.common_need_uuid = g.uuid) < 2) then
    raise exception 'a group has needs of two countries at least' using errcode = 'check_violation', constraint = 'common_need_shared';
  end if;
  return null;
end $body$`;

/** Which needs come into a group and leave it, and what is written anew of it, by its language. */
const trail = [`
create function record_common_need_member() returns trigger language plpgsql ${DEFINER} as $body$
declare
  acting constant uuid := (select id from person where id = acting_person());
begin
  if tg_op <> 'INSERT' then
    insert into audit_entry (by_id, action, subject, object, part, before) values (acting, 'CHANGED', 'COMMON_NEED', old.common_need_uuid, 'needs', old.need_uuid);
  end if;
  if tg_op <> 'DELETE' then
    insert into audit_entry (by_id, action, subject, object, part, after) values (acting, 'CHANGED', 'COMMON_NEED', new.common_need_uuid, 'needs', new.need_uuid);
  end if;
  return null;
end $body$`, `
create function record_common_need_texts() returns trigger language plpgsql ${DEFINER} as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'COMMON_NEED', new.common_need_uuid, t.part || '.' || new.locale, t.before, t.after
    from (values ('title', case when tg_op = 'UPDATE' then old.title end, new.title), ('why', case when tg_op = 'UPDATE' then old.why end, new.why)) t(part, before, after) where t.before is distinct from t.after;
  return null;
end $body$`, `
create function record_needs_apart() returns trigger language plpgsql ${DEFINER} as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'NEED', a.one, 'apart', case tg_op when 'DELETE' then a.other end, case tg_op when 'INSERT' then a.other end
    from (select (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'one_uuid')::uuid, coalesce(to_jsonb(new), to_jsonb(old)) ->> 'other_uuid') a(one, other);
  return null;
end $body$`];

const ACTS = 'when (acting_person() is not null)';
const LATE = 'deferrable initially deferred for each row execute function';

export const commonNeedFunctions: readonly string[] = [
  groups, told, joining, parting, shared, ...trail,
  'create trigger "common_need_changes" before update on "common_need" for each row execute function change_common_need()',
  `create constraint trigger "common_need_told" after insert or update on "common_need" ${LATE} tell_common_need()`,
  'create trigger "common_need_member_joins" before insert or update on "common_need_member" for each row execute function join_common_need()',
  'create trigger "needs_apart_parts" before insert on "needs_apart" for each row execute function part_needs()',
  `create constraint trigger "common_need_shared" after insert on "common_need" ${LATE} share_common_need()`,
  `create constraint trigger "common_need_member_shared" after update or delete on "common_need_member" ${LATE} share_common_need()`,
  `create trigger "common_need_recorded" after insert or update or delete on "common_need" for each row ${ACTS} execute function record_change('COMMON_NEED', 'uuid', 'status', 'uuid')`,
  `create trigger "common_need_member_recorded" after insert or update or delete on "common_need_member" for each row ${ACTS} execute function record_common_need_member()`,
  `create trigger "common_need_translation_recorded" after insert or update on "common_need_translation" for each row ${ACTS} execute function record_common_need_texts()`,
  `create trigger "needs_apart_recorded" after insert or delete on "needs_apart" for each row ${ACTS} execute function record_needs_apart()`,
];
