import { Migration } from '@mikro-orm/migrations';

/** What is printed for whoever has the link of a certificate counts the days on which the session was held, as all else does. Listed behind the migration that adds those links. */
export class Migration20261127130900 extends Migration {
  override up(): void {
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
