import { Migration } from '@mikro-orm/migrations';

/** What of a session stands in the trail: as the migration says that added its life. */
const PARTS = ['stage', 'theme_code', 'format', 'country_code', 'town', 'starts_at', 'ends_at', 'time_zone', 'places', 'registration_until', 'needs_validation', 'source_locale'];

/**
 * What registering lacked: a trail that is not asked when a place is taken, numbers for whoever prepares a session, places for those
 * whose validation is no longer asked for, and when somebody was reminded.
 */
export class Migration20261126160000 extends Migration {
  override up(): void {
    this.#trail();
    this.#numbers();
    this.#release();
    this.#reminders();
  }

  /** A place that is taken changes `places_taken` alone, which is no part of the trail: its trigger does not run. */
  #trail(): void {
    this.addSql(`drop trigger "training_session_update_recorded" on "training_session";`);
    this.addSql(`create trigger "training_session_update_recorded" after update of ${PARTS.map((part) => `"${part}"`).join(', ')} on "training_session" for each row
      when ((not new.is_demonstration or acting_person() is not null)) execute function record_change('TRAINING_SESSION', 'uuid', '${PARTS.join(' ')}', 'uuid');`);
  }

  /** How many have a place and how many wait, by what quotas look at: for those who prepare the session, who need not see who they are. */
  #numbers(): void {
    this.addSql(`create view "place_count" as select s.uuid as session_uuid, v.kind, v.value, count(*) filter (where r.state in ('CONFIRMED', 'OFFERED'))::int as taken, count(*) filter (where r.state = 'WAITING')::int as waiting
      from training_session s join registration r on r.session_uuid = s.uuid and r.state in ('CONFIRMED', 'OFFERED', 'WAITING')
      cross join lateral (values ('COUNTRY', r.country_code), ('SECTOR', r.sector), ('PROFESSION', r.profession_code), ('MODE', r.mode)) v(kind, value)
      where may_prepare(acting_person(), s.country_code) and v.value is not null group by s.uuid, v.kind, v.value;`);
    // It is its owner's, whom no rule of rows binds: nothing is changed through it.
    for (const event of ['insert', 'update', 'delete']) this.addSql(`create rule "place_count_${event}" as on ${event} to "place_count" do instead nothing;`);
  }

  /**
   * Those who waited for an embassy whose word is no longer asked for: each takes a place or waits for one, in the order in which they
   * were registered, behind those who wait already. Gives whom, and the place on the waiting list. The session must be held.
   */
  #release(): void {
    this.addSql(`
      create function release_awaiting(the_session uuid) returns table (registration uuid, reason text, place int) language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      declare
        r record;
      begin
        if not acts_for('places') then raise insufficient_privilege; end if;
        for r in select uuid from registration where session_uuid = the_session and state = 'AWAITING_VALIDATION' order by registered_at, uuid loop
          update registration set state = 'WAITING', waits_since = clock_timestamp() where uuid = r.uuid;
          registration := r.uuid;
          reason := take_place(r.uuid);
          place := waiting_position(r.uuid);
          return next;
        end loop;
      end $body$;`);
  }

  #reminders(): void {
    this.addSql(`alter table "registration" add column "reminded_at" timestamptz null;`);
    this.addSql(`create index "registration_unreminded" on "registration" ("session_uuid") where state = 'CONFIRMED' and reminded_at is null;`);
  }
}
