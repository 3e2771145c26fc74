/**
 * How places are taken, counted and offered. Part of the migration that adds registrations. Every change of what is taken
 * holds the row of its session, so that of two who come at once the second sees what the first has done; nothing is counted:
 * the counters are raised on the condition that there is room.
 */

/** No place is left in the session; in a quota. */
const FULL = 'PL001';
const QUOTA_FULL = 'PL002';

const isHeld = (row: string): string => `${row}.state in ('CONFIRMED', 'OFFERED')`;

/** What a quota looks at in a registration; null where there is nothing to look at. */
const quotaValue = `
create function quota_value(the_kind text, r registration) returns text language sql immutable
  return case the_kind when 'COUNTRY' then r.country_code when 'SECTOR' then r.sector when 'PROFESSION' then r.profession_code when 'MODE' then r.mode end`;

/** What would keep somebody from a place in a session that has one: the kind of a quota that is full, or OVERLAP; null when nothing does. */
const obstacle = `
create function obstacle_of(r registration) returns text language sql stable security definer set search_path = public, pg_temp
  return coalesce(
    (select q.kind from session_quota q left join quota_count c on c.quota_uuid = q.uuid and c.value = quota_value(q.kind, r)
      where q.session_uuid = r.session_uuid and quota_value(q.kind, r) is not null and q.key in ('', quota_value(q.kind, r)) and coalesce(c.taken, 0) >= q.places order by q.uuid limit 1),
    (select 'OVERLAP' from registration o where o.participant_uuid = r.participant_uuid and o.uuid <> r.uuid and ${isHeld('o')} and o.period && r.period limit 1))`;

/** Keeps the counters: a row that comes to hold a place raises them, one that no longer does lowers them. Those of a session that is over stay. */
const holdPlace = `
create function hold_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  held_before constant boolean := tg_op <> 'INSERT' and ${isHeld('old')};
  held_now constant boolean := tg_op <> 'DELETE' and ${isHeld('new')};
  quota record;
begin
  if held_now and not held_before then
    update training_session set places_taken = places_taken + 1 where uuid = new.session_uuid and places_taken < places;
    if not found then raise exception 'no place is left' using errcode = '${FULL}'; end if;
    for quota in select uuid, places, quota_value(kind, new) as value from session_quota
      where session_uuid = new.session_uuid and key in ('', quota_value(kind, new)) and quota_value(kind, new) is not null order by uuid loop
      insert into quota_count (quota_uuid, value) values (quota.uuid, quota.value) on conflict do nothing;
      update quota_count set taken = taken + 1 where quota_uuid = quota.uuid and value = quota.value and taken < quota.places;
      if not found then raise exception 'no place is left in a quota' using errcode = '${QUOTA_FULL}'; end if;
    end loop;
  elsif held_before and not held_now then
    update training_session set places_taken = places_taken - 1 where uuid = old.session_uuid and places_taken > 0 and ends_at > now();
    if found then
      update quota_count c set taken = taken - 1 from session_quota q
        where q.session_uuid = old.session_uuid and c.quota_uuid = q.uuid and q.key in ('', c.value) and c.value = quota_value(q.kind, old) and c.taken > 0;
    end if;
  end if;
  return null;
end $body$`;

/** Whoever raises a counter, by whatever way: never above its limit. */
const neverAbove = [`
create function refuse_overselling() returns trigger language plpgsql as $body$ begin
  if tg_table_name = 'training_session' then
    if new.places_taken > old.places_taken and new.places_taken > new.places then raise exception 'no place is left' using errcode = '${FULL}'; end if;
  elsif new.taken > old.taken and new.taken > (select places from session_quota where uuid = new.quota_uuid) then
    raise exception 'no place is left in a quota' using errcode = '${QUOTA_FULL}';
  end if;
  return new;
end $body$`,
`create trigger "training_session_not_oversold" before update of "places_taken" on "training_session" for each row execute function refuse_overselling()`,
`create trigger "quota_count_not_oversold" before update of "taken" on "quota_count" for each row execute function refuse_overselling()`];

