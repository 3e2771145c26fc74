/** How somebody registers themselves. Part of the migration that lets them. */

/** A role `a` of somebody `p` that gives rights today. */
const ACTING = `member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null
    and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')`;

/**
 * Whether somebody answers for a registration: they have registered themselves, or register people for the same organisation or authority. Of who is of no
 * organisation and no authority nobody else does.
 */
const answersFor = `
create function answers_for(who uuid, r registration) returns boolean language sql stable security definer set search_path = public, pg_temp
  return (r.is_own and exists (select from person p where p.id = who and p.id = r.registered_by_id and p.suspended_at is null))
    or ((r.organisation_slug is not null or r.sector = 'AUTHORITY') and may_register(who, r.organisation_slug, r.country_code))`;

/**
 * As what who asks takes part, as their own roles and their own sheet say: for an organisation, for an authority of their country, or, as an expert, in one of the
 * countries that they know. An organisation of no country stands for each. \`profession_code\`: an expert's; of the others null, they say it.
 */
const capacities = `
create view "own_capacity" with (security_barrier = true) as select md5(a.uuid::text || c.code)::uuid as uuid, a.role, o.slug as organisation_slug, c.code as country_code,
      case when a.role = 'AUTHORITY' or o.kind in ('AUTHORITY', 'COORDINATOR') then 'AUTHORITY' when o.kind in ('NGO', 'NETWORK') then 'CIVIL_SOCIETY' else 'OTHER' end as sector, e.profession_code
    from ${ACTING}
    left join organisation o on o.slug = a.organisation_slug and a.role <> 'AUTHORITY' left join expert e on a.role = 'EXPERT' and e.person_id = a.person_id
    join country c on case when a.role = 'AUTHORITY' then c.code = a.country_code when a.role = 'EXPERT' then exists (select from expert_country k where k.expert_uuid = e.uuid and k.country_code = c.code)
      else o.slug is not null and c.code = coalesce(o.country_code, a.country_code, c.code) end
    where a.person_id = acting_person() and a.role in ('NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL', 'AUTHORITY', 'EXPERT')`;

/** Whether a registration is one that who asks may make of themselves: for a session that asks for no nomination, under their own address, as what they are. */
const mayRegisterOneself = `
create function may_register_oneself(r registration) returns boolean language sql stable security definer set search_path = public, pg_temp
  return r.registered_by_id = acting_person()
    and exists (select from training_session s where s.uuid = r.session_uuid and not s.needs_nomination)
    and exists (select from person p join participant k on k.uuid = r.participant_uuid and k.email = p.email where p.id = acting_person() and p.suspended_at is null and p.email = r.email)
    and exists (select from own_capacity c where c.organisation_slug is not distinct from r.organisation_slug and c.country_code = r.country_code and c.sector = r.sector
      and (c.role <> 'EXPERT' or c.profession_code is not distinct from r.profession_code))`;

/** What a registration is, it stays. */
const noteOneself = [`
create function note_oneself() returns trigger language plpgsql set search_path = public, pg_temp as $body$ begin
  if tg_op = 'INSERT' then new.is_own := new.is_own or coalesce(current_setting('passerelle.oneself', true), '') = 'on';
  else new.is_own := old.is_own;
  end if;
  return new;
end $body$`,
`create trigger "registration_is_own" before insert or update of "is_own" on "registration" for each row execute function note_oneself()`];

/** How who asks stands in a session under their own address, whoever registered them. \`is_again\`: by this submission of theirs. */
const ownRegistration = `
create function own_registration(the_session uuid, the_submission uuid) returns table (uuid uuid, state text, is_again boolean) language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.uuid, r.state, r.is_own and r.submission = the_submission from registration r join person p on p.id = acting_person() and p.email = r.email
    where r.session_uuid = the_session and (r.state <> 'WITHDRAWN' or (r.is_own and r.submission = the_submission)) order by 3 desc, r.state = 'REFUSED', r.uuid limit 1;
end`;

/**
 * Registers who asks for a session, as \`register_people\` does, unless they are registered already, by whomever, or it takes only those who are nominated
 * (NOMINATED). The session is held from here on.
 */
const registerMyself = `
create function register_myself(the_session uuid, the_submission uuid, the_organisation text, the_country text, the_sector text, people jsonb)
returns table (n int, registration uuid, is_new boolean, outcome text, reason text, place int) language plpgsql volatile set search_path = public, pg_temp as $body$
declare
  known record;
  kept jsonb;
begin
  perform hold_session(the_session);
  select * into known from own_registration(the_session, the_submission);
  if found then
    if not known.is_again then perform say_profession(known.uuid, people -> 0 ->> 'profession'); end if;
    return query select 0, known.uuid, false, case when known.is_again then known.state when known.state = 'REFUSED' then 'REFUSED_BEFORE' else 'ALREADY_REGISTERED' end, null::text,
      case when known.is_again then waiting_position(known.uuid) end;
    return;
  end if;
  if (select s.needs_nomination from training_session s where s.uuid = the_session) then
    return query select 0, null::uuid, false, 'NOMINATED', null::text, null::int;
    return;
  end if;
  kept := keep_participants(the_session, the_organisation, case when the_organisation is not null or the_sector = 'AUTHORITY' then the_country end, the_sector, people);
  perform set_config('passerelle.oneself', 'on', true);
  return query select * from register_people(the_session, the_submission, jsonb_build_array(kept -> 0 || jsonb_build_object('country', the_country)));
  perform set_config('passerelle.oneself', '', true);
end $body$`;

