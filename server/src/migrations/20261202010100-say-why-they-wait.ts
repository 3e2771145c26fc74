import { Migration } from '@mikro-orm/migrations';

/** Whoever waits is told what for: a place at all, or one of those that are kept for some, which are named. */
export class Migration20261202010100 extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function passed_over(the_registration uuid) returns text language sql stable security definer set search_path = public, pg_temp
        return (select case when s.places_taken < s.places then obstacle_of(r) else 'FULL' end from registration r join training_session s on s.uuid = r.session_uuid
          where r.uuid = the_registration and r.state = 'WAITING');`);
    // The same as it is written: of a way of taking part, which; where nothing is in the way, others come first.
    this.addSql(`
      create function waits_for(r registration) returns text language sql stable security definer set search_path = public, pg_temp
        return case when r.state = 'WAITING' then (select case o.why when 'MODE' then r.mode else coalesce(o.why, 'OTHERS') end from (select passed_over(r.uuid) as why) o) end;`);
  }
}