/** A quota that comes later starts with those who have a place already, be they more than it allows: nobody loses theirs. */
const countQuota = [`
create function count_quota() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  insert into quota_count (quota_uuid, value, taken)
    select new.uuid, quota_value(new.kind, r), count(*) from registration r
    where r.session_uuid = new.session_uuid and ${isHeld('r')} and quota_value(new.kind, r) is not null and new.key in ('', quota_value(new.kind, r)) group by 2;
  return null;
end $body$`,
`create trigger "session_quota_counted" after insert on "session_quota" for each row execute function count_quota()`];

/** When somebody is held by a registration: the time of its session, which may change. One that would then overlap with another place stays, and is no longer compared. */
const periods = [`
create function note_period() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  select tstzrange(starts_at, ends_at) into new.period from training_session where uuid = new.session_uuid;
  return new;
end $body$`,
`create trigger "registration_has_period" before insert on "registration" for each row execute function note_period()`, `
create function follow_period() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  moved record;
begin
  for moved in select uuid from registration where session_uuid = new.uuid and state <> 'WITHDRAWN' order by uuid loop
    begin
      update registration set period = tstzrange(new.starts_at, new.ends_at) where uuid = moved.uuid;
    exception when exclusion_violation then
      update registration set period = null where uuid = moved.uuid;
    end;
  end loop;
  return null;
end $body$`,
`create trigger "training_session_moves_registrations" after update of "starts_at", "ends_at" on "training_session" for each row
  when (old.starts_at is distinct from new.starts_at or old.ends_at is distinct from new.ends_at) execute function follow_period()`];

/**
 * Holds the row of a session until the transaction ends, and says whether it takes registrations. To be called before anything
 * that is taken, freed or waited for is written.
 */
const holdSession = `
create function hold_session(the_session uuid, out is_open boolean, out is_served boolean, out needs_validation boolean)
language plpgsql volatile security definer set search_path = public, pg_temp as $body$
begin
  select s.stage = 'OPEN' and s.starts_at > now() and (s.registration_until is null or s.registration_until > now()),
    s.stage in ('OPEN', 'CLOSED') and s.starts_at > now(), s.needs_validation
    into is_open, is_served, needs_validation from training_session s where s.uuid = the_session for no key update;
end $body$`;

/**
 * Gives a place to a registration that has none, if there is one for it, and nobody who could have it has waited for longer.
 * Says why it has none: FULL, OTHERS (who wait), or its obstacle; null when it has one. Its session must be held.
 */
const takePlace = `
create function take_place(the_registration uuid) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $body$
declare
  r registration;
  obstacle text;
begin
  if not acts_for('places') then raise insufficient_privilege; end if;
  select * into strict r from registration where uuid = the_registration;
  if ${isHeld('r')} then return null; end if;
  if not exists (select from training_session where uuid = r.session_uuid and places_taken < places) then return 'FULL'; end if;
  obstacle := obstacle_of(r);
  if obstacle is not null then return obstacle; end if;
  if exists (select from registration w where w.session_uuid = r.session_uuid and w.state = 'WAITING' and w.uuid <> r.uuid
    and (w.waits_since, w.uuid) < (coalesce(r.waits_since, 'infinity'), r.uuid) and obstacle_of(w) is null) then return 'OTHERS'; end if;
  begin
    update registration set state = 'CONFIRMED' where uuid = r.uuid;
  exception when exclusion_violation then
    return 'OVERLAP';
  end;
  return null;
end $body$`;

/**
 * Registers people for a session, all in one, as who asks: those who are registered already stay as they are, the others take a
 * place, or wait for one in the order in which they come, or wait for the embassy. Gives for each its registration, whether that
 * is new, what came of it, why there is no place, and the place on the waiting list. Where the session takes nobody, CLOSED for each who is new.
 */
