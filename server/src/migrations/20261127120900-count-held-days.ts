import { Migration } from '@mikro-orm/migrations';

/** As the migration that adds it, with the days on which the session was held. */
const RECORD = `select r.uuid, r.session_uuid, p.name, r.organisation_slug, r.country_code, r.profession_code, s.starts_at, cardinality(held_days(s.uuid)) as days, present_days(r.uuid) as days_present,
      (select c.number from certificate c where c.registration_uuid = r.uuid and c.revoked_at is null) as certificate_number, r.email = (select email from person where id = acting_person()) as is_own, r.is_demonstration
    from registration r join participant p on p.uuid = r.participant_uuid join training_session s on s.uuid = r.session_uuid
    where r.state = 'CONFIRMED' and s.ends_at <= now() and s.stage in ('OPEN', 'CLOSED', 'ARCHIVED') and ((select is_adviser()) or r.email = (select email from person where id = acting_person())
      or may_register(acting_person(), r.organisation_slug, r.country_code) or is_post_of(acting_person(), r.country_code))`;

/** What is printed for whoever has the link of a certificate and the record of who took part, count the days on which the session was held, as all else does. Listed behind the migrations that add them. */
export class Migration20261127120900 extends Migration {
  override up(): void {
    this.addSql(`create or replace view "training_record" with (security_barrier = true) as ${RECORD};`);
    this.addSql(`
      create or replace function certificate_by_secret(the_hash text)
      returns table (number text, name text, "issuedAt" timestamptz, "startsAt" timestamptz, "endsAt" timestamptz, "timeZone" text, source text, town text, days int, "daysPresent" int, "isDemonstration" boolean, titles json, countries json, notes json)
      language sql stable security definer set search_path = public, pg_temp as $body$
        select c.number, c.name, c.issued_at, s.starts_at, s.ends_at, s.time_zone, s.source_locale, s.town,
          cardinality(held_days(s.uuid)), present_days(c.registration_uuid), c.is_demonstration,
          (select json_object_agg(x.locale, x.title) from training_session_translation x where x.session_uuid = s.uuid),
          (select json_object_agg(x.locale, x.name) from country_translation x where x.country_code = s.country_code),
          (select json_object_agg(x.locale, x.name_note) from country_translation x where x.country_code = s.country_code)
        from certificate c join training_session s on s.uuid = c.session_uuid where c.secret_hash = the_hash and c.revoked_at is null
      $body$;`);
  }
}
