import { Migration } from '@mikro-orm/migrations';

/** As the migration that adds it, with the days on which the session was held. */
const RECORD = `select r.uuid, r.session_uuid, p.name, r.organisation_slug, r.country_code, r.profession_code, s.starts_at, cardinality(held_days(s.uuid)) as days, present_days(r.uuid) as days_present,
      (select c.number from certificate c where c.registration_uuid = r.uuid and c.revoked_at is null) as certificate_number, r.email = (select email from person where id = acting_person()) as is_own, r.is_demonstration
    from registration r join participant p on p.uuid = r.participant_uuid join training_session s on s.uuid = r.session_uuid
    where r.state = 'CONFIRMED' and s.ends_at <= now() and s.stage in ('OPEN', 'CLOSED', 'ARCHIVED') and ((select is_adviser()) or r.email = (select email from person where id = acting_person())
      or may_register(acting_person(), r.organisation_slug, r.country_code) or is_post_of(acting_person(), r.country_code))`;

/** The record of who took part counts the days on which a session was held, as all else does. Listed behind the migrations that it builds on. */
export class Migration20261127131000 extends Migration {
  override up(): void {
    this.addSql(`create or replace view "training_record" with (security_barrier = true) as ${RECORD};`);
  }
}
