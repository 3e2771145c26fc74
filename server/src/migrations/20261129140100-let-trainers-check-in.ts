import { Migration } from '@mikro-orm/migrations';

const TAUGHT = `exists (select from session_trainer t join expert e on e.uuid = t.expert_uuid join member a on a.person_id = e.person_id join person p on p.id = a.person_id
        where t.session_uuid = s.uuid and e.person_id = acting_person() and a.role = 'EXPERT' and p.suspended_at is null and a.suspended_at is null
          and current_date >= a.since and current_date <= coalesce(a.until, 'infinity'))`;
const FROM = `(((s.starts_at at time zone s.time_zone)::date - 1) + time '12:00') at time zone s.time_zone`;
/** The end of the day that comes so many days after the last. */
const until = (days: number): string => `((s.ends_at at time zone s.time_zone)::date + ${days + 1})::timestamp at time zone s.time_zone`;

/** The sessions that somebody teaches in, from noon of the eve to the end of the day after, on the clock of each. */
const SESSIONS = `
  create function sessions_to_check_in() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select s.uuid from training_session s where s.stage in ('OPEN', 'CLOSED') and now() >= ${FROM} and now() < ${until(1)} and ${TAUGHT};
  end;`;

/** The same for a week more: what was decided while they were held may come late, from a telephone that had no network. With a moment, those that were held then. */
const LATE = `
  create function sessions_to_hear_of(the_moment timestamptz default null) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select s.uuid from training_session s where s.stage in ('OPEN', 'CLOSED') and now() >= ${FROM} and now() < ${until(8)} and ${TAUGHT}
      and (the_moment is null or (the_moment >= ${FROM} and the_moment < ${until(1)}));
  end;`;

const TEACHES = 'session_uuid in (select sessions_to_check_in())';
const TAUGHT_LATELY = 'session_uuid in (select sessions_to_hear_of())';
const DECIDES = `(${TEACHES} or session_uuid in (select sessions_to_hear_of(decided_at)))`;
const PREPARES = 'may_prepare_session(acting_person(), session_uuid)';
const REGISTERS = 'exists (select from registration r where r.uuid = registration_uuid and may_register(acting_person(), r.organisation_slug, r.country_code))';

const WHOLE = '(may_prepare_session(acting_person(), r.session_uuid) or may_register(acting_person(), r.organisation_slug, r.country_code))';

/** An owner's view; who only teaches sees the name, the organisation and the pass of somebody. */
const ATTENDEE = `select r.uuid, r.session_uuid, p.name, r.organisation_slug, case when ${WHOLE} then r.country_code else null end as country_code, case when ${WHOLE} then r.mode else null end as mode, r.is_demonstration, (check_in_pass(r.uuid)).token as token, (check_in_pass(r.uuid)).code as code
    from registration r join participant p on p.uuid = r.participant_uuid
    where r.state = 'CONFIRMED' and (${WHOLE} or r.session_uuid in (select sessions_to_check_in()))`;

/** The pass of somebody who has a place, also for who teaches in the session while it is held. */
const PASS = `
  create or replace function check_in_pass(the_registration uuid, out token text, out code text) language plpgsql stable security definer set search_path = public, pg_temp as $body$
  declare
    r record;
    mac bytea;
  begin
    select g.uuid, a.check_in_key as key into r from registration g join session_attendance a on a.session_uuid = g.session_uuid
      where g.uuid = the_registration and g.state = 'CONFIRMED' and a.check_in_key is not null
        and (acts_for('places') or may_prepare_session(acting_person(), g.session_uuid) or may_register(acting_person(), g.organisation_slug, g.country_code) or g.session_uuid in (select sessions_to_check_in()));
    if not found then return; end if;
    mac := hmac_sha256(r.key, convert_to('passerelle check-in', 'utf8') || uuid_send(r.uuid));
    token := translate(encode(uuid_send(r.uuid) || substring(mac from 1 for 16), 'base64'), '+/=', '-_');
    code := (select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', get_byte(mac, i) % 32 + 1, 1), '' order by i) from generate_series(0, 7) i);
  end $body$;`;

/** Of whom somebody says something that they decided at a moment: also of those whom they see no longer, but saw then. */
const SAID_OF = `
  create function attendee_said_of(the_registration uuid, the_moment timestamptz) returns table (uuid uuid, session_uuid uuid) language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select r.uuid, r.session_uuid from registration r where r.uuid = the_registration and r.state = 'CONFIRMED'
      and (${WHOLE} or r.session_uuid in (select sessions_to_check_in()) or r.session_uuid in (select sessions_to_hear_of(the_moment)));
  end;`;

/** Whoever says who was there holds the sessions, also where they may not change them otherwise. */
const HOLD = `
  create function hold_to_check_in(the_sessions uuid[]) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
    perform from training_session s where s.uuid = any(the_sessions) and (may_prepare_session(acting_person(), s.uuid) or s.uuid in (select sessions_to_hear_of())) order by s.uuid for no key update;
  end $body$;`;

/** Whether a certificate says that somebody was there, also for who reads no certificate: no or yes of those whose presence they may say. */
const IS_CERTIFIED = `
  create function is_certified(the_registration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from certificate c join registration r on r.uuid = c.registration_uuid where c.registration_uuid = the_registration and c.revoked_at is null
      and (may_prepare_session(acting_person(), r.session_uuid) or r.session_uuid in (select sessions_to_hear_of())));
  end;`;

/** Who teaches in a session says who is there while it is held: by the list of names, or by passes. They read no certificate, and nothing else of those who take part. */
export class Migration20261129140100 extends Migration {
  override up(): void {
    for (const statement of [SESSIONS, LATE, PASS, SAID_OF, HOLD, IS_CERTIFIED]) this.addSql(statement);
    this.addSql(`create or replace view "attendee" with (security_barrier = true) as ${ATTENDEE};`);
    this.addSql(`alter policy "session_attendance_seen" on "session_attendance" using (${PREPARES} or ${TEACHES});`);
    this.addSql(`alter policy "presence_seen" on "presence" using (${PREPARES} or ${REGISTERS} or ${TAUGHT_LATELY});`);
    this.addSql(`alter policy "presence_recorded" on "presence" with check (recorded_by_id = acting_person() and (${PREPARES} or ${DECIDES}));`);
    this.addSql(`alter policy "presence_corrected" on "presence" using (${PREPARES} or ${TAUGHT_LATELY}) with check (recorded_by_id = acting_person() and (${PREPARES} or ${DECIDES}));`);
  }
}
