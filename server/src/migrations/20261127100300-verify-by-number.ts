import { Migration } from '@mikro-orm/migrations';

/**
 * What a certificate says is told to whoever has its number, one at a time: the view that says so keeps to the rules of rows of whoever
 * reads it, so that nobody lists certificates by it.
 */
export class Migration20261127100300 extends Migration {
  override up(): void {
    this.addSql(`alter view "verified_certificate" set (security_invoker = true);`);
    this.addSql(`create function certificate_numbered(the_number text) returns setof verified_certificate language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select v.* from verified_certificate v where v.number = the_number;
      end;`);
  }
}
