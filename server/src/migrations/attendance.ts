/**
 * How passes are signed and read, presence is kept and certificates are earned. Part of the migration that adds attendance. A pass is the
 * key of a registration and sixteen bytes of an HMAC (RFC 2104, SHA-256) of it under the key of its session: whoever has that key, which
 * those who prepare the session have, reads it without asking anybody.
 */

/** Presence of somebody without a place, or of a session that is not for that; a certificate that was not earned. */
const NOT_HERE = 'PR001';
const NOT_EARNED = 'PR002';
const CERTIFIED = 'PR003';

/** Signs that are not mistaken for each other when they are typed (Crockford). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LABEL = 'passerelle check-in';

const hmac = `
create function hmac_sha256(key bytea, message bytea) returns bytea language plpgsql immutable strict parallel safe as $body$
declare
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
begin
  for i in 0 .. length(key) - 1 loop
    inner_pad := set_byte(inner_pad, i, get_byte(inner_pad, i) # get_byte(key, i));
    outer_pad := set_byte(outer_pad, i, get_byte(outer_pad, i) # get_byte(key, i));
  end loop;
  return sha256(outer_pad || sha256(inner_pad || message));
end $body$`;

/** Each session has what its passes are signed with, until it is put away or called off. */
const keys = [`
create function new_check_in_key() returns bytea language sql volatile
  return sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))`,
`insert into session_attendance (session_uuid, check_in_key) select uuid, case when stage not in ('CANCELLED', 'ARCHIVED') then new_check_in_key() end from training_session`, `
create function add_attendance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  insert into session_attendance (session_uuid, check_in_key) values (new.uuid, case when new.stage not in ('CANCELLED', 'ARCHIVED') then new_check_in_key() end) on conflict do nothing;
  return null;
end $body$`,
`create trigger "training_session_has_attendance" after insert on "training_session" for each row execute function add_attendance()`, `
create function drop_check_in_key() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  update session_attendance set check_in_key = null where session_uuid = new.uuid;
  return null;
end $body$`,
`create trigger "training_session_drops_key" after update of "stage" on "training_session" for each row
  when (new.stage in ('CANCELLED', 'ARCHIVED') and old.stage <> new.stage) execute function drop_check_in_key()`];

/** The days of a session on its own clock. One that lasts no longer than a day has one, also where midnight is in it. */
const days = `
create function session_days(starts timestamptz, ends timestamptz, zone text) returns date[] language sql stable parallel safe
  return case when ends - starts <= interval '1 day' then array[(starts at time zone zone)::date]
    else array(select d::date from generate_series((starts at time zone zone)::date::timestamp, ((ends - interval '1 microsecond') at time zone zone)::date::timestamp, interval '1 day') d) end`;

/** The pass of somebody who has a place, for those who prepare the session, who registered them, and the mail to them; else nulls. */
const pass = `
create function check_in_pass(the_registration uuid, out token text, out code text) language plpgsql stable security definer set search_path = public, pg_temp as $body$
declare
  r record;
  mac bytea;
begin
  select g.uuid, a.check_in_key as key into r from registration g join session_attendance a on a.session_uuid = g.session_uuid
    where g.uuid = the_registration and g.state = 'CONFIRMED' and a.check_in_key is not null
      and (acts_for('places') or may_prepare_session(acting_person(), g.session_uuid) or may_register(acting_person(), g.organisation_slug, g.country_code));
  if not found then return; end if;
  mac := hmac_sha256(r.key, convert_to('${LABEL}', 'utf8') || uuid_send(r.uuid));
  token := translate(encode(uuid_send(r.uuid) || substring(mac from 1 for 16), 'base64'), '+/=', '-_');
  code := (select string_agg(substr('${SIGNS}', get_byte(mac, i) % 32 + 1, 1), '' order by i) from generate_series(0, 7) i);
end $body$`;

