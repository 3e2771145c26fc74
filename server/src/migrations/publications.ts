/** What the database holds what is published of missions to. Part of the migration that adds it. */

/** Something is published of a mission that is reported on, and of the same side. */
const decided = `
create function stand_publication() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if not exists (select from mission m join mission_publication p on p.uuid = new.publication_uuid where m.uuid = new.mission_uuid and m.stage in ('REPORTED', 'CLOSED') and p.is_demonstration = m.is_demonstration) then
    raise exception 'what is published is of a mission that is reported on' using errcode = 'check_violation', constraint = 'publication_after_mission';
  end if;
  return new;
end $body$`;

/** Nothing is published that nobody has decided, and nothing stays published once that is taken back: asked at the end of the transaction. */
const kept = [`
create function keep_decision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if exists (select from mission_publication p where p.uuid = new.uuid) and not exists (select from publication_decision d where d.publication_uuid = new.uuid) then
    raise exception 'what is published was decided' using errcode = 'check_violation', constraint = 'publication_is_decided';
  end if;
  return null;
end $body$`, `
create function withdraw_publication() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  delete from mission_publication where uuid = old.publication_uuid;
  return null;
end $body$`];

/** A text as it is compared with names: words in small letters, in one alphabet, with a space on both sides. */
const words = (text: string): string => `' ' || trim(regexp_replace(fold(serbian_latin(${text})), '[^[:alnum:]]+', ' ', 'g')) || ' '`;
/** The same with its letters as they are. */
const asWritten = (text: string): string => `' ' || regexp_replace(serbian_latin(${text}), '[^[:alnum:]]+', ' ', 'g') || ' '`;

/**
 * Whether a text names somebody of the team of a mission or of those who were met there (PERSON), or an organisation whose place nobody may learn (ORGANISATION); null for neither. Of people the whole name, in either order, or the
 * last word of it, as it is written or in capitals, so that a word of everyday language is no name.
 */
const naming = `
create function named_in_text(the_mission uuid, the_text text) returns text language sql stable security definer set search_path = public, pg_temp
  return (select case when not (select is_adviser()) then null
    when exists (select from (
        select e.name from mission_member m join expert e on e.uuid = m.expert_uuid where m.mission_uuid = the_mission
        union all select p.name from mission_member m join person p on p.id = m.person_id where m.mission_uuid = the_mission
        union all select c.name from leg_contact c join mission_leg l on l.uuid = c.leg_uuid where l.mission_uuid = the_mission) n(name)
      cross join lateral (select ${words('n.name')} as whole, substring(${asWritten('n.name')} from '(\\S+) $') as family) w
      where position(w.whole in ${words('the_text')}) > 0 or position(regexp_replace(w.whole, '^ (\\S+) (.+) $', ' \\2 \\1 ') in ${words('the_text')}) > 0
        or (char_length(w.family) > 3 and (position(' ' || w.family || ' ' in ${asWritten('the_text')}) > 0 or position(' ' || upper(w.family) || ' ' in ${asWritten('the_text')}) > 0))) then 'PERSON'
    when exists (select from organisation o left join organisation_translation t on t.organisation_slug = o.slug where o.is_protected
      and ((char_length(t.name) > 3 and position(${words('t.name')} in ${words('the_text')}) > 0) or (char_length(o.acronym) > 2 and position(' ' || o.acronym || ' ' in ${asWritten('the_text')}) > 0))) then 'ORGANISATION' end)`;

/** What was decided, as far as it is another than before: of what is many how many. */
const trail = `
create function record_publication() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  the_mission constant uuid := (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'mission_uuid')::uuid;
begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', the_mission, t.part, t.before, t.after
    from (values
      ('published_at', old.decided_at::text, new.decided_at::text, old.decided_at is distinct from new.decided_at), ('published_summary', old.has_summary::text, new.has_summary::text, old.has_summary is distinct from new.has_summary),
      ('published_days', old.has_days::text, new.has_days::text, old.has_days is distinct from new.has_days), ('published_countries', array_to_string(old.countries, ', '), array_to_string(new.countries, ', '), old.countries is distinct from new.countries),
      ('published_results', cardinality(old.results)::text, cardinality(new.results)::text, old.results is distinct from new.results), ('published_findings', cardinality(old.findings)::text, cardinality(new.findings)::text, old.findings is distinct from new.findings)
    ) t(part, before, after, is_other) where t.is_other;
  return null;
end $body$`;

export const publicationFunctions: readonly string[] = [
  decided, 'create trigger "publication_decision_stands" before insert or update on "publication_decision" for each row execute function stand_publication()',
  ...kept, 'create constraint trigger "mission_publication_decided" after insert on "mission_publication" deferrable initially deferred for each row execute function keep_decision()',
  'create trigger "publication_decision_withdrawn" after delete on "publication_decision" for each row execute function withdraw_publication()',
  naming, trail, 'create trigger "publication_decision_recorded" after insert or update or delete on "publication_decision" for each row when (acting_person() is not null) execute function record_publication()',
];
