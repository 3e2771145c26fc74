/** What the database holds photos of missions to. Part of the migration that adds them. */

/** Of a mission that is closed a photo is said in other languages, and taken away; nothing else of it changes, and none is added. */
const closed = `
create function keep_photo() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old)) - 'bytes';
  the_photo constant uuid := coalesce(row_of ->> 'photo_uuid', row_of ->> 'uuid')::uuid;
  the_mission constant uuid := coalesce((row_of ->> 'mission_uuid')::uuid, (select p.mission_uuid from mission_photo p where p.uuid = the_photo));
begin
  if not exists (select from mission m where m.uuid = the_mission and m.stage = 'CLOSED') then return coalesce(new, old); end if;
  if tg_table_name = 'mission_photo' then
    if tg_op = 'DELETE' then return old; end if;
    if tg_op = 'UPDATE' and (old.uuid, old.mission_uuid, old.position, old.credit, old.source_locale, old.source_version, old.size, old.bytes) is not distinct from (new.uuid, new.mission_uuid, new.position, new.credit, new.source_locale, new.source_version, new.size, new.bytes) then return new; end if;
  elsif row_of ->> 'locale' <> (select p.source_locale from mission_photo p where p.uuid = the_photo) then
    return coalesce(new, old);
  end if;
  raise exception 'the photos of a mission that is closed stay as they are' using errcode = 'check_violation', constraint = 'mission_is_closed';
end $body$`;

/** A photo is public with what is published of its own mission. */
const decided = `
create function stand_photo() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if not exists (select from mission_photo f join publication_decision d on d.mission_uuid = f.mission_uuid join published_photo p on p.publication_uuid = d.publication_uuid where f.uuid = new.photo_uuid and p.uuid = new.published_uuid) then
    raise exception 'a photo is public with what is published of its mission' using errcode = 'check_violation', constraint = 'photo_with_publication';
  end if;
  return new;
end $body$`;

/** No photo is public of which nobody has confirmed that it may be, and none stays so once that is taken back: asked at the end of the transaction. */
const kept = [`
create function keep_photo_decision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if exists (select from published_photo p where p.uuid = new.uuid) and not exists (select from photo_decision d where d.published_uuid = new.uuid) then
    raise exception 'that a photo is public was decided' using errcode = 'check_violation', constraint = 'photo_is_decided';
  end if;
  return null;
end $body$`, `
create function withdraw_photo() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  delete from published_photo where uuid = old.published_uuid;
  return null;
end $body$`];

const ENTRY = `insert into audit_entry (by_id, action, subject, object, part, before, after) select (select id from person where id = acting_person()), 'CHANGED', 'MISSION'`;

/** That a photo was added, changed and removed, and nothing of what is said of it; since when it is public, and until when it was. */
const trail = [`
create function record_photo() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if tg_op = 'UPDATE' and old.version = new.version then return null; end if;
  ${ENTRY}, case when tg_op = 'DELETE' then old.mission_uuid else new.mission_uuid end, case tg_op when 'INSERT' then 'photo_added' when 'DELETE' then 'photo_removed' else 'photo' end, null, null;
  return null;
end $body$`, `
create function record_photo_decision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  ${ENTRY}, f.mission_uuid, 'photo_published_at', old.confirmed_at::text, new.confirmed_at::text
    from mission_photo f where f.uuid = (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'photo_uuid')::uuid and old.confirmed_at is distinct from new.confirmed_at;
  return null;
end $body$`];

export const missionPhotoFunctions: readonly string[] = [
  closed, ...['mission_photo', 'mission_photo_translation'].map((table) => `create trigger "${table}_closed" before insert or update or delete on "${table}" for each row when (pg_trigger_depth() = 0) execute function keep_photo()`),
  decided, 'create trigger "photo_decision_stands" before insert or update on "photo_decision" for each row execute function stand_photo()',
  ...kept, 'create constraint trigger "published_photo_decided" after insert on "published_photo" deferrable initially deferred for each row execute function keep_photo_decision()',
  'create trigger "photo_decision_withdrawn" after delete on "photo_decision" for each row execute function withdraw_photo()',
  ...trail, 'create trigger "mission_photo_recorded" after insert or update or delete on "mission_photo" for each row when (acting_person() is not null and pg_trigger_depth() = 0) execute function record_photo()',
  'create trigger "photo_decision_recorded" after insert or update or delete on "photo_decision" for each row when (acting_person() is not null) execute function record_photo_decision()',
];
