/** How invitations to a session are answered, and what follows a person's address and erasure. Part of the migration that lets people answer. */

/** Where an invitation stands. Whoever sent it and may no longer prepare the session has taken it back by that. */
const state = `
create function invitation_state(the_invitation uuid) returns text language sql stable security definer set search_path = public, pg_temp
  return (select case when i.accepted_at is not null then 'ACCEPTED' when i.declined_at is not null then 'DECLINED'
      when i.revoked_at is not null or not may_prepare_session(i.invited_by_id, i.session_uuid) then 'REVOKED'
      when not (s.stage = 'OPEN' and s.starts_at > now() and coalesce(s.registration_until > now(), true)) then 'EXPIRED' else 'SENT' end
    from session_invitation i join training_session s on s.uuid = i.session_uuid where i.uuid = the_invitation)`;

/** How an address stands in a session, by whomever it was registered, also one that was given up for another. For those who prepare the session, and where somebody brings a secret. */
const registered = `
create function registered_under(the_session uuid, the_email text) returns table (uuid uuid, state text, submission uuid) language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.uuid, r.state, r.submission from registration r where r.session_uuid = the_session
    and (r.email = the_email or exists (select from participant g where g.email = the_email and g.merged_into_uuid = r.participant_uuid))
    and (acts_for('places') or may_prepare_session(acting_person(), the_session)) order by r.state = 'WITHDRAWN', r.state = 'REFUSED', r.uuid;
end`;

/** What the secret of a link leads to. */
const found = `
create function invitation_of(the_hash text) returns table (id uuid, session uuid, state text, email text, name text, locale text, organisation text, country text, sector text, format text, asks_profession boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select i.uuid, i.session_uuid, invitation_state(i.uuid), i.email, i.name, i.locale, i.organisation_slug, i.country_code, i.sector, s.format, s.asks_profession
    from session_invitation i join training_session s on s.uuid = i.session_uuid where i.secret_hash = the_hash;
end`;

/**
 * Registers who is invited, as \`register_people\` does, by the secret of the link (\`invitation\`, a hash): under the name and address, and for whom, the invitation says. The session
 * is held first, then the invitation: of two who use it at once one finds it used, and whoever takes it back is before that or too late. Sent again with the
 * same submission, it says how they stand. GONE where it cannot be used, with all else as it was. What follows in the transaction is about places.
 */
const register = `
create function register_invited(the_session uuid, the_submission uuid, the_organisation text, the_country text, the_sector text, people jsonb)
returns table (n int, registration uuid, is_new boolean, outcome text, reason text, place int, email text, locale text) language plpgsql volatile security definer set search_path = public, pg_temp as $body$
declare
  i session_invitation;
  known record;
  who jsonb;
begin
  perform hold_session(the_session);
  select * into i from session_invitation x where x.secret_hash = people -> 0 ->> 'invitation' and x.session_uuid = the_session
    and (x.organisation_slug, x.country_code, x.sector) is not distinct from (the_organisation, the_country, the_sector) for update;
  n := 0; is_new := false; outcome := 'GONE';
  -- Whoever is signed in has no part in it.
  perform set_config('passerelle.person', '', true), set_config('passerelle.purpose', 'places', true);
  if i.uuid is not null and i.accepted_at is not null then
    select * into known from registered_under(the_session, i.email) k where k.submission = the_submission limit 1;
    if found then
      registration := known.uuid; outcome := known.state;
      if outcome = 'WAITING' then place := waiting_position(registration); end if;
    end if;
  elsif invitation_state(i.uuid) = 'SENT' then
    select * into known from registered_under(the_session, i.email) k where k.state <> 'WITHDRAWN' limit 1;
    if found then
      registration := known.uuid;
      outcome := case when known.state = 'REFUSED' then 'REFUSED_BEFORE' else 'ALREADY_REGISTERED' end;
    else
      who := jsonb_build_array((people -> 0) || jsonb_build_object('name', i.name, 'email', i.email, 'locale', i.locale));
      who := keep_participants(the_session, i.organisation_slug, case when i.organisation_slug is not null or i.sector = 'AUTHORITY' then i.country_code end, i.sector, who);
      select r.registration, r.is_new, r.outcome, r.reason, r.place into registration, is_new, outcome, reason, place
        from register_people(the_session, the_submission, jsonb_build_array(who -> 0 || jsonb_build_object('country', i.country_code))) r;
      perform set_config('passerelle.purpose', 'places', true);
      update registration r set registered_by_id = i.invited_by_id, name_shown_at = case when (people -> 0 ->> 'shows_name')::boolean then now() end where r.uuid = registration and is_new;
      select p.email, p.locale into email, locale from registration r join participant p on p.uuid = r.participant_uuid where r.uuid = registration;
    end if;
    if outcome not in ('CLOSED', 'REFUSED_BEFORE') then update session_invitation x set accepted_at = now() where x.uuid = i.uuid; end if;
  end if;
  return next;
end $body$`;

/** Declines by the secret of the link: where it stands then; null for a secret that nobody has. */
const decline = `
create function decline_invitation(the_hash text) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $body$
declare
  the_invitation uuid;
begin
  select i.uuid into the_invitation from session_invitation i where i.secret_hash = the_hash for update;
  if invitation_state(the_invitation) = 'SENT' then update session_invitation set declined_at = now() where uuid = the_invitation; end if;
  return invitation_state(the_invitation);
end $body$`;

/** An address that is corrected is corrected here too. The link to the former one is void: it may be somebody else's by now. With the person goes what is kept under their address. */
const addresses = [`
create function follow_invitations() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  update session_invitation set email = new.email, revoked_at = case when accepted_at is null and declined_at is null then coalesce(revoked_at, now()) end where email = old.email;
  return null;
end $body$`,
`create trigger "person_followed_by_invitations" after update of "email" on "person" for each row when (old.email is distinct from new.email) execute function follow_invitations()`, `
create function empty_invitations() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  delete from session_invitation where email = old.email;
  return old;
end $body$`,
`create trigger "person_emptied_of_invitations" before delete on "person" for each row execute function empty_invitations()`];

export const invitationFunctions: readonly string[] = [state, registered, found, register, decline, ...addresses];
