/**
 * How two participants become one. Part of the migration that lets them. All that was kept of either is of the one who is kept; of two registrations for
 * one session the one that has come furthest stays, and the other ends as one that is withdrawn does. Whoever calls holds the sessions first.
 */
import { addressFunctions } from './merging-addresses.ts';

const mayMerge = `
create function may_merge(who uuid, one uuid, other uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  return (select count(*) = 2 and bool_and(is_post_of(who, p.country_code) or (select exists (select from member a join person h on h.id = a.person_id and h.suspended_at is null where a.person_id = who
    and a.role in ('ADVISER', 'ASSISTANT') and a.suspended_at is null and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')))) from participant p where p.uuid in (one, other))`;

/** The words of a name without marks and capitals, each letter of other alphabets in Latin, in one order. */
const nameKey = `
create function name_key(the_name text) returns text language sql immutable strict parallel safe set search_path = public, pg_temp
  return (select coalesce(string_agg(w, ' ' order by w), '') from regexp_split_to_table(fold(the_name), '[^[:alnum:]]+') w where w <> '')`;

/**
 * Pairs that may be one person, of those whom who asks may merge: the same address, or in one country a word of the name in common, one that no more than
 * 200 have, and names that are alike by their trigrams. First of a pair is who was registered last. It runs as its owner, whom no rule of rows binds: it says itself who sees what.
 */
const likelyDoubles = `
create function likely_doubles() returns table (uuid uuid, first_uuid uuid, second_uuid uuid, country_code text, second_country_code text, is_same_address boolean, first_registrations int, second_registrations int,
  last_at timestamptz, second_last_at timestamptz, likeness int) language sql stable security definer set search_path = public, pg_temp
begin atomic
  with p as materialized (
      select x.uuid, x.email, x.country_code, name_key(x.name) as name, coalesce((select max(r.registered_at) from registration r where r.participant_uuid = x.uuid), x.created_at) as last_at,
        (select count(*)::int from registration r where r.participant_uuid = x.uuid) as registrations
      from participant x where x.merged_into_uuid is null and ((select is_adviser()) or is_post_of(acting_person(), x.country_code))),
    w as materialized (select uuid, country_code, word from (
      select p.uuid, p.country_code, word, count(*) over (partition by p.country_code, word) as bearers from p cross join lateral regexp_split_to_table(p.name, ' ') word where length(word) > 2) x where bearers <= 200),
    pair as (select a.uuid as one, b.uuid as other from p a join p b on b.email = a.email and b.uuid > a.uuid
      union select a.uuid, b.uuid from w a join w b on b.country_code = a.country_code and b.word = a.word and b.uuid > a.uuid)
    select md5(f.uuid::text || s.uuid::text)::uuid as uuid, f.uuid as first_uuid, s.uuid as second_uuid, f.country_code, s.country_code as second_country_code,
      f.email = s.email as is_same_address, f.registrations as first_registrations, s.registrations as second_registrations, f.last_at, s.last_at as second_last_at,
      (case when f.email = s.email then 1000 else 0 end + 1000 * similarity(f.name, s.name))::int as likeness
    from pair join p a on a.uuid = pair.one join p b on b.uuid = pair.other
      join p f on f.uuid = case when (a.last_at, a.uuid) > (b.last_at, b.uuid) then a.uuid else b.uuid end join p s on s.uuid = case when f.uuid = a.uuid then b.uuid else a.uuid end
    where (f.email = s.email or similarity(f.name, s.name) >= 0.5) and not exists (select from participant_apart t where t.first_uuid = pair.one and t.second_uuid = pair.other);
end`;

const doubles = [likelyDoubles, `create view "likely_double" as select uuid, first_uuid, second_uuid, country_code, second_country_code, is_same_address, first_registrations, second_registrations, last_at, second_last_at, likeness from likely_doubles() likely_doubles(uuid, first_uuid, second_uuid, country_code, second_country_code, is_same_address, first_registrations, second_registrations, last_at, second_last_at, likeness)`];

/** How far a registration has come. Of two that are as far, the earlier one is the further. */
const progress = `
create function progress_of(r registration) returns int language sql stable set search_path = public, pg_temp
  return case when exists (select from certificate c where c.registration_uuid = r.uuid and c.revoked_at is null) then 7
    when exists (select from presence p where p.registration_uuid = r.uuid and p.state = 'PRESENT') then 6
    else case r.state when 'CONFIRMED' then 5 when 'OFFERED' then 4 when 'WAITING' then 3 when 'AWAITING_VALIDATION' then 2 when 'REFUSED' then 1 else 0 end end`;