/** The registration that a pass is for; null for one that nobody has signed. */
const readPass = `
create function read_check_in_pass(the_token text) returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $body$
declare
  bytes bytea;
  the_registration uuid;
  the_key bytea;
begin
  if the_token !~ '^[A-Za-z0-9_-]{43}$' then return null; end if;
  bytes := decode(translate(the_token, '-_', '+/') || '=', 'base64');
  the_registration := encode(substring(bytes from 1 for 16), 'hex')::uuid;
  select a.check_in_key into the_key from registration g join session_attendance a on a.session_uuid = g.session_uuid where g.uuid = the_registration;
  if the_key is null or substring(hmac_sha256(the_key, convert_to('${LABEL}', 'utf8') || uuid_send(the_registration)) from 1 for 16) <> substring(bytes from 17) then return null; end if;
  return the_registration;
end $body$`;

/** On how many days of the session somebody was there, and whether that is the share that is asked for. */
const attended = [`
create function present_days(the_registration uuid) returns int language sql stable security definer set search_path = public, pg_temp
  return (select count(*)::int from presence p join training_session s on s.uuid = p.session_uuid
    where p.registration_uuid = the_registration and p.state = 'PRESENT' and p.day = any(session_days(s.starts_at, s.ends_at, s.time_zone)))`, `
create function has_attended(the_registration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  return coalesce((select present_days(r.uuid) > 0 and present_days(r.uuid) * 100 >= a.required_share * cardinality(session_days(s.starts_at, s.ends_at, s.time_zone))
    from registration r join training_session s on s.uuid = r.session_uuid join session_attendance a on a.session_uuid = s.uuid where r.uuid = the_registration and r.state = 'CONFIRMED'), false)`];

/** Whatever writes presence: of somebody with a place, in a session that is neither a draft, called off nor put away; of who has a certificate it takes nothing back. */
const keepPresence = [`
create function keep_presence() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  select r.email into new.email from registration r join training_session s on s.uuid = r.session_uuid
    where r.uuid = new.registration_uuid and r.session_uuid = new.session_uuid and r.state = 'CONFIRMED' and s.stage in ('OPEN', 'CLOSED');
  if not found then raise exception 'presence is of somebody with a place in a session that is held' using errcode = '${NOT_HERE}'; end if;
  if tg_op = 'UPDATE' and old.state = 'PRESENT' and new.state <> 'PRESENT' and exists (select from certificate c where c.registration_uuid = new.registration_uuid and c.revoked_at is null) then
    raise exception 'their presence is certified' using errcode = '${CERTIFIED}';
  end if;
  return new;
end $body$`,
`create trigger "presence_kept" before insert or update of "registration_uuid", "session_uuid", "day", "state" on "presence" for each row execute function keep_presence()`];

/** Whatever issues a certificate: for somebody who was there, in a session that is over, with their name as it is now. */
const keepCertificate = [`
create function keep_certificate() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  select r.email, p.name into new.email, new.name from registration r join participant p on p.uuid = r.participant_uuid join training_session s on s.uuid = r.session_uuid
    where r.uuid = new.registration_uuid and r.session_uuid = new.session_uuid and s.stage in ('OPEN', 'CLOSED', 'ARCHIVED') and s.ends_at <= now() and has_attended(r.uuid);
  if not found then raise exception 'a certificate is for who was there' using errcode = '${NOT_EARNED}'; end if;
  return new;
end $body$`,
`create trigger "certificate_earned" before insert on "certificate" for each row execute function keep_certificate()`, `
create function keep_what_is_certified() returns trigger language plpgsql as $body$ begin
  if (new.number, new.registration_uuid, new.session_uuid, new.name, new.shows_name, new.issued_at) is distinct from (old.number, old.registration_uuid, old.session_uuid, old.name, old.shows_name, old.issued_at) then
    raise exception 'what is certified is not changed' using errcode = '${NOT_EARNED}';
  end if;
  return new;
end $body$`,
`create trigger "certificate_stays" before update on "certificate" for each row execute function keep_what_is_certified()`];

/** An address that is corrected is corrected wherever it leads to its person. */
const addresses = [`
create function follow_attendance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  update presence set email = new.email where registration_uuid = new.uuid;
  update certificate set email = new.email where registration_uuid = new.uuid;
  return null;
end $body$`,
`create trigger "registration_followed_by_attendance" after update of "email" on "registration" for each row when (old.email is distinct from new.email) execute function follow_attendance()`];

export const attendanceFunctions: readonly string[] = [hmac, ...keys, days, pass, readPass, ...attended, ...keepPresence, ...keepCertificate, ...addresses].map((statement) => `${statement};`);
