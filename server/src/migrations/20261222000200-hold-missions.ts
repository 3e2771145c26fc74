import { Migration } from '@mikro-orm/migrations';

const DEFINER = 'security definer set search_path = public, pg_temp';

/**
 * Whoever removes the sheet of an expert, or forgets what is kept of missions, holds the missions first, in the order of their keys: as whoever plans one, changes a rate or erases somebody does. So of two at once the
 * second waits, and neither is broken off.
 */
export class Migration20261222000200 extends Migration {
  override up(): void {
    this.addSql(`
      create function hold_missions_of(the_expert uuid) returns void language plpgsql volatile ${DEFINER} as $body$ begin
        if is_adviser() then perform from mission m where m.uuid in (select t.mission_uuid from mission_member t where t.expert_uuid = the_expert) order by m.uuid for no key update; end if;
      end $body$;`);
    // Which rows go is not known before they are held: all missions that have a team are, for as long as one statement of retention lasts.
    this.addSql(`
      create function hold_missions_first() returns trigger language plpgsql ${DEFINER} as $body$ begin
        if acts_for('retention') then perform from mission m where exists (select from mission_member t where t.mission_uuid = m.uuid) order by m.uuid for no key update; end if;
        return null;
      end $body$;`);
    for (const table of ['expert', 'mission_member']) this.addSql(`create trigger "${table}_goes_after_missions" before delete on "${table}" for each statement execute function hold_missions_first();`);
  }
}
