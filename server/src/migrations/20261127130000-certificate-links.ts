import { Migration } from '@mikro-orm/migrations';

/**
 * Whoever was there has their certificate by a link in a mail: what the link holds is drawn by chance, and only its hash is kept. What is
 * printed is given for a hash alone, so that none can be listed.
 */
export class Migration20261127130000 extends Migration {
  override up(): void {
    this.addSql(`alter table "certificate" add column "secret_hash" text null;`);
    this.addSql(`alter table "certificate" add constraint "certificate_secret_hash_unique" unique ("secret_hash");`);
    this.addSql(`
      create function certificate_by_secret(the_hash text)
      returns table (number text, name text, "issuedAt" timestamptz, "startsAt" timestamptz, "endsAt" timestamptz, "timeZone" text, source text, town text, days int, "daysPresent" int, "isDemonstration" boolean, titles json, countries json, notes json)
      language sql stable security definer set search_path = public, pg_temp as $body$
        select c.number, c.name, c.issued_at, s.starts_at, s.ends_at, s.time_zone, s.source_locale, s.town,
          cardinality(session_days(s.starts_at, s.ends_at, s.time_zone)), present_days(c.registration_uuid), c.is_demonstration,
          (select json_object_agg(x.locale, x.title) from training_session_translation x where x.session_uuid = s.uuid),
          (select json_object_agg(x.locale, x.name) from country_translation x where x.country_code = s.country_code),
          (select json_object_agg(x.locale, x.name_note) from country_translation x where x.country_code = s.country_code)
        from certificate c join training_session s on s.uuid = c.session_uuid where c.secret_hash = the_hash and c.revoked_at is null
      $body$;`);
  }
}
