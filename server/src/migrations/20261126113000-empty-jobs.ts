import { Migration } from '@mikro-orm/migrations';

/** A job that was given up stays for thirty days, so that one sees why: not with the key of somebody who was erased meanwhile. */
export class Migration20261126113000 extends Migration {
  override up(): void {
    // The tables of the jobs are made after ours, and by another hand.
    this.addSql(`
      create function empty_jobs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        if to_regclass('graphile_worker._private_jobs') is not null then
          delete from graphile_worker._private_jobs where payload ->> 'person' = old.id::text;
        end if;
        return old;
      end $body$;`);
    this.addSql(`create trigger "person_emptied_of_jobs" before delete on "person" for each row execute function empty_jobs();`);
  }
}