const registerPeople = `
create function register_people(the_session uuid, the_submission uuid, people jsonb)
returns table (n int, registration uuid, is_new boolean, outcome text, reason text, place int) language plpgsql volatile set search_path = public, pg_temp as $body$
declare
  held record;
  one record;
  known registration;
  taken text;
begin
  select * into held from hold_session(the_session);
  for one in select * from jsonb_to_recordset(people) as x (n int, id uuid, participant uuid, email text, organisation text, country text, sector text, profession text, mode text) order by x.n loop
    select * into known from registration r where r.session_uuid = the_session and r.participant_uuid = one.participant
      and (r.submission = the_submission or r.state <> 'WITHDRAWN') order by r.submission = the_submission desc limit 1;
    n := one.n; registration := known.uuid; is_new := known.uuid is null; reason := null; place := null;
    if not is_new then
      outcome := case when known.submission = the_submission then known.state when known.state = 'REFUSED' then 'REFUSED_BEFORE' else 'ALREADY_REGISTERED' end;
    elsif not coalesce(held.is_open, false) then
      outcome := 'CLOSED';
    else
      insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, profession_code, mode, state, registered_by_id, submission, consented_at, waits_since)
        values (one.id, the_session, one.participant, one.email, one.organisation, one.country, one.sector, one.profession, one.mode,
          case when held.needs_validation then 'AWAITING_VALIDATION' else 'WAITING' end, acting_person(), the_submission, now(), case when not held.needs_validation then clock_timestamp() end);
      registration := one.id;
      outcome := 'AWAITING_VALIDATION';
      if not held.needs_validation then
        -- It is places from here to the end of this one.
        perform set_config('passerelle.purpose', 'places', true);
        taken := take_place(one.id);
        perform set_config('passerelle.purpose', '', true);
        reason := taken;
        outcome := case when taken is null then 'CONFIRMED' else 'WAITING' end;
      end if;
    end if;
    if outcome = 'WAITING' then place := waiting_position(registration); end if;
    return next;
  end loop;
end $body$`;

/** Offers the places that are left to those who wait, first come first served; who cannot have one is passed over and keeps their turn. Gives whom. The session must be held. */
const offerPlaces = `
create function offer_places(the_session uuid, for_long interval) returns setof uuid language plpgsql volatile security definer set search_path = public, pg_temp as $body$
declare
  r registration;
begin
  if not acts_for('places') then raise insufficient_privilege; end if;
  for r in select * from registration where session_uuid = the_session and state = 'WAITING' order by waits_since, uuid loop
    exit when not exists (select from training_session where uuid = the_session and places_taken < places and stage in ('OPEN', 'CLOSED') and starts_at > now());
    continue when obstacle_of(r) is not null;
    begin
      update registration set state = 'OFFERED', offered_until = (select least(now() + for_long, starts_at) from training_session where uuid = the_session) where uuid = r.uuid;
      return next r.uuid;
    exception when exclusion_violation then
      null;
    end;
  end loop;
end $body$`;

/**
 * The place on the waiting list, from 1, whoever asks: those before somebody may be others’ to see. Null for one that does not wait. In
 * two steps, so that a plan that was made when the table was small is still one that asks the index.
 */
const waitingPosition = `
create function waiting_position(the_registration uuid) returns int language plpgsql stable security definer set search_path = public, pg_temp as $body$
declare
  r record;
begin
  select session_uuid, waits_since into r from registration where uuid = the_registration and state = 'WAITING';
  if not found then return null; end if;
  return (select count(*) from registration w where w.session_uuid = r.session_uuid and w.state = 'WAITING' and (w.waits_since, w.uuid) <= (r.waits_since, the_registration));
end $body$`;

/** Why somebody waits although a place is left; null when none is, or when nothing is in the way. */
const passedOver = `
create function passed_over(the_registration uuid) returns text language sql stable security definer set search_path = public, pg_temp
  return (select obstacle_of(r) from registration r join training_session s on s.uuid = r.session_uuid
    where r.uuid = the_registration and r.state = 'WAITING' and s.places_taken < s.places)`;

export const placesFunctions: readonly string[] = [
  quotaValue, obstacle, holdPlace,
  `create trigger "registration_holds_place" after insert or update of "state" or delete on "registration" for each row execute function hold_place()`,
  ...neverAbove, ...countQuota, ...periods, holdSession, takePlace, waitingPosition, registerPeople, offerPlaces, passedOver,
].map((statement) => `${statement};`);