/** Who sees all of a registration \`r\`. */
const WHOLE = '(may_prepare_session(acting_person(), r.session_uuid) or answers_for(acting_person(), r.*))';

/** What asked who registers for an organisation or authority asks who answers for the registration. */
const others = [`
create or replace function say_profession(the_registration uuid, the_profession text) returns void language sql volatile security definer set search_path = public, pg_temp as $body$
  update registration r set profession_code = the_profession where r.uuid = the_registration and r.profession_code is null and the_profession is not null
    and r.state in ('AWAITING_VALIDATION', 'WAITING') and answers_for(acting_person(), r)
$body$`, `
create or replace function check_in_pass(the_registration uuid, out token text, out code text) language plpgsql stable security definer set search_path = public, pg_temp as $body$
declare
  r record;
  mac bytea;
begin
  select g.uuid, a.check_in_key as key into r from registration g join session_attendance a on a.session_uuid = g.session_uuid
    where g.uuid = the_registration and g.state = 'CONFIRMED' and a.check_in_key is not null
      and (acts_for('places') or may_prepare_session(acting_person(), g.session_uuid) or answers_for(acting_person(), g.*) or g.session_uuid in (select sessions_to_check_in()));
  if not found then return; end if;
  mac := hmac_sha256(r.key, convert_to('passerelle check-in', 'utf8') || uuid_send(r.uuid));
  token := translate(encode(uuid_send(r.uuid) || substring(mac from 1 for 16), 'base64'), '+/=', '-_');
  code := (select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', get_byte(mac, i) % 32 + 1, 1), '' order by i) from generate_series(0, 7) i);
end $body$`, `
create or replace function attendee_said_of(the_registration uuid, the_moment timestamptz) returns table (uuid uuid, session_uuid uuid) language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.uuid, r.session_uuid from registration r where r.uuid = the_registration and r.state = 'CONFIRMED'
    and (${WHOLE} or r.session_uuid in (select sessions_to_check_in()) or r.session_uuid in (select sessions_to_hear_of(the_moment)));
end`, `
create or replace view "attendee" with (security_barrier = true) as select r.uuid, r.session_uuid, p.name, r.organisation_slug, case when ${WHOLE} then r.country_code else null end as country_code, case when ${WHOLE} then r.mode else null end as mode, r.is_demonstration, (check_in_pass(r.uuid)).token as token, (check_in_pass(r.uuid)).code as code
    from registration r join participant p on p.uuid = r.participant_uuid
    where r.state = 'CONFIRMED' and (${WHOLE} or r.session_uuid in (select sessions_to_check_in()))`, `
create or replace view "training_record" with (security_barrier = true) as select r.uuid, r.session_uuid, p.name, r.organisation_slug, r.country_code, r.profession_code, s.starts_at, cardinality(held_days(s.uuid)) as days, present_days(r.uuid) as days_present,
      (select c.number from certificate c where c.registration_uuid = r.uuid and c.revoked_at is null) as certificate_number, r.email = (select email from person where id = acting_person()) as is_own, r.is_demonstration, r.sector
    from registration r join participant p on p.uuid = r.participant_uuid join training_session s on s.uuid = r.session_uuid
    where r.state = 'CONFIRMED' and s.ends_at <= now() and s.stage in ('OPEN', 'CLOSED', 'ARCHIVED') and ((select is_adviser()) or r.email = (select email from person where id = acting_person())
      or answers_for(acting_person(), r.*) or is_post_of(acting_person(), r.country_code))`, `
create or replace function document_is_for(who uuid, the_session uuid, visibility text) returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (select from training_session s where s.uuid = the_session and (may_prepare(who, s.country_code) or (s.stage <> 'DRAFT' and case
    -- What anybody can bring who signs in as somebody invented is not handed to the world.
    when visibility = 'EVERYBODY' then who is not null or not exists (select from demonstration)
    when exists (select from session_trainer t join expert e on e.uuid = t.expert_uuid join ${ACTING} on a.person_id = e.person_id and a.role = 'EXPERT' where t.session_uuid = s.uuid and e.person_id = who) then true
    else visibility = 'REGISTERED' and exists (select from registration r join person p on p.id = who and p.suspended_at is null
      where r.session_uuid = s.uuid and r.state = 'CONFIRMED' and (lower(r.email) = lower(p.email) or answers_for(who, r.*))) end)))`,
`alter policy "presence_seen" on "presence" using (may_prepare_session(acting_person(), session_uuid) or exists (select from registration r where r.uuid = registration_uuid and answers_for(acting_person(), r.*)) or session_uuid in (select sessions_to_hear_of()))`,
`alter policy "certificate_seen" on "certificate" using (may_prepare_session(acting_person(), session_uuid) or exists (select from registration r where r.uuid = registration_uuid and answers_for(acting_person(), r.*)))`];

export const oneselfFunctions: readonly string[] = [answersFor, capacities, mayRegisterOneself, ...noteOneself, ownRegistration, registerMyself, ...others];
