/** Whom an address leads to that was given up when two participants became one. Part of the migration that lets them. */

/** Whoever is registered in a way that leads to somebody else is that one: by their key, and under their address. */
const follow = [`
create or replace function keep_participants(the_session uuid, the_organisation text, the_country text, the_sector text, people jsonb) returns jsonb language plpgsql volatile set search_path = public, pg_temp as $body$
declare
  kept jsonb;
begin
  if (select h.is_open from hold_session(the_session) h) then
    with p as (
      insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale, profession_code)
        select x.participant, the_organisation, the_country, the_sector, x.name, x.email, x.locale, x.profession
        from jsonb_to_recordset(people) as x (participant uuid, name text, email text, locale text, profession text) order by x.email collate "C"
      on conflict (organisation_slug, country_code, email) do update set name = excluded.name, locale = excluded.locale, profession_code = excluded.profession_code returning email, coalesce(merged_into_uuid, uuid) as uuid)
    select jsonb_agg(one || jsonb_build_object('participant', p.uuid, 'organisation', the_organisation, 'country', the_country, 'sector', the_sector)) into kept from jsonb_array_elements(people) one left join p on p.email = one ->> 'email';
  else
    select jsonb_agg(one || jsonb_build_object('participant', coalesce(p.merged_into_uuid, p.uuid), 'organisation', the_organisation, 'country', the_country, 'sector', the_sector)) into kept from jsonb_array_elements(people) one
      left join participant p on p.email = one ->> 'email' and p.organisation_slug is not distinct from the_organisation and p.country_code = the_country;
  end if;
  return kept;
end $body$`, `
create or replace function note_period() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  kept text;
begin
  select tstzrange(starts_at, ends_at) into new.period from training_session where uuid = new.session_uuid;
  select k.email into kept from participant k where k.uuid = new.participant_uuid and exists (select from participant s where s.merged_into_uuid = k.uuid);
  if found then new.email := kept; end if;
  return new;
end $body$`];

/** Where who has just been registered is written to: at the address, and in the language, of the one who is kept. Told to whoever has registered them, while they do. */
const writtenTo = `
create function written_to(the_registration uuid) returns table (email text, locale text) language sql volatile security definer set search_path = public, pg_temp as $body$
  select p.email, p.locale from registration r join participant p on p.uuid = r.participant_uuid where r.uuid = the_registration and r.registered_by_id = acting_person() and r.registered_at = now()
$body$`;

/** An address that is corrected is corrected here; with one that they had given up it is exchanged. */
const corrected = `
create or replace function follow_participant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  given_up participant;
begin
  for given_up in select o.* from participant p join participant o on o.merged_into_uuid = p.uuid and o.organisation_slug is not distinct from p.organisation_slug and o.country_code = p.country_code
    where p.email = old.email and o.email = new.email loop
    delete from participant where uuid = given_up.uuid;
    update participant set email = new.email where uuid = given_up.merged_into_uuid;
    given_up.email := old.email;
    insert into participant select given_up.*;
  end loop;
  update participant p set email = new.email where email = old.email and not exists (
    select from participant o where o.organisation_slug is not distinct from p.organisation_slug and o.country_code = p.country_code and o.email = new.email);
  update registration set email = new.email, leave_hashes = '{}' where email = old.email;
  return null;
end $body$`;

/** Who is erased is so whichever way they were registered, and the trail has nothing of them. */
const erasure = [`
create or replace function empty_participants() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  delete from participant p using registration r where r.participant_uuid = p.uuid and r.email = old.email;
  delete from participant p using participant s where s.merged_into_uuid = p.uuid and s.email = old.email;
  delete from participant where email = old.email;
  return old;
end $body$`, `
create function forget_merged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  delete from audit_entry where subject = 'PARTICIPANT' and object = old.uuid;
  return null;
end $body$`,
`create trigger "participant_forgotten" after delete on "participant" for each row execute function forget_merged()`, `
create or replace function erase_person(who uuid, mark text) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
  perform from training_session s where s.uuid in (
    select r.session_uuid from registration r join participant p on p.uuid = r.participant_uuid join person a on a.id = who
    where r.registered_by_id = who or a.email in (r.email, p.email) or exists (select from participant g where g.merged_into_uuid = p.uuid and g.email = a.email)) order by s.uuid for no key update;
  insert into erased_person (mark) values (erase_person.mark) on conflict do nothing;
  delete from person where id = who;
end $body$`];

export const addressFunctions: readonly string[] = [...follow, writtenTo, corrected, ...erasure];
