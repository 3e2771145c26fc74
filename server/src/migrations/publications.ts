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
 * What words begin with that may be a word of a name, in whatever case: the word, without the vowel or the Greek ending that it ends with, without the vowel that falls out before its last letter; of four letters at least.
 * The first word is a given name, unless there is no other, or family names come first where they live.
 */
const stems = `
create function name_stems(the_name text, is_family_first boolean) returns text[] language sql immutable set search_path = public, pg_temp
  return (select coalesce(array_agg(distinct s), '{}') from (select w, n, count(*) over () as words from string_to_table(trim(${words('the_name')}), ' ') with ordinality t(w, n)) t
    cross join lateral unnest(array[w, regexp_replace(w, '([aeiou]|[αεηιουω]+σ?|os)$', ''), regexp_replace(w, '[ae]([^aeiou])$', '\\1')]) s where char_length(s) > 3 and (n > 1 or words = 1 or is_family_first))`;

/** Whether a text names an organisation: by a name of it, or by the letters that stand for it. */
const organisation = `
create function names_organisation(the_text text, the_slug text) returns boolean language sql stable security definer set search_path = public, pg_temp
  return (select exists (select from organisation o left join organisation_translation t on t.organisation_slug = o.slug where o.slug = the_slug
    and ((char_length(t.name) > 3 and position(${words('t.name')} in ${words('the_text')}) > 0) or (char_length(o.acronym) > 2 and position(' ' || o.acronym || ' ' in ${asWritten('the_text')}) > 0))))`;

/**
 * Whether a text names somebody of the team of a mission or of those who were met there (PERSON), or an organisation whose place nobody may learn (ORGANISATION); null for neither. Of people the whole name, in either order, or a
 * word with a capital that begins as a family name does.
 */
const naming = `
create function named_in_text(the_mission uuid, the_text text) returns text language sql stable security definer set search_path = public, pg_temp
  return (select case when not (select is_adviser()) then null
    when exists (select from (
        select e.name, false from mission_member m join expert e on e.uuid = m.expert_uuid where m.mission_uuid = the_mission
        union all select p.name, false from mission_member m join person p on p.id = m.person_id where m.mission_uuid = the_mission
        union all select c.name, l.country_code = 'HU' from leg_contact c join mission_leg l on l.uuid = c.leg_uuid where l.mission_uuid = the_mission) n(name, is_family_first)
      cross join lateral (select ${words('n.name')} as whole, name_stems(n.name, n.is_family_first) as stems) w
      where position(w.whole in ${words('the_text')}) > 0 or position(regexp_replace(w.whole, '^ (\\S+) (.+) $', ' \\2 \\1 ') in ${words('the_text')}) > 0
        or exists (select from string_to_table(trim(${asWritten('the_text')}), ' ') t(word), unnest(w.stems) s(stem) where left(t.word, 1) <> lower(left(t.word, 1)) and starts_with(fold(t.word), s.stem))) then 'PERSON'
    when exists (select from organisation o where o.is_protected and names_organisation(the_text, o.slug)) then 'ORGANISATION' end)`;

/** Once somebody of the team, or whom a leg was to reach, is forgotten, no text can be held to their names any more: the report keeps that it is so. */
const forgotten = `
create function note_forgotten() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  the_mission constant uuid := case tg_table_name when 'mission_member' then (to_jsonb(old) ->> 'mission_uuid')::uuid else (select l.mission_uuid from mission_leg l where l.uuid = (to_jsonb(old) ->> 'leg_uuid')::uuid) end;
begin
  if acts_for('retention') or (tg_table_name = 'mission_member' and not exists (select from expert e where e.uuid::text = to_jsonb(old) ->> 'expert_uuid' union all select from person p where p.id::text = to_jsonb(old) ->> 'person_id')) then
    update mission_report set are_names_forgotten = true where mission_uuid = the_mission and not are_names_forgotten;
  end if;
  return null;
end $body$`;

/** Nothing stays published that names an organisation whose place nobody may learn, from the moment on that it is one or is called so. */
const protecting = `
create function withdraw_what_names() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  the_slug constant text := case tg_table_name when 'organisation' then to_jsonb(new) ->> 'slug' else to_jsonb(new) ->> 'organisation_slug' end;
  named record;
begin
  if not exists (select from organisation o where o.slug = the_slug and o.is_protected) then return null; end if;
  for named in select d.mission_uuid, d.decided_at from publication_decision d where exists (
      select from (select x.summary from mission_publication_translation x where x.publication_uuid = d.publication_uuid
        union all select unnest(array[x.objective, x.text]) from published_result r join published_result_translation x on x.result_uuid = r.uuid where r.publication_uuid = d.publication_uuid
        union all select x.text from published_finding f join published_finding_translation x on x.finding_uuid = f.uuid where f.publication_uuid = d.publication_uuid) t(said)
      where names_organisation(t.said, the_slug)) loop
    delete from publication_decision where mission_uuid = named.mission_uuid;
    update mission set version = version + 1 where uuid = named.mission_uuid;
    -- What somebody does is told by the decision itself.
    if acting_person() is null then insert into audit_entry (action, subject, object, part, before) values ('CHANGED', 'MISSION', named.mission_uuid, 'published_at', named.decided_at::text); end if;
  end loop;
  return null;
end $body$`;

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
  stems, organisation, naming, forgotten, ...['mission_member', 'leg_contact'].map((table) => `create trigger "${table}_forgotten" after delete on "${table}" for each row execute function note_forgotten()`),
  protecting, 'create trigger "organisation_withdraws" after insert or update of "is_protected", "acronym" on "organisation" for each row when (new.is_protected) execute function withdraw_what_names()',
  'create trigger "organisation_translation_withdraws" after insert or update of "name" on "organisation_translation" for each row execute function withdraw_what_names()',
  trail, 'create trigger "publication_decision_recorded" after insert or update or delete on "publication_decision" for each row when (acting_person() is not null) execute function record_publication()',
];
