import { Migration } from '@mikro-orm/migrations';

/** A post that had been shown a leg learns that it was withdrawn, and nothing else. Of a leg that was over, or goes with its mission, nothing is kept. */
export class Migration20261222000400 extends Migration {
  override up(): void {
    this.addSql(`create table "withdrawn_leg" ("uuid" uuid not null, "country_code" text not null, "withdrawn_on" date not null, "is_demonstration" boolean not null, primary key ("uuid"));`);
    this.addSql(`create index "withdrawn_leg_country_code_index" on "withdrawn_leg" ("country_code");`);
    this.addSql(`alter table "withdrawn_leg" add constraint "withdrawn_leg_country_code_foreign" foreign key ("country_code") references "country" ("code");`);
    this.addSql(`
      create function note_withdrawn_leg() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into withdrawn_leg (uuid, country_code, withdrawn_on, is_demonstration)
          select old.uuid, old.country_code, (now() at time zone c.time_zone)::date, old.is_demonstration from city c
          where c.code = old.city_code and old.is_shown and (now() at time zone c.time_zone)::date <= old.ends_on and exists (select from mission m where m.uuid = old.mission_uuid)
          on conflict (uuid) do nothing;
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_leg_withdrawn" after delete on "mission_leg" for each row execute function note_withdrawn_leg();`);
    this.addSql('alter table "withdrawn_leg" enable row level security;');
    this.addSql(`create policy "withdrawn_leg_seen" on "withdrawn_leg" for select using ((is_demonstration or not (select acts_invented())) and is_post_of(acting_person(), country_code));`);
    this.addSql(`create policy "withdrawn_leg_retained" on "withdrawn_leg" for select using (acts_for('retention'));`);
    this.addSql(`create policy "withdrawn_leg_forgotten" on "withdrawn_leg" for delete using (acts_for('retention'));`);
  }
}
