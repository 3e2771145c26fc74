import { Migration } from '@mikro-orm/migrations';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;

/** Who asked for a link stands in a table of ours, which forgets it, and no more in what a job is given, which the library keeps. */
export class Migration20261127100000 extends Migration {
  override up(): void {
    this.addSql(`create table "link_request" ("id" uuid not null, "person_id" uuid not null, "locale" text not null, "asked_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`alter table "link_request" add constraint "link_request_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "link_request" enable row level security;`);
    this.addSql(`create policy "link_request_sign_in" on "link_request" using (is_sign_in());`);
    this.addSql(`create policy "link_request_my_data" on "link_request" for select using (acts_for('my-data') and person_id = acting_person());`);
    this.addSql(`drop trigger "person_emptied_of_jobs" on "person";`);
    this.addSql(`drop function empty_jobs();`);
    this.addSql(`
      create function empty_link_requests() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from link_request where person_id = old.id;
        return old;
      end $body$;`);
    this.addSql(`create trigger "person_emptied_of_link_requests" before delete on "person" for each row execute function empty_link_requests();`);
    // Those that wait would find nobody by what they were given; of those that were given up somebody's key is left.
    this.addSql(`
      do $body$ begin
        if to_regclass('graphile_worker._private_jobs') is not null then
          delete from graphile_worker._private_jobs where payload ->> 'person' is not null;
        end if;
      end $body$;`);
  }
}
