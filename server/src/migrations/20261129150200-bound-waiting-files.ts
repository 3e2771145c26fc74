import { Migration } from '@mikro-orm/migrations';

const WAITING = 'select coalesce(sum(f.size), 0) from answer_file f where f.registration_uuid is null';

/** How much waits of files that nobody is registered with yet, with whomever, and with those of the same organisations or authorities: each has a bound of its own, so that it takes no room from answers that are there, nor from others. */
export class Migration20261129150200 extends Migration {
  override up(): void {
    this.addSql(`create function bytes_of_waiting_files() returns bigint language sql stable security definer set search_path = public, pg_temp return (${WAITING});`);
    this.addSql(`create function bytes_waiting_beside(who uuid) returns bigint language sql stable security definer set search_path = public, pg_temp return (${WAITING} and f.brought_by_id in (
      select b.person_id from member a join member b on b.organisation_slug = a.organisation_slug or (a.role = 'AUTHORITY' and b.role = 'AUTHORITY' and b.country_code = a.country_code) where a.person_id = who));`);
  }
}