/** Of two registrations for one session, gives to the one that stays what the other has and it has not, and ends the other. Of two certificates the reason of the one that is revoked names the other. */
const endTwin = `
create function end_twin(stays uuid, ends uuid) returns void language plpgsql volatile set search_path = public, pg_temp as $body$ begin
  update certificate c set revoked_at = now(), revoked_by_id = acting_person(), revoked_reason = '→ ' || o.number from certificate o
    where c.registration_uuid = ends and c.revoked_at is null and o.registration_uuid = stays and o.revoked_at is null;
  insert into presence (registration_uuid, day, session_uuid, state, decided_at, recorded_at, recorded_by_id, email, is_demonstration)
    select stays, p.day, p.session_uuid, p.state, p.decided_at, p.recorded_at, p.recorded_by_id, p.email, p.is_demonstration from presence p
    where p.registration_uuid = ends and exists (select from registration r join training_session s on s.uuid = r.session_uuid where r.uuid = stays and r.state = 'CONFIRMED' and s.stage in ('OPEN', 'CLOSED', 'ARCHIVED'))
    on conflict (registration_uuid, day) do update set state = excluded.state, decided_at = excluded.decided_at where excluded.state = 'PRESENT' and presence.state <> 'PRESENT';
  delete from presence where registration_uuid = ends;
  update answer_file f set registration_uuid = stays where f.registration_uuid = ends and not exists (select from registration_answer o where o.registration_uuid = stays and o.question_uuid = f.question_uuid);
  update registration_answer a set registration_uuid = stays where a.registration_uuid = ends and not exists (select from registration_answer o where o.registration_uuid = stays and o.question_uuid = a.question_uuid);
  update evaluation_invitation i set registration_uuid = stays where i.registration_uuid = ends and not exists (select from evaluation_invitation o where o.registration_uuid = stays);
  update registration set state = 'WITHDRAWN', ending = 'MERGED', ended_at = now(), refused_reason = null, leave_hashes = '{}', offer_secret_hash = null where uuid = ends;
end $body$`;

/**
 * Makes one of two participants: \`gone\` leads to \`kept\` from now on. What is taken from the one that goes: NAME, EMAIL, LOCALE, PROFESSION, WORK (organisation, country and sector
 * in one); the address of an account is taken or stays, whatever was chosen. \`ended\`: of each session in which both were registered the registration that stays, and how the other
 * one stood; \`readdressed\`: registrations whose address is another one now, and how they stand. Nothing is done, and told why, where somebody else of that organisation has
 * that address (TAKEN) and where either has an account of their own (NOT_ALLOWED). Its sessions are held. Refused to whom it is not to do.
 */
