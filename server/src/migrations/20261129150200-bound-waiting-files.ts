import { Migration } from '@mikro-orm/migrations';

/** How much waits of files that nobody is registered with yet, with whomever: it has a bound of its own, so that it takes no room from answers that are there. */
export class Migration20261129150200 extends Migration {
  override up(): void {
    this.addSql(`create function bytes_of_waiting_files() returns bigint language sql stable security definer set search_path = public, pg_temp return (select coalesce(sum(size), 0) from answer_file where registration_uuid is null);`);
  }
}