const merge = `
create function merge_participants(kept_uuid uuid, gone_uuid uuid, the_key uuid, takes text[], out outcome text, out ended jsonb, out readdressed jsonb) language plpgsql volatile security definer set search_path = public, pg_temp as $body$
declare
  k participant;
  g participant;
  n participant;
  at_new participant;
  twin record;
  moved record;
  knows_kept boolean;
  knows_gone boolean;
begin
  if not may_merge(acting_person(), kept_uuid, gone_uuid) then raise insufficient_privilege; end if;
  select * into strict k from participant where uuid = kept_uuid and merged_into_uuid is null;
  select * into strict g from participant where uuid = gone_uuid and merged_into_uuid is null;
  n := k;
  if 'NAME' = any(takes) then n.name := g.name; end if;
  select exists (select from person where email = k.email), exists (select from person where email = g.email) into knows_kept, knows_gone;
  ended := '[]';
  readdressed := '[]';
  outcome := 'NOT_ALLOWED';
  if knows_kept and knows_gone and k.email <> g.email then return; end if;
  if knows_gone or ('EMAIL' = any(takes) and not knows_kept) then n.email := g.email; end if;
  if 'LOCALE' = any(takes) then n.locale := g.locale; end if;
  if 'PROFESSION' = any(takes) then n.profession_code := g.profession_code; end if;
  if 'WORK' = any(takes) then n.organisation_slug := g.organisation_slug; n.country_code := g.country_code; n.sector := g.sector; end if;
  select * into at_new from participant where organisation_slug is not distinct from n.organisation_slug and country_code = n.country_code and email = n.email and uuid <> kept_uuid;
  outcome := 'TAKEN';
  if found and at_new.uuid <> gone_uuid and at_new.merged_into_uuid is distinct from kept_uuid and at_new.merged_into_uuid is distinct from gone_uuid then return; end if;
  outcome := 'DONE';
  with u as (update registration set email = n.email, leave_hashes = '{}' where participant_uuid in (kept_uuid, gone_uuid) and email <> n.email returning session_uuid, uuid, state)
    select coalesce(jsonb_agg(jsonb_build_object('session', session_uuid, 'stays', uuid, 'state', state) order by session_uuid), '[]') into readdressed from u;
  for twin in select a.session_uuid, a.uuid as one, b.uuid as other, (progress_of(a), coalesce(b.waits_since, b.registered_at), b.uuid) >= (progress_of(b), coalesce(a.waits_since, a.registered_at), a.uuid) as is_first
    from registration a join registration b on b.session_uuid = a.session_uuid and b.participant_uuid = gone_uuid and b.state <> 'WITHDRAWN'
    where a.participant_uuid = kept_uuid and a.state <> 'WITHDRAWN' order by a.session_uuid loop
    ended := ended || jsonb_build_object('session', twin.session_uuid, 'stays', case when twin.is_first then twin.one else twin.other end,
      'state', (select state from registration where uuid = case when twin.is_first then twin.other else twin.one end));
    perform end_twin(case when twin.is_first then twin.one else twin.other end, case when twin.is_first then twin.other else twin.one end);
  end loop;
  -- What one submission has registered of both stays told by the one that is kept.
  update registration g2 set submission = gen_random_uuid() where g2.participant_uuid = gone_uuid
    and exists (select from registration k2 where k2.participant_uuid = kept_uuid and k2.session_uuid = g2.session_uuid and k2.submission = g2.submission);
  for moved in select uuid from registration where participant_uuid = gone_uuid order by uuid loop
    begin
      update registration set participant_uuid = kept_uuid where uuid = moved.uuid;
    exception when exclusion_violation then
      -- Two places at once that they have already stay theirs, and are no longer compared.
      update registration set participant_uuid = kept_uuid, period = null where uuid = moved.uuid;
    end;
  end loop;
  update participant set merged_into_uuid = kept_uuid where merged_into_uuid = gone_uuid;
  update participant set merged_into_uuid = kept_uuid, merge_key = the_key where uuid = gone_uuid;
  update participant_apart a set first_uuid = least(kept_uuid, x.other), second_uuid = greatest(kept_uuid, x.other)
    from (select first_uuid, second_uuid, case when first_uuid = gone_uuid then second_uuid else first_uuid end as other from participant_apart where gone_uuid in (first_uuid, second_uuid)) x
    where a.first_uuid = x.first_uuid and a.second_uuid = x.second_uuid and x.other <> kept_uuid
      and not exists (select from participant_apart e where e.first_uuid = least(kept_uuid, x.other) and e.second_uuid = greatest(kept_uuid, x.other));
  delete from participant_apart where gone_uuid in (first_uuid, second_uuid);
  update audit_entry set object = kept_uuid where subject = 'PARTICIPANT' and object = gone_uuid;
  if (n.organisation_slug, n.country_code, n.email) is distinct from (k.organisation_slug, k.country_code, k.email) then
    if at_new.uuid is not null then delete from participant where uuid = at_new.uuid; end if;
    update participant set organisation_slug = n.organisation_slug, country_code = n.country_code, sector = n.sector, email = n.email where uuid = kept_uuid;
    insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale, profession_code, created_at, is_demonstration, merged_into_uuid, merge_key)
      values (coalesce(at_new.uuid, gen_random_uuid()), k.organisation_slug, k.country_code, k.sector, k.name, k.email, k.locale, k.profession_code, k.created_at, k.is_demonstration, kept_uuid,
        case when at_new.uuid = gone_uuid then the_key else at_new.merge_key end);
  end if;
  update participant set name = n.name, locale = n.locale, profession_code = n.profession_code where uuid = kept_uuid;
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select acting_person(), 'CHANGED', 'PARTICIPANT', kept_uuid, x.part, x.before, x.after
    from (values ('merged', g.name || ', ' || g.email, k.name || ', ' || k.email), ('name', k.name, n.name), ('email', k.email, n.email), ('locale', k.locale, n.locale), ('profession_code', k.profession_code, n.profession_code),
      ('organisation_slug', k.organisation_slug, n.organisation_slug), ('country_code', k.country_code, n.country_code)) x(part, before, after) where x.part = 'merged' or x.before is distinct from x.after;
end $body$`;

/** Presence that a merge moves is that of a session that may have been put away since. */
const keepPresence = `
create or replace function keep_presence() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  select r.email into new.email from registration r join training_session s on s.uuid = r.session_uuid
    where r.uuid = new.registration_uuid and r.session_uuid = new.session_uuid and r.state = 'CONFIRMED' and (s.stage in ('OPEN', 'CLOSED') or (s.stage = 'ARCHIVED' and acts_for('places')));
  if not found then raise exception 'presence is of somebody with a place in a session that is held' using errcode = 'PR001'; end if;
  if tg_op = 'UPDATE' and old.state = 'PRESENT' and new.state <> 'PRESENT' and exists (select from certificate c where c.registration_uuid = new.registration_uuid and c.revoked_at is null) then
    raise exception 'their presence is certified' using errcode = 'PR003';
  end if;
  return new;
end $body$`;

/** How somebody stands in a session, whoever registered them: another organisation may have, whose registrations who asks does not see. */
const known = `
create function known_registration(the_session uuid, the_participant uuid, the_submission uuid) returns table (uuid uuid, state text, submission uuid) language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.uuid, r.state, r.submission from registration r where r.session_uuid = the_session and r.participant_uuid = the_participant
    and (r.submission = the_submission or r.state <> 'WITHDRAWN') order by r.submission = the_submission desc limit 1;
end`;

/** Registers people for a session; what is known of them stands under their address, also of one that they gave up. */
const register = `
create or replace function register_people(the_session uuid, the_submission uuid, people jsonb)
returns table (n int, registration uuid, is_new boolean, outcome text, reason text, place int) language plpgsql volatile set search_path = public, pg_temp as $body$
declare
  held record;
  one record;
  known record;
begin
  select * into held from hold_session(the_session);
  for one in select * from jsonb_to_recordset(people) as x (n int, id uuid, participant uuid, email text, organisation text, country text, sector text, profession text, mode text, leave_hash text) order by x.n loop
    select * into known from known_registration(the_session, one.participant, the_submission);
    n := one.n; registration := known.uuid; is_new := known.uuid is null; reason := null; place := null;
    if not is_new then
      outcome := case when known.submission = the_submission then known.state when known.state = 'REFUSED' then 'REFUSED_BEFORE' else 'ALREADY_REGISTERED' end;
      if outcome = 'WAITING' then place := waiting_position(registration); end if;
    elsif one.participant is null or not coalesce(held.is_open, false) then
      outcome := 'CLOSED';
    else
      insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, profession_code, mode, state, registered_by_id, submission, consented_at, waits_since, leave_hashes)
        values (one.id, the_session, one.participant, one.email, one.organisation, one.country, one.sector, one.profession, one.mode,
          case when held.needs_validation then 'AWAITING_VALIDATION' else 'WAITING' end, acting_person(), the_submission, now(), case when not held.needs_validation then next_turn(the_session) end,
          case when held.needs_validation then '{}' else array_remove(array[one.leave_hash], null) end);
      registration := one.id;
      outcome := 'AWAITING_VALIDATION';
      if not held.needs_validation then
        -- It is places from here to the end of this one.
        perform set_config('passerelle.purpose', 'places', true);
        reason := take_place(one.id);
        perform set_config('passerelle.purpose', '', true);
        outcome := 'CONFIRMED';
        if reason is not null then
          outcome := 'WAITING';
          -- The last of those who wait: their number.
          select places_waiting into place from training_session where uuid = the_session;
        end if;
      end if;
    end if;
    return next;
  end loop;
end $body$`;

export const mergeFunctions: readonly string[] = [mayMerge, nameKey, ...doubles, progress, endTwin, merge, keepPresence, known, register, ...addressFunctions];
